import { DAY_MS, HOUR_MS } from "../src/timeline/units";
import { picker, randomNumbers } from "../tools/random";
import type { Exported } from "./calendars";
import type { TicketRow } from "./tickets-table";

/** The questions for the engine and the library: ticket `i` is the row of that index. */
export interface Questions {
  readonly title: string;
  readonly tickets: readonly TicketRow[];
}

/** A calendar in no table, so questions about it have no answer. */
const UNKNOWN = "no-such-calendar";

/**
 * Random questions, the same in every run, mostly about cases that are easy to get wrong: openings,
 * closings and the ends of the span to the millisecond, amounts that run out exactly there, negative
 * and zero amounts, instants outside the span, nulls.
 */
export function randomQuestions(exported: readonly Exported[], rows: number): Questions {
  const random = randomNumbers(20_261_120);
  const pick = picker(random);
  const askers = exported.map((one) => asker(one, random));
  const seldom = () => random() < 0.002;
  const tickets = Array.from({ length: rows }, (_, ticket): TicketRow => {
    const { name, instant, amount } = pick(askers);
    const start = instant();
    return {
      ticket,
      calendar: seldom() ? UNKNOWN : name,
      start_ms: seldom() ? null : start,
      end_ms: seldom() ? null : instant(),
      amount_ms: seldom() ? null : amount(start),
    };
  });
  return { title: "random questions", tickets };
}

/** Where the instants and the amounts of a calendar's questions come from. */
function asker({ name, calendar, span }: Exported, random: () => number) {
  const { timeline } = calendar;
  const { fromMs, toMs } = span;
  const pick = picker(random);
  const uniform = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const boundaries = [...timeline.periods(fromMs, toMs)].flatMap((p) => [p.openMs, p.closeMs]);
  const totalMs = timeline.between(fromMs, toMs);

  const instant = () => {
    const kind = random();
    if (kind < 0.5) return uniform(fromMs, toMs);
    if (kind < 0.85) return pick(boundaries) + uniform(-1, 1);
    if (kind < 0.9) return pick([fromMs, toMs]) + uniform(-1, 1);
    if (kind < 0.95) return Math.round(uniform(fromMs, toMs) / DAY_MS) * DAY_MS;
    return uniform(fromMs - 20 * DAY_MS, toMs + 20 * DAY_MS);
  };
  /** An amount of any size, which mostly ends in or near the span. */
  const amount = (start: number) => {
    const kind = random();
    if (kind < 0.02) return 0;
    if (kind < 0.4) return timeline.between(start, pick(boundaries)) + pick([0, 0, 0, 1, -1]);
    if (kind < 0.9) return uniform(-150 * HOUR_MS, 300 * HOUR_MS);
    return uniform(-totalMs, totalMs);
  };
  return { name, instant, amount };
}
