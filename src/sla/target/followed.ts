import { isoOf } from "../../timeline/errors";
import { Clock } from "../clock/clock";
import {
  type DatedEvent,
  HistoryError,
  inOrder,
  readHistory,
  usesFields,
  type Vocabulary,
} from "../clock/history";
import type { ClockMark, ClockMemory, ClockStart } from "../clock/mark";
import {
  type ClockIdentity,
  type ClockState,
  FORM,
  MOST_CYCLES,
  outdated,
  readSavedClock,
  type SavedEvent,
} from "../clock/saved-clock";
import type { SlaReading } from "../reading/by-status";
import type { Compiled, CompiledTarget } from "./compiled-target";
import { type FollowOptions, workingNotKept } from "./options";
import { checkWords, runInstants, takeInstant, takeStates } from "./run";

/** What a target provides to the clocks it makes. */
export interface Workings {
  readonly ticket: string | undefined;
  readonly words: Vocabulary;
  readonly identity: ClockIdentity;
  readonly keepWorking: boolean;
  readonly newClock: (from: ClockStart | undefined, memory: ClockMemory) => Clock;
  readonly read: (clock: Clock, asOfMs: number) => SlaReading;
}

/** How to follow a clock. */
type Following = Pick<FollowOptions, "ticket" | "from" | "history" | "keepWorking">;

/** The most events of one instant to take again at once, when a later one gives a severity for all of them. */
const MOST_RETAKEN = 50;

/** What to do with an event that comes after one that happened later. */
export type Late = "refuse" | "replay";

/** A target's clock for one ticket, with what is needed to continue, undo and save it. */
export class FollowedClock {
  readonly #workings: Workings;
  #clock: Clock;
  /** Where the clock stood before its last instant, and the events of that instant. */
  #before: ClockMark;
  #instant: DatedEvent[] = [];
  /** Whether the states of the last instant have yet to be taken again, by its severity. */
  #isStale = false;
  /** Every event taken, in order of time, if the working is kept. */
  #history: DatedEvent[] | null;
  #taken = 0;

  constructor(workings: Workings, from: ClockState | null, history: readonly DatedEvent[]) {
    this.#workings = workings;
    this.#history = workings.keepWorking ? [] : null;
    const { standing, taken = 0 } = from ?? {};
    this.#clock = this.#newClock(standing ?? undefined);
    this.#before = this.#clock.mark();
    const events = [...(from?.history ?? standing?.instant ?? []).map(dated), ...history];
    this.#retake(events);
    this.#taken = Math.max(taken, events.length);
  }

  /** How many events it has taken, which is the place of the next. */
  get taken(): number {
    return this.#taken;
  }

  /** When the last event was; null before the first. */
  get lastMs(): number | null {
    return this.#instant[0]?.atMs ?? null;
  }

  /** Takes an event that has been read. One that cannot be taken leaves the clock as it was. */
  take(read: DatedEvent, late: Late): void {
    const lastMs = this.#instant[0]?.atMs;
    if (lastMs === undefined || read.atMs > lastMs) this.#takeLater(read);
    else if (read.atMs === lastMs) this.#takeAtOnce(read);
    else this.#takeLate(read, lastMs, late);
    this.#taken++;
  }

  /** Where the clock stands at an instant. @throws {HistoryError} if that is before the last event. */
  readAt(asOfMs: number): SlaReading {
    const lastMs = this.#instant[0]?.atMs;
    if (lastMs !== undefined && asOfMs < lastMs) {
      throw new HistoryError(
        "as-of-before-last-event",
        `A reading at ${isoOf(asOfMs)} was asked for, and the clock has taken an event at ${isoOf(lastMs)}; read it at that instant or later, or track the ticket's history.`,
        { atMs: asOfMs, lastMs },
      );
    }
    this.#settle();
    const mark = this.#clock.mark();
    try {
      this.#clock.advance(asOfMs);
      return this.#workings.read(this.#clock, asOfMs);
    } finally {
      this.#clock.goBackTo(mark);
    }
  }

  /** All that the clock knows, as JSON. */
  save(): ClockState {
    const { identity } = this.#workings;
    const common = { version: FORM, ...identity, taken: this.#taken } as const;
    if (this.#history) return { ...common, standing: null, history: this.#history.map(saved) };
    const start = this.#clock.startFrom(this.#before);
    const standing = {
      ...start,
      cycles: start.cycles.slice(-MOST_CYCLES),
      instant: this.#instant.map(saved),
    };
    return { ...common, standing, history: null };
  }

  /** Returns a function that undoes later events, for clocks that take an event together or not at all. */
  wayBack(): () => void {
    const clock = this.#clock;
    const before = this.#before;
    const instant = this.#instant;
    const history = this.#history;
    const taken = this.#taken;
    const lengths = { instant: instant.length, history: history?.length ?? 0 };
    return () => {
      this.#clock = clock;
      this.#before = before;
      this.#instant = instant;
      this.#history = history;
      this.#taken = taken;
      instant.length = lengths.instant;
      if (history) history.length = lengths.history;
      clock.goBackTo(before);
      // The last instant is taken again when its result is needed: an undone event may have changed its working.
      this.#isStale = instant.length > 0;
    };
  }

  #newClock(from?: ClockStart): Clock {
    const { keepWorking, newClock } = this.#workings;
    return newClock(from, { working: keepWorking, remarks: true });
  }

  /** Takes the first event of a new instant. */
  #takeLater(read: DatedEvent): void {
    this.#settle();
    const mark = this.#clock.mark();
    try {
      takeInstant(this.#clock, [read], this.#workings);
    } catch (error) {
      this.#clock.goBackTo(mark);
      throw error;
    }
    this.#before = mark;
    this.#instant = [read];
    this.#history?.push(read);
  }

  /** Takes another event of the last instant. */
  #takeAtOnce(read: DatedEvent): void {
    const { severity } = read;
    const { words } = this.#workings;
    const isSame =
      (severity === undefined || severity === this.#clock.now.severity) &&
      read.fields === undefined &&
      read.dueAtMs === undefined &&
      !usesFields(words);
    this.#instant.push(read);
    try {
      if (!isSame || this.#isStale) this.#retakeInstant(read);
      else this.#addState(read);
    } catch (error) {
      this.#instant.pop();
      throw error;
    }
    this.#history?.push(read);
  }

  /** Takes a further state of the last instant, whose severity does not change. */
  #addState(read: DatedEvent): void {
    const mark = this.#clock.mark();
    try {
      takeStates(this.#clock, [read], this.#workings);
    } catch (error) {
      this.#clock.goBackTo(mark);
      throw error;
    }
  }

  /** Takes all events of the last instant again; if they are many, only when the result is needed. */
  #retakeInstant(last: DatedEvent): void {
    const instant = this.#instant;
    if (instant.length > MOST_RETAKEN) {
      if (!this.#clock.isFinal) checkWords(last, this.#workings);
      this.#isStale = true;
      return;
    }
    this.#isStale = false;
    this.#clock.goBackTo(this.#before);
    try {
      takeInstant(this.#clock, instant, this.#workings);
    } catch (error) {
      this.#clock.goBackTo(this.#before);
      takeInstant(this.#clock, instant.slice(0, -1), this.#workings); // These events have been taken before.
      throw error;
    }
  }

  /** Takes the events of the last instant, if this has been put off. */
  #settle(): void {
    if (!this.#isStale) return;
    this.#clock.goBackTo(this.#before);
    takeInstant(this.#clock, this.#instant, this.#workings);
    this.#isStale = false;
  }

  #takeLate(read: DatedEvent, lastMs: number, late: Late): void {
    if (late === "replay" && this.#history) {
      this.#retake([...this.#history, read]);
      return;
    }
    throw tooLate(read.atMs, lastMs, late);
  }

  /** Takes events again from where the clock began, in order of time. */
  #retake(events: readonly DatedEvent[]): void {
    const history = inOrder([...events]);
    const clock = this.#history ? this.#newClock() : this.#clock;
    const { before, instant } = runInstants(clock, history, this.#workings);
    this.#clock = clock;
    this.#before = before;
    this.#instant = [...instant];
    this.#isStale = false;
    if (this.#history) this.#history = history;
  }
}

/** Refuses an event that comes after one that happened later. */
export function tooLate(atMs: number, lastMs: number, late: Late): HistoryError {
  const remedy =
    late === "replay"
      ? "only a clock that keeps its working can take it, made by follow({ keepWorking: true })"
      : 'give events in order, or take it with { late: "replay" } on a clock that keeps its working';
  return new HistoryError(
    "event-out-of-order",
    `An event at ${isoOf(atMs)} comes before the last event, at ${isoOf(lastMs)}; ${remedy}.`,
    { atMs, lastMs },
  );
}

/** An event as it is saved. */
export function saved({ atMs, state, severity, fields, dueAtMs }: DatedEvent): SavedEvent {
  return {
    atMs,
    ...(dueAtMs === undefined ? {} : { dueAtMs }),
    ...(fields === undefined ? {} : { fields }),
    ...(state === undefined ? {} : { state }),
    ...(severity === undefined ? {} : { severity }),
  };
}

/** A saved event as it was. */
export function dated(
  { atMs, state, severity, fields, dueAtMs }: SavedEvent,
  index: number,
): DatedEvent {
  return { index, atMs, state, severity, fields, dueAtMs };
}

/**
 * A target's clock, new or continued.
 *
 * @throws {HistoryError} for a saved clock of another target, and for one that cannot continue without
 *   the ticket's events.
 */
export function followed(
  compiled: CompiledTarget,
  rules: Compiled,
  { ticket, from, history, keepWorking }: Following,
): FollowedClock {
  const identity = compiled.identity(rules);
  const saved = from === undefined ? null : readSavedClock(from, identity);
  const keeps = keepWorking ?? (saved !== null && saved.history !== null);
  const isUsable = saved !== null && (!keeps || saved.history !== null);
  if (from !== undefined && !isUsable && history === undefined) {
    throw saved === null ? outdated(from, identity) : workingNotKept();
  }
  let events: readonly DatedEvent[] = [];
  if (!isUsable && history !== undefined) events = readHistory(history, ticket);
  return new FollowedClock(
    workingsOf(compiled, rules, ticket, keeps),
    isUsable ? saved : null,
    events,
  );
}

/** What a clock of a target needs to run. */
export function workingsOf(
  compiled: CompiledTarget,
  rules: Compiled,
  ticket: string | undefined,
  keepWorking: boolean,
): Workings {
  return {
    ticket,
    words: compiled.wordsBy(rules),
    identity: compiled.identity(rules),
    keepWorking,
    newClock: (start, memory) => new Clock(rules, start, memory),
    read: (clock, asOfMs) => compiled.reading(clock, asOfMs, rules, ticket),
  };
}
