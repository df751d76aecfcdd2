import { describe, expect, it } from "vitest";
import { defineSla } from "../../../src";
import { isoOf, londonDesk } from "../../reference/london-desk";

describe("recurrences", () => {
  const { recurrences } = defineSla({
    ...londonDesk,
    recurrences: {
      rolling: { every: { workingDays: 2, calendar: "days" } },
      grid: { every: { workingDays: 2, calendar: "days" }, anchor: "grid" },
      never: { every: { hours: 0, calendar: "always" }, anchor: "grid" },
    },
  });
  const start = "2026-11-16T10:00:00Z"; // A Monday.
  const listed = (reading: ReturnType<typeof recurrences.rolling>) =>
    reading.occurrences.map(({ dueAt, doneAt, late }) => [
      dueAt.toFormat("dd"),
      doneAt?.toFormat("dd HH") ?? null,
      late,
    ]);

  it("rolling: each is due so long after the last time it was done", () => {
    // Due at the end of Wednesday 18; done on Thursday 19, late; due at the end of Monday 23.
    const reading = recurrences.rolling(start, {
      asOf: "2026-11-20T12:00:00Z",
      done: ["2026-11-19T09:00:00Z"],
    });
    expect(listed(reading)).toEqual([
      ["19", "19 09", true],
      ["24", null, false],
    ]);
    expect(isoOf(reading.nextDueAt)).toBe("2026-11-24T00:00:00.000+00:00");
    expect(reading.overdue).toBe(false);
  });

  it("rolling: is overdue until it is done", () => {
    const reading = recurrences.rolling(start, { asOf: "2026-11-27T12:00:00Z" });
    expect(listed(reading)).toEqual([["19", null, true]]);
    expect(reading.overdue).toBe(true);
  });

  it("grid: each is due a whole number of times after the start, whatever was done", () => {
    // Ends of Wednesday 18, Friday 20 and Tuesday 24; done on Thursday 19 alone.
    const reading = recurrences.grid(start, {
      asOf: "2026-11-23T12:00:00Z",
      done: ["2026-11-19T09:00:00Z"],
    });
    expect(listed(reading)).toEqual([
      ["19", null, true],
      ["21", "19 09", false],
      ["25", null, false],
    ]);
    expect(isoOf(reading.nextDueAt)).toBe("2026-11-25T00:00:00.000+00:00");
    expect(reading.overdue).toBe(false);
  });

  it("are due no more once they have ended", () => {
    const until = "2026-11-17T10:00:00Z";
    const asOf = "2026-11-27T12:00:00Z";
    expect(recurrences.rolling(start, { asOf, until })).toMatchObject({
      occurrences: [],
      nextDueAt: null,
      overdue: false,
    });
    const after = recurrences.rolling(start, { asOf, until: "2026-11-19T10:00:00Z" });
    expect(listed(after)).toEqual([["19", null, true]]); // It was due before the end, and missed.
    expect(after.nextDueAt).toBeNull();
  });

  it("that never move on are refused, not searched for ever", () => {
    expect(() => recurrences.never(start, { asOf: "2026-11-27T12:00:00Z" })).toThrow(
      expect.objectContaining({ code: "too-many-occurrences" }),
    );
  });
});
