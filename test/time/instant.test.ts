import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { alwaysOpen, type InstantLike, InvalidInstantError } from "../../src";
import { toEpochMs } from "../../src/time/instant";

// 20 November 2026 is 20 777 days after 1 January 1970: 56 years of 365, 14 leap days, 323 days.
const NOON = 20_777 * 86_400_000 + 12 * 3_600_000;

describe("an instant", () => {
  it.each<[string, InstantLike]>([
    ["a Luxon DateTime", DateTime.fromMillis(NOON, { zone: "Asia/Tokyo" })],
    ["a Date", new Date(NOON)],
    ["epoch milliseconds", NOON],
    ["ISO 8601 in UTC", "2026-11-20T12:00:00Z"],
    ["ISO 8601 without seconds", "2026-11-20T12:00Z"],
    ["ISO 8601 with an offset", "2026-11-20T13:30:00+01:30"],
    ["an offset of hours alone", "2026-11-20T13+01"],
    ["digits beyond the millisecond", "2026-11-20T12:00:00.000999Z"],
    ["Temporal's Instant, or anything like it", { epochMilliseconds: NOON }],
  ])("may be %s", (_, at) => {
    expect(toEpochMs(at)).toBe(NOON);
  });

  it("keeps its milliseconds", () => {
    expect(toEpochMs("2026-11-20T12:00:00.123Z")).toBe(NOON + 123);
  });

  it.each<[string, unknown]>([
    ["a string without an offset", "2026-11-20T12:00:00"],
    ["a date", "2026-11-20"],
    ["a date that does not exist", "2026-02-30T12:00:00Z"],
    ["an hour that does not exist", "2026-11-20T25:00:00Z"],
    ["words", "tomorrow at noon"],
    ["nothing", ""],
    ["an invalid DateTime", DateTime.invalid("test")],
    ["an invalid Date", new Date(Number.NaN)],
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["part of a millisecond", 0.5],
    ["more than a date can hold", 8.64e15 + 1],
    ["null", null],
    ["undefined", undefined],
    ["an empty object", {}],
    ["an object with text for a number", { epochMilliseconds: "soon" }],
    ["a bigint", 5n],
    ["a symbol", Symbol("at")],
    [
      "an object that throws when read",
      {
        get epochMilliseconds() {
          throw new Error("no");
        },
      },
    ],
    ["something that only says it is a DateTime", { isLuxonDateTime: true }],
  ])("is not %s", (_, at) => {
    // The wrong types on purpose: callers in JavaScript have no compiler to tell them.
    expect(() => toEpochMs(at as InstantLike)).toThrow(InvalidInstantError);
  });

  it("without an offset names the remedy", () => {
    expect(() => alwaysOpen().isOpen("2026-11-20T16:30")).toThrow(/calendar\.at\(text\)/);
  });
});
