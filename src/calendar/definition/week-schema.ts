import * as z from "zod";
import { once } from "../../input/once";
import { reporterOf, strictObject } from "../../input/schema";
import { parseDate } from "../../time/civil-date";
import { PERIOD_PATTERN, parsePeriod, sortPeriods } from "../../time/wall-period";

/** The most periods one day may have, which bounds what a definition can cost. */
const MOST_PERIODS = 24;

/** The zod schema of a date. */
export const isoDate = once(() =>
  z
    .string('expected an ISO date such as "2026-12-25"')
    .refine((text) => parseDate(text) !== undefined, {
      error: 'expected a date that exists, as "2026-12-25"',
    }),
);

const period = once(() =>
  z.string('expected a period such as "08:00-18:00"').regex(PERIOD_PATTERN, {
    error:
      'expected a period "HH:MM-HH:MM" from 00:00 to 24:00, such as "08:00-18:00" or "22:00-07:00"',
  }),
);

/** The zod schema of the periods of a day. */
export const periods = once(() =>
  z
    .array(period(), 'expected a list of periods such as ["08:00-18:00"]; [] for closed')
    .max(MOST_PERIODS, `expected at most ${MOST_PERIODS} periods in one day`)
    .superRefine((texts, context) => {
      const problem = reporterOf(context);
      const parsed = texts.flatMap((text) => parsePeriod(text) ?? []);
      if (parsed.length < texts.length) return; // Texts that are not periods are reported already.
      for (const [i, { openMs, closeMs }] of parsed.entries()) {
        if (openMs !== closeMs) continue;
        problem([i], 'expected a period of some length; the whole day is "00:00-24:00"');
      }
      const sorted = sortPeriods(parsed);
      if (sorted.some(({ openMs }, i) => openMs < (sorted[i - 1]?.closeMs ?? 0))) {
        problem([], "expected periods that do not overlap");
      }
    }),
);

/** The zod schema of the hours of a week. */
export const week = once(() =>
  strictObject(
    {
      monday: periods().optional(),
      tuesday: periods().optional(),
      wednesday: periods().optional(),
      thursday: periods().optional(),
      friday: periods().optional(),
      saturday: periods().optional(),
      sunday: periods().optional(),
      weekdays: periods().optional(),
      weekend: periods().optional(),
      daily: periods().optional(),
    },
    'expected the hours of a week, such as { "weekdays": ["08:00-18:00"] }',
  ),
);
