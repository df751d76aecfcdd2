import { describe, expect, it } from "vitest";
import { cutExplanation, cutShort, workingOf } from "../../../examples/lib/report/working";
import { explain, nhsmail } from "../../../src/index";

const reading = nhsmail().targets.incidentResolution.track(
  [
    { at: "2026-12-23T15:00:00Z", state: "new" },
    { at: "2026-12-24T10:00:00Z", state: "awaiting-user-info" },
    { at: "2026-12-29T10:00:00Z", state: "in-progress" },
  ],
  { asOf: "2026-12-31T09:00:00Z", ticket: "NM-1" },
);

describe("the working of an explanation", () => {
  const { head, rows } = workingOf(explain(reading));

  it("has a line for each stretch, and the cells of each", () => {
    expect(head).toEqual(["from", "to", "state", "counted", "total", "why"]);
    expect(rows).toHaveLength(reading.segments.length);
    expect(rows[3]).toEqual([
      "Thu 24 Dec 2026 10:00",
      "Tue 29 Dec 2026 10:00",
      "awaiting-user-info",
      "0",
      "10 h",
      "paused: awaiting-user-info",
    ]);
  });

  it("has every cell that the explanation has, and no more", () => {
    const table = explain(reading).split("\n\n").at(-1) ?? "";
    const words = (text: string) => text.split(/\s+/);
    expect(words([head, ...rows].flat().join(" ").trim())).toEqual(words(table.trim()));
  });
});

describe("a long working", () => {
  it("keeps its first forty lines and its last twenty", () => {
    const numbers = Array.from({ length: 100 }, (_, i) => i);
    const { first, leftOut, last } = cutShort(numbers);
    expect([first.length, first.at(-1), leftOut, last.length, last[0]]).toEqual([
      40, 39, 40, 20, 80,
    ]);
  });

  it("of sixty lines is left whole", () => {
    const numbers = Array.from({ length: 60 }, (_, i) => i);
    expect(cutShort(numbers)).toEqual({ first: numbers, leftOut: 0, last: [] });
  });

  it("is the explanation itself where nothing is left out", () => {
    expect(cutExplanation(explain(reading))).toBe(explain(reading));
  });
});
