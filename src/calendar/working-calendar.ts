import { DateTime, Duration, Interval } from "luxon";
import { frozenCopy } from "../input/frozen-copy";
import { oneOf } from "../input/options";
import { DefinitionError, nameOf, problemsIn } from "../input/problems";
import { show } from "../input/show";
import { type DayNumber, dayOfWall, formatDate, parseDate } from "../time/civil-date";
import { type ExactAmount, exactMs } from "../time/exact-amount";
import { type InstantLike, toEpochMs } from "../time/instant";
import { formatPeriod } from "../time/wall-period";
import { parseWall } from "../time/wall-time";
import { type BackTie, CoreHoursError, InvalidInstantError, type Tie, Timeline } from "../timeline";
import { DAY_MS } from "../timeline/units";
import type { CalendarModel, DayReason } from "./calendar-model";
import {
  BACK_TIES,
  BOUNDS,
  checkedOptions,
  type DateSpan,
  type DayBounds,
  type DaysBetweenOptions,
  dueOf,
  type Naming,
  TIES,
  type WorkingDayOptions,
} from "./calendar-options";
import { combine } from "./combine";
import { CalendarDays } from "./days/calendar-days";
import { calendarProblems, namingSchema } from "./definition/check-definition";
import type { CalendarDefinition, Combiner } from "./definition/definition";
import { fingerprintOf } from "./fingerprint";
import { DIVISIONS } from "./holidays/bank-holidays";
import { modelOf } from "./model-of";

/** What marks a calendar in every copy of the library that a process may have loaded. */
const CALENDAR = Symbol.for("core-hours.calendar");

/** The dates and instants that a calendar knows about. */
export interface Coverage {
  /** The first date covered, ISO. */
  readonly from: string;
  /** The last date covered, ISO. */
  readonly to: string;
  /** The first instant covered. */
  readonly start: DateTime;
  /** The instant at which the coverage ends. */
  readonly end: DateTime;
  /** The last date whose bank holidays are published; null if the calendar uses none. */
  readonly publishedUntil: string | null;
}

/**
 * A calendar of working time: when it is open, how much of it lies between two instants, and when an
 * amount of it has passed. Immutable. Made by {@link defineCalendar}.
 *
 * Instants may be given in any form of {@link InstantLike} and come back as Luxon `DateTime`s in
 * the calendar's zone. Every method throws {@link CoverageError} rather than guess outside
 * {@link coverage}, and {@link InvalidInstantError} for an invalid instant.
 */
export class WorkingCalendar {
  /** The name of the calendar, in policies and in errors. */
  readonly id: string;
  /** Its full title; its id if it has no title. */
  readonly title: string;
  /** The IANA zone of its hours and of the `DateTime`s it returns. */
  readonly timeZone: string;
  /** The numeric engine under it: epoch milliseconds in, epoch milliseconds out. */
  readonly timeline: Timeline;
  /** @internal Its working days, for clocks that count in days. */
  readonly days: CalendarDays;
  /** @internal The end of the last published date; Infinity if no bank holidays are used. */
  readonly publishedUntilMs: number;
  /** The definition, from which {@link defineCalendar} makes an equal calendar. */
  readonly definition: CalendarDefinition;
  readonly #model: CalendarModel;

  /** @internal Use {@link defineCalendar}. */
  constructor(model: CalendarModel) {
    const naming = { label: model.id, remedy: model.remedy };
    this.#model = model;
    this.id = model.id;
    this.title = model.title ?? model.id;
    this.timeZone = model.zone.name;
    this.timeline = new Timeline({
      ...naming,
      periods: model.source,
      startMs: model.startMs,
      endMs: model.endMs,
    });
    this.days = new CalendarDays(model);
    this.publishedUntilMs = model.publishedUntilMs;
    this.definition = model.definition;
    Object.freeze(this);
  }

  /** Whether a value is a working calendar, of this copy of the library or of another. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && Reflect.get(value, CALENDAR) === true;
  }

  /** @internal What marks a calendar in every copy of the library. */
  get [CALENDAR](): true {
    return true;
  }

  /**
   * Whether the calendar is open at an instant: from each opening up to, but not at, its closing.
   *
   * @example calendar.isOpen("2026-11-20T18:00:00Z") // false, for a day that closes at 18:00
   */
  isOpen(at: InstantLike): boolean {
    return this.timeline.isOpen(toEpochMs(at));
  }

  /**
   * Whether at least one period starts on a date.
   *
   * @param date an ISO date, or an instant for its date in the calendar's zone
   */
  isWorkingDay(date: InstantLike): boolean {
    return this.days.has(this.#dayOf(date));
  }

  /**
   * The periods that start on a date, in the calendar's wall-clock time, as a definition has them.
   *
   * @param date an ISO date, or an instant for its date in the calendar's zone
   * @example calendar.hoursOn("2026-12-24") // ["08:00-12:00"]
   * @example calendar.hoursOn("2026-12-25") // []
   */
  hoursOn(date: InstantLike): readonly string[] {
    const day = this.#dayOf(date);
    if (!this.days.has(day)) return [];
    const { opens, closes } = this.#model.periodsOn(day);
    const { offsets } = this.#model.zone;
    return opens.flatMap((open, i) =>
      formatPeriod({
        openMs: offsets.wallAt(open) - day * DAY_MS,
        // Both columns have one length.
        closeMs: offsets.closingWallAt(closes[i] as number) - day * DAY_MS,
      }),
    );
  }

  /** @internal The instants at which the periods that start on a date open and close, in pairs. */
  openingsOn(date: InstantLike): readonly number[] {
    const { opens, closes } = this.#model.periodsOn(this.#dayOf(date));
    // Both columns have one length.
    return opens.flatMap((open, i) => [open, closes[i] as number]);
  }

  /**
   * Why a date has its hours: because of the week, or of an exception, a bank holiday or a rule, which
   * it names. A week that holds from a date on is named `hours from 1 April 2027`.
   *
   * @param date an ISO date, or an instant for its date in the calendar's zone
   */
  reasonFor(date: InstantLike): DayReason {
    const day = this.#dayOf(date);
    this.days.has(day);
    return this.#model.reasonFor(day);
  }

  /**
   * The earliest instant by which an amount of working time has passed since `at`.
   *
   * @param at the start. It may lie out of hours; counting then begins at the next opening.
   * @param amount exact time: `{ hours, minutes, seconds, milliseconds }`, a `Duration` of those, or
   *   `"PT48H"`. Zero gives `at`; a negative amount is {@link subtract}.
   * @param options `tie`: when an amount that runs out exactly at a closing is due, at the `close`
   *   (default) or at the `next-open`
   * @throws {AllowanceError} for days and longer units; count days with {@link addWorkingDays}.
   * @example calendar.add("2026-11-20T17:00:00Z", { hours: 2 }) // Monday 09:00, for 08:00-18:00
   */
  add(
    at: InstantLike,
    amount: ExactAmount,
    options?: { readonly tie?: Tie | undefined },
  ): DateTime {
    const { tie } = checkedOptions(options, ["tie"], "add");
    const given = oneOf("tie", tie, TIES);
    return this.#dateTime(this.timeline.add(toEpochMs(at), exactMs(amount), given));
  }

  /**
   * The latest instant from which an amount of working time passes until `at`: {@link add} mirrored.
   *
   * @param options `tie`: when an amount that runs out backwards exactly at an opening begins, at the
   *   `open` (default) or at the `previous-close`
   * @example calendar.subtract("2026-11-23T09:00:00Z", { hours: 2 }) // Friday 17:00, for 08:00-18:00
   */
  subtract(
    at: InstantLike,
    amount: ExactAmount,
    options?: { readonly tie?: BackTie | undefined },
  ): DateTime {
    const { tie } = checkedOptions(options, ["tie"], "subtract");
    const given = oneOf("tie", tie, BACK_TIES);
    return this.#dateTime(this.timeline.subtract(toEpochMs(at), exactMs(amount), given));
  }

  /**
   * The working time from `a` to `b`, as a `Duration` in milliseconds; negative if `b` is before `a`.
   *
   * @example calendar.between("2026-11-20T17:00:00Z", "2026-11-23T09:00:00Z").as("hours") // 2
   */
  between(a: InstantLike, b: InstantLike): Duration {
    return Duration.fromMillis(this.timeline.between(toEpochMs(a), toEpochMs(b)));
  }

  /** `at` itself if open, else the next opening. */
  nextOpen(at: InstantLike): DateTime {
    return this.#dateTime(this.timeline.nextOpen(toEpochMs(at)));
  }

  /** The first closing after `at`. */
  nextClose(at: InstantLike): DateTime {
    return this.#dateTime(this.timeline.nextClose(toEpochMs(at)));
  }

  /** The last opening at or before `at`. */
  previousOpen(at: InstantLike): DateTime {
    return this.#dateTime(this.timeline.previousOpen(toEpochMs(at)));
  }

  /** The last closing at or before `at`. */
  previousClose(at: InstantLike): DateTime {
    return this.#dateTime(this.timeline.previousClose(toEpochMs(at)));
  }

  /**
   * The instant at which a number of working days after `at` is up. Day 0 is the date of `at`, working or not; day 1
   * is the first working day after it.
   *
   * @param n a whole number of days; a negative number counts back.
   * @throws {AllowanceError} if `n` is not whole, or `due` is `"close"` and the last day never closes.
   * @example calendar.addWorkingDays("2026-12-24T15:00:00Z", 1) // the end of 29 December 2026
   */
  addWorkingDays(at: InstantLike, n: number, options?: WorkingDayOptions): DateTime {
    const { due: dueGiven, cutoff } = checkedOptions(options, ["due", "cutoff"], "addWorkingDays");
    const due = dueOf(dueGiven);
    const ms = toEpochMs(at);
    const day = this.days.nth(this.days.received(ms, cutoff), n);
    return this.#dateTime(this.days.dueOn(day, due, ms));
  }

  /**
   * How many working days come after the date of `a`, up to and including the date of `b`; negative if
   * `b` comes first.
   *
   * @param a an instant or an ISO date
   * @param b an instant or an ISO date
   * @param options `cutoff`: as in {@link addWorkingDays}, for `a`; `bounds`: which of the two dates are
   *   counted
   * @example calendar.workingDaysBetween("2026-11-20", "2026-11-23") // 1, Monday
   * @example calendar.workingDaysBetween("2026-11-20", "2026-11-23", { bounds: "[]" }) // 2
   */
  workingDaysBetween(a: InstantLike, b: InstantLike, options?: DaysBetweenOptions): number {
    const { cutoff, bounds } = checkedOptions(options, ["cutoff", "bounds"], "workingDaysBetween");
    const from = cutoff === undefined ? this.#dayOf(a) : this.#receivedOn(a, cutoff);
    const to = this.#dayOf(b);
    const counted = oneOf("bounds", bounds, BOUNDS);
    return from <= to ? this.#daysIn(from, to, counted) : 0 - this.#daysIn(to, from, counted);
  }

  /** The working days between two dates, the first not after the last. */
  #daysIn(first: DayNumber, last: DayNumber, bounds: DayBounds): number {
    const after = this.days.between(first, last);
    if (bounds === "(]") return after;
    const withFirst = after + Number(this.days.has(first));
    return bounds === "[]" ? withFirst : withFirst - Number(this.days.has(last));
  }

  /** The date on which an instant, or an ISO date, counts as received. */
  #receivedOn(a: InstantLike, cutoff: string): DayNumber {
    const isDate = typeof a === "string" && parseDate(a) !== undefined;
    return this.days.received(isDate ? this.at(a).toMillis() : toEpochMs(a), cutoff);
  }

  /**
   * The open periods of `[a, b)`, clipped to it, one by one; none if `b` is not after `a`. Each is worked
   * out when it is read, so a long span costs nothing in advance.
   */
  periods(a: InstantLike, b: InstantLike): IterableIterator<Interval> {
    return this.#intervals(this.timeline.periods(toEpochMs(a), toEpochMs(b)));
  }

  *#intervals(periods: ReturnType<Timeline["periods"]>): Generator<Interval, undefined> {
    for (const { openMs, closeMs } of periods) {
      yield Interval.fromDateTimes(this.#dateTime(openMs), this.#dateTime(closeMs));
    }
  }

  /** A calendar that is open while either is, in the zone of this one. It covers what both cover. */
  union(other: WorkingCalendar, naming?: Naming): WorkingCalendar {
    return this.#with("union", other, naming);
  }

  /** A calendar that is open while both are, in the zone of this one. It covers what both cover. */
  intersect(other: WorkingCalendar, naming?: Naming): WorkingCalendar {
    return this.#with("intersect", other, naming);
  }

  /** A calendar that is open while this one is and the other is not. It covers what both cover. */
  except(other: WorkingCalendar, naming?: Naming): WorkingCalendar {
    return this.#with("except", other, naming);
  }

  /**
   * Reads wall-clock time in the calendar's zone: `"2026-11-20T16:30"`, with seconds and
   * milliseconds if wanted, or a date alone for its midnight. A time that occurs twice means the first
   * of the two; a skipped time is moved on by the length of the gap.
   *
   * @throws {InvalidInstantError} if the text is not a wall-clock time, or has an offset.
   * @example calendar.at("2026-11-20T16:30").toISO() // "2026-11-20T16:30:00.000+00:00"
   */
  at(wallTime: string): DateTime {
    return this.#dateTime(this.#model.zone.offsets.instantOf(parseWall(wallTime)));
  }

  /** What the calendar knows about; outside it every question throws {@link CoverageError}. */
  get coverage(): Coverage {
    const { fromDay, toDay, startMs, endMs, publishedUntilMs, zone } = this.#model;
    return {
      from: formatDate(fromDay),
      to: formatDate(toDay),
      start: this.#dateTime(startMs),
      end: this.#dateTime(endMs),
      publishedUntil: Number.isFinite(publishedUntilMs)
        ? formatDate(dayOfWall(zone.offsets.wallAt(publishedUntilMs)) - 1)
        : null,
    };
  }

  /**
   * Whether an answer that depends on the hours up to an instant rests on projected bank holidays,
   * which may yet change.
   */
  isProvisional(until: InstantLike): boolean {
    return toEpochMs(until) > this.#model.publishedUntilMs;
  }

  /**
   * Sentences about the parts of its definition that are allowed but look like mistakes; empty if no part does.
   */
  get notes(): readonly string[] {
    return this.#model.notes;
  }

  /**
   * A short hash of when the calendar is open in a span of dates. Two machines, two versions of the library
   * or of the time-zone data agree on every answer within a span if their fingerprints of it are equal.
   *
   * @param span both dates included; the whole coverage by default
   * @returns 16 hexadecimal digits
   * @throws {CoverageError} if the calendar does not cover a date.
   * @example calendar.fingerprint({ from: "2026-01-01", to: "2026-12-31" }) // such as "2b6bd4e61c9bb0a5"
   */
  fingerprint(span?: DateSpan): string {
    const { first, last } = this.#span(span, "fingerprint");
    return fingerprintOf(this.#model, first, last);
  }

  /** @internal The first and the last date of a span. */
  #span(span: DateSpan | undefined, what: string): { first: DayNumber; last: DayNumber } {
    const { from, to } = checkedOptions(span, ["from", "to"], what);
    const first = from === undefined ? this.#model.fromDay : this.#dayOf(from);
    const last = to === undefined ? this.#model.toDay : this.#dayOf(to);
    this.days.has(first);
    this.days.has(last);
    if (first <= last) return { first, last };
    throw new CoreHoursError(
      "span-empty",
      `${show(from)} comes after ${show(to)}; give "from" and "to" in order, both included.`,
      { from: show(from), to: show(to) },
    );
  }

  /** The definition, from which {@link defineCalendar} makes an equal calendar. */
  toJSON(): CalendarDefinition {
    return this.definition;
  }

  #with(combiner: Combiner, other: WorkingCalendar, naming?: Naming): WorkingCalendar {
    const name = frozenCopy(naming, "name");
    const problems = problemsIn(namingSchema(), name);
    if (problems.length > 0) throw new DefinitionError("name", problems);
    // It has been checked: it is a name, or there is none.
    const named = name as Naming | undefined;
    return new WorkingCalendar(combine(combiner, this.#model, modelIn(other, combiner), named));
  }

  /** @internal The model of a calendar of this copy of the library. */
  static modelIn(value: unknown): CalendarModel | undefined {
    return typeof value === "object" && value !== null && #model in value
      ? value.#model
      : undefined;
  }

  #dateTime(ms: number): DateTime {
    return DateTime.fromMillis(ms, { zone: this.#model.zone });
  }

  /** The date that an ISO date names, or the date of an instant in the calendar's zone. */
  #dayOf(date: InstantLike): DayNumber {
    if (typeof date !== "string" || date.includes("T")) return this.days.dayAt(toEpochMs(date));
    const day = parseDate(date);
    if (day !== undefined) return day;
    throw new InvalidInstantError(
      "date-invalid",
      `${show(date)} is not a date that exists; give an ISO date such as "2026-12-25", or an instant with its offset.`,
      { given: date },
    );
  }
}

/** The model of a calendar. A calendar from another copy of the library is made again from its definition. */
function modelIn(value: unknown, combiner: Combiner): CalendarModel {
  const own = WorkingCalendar.modelIn(value);
  if (own) return own;
  if (value instanceof WorkingCalendar) {
    const definition = frozenCopy(value.toJSON(), "calendar");
    const problems = calendarProblems(definition, DIVISIONS);
    if (problems.length > 0) throw new DefinitionError(nameOf("calendar", definition), problems);
    // It has been checked: it is a definition.
    return modelOf(definition as CalendarDefinition, []);
  }
  throw new CoreHoursError(
    "not-a-calendar",
    `${combiner} takes another calendar, not ${show(value)}; make one with defineCalendar.`,
    { given: show(value) },
  );
}
