import {
  CoverageError,
  type Sla,
  type SlaReading,
  type Target,
  type TicketClock,
  type WorkingCalendar,
} from "../../../src/index";
import { continuationOf, continued } from "../../../src/sla/reading/continued";

/** What the policies that subjects misread have in common, beside their target. */
export const DESK = {
  id: "desk",
  calendars: { support: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:30"] } } },
  severities: ["1", "2"],
} as const;

/** What their target promises, and when its clock runs. */
export const FIX = {
  allowance: {
    "1": { hours: 4, calendar: "support" },
    "2": { hours: 16, calendar: "support" },
  },
  runs: ["open"],
  pauses: ["waiting"],
  stops: ["done"],
  warnAt: [0.75],
} as const;

/** Objects of the library with planted faults, for laws to refuse. */

const originals = new WeakMap<object, object>();

/** The same object with some members replaced. It may be given wherever the right one may. */
function wrong<T extends object>(right: T, members: Partial<T>): T {
  const broken = new Proxy(Object.create(Object.getPrototypeOf(right)), {
    get: (_, key) => {
      if (Object.hasOwn(members, key)) return Reflect.get(members, key);
      const member: unknown = Reflect.get(right, key);
      if (typeof member !== "function") return member;
      // The right object must be given right objects as well.
      return (...given: readonly unknown[]) => member.apply(right, given.map(righted));
    },
  });
  originals.set(broken, right);
  return broken;
}

function righted(given: unknown): unknown {
  return typeof given === "object" && given !== null ? (originals.get(given) ?? given) : given;
}

/** A calendar with some of its members wrong. */
export function wrongCalendar(
  right: WorkingCalendar,
  members: Partial<WorkingCalendar>,
): WorkingCalendar {
  return wrong(right, members);
}

/** A calendar with some members of its timeline wrong. */
export function wrongTimeline(
  right: WorkingCalendar,
  members: Partial<WorkingCalendar["timeline"]>,
): WorkingCalendar {
  return wrong(right, { timeline: wrong(right.timeline, members) });
}

/** A policy with one target, of which some members are wrong. */
export function wrongSla(right: Sla, target: Target, members: Partial<Target>): Sla {
  return { ...right, targets: { [target.id]: wrong(target, members) } };
}

/** A target whose readings are changed on the way out. */
export function misreading(
  right: Target,
  wrong: (reading: SlaReading) => Partial<SlaReading>,
): Pick<Target, "track"> {
  return {
    track: (history, options) => {
      const reading = right.track(history, options);
      return wrongReading(reading, wrong(reading));
    },
  };
}

/** A guess in place of an error for what is not covered. */
export function orElse<T>(ask: () => T, guess: T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CoverageError) return guess;
    throw error;
  }
}

/** A clock that is followed, with some of its members wrong. */
export function wrongClock(right: TicketClock, members: Partial<TicketClock>): TicketClock {
  return wrong(right, members);
}

/** A reading with some of its parts wrong, frozen and able to go on like every reading of the library. */
export function wrongReading(right: SlaReading, parts: Partial<SlaReading>): SlaReading {
  // It is wrong on purpose, so its parts need not agree with its status.
  const wrong = { ...right, ...parts } as SlaReading;
  const goesOn = continuationOf(right);
  return Object.freeze(goesOn ? continued(wrong, goesOn) : wrong);
}

/** A target whose readings are changed on the way out of `track`, and of the clocks that are followed. */
export function misreadingThroughout(
  right: Target,
  wrong: (reading: SlaReading) => SlaReading,
): Pick<Target, "track" | "follow"> {
  return {
    track: (history, options) => wrong(right.track(history, options)),
    follow: (options) => {
      const clock = right.follow(options);
      return wrongClock(clock, { read: (asOf) => wrong(clock.read(asOf)) });
    },
  };
}
