import { describe, expect, it } from "vitest";
import { CivilDays } from "../../../src/calendar/days/civil-days";
import { byDate, joinPieces, type Piece, WHYS, whyClosed } from "../../../src/sla/allowance/pieces";
import { told } from "../../../src/sla/allowance/told";
import { zoneNamed } from "../../../src/time/zone";
import { CoreHoursError } from "../../../src/timeline";

const piece = (fromMs: number, toMs: number, more: Partial<Piece> = {}): Piece => ({
  fromMs,
  toMs,
  amount: toMs - fromMs,
  why: "counted",
  title: null,
  ...more,
});

describe("pieces of a stretch", () => {
  it("are joined if they touch and have one reason and one title", () => {
    expect(joinPieces([piece(0, 5), piece(5, 6), piece(6, 9)])).toEqual([piece(0, 9)]);
  });

  it.each<[string, Piece]>([
    ["leaves a gap", piece(6, 9)],
    ["has another reason", piece(5, 9, { why: "outside-hours" })],
    ["has another title", piece(5, 9, { title: "Training" })],
  ])("stay apart if the second %s", (_, second) => {
    expect(joinPieces([piece(0, 5), second])).toEqual([piece(0, 5), second]);
  });

  it("are none of nothing", () => {
    expect(joinPieces([])).toEqual([]);
  });

  it("are one for each date, and end with the stretch", () => {
    const days = new CivilDays(zoneNamed("UTC"));
    const [start, midnight, end] = [
      "2026-11-16T10:00Z",
      "2026-11-17T00:00Z",
      "2026-11-17T06:00Z",
    ].map((text) => Date.parse(text)) as [number, number, number];
    const day = days.dayAt(start);
    expect(byDate(days, start, end)).toEqual([
      { day, fromMs: start, toMs: midnight },
      { day: day + 1, fromMs: midnight, toMs: end },
    ]);
    expect(byDate(days, start, midnight)).toEqual([{ day, fromMs: start, toMs: midnight }]);
    expect(byDate(days, start, start)).toEqual([]);
  });
});

describe("a date without hours", () => {
  it.each([
    // Monday is 0.
    [4, "closed-day"],
    [5, "weekend"],
    [6, "weekend"],
  ])("on weekday %i of the week is a %s", (weekday, why) => {
    expect(whyClosed(weekday, { because: "week" })).toEqual({ why, title: null });
    expect(whyClosed(weekday, { because: "week", title: "Winter" })).toEqual({
      why,
      title: "Winter",
    });
  });

  it.each(["exception", "bank-holiday", "rule"] as const)("by an %s has that reason", (because) => {
    expect(whyClosed(6, { because, title: "Training" })).toEqual({
      why: because,
      title: "Training",
    });
    expect(whyClosed(6, { because })).toEqual({ why: because, title: null });
  });
});

it("the reasons for which time counts or does not are these", () => {
  expect(WHYS).toEqual([
    "counted",
    "outside-hours",
    "weekend",
    "closed-day",
    "bank-holiday",
    "exception",
    "rule",
    "after-cutoff",
    "day-zero",
    "day-not-over",
    "paused",
    "stopped",
    "cancelled",
    "not-started",
    "not-applicable",
    "by-agreement",
    "restarted",
  ]);
});

describe("what a calendar can tell", () => {
  it("is told, and null if it does not reach that far", () => {
    expect(told(() => 5)).toBe(5);
    const beyond = () => {
      throw new CoreHoursError("coverage-end", "The calendar ends.");
    };
    expect(told(beyond)).toBeNull();
  });

  it("and an error of another kind is passed on", () => {
    const wrong = () => {
      throw new RangeError("no");
    };
    expect(() => told(wrong)).toThrow(RangeError);
  });
});
