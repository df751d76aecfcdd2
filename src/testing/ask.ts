import type { WorkingCalendar } from "../calendar/working-calendar";
import type { BackTie, Tie } from "../timeline";
import { isoOf } from "../timeline/errors";
import { found } from "./arbitraries/edges";

/** An instant as ISO text in UTC, to the millisecond, so a later instant is a greater text. */
export type Iso = string;

/**
 * A calendar that takes and gives what a person can read: instants as ISO text in UTC, amounts in milliseconds.
 */
export interface Asked {
  /** The working time between two instants, in milliseconds. */
  readonly between: (a: Iso, b: Iso) => number;
  readonly isOpen: (at: Iso) => boolean;
  readonly add: (at: Iso, milliseconds: number, tie?: Tie) => Iso;
  readonly subtract: (at: Iso, milliseconds: number, tie?: BackTie) => Iso;
  /** These four are null if the coverage has no such opening or closing. */
  readonly nextOpen: (at: Iso) => Iso | null;
  readonly nextClose: (at: Iso) => Iso | null;
  readonly previousOpen: (at: Iso) => Iso | null;
  readonly previousClose: (at: Iso) => Iso | null;
  /** The open periods, each as its opening and its closing. */
  readonly periods: (a: Iso, b: Iso) => readonly (readonly [Iso, Iso])[];
  /** The first instant covered, and the instant at which the coverage ends. */
  readonly start: Iso;
  readonly end: Iso;
}

export function ask(calendar: WorkingCalendar): Asked {
  const search =
    (name: "nextOpen" | "nextClose" | "previousOpen" | "previousClose") => (at: Iso) => {
      const answer = found(() => calendar[name](at));
      return answer === undefined ? null : isoOf(answer.toMillis());
    };
  return {
    between: (a, b) => calendar.between(a, b).toMillis(),
    isOpen: (at) => calendar.isOpen(at),
    add: (at, milliseconds, tie) =>
      isoOf(calendar.add(at, { milliseconds }, tie === undefined ? {} : { tie }).toMillis()),
    subtract: (at, milliseconds, tie) =>
      isoOf(calendar.subtract(at, { milliseconds }, tie === undefined ? {} : { tie }).toMillis()),
    nextOpen: search("nextOpen"),
    nextClose: search("nextClose"),
    previousOpen: search("previousOpen"),
    previousClose: search("previousClose"),
    periods: (a, b) =>
      Array.from(calendar.periods(a, b), ({ start, end }) => [
        isoOf(start?.toMillis() ?? Number.NaN),
        isoOf(end?.toMillis() ?? Number.NaN),
      ]),
    start: isoOf(calendar.coverage.start.toMillis()),
    end: isoOf(calendar.coverage.end.toMillis()),
  };
}

/** The instant some milliseconds after another, or before it if they are negative. */
export function later(at: Iso, milliseconds: number): Iso {
  return isoOf(Date.parse(at) + milliseconds);
}

/** The milliseconds from one instant to another, open or closed. */
export function wallMs(a: Iso, b: Iso): number {
  return Date.parse(b) - Date.parse(a);
}
