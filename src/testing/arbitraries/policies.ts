import fc from "fast-check";
import type { DayDue, DueAt } from "../../calendar/days/counted-days";
import type { WeekHours } from "../../calendar/definition/definition";
import { rulesOf } from "../../calendar/hours/day-rules";
import type {
  AllowanceDefinition,
  CivilAllowance,
  TimeAllowance,
  WorkingDayAllowance,
} from "../../sla/allowance/definition";
import { valuesOf } from "../../sla/clock/choices";
import type { PolicyDefinition } from "../../sla/policy/policy";
import type { TargetDefinition } from "../../sla/target/definition";
import { idOf } from "../options";
import { anyWeekHours } from "./hours";
import { anyTimeZone } from "./zones";

const SEVERITIES = ["1", "2", "3"] as const;

/** Objects as people write them, so they read well in errors. */
const plain = { noNullPrototype: true } as const;

const calendar = fc.constantFrom("core", "other");
const cutoff = fc.constantFrom("17:00", "09:00", "00:00");

/** Mostly a value, sometimes undefined. */
const few = (max: number) =>
  fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max }) }, fc.constant(0));

const time: fc.Arbitrary<TimeAllowance> = fc.oneof(
  fc.record({ hours: fc.constantFrom(1, 4, 7.5, 8, 48), calendar }, plain),
  fc.record({ hours: fc.constantFrom(4, 8), calendar, cutoff }, plain),
  fc.record({ minutes: few(2_400), calendar }, plain),
);

/** A count of zero days is not due at a close or a time, because the date of the start may never close. */
const workingDays: fc.Arbitrary<WorkingDayAllowance> = fc.oneof(
  fc.record(
    {
      workingDays: few(6),
      calendar,
      due: fc.constantFrom("end-of-day", "same-time"),
      cutoff,
    },
    { ...plain, requiredKeys: ["workingDays", "calendar"] },
  ),
  fc.record(
    {
      workingDays: fc.integer({ min: 1, max: 6 }),
      calendar,
      due: fc.constantFrom<DayDue | DueAt>("close", { at: "12:00" }),
    },
    plain,
  ),
);

const civilDue = fc.constantFrom("same-time", "end-of-day");
const civil: fc.Arbitrary<CivilAllowance> = fc.oneof(
  fc.record({ calendarDays: few(9), due: civilDue }, { ...plain, requiredKeys: ["calendarDays"] }),
  fc.record({ weeks: few(2), due: civilDue }, { ...plain, requiredKeys: ["weeks"] }),
  fc.record({ months: few(2), due: civilDue }, { ...plain, requiredKeys: ["months"] }),
);

/** One allowance for all severities, or one for each; the last may be promised nothing. */
const oneOrEach = (allowance: fc.Arbitrary<AllowanceDefinition>) =>
  fc.oneof(
    allowance,
    fc.record({ "1": allowance, "2": allowance, "3": fc.option(allowance, { freq: 3 }) }, plain),
  );

/** Used hours cannot be carried over to days, so only the other choices mix the two. */
const measured: fc.Arbitrary<Pick<TargetDefinition, "allowance" | "onSeverityChange">> = fc.oneof(
  fc.record({
    allowance: fc.oneof(oneOrEach(time), oneOrEach(fc.oneof(workingDays, civil))),
    onSeverityChange: fc.constantFrom(...valuesOf("onSeverityChange")),
  }),
  fc.record({
    allowance: oneOrEach(fc.oneof(time, workingDays, civil)),
    onSeverityChange: fc.constantFrom("retroactive", "restart"),
  }),
);

/** An allowance beside the promise: how long after a stop, or of pauses. */
const further = fc.oneof(
  fc.record({ hours: fc.constantFrom(1, 8, 48), calendar }, plain),
  fc.record({ calendarDays: few(3) }, plain),
);

const chosen = fc.record(
  {
    tie: fc.constantFrom(...valuesOf("tie")),
    atDue: fc.constantFrom(...valuesOf("atDue")),
    onReopen: fc.constantFrom(...valuesOf("onReopen")),
    onLateReopen: fc.constantFrom(...valuesOf("onLateReopen")),
    onceBreached: fc.constantFrom(...valuesOf("onceBreached")),
    dayPauses: fc.constantFrom(...valuesOf("dayPauses")),
    agreedDates: fc.constantFrom(...valuesOf("agreedDates")),
    onUnknownState: fc.constantFrom(...valuesOf("onUnknownState")),
    reopenWithin: further,
    pauseLimit: further,
    when: fc.constant({ type: ["incident"] }),
    warnAt: fc.constantFrom([0.5, 0.9], [1]),
  },
  { requiredKeys: [] },
);

const target: fc.Arbitrary<TargetDefinition> = fc
  .record({ measured, chosen })
  .map(({ measured, chosen: { dayPauses, ...chosen } }) => ({
    ...measured,
    ...chosen,
    // What is measured anew cannot be pushed on by pauses.
    ...(dayPauses && measured.onSeverityChange !== "retroactive" ? { dayPauses } : {}),
    runs: ["open", "in-progress"],
    pauses: ["waiting"],
    stops: ["resolved", "closed"],
    cancels: ["void"],
  }));

/**
 * Any policy of two targets, `fix` and `reply`, on two calendars, `core` and `other`, that open every
 * week: allowances of hours, working days, calendar days, weeks and months, for all severities or by
 * severity, under every choice there is. `defineSla` accepts them all.
 *
 * @param options `id`: the name of the policy; `example` by default
 * @example fc.assert(fc.property(anyPolicyDefinition(), (policy) => checkSla(defineSla(policy))))
 */
export function anyPolicyDefinition(options?: {
  readonly id?: string | undefined;
}): fc.Arbitrary<PolicyDefinition> {
  const id = idOf(options, "anyPolicyDefinition");
  const hours = anyWeekHours().filter(opensEveryWeek);
  const open = fc.record({ timeZone: anyTimeZone(), hours }, plain);
  return fc
    .record({ core: open, other: open, timeZone: anyTimeZone(), fix: target, reply: target })
    .map(({ core, other, timeZone, fix, reply }) => ({
      id,
      timeZone,
      calendars: { core, other },
      severities: SEVERITIES,
      states: ["noted"],
      targets: { fix, reply },
    }));
}

/** Whether any day of the week has hours, once named days have won over groups. */
function opensEveryWeek(hours: WeekHours): boolean {
  const ruleOf = rulesOf({ timeZone: "UTC", hours }, new Map());
  return [0, 1, 2, 3, 4, 5, 6].some((day) => ruleOf(day).periods.length > 0);
}
