import * as z from "zod";
import { once } from "../../input/once";
import { reporterOf, strictObject } from "../../input/schema";
import { parseDate } from "../../time/civil-date";
import { isDateText } from "./divisions";
import { isoDate } from "./week-schema";

const bankHoliday = once(() =>
  strictObject({
    date: isoDate(),
    title: z.string(),
    notes: z.string(),
    status: z.enum(["published", "projected"]),
  }),
);

/** The zod schema of a division's data. */
export const divisionData = once(() =>
  strictObject({
    division: z.string(),
    events: z.array(bankHoliday()),
    from: isoDate(),
    to: isoDate(),
    publishedUntil: isoDate(),
  }),
);

/** The zod schema of bank holidays that are newer than those shipped. */
export const newerSchema = once(() =>
  z.array(divisionData(), "expected a list of what parseBankHolidays gives"),
);

const ownDate = once(() => strictObject({ date: isoDate(), title: z.string().optional() }));

const dateOrDivision = once(() =>
  z.string().refine((text) => !isDateText(text) || parseDate(text) !== undefined, {
    error: 'expected a date that exists, as "2026-12-25"',
  }),
);

const boundedList = once(() =>
  strictObject({
    dates: z.array(
      z.union(
        [isoDate(), ownDate()],
        'expected an ISO date or { "date": "2026-12-25", "title": "..." }',
      ),
      "expected a list of dates",
    ),
    from: isoDate().optional(),
    to: isoDate().optional(),
  }).superRefine(({ dates, from, to }, context) => {
    const problem = reporterOf(context);
    if (from !== undefined && to !== undefined && from > to) {
      problem(["to"], 'expected a date that is not before "from"');
    }
    if (dates.length === 0 && (from === undefined || to === undefined)) {
      problem([], 'expected some dates, or both "from" and "to"');
    }
    for (const [i, item] of dates.entries()) {
      const date = typeof item === "string" ? item : item.date;
      if (parseDate(date) === undefined) continue; // It is reported already.
      if ((from !== undefined && date < from) || (to !== undefined && date > to)) {
        problem(["dates", i], 'expected a date within "from" and "to"');
      }
    }
  }),
);

/** The zod schema of the bank holidays of a definition. */
export const bankHolidays = once(() =>
  z.union(
    [
      z.string(),
      z.array(
        z.union(
          [dateOrDivision(), ownDate(), divisionData()],
          'expected an ISO date, a division such as "england-and-wales" or { "date": "2026-12-25", "title": "..." }',
        ),
      ),
      divisionData(),
      boundedList(),
    ],
    'expected a division such as "england-and-wales", a list of dates, { "dates": [...], "from": "...", "to": "..." }, or what bankHolidays() gives',
  ),
);
