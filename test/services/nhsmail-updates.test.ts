import { describe, expect, it } from "vitest";
import { type NhsmailOptions, nhsmail } from "../../src/index";
import { london } from "./nhsmail-desk";

function update(
  loggedAt: string,
  asOf: string,
  { done = [], until, ...options }: NhsmailOptions & { done?: string[]; until?: string } = {},
) {
  const { escalationUpdate } = nhsmail(options).recurrences;
  return escalationUpdate(loggedAt, { asOf, done, ...(until === undefined ? {} : { until }) });
}

describe("NM-08: a progress update every 2 working days", () => {
  it("the first, 2 working days after logging", () => {
    // Monday is day 0, Tuesday 1, Wednesday 2, to its end.
    const { nextDueAt, overdue } = update("2026-11-16T10:00Z", "2026-11-16T12:00Z");
    expect(london(nextDueAt)).toBe("Thu 2026-11-19 00:00 +00:00");
    expect(overdue).toBe(false);
  });

  it.each<[string, NhsmailOptions, string, string]>([
    // Monday 1, Tuesday 2.
    ["a Friday evening", {}, "2026-11-20T20:00Z", "Wed 2026-11-25 00:00 +00:00"],
    // Thursday 24 is 1, Tuesday 29 is 2.
    ["before Christmas", {}, "2026-12-23T10:00Z", "Wed 2026-12-30 00:00 +00:00"],
    // Tuesday 30 March is 1, Wednesday 2.
    ["Good Friday", {}, "2027-03-26T10:00Z", "Thu 2027-04-01 00:00 +01:00"],
    // Monday 26 October, the clocks gone back, is 1, Tuesday 2.
    ["before the clocks go back", {}, "2026-10-23T10:00+01:00", "Wed 2026-10-28 00:00 +00:00"],
    // Friday 27 is 1; Monday is St Andrew's Day; Tuesday 1 December is 2.
    [
      "a Thursday in Scotland",
      { division: "scotland" },
      "2026-11-26T10:00Z",
      "Wed 2026-12-02 00:00 +00:00",
    ],
  ])("logged on %s", (_, options, loggedAt, due) => {
    expect(london(update(loggedAt, loggedAt, options).nextDueAt)).toBe(due);
  });

  it("rolling: counts from the last update", () => {
    const done = ["2026-11-17T15:00Z"];
    const reading = update("2026-11-16T10:00Z", "2026-11-18T10:00Z", { done });
    expect(reading.occurrences.map(({ dueAt, late }) => [london(dueAt), late])).toEqual([
      ["Thu 2026-11-19 00:00 +00:00", false],
      // Tuesday is day 0 of the next: Wednesday 1, Thursday 2.
      ["Fri 2026-11-20 00:00 +00:00", false],
    ]);
    expect(london(reading.nextDueAt)).toBe("Fri 2026-11-20 00:00 +00:00");
    expect(update("2026-11-16T10:00Z", "2026-11-20T00:00:01Z", { done }).overdue).toBe(true);
  });

  it("grid: counts from logging, whenever the last update came", () => {
    const done = ["2026-11-17T15:00Z"];
    const grid = { done, progressUpdates: "grid" } as const;
    // Wednesday, Friday, Tuesday: the first is done, the second is the next.
    const reading = update("2026-11-16T10:00Z", "2026-11-18T10:00Z", grid);
    expect(london(reading.nextDueAt)).toBe("Sat 2026-11-21 00:00 +00:00");
    // On Monday Friday's has not come, and Tuesday's is the next.
    const later = update("2026-11-16T10:00Z", "2026-11-23T10:00Z", grid);
    expect(later.occurrences.map(({ dueAt, late }) => [london(dueAt), late])).toEqual([
      ["Thu 2026-11-19 00:00 +00:00", false],
      ["Sat 2026-11-21 00:00 +00:00", true],
      ["Wed 2026-11-25 00:00 +00:00", false],
    ]);
  });

  it("until a satisfactory resolution", () => {
    const until = "2026-11-17T12:00Z";
    expect(update("2026-11-16T10:00Z", "2026-11-18T10:00Z", { until }).nextDueAt).toBeNull();
  });

  it("is a target of best endeavours, and says so", () => {
    expect(nhsmail().clauses["NM-08"]?.reading).toContain("best endeavours");
  });
});
