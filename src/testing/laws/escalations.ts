import { type EscalationDefinition, escalationId } from "../../sla/reading/escalation-definition";
import { isoOf } from "../../timeline/errors";
import { HOUR_MS, MINUTE_MS } from "../../timeline/units";
import { alike } from "../claims";
import { replay } from "../replay/clock";
import { addUp, choicesOf, measureFor, type Phase } from "../replay/count";
import { isAgreedIn, type ReplayedTarget } from "../replay/history";
import { NotJudged } from "../replay/measure";
import { add, subtract } from "../replay/working-time";
import { read, slaLaw } from "../sla-law";
import { continues, eventsOf, judged, type Life, warningOf } from "./clock-as-defined";

/** The law of escalations, replayed by the definition of the target. */
export const escalationLaws = [
  slaLaw(
    "escalations-as-defined",
    "each escalation comes at its share of the allowance, or so long before or after the due instant",
    ({ target, plain, tickets, forAll }) => {
      const { escalations = [] } = target.definition;
      if (plain === null || escalations.length === 0) return;
      forAll(tickets, (ticket) => {
        judged(() => {
          const asOfMs = Date.parse(ticket.asOf);
          const events = eventsOf(ticket);
          const { count, reading } = replay(plain, events, asOfMs);
          const { startedAtMs, stoppedAtMs, severity } = reading;
          if (startedAtMs === null || isAgreedIn(plain, events)) throw new NotJudged();
          const life = { untilMs: stoppedAtMs ?? asOfMs, isOver: stoppedAtMs !== null };
          const expected = escalations
            .filter(({ severities }) => !severities || severities.includes(severity ?? ""))
            .map((each) => [escalationId(each), escalationOf(plain, count, each, life)]);
          const said = read(target, ticket).escalations;
          alike({
            "it escalates": Object.fromEntries(
              said.map(({ id, at, passed }) => [id, { at, passed }]),
            ),
            "replayed by its definition": Object.fromEntries(expected),
          });
        });
      });
    },
  ),
] as const;

/** When an escalation of a count comes. @throws {NotJudged} if the severity changed during the count. */
function escalationOf(
  plain: ReplayedTarget,
  count: readonly Phase[],
  definition: EscalationDefinition,
  life: Life,
) {
  const { share } = definition.at;
  if (share !== undefined) return warningOf(plain, count, share, life);
  const [first, last] = [count[0], count.at(-1)];
  if (first === undefined || last === undefined) throw new NotJudged();
  const isOneSeverity = count.every(({ severity }) => severity === first.severity);
  if (!isOneSeverity || choicesOf(plain).dayPauses === "push") throw new NotJudged();
  const { allowance, runsOut } = measureFor(plain, first.severity, first.fromMs);
  const offset = offsetOf(plain, definition, first.severity);
  let aheadMs: number | null = null;
  for (const [i, phase] of count.entries()) {
    if (phase.kind !== "running" && !continues(plain, phase)) continue;
    const before = i === 0 ? null : addUp(plain, count.slice(0, i), phase.fromMs);
    const left = Math.max(0, allowance - (before?.used ?? 0));
    const dueMs = before?.breachedAtMs ?? runsOut(phase.fromMs, left);
    const atMs = Math.max(phase.fromMs, offset(dueMs));
    if (atMs <= Math.min(phase.toMs, life.untilMs)) return { at: isoOf(atMs), passed: true };
    aheadMs = phase === last ? offset(dueMs) : null;
  }
  const isAhead = !life.isOver && last.kind === "running" && aheadMs !== null;
  return { at: isAhead ? isoOf(aheadMs as number) : null, passed: false };
}

/** How an escalation lies to the due instant, by hours and minutes of its calendar. @throws {NotJudged} for days. */
function offsetOf(
  plain: ReplayedTarget,
  { at: { before, after } }: EscalationDefinition,
  severity: string | null,
): (dueMs: number) => number {
  const { hours = 0, minutes = 0, calendar, ...days } = before ?? after ?? {};
  if (Object.keys(days).length > 0) throw new NotJudged();
  const amountMs = Math.round(hours * HOUR_MS + minutes * MINUTE_MS);
  const { allowance } = plain.definition;
  const all: object = typeof allowance === "string" ? {} : allowance;
  const own: unknown = "calendar" in all ? all : Reflect.get(all, severity ?? "");
  const ownName =
    typeof own === "object" && own !== null ? Reflect.get(own, "calendar") : undefined;
  const found = plain.calendars[calendar ?? String(ownName)];
  return (dueMs) => {
    if (!found) return before ? dueMs - amountMs : dueMs + amountMs;
    const moved = before ? subtract(found, dueMs, amountMs) : add(found, dueMs, amountMs, "close");
    if (moved === undefined) throw new NotJudged();
    return moved;
  };
}
