import { DateTime, Duration } from "luxon";
import type { BulkOptions, HistoryEvent, Sla, SlaReading, Target } from "../../../src/index";
import { misreading, wrongClock, wrongReading } from "./broken";
import { fix, sla } from "./wrong-slas";

/**
 * Policies that are wrong in such a way that a single claim of a law finds it, so the law would pass them without
 * that claim. Some need two faults, of which one hides the other from every other claim.
 */

/** The members of the target and of the policy that are wrong. */
export type Members = readonly [Partial<Target>, Partial<Sla>?];
type Table = Readonly<Record<string, Members>>;

const misread = (wrong: (reading: SlaReading) => Partial<SlaReading>): Members => [
  misreading(fix, wrong),
];
const length = (milliseconds: number) => Duration.fromMillis(milliseconds);
const ms = (length: Duration | null) => length?.toMillis() ?? 0;

const FIELDS = Object.keys(fix.track([], { asOf: 0 }));
const NUMBERS = [
  ...["status", "breached", "provisional", "percentElapsed", "wallElapsed"],
  ...["startedAt", "originalDueAt", "dueAt", "projectedDueAt", "breachedAt", "stoppedAt"],
  ...["allowance", "elapsed", "remaining", "overrun", "pausedFor"],
];

/** Another value of the same kind. */
function altered(value: unknown): unknown {
  if (DateTime.isDateTime(value)) return value.plus(1);
  if (Duration.isDuration(value)) return value.plus(1);
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (typeof value === "string") return `${value}?`;
  if (Array.isArray(value)) return Object.freeze([...value, "one more"]);
  return value === null ? DateTime.fromMillis(0) : { ...(value as object), altered: true };
}

/** A reading with one field altered. */
const alteredIn = (reading: SlaReading, field: string): SlaReading =>
  wrongReading(reading, {
    [field]:
      field === "segments" ? reading.segments.slice(1) : altered(Reflect.get(reading, field)),
  });

/** For each field, what is wrong with it alone. */
const each = (fields: readonly string[], wrong: (field: string) => Members): Table =>
  Object.fromEntries(fields.map((field) => [`${field} is another`, wrong(field)]));

/** A target whose readings have a field altered, if their history has something about it. */
const alteredIf =
  (isSo: (history: readonly HistoryEvent[], asOf: string) => boolean) =>
  (field: string): Members => [
    {
      track: (history, options) => {
        const reading = fix.track(history, options);
        return isSo(history, String(options.asOf)) ? alteredIn(reading, field) : reading;
      },
    },
  ];

const ofInstant = ({ at }: HistoryEvent) => String(at);
const isUnsorted = (history: readonly HistoryEvent[]) =>
  history.map(ofInstant).some((at, i, all) => at < (all[i - 1] ?? at));
const hasTwins = (history: readonly HistoryEvent[]) =>
  new Set(history.map(ofInstant)).size < history.length;

/** A target whose readings of one history have a field altered at odd milliseconds, but for the first. */
function laterAltered(field: string): Members {
  const read = new WeakSet<object>();
  return [
    {
      track: (history, options) => {
        const reading = fix.track(history, options);
        const isFirst = !read.has(history);
        read.add(history);
        // Its snapshot is taken of the first, which must be one of the library's.
        const isAltered = !isFirst && Date.parse(String(options.asOf)) % 2 === 1;
        return isAltered ? alteredIn(reading, field) : reading;
      },
    },
  ];
}

/** A clock that is followed, whose readings have a field altered. */
const followedAltered = (field: string): Members => [
  {
    follow: (options) => {
      const clock = fix.follow(options);
      return wrongClock(clock, { read: (asOf) => alteredIn(clock.read(asOf), field) });
    },
  },
];

/** The answers of `trackMany` with a number altered, in a list or in columns. */
const bulkAltered =
  (isOfColumns: boolean) =>
  (name: string): Members => {
    const trackMany = (histories: never, options: BulkOptions) => {
      const told: object = fix.trackMany(histories, options);
      if ("errors" in told !== isOfColumns) return told;
      return isOfColumns ? alteredColumns(told, name) : [...(told as [])].map(alteredRow(name));
    };
    return [{ trackMany: trackMany as Target["trackMany"] }]; // It takes and gives what the right one does.
  };

const INSTANTS = NUMBERS.filter((name) => name.endsWith("At"));
const numberOf = (name: string) =>
  INSTANTS.includes(name) || name === "wallElapsed" ? `${name}Ms` : name;
const alteredRow = (name: string) => (row: object) => ({
  ...row,
  [numberOf(name)]: alteredNumber(Reflect.get(row, numberOf(name))),
});
const alteredNumber = (value: unknown) => (value === null ? 1 : altered(value));
const alteredColumns = (columns: object, name: string) => {
  const column = Reflect.get(columns, numberOf(name)) as Float64Array;
  const isFlag = name === "breached" || name === "provisional";
  const other = column.map((value) =>
    isFlag ? 1 - value : Number.isNaN(value) ? 1 : name === "status" ? (value + 1) % 7 : value + 1,
  );
  return { ...columns, [numberOf(name)]: other };
};

/** Readings of which each warning or escalation that has passed is told otherwise. */
const alertsAt = (
  list: "warnings" | "escalations",
  id: string | null,
  told: (reading: SlaReading) => Partial<SlaReading["escalations"][number]>,
): Members =>
  misread((reading) => ({
    [list]: Object.freeze(
      reading[list].map((alert) =>
        Object.freeze(
          alert.passed && (id === null || ("id" in alert && alert.id === id))
            ? { ...alert, ...told(reading) }
            : alert,
        ),
      ),
    ),
  }));
const anHourAhead = ({ asOf }: SlaReading) => ({ at: asOf.plus({ hours: 1 }) });
const asItStarted = ({ startedAt }: SlaReading) => ({ at: startedAt });
const MANAGER = "manager";
const BEFORE = "30 min before";

/** The segments of a reading, changed. */
const segmented = (
  changed: (segments: SlaReading["segments"], reading: SlaReading) => SlaReading["segments"],
): Members =>
  misread((reading) => ({ segments: Object.freeze(changed(reading.segments, reading)) }));
const isCountless = ({ counted }: SlaReading["segments"][number]) => ms(counted) === 0;

export const SINGLE: Readonly<Record<string, Table>> = {
  amounts: {
    "the allowance is less than nothing": misread(({ allowance, overrun }) => ({
      allowance: length(-1),
      overrun: overrun.plus(ms(allowance) + 1),
      breached: true,
    })),
    "what has elapsed is less than nothing": misread(({ allowance, elapsed, remaining }) => ({
      elapsed: length(-1),
      remaining: remaining === null ? null : remaining.plus(ms(elapsed) + 1),
      percentElapsed: allowance && (-1 / ms(allowance)) * 100,
    })),
    "what remains is less than nothing": misread(({ allowance, overrun, breached }) => {
      const elapsed = ms(allowance) + ms(overrun) + 1;
      if (breached || allowance === null) return {};
      return {
        remaining: length(-1),
        elapsed: length(elapsed),
        percentElapsed: (elapsed / ms(allowance)) * 100,
      };
    }),
    "the overrun is less than nothing": misread(({ remaining, overrun }) =>
      ms(remaining) > 0 ? { remaining: length(ms(remaining) - 1), overrun: overrun.minus(1) } : {},
    ),
  },
  status: {
    "a breach is told that has not been": misread(({ breached, paused, breachedAt, asOf }) => ({
      breachedAt: breached || paused ? breachedAt : asOf,
    })),
    "what is not applicable has an allowance": misread(() => ({ status: "not-applicable" })),
  },
  instants: {
    "it started after it was breached": misread(({ startedAt, breachedAt, stoppedAt }) =>
      breachedAt && !stoppedAt
        ? { startedAt: breachedAt.plus(1), originalDueAt: breachedAt.plus(2) }
        : { startedAt },
    ),
    "it has not started yet": misread(({ startedAt, breachedAt, stoppedAt, asOf }) =>
      breachedAt || stoppedAt || !startedAt
        ? {}
        : { startedAt: asOf.plus(1), originalDueAt: asOf.plus(2) },
    ),
    "it is stopped after asOf, once it is breached": misread(({ breachedAt, stoppedAt, asOf }) => ({
      stoppedAt: breachedAt && stoppedAt ? asOf.plus(1) : stoppedAt,
    })),
    "it is breached after it is stopped": misread(({ breachedAt, stoppedAt, asOf }) => ({
      breachedAt: breachedAt && stoppedAt && stoppedAt < asOf ? stoppedAt.plus(1) : breachedAt,
    })),
  },
  segments: {
    "a pause between others is left out": segmented((segments) =>
      segments.filter((each, i) => i === 0 || i === segments.length - 1 || !isCountless(each)),
    ),
    "a segment of no length comes last": segmented((segments) => {
      const last = segments.at(-1);
      return last
        ? [...segments, Object.freeze({ ...last, from: last.to, counted: length(0) })]
        : segments;
    }),
    "the last segment is left out, if nothing counted in it": segmented((segments) => {
      const last = segments.at(-1);
      return last && isCountless(last) ? segments.slice(0, -1) : segments;
    }),
  },
  "event-order": each(FIELDS, alteredIf(isUnsorted)),
  "one-instant": each(FIELDS, alteredIf(hasTwins)),
  "later-events": each(
    FIELDS,
    alteredIf((history, asOf) => history.some((event) => ofInstant(event) > asOf)),
  ),
  causes: {
    "a warning is yet to come": alertsAt("warnings", null, anHourAhead),
    "a breach is yet to come": misread(({ breachedAt, asOf }) => ({
      breachedAt: breachedAt && asOf.plus({ hours: 1 }),
    })),
    "a manager is yet to be told": alertsAt("escalations", MANAGER, anHourAhead),
    "a reminder is yet to come": alertsAt("escalations", BEFORE, anHourAhead),
    "a breach comes as the ticket starts": misread(({ breachedAt, startedAt }) => ({
      breachedAt: breachedAt && startedAt,
    })),
    "a manager is told as the ticket starts": alertsAt("escalations", MANAGER, asItStarted),
    "a reminder comes as the ticket starts": alertsAt("escalations", BEFORE, asItStarted),
  },
  bulk: {
    ...each(NUMBERS, bulkAltered(false)),
    ...Object.fromEntries(
      NUMBERS.map((name) => [`${name} is another in columns`, bulkAltered(true)(name)]),
    ),
  },
  follow: {
    "a clock that keeps its working forgets what was saved": [
      {
        follow: (options) =>
          fix.follow(options?.keepWorking ? { ...options, from: undefined } : options),
      },
    ],
    ...each(FIELDS, followedAltered),
  },
  "late-events": each(FIELDS, followedAltered),
  "follow-numbers": each(NUMBERS, followedAltered),
  immutable: {
    "a number beside a length is another": misread(({ elapsedMs }) => ({
      elapsedMs: (elapsedMs ?? 0) + 1,
    })),
    "its explanation has another title": misread(() => ({ title: "Another title" })),
  },
  together: each(NUMBERS, (field) => misread((reading) => alteredIn(reading, field))),
  desk: each(NUMBERS, (field) => misread((reading) => alteredIn(reading, field))),
  obligations: {
    "there are none": [{}, { obligations: () => [] }],
    ...each(["dueAt", "late", "doneAt"], (field) => [
      {},
      {
        obligations: (history, about) =>
          (sla as Sla) // Of any names.
            .obligations(history, about)
            .map((each) => ({ ...each, [field]: altered(Reflect.get(each, field)) })),
      },
    ]),
    "it next changes later": [
      {},
      {
        obligations: (history, about) =>
          (sla as Sla) // Of any names.
            .obligations(history, about)
            .map((each) => ({
              ...each,
              nextChange: each.nextChange && {
                ...each.nextChange,
                at: each.nextChange.at.plus(1),
              },
            })),
      },
    ],
  },
  snapshot: each(["status", "breached", "elapsed", "remaining", "dueAt"], laterAltered),
  "clock-as-defined": {
    ...each(
      [
        ...NUMBERS.filter((name) => !name.endsWith("At")),
        ...["paused", "severity", "wallPausedFor"],
      ],
      (field) => misread((reading) => alteredIn(reading, field)),
    ),
  },
  "escalations-as-defined": {
    "a manager is told late": alertsAt("escalations", MANAGER, anHourAhead),
    "a reminder comes late": alertsAt("escalations", BEFORE, anHourAhead),
  },
};
