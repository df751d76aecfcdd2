import { runInNewContext } from "node:vm";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { alwaysOpen, type InstantLike, InvalidInstantError } from "../../src";
import { toEpochMs } from "../../src/time/instant";
import { refusal } from "../reference/refusals";

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

  // 20 November 2026 is the Friday of its week 47, and day 324 of its year: 304 days come before November.
  it.each([
    "2026-W47-5T12:00Z",
    "2026-W47-5T12:00z",
    "2026-W47-5T12Z",
    "2026-W47-5T13:30+0130",
    "2026-W47-5T13:30+01:30",
    "2026-W47-5T13+01",
    "2026-W47-5T07:00-05:00",
    "2026-W47-5T21:00+09:00",
    "2026-W47-6T07:00+19:00",
    "2026-W47-6T08:00+20:00",
    "2026-W47-6T11:59+23:59",
    "2026-324T12:00:00.000Z",
    "2026324T120000Z",
    "20261120T120000Z",
    "20261120T12Z",
    "+002026-11-20T12:00Z",
    "2026-11-20T12:00:00,0Z",
    " 2026-11-20T12:00Z\n",
  ])("may be written as %j", (text) => {
    expect(toEpochMs(text)).toBe(NOON);
  });

  it("may be at 24:00, which is the midnight that ends its date", () => {
    expect(toEpochMs("2026-11-19T24:00Z")).toBe(NOON - 12 * 3_600_000);
  });

  it("may be a Date of another realm", () => {
    expect(toEpochMs(runInNewContext(`new Date(${NOON})`))).toBe(NOON);
  });

  const NOT_ISO = "it is not written as ISO 8601, with a date, a time and an offset. Give a Luxon";
  const NO_OFFSET = "it names no offset. End it with";
  const INSTEAD = (text: string) => `a T belongs between its date and its time. Give "${text}".`;
  it.each([
    ["at 2026-11-20T12:00Z", NOT_ISO],
    ["2026-11-20T12:00Z!", NOT_ISO],
    ["20-11-20T12:00Z", NOT_ISO],
    ["2026-11-20TnoonZ", NOT_ISO],
    ["2026-11-20T12:00+24:00", NOT_ISO],
    ["2026-11-20T12:00+01:60", NOT_ISO],
    ["2026-11-20T12:00+1", NOT_ISO],
    ["[Europe/London]", NOT_ISO],
    ["x".repeat(64), NOT_ISO],
    ["x".repeat(65), "it is too long for one. Give a Luxon"],
    [" ".repeat(65), NOT_ISO],
    ["2026-11-20", NO_OFFSET],
    ["2026-11-20T12", NO_OFFSET],
    ["2026-11-20t12:00:00.000", NO_OFFSET],
    ["2026-11-20 12:00:00,5", NO_OFFSET],
    ["x2026-11-20T12:00", NOT_ISO],
    ["2026-11-20T12:00x", NOT_ISO],
    ["2026-11-20Tnoon", NOT_ISO],
    ["2026-11-20 12:00Z", INSTEAD("2026-11-20T12:00Z")],
    ["2026-11-20 \t 12:00 z", INSTEAD("2026-11-20T12:00z")],
    ["2026-11-20 12:00+0100", INSTEAD("2026-11-20T12:00+0100")],
    ["2026-11-20 1-01", INSTEAD("2026-11-20T1-01")],
    ["at 2026-11-20 12:00Z", NOT_ISO],
    ["2026-11-20 12:00Z!", NOT_ISO],
    ["2026-11-20 noonZ", NOT_ISO],
    [
      "2026-11-20T12:00Z[x]",
      'a zone in brackets is not read. Give it without: "2026-11-20T12:00Z".',
    ],
    ["2026-W60-1T12:00Z", "you specified 60 (of type number) as a week, which is invalid. Give"],
    ["+275761-01-01T00:00:00Z", "no date can hold it. Give a Luxon"],
  ])("is not %j, and the message says why", (text, why) => {
    const { message } = refusal(() => toEpochMs(text));
    expect(message).toContain(`is not an instant: ${why}`);
  });

  it.each<[string, unknown, string]>([
    ["an invalid DateTime without an explanation", DateTime.invalid("test"), "test. Give"],
    ["an object of which toDate is not a method", { toDate: 5 }, "an object needs epochMill"],
    [
      "an object whose tag only contains a Temporal type",
      { [Symbol.toStringTag]: "My Temporal.PlainDate" },
      "an object needs epochMilliseconds",
    ],
    [
      "a Temporal.PlainDate",
      { [Symbol.toStringTag]: "Temporal.PlainDate" },
      "it names no zone. Read it as wall time in the calendar's zone with calendar.at(",
    ],
  ])("is not %s, and the message says why", (_, at, why) => {
    expect(refusal(() => toEpochMs(at as InstantLike)).message).toContain(
      `is not an instant: ${why}`,
    );
  });

  it("without an offset names the remedy", () => {
    expect(() => alwaysOpen().isOpen("2026-11-20T16:30")).toThrow(/calendar\.at\(text\)/);
  });
});
