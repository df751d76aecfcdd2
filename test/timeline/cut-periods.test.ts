import { describe, expect, it } from "vitest";
import { periodsFrom, Timeline } from "../../src/timeline";

/*
 * A window looks 100 days to either side of what was asked, and a table cuts time into days: neither edge is
 * an opening or a closing.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Open from day 10 to day 990 of 1,000, and an hour of each of days 2, 3 and 5. */
const long = () =>
  new Timeline({
    startMs: 0,
    endMs: 1_000 * DAY,
    periods: periodsFrom(
      [2 * DAY, 3 * DAY, 5 * DAY, 10 * DAY],
      [2 * DAY + HOUR, 3 * DAY + HOUR, 5 * DAY + HOUR, 990 * DAY],
    ),
  });

describe("a period that goes on over the start of a window", () => {
  it("has no opening there for an amount that runs out backwards", () => {
    const timeline = long();
    timeline.isOpen(500 * DAY); // The window begins on day 400.
    expect(timeline.subtract(500 * DAY, 100 * DAY, "previous-close")).toBe(400 * DAY);
  });

  it("has its own opening, to whose closing before it an amount goes back", () => {
    expect(long().subtract(500 * DAY, 490 * DAY, "previous-close")).toBe(5 * DAY + HOUR);
  });
});

describe("a period over hundreds of days", () => {
  it("has one opening and one closing, asked on any day", () => {
    const timeline = long();
    for (const day of [10, 11, 400, 989]) {
      expect(timeline.nextClose(day * DAY), `day ${day}`).toBe(990 * DAY);
      expect(timeline.previousOpen(day * DAY), `day ${day}`).toBe(10 * DAY);
      expect(timeline.previousClose(day * DAY), `day ${day}`).toBe(5 * DAY + HOUR);
      expect(timeline.nextOpen(day * DAY), `day ${day}`).toBe(day * DAY);
    }
  });
});
