import * as z from "zod";
import { isJsonObject } from "../../input/json";
import { type DefinitionProblem, problemsIn, unknownKey } from "../../input/problems";
import { looseObject, reporterOf } from "../../input/schema";
import { parseDate, weekdayOf } from "../../time/civil-date";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../timeline/units";
import { type DateRange, WEEK } from "../day-kind";
import { CLOSED, type DayTimes, dayTimes, ALL_DAY as WHOLE } from "../day-times";
import { ALL_DAY, CLOSED as CLOSED_WORDS, DAYS, PUBLIC_HOLIDAYS } from "./words";

/** One entry of opening hours, read. */
export interface Entry {
  /** The days of the week that it names, 0 for Monday; undefined if it names no days. */
  readonly weekdays: ReadonlySet<number> | undefined;
  readonly holidays: boolean;
  /** The dates for which it holds; undefined if it always does. */
  readonly dates: DateRange | undefined;
  readonly times: DayTimes;
  readonly name: string | undefined;
}

/** What an entry may say besides its hours. */
const ASIDE = ["description", "alternateName", "identifier", "url", "image", "sameAs"];

const date = z.string().refine((text) => parseDate(text) !== undefined, {
  error: 'expected a date that exists, as "2026-12-24"',
});

const time = (pattern: RegExp) =>
  z.string().regex(pattern, {
    error:
      'expected a time such as "08:00", without an offset and without seconds other than ":00"',
  });
const day = z
  .string()
  .transform((text) => text.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ""))
  .pipe(
    z.enum([...DAYS, PUBLIC_HOLIDAYS], {
      error: `expected one of ${DAYS.join(", ")}, ${PUBLIC_HOLIDAYS}`,
    }),
  );
const minutes = (text: string) => text.slice(0, 5);

const schema = looseObject({
  dayOfWeek: z.union([day.transform((one) => [one]), z.array(day).min(1)]).optional(),
  opens: time(/^(?:[01]\d|2[0-3]):[0-5]\d(?::00)?$/)
    .transform(minutes)
    .optional(),
  closes: time(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)(?::00)?$/)
    .transform(minutes)
    .optional(),
  validFrom: date.optional(),
  validThrough: date.optional(),
  name: z.string().optional(),
}).superRefine(({ dayOfWeek, opens, closes, validFrom, validThrough }, context) => {
  const problem = reporterOf(context);
  if ((opens === undefined) !== (closes === undefined)) {
    problem([], 'expected both "opens" and "closes", or neither if it is closed');
  } else if (opens === closes && opens !== undefined && opens !== CLOSED_WORDS.opens) {
    problem(["closes"], "it opens and closes at the same time; the whole day is 00:00 to 23:59");
  }
  if ((validFrom === undefined) !== (validThrough === undefined)) {
    problem([], 'expected both "validFrom" and "validThrough", or neither for every week');
  } else if (validFrom !== undefined && validThrough !== undefined && validThrough < validFrom) {
    problem(["validThrough"], 'expected a date that is not before "validFrom"');
  }
  if (dayOfWeek === undefined && validFrom === undefined) {
    problem(["dayOfWeek"], "expected days of the week, or the dates for which it holds");
  }
});

/** Everything that is wrong with an entry. */
export function entryProblems(value: unknown): readonly DefinitionProblem[] {
  const problems = [...problemsIn(schema, value), ...unknownKeys(value)];
  if (problems.length > 0) return problems;
  const entry = readEntry(value);
  if (namesAnyDay(entry)) return [];
  const message = "its dates hold none of these days of the week; check which weekdays they are";
  return [{ path: ["dayOfWeek"], message }];
}

/** Reads an entry that has no problems. */
export function readEntry(value: unknown): Entry {
  const { dayOfWeek, opens, closes, validFrom = "", validThrough = "", name } = schema.parse(value);
  const from = parseDate(validFrom);
  const to = parseDate(validThrough);
  return {
    weekdays: dayOfWeek && new Set(WEEK.filter((weekday) => dayOfWeek.includes(DAYS[weekday]))),
    holidays: dayOfWeek?.includes(PUBLIC_HOLIDAYS) ?? false,
    dates: from === undefined || to === undefined ? undefined : { from, to },
    times: timesOf(opens, closes),
    name,
  };
}

function timesOf(opens: string | undefined, closes: string | undefined): DayTimes {
  if (opens === undefined || closes === undefined) return CLOSED;
  if (opens === CLOSED_WORDS.opens && closes === CLOSED_WORDS.closes) return CLOSED;
  if (opens === ALL_DAY.opens && closes === ALL_DAY.closes) return WHOLE;
  const openMs = timeMs(opens);
  const closeMs = timeMs(closes);
  return dayTimes([{ openMs, closeMs: closeMs < openMs ? closeMs + DAY_MS : closeMs }]);
}

function timeMs(text: string): number {
  const [hours, minutes] = text.split(":");
  return Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
}

function namesAnyDay({ weekdays, holidays, dates }: Entry): boolean {
  if (!weekdays || !dates || holidays) return true;
  const length = Math.min(dates.to - dates.from, 6);
  return Array.from({ length: length + 1 }, (_, i) => weekdayOf(dates.from + i)).some((weekday) =>
    weekdays.has(weekday),
  );
}

function unknownKeys(value: unknown): readonly DefinitionProblem[] {
  if (!isJsonObject(value)) return [];
  const known = [...Object.keys(schema.shape), ...ASIDE];
  return Object.keys(value)
    .filter((key) => !key.startsWith("@") && !known.includes(key))
    .map((key) => ({
      path: [key],
      message: unknownKey(key, known),
    }));
}
