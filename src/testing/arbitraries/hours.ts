import fc from "fast-check";
import type { WeekHours } from "../../calendar/definition/definition";
import { DAY_MS, MINUTE_MS } from "../../timeline/units";

const DAY_MINUTES = DAY_MS / MINUTE_MS;

const minute = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 47 }).map((halfHours) => halfHours * 30) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: DAY_MINUTES - 1 }) },
);

/**
 * The open periods of a day, none to four of them: apart or touching, the last sometimes up to `24:00`
 * or over midnight. Shrinks to fewer and earlier periods.
 *
 * @example fc.sample(anyPeriods(), 1) // such as [["09:00-12:30", "12:30-17:00", "22:00-06:00"]]
 */
export function anyPeriods(): fc.Arbitrary<string[]> {
  return fc
    .record({
      minutes: fc.uniqueArray(minute, { maxLength: 8 }),
      touching: fc.array(fc.boolean(), { maxLength: 3 }),
      lastClose: fc.option(fc.oneof(fc.constant(DAY_MINUTES), minute), { freq: 2 }),
    })
    .map(({ minutes, touching, lastClose }) => {
      const marks = [...minutes].sort((a, b) => a - b);
      return marks.flatMap((open, i) => {
        const close = marks[i + 1];
        if (i % 2 === 1 || close === undefined) return [];
        const nextOpen = marks[i + 2];
        // Without a mark after the next opening, it would not begin a period.
        const isLast = nextOpen === undefined || marks[i + 3] === undefined;
        if (isLast)
          return period(open, lastClose === null || lastClose === open ? close : lastClose);
        return period(open, touching[i / 2] ? nextOpen : close);
      });
    });
}

/**
 * The hours of a week: by named days, by groups of days, or both, since a named day wins. Now and then
 * they are around the clock, office hours, or none at all. Shrinks to none.
 *
 * @example fc.sample(anyWeekHours(), 1) // such as [{ weekdays: ["08:30-17:00"], friday: [] }]
 */
export function anyWeekHours(): fc.Arbitrary<WeekHours> {
  const day = anyPeriods();
  const days = {
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: day,
    sunday: day,
    weekdays: day,
    weekend: day,
    daily: day,
  };
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 5, arbitrary: fc.record(days, { requiredKeys: [], noNullPrototype: true }) },
    { weight: 2, arbitrary: fc.record({ daily: day }, { noNullPrototype: true }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<WeekHours>(
        { weekdays: ["09:00-17:00"] },
        { daily: ["22:00-06:00"] },
        { daily: ["00:00-24:00"] },
      ),
    },
  );
}

function period(open: number, close: number): string {
  return `${clock(open)}-${clock(close)}`;
}

/** `HH:MM` of a minute of the day. */
function clock(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
