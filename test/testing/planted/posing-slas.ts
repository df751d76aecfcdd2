import { DateTime } from "luxon";
import {
  defineSla,
  type HistoryEvent,
  type PolicyDefinition,
  type Sla,
  type SlaNames,
  type SlaReading,
  type Target,
  type TargetDefinition,
} from "../../../src/index";
import { misreading, wrongReading, wrongSla } from "./broken";

/**
 * Faults that are consistent in themselves: the clock of another definition that says it is of this one,
 * or one that sees another history. Only a law that replays the definition finds them.
 */

const grades = {
  "1": { hours: 4, calendar: "support" },
  "2": { hours: 1, minutes: 90, calendar: "support" },
  "3": { hours: 16, calendar: "support" },
};
const inDays = { allowance: { workingDays: 1, calendar: "support" } };
const derived = [
  { state: "waiting", when: { state: ["open"], waitsFor: ["customer"] } },
  ...["open", "waiting", "done", "void"].map((state) => ({ state, when: { state: [state] } })),
];

const base: TargetDefinition = {
  allowance: grades,
  runs: ["open"],
  pauses: ["waiting"],
  stops: ["done"],
  cancels: ["void"],
  warnAt: [0.75],
};

/** What a target says beside the base, and the states that its policy derives. */
type Planted = Partial<TargetDefinition> & Pick<PolicyDefinition, "derive">;

/** Its words are left open, as those of a policy that has been read. */
export function deskWith({
  derive,
  ...changes
}: Planted): Sla<SlaNames & { readonly targets: "fix" }> {
  return defineSla({
    ...(derive ? { derive } : {}),
    id: "desk",
    calendars: {
      support: {
        timeZone: "Europe/London",
        hours: { weekdays: ["09:00-12:30", "13:30-17:30"] },
        bankHolidays: "england-and-wales",
      },
    },
    severities: ["1", "2", "3"],
    states: ["void", "waiting"],
    targets: { fix: { ...base, ...changes } },
  });
}

/** The clock of some choices that says it is of others. */
const posing = (as: Planted, other: Planted): Sla => {
  const right = deskWith(as);
  return wrongSla(right, deskWith(other).targets.fix, { definition: right.targets.fix.definition });
};

/** A clock whose readings are changed on the way out. */
const misread = (
  changes: Partial<TargetDefinition>,
  wrong: (reading: SlaReading) => Partial<SlaReading>,
): Sla => {
  const right = deskWith(changes);
  const { fix } = right.targets;
  return wrongSla(right, fix, misreading(fix, wrong));
};

/** A clock that sees another history. */
const seeing = (
  changes: Partial<TargetDefinition>,
  seen: (history: readonly HistoryEvent[]) => readonly HistoryEvent[],
): Sla => {
  const right = deskWith(changes);
  const { fix } = right.targets;
  return wrongSla(right, fix, {
    track: (history, options) => fix.track(seen(inTime(history)), options),
  });
};

const inTime = (history: readonly HistoryEvent[]) =>
  [...history].sort((a, b) => Date.parse(String(a.at)) - Date.parse(String(b.at)));

const withoutSeverity = ({ at, state }: HistoryEvent): HistoryEvent =>
  state === undefined ? { at } : { at, state };

/** A clock that a larger allowance takes no breach from. */
function unforgiving(): Sla {
  const right = deskWith({});
  const { fix } = right.targets;
  const track: Target["track"] = (history, options) => {
    const reading = fix.track(history, options);
    const asOfMs = reading.asOf.toMillis();
    const breaches = history
      .map(({ at }) => DateTime.fromISO(String(at)).toMillis() - 1)
      .filter((ms) => ms <= asOfMs)
      .flatMap((ms) => fix.track(history, { ...options, asOf: ms }).breachedAt ?? []);
    const [first] = breaches;
    if (reading.breached || first === undefined) return reading;
    return wrongReading(reading, { status: "breached", breached: true, breachedAt: first });
  };
  return wrongSla(right, fix, { track });
}

/** A month after 31 January is 3 March. */
function overflowing(): Sla {
  const right = deskWith({ allowance: { months: 1 } });
  const { fix } = right.targets;
  return wrongSla(right, fix, {
    due: (startedAt, options) => {
      const due = fix.due(startedAt, options);
      const startMs = typeof startedAt === "number" ? startedAt : Date.parse(String(startedAt));
      const start = DateTime.fromMillis(startMs, { zone: due.zone });
      return due.plus({ days: start.day - due.day });
    },
  });
}

export const PLANTED: Readonly<Record<string, Sla>> = {
  "a change of severity is ignored": seeing({}, (history) =>
    history.map((event, i) => (i === 0 ? event : withoutSeverity(event))),
  ),
  "a change of severity always starts anew": posing({}, { onSeverityChange: "restart" }),
  "a re-opening always starts anew": posing({}, { onReopen: "restart" }),
  "time while resolved counts": posing({}, { onReopen: "continue" }),
  "the first stop is not final": posing({ onReopen: "first-only" }, { onReopen: "resume" }),
  "a cancellation is ignored": posing({}, { cancels: [] }),
  "nothing is ever provisional": misread({}, () => ({ provisional: false })),
  "stopped when due is always met": posing({ atDue: "breached" }, { atDue: "met" }),
  "stopped when due is always late": posing({ atDue: "met" }, { atDue: "breached" }),
  "a pause is measured on the wall": misread({}, ({ wallPausedFor }) => ({
    pausedFor: wallPausedFor,
  })),
  "warnings are of what remains": (() => {
    const right = deskWith({});
    const other = deskWith({ warnAt: [0.25] }).targets.fix;
    return wrongSla(right, other, {
      definition: right.targets.fix.definition,
      track: (history, options) => {
        const reading = other.track(history, options);
        const warnings = reading.warnings.map((warning) =>
          Object.freeze({ ...warning, share: 0.75 }),
        );
        return wrongReading(reading, { warnings: Object.freeze(warnings) });
      },
    });
  })(),
  "a larger allowance takes no breach back": unforgiving(),
  "a pause after a re-opening is ignored": seeing({}, (history) => {
    const stop = history.findIndex(({ state }) => state === "done");
    return history.map((event, i) =>
      stop >= 0 && i > stop && event.state === "waiting" ? { ...event, state: "open" } : event,
    );
  }),
  "a month after 31 January is 3 March": overflowing(),
  "a week has five days": posing({ allowance: { weeks: 2 } }, { allowance: { calendarDays: 10 } }),
  "minutes above 60 are dropped": posing(
    { allowance: { hours: 1, minutes: 90, calendar: "support" } },
    { allowance: { hours: 1, minutes: 30, calendar: "support" } },
  ),
  "a hundred minutes are an hour": posing(
    { allowance: { minutes: 100, calendar: "support" } },
    { allowance: { minutes: 60, calendar: "support" } },
  ),
  "a working day is a day": posing(
    { allowance: { workingDays: 3, calendar: "support" } },
    { allowance: { calendarDays: 3, due: "end-of-day" } },
  ),
  "a tie is never carried to the next opening": posing({ tie: "next-open" }, { tie: "close" }),
  "a pause may last for ever": posing({ pauseLimit: { hours: 1, calendar: "support" } }, {}),
  "a limit of pauses is on the wall": posing(
    { pauseLimit: { hours: 8, calendar: "support" } },
    { pauseLimit: { calendarDays: 1 } },
  ),
  "a ticket may be re-opened for ever": posing({ reopenWithin: { calendarDays: 1 } }, {}),
  "a late re-opening is never ignored": posing(
    { reopenWithin: { calendarDays: 1 }, onLateReopen: "ignore" },
    { reopenWithin: { calendarDays: 1 } },
  ),
  "a late re-opening that goes on begins another cycle": posing(
    { reopenWithin: { calendarDays: 1 }, onLateReopen: "go-on" },
    { reopenWithin: { calendarDays: 1 } },
  ),
  "a breach that stays is taken back": posing({ onceBreached: "keep" }, {}),
  "a pause pushes nothing on": posing({ ...inDays, dayPauses: "push" }, inDays),
  "a pause pushes days on, which it should not": posing(inDays, { ...inDays, dayPauses: "push" }),
  "an agreed date is ignored": posing({}, { agreedDates: "ignore" }),
  "an agreed date that should be ignored is not": posing({ agreedDates: "ignore" }, {}),
  "the later of both dates counts": posing({ agreedDates: "earlier" }, { agreedDates: "later" }),
  "the earlier of both dates counts": posing({ agreedDates: "later" }, { agreedDates: "earlier" }),
  "an agreed date counts alone": posing({ agreedDates: "later" }, {}),
  "hours know no cutoff": posing(
    { allowance: { hours: 4, calendar: "support", cutoff: "15:00" } },
    { allowance: { hours: 4, calendar: "support" } },
  ),
  "days are due at the close": posing(
    { allowance: { workingDays: 1, calendar: "support", due: { at: "12:00" } } },
    { allowance: { workingDays: 1, calendar: "support", due: "close" } },
  ),
  "a severity that is promised nothing is promised something": posing(
    { allowance: { ...grades, "3": null } },
    { allowance: grades },
  ),
  "the target applies to every ticket": posing({ when: { type: ["incident"] } }, {}),
  "fields name no state": posing({ derive: derived }, {}),
  "an unknown state is an error": posing({ onUnknownState: "ignore" }, {}),
};
