/** The hours of a desk, in a form that every library can be told. */
export interface Desk {
  /** By ISO weekday, 1 to 7: the periods of that day, `["09:00", "17:00"]`; a day left out is closed. */
  readonly hours: Readonly<Record<number, readonly (readonly [open: string, close: string])[]>>;
  /** ISO dates on which it is closed. */
  readonly holidays: readonly string[];
}

/** A question whose instants have been made ready, in the objects that a library takes. */
export type Ask = () => number;

/**
 * The questions that a library can answer about a desk, each in the library's own best way. Questions that it
 * cannot express are left out.
 */
export interface Answers {
  /** Milliseconds of working time from one instant to another. */
  readonly between?: (fromMs: number, toMs: number) => Ask;
  /** The instant by which some hours have been worked. */
  readonly add?: (fromMs: number, hours: number) => Ask;
  /** The instant from which some hours are worked until another. */
  readonly subtract?: (fromMs: number, hours: number) => Ask;
  /** The same wall-clock time some working days later. */
  readonly addDays?: (fromMs: number, days: number) => Ask;
}

/** A library that answers such questions. */
export interface Peer {
  readonly name: string;
  /** The parts of it that are used, and what it cannot be told. */
  readonly how: string;
  /**
   * Tells the library the hours of a desk. Most keep them in one place for the whole process, so
   * answers hold until another desk is told.
   *
   * @throws if the library cannot express such hours.
   */
  answersFor(desk: Desk): Answers;
}

/** "09:30" as its hours and minutes. */
export function clockTime(text: string): { readonly hour: number; readonly minute: number } {
  const [hour = 0, minute = 0] = text.split(":").map(Number);
  return { hour, minute };
}

/**
 * The same hours for libraries that know only periods within a day: the part after midnight belongs to the
 * next day. That is right except near holidays, which then take the wrong half.
 */
export function withinDays(hours: Desk["hours"]): Desk["hours"] {
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  const overnight = (weekday: number) =>
    (hours[weekday] ?? []).filter(([open, close]) => close <= open);
  const split = weekdays.flatMap((weekday) => {
    const before = weekday === 1 ? 7 : weekday - 1;
    const early = overnight(before).map(([, close]) => ["00:00", close] as const);
    const own = (hours[weekday] ?? []).map(
      ([open, close]) => [open, close <= open ? "24:00" : close] as const,
    );
    const periods = [...early, ...own];
    return periods.length > 0 ? [[weekday, periods] as const] : [];
  });
  return Object.fromEntries(split);
}
