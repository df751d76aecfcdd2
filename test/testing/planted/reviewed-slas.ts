import type { HistoryEvent, Obligation, Sla, SlaReading, Target } from "../../../src/index";
import { misreadingThroughout, wrongClock, wrongReading, wrongSla } from "./broken";
import { deskWith } from "./posing-slas";
import { fix, sla } from "./wrong-slas";

/** Bugs as a reviewer plants them: each in one form, one field or one choice. No check passes any of them. */

type Choices = Parameters<typeof deskWith>[0];

/** The clock of some choices that says it is of others, whoever asks. */
const posing = (as: Choices, other: Choices): Sla => {
  const [right, wrong] = [deskWith(as), deskWith(other)];
  return wrongSla(wrong, wrong.targets.fix as Target, {
    definition: right.targets.fix.definition,
  });
};

/** A policy of which some members are wrong. */
const withPolicy = (members: Partial<Sla>): Sla => ({
  ...(sla as Sla), // Of any names.
  targets: { fix },
  ...members,
});
const withTarget = (members: Partial<Target>): Sla => wrongSla(sla, fix, members);

/** Readings that are changed wherever all of a reading is told. */
const misread = (wrong: (reading: SlaReading) => Partial<SlaReading>): Sla =>
  withTarget(misreadingThroughout(fix, (reading) => wrongReading(reading, wrong(reading))));

/** A clock that sees another history, wherever a history is given whole. */
const seeing = (seen: (history: readonly HistoryEvent[]) => readonly HistoryEvent[]): Sla =>
  withTarget({ track: (history, options) => fix.track(seen(history), options) });

/** A clock that takes other events, one by one. */
const taking = (taken: (event: HistoryEvent) => HistoryEvent | null): Sla =>
  withTarget({
    follow: (options) => {
      const clock = fix.follow(options);
      return wrongClock(clock, {
        take: (event, given) => {
          const seen = taken(event as HistoryEvent);
          if (seen !== null) clock.take(seen, given);
        },
      });
    },
  });

const obliged = (wrong: (each: Obligation) => Partial<Obligation>): Sla =>
  withPolicy({
    obligations: (history, about) =>
      (sla as Sla) // Of any names.
        .obligations(history, about)
        .map((each) => ({ ...each, ...wrong(each) })),
  });

const segments = (
  wrong: (each: SlaReading["segments"][number]) => Partial<SlaReading["segments"][number]>,
): Sla =>
  misread(({ segments }) => ({
    segments: Object.freeze(segments.map((each) => Object.freeze({ ...each, ...wrong(each) }))),
  }));

const isRows = (histories: unknown): histories is readonly object[] => Array.isArray(histories);

export const REVIEWED_SLAS: Readonly<Record<string, Sla>> = {
  "the second change of severity is ignored": seeing((history) => {
    const graded = history.filter(({ severity }) => severity !== undefined);
    return history.map((event) =>
      graded.indexOf(event) >= 2 && event.state !== undefined
        ? { at: event.at, state: event.state }
        : event,
    );
  }),
  "a change of severity measures from the start": posing({}, { onSeverityChange: "retroactive" }),
  "a pause counts, in which the severity changes": seeing((history) =>
    history.map((event) =>
      event.state === "waiting" && event.severity !== undefined
        ? { ...event, state: "open" }
        : event,
    ),
  ),
  "a pause that begins with a ticket is none": seeing(([first, ...more]) =>
    first ? [first.state === "waiting" ? { ...first, state: "open" } : first, ...more] : [],
  ),
  "a re-opened ticket keeps its stop": posing({}, { onReopen: "first-only" }),
  "a re-opening is another cycle": posing({}, { onReopen: "new-cycle" }),
  "a breach that was taken back stays": posing({}, { onceBreached: "keep" }),
  "a cancelled ticket is met": posing({}, { cancels: [], stops: ["done", "void"] }),
  "what remains is less than nothing": misread(({ overrun, remaining }) => ({
    remaining: overrun.toMillis() > 0 ? overrun.negate() : remaining,
  })),
  "what remains is told in minutes": misread(({ remaining }) => ({
    remaining: remaining?.shiftTo("minutes").mapUnits(Math.floor).shiftTo("milliseconds") ?? null,
  })),
  "its JSON forgets pauses and re-openings": withPolicy({
    toJSON: () => {
      const { targets, ...policy } = sla.toJSON();
      const { onReopen: _, pauses: __, ...rest } = targets["fix"] as Target["definition"];
      return { ...policy, targets: { fix: rest } };
    },
  }),
  "a list forgets its last ticket": withTarget({
    trackMany: ((histories: never, options: never) => {
      const told: unknown = fix.trackMany(histories, options);
      return isRows(histories) ? [...(told as Iterable<unknown>)].slice(0, -1) : told;
    }) as Target["trackMany"], // It takes and gives what the right one does.
  }),
  "a list goes on with the clock of the ticket before": withTarget({
    trackMany: ((histories: never, options: never) => {
      const told: unknown = fix.trackMany(histories, options);
      if (!isRows(histories)) return told;
      const rows = [...(told as Iterable<{ elapsed: number }>)];
      return rows.map((row, i) => ({ ...row, elapsed: row.elapsed + (rows[i - 1]?.elapsed ?? 0) }));
    }) as Target["trackMany"], // It takes and gives what the right one does.
  }),
  "a followed clock forgets severities": taking(({ severity: _, ...event }) => event),
  "a followed clock takes no second event of an instant": (() => {
    let last: unknown;
    return taking((event) => {
      const isAgain = event.at === last;
      last = event.at;
      return isAgain ? null : event;
    });
  })(),
  "a clock that is kept is read as of its last event": withTarget({
    follow: (options) => {
      const clock = fix.follow(options);
      let last = 0;
      return wrongClock(clock, {
        take: (event, given) => {
          last = Date.parse(String(event.at));
          clock.take(event, given);
        },
        read: (asOf) => clock.read(last === 0 ? asOf : last),
      });
    },
  }),
  "irregularities are never told": misread(() => ({ irregularities: Object.freeze([]) })),
  "breaches are forgotten": misread(() => ({ breaches: Object.freeze([]) })),
  "re-openings are not counted": misread(() => ({ reopenings: 0 })),
  "it is always within hours": misread(() => ({ withinHours: true })),
  "nothing ever changes next": misread(() => ({ nextChange: null })),
  "a warning is the next change that has come": misread(({ nextChange, warnings }) => ({
    nextChange:
      warnings[0]?.passed && warnings[0].at && nextChange
        ? { ...nextChange, at: warnings[0].at, atMs: warnings[0].at.toMillis() }
        : nextChange,
  })),
  "its segments have the state before": segments(({ state }) => ({
    state: state === "waiting" ? "open" : state,
  })),
  "time that counted is said to be out of hours": segments(({ why }) => ({
    why: why === "counted" ? "outside-hours" : why,
  })),
  "the total of a segment is without the segment": segments(({ total, counted }) => ({
    total: total.minus(counted),
  })),
  "an escalation comes in a pause": misread(({ escalations, paused, asOf }) => ({
    escalations: Object.freeze(
      escalations.map((each) =>
        Object.freeze(
          paused && !each.passed
            ? { ...each, passed: true, at: asOf, atMs: asOf.toMillis() }
            : each,
        ),
      ),
    ),
  })),
  "no obligation is done": obliged(() => ({ doneAt: null })),
  "reminders come at once": obliged(({ kind, status }) => ({
    status: kind === "milestone" && status === "running" ? "done" : status,
  })),
  "reminders are a day late": obliged(({ kind, nextChange }) =>
    kind === "milestone" && nextChange
      ? { nextChange: { ...nextChange, atMs: nextChange.atMs + 86_400_000 } }
      : {},
  ),
  "a policy judges by its first target alone": withPolicy({
    track: ((history: never, options: object) => {
      const readings = (sla as Sla).track(history, { ...options, targets: ["fix"] } as never);
      return "targets" in options ? readings : {};
    }) as Sla["track"], // It gives less than the right one.
  }),
  "every severity has five hours": posing({}, { allowance: { hours: 5, calendar: "support" } }),
  "an allowance of hours is of minutes": posing(
    { allowance: { hours: 4, calendar: "support" } },
    { allowance: { minutes: 4, calendar: "support" } },
  ),
  "a month ends on its last day": posing(
    { allowance: { months: 1 } },
    { allowance: { calendarDays: 31 } },
  ),
  "the severity before counts": posing(
    {},
    {
      allowance: {
        "1": { hours: 1, minutes: 90, calendar: "support" },
        "2": { hours: 4, calendar: "support" },
        "3": { hours: 16, calendar: "support" },
      },
    },
  ),
};
