import { describe, expect, it } from "vitest";
import { explain, nhsmail, workingOf } from "../../src/index";
import { cutShort } from "../../src/report/model/log-report";

const reading = nhsmail().targets.incidentResolution.track(
  [
    { at: "2026-12-23T15:00:00Z", state: "new" },
    { at: "2026-12-24T10:00:00Z", state: "awaiting-user-info" },
    { at: "2026-12-29T10:00:00Z", state: "in-progress" },
  ],
  { asOf: "2026-12-31T09:00:00Z", ticket: "NM-1" },
);

describe("the working of a reading", () => {
  const rows = workingOf(reading);

  it("has a row for each stretch, and the cells of each", () => {
    expect(rows).toHaveLength(reading.segments.length);
    expect(rows[3]).toEqual({
      from: "Thu 24 Dec 2026 10:00",
      to: "Tue 29 Dec 2026 10:00",
      state: "awaiting-user-info",
      counted: "0",
      total: "10 h",
      why: "paused: awaiting-user-info",
    });
  });

  it("has every cell that the explanation has, and no more", () => {
    const table = explain(reading).split("\n\n").at(-1) ?? "";
    const words = (text: string) => text.split(/\s+/);
    const cells = rows.flatMap(({ from, to, state, counted, total, why }) => [
      ...[from, to, state, counted, total, why],
    ]);
    const head = ["from", "to", "state", "counted", "total", "why"];
    expect(words([...head, ...cells].join(" ").trim())).toEqual(words(table.trim()));
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
});
