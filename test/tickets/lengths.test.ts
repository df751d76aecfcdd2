import { describe, expect, it } from "vitest";
import { readLength } from "../../src/tickets/log/lengths";
import { HOUR_MS, MINUTE_MS } from "../../src/timeline/units";

describe("a length of time", () => {
  it.each([
    ["2.5", "hours", 2.5 * HOUR_MS],
    ["2,5", "hours", 2.5 * HOUR_MS],
    [".5", "hours", 0.5 * HOUR_MS],
    ["1,002.5", "hours", 1002.5 * HOUR_MS],
    ["1,002,500", "seconds", 1_002_500_000],
    // Nobody writes seconds to the thousandth.
    ["10,800", "seconds", 10_800_000],
    ["90", "minutes", 90 * MINUTE_MS],
    ["5400", "seconds", 90 * MINUTE_MS],
    ["26:15:00", "hh:mm:ss", 26.25 * HOUR_MS],
    ["1:30", "hh:mm", 90 * MINUTE_MS],
    ["PT1H30M", "iso", 90 * MINUTE_MS],
    ["1 Hour 30 Minutes", "words", 90 * MINUTE_MS],
    ["2 Days, 1 hr", "words", 49 * HOUR_MS],
    ["1d 4h 5m 6s", "words", 28 * HOUR_MS + 5 * MINUTE_MS + 6_000],
    ["0 Seconds", "words", 0],
    // ServiceNow stores a length as an instant so long after the start of 1970.
    ["1970-01-01 01:30:00", "words", 90 * MINUTE_MS],
    ["1970-01-03 01:00:00", "words", 49 * HOUR_MS],
  ] as const)("%s, written as %s", (text, written, ms) => {
    expect(readLength(text, written)).toBe(ms);
  });

  it.each([
    // Before three digits a comma may set thousands apart.
    ["2,500", "hours"],
    ["-1", "hours"],
    ["1:60", "hh:mm"],
    ["1:30", "hh:mm:ss"],
    ["P1D", "iso"],
    ["an hour", "iso"],
    ["-PT1H", "iso"],
    ["soon", "words"],
    ["2 Hours of work", "words"],
    ["", "words"],
  ] as const)("is refused: %j, written as %s", (text, written) => {
    expect(readLength(text, written)).toHaveProperty("reason");
  });
});
