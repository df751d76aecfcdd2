import { describe, expect, it } from "vitest";
import { problemsIn } from "../../../src/input/problems";
import { allowanceSchemaFor } from "../../../src/sla/allowance/definition";

/** The problems of an allowance as `path: message`; none if it is accepted. */
function problemsOf(allowance: object): string[] {
  const schema = allowanceSchemaFor(allowance);
  if (schema === undefined) throw new Error("The allowance names no unit.");
  return problemsIn(schema(), allowance).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );
}

const TIME_OF_DAY = 'expected a time of day such as "17:00"';
const DUE = 'expected "end-of-day", "close", "same-time" or { "at": "16:00" }';
const ONE_UNIT = 'expected exactly one of "calendarDays", "weeks" and "months"';

describe("an allowance", () => {
  it.each<object>([
    { hours: 0, calendar: "office" },
    { hours: 0.5, minutes: 30, calendar: "office", cutoff: "00:00" },
    { minutes: 0, calendar: "office", cutoff: "23:59" },
    { workingDays: 0, calendar: "office" },
    { workingDays: 2, calendar: "office", due: "end-of-day", cutoff: "09:00" },
    { workingDays: 2, calendar: "office", due: "close", cutoff: "19:30" },
    { workingDays: 2, calendar: "office", due: "same-time", cutoff: "20:00" },
    { workingDays: 2, calendar: "office", due: { at: "16:00" } },
    { calendarDays: 0 },
    { weeks: 2, due: "same-time" },
    { months: 6, due: "end-of-day", monthEnd: "clamp" },
    { months: 6, monthEnd: "keep" },
  ])("%j is accepted", (allowance) => {
    expect(problemsOf(allowance)).toEqual([]);
  });

  it.each<[object, string]>([
    [{ hours: "2", calendar: "office" }, 'hours: "2" given; expected a number of hours'],
    [{ hours: -1, calendar: "office" }, "hours: -1 given; expected hours of zero or more"],
    [{ minutes: "2", calendar: "office" }, 'minutes: "2" given; expected a number of minutes'],
    [{ minutes: -1, calendar: "office" }, "minutes: -1 given; expected minutes of zero or more"],
    [{ hours: 2 }, "calendar: missing; expected the name of a calendar of the policy"],
    [
      { hours: undefined, calendar: "office" },
      ': {"calendar":"office"} given; expected "hours", "minutes" or both',
    ],
    [{ hours: 2, calendar: "office", due: "close" }, "due: unknown key; "],
    [
      { workingDays: 0.5, calendar: "office" },
      "workingDays: 0.5 given; expected a whole number of working days",
    ],
    [
      { workingDays: -1, calendar: "office" },
      "workingDays: -1 given; expected working days of zero or more",
    ],
    [{ workingDays: 1 }, "calendar: missing; expected the name of a calendar of the policy"],
    [{ workingDays: 1, calendar: "office", due: {} }, `due: {} given; ${DUE}`],
    [
      { workingDays: 1, calendar: "office", due: "noon" },
      'due: "noon" given; expected one of "end-of-day", "close", "same-time"',
    ],
    [
      { workingDays: 1, calendar: "office", due: { at: "24:00" } },
      `due.at: "24:00" given; ${TIME_OF_DAY}`,
    ],
    [{ workingDays: 1, calendar: "office", hours: 1 }, "hours: unknown key; "],
    [{ calendarDays: 0.5 }, "calendarDays: 0.5 given; expected a whole number of days"],
    [{ calendarDays: -1 }, "calendarDays: -1 given; expected days of zero or more"],
    [{ weeks: 0.5 }, "weeks: 0.5 given; expected a whole number of weeks"],
    [{ weeks: -1 }, "weeks: -1 given; expected weeks of zero or more"],
    [{ months: 0.5 }, "months: 0.5 given; expected a whole number of months"],
    [{ months: -1 }, "months: -1 given; expected months of zero or more"],
    [{ months: undefined }, `: {} given; ${ONE_UNIT}`],
    [{ weeks: 1, months: 1 }, `: {"weeks":1,"months":1} given; ${ONE_UNIT}`],
    [{ months: 1, due: "close" }, 'due: "close" given; expected one of "same-time", "end-of-day"'],
    [{ months: 1, monthEnd: "last" }, 'monthEnd: "last" given; expected one of "clamp", "keep"'],
    [{ months: 1, calendar: "office" }, "calendar: unknown key; "],
  ])("%j is refused", (allowance, line) => {
    const [first, ...more] = problemsOf(allowance);
    expect(first?.slice(0, line.length)).toBe(line);
    expect(more).toEqual([]);
  });

  it.each([
    "24:00",
    "9:00",
    "17:60",
    "17:0",
    "117:00",
    "17:000",
    "17:00Z",
    "5 pm",
    "-1:00",
    "1a:00",
  ])("may not come after a cutoff of %s", (cutoff) => {
    for (const allowance of [{ hours: 1 }, { workingDays: 1 }]) {
      expect(problemsOf({ ...allowance, calendar: "office", cutoff })).toEqual([
        `cutoff: "${cutoff}" given; ${TIME_OF_DAY}`,
      ]);
    }
  });
});
