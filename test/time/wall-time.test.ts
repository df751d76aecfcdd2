import { describe, expect, it } from "vitest";
import { parseWall, parseWallTime } from "../../src/time/wall-time";
import { refusal, untyped } from "../reference/refusals";

const HOUR = 3_600_000;
const utc = Date.UTC;

describe("a time of day", () => {
  it.each([
    ["00:00", 0],
    ["00:01", 60_000],
    ["17:05", 17 * HOUR + 300_000],
    ["23:59:59", 24 * HOUR - 1_000],
    ["23:59:59.999", 24 * HOUR - 1],
    ["01:00:00,5", HOUR + 500],
    ["01:00:00.05", HOUR + 50],
    ["01:00:00.005", HOUR + 5],
    ["01:00:00.0059", HOUR + 5], // Digits beyond the millisecond are dropped.
    ["24:00", 24 * HOUR],
    ["24:00:00", 24 * HOUR],
  ])("%s is %i ms after midnight", (text, ms) => {
    expect(parseWallTime(text)).toBe(ms);
    expect(parseWall(`2026-11-20T${text}`)).toBe(utc(2026, 10, 20) + ms);
  });

  it.each([
    "24:00:01",
    "24:01",
    "25:00",
    "17:60",
    "17:00:60",
    "7:00",
    "17:0",
    "17:00:0",
    "17:00:00.",
    "17",
    "1700",
    "x17:00",
    "17:00x",
    "-17:00",
    "",
  ])("is not %j", (text) => {
    expect(refusal(() => parseWallTime(text)).toJSON()).toMatchObject({
      code: "time-of-day-invalid",
      message: `"${text}" is not a time of day; give "HH:MM", such as "17:00".`,
      data: { given: `"${text}"` },
    });
    expect(refusal(() => parseWall(`2026-11-20 ${text} Z`)).code).toBe("wall-time-invalid");
  });
});

describe("a list of one text", () => {
  it("is not text, though it reads like it", () => {
    expect(refusal(untyped((text) => parseWallTime(text), ["17:00"])).code).toBe(
      "time-of-day-invalid",
    );
    expect(refusal(untyped((text) => parseWall(text), ["2026-11-20"])).code).toBe(
      "wall-time-invalid",
    );
  });
});

describe("wall-clock time", () => {
  it("may be a date alone, and have blanks around it", () => {
    expect(parseWall("2026-11-20")).toBe(utc(2026, 10, 20));
    expect(parseWall("\t2026-11-20 16:30\n")).toBe(utc(2026, 10, 20, 16, 30));
  });

  it.each(["2026-02-30", "2026-11-20T", "2026-11-20  16:30", "2026-11-20t16:30", "16:30"])(
    "is not %j",
    (text) => {
      expect(refusal(() => parseWall(text)).toJSON()).toMatchObject({
        code: "wall-time-invalid",
        message: `"${text}" is not wall-clock time; give "2026-11-20T16:30", without an offset. An instant that has an offset can be given as it is.`,
        data: { given: `"${text}"` },
      });
    },
  );
});
