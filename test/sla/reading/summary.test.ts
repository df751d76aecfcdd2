import { describe, expect, it } from "vitest";
import { explain, type HistoryEvent, summary } from "../../../src/index";
import { deskTarget, mon } from "../../reference/desk";

const target = deskTarget({
  title: "Time to fix",
  allowance: { hours: 100, calendar: "always" },
  warnAt: [0.5, 0.9],
});

/** A ticket that waits and goes on every ten minutes. */
const noisy = (events: number): HistoryEvent[] =>
  Array.from({ length: events }, (_, i) => ({
    at: Date.parse(mon("00:00")) + i * 600_000,
    state: i % 2 === 0 ? "open" : "waiting",
  }));

const readingOf = (events: number) =>
  target.track(noisy(events), {
    asOf: Date.parse(mon("00:00")) + events * 600_000,
    ticket: "INC0012345",
  });

describe("the summary of a reading", () => {
  it("is the reading without its working", () => {
    const reading = readingOf(4);
    const { status, dueAt, elapsed, percentElapsed } = summary(reading);
    expect([status, dueAt, elapsed, percentElapsed]).toEqual([
      reading.status,
      reading.dueAt,
      reading.elapsed,
      reading.percentElapsed,
    ]);
    for (const key of ["segments", "cycles", "warnings", "rule"]) {
      expect(Object.keys(summary(reading))).not.toContain(key);
    }
    expect(Object.isFrozen(summary(reading))).toBe(true);
  });

  it("is a few hundred bytes, however long the ticket's life was", () => {
    const sizes = [4, 2_000].map((events) => JSON.stringify(summary(readingOf(events))).length);
    for (const size of sizes) expect(size).toBeLessThan(1_000);
    expect(JSON.stringify(readingOf(2_000)).length).toBeGreaterThan(100_000);
  });
});

describe("the working of a long life", () => {
  it("is printed whole: 130,000 rows, more than a call takes arguments", () => {
    const reading = readingOf(4);
    const [first] = reading.segments;
    if (!first) throw new Error("it has segments");
    const segments = Array.from({ length: 130_000 }, () => first);
    // Headline, use, instants, an empty line and the names of the columns come first.
    expect(explain({ ...reading, segments }).split("\n")).toHaveLength(130_005);
  });
});
