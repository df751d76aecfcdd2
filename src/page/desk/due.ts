import { CoreHoursError, type HistoryEvent, type SlaReading, type Target } from "../../index";
import { factsOf, provisionalNote } from "../../picture/ticket/words";
import type { Policy } from "../../tickets/log/policies";
import { InputError } from "../../tickets/log/problems";
import { targetNamed } from "../../tickets/verdicts/one-ticket";
import { dueText, instantText, spokenDue } from "../../words/instants";
import { titleOf } from "../../words/sentences";
import type { Asked, Due } from "../wire/due";
import type { ObligationShown } from "../wire/judged";
import { onlyPolicy } from "./given";
import { instantIn, wholeSeconds } from "./instants";
import { shownObligation } from "./next";
import { explainedText, svgForPage, workingLines } from "./ticket";

/**
 * When a ticket is due, given its opening and its pauses.
 *
 * @throws {InputError} if no single promise is chosen, or an instant is missing
 */
export function dueOf(asked: Asked): Due {
  const policy = onlyPolicy(asked.promise);
  if (!policy) throw new InputError("choose one promise to ask");
  const zone = policy.timeZone;
  const target = targetNamed(policy, asked.target === "" ? undefined : asked.target);
  if (!target) throw new InputError(`${policy.id} has no such target`);
  if (asked.opened === "") throw new InputError("say when the ticket was opened");
  const events = eventsOf(asked, target, zone);
  const openedMs = instantIn(asked.opened, zone);
  const now = wholeSeconds(asked.nowMs);
  const asOf = asked.asOf === "" ? Math.max(now, openedMs) : instantIn(asked.asOf, zone);
  const reading = target.track(events, { asOf, ticket: "This ticket" });
  const [standing, ...facts] = factsOf(reading);
  const judged = { reading, calendar: target.calendarFor(reading.severity) };
  const text = (at: { toMillis(): number } | null) => at && spokenDue(at.toMillis(), zone);
  return {
    title: titleOf(reading),
    standing: standing?.[1] ?? reading.status,
    due: text(reading.dueAt),
    projected: text(reading.projectedDueAt),
    facts,
    reminders: remindersOf(reading, policy),
    obligations: begunBy(events, policy, asOf),
    others: othersOf(policy, target, openedMs, asked.severity),
    working: workingLines(reading),
    explained: explainedText(reading),
    svg: svgForPage(judged),
    notes: provisionalNote(reading).map((note) => `${note}.`),
  };
}

function eventsOf(asked: Asked, { definition }: Target, zone: string): HistoryEvent[] {
  const [runs] = definition.runs;
  const [pauses] = definition.pauses ?? [];
  const state = runs ?? "";
  const severity = asked.severity === "" ? {} : { severity: asked.severity };
  const events: HistoryEvent[] = [{ at: instantIn(asked.opened, zone), state, ...severity }];
  for (const { from, to } of asked.pauses) {
    if (from === "" && to === "") continue;
    if (from === "") throw new InputError("say when the pause began");
    if (pauses === undefined) throw new InputError("this promise pauses for nothing");
    const fromMs = instantIn(from, zone);
    events.push({ at: fromMs, state: pauses });
    if (to === "") continue;
    const toMs = instantIn(to, zone);
    if (toMs <= fromMs) throw new InputError("a pause ends after it begins");
    events.push({ at: toMs, state });
  }
  return events;
}

/** What to watch: the shares of its time at which the promise warns, and whom it tells when, in order of time. */
function remindersOf(
  { warnings, escalations }: SlaReading,
  { timeZone }: Policy,
): Due["reminders"] {
  const warned = warnings.map(({ at, share, passed }) => ({
    at,
    name: `${Math.round(share * 1000) / 10} % of the time is used`,
    passed,
  }));
  const told = escalations.map(({ at, title, id, says, passed }) => ({
    at,
    name: `${title ?? id}${(title ?? id) === says ? "" : `: ${says}`}`,
    passed,
  }));
  return [...warned, ...told]
    .flatMap(({ at, name, passed }) => (at === null ? [] : [{ ms: at.toMillis(), name, passed }]))
    .sort((a, b) => a.ms - b.ms)
    .map(({ ms, name, passed }) => ({ name, at: instantText(ms, timeZone), passed }));
}

/** What else a ticket of these events has begun and not done: reminders, windows, what recurs. */
function begunBy(
  events: readonly HistoryEvent[],
  { sla, timeZone, id }: Policy,
  asOf: number,
): ObligationShown[] {
  const kinds = ["milestone", "window", "recurrence"] as const;
  const ticket = "This ticket";
  const all = answerOrNull(() => sla.obligations(events, { asOf, ticket, kinds })) ?? [];
  return all
    .filter(({ status }) => status !== "done" && status !== "shut")
    .map((obligation) => shownObligation({ ticket, policy: id, obligation, timeZone }));
}

/** The promise's answer; null if it cannot tell, for example without a severity that it needs. */
function answerOrNull<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CoreHoursError) return null;
    throw error;
  }
}

/** When the other targets of the promise are due, if they began at the same instant. */
function othersOf(
  { sla, timeZone }: Policy,
  target: Target,
  openedMs: number,
  severity: string,
): Due["others"] {
  return Object.values(sla.targets).flatMap((other) => {
    if (other.id === target.id) return [];
    const due = answerOrNull(() => other.due(openedMs, severity === "" ? {} : { severity }));
    return due ? [[other.title, dueText(due.toMillis(), timeZone)] as const] : [];
  });
}
