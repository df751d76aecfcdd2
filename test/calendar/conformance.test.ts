import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type CalendarDefinition, defineCalendar } from "../../src/index";
import cases from "../data/working-time-cases.json";

/** Working-time cases as data: an amount to add, or two instants to measure between. */
type Vector =
  | {
      readonly name: string;
      readonly op: "add";
      readonly calendar: CalendarDefinition;
      readonly start: string;
      readonly seconds: number;
      readonly expected: string;
    }
  | {
      readonly name: string;
      readonly op: "between";
      readonly calendar: CalendarDefinition;
      readonly start: string;
      readonly end: string;
      readonly expectedSeconds: number;
    };

function expectConformance(vector: Vector): void {
  const calendar = defineCalendar(vector.calendar);
  if (vector.op === "add") {
    const due = calendar.add(vector.start, { milliseconds: vector.seconds * 1000 });
    expect(due.toMillis()).toBe(Date.parse(vector.expected));
  } else {
    const worked = calendar.between(vector.start, vector.end);
    expect(worked.toMillis()).toBe(vector.expectedSeconds * 1000);
  }
}

const splitDay = ["08:00-13:00", "14:00-18:00"];

/** Cases of our own, each worked out by hand. */
const ownVectors: readonly Vector[] = [
  {
    // 12 h on the 30th, 24 h on the 31st, none on the 1st, the last 12 h on the 2nd.
    name: "48 h of a calendar closed on New Year's Day",
    op: "add",
    calendar: {
      id: "utc",
      timeZone: "UTC",
      hours: { daily: ["00:00-24:00"] },
      exceptions: { "2016-01-01": [] },
    },
    start: "2015-12-30T12:00:00Z",
    seconds: 48 * 3600,
    expected: "2016-01-02T12:00:00Z",
  },
  {
    // Friday 10:00+01:00: 3 h and 4 h; Monday 9 h; Tuesday 4 h, until 12:00+02:00.
    name: "20 h of a divided day, over the weekend on which the clocks go forward",
    op: "add",
    calendar: { id: "berlin", timeZone: "Europe/Berlin", hours: { weekdays: splitDay } },
    start: "2019-03-29T09:00:00Z",
    seconds: 20 * 3600,
    expected: "2019-04-02T10:00:00Z",
  },
  {
    // Tuesday 17:00+03:30: 1 h; Wednesday, +04:30 since its midnight, 10 h; Thursday 2 h, until 10:00.
    name: "13 h over a midnight that does not occur",
    op: "add",
    calendar: { id: "tehran", timeZone: "Asia/Tehran", hours: { weekdays: ["08:00-18:00"] } },
    start: "2017-03-21T13:30:00Z",
    seconds: 13 * 3600,
    expected: "2017-03-23T05:30:00Z",
  },
  {
    // Saturday 22:00+01:00 is 21:00Z; nine hours on, the shift has an hour left until 07:00Z.
    name: "9 h of the night on which the clocks go back",
    op: "add",
    calendar: { id: "nights", timeZone: "Europe/London", hours: { daily: ["22:00-07:00"] } },
    start: "2026-10-24T21:00:00Z",
    seconds: 9 * 3600,
    expected: "2026-10-25T06:00:00Z",
  },
  {
    // Saturday 18 February 2017 runs from 00:00-02:00 to 24:00-03:00: 02:00Z to 03:00Z.
    name: "a Saturday whose last hour occurs twice",
    op: "between",
    calendar: {
      id: "sao-paulo",
      timeZone: "America/Sao_Paulo",
      hours: { saturday: ["00:00-24:00"] },
    },
    start: "2017-02-17T00:00:00Z",
    end: "2017-02-20T00:00:00Z",
    expectedSeconds: 25 * 3600,
  },
  {
    // Sunday 3 April 2016 runs from 00:00+11:00 to 24:00+10:00: 2 April 13:00Z to 3 April 14:00Z.
    name: "a Sunday on which the clocks go back at three in the morning",
    op: "between",
    calendar: { id: "sydney", timeZone: "Australia/Sydney", hours: { sunday: ["00:00-24:00"] } },
    start: "2016-04-01T00:00:00Z",
    end: "2016-04-05T00:00:00Z",
    expectedSeconds: 25 * 3600,
  },
  {
    // Half a minute before Friday's closing at 18:00+01:00, and 45 s after Monday's opening.
    name: "75 s on two sides of a weekend",
    op: "between",
    calendar: { id: "berlin", timeZone: "Europe/Berlin", hours: { weekdays: ["08:00-18:00"] } },
    start: "2016-02-05T16:59:30Z",
    end: "2016-02-08T07:00:45Z",
    expectedSeconds: 75,
  },
  {
    // One millisecond on Friday, one on Monday.
    name: "two milliseconds on two sides of a weekend",
    op: "between",
    calendar: { id: "london", timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } },
    start: "2026-11-20T16:59:59.999Z",
    end: "2026-11-23T09:00:00.001Z",
    expectedSeconds: 0.002,
  },
];

describe("our own cases", () => {
  it.each(ownVectors)("$op: $name", expectConformance);
});

/** Calendars and cases as the file keeps them: a calendar may close on fixed dates of some years. */
const caseFile = z.object({
  closedOn: z.array(z.string()),
  calendars: z.record(
    z.string(),
    z.object({
      timeZone: z.string(),
      hours: z.object({}).catchall(z.array(z.string())),
      closedIn: z.tuple([z.int(), z.int()]).optional(),
    }),
  ),
  add: z.array(z.tuple([z.string(), z.string(), z.number(), z.string()])),
  between: z.array(z.tuple([z.string(), z.string(), z.string(), z.number()])),
});

describe("cases from the tests of other service desks", () => {
  const file = caseFile.parse(cases);

  const calendarOf = (id: string): CalendarDefinition => {
    const { timeZone, hours, closedIn: [from, to] = [0, -1] } = file.calendars[id] ?? missing(id);
    const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const closed = years.flatMap((year) => file.closedOn.map((day) => [`${year}-${day}`, []]));
    return { id, timeZone, hours, exceptions: Object.fromEntries(closed) };
  };

  const vectors: readonly Vector[] = [
    ...file.add.map(([id, start, seconds, expected]) => ({
      name: `${seconds} s after ${start} in ${id}`,
      op: "add" as const,
      calendar: calendarOf(id),
      start,
      seconds,
      expected,
    })),
    ...file.between.map(([id, start, end, expectedSeconds]) => ({
      name: `from ${start} to ${end} in ${id}`,
      op: "between" as const,
      calendar: calendarOf(id),
      start,
      end,
      expectedSeconds,
    })),
  ];

  it("are 59", () => {
    expect(vectors).toHaveLength(59);
  });

  it.each(vectors)("$op: $name", expectConformance);
});

function missing(id: string): never {
  throw new Error(`the file of cases has no calendar ${id}`);
}
