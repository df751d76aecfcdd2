import { describe, expect, it } from "vitest";
import { defineSla } from "../../../src";
import { isoOf, londonDesk } from "../../reference/london-desk";

describe("milestones", () => {
  const { chase } = defineSla({
    ...londonDesk,
    milestones: {
      chase: {
        title: "Chasing",
        steps: [
          { id: "first", title: "First letter", after: { hours: 24, calendar: "days" } },
          { id: "second", after: { workingDays: 1, calendar: "days" } },
          { id: "week", from: "start", after: { weeks: 1 } },
          { id: "rolled", from: "start", after: { hours: 48, calendar: "always" }, rollTo: "days" },
        ],
      },
    },
  }).milestones;

  it("are each so long after the one before, or after the start, and roll off closed dates", () => {
    // Thursday 24 December 2026, 15:00: 9 h that day, 15 h on Tuesday the 29th; then the end of the
    // 30th; a week is the 31st, 15:00; 48 h is Saturday the 26th, rolled on to Tuesday the 29th.
    const chain = chase("2026-12-24T15:00:00Z");
    expect(chain.map(({ id, title, at }) => [id, title, isoOf(at)])).toEqual([
      ["first", "First letter", "2026-12-29T15:00:00.000+00:00"],
      ["second", "second", "2026-12-31T00:00:00.000+00:00"],
      ["week", "week", "2026-12-31T15:00:00.000+00:00"],
      ["rolled", "rolled", "2026-12-29T15:00:00.000+00:00"],
    ]);
  });

  it("end if the chain ends early, from that instant on", () => {
    const ids = (until: string) => chase("2026-12-24T15:00:00Z", { until }).map(({ id }) => id);
    expect(ids("2026-12-29T15:00:00Z")).toEqual([]);
    expect(ids("2026-12-29T15:00:00.001Z")).toEqual(["first"]);
  });

  it("say when they rest on projected bank holidays", () => {
    expect(chase("2026-12-24T15:00:00Z").some(({ provisional }) => provisional)).toBe(false);
    const later = chase("2029-01-02T15:00:00Z");
    expect(later.map(({ id, provisional }) => [id, provisional])).toEqual([
      ["first", true],
      ["second", true],
      ["week", false], // Civil days know no bank holidays,
      ["rolled", true], // but rolling off them does.
    ]);
  });
});
