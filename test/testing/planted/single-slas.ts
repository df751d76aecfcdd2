import { DateTime, Duration } from "luxon";
import type {
  BulkOptions,
  HistoryEvent,
  Obligation,
  Sla,
  SlaReading,
  Target,
} from "../../../src/index";
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
export const NUMBERS = [
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
const goesOn = (history: readonly HistoryEvent[], asOf: string) =>
  history.some((event) => ofInstant(event) > asOf);
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

/** The answers of `trackMany` with a number altered, in columns or in a list of some tickets. */
const bulkAltered =
  (which: "columns" | "example" | "shorter") =>
  (name: string): Members => {
    const isOfColumns = which === "columns";
    const trackMany = (histories: never, options: BulkOptions) => {
      const told: object = fix.trackMany(histories, options);
      if ("errors" in told !== isOfColumns) return told;
      if (isOfColumns) return alteredColumns(told, name);
      return [...(told as readonly { ticket: string }[])].map((row) =>
        row.ticket.startsWith(which) ? alteredRow(name)(row) : row,
      );
    };
    return [{ trackMany: trackMany as Target["trackMany"] }]; // It takes and gives what the right one does.
  };

const INSTANTS = NUMBERS.filter((name) => name.endsWith("At"));
const numberOf = (name: string) =>
  INSTANTS.includes(name) || name === "wallElapsed" ? `${name}Ms` : name;
export const alteredRow = (name: string) => (row: object) => ({
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

/** A policy whose readings have a field altered, if its targets are named, or if they are not. */
function togetherAltered(field: string, isNamed: boolean): Members {
  const track = (history: readonly HistoryEvent[], options: Parameters<Sla["track"]>[1]) => {
    const readings = (sla as Sla).track(history, options); // Of any names.
    if ((options.targets !== undefined) !== isNamed) return readings;
    return Object.fromEntries(
      Object.entries<SlaReading>(readings).map(([id, each]) => [id, alteredIn(each, field)]),
    );
  };
  return [{}, { track: track as Sla["track"] }]; // It gives what the right one gives, altered.
}

/** Obligations that are changed on the way out. */
const obliged = (
  wrong: (each: Obligation, history: readonly HistoryEvent[], asOf: string) => Partial<Obligation>,
): Members => [
  {},
  {
    obligations: (history, about) =>
      (sla as Sla) // Of any names.
        .obligations(history, about)
        .map((each) => ({ ...each, ...wrong(each, history, String(about.asOf)) })),
  },
];
const isReminder = ({ kind }: Obligation) => kind === "milestone";
const hoursLater = (change: Obligation["nextChange"], hours: number) =>
  change && { ...change, atMs: change.atMs + hours * 3_600_000 };

/** A change of a title, of one place among the obligations. */
const titledIf = (isSo: (history: readonly HistoryEvent[], asOf: string) => boolean): Table => ({
  "the target has another title": obliged((each, ...given) =>
    each.kind === "target" && isSo(...given) ? { title: "Another title" } : {},
  ),
  "the reminder has another title": obliged((each, ...given) =>
    isReminder(each) && isSo(...given) ? { title: "Another title" } : {},
  ),
});

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
  "event-order": { ...each(FIELDS, alteredIf(isUnsorted)), ...titledIf(isUnsorted) },
  "one-instant": each(FIELDS, alteredIf(hasTwins)),
  "later-events": { ...each(FIELDS, alteredIf(goesOn)), ...titledIf(goesOn) },
  working: {
    "a breach that was taken back had ended before it came": misread(({ breaches }) => ({
      breaches: Object.freeze(
        breaches.map((each) =>
          Object.freeze(each.takenBackAt ? { ...each, takenBackAt: each.at.minus(1) } : each),
        ),
      ),
    })),
    "what counted is said to be out of hours": segmented((segments) =>
      segments.map((each) =>
        Object.freeze(each.why === "counted" ? { ...each, why: "outside-hours" } : each),
      ),
    ),
    "the total of a segment is without it": segmented((segments) =>
      segments.map((each) => Object.freeze({ ...each, total: each.total.minus(each.counted) })),
    ),
    "it is always within hours": misread(() => ({ withinHours: true })),
    "what waits is said to be open": segmented((segments) =>
      segments.map((each) =>
        Object.freeze(each.state === "waiting" ? { ...each, state: "open" } : each),
      ),
    ),
    "re-openings are not counted": misread(() => ({ reopenings: 0 })),
    "irregularities are not told": misread(() => ({ irregularities: Object.freeze([]) })),
  },
  "next-change": {
    "it is an hour late": misread(({ nextChange }) => ({
      nextChange: nextChange && { ...nextChange, atMs: nextChange.atMs + 3_600_000 },
    })),
    "it is an hour early": misread(({ nextChange, asOf }) => ({
      nextChange: nextChange && {
        ...nextChange,
        atMs: Math.max(asOf.toMillis() + 1, nextChange.atMs - 3_600_000),
      },
    })),
    "that of a reminder is an hour late": obliged((each) =>
      isReminder(each) ? { nextChange: hoursLater(each.nextChange, 1) } : {},
    ),
    "that of a reminder is an hour early": obliged((each) =>
      isReminder(each) ? { nextChange: hoursLater(each.nextChange, -1) } : {},
    ),
  },
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
    ...each(NUMBERS, bulkAltered("example")),
    ...Object.fromEntries(
      NUMBERS.flatMap((name) => [
        [`${name} is another in columns`, bulkAltered("columns")(name)],
        [`${name} of the ticket beside it is another`, bulkAltered("shorter")(name)],
      ]),
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
  together: Object.fromEntries(
    NUMBERS.flatMap((field) =>
      [true, false].map((isNamed) => [
        `${field} is another, if ${isNamed ? "one target is" : "all targets are"} asked`,
        togetherAltered(field, isNamed),
      ]),
    ),
  ),
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
