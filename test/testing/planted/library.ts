import type * as OpenPeriods from "../../../src/calendar/hours/open-periods";
import type * as Fields from "../../../src/sla/clock/fields";
import type * as Numbers from "../../../src/sla/reading/numbers";

/**
 * Faults of the library itself. A policy or calendar that is wrapped can be told from one that the library makes
 * anew of its JSON; what is wrong in the library is wrong at every door. A test that plants them replaces the modules
 * by these, with `vi.mock`.
 */
export interface Fault {
  /** Changes the numbers of every reading. */
  readonly reading?: (reading: Numbers.NumericReading) => Partial<Numbers.NumericReading>;
  /** Changes the events of one instant, as their fields are read. */
  readonly instant?: (events: Instant) => Instant;
  /** Changes the plan of every day of every calendar. */
  readonly plan?: (
    periods: ReturnType<OpenPeriods.PlanOfDay>,
    day: number,
    zone: Parameters<typeof OpenPeriods.sourceOf>[1],
  ) => ReturnType<OpenPeriods.PlanOfDay>;
}

type Instant = Parameters<typeof Fields.fieldsAfter>[1];

let planted: Fault = {};

/** Does something while a fault lies in the library. */
export function withFault<T>(fault: Fault, act: () => T): T {
  planted = fault;
  try {
    return act();
  } finally {
    planted = {};
  }
}

export function numbersModule(right: typeof Numbers): typeof Numbers {
  return {
    ...right,
    readClock: (...given) => {
      const reading = right.readClock(...given);
      return planted.reading ? { ...reading, ...planted.reading(reading) } : reading;
    },
  };
}

export function fieldsModule(right: typeof Fields): typeof Fields {
  return {
    ...right,
    fieldsAfter: (before, events) =>
      right.fieldsAfter(before, planted.instant ? planted.instant(events) : events),
  };
}

export function openPeriodsModule(right: typeof OpenPeriods): typeof OpenPeriods {
  return {
    ...right,
    periodsOfDay: (plan, day, zone) =>
      right.periodsOfDay(planted.plan ? planted.plan(plan, day, zone) : plan, day, zone),
    sourceOf: (plan, zone) => {
      const { plan: changed } = planted;
      return right.sourceOf(changed ? (day) => changed(plan(day), day, zone) : plan, zone);
    },
  };
}
