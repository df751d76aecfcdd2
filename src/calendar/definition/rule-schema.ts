import * as z from "zod";
import { once } from "../../input/once";
import { reporterOf, strictObject } from "../../input/schema";
import { parseDate, weekdayOf } from "../../time/civil-date";
import { BEFORE_HOLIDAYS, DAY_NAMES, MOST_RULES, MOST_WEEKS } from "./rule-words";
import { isoDate, periods, week } from "./week-schema";

const LEAP_YEAR = 2024;

/** Whether a text is a day of the year as `MM-DD`; 29 February is one. */
function isMonthDay(text: string): boolean {
  return parseDate(`${LEAP_YEAR}-${text}`) !== undefined;
}

/** What is expected of a day of the year. Whoever gives a whole date means one that does not come again. */
function expectedDay(given: string, others = ""): string {
  if (parseDate(given) !== undefined) {
    return `expected a day of each year, as "${given.slice("2027-".length)}"; one date alone is an exception, and "since" and "until" bound a rule`;
  }
  return `expected a day of the year that exists, as "12-24"${others}`;
}

const monthDay = once(() =>
  z
    .string('expected a day of the year as "12-24"')
    .refine(isMonthDay, { error: ({ input }) => expectedDay(String(input)) }),
);

const weekday = once(() =>
  z.enum(DAY_NAMES, `expected a day of the week: ${DAY_NAMES.join(", ")}`),
);

const whichOne = once(() =>
  z
    .int("expected a whole number, such as 1 for the first or -1 for the last")
    .min(-5, "expected a number from -5 to 5")
    .max(5, "expected a number from -5 to 5")
    .refine((nth) => nth !== 0, { error: "expected 1 for the first or -1 for the last, not 0" }),
);

const byWeekday = once(() =>
  strictObject(
    {
      weekday: weekday(),
      nth: z
        .union(
          [whichOne(), z.array(whichOne()).min(1, "expected at least one number")],
          "expected a number such as 1 for the first or -1 for the last, or a list of them",
        )
        .optional(),
      months: z
        .array(
          z
            .int("expected a month from 1 to 12")
            .min(1, "expected a month from 1 to 12")
            .max(12, "expected a month from 1 to 12"),
          "expected a list of months, such as [1, 7]",
        )
        .min(1, "expected at least one month")
        .optional(),
      every: z
        .int("expected a whole number of weeks")
        .min(1, "expected one week or more")
        .max(MOST_WEEKS, `expected at most ${MOST_WEEKS} weeks`)
        .optional(),
      from: isoDate().optional(),
    },
    'expected { "weekday": "monday", "nth": 1 } or { "weekday": "saturday", "every": 2, "from": "2027-01-09" }',
  ).superRefine((on, context) => {
    const problem = reporterOf(context);
    if ((on.nth === undefined) === (on.every === undefined)) {
      problem([], 'expected either "nth" or "every"');
    } else if (on.every !== undefined && on.from === undefined) {
      problem(["from"], 'expected the first of them, as "2027-01-09"');
    } else if (on.nth !== undefined && on.from !== undefined) {
      problem(["from"], 'expected no first date with "nth"; the rule itself has "since"');
    } else if (on.every !== undefined && on.months !== undefined) {
      problem(["months"], 'expected no months with "every"');
    }
    const day = on.from === undefined ? undefined : parseDate(on.from);
    const name = day === undefined ? undefined : DAY_NAMES[weekdayOf(day)];
    if (on.every !== undefined && name !== undefined && name !== on.weekday) {
      problem(["from"], `it is a ${name}, and the rule is for each ${on.weekday}`);
    }
  }),
);

const ruleDay = once(() =>
  z.union(
    [
      z.string().refine((text) => text === BEFORE_HOLIDAYS || isMonthDay(text), {
        error: ({ input }) => expectedDay(String(input), `, or "${BEFORE_HOLIDAYS}"`),
      }),
      byWeekday(),
    ],
    `expected a day of the year as "12-24", "${BEFORE_HOLIDAYS}", or a day of the week such as { "weekday": "monday", "nth": 1 }`,
  ),
);

/** The zod schema of one rule. */
export const rule = once(() =>
  strictObject(
    {
      title: z.string().optional(),
      on: ruleDay().optional(),
      from: monthDay().optional(),
      to: monthDay().optional(),
      hours: z.union(
        [periods(), week()],
        'expected a list of periods or the hours of a week, such as { "weekdays": ["08:00-14:00"] }',
      ),
      opens: z.boolean("expected true or false").optional(),
      since: isoDate().optional(),
      until: isoDate().optional(),
    },
    'expected a rule such as { "title": "Christmas Eve", "on": "12-24", "hours": ["09:00-12:00"] }',
  ).superRefine(({ on, from, to, since, until }, context) => {
    const problem = reporterOf(context);
    const isRange = from !== undefined || to !== undefined;
    if ((on !== undefined) === isRange) problem([], 'expected either "on", or "from" and "to"');
    else if (isRange && from === undefined) problem(["from"], 'expected a day such as "12-25"');
    else if (isRange && to === undefined) problem(["to"], 'expected a day such as "01-01"');
    if (since !== undefined && until !== undefined && since > until) {
      problem(["until"], 'expected a date that is not before "since"');
    }
  }),
);

/** The zod schema of the rules of a definition. */
export const rules = once(() =>
  z
    .array(rule(), "expected a list of rules")
    .max(MOST_RULES, `expected at most ${MOST_RULES} rules`),
);
