import { describe, expect, it } from "vitest";
import { defineCalendar } from "../../src/index";
import { randomQuestions } from "../../warehouse/questions";

/**
 * The questions that DuckDB, PostgreSQL and Spark are asked beside the library. An easy question proves nothing, so
 * each hard kind must be among them: at least one in two hundred, of 20,000.
 */

const calendar = defineCalendar({
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-12:30", "13:30-17:30"], saturday: ["22:00-02:00"] },
});
const { timeline } = calendar;
const span = {
  fromMs: Date.parse("2026-01-01T00:00:00Z"),
  toMs: Date.parse("2027-01-01T00:00:00Z"),
};
const asked = () => randomQuestions([{ name: "desk", calendar, span }], 20_000).tickets;
const tickets = asked();

const edges = new Set(
  [...timeline.periods(span.fromMs, span.toMs)].flatMap(({ openMs, closeMs }) => [openMs, closeMs]),
);
const isEdge = (ms: number | null) => ms !== null && edges.has(ms);
const isBeside = (ms: number | null) => ms !== null && (edges.has(ms - 1) || edges.has(ms + 1));
const isWithin = (ms: number) => span.fromMs <= ms && ms <= span.toMs;

/** Where an amount runs out; null outside the coverage. */
function dueOf(startMs: number | null, amountMs: number | null): number | null {
  if (startMs === null || amountMs === null || amountMs === 0) return null;
  return timeline.add(startMs, amountMs);
}

const KINDS: Readonly<Record<string, (row: (typeof tickets)[number]) => boolean>> = {
  "begin at an opening or a closing": ({ start_ms }) => isEdge(start_ms),
  "begin a millisecond beside one": ({ start_ms }) => isBeside(start_ms),
  "end at an opening or a closing": ({ end_ms }) => isEdge(end_ms),
  "end a millisecond beside one": ({ end_ms }) => isBeside(end_ms),
  "begin at an end of the span": ({ start_ms }) =>
    start_ms === span.fromMs || start_ms === span.toMs,
  "begin out of hours": ({ start_ms }) =>
    start_ms !== null && isWithin(start_ms) && !timeline.isOpen(start_ms),
  "begin in hours": ({ start_ms }) =>
    start_ms !== null && isWithin(start_ms) && timeline.isOpen(start_ms),
  "begin at a midnight": ({ start_ms }) => start_ms !== null && start_ms % 86_400_000 === 0,
  "begin before the span": ({ start_ms }) => start_ms !== null && start_ms < span.fromMs,
  "begin after the span": ({ start_ms }) => start_ms !== null && start_ms > span.toMs,
  "go backwards": ({ start_ms, end_ms }) =>
    start_ms !== null && end_ms !== null && end_ms < start_ms,
  "add nothing": ({ amount_ms }) => amount_ms === 0,
  "add less than nothing": ({ amount_ms }) => (amount_ms ?? 0) < 0,
  "run out exactly at an opening or a closing": ({ start_ms, amount_ms }) =>
    isEdge(dueOf(start_ms, amount_ms)),
  "run out a millisecond beside one": ({ start_ms, amount_ms }) =>
    isBeside(dueOf(start_ms, amount_ms)),
};

/** What is asked seldom: one in a thousand will do. */
const SELDOM: typeof KINDS = {
  "name no calendar": ({ calendar: name }) => name !== "desk",
  "have no start": ({ start_ms }) => start_ms === null,
  "have no end": ({ end_ms }) => end_ms === null,
  "have no amount": ({ amount_ms }) => amount_ms === null,
};

describe("among the questions of the warehouse, some", () => {
  it.each(Object.entries(KINDS))("%s", (_, isSo) => {
    expect(tickets.filter(isSo).length).toBeGreaterThan(tickets.length / 200);
  });

  it.each(Object.entries(SELDOM))("%s", (_, isSo) => {
    const found = tickets.filter(isSo).length;
    expect(found).toBeGreaterThan(tickets.length / 1_000);
    expect(found).toBeLessThan(tickets.length / 100);
  });
});

describe("the questions of the warehouse", () => {
  it("are whole milliseconds, numbered, and the same in every run", () => {
    for (const [i, { ticket, start_ms, end_ms, amount_ms }] of tickets.entries()) {
      expect(ticket).toBe(i);
      for (const ms of [start_ms, end_ms, amount_ms]) {
        if (ms !== null) expect(Number.isSafeInteger(ms)).toBe(true);
      }
    }
    expect(asked()).toEqual(tickets);
  });
});
