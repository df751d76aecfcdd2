import { DateTime, Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { AllowanceError, type ExactAmount } from "../../src";
import { exactMs } from "../../src/time/exact-amount";

describe("an exact amount", () => {
  it.each<[ExactAmount, number]>([
    [{ hours: 48 }, 172_800_000],
    [{ hours: 1, minutes: 30, seconds: 1, milliseconds: 5 }, 5_401_005],
    [{ hours: 1.5 }, 5_400_000],
    [{ minutes: 1 / 3 }, 20_000],
    [{ hours: -2 }, -7_200_000],
    [{ hours: 0 }, 0],
    ["PT48H", 172_800_000],
    ["PT1H30M", 5_400_000],
    ["PT0.5S", 500],
    [Duration.fromObject({ hours: 2, minutes: 5 }), 7_500_000],
    [Duration.fromMillis(17), 17],
    [Duration.fromObject({ days: 0, hours: 1 }), 3_600_000],
    [{ milliseconds: 0.5 }, 1],
    [{ milliseconds: 0.4 }, 0],
    [{ milliseconds: -0.4 }, 0], // And not -0.
    [{ hours: -0 }, 0],
    [{ milliseconds: 2 ** 53 - 1 }, 9_007_199_254_740_991],
    [{ milliseconds: -(2 ** 53 - 1) }, -9_007_199_254_740_991],
  ])("%o is %i ms", (amount, ms) => {
    expect(exactMs(amount)).toBe(ms);
  });

  it.each<[string, unknown, RegExp]>([
    ["days", { days: 1 }, /addWorkingDays/],
    ["months in a Duration", Duration.fromObject({ months: 1 }), /addWorkingDays/],
    ["days in ISO 8601", "P2D", /addWorkingDays/],
    ["a bare number, which has no unit", 48, /names no unit/],
    ["an invalid unit", { hour: 4, fortnights: 1 }, /"hour"/],
    ["nothing", {}, /empty/],
    ["words", "two hours", /PT48H/],
    ["NaN", { hours: Number.NaN }, /finite/],
    ["infinity", { hours: Number.POSITIVE_INFINITY }, /finite/],
    ["text for a number", { hours: "4" }, /finite/],
    ["more than numbers can count", { hours: 1e300 }, /too large/],
    ["an invalid Duration", Duration.invalid("test"), /invalid/],
    ["a list", [4], /names no unit/],
    ["null", null, /names no unit/],
    ["a key of every object", { constructor: 1 }, /constructor/],
    ["one more than numbers can count", { milliseconds: 2 ** 53 }, /: it is too large\./],
    [
      "a DateTime",
      DateTime.fromMillis(0),
      /: an instant is not a length of time\. Give a length of time, such as calendar\.between/,
    ],
    [
      "an object of which toISOString is not a method",
      { toISOString: 5 },
      /"toISOString" is not a u/,
    ],
    ["text that no Duration can be", "P-", /: it is not an ISO 8601 duration\./],
    [
      "an object that cannot be read",
      {
        get hours() {
          throw new Error("no");
        },
      },
      /^an unreadable object is not an exact amount: it cannot be read\. Give \{ hours/,
    ],
  ])("is not %s", (_, amount, message) => {
    expect(() => exactMs(amount as ExactAmount)).toThrow(AllowanceError);
    expect(() => exactMs(amount as ExactAmount)).toThrow(message);
  });
});
