import { choicesOf, isNone, type Phase, type PlainTarget, sumOf } from "./count";
import type { Ticket } from "./reading";

/** Pauses that last too long, and pauses that a stop ends. */

/** The ticket as it is at an instant: a pause that has lasted too long is over. */
export function settled(target: PlainTarget, ticket: Ticket, atMs: number): Ticket {
  const { pauseLimit } = target.definition;
  const last = ticket.count.at(-1);
  if (!pauseLimit || ticket.verdict || last?.kind !== "paused") return ticket;
  const first = ticket.count.findIndex(({ severity }) => !isNone(target, severity));
  const isAll = first < 0 || choicesOf(target).onSeverityChange === "retroactive";
  const count = ticket.count.slice(isAll ? 0 : first);
  const pauses: Phase[] = [];
  for (const [i, phase] of count.entries()) {
    if (phase.kind !== "paused") continue;
    const before = pauses.at(-1);
    if (before && count[i - 1]?.kind === "paused") {
      pauses[pauses.length - 1] = { ...before, toMs: phase.toMs };
    } else pauses.push(phase);
  }
  const present = pauses.pop() ?? last;
  const spent = pauses.reduce(
    (sum, { fromMs, toMs }) => sum + target.measureBeside(pauseLimit, fromMs).used(fromMs, toMs),
    0,
  );
  const measure = target.measureBeside(pauseLimit, present.fromMs);
  if (spent + measure.used(present.fromMs, atMs) < measure.allowance) return ticket;
  const overMs = measure.runsOut(present.fromMs, Math.max(0, measure.allowance - spent));
  if (overMs > atMs) return ticket;
  const next: Phase = { ...last, kind: "running", fromMs: overMs, isPauseOver: true };
  return { ...ticket, count: [...ended(ticket.count, overMs), next] };
}

/** The phases up to a stop, which ends a pause. */
export function pauseEnded(
  target: PlainTarget,
  count: readonly Phase[],
  atMs: number,
): readonly Phase[] {
  const last = count.at(-1);
  if (last?.kind !== "paused" || choicesOf(target).dayPauses !== "push") return count;
  if (!sumOf(target, { count, severity: last.severity }, atMs).measure?.work) return count;
  return [...ended(count, atMs), { ...last, kind: "running", fromMs: atMs }];
}

/** The phases, the last of them ended at an instant. */
export function ended(count: readonly Phase[], toMs: number): readonly Phase[] {
  return count.map((phase, i) => (i === count.length - 1 ? { ...phase, toMs } : phase));
}
