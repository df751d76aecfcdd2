import * as z from "zod";
import { once } from "../../input/once";
import { type DefinitionProblem, problemsIn, under } from "../../input/problems";
import { strictObject } from "../../input/schema";
import { show, showNames } from "../../input/show";
import { isZoneName } from "../../time/zone";
import { zoneProblem } from "../../time/zone-names";
import { COMBINERS, type CombinedDefinition } from "./definition";
import { divisionOf, isDateText } from "./divisions";
import { bankHolidays } from "./holiday-schema";
import { rules } from "./rule-schema";
import { isoDate, periods, week } from "./week-schema";

const exception = once(() =>
  z.union(
    [periods(), strictObject({ hours: periods(), title: z.string().optional() })],
    'expected a list of periods or { "hours": [...], "title": "..." }',
  ),
);

const naming = {
  $schema: z.string().optional(),
  id: z.string().min(1, "expected a name").optional(),
  title: z.string().optional(),
};

/** The zod schema of the name of a calendar made of others. */
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
      hoursFrom: z
        .record(isoDate(), week(), 'expected weeks by date, such as { "2027-04-01": { ... } }')
        .optional(),
      bankHolidays: bankHolidays().optional(),
      bankHolidayHours: periods().optional(),
      bankHolidaysOnWeekends: z.enum(["open", "closed"], 'expected "open" or "closed"').optional(),
      rules: rules().optional(),
      exceptions: z
        .record(
          isoDate(),
          exception(),
          'expected hours by date, such as { "2026-12-24": ["09:00-12:00"] }',
        )
        .optional(),
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
/** How deep calendars may be nested, and how many calendars one may be made of. */
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
 * Every problem in a calendar definition and in the calendars within it.
 *
 * @param divisions the divisions that a definition may name
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
  const given: unknown = value.bankHolidays;
  const problem = (name: unknown, path: readonly (string | number)[]): DefinitionProblem[] => {
    if (typeof name !== "string" || divisions.includes(divisionOf(name))) return [];
    const message = `${show(name)} given; expected ${showNames(divisions)}, or a list of dates`;
    return [{ path: ["bankHolidays", ...path], message }];
  };
  if (!Array.isArray(given)) return problem(given, []);
  return given.flatMap((item: unknown, i) => (isDateText(item) ? [] : problem(item, [i])));
}
