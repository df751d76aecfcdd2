import * as z from "zod";
import { once } from "../../input/once";
import { type DefinitionProblem, problemsIn, under } from "../../input/problems";
import { strictObject } from "../../input/schema";
import { show, showNames } from "../../input/show";
import { parseDate } from "../../time/civil-date";
import { PERIOD_PATTERN, parsePeriod, sortPeriods } from "../../time/wall-period";
import { isZoneName } from "../../time/zone";
import { zoneProblem } from "../../time/zone-names";
import { COMBINERS, type CombinedDefinition } from "./definition";
import { divisionOf } from "./divisions";

/** The most periods one day may have, which bounds what a definition can cost. */
const MOST_PERIODS = 24;

const isoDate = once(() =>
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

const periods = once(() =>
  z
    .array(period(), 'expected a list of periods such as ["08:00-18:00"]; [] for closed')
    .max(MOST_PERIODS, `expected at most ${MOST_PERIODS} periods in one day`)
    .superRefine((texts, context) => {
      const parsed = texts.flatMap((text) => parsePeriod(text) ?? []);
      if (parsed.length < texts.length) return; // Those that are no periods are reported already.
      for (const [i, { openMs, closeMs }] of parsed.entries()) {
        if (openMs === closeMs) {
          context.addIssue({
            code: "custom",
            path: [i],
            message: 'expected a period of some length; the whole day is "00:00-24:00"',
          });
        }
      }
      const sorted = sortPeriods(parsed);
      if (sorted.some(({ openMs }, i) => openMs < (sorted[i - 1]?.closeMs ?? 0))) {
        context.addIssue({ code: "custom", message: "expected periods that do not overlap" });
      }
    }),
);

const week = once(() =>
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

const exception = once(() =>
  z.union(
    [periods(), strictObject({ hours: periods(), title: z.string().optional() })],
    'expected a list of periods or { "hours": [...], "title": "..." }',
  ),
);

const bankHoliday = once(() =>
  strictObject({
    date: isoDate(),
    title: z.string(),
    notes: z.string(),
    status: z.enum(["published", "projected"]),
  }),
);

/** The zod schema of a division's data. */
const divisionData = once(() =>
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

export const bankHolidays = once(() =>
  z.union(
    [
      z.string(),
      z.array(
        z.union(
          [isoDate(), strictObject({ date: isoDate(), title: z.string().optional() })],
          'expected an ISO date or { "date": "2026-12-25", "title": "..." }',
        ),
      ),
      divisionData(),
    ],
    'expected a division such as "england-and-wales", a list of dates, or what bankHolidays() gives',
  ),
);

const naming = {
  $schema: z.string().optional(),
  id: z.string().min(1, "expected a name").optional(),
  title: z.string().optional(),
};

/** The zod schema of what a calendar made of others is called. */
export const namingSchema = once(() =>
  strictObject(
    { id: naming.id, title: naming.title },
    'expected { "id": "...", "title": "..." }',
  ).optional(),
);

/** The zod schema of a calendar of hours. */
export const hoursSchema = once(() =>
  strictObject(
    {
      ...naming,
      source: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
      timeZone: z
        .string('expected an IANA zone such as "Europe/London"')
        .refine(isZoneName, { error: (issue) => zoneProblem(String(issue.input)) }),
      hours: week(),
      bankHolidays: bankHolidays().optional(),
      exceptions: z.record(isoDate(), exception()).optional(),
    },
    "expected a calendar definition",
  ),
);

const two = once(() => z.tuple([z.unknown(), z.unknown()], "expected two calendar definitions"));

/** The zod schema of a calendar made of two others, which are checked one by one. */
export const combinedSchema = once(() =>
  strictObject({
    ...naming,
    union: two().optional(),
    intersect: two().optional(),
    except: two().optional(),
  }).refine((value) => COMBINERS.filter((key) => value[key] !== undefined).length === 1, {
    error: 'expected exactly one of "union", "intersect" and "except"',
  }),
);
/** How deep calendars may lie within calendars, and how many of them one may be made of. */
const DEEPEST = 32;
const MOST_PARTS = 64;

/** Whether a definition, valid or not, is meant to be one of two others. */
export function isCombined(value: unknown): value is CombinedDefinition {
  return (
    typeof value === "object" &&
    value !== null &&
    COMBINERS.some((key) => Object.hasOwn(value, key))
  );
}

/**
 * Every problem in what should be a calendar definition, at whatever depth.
 *
 * @param divisions the bank holidays that can be had by name
 */
export function calendarProblems(
  value: unknown,
  divisions: readonly string[],
): DefinitionProblem[] {
  if (partsOf(value) <= MOST_PARTS) return problemsAt(value, divisions, 0);
  return [{ path: [], message: `expected at most ${MOST_PARTS} calendars within each other` }];
}

/** How many calendars one is made of. */
function partsOf(value: unknown): number {
  if (!isCombined(value)) return 1;
  const parts = COMBINERS.flatMap((key): readonly unknown[] => value[key] ?? []);
  return parts.reduce((sum: number, part) => sum + partsOf(part), 0);
}

function problemsAt(
  value: unknown,
  divisions: readonly string[],
  depth: number,
): DefinitionProblem[] {
  if (!isCombined(value)) {
    return [...problemsIn(hoursSchema(), value), ...unknownDivision(value, divisions)];
  }
  if (depth === DEEPEST) {
    return [{ path: [], message: `expected calendars at most ${DEEPEST} deep within each other` }];
  }
  const inParts = COMBINERS.flatMap((key) => {
    const parts: unknown = value[key];
    if (!Array.isArray(parts)) return [];
    return parts.flatMap((part, i) => under([key, i], problemsAt(part, divisions, depth + 1)));
  });
  return [...problemsIn(combinedSchema(), value), ...inParts];
}

function unknownDivision(value: unknown, divisions: readonly string[]): DefinitionProblem[] {
  if (typeof value !== "object" || value === null || !("bankHolidays" in value)) return [];
  const name = value.bankHolidays;
  if (typeof name !== "string" || divisions.includes(divisionOf(name))) return [];
  const message = `${show(name)} given; expected ${showNames(divisions)}, or a list of dates`;
  return [{ path: ["bankHolidays"], message }];
}
