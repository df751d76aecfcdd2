import fc from "fast-check";
import {
  changesIn,
  DAY,
  dateOf,
  HOUR,
  instantOf,
  MINUTE,
  midnightOf,
  stretchesOf,
  wallOf,
} from "./wall-time";
import type { Definition, Hours, Reference } from "./working-time";
import type { Rule } from "./written-rules";

/**
 * Random calendars, zones and instants, weighted towards where working-time libraries go wrong:
 * clock changes, midnights, night shifts, and the exact edges of periods.
 */

// ------------------------------------------------------------------------------------------- zones

/** Zones that change at midnight, by half an hour, by three hours, skip a day, or change by decree. */
const awkwardZones = [
  "Africa/Casablanca",
  "America/Godthab",
  "America/Havana",
  "America/Sao_Paulo",
  "America/St_Johns",
  "Antarctica/Casey",
  "Antarctica/Troll",
  "Asia/Dhaka",
  "Asia/Gaza",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Australia/Lord_Howe",
  "Europe/London",
  "Pacific/Apia",
  "Pacific/Chatham",
  "UTC",
];

export const zone: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...awkwardZones) },
  { weight: 1, arbitrary: fc.constantFrom(...Intl.supportedValuesOf("timeZone")) },
);

// ------------------------------------------------------------------------------------------- hours

const minuteOfDay = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 47 }).map((half) => half * 30) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 24 * 60 - 1 }) },
);

/** None to four periods of a day, apart or touching, in any order, one at times over midnight. */
export const periodsOfDay: fc.Arbitrary<string[]> = fc
  .record({
    minutes: fc.uniqueArray(minuteOfDay, { maxLength: 8 }),
    touching: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    lastClose: fc.option(fc.oneof(fc.constant(24 * 60), minuteOfDay)),
    backwards: fc.boolean(),
  })
  .map(({ minutes, touching, lastClose, backwards }) => {
    const sorted = minutes.toSorted((a, b) => a - b);
    const opens = sorted.filter((_, i) => i % 2 === 0 && i + 1 < sorted.length);
    const periods = opens.map((open, i) => {
      const nextOpen = opens[i + 1];
      const close = sorted[2 * i + 1] ?? open + 1;
      if (nextOpen !== undefined) return period(open, touching[i] ? nextOpen : close);
      return period(open, lastClose === null || lastClose === open ? close : lastClose);
    });
    return backwards ? periods.toReversed() : periods;
  });

function period(open: number, close: number): string {
  return `${clock(open)}-${clock(close)}`;
}

function clock(minute: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

const mixedHours = fc.record(
  {
    monday: periodsOfDay,
    tuesday: periodsOfDay,
    wednesday: periodsOfDay,
    thursday: periodsOfDay,
    friday: periodsOfDay,
    saturday: periodsOfDay,
    sunday: periodsOfDay,
    weekdays: periodsOfDay,
    weekend: periodsOfDay,
    daily: periodsOfDay,
  },
  { requiredKeys: [] },
);

export const hours: fc.Arbitrary<Hours> = fc.oneof(
  { weight: 6, arbitrary: mixedHours },
  { weight: 2, arbitrary: fc.record({ daily: periodsOfDay }) },
  { weight: 1, arbitrary: fc.constant({ daily: ["00:00-24:00"] }) },
  { weight: 1, arbitrary: fc.constant({ weekdays: ["08:00-18:00"] }) },
);

// ------------------------------------------------------------------------------------------ places

/** A zone, and the instant about which an example plays in it. */
export interface Place {
  readonly timeZone: string;
  readonly aboutMs: number;
}

const shift = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.constantFrom(-1, 1, -1000, 1000, -30 * MINUTE, 30 * MINUTE) },
  { weight: 2, arbitrary: fc.constantFrom(-HOUR, HOUR, -12 * HOUR, 12 * HOUR, -DAY, DAY) },
  { weight: 2, arbitrary: fc.integer({ min: -DAY, max: DAY }) },
);

/** An instant at any time from 1970 to 2040, for questions that need no reference. */
export const anyInstant: fc.Arbitrary<number> = fc.integer({
  min: Date.UTC(1970, 0, 1),
  max: Date.UTC(2040, 0, 1),
});

const year = fc.integer({ min: 1970, max: 2040 });

/** Changes that no rule foretells: a day skipped, an hour lost before midnight, a week of summer. */
const landmarks: readonly (readonly [string, string])[] = [
  ["Pacific/Apia", "2011-12-30T10:00:00Z"],
  ["Pacific/Kwajalein", "1993-08-21T12:00:00Z"],
  ["Pacific/Kiritimati", "1994-12-31T10:00:00Z"],
  ["Asia/Dhaka", "2009-06-19T17:00:00Z"],
  ["Asia/Pyongyang", "2018-05-04T15:00:00Z"],
  ["Asia/Gaza", "2040-10-20T00:00:00Z"],
  ["America/Recife", "2000-10-08T03:00:00Z"],
  ["America/Sao_Paulo", "2018-11-04T03:00:00Z"],
  ["Asia/Tehran", "2022-03-21T20:30:00Z"],
  ["Antarctica/Casey", "2020-10-03T16:01:00Z"],
];

const atLandmark: fc.Arbitrary<Place> = fc
  .record({ landmark: fc.constantFrom(...landmarks), shift })
  .map(({ landmark: [timeZone, at], shift }) => ({ timeZone, aboutMs: Date.parse(at) + shift }));

const fromChange: fc.Arbitrary<Place> = fc
  .record({ zone, year, pick: fc.nat({ max: 365 }), shift })
  .map(({ zone, year, pick, shift }) => {
    const changes = changesOfYear(zone, year);
    const change = changes[pick % Math.max(changes.length, 1)];
    return { timeZone: zone, aboutMs: (change ?? midnightIn(zone, year, pick)) + shift };
  });

const fromMidnight: fc.Arbitrary<Place> = fc
  .record({ zone, year, pick: fc.nat({ max: 365 }), shift })
  .map(({ zone, year, pick, shift }) => ({
    timeZone: zone,
    aboutMs: midnightIn(zone, year, pick) + shift,
  }));

const anywhere: fc.Arbitrary<Place> = fc
  .record({ zone, at: anyInstant })
  .map(({ zone, at }) => ({ timeZone: zone, aboutMs: at }));

/** A place in a zone's history: a clock change more often than not, a midnight, or anywhere. */
export const place: fc.Arbitrary<Place> = fc.oneof(
  { weight: 4, arbitrary: fromChange },
  { weight: 2, arbitrary: atLandmark },
  { weight: 2, arbitrary: fromMidnight },
  { weight: 1, arbitrary: anywhere },
);

function midnightIn(timeZone: string, year: number, day: number): number {
  const wallMs = Date.UTC(year, 0, 1) + day * DAY;
  return instantOf(stretchesOf(timeZone, wallMs - 2 * DAY, wallMs + 2 * DAY), wallMs);
}

const knownChanges = new Map<string, readonly number[]>();

function changesOfYear(timeZone: string, year: number): readonly number[] {
  const key = `${timeZone} ${year}`;
  const known = knownChanges.get(key);
  if (known !== undefined) return known;
  const changes = changesIn(timeZone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
  knownChanges.set(key, changes);
  return changes;
}

// --------------------------------------------------------------------------------------- definitions

/** A definition without a zone, and with its dates as days from the place's instant. */
export interface Sketch {
  readonly hours: Hours;
  readonly holidays: readonly { readonly day: number; readonly titled: boolean }[] | null;
  readonly exceptions: readonly {
    readonly day: number;
    readonly hours: string[];
    readonly titled: boolean;
  }[];
  readonly seasons: readonly { readonly day: number; readonly hours: Hours }[];
  readonly holidayHours: string[] | null;
  readonly rules: readonly RuleSketch[];
}

/** A rule with its dates as days from the place's instant. */
interface RuleSketch {
  readonly kind: "date" | "range" | "nth" | "every" | "before";
  readonly day: number;
  readonly length: number;
  readonly nth: number;
  readonly every: number;
  readonly hours: string[] | Hours;
  readonly opens: boolean;
  readonly since: number | null;
  readonly until: number | null;
}

const nearbyDay = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -12, max: 12 }));
const byDay = { selector: ({ day }: { day: number }) => day };

const ruleSketch: fc.Arbitrary<RuleSketch> = fc.record({
  kind: fc.constantFrom("date", "range", "nth", "every", "before"),
  day: nearbyDay,
  length: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 364 })),
  nth: fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -3, -4, -5),
  every: fc.integer({ min: 1, max: 4 }),
  hours: fc.oneof(
    { weight: 3, arbitrary: periodsOfDay },
    { weight: 1, arbitrary: fc.constant<string[]>([]) },
    { weight: 2, arbitrary: hours },
  ),
  opens: fc.boolean(),
  since: fc.option(nearbyDay, { freq: 2 }),
  until: fc.option(nearbyDay, { freq: 2 }),
});

export const sketch: fc.Arbitrary<Sketch> = fc.record({
  hours,
  seasons: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.uniqueArray(fc.record({ day: nearbyDay, hours }), { maxLength: 3, ...byDay }),
    },
  ),
  holidayHours: fc.option(periodsOfDay, { freq: 2 }),
  rules: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(ruleSketch, { maxLength: 4 }) },
  ),
  holidays: fc.option(
    fc.uniqueArray(fc.record({ day: nearbyDay, titled: fc.boolean() }), { maxLength: 5, ...byDay }),
    { freq: 3 },
  ),
  exceptions: fc.uniqueArray(
    fc.record({ day: nearbyDay, hours: periodsOfDay, titled: fc.boolean() }),
    { maxLength: 4, ...byDay },
  ),
});

/** The definition that a sketch means at a place. */
export function definitionOf(id: string, sketch: Sketch, { timeZone, aboutMs }: Place): Definition {
  const middle = midnightOf(dateOf(wallOf(timeZone, aboutMs)));
  const dateAt = (day: number) => dateOf(middle + day * DAY);
  const exceptions = sketch.exceptions.map(({ day, hours, titled }) => [
    dateAt(day),
    titled ? { hours, title: "Special hours" } : hours,
  ]);
  const rules = sketch.rules.flatMap((rule) => ruleOf(rule, dateAt));
  const isBefore = ({ on }: Rule) => on === "day-before-bank-holiday";
  const definition: Definition = {
    id,
    timeZone,
    hours: sketch.hours,
    exceptions: Object.fromEntries(exceptions),
    ...(sketch.seasons.length > 0 && {
      hoursFrom: Object.fromEntries(sketch.seasons.map(({ day, hours }) => [dateAt(day), hours])),
    }),
    ...(rules.length > 0 && { rules: rules.filter((rule) => sketch.holidays || !isBefore(rule)) }),
  };
  if (sketch.holidays === null) return definition;
  const near = sketch.holidays.map(({ day, titled }) =>
    titled ? { date: dateAt(day), title: "Holiday" } : dateAt(day),
  );
  // A list speaks for the years from its first to its last: a year on either side makes room.
  return {
    ...definition,
    bankHolidays: [dateAt(-400), ...near, dateAt(400)],
    ...(sketch.holidayHours && { bankHolidayHours: sketch.holidayHours }),
  };
}

/** The rule that a sketch means. */
function ruleOf(sketch: RuleSketch, dateAt: (day: number) => string): readonly Rule[] {
  const { kind, day, length, nth, every, hours, opens, since, until } = sketch;
  if (since !== null && until !== null && since > until) return [];
  const date = dateAt(day);
  const weekday = WEEKDAYS[new Date(midnightOf(date)).getUTCDay()] ?? "sunday";
  const terms = {
    hours,
    ...(opens && { opens }),
    ...(since !== null && { since: dateAt(since) }),
    ...(until !== null && { until: dateAt(until) }),
  };
  switch (kind) {
    case "date":
      return [{ on: date.slice(5), ...terms }];
    case "range":
      return [{ from: date.slice(5), to: dateAt(day + length).slice(5), ...terms }];
    case "nth":
      return [{ on: { weekday, nth: [nth] }, ...terms }];
    case "every":
      return [{ on: { weekday, every, from: dateAt(day - 14 * every) }, ...terms }];
    case "before":
      return [{ on: "day-before-bank-holiday", ...terms }];
  }
}

const WEEKDAYS = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;

// ------------------------------------------------------------------------------------------ instants

/** An instant described by what it is near to: an opening or closing, or what the example is about. */
export interface Near {
  readonly anchor: number;
  readonly shift: number;
}

export const near: fc.Arbitrary<Near> = fc.record({ anchor: fc.nat({ max: 199 }), shift });

/** The instant meant, within a fortnight of what the example is about. */
export function nearTo(aboutMs: number, reference: Reference, { anchor, shift }: Near): number {
  const boundaries = reference.open
    .flatMap(({ openMs, closeMs }) => [openMs, closeMs])
    .filter((ms) => Math.abs(ms - aboutMs) < 13 * DAY)
    .toSorted((a, b) => Math.abs(a - aboutMs) - Math.abs(b - aboutMs));
  const anchors = [aboutMs, ...boundaries];
  return (anchors[anchor % anchors.length] ?? aboutMs) + shift;
}
