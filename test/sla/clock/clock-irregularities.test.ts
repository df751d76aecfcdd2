import { describe, expect, it } from "vitest";
import { Clock } from "../../../src/sla/clock/clock";
import type { ClockRules } from "../../../src/sla/clock/rules";
import { clockOf, type Happening, odd, rules, take, timeOf } from "./small-clock";

describe("an irregularity", () => {
  it.each<
    [string, Partial<ClockRules>, readonly Happening[], readonly (readonly [string, number])[]]
  >([
    ["a stop before the start", {}, [[3, "done"]], [["done-before-open", 3]]],
    [
      "a second stop is none",
      {},
      [
        [0, "1", "open"],
        [5, "done"],
        [6, "done"],
      ],
      [],
    ],
    [
      "a state that says nothing after an end is none",
      {},
      [
        [0, "void"],
        [5, "note"],
      ],
      [],
    ],
    [
      "a second cancellation is none",
      {},
      [
        [0, "void"],
        [5, "void"],
      ],
      [],
    ],
    [
      "a stop after a cancellation",
      {},
      [
        [0, "void"],
        [5, "done"],
      ],
      [["state-after-ending", 5]],
    ],
    [
      "work after a cancellation",
      {},
      [
        [0, "void"],
        [5, "wait"],
      ],
      [["state-after-ending", 5]],
    ],
    [
      "a second stop for good is none",
      { onReopen: "first-only" },
      [
        [0, "1", "open"],
        [5, "done"],
        [6, "done"],
      ],
      [],
    ],
    [
      "work after a stop for good",
      { onReopen: "first-only" },
      [
        [0, "1", "open"],
        [5, "done"],
        [6, "open"],
      ],
      [["state-after-ending", 6]],
    ],
    [
      "a cancellation after a stop",
      {},
      [
        [0, "1", "open"],
        [5, "done"],
        [6, "void"],
      ],
      [["state-after-ending", 6]],
    ],
    [
      "a severity as it stopped",
      {},
      [
        [0, "1", "open"],
        [5, "2", "done"],
      ],
      [["graded-as-stopped", 5]],
    ],
    ["a severity as it started and stopped is none", {}, [[5, "1", "open", "done"]], []],
    [
      "a date as it stopped",
      {},
      [
        [0, "1", "open"],
        [5, "due 9", "done"],
      ],
      [["agreed-as-stopped", 5]],
    ],
    ["a date as it started and stopped is none", {}, [[5, "1", "open", "due 9", "done"]], []],
    [
      "a date that has passed",
      {},
      [
        [0, "1", "open"],
        [5, "due 4"],
      ],
      [["agreed-in-the-past", 5]],
    ],
    [
      "a date that is now is none",
      {},
      [
        [0, "1", "open"],
        [5, "due 5"],
      ],
      [],
    ],
    [
      "a date taken back is none",
      {},
      [
        [0, "1", "open"],
        [5, "due 9"],
        [6, "due -"],
      ],
      [],
    ],
    [
      "a date that had passed before the start",
      {},
      [
        [0, "1", "due 4"],
        [5, "open"],
      ],
      [["agreed-in-the-past", 5]],
    ],
    [
      "a date of the start is none",
      {},
      [
        [0, "1", "due 5"],
        [5, "open"],
      ],
      [],
    ],
    ["a date in the past before the start is noted as it starts", {}, [[5, "1", "due 4"]], []],
    [
      "dates that change nothing are none",
      { agreedDates: "ignore" },
      [
        [0, "1", "open"],
        [5, "due 4"],
      ],
      [],
    ],
    [
      "a breach by a severity",
      {},
      [
        [0, "1", "open"],
        [60, "2"],
      ],
      [["breached-by-severity-change", 60]],
    ],
    [
      "a breach by a severity that came while it was stopped",
      {},
      [
        [0, "1", "open"],
        [60, "done"],
        [70, "2"],
        [80, "open"],
      ],
      [["breached-by-severity-change", 80]],
    ],
    [
      "a severity whose amount is exactly used is none",
      {},
      [
        [0, "1", "open"],
        [50, "2"],
      ],
      [],
    ],
    [
      "a severity that breaches a clock beneath its verdict is none",
      { onReopen: "continue" },
      [
        [0, "1", "open"],
        [60, "done"],
        [70, "2"],
        [80, "open"],
      ],
      [],
    ],
    [
      "a re-opening in time is none",
      { reopenWithin: timeOf(10) },
      [
        [0, "1", "open"],
        [5, "done"],
        [15, "open"],
      ],
      [],
    ],
    [
      "a late re-opening",
      { reopenWithin: timeOf(10) },
      [
        [0, "1", "open"],
        [5, "done"],
        [16, "open"],
      ],
      [["reopened-late", 16]],
    ],
  ])("%s", (_, more, happened, kinds) => {
    expect(odd(clockOf(more, ...happened))).toEqual(kinds);
  });

  it("names the state and the severity in force", () => {
    expect(clockOf({}, [0, "1", "done"]).past.oddities).toEqual([
      { kind: "done-before-open", atMs: 0, state: "done", severity: "1" },
    ]);
    expect(clockOf({}, [0, "1", "due -1"], [5, "open"]).past.oddities).toEqual([
      { kind: "agreed-in-the-past", atMs: 5, state: "open", severity: "1" },
    ]);
    expect(clockOf({}, [0, "1", "open"], [5, "due 4"]).past.oddities[0]?.state).toBeNull();
    expect(clockOf({}, [0, "1", "open"], [60, "2"]).past.oddities[0]?.state).toBeNull();
  });

  it("is not noted by a clock without remarks, nor after a hundred of them", () => {
    const quiet = new Clock(rules, undefined, { working: false, remarks: false });
    expect(take(quiet, [0, "done"]).past.oddities).toEqual([]);
    const many = Array.from({ length: 101 }, (_, i): Happening => [i, "done"]);
    expect(clockOf({}, ...many).past.oddities).toHaveLength(100);
  });
});
