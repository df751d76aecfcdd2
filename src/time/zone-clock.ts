import { DefinitionError } from "../input/problems";
import { show } from "../input/show";
import { InvalidInstantError } from "../timeline";
import { DAY_MS, MAX_MS } from "../timeline/units";
import { isZoneName, zoneNamed } from "./zone";
import { zoneProblem } from "./zone-names";
import type { ZoneOffsets } from "./zone-offsets";

/**
 * The clock of a zone in numbers: what it shows at an instant, and when it shows a time.
 *
 * A wall-clock time is written as the epoch milliseconds at which a clock in UTC would show it. The answers
 * come from a table of the zone's changes, so one costs some fifty nanoseconds, and makes no object.
 */
export interface ZoneClock {
  /** The IANA name of the zone, in the spelling of the database. */
  readonly zone: string;

  /**
   * What to add to an instant to get its wall-clock time, in milliseconds.
   *
   * @param atMs epoch milliseconds
   * @throws {InvalidInstantError} if it is not a number that a `Date` can hold
   * @example zoneClock("Asia/Kolkata").offsetAt(Date.UTC(2026, 6, 1)) // 19800000, five hours and a half
   */
  offsetAt(atMs: number): number;

  /**
   * The wall-clock time at an instant.
   *
   * @param atMs epoch milliseconds
   * @throws {InvalidInstantError} if it is not a number that a `Date` can hold
   * @example zoneClock("Europe/London").wallAt(Date.UTC(2026, 6, 1, 8)) // Date.UTC(2026, 6, 1, 9)
   */
  wallAt(atMs: number): number;

  /**
   * The instant at which the clock shows a time, in epoch milliseconds: the first of two, and for a time
   * that is skipped, as much later as the gap is long (RFC 5545; Temporal's "compatible").
   *
   * @param wallMs the wall-clock time
   * @throws {InvalidInstantError} if it is not a number that a `Date` can hold
   * @example zoneClock("Europe/London").instantOf(Date.UTC(2026, 6, 1, 9)) // Date.UTC(2026, 6, 1, 8)
   */
  instantOf(wallMs: number): number;

  /**
   * How often the clock shows a time: once, twice if it is put back over it, never if it is put forward
   * over it.
   *
   * @param wallMs the wall-clock time
   * @throws {InvalidInstantError} if it is not a number that a `Date` can hold
   * @example zoneClock("Europe/London").timesShown(Date.UTC(2026, 9, 25, 1, 30)) // 2
   */
  timesShown(wallMs: number): 0 | 1 | 2;
}

/**
 * The clock of a zone, for programs that read or show many instants.
 *
 * @param zone an IANA zone, such as `Europe/London`, in any case
 * @throws {DefinitionError} if there is no such zone; an abbreviation such as `BST` is not one
 * @example zoneClock("Europe/London").instantOf(Date.UTC(2026, 6, 1, 9)) // Date.UTC(2026, 6, 1, 8)
 */
export function zoneClock(zone: string): ZoneClock {
  if (typeof zone === "string" && isZoneName(zone)) return new TableClock(zone);
  const name = typeof zone === "string" ? zone : show(zone);
  const message = `${show(zone)} given; ${zoneProblem(name)}`;
  throw new DefinitionError("zone clock", [{ path: ["zone"], message }]);
}

/** The years whose changes go into the table, a year at a time; other years are read from the zone. */
const TABLED_FROM_MS = Date.UTC(1970, 0);
const TABLED_TO_MS = Date.UTC(2101, 0);
const YEAR_MS = 366 * DAY_MS;
/** How far around an instant its zone is asked. */
const AROUND_MS = 2 * DAY_MS;

class TableClock implements ZoneClock {
  readonly zone: string;
  readonly #offsets: ZoneOffsets;

  constructor(name: string) {
    const zone = zoneNamed(name);
    this.zone = zone.name;
    this.#offsets = zone.offsets;
  }

  offsetAt(atMs: number): number {
    return this.#near(atMs).offsetAt(atMs);
  }

  wallAt(atMs: number): number {
    return this.#near(atMs).wallAt(atMs);
  }

  instantOf(wallMs: number): number {
    return this.#near(wallMs).instantOf(wallMs);
  }

  timesShown(wallMs: number): 0 | 1 | 2 {
    return this.#near(wallMs).timesShown(wallMs);
  }

  /** The offsets, made ready around an instant. */
  #near(ms: number): ZoneOffsets {
    if (typeof ms !== "number" || !(Math.abs(ms) <= MAX_MS)) {
      throw new InvalidInstantError(
        "instant-invalid",
        `${show(ms)} is not a number of milliseconds that a date can hold. Give epoch milliseconds, such as Date.UTC(2026, 10, 20, 16, 30).`,
        { given: show(ms) },
      );
    }
    const offsets = this.#offsets;
    if (offsets.holds(ms - AROUND_MS) && offsets.holds(ms + AROUND_MS)) return offsets;
    if (ms >= TABLED_FROM_MS && ms < TABLED_TO_MS) offsets.ensure(ms - YEAR_MS, ms + YEAR_MS);
    return offsets;
  }
}
