import { checkKeys, given } from "../../input/options";
import { show } from "../../input/show";
import type { LiveWarning, Lost, Snapshot, Stage } from "../../live/snapshot";
import { type InstantLike, toEpochMs } from "../../time/instant";
import { CoreHoursError } from "../../timeline";
import { isoOf } from "../../timeline/errors";
import { HOUR_MS } from "../../timeline/units";
import type { SlaReading } from "./by-status";
import { type Continuation, continuationOf } from "./continued";
import type { NumericReading } from "./numbers";

/** Half a day. Within it, where a ticket stands before its start changes at most once. */
const HALF_DAY_MS = 12 * HOUR_MS;

/**
 * A reading that goes on by itself: plain JSON, from which `core-hours/live` tells what is left at every
 * instant up to another, if nothing more happens to the ticket.
 *
 * It is for a page that counts down, and holds no more of the calendar than the periods that count until
 * then: some hundred bytes for a week.
 *
 * @param reading what `track`, or the `read` of a clock that is followed, gave in this program
 * @param options `until`: the last instant to tell of, at or after the reading's `asOf`
 * @throws {CoreHoursError} `reading-not-live` for a copy of a reading, and for one read back from JSON;
 *   `option-invalid` if `until` is before `asOf`.
 * @throws {CoverageError} if the calendar does not reach that far.
 * @example
 * const reading = sla.targets.fix.track(history, { asOf: now });
 * response.json(snapshot(reading, { until: reading.asOf.plus({ days: 7 }) }));
 */
export function snapshot(reading: SlaReading, options: { readonly until: InstantLike }): Snapshot {
  const numbersAt = continuationOf(reading);
  if (numbersAt === undefined) {
    throw new CoreHoursError(
      "reading-not-live",
      `${show(reading)} cannot go on by itself; give what track or read gave, not a copy of it or its JSON.`,
      { given: show(reading) },
    );
  }
  checkKeys(given(options, UNTIL), ["until"], "snapshot");
  const asOfMs = reading.asOf.toMillis();
  const untilMs = toEpochMs(given(options, UNTIL).until);
  if (untilMs < asOfMs) {
    throw new CoreHoursError(
      "option-invalid",
      `A snapshot until ${isoOf(untilMs)} was asked for, of a reading as of ${isoOf(asOfMs)}; give an instant at or after that.`,
      { option: "until", givenMs: untilMs, asOfMs },
    );
  }
  const span = { asOfMs, untilMs, numbersAt };
  const start = numbersAt(asOfMs);
  const lost = lostIn(span, start);
  return {
    version: 1,
    ticket: reading.ticket,
    target: reading.target,
    title: reading.title,
    severity: reading.severity,
    timeZone: reading.timeZone,
    asOfMs,
    untilMs,
    unit: start.unit,
    elapsed: start.elapsed,
    ...growthOf(span, start.unit, (atMs) => numbersAt(atMs).elapsed),
    ...(lost ? { lost } : {}),
    stages: stagesOf(span, lost ? start.allowance : undefined),
    warnings: warningsOf(reading, numbersAt, untilMs),
  };
}

const UNTIL = '{ until: "2026-11-27T16:30:00Z" }';

/** A span over which a reading goes on. */
interface Span {
  readonly asOfMs: number;
  readonly untilMs: number;
  readonly numbersAt: Continuation;
}

/**
 * When an amount grows. It never shrinks, and it never grows by more than the time that passes. If it
 * has not grown over a span, it stood still. If it has grown by the whole span, it ran throughout.
 * Any other span is halved.
 */
function growthOf(
  { asOfMs, untilMs }: Span,
  unit: Snapshot["unit"],
  amountAt: (atMs: number) => number,
): Lost {
  const periods: [number, number][] = [];
  const dayEnds: number[] = [];
  const put = (fromMs: number, toMs: number) => {
    const last = periods.at(-1);
    if (last?.[1] === fromMs) last[1] = toMs;
    else periods.push([fromMs, toMs]);
  };
  const search = (fromMs: number, before: number, toMs: number, after: number) => {
    const used = after - before;
    if (used === 0) return;
    if (unit === "days" && toMs - fromMs === 1) {
      for (let day = 0; day < used; day++) dayEnds.push(toMs);
    } else if (used === toMs - fromMs) {
      put(fromMs, toMs);
    } else {
      const middleMs = Math.floor((fromMs + toMs) / 2);
      const between = amountAt(middleMs);
      search(fromMs, before, middleMs, between);
      search(middleMs, between, toMs, after);
    }
  };
  search(asOfMs, amountAt(asOfMs), untilMs, amountAt(untilMs));
  return { periods, dayEnds };
}

/** What a paused clock loses of the time until an agreed date, which does not wait for it. */
function lostIn(span: Span, { paused, allowance, unit }: NumericReading): Lost | null {
  const { numbersAt, untilMs } = span;
  if (!paused || allowance === null || numbersAt(untilMs).allowance === allowance) return null;
  return growthOf(span, unit, (atMs) => allowance - (numbersAt(atMs).allowance ?? allowance));
}

/** The stages of a reading, each with the instant that it holds from. A stage never returns by itself. */
function stagesOf(
  { asOfMs, untilMs, numbersAt }: Span,
  allowance?: number | null,
): readonly Stage[] {
  const stage = (atMs: number): Stage => {
    const found = stageAt(atMs, numbersAt);
    return allowance === undefined ? found : { ...found, allowance };
  };
  const first = stage(asOfMs);
  const stages = [first];
  const search = (before: Stage, after: Stage) => {
    if (isSame(before, after)) return;
    const middleMs = Math.floor((before.fromMs + after.fromMs) / 2);
    if (middleMs === before.fromMs) {
      stages.push(after);
      return;
    }
    const middle = stage(middleMs);
    search(before, middle);
    search(middle, after);
  };
  let last = first;
  // Before the start, the allowance is that of a start at that instant; its length varies with months.
  const stepMs = first.status === "pending" ? HALF_DAY_MS : Number.POSITIVE_INFINITY;
  for (let atMs = asOfMs; atMs < untilMs; ) {
    atMs = Math.min(atMs + stepMs, untilMs);
    const next = stage(atMs);
    search(last, next);
    last = next;
  }
  return stages;
}

function stageAt(atMs: number, numbersAt: Continuation): Stage {
  const { status, breached, paused, stoppedAtMs, allowance, dueAtMs, provisional } =
    numbersAt(atMs);
  const stopped = stoppedAtMs !== null;
  return { fromMs: atMs, status, breached, paused, stopped, allowance, dueAtMs, provisional };
}

function isSame({ fromMs: _, ...a }: Stage, { fromMs: __, ...b }: Stage): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A threshold ahead of a paused clock has an instant only if the clock goes on by itself. */
function warningsOf(
  { warnings, paused }: SlaReading,
  numbersAt: Continuation,
  untilMs: number,
): readonly LiveWarning[] {
  const aheadMs = paused ? numbersAt.warnedBy(untilMs) : warnings.map(({ atMs }) => atMs);
  return warnings.map(({ share, atMs, passed }, i) => ({
    share,
    atMs: (passed ? atMs : aheadMs[i]) ?? null,
  }));
}
