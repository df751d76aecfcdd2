import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingOf } from "../../../src/report/model/first/standing";
import { leftText, standingText } from "../../../src/report/model/first/words";

describe("attainment against its target", () => {
  it.each([
    // 93 ÷ (100 + 3) is 90.29 %, and 93 ÷ 104 is 89.4 %.
    [93, 7, 90, true, 3, 0],
    // Exactly 90 %, which reaches it; the next breach does not.
    [90, 10, 90, true, 0, 0],
    // 89 of 100: the next 10 met make 99 of 110, exactly 90 %.
    [89, 11, 90, false, 0, 10],
    [10, 0, 100, true, 0, 0],
    // Of 100 % one breach is too many for ever.
    [10, 1, 100, false, 0, null],
    // 9,995 of 10,000 is 99.95 % to the digit.
    [9995, 5, 99.95, true, 0, 0],
  ])("%i met and %i breached of %d %%: reached %s, %i left, %s needed", (...row) => {
    const [met, breached, percent, isReached, breachesLeft, metNeeded] = row;
    expect(standingOf({ met, breached }, percent)).toMatchObject({
      isReached,
      breachesLeft,
      metNeeded,
    });
  });

  it("is undecided while nothing is", () => {
    const standing = standingOf({ met: 0, breached: 0 }, 90);
    expect([standingText(standing), leftText(standing)]).toEqual([
      "undecided",
      "nothing decided yet",
    ]);
  });

  it("counts as many breaches as the slow count, one by one", () => {
    const slow = (met: number, breached: number, percent: number) => {
      let more = 0;
      while (100 * met >= percent * (met + breached + more + 1)) more += 1;
      return more;
    };
    const count = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 50, max: 100 }), (met, breached, percent) => {
        expect(standingOf({ met, breached }, percent).breachesLeft).toBe(
          slow(met, breached, percent),
        );
      }),
    );
  });
});
