import type { Allowance, Measure } from "../allowance/measure";
import type { Choices } from "./choices";
import { type IrregularityKind, MOST_ODDITIES, type OddEvent } from "./irregularities";
import { isLate, type LedgerMark, Ledgers, type SavedLedger } from "./ledgers";
import {
  type Activity,
  type ClockNow,
  type ClockPast,
  type Counting,
  type CycleState,
  type Stretch,
  UNSTARTED,
  type Use,
} from "./state";

/** What a state of a ticket does to a clock. */
export type Role = "runs" | "pauses" | "stops" | "cancels";

/** How a clock is to behave. */
export interface ClockRules extends Choices {
  /** The allowance for a severity, or for none. @throws if there is none. */
  readonly allowanceFor: (severity: string | null) => Allowance;
  /** The same, but null if there is none. */
  readonly findAllowance: (severity: string | null) => Allowance | null;
  /** Every allowance by its severity; null where one allowance serves all. */
  readonly bySeverity: () => ReadonlyMap<string, Allowance> | null;
  /** The severities of the policy, each with its place in its list; null where it has no list. */
  readonly ranks: ReadonlyMap<string, number> | null;
  /** The shares of the allowance at which to warn. */
  readonly warnAt: readonly number[];
}

/** What a clock is to remember beside where it stands. */
export interface ClockMemory {
  /** Every stretch, which explaining a reading needs. */
  readonly working: boolean;
  /** What a person should look at, and when each warning was due. */
  readonly remarks: boolean;
}

const EVERYTHING: ClockMemory = { working: true, remarks: true };

/** Where a clock goes on from. */
export interface ClockStart extends Pick<ClockPast, "cycles" | "oddities"> {
  readonly now: ClockNow;
  readonly ledgers: readonly SavedLedger[] | null;
}

/** Where a clock stood, to go back to or to save. */
export interface ClockMark {
  readonly now: ClockNow;
  readonly measure: Measure | null;
  readonly ledgers: Ledgers | null;
  readonly ledgerMark: LedgerMark | null;
  readonly cycles: number;
  readonly oddities: number;
  readonly stretches: number;
}

/** Floats put 0.9 of 48 hours a hair above the millisecond that it is. */
const HAIR = 1e-6;

const NOTHING_USED: Use = { used: 0, pausedFor: 0, breachedAtMs: null, provisional: false };

/**
 * One ticket's clock against one target: a fold of events, in order of time, over a measure.
 *
 * It counts what is used while running, decides a breach by comparing instants with the due instant,
 * and keeps where it stands in a {@link ClockNow}, so it can be saved between any two events.
 */
export class Clock {
  readonly #rules: ClockRules;
  readonly #memory: ClockMemory;
  #now: { -readonly [K in keyof ClockNow]: ClockNow[K] };
  readonly #cycles: CycleState[];
  readonly #oddities: OddEvent[];
  readonly #stretches: Stretch[] = [];
  #measure: Measure | null = null;
  /** Kept where any allowance may come into force as if it had been so from the start. */
  #ledgers: Ledgers | null = null;

  /**
   * @param from where to go on; unstarted if not said
   * @param memory what to remember; everything if not said
   */
  constructor(rules: ClockRules, from?: ClockStart, memory = EVERYTHING) {
    this.#rules = rules;
    this.#memory = memory;
    this.#now = { ...(from?.now ?? UNSTARTED) };
    this.#cycles = [...(from?.cycles ?? [])];
    this.#oddities = [...(from?.oddities ?? [])];
    const { countingFromMs, measuredAs } = this.#now;
    if (countingFromMs === null) return;
    this.#measure = rules.allowanceFor(measuredAs).from(countingFromMs);
    this.#ledgers = this.#newLedgers(countingFromMs, from?.ledgers ?? undefined);
  }

  /** Where the clock stands, as of the last event or the last instant it was advanced to. */
  get now(): ClockNow {
    return this.#now;
  }

  /** What lies behind it; its lists grow with the clock. */
  get past(): ClockPast {
    return { cycles: this.#cycles, oddities: this.#oddities, stretches: this.#stretches };
  }

  /** The measure in force; null before the start. */
  get measure(): Measure | null {
    return this.#measure;
  }

  /** Whether it remembers every stretch. */
  get keepsWorking(): boolean {
    return this.#memory.working;
  }

  /** Whether nothing that may come changes anything. */
  get isFinal(): boolean {
    const { activity } = this.#now;
    if (activity === "cancelled") return true;
    return activity === "stopped" && this.#rules.onReopen === "first-only";
  }

  /** Where it stands, for {@link goBackTo}: what comes after it can be undone. */
  mark(): ClockMark {
    return {
      now: { ...this.#now },
      measure: this.#measure,
      ledgers: this.#ledgers,
      ledgerMark: this.#ledgers?.mark() ?? null,
      cycles: this.#cycles.length,
      oddities: this.#oddities.length,
      stretches: this.#stretches.length,
    };
  }

  /** Undoes all that has happened since a mark. */
  goBackTo(mark: ClockMark): void {
    this.#now = { ...mark.now };
    this.#measure = mark.measure;
    this.#ledgers = mark.ledgers;
    if (mark.ledgerMark) mark.ledgers?.goBackTo(mark.ledgerMark);
    this.#cycles.length = mark.cycles;
    this.#oddities.length = mark.oddities;
    this.#stretches.length = mark.stretches;
  }

  /** What {@link ClockStart} needs to go on from a mark. */
  startFrom({ now, ledgers, ledgerMark, cycles, oddities }: ClockMark): ClockStart {
    return {
      now,
      ledgers: ledgers && ledgerMark ? ledgers.saved(ledgerMark) : null,
      cycles: this.#cycles.slice(0, cycles),
      oddities: this.#oddities.slice(0, oddities),
    };
  }

  /** Brings the clock forward to an instant, no earlier than the last, at which nothing happens. */
  advance(toMs: number): void {
    const now = this.#now;
    const fromMs = now.sinceMs;
    now.sinceMs = toMs;
    if (fromMs === null) return;
    const counting = this.#counting();
    if (this.#memory.working && fromMs < toMs) {
      this.#stretches.push({
        fromMs,
        toMs,
        activity: now.activity,
        counting,
        state: now.state,
        severity: now.measuredAs,
        count: now.count,
        countingFromMs: now.countingFromMs,
        cycle: this.#cycles.length,
      });
    }
    this.#use(counting, fromMs, toMs);
  }

  /** Takes a severity at the instant that the clock was last advanced to. */
  grade(severity: string): void {
    const now = this.#now;
    if (this.isFinal || severity === now.severity) return;
    const atMs = now.sinceMs as number; // It has been advanced to an instant.
    if (this.#isJump(now.severity, severity)) this.#note("severity-jumped", null, severity);
    now.gradedAtMs = atMs;
    now.severity = severity;
    if (this.#measure !== null && this.#counting() !== "nothing") this.#applySeverity(atMs);
  }

  /**
   * Takes a state at the instant that the clock was last advanced to.
   *
   * @param role what the state does to the clock, if anything
   */
  enter(state: string, role: Role | undefined): void {
    if (this.isFinal) {
      this.#noteAfterEnding(state, role);
      return;
    }
    this.#now.state = state;
    if (role === undefined) return;
    const atMs = this.#now.sinceMs as number; // It has been advanced to an instant.
    if (role === "stops") this.#stop(state, atMs);
    else if (role === "cancels") this.#cancel(state, atMs);
    else this.#work(role, atMs);
  }

  /** What the time that passes is counted as. */
  #counting(): Counting {
    switch (this.#now.activity) {
      case "running":
        return "used";
      case "paused":
        return "paused";
      case "stopped":
        // Whoever re-opens such a ticket finds that the clock has never stopped.
        return this.#rules.onReopen === "continue" ? "used" : "nothing";
      default:
        return "nothing";
    }
  }

  #stop(state: string, atMs: number): void {
    const now = this.#now;
    if (now.activity === "pending") this.#note("done-before-open", state, now.severity);
    if (now.activity !== "running" && now.activity !== "paused") return;
    const startedBefore = now.startedAtMs !== null && now.startedAtMs < atMs;
    if (now.gradedAtMs === atMs && startedBefore) {
      this.#note("graded-as-stopped", state, now.severity);
    }
    now.verdict = this.#verdict(atMs);
    this.#setActivity("stopped", atMs);
  }

  #cancel(state: string, atMs: number): void {
    const now = this.#now;
    if (now.activity === "stopped") {
      this.#noteAfterEnding(state, "cancels");
      return;
    }
    this.#setActivity("cancelled", atMs);
    now.cancelledAtMs = atMs;
  }

  #work(role: "runs" | "pauses", atMs: number): void {
    const now = this.#now;
    if (now.activity === "pending") this.#startCycle(atMs);
    if (now.activity === "stopped") this.#reopen(atMs);
    this.#setActivity(role === "runs" ? "running" : "paused", atMs);
  }

  #setActivity(activity: Activity, atMs: number): void {
    const now = this.#now;
    now.pausedFromMs = activity === "paused" ? (now.pausedFromMs ?? atMs) : null;
    now.activity = activity;
  }

  #startCycle(atMs: number): void {
    const measure = this.#startCount(atMs);
    this.#now.startedAtMs = atMs;
    const dueAtMs = measure.add(atMs, measure.allowance);
    this.#now.originalDueAtMs = dueAtMs;
    this.#now.originalIsProvisional = measure.isProvisional(dueAtMs);
  }

  #startCount(atMs: number): Measure {
    const now = this.#now;
    const measure = this.#rules.allowanceFor(now.severity).from(atMs);
    this.#measure = measure;
    this.#ledgers = this.#newLedgers(atMs);
    now.measuredAs = now.severity;
    now.count++;
    now.countingFromMs = atMs;
    now.wallPausedMs = 0;
    now.pausedFromMs = now.activity === "paused" ? atMs : null;
    now.warnedAtMs = this.#rules.warnAt.map(() => null);
    this.#setUse(NOTHING_USED);
    return measure;
  }

  #newLedgers(fromMs: number, saved?: readonly SavedLedger[]): Ledgers | null {
    const allowances =
      this.#rules.onSeverityChange === "retroactive" ? this.#rules.bySeverity() : null;
    return allowances && new Ledgers(allowances, fromMs, this.#rules.atDue, saved);
  }

  #reopen(atMs: number): void {
    const { verdict } = this.#now;
    this.#now.verdict = null;
    this.#now.reopenings++;
    switch (this.#rules.onReopen) {
      case "restart":
        this.#startCount(atMs);
        return;
      case "new-cycle":
        this.#cycles.push(verdict as CycleState); // A stopped clock has one.
        this.#startCycle(atMs);
        return;
      default:
        if (this.#now.severity !== this.#now.measuredAs) this.#applySeverity(atMs);
    }
  }

  #applySeverity(atMs: number): void {
    const now = this.#now;
    const allowance = this.#rules.allowanceFor(now.severity);
    const isSame = allowance === this.#rules.allowanceFor(now.measuredAs);
    now.measuredAs = now.severity;
    // Where one allowance serves both, nothing has changed for the clock.
    if (isSame) return;
    const wasBreached = now.breachedAtMs !== null;
    if (this.#rules.onSeverityChange === "restart") this.#startCount(atMs);
    else this.#measureAnew(allowance, atMs);
    // The last of it may be used up at this very instant.
    this.#use(this.#counting(), atMs, atMs);
    if (!wasBreached && now.breachedAtMs !== null) {
      this.#note("breached-by-severity-change", null, now.severity);
    }
  }

  /** Goes on with another allowance, from where the count began. */
  #measureAnew(allowance: Allowance, atMs: number): void {
    const now = this.#now;
    // A measure in force has a start, and is about to be replaced.
    const before = this.#measure as Measure;
    const measure = allowance.from(now.countingFromMs as number);
    this.#measure = measure;
    if (this.#ledgers) {
      this.#setUse(this.#ledgers.of(now.measuredAs as string)); // Ledgers are by severity.
    } else if (now.used > measure.allowance) {
      // More is used than the new allowance has: breached by the change, if it was not before.
      now.breachedAtMs ??= atMs;
    } else if (measure.allowance > before.allowance) {
      now.breachedAtMs = null;
    }
    // Nothing is due before the change that makes it due; what is due already stays so.
    now.warnedAtMs = this.#amountsToWarnAt(measure).map((amount, i) => {
      const before = now.used < amount ? null : (now.warnedAtMs[i] ?? null);
      if (now.used < amount) return before;
      // What is used exactly at a closing may be due only at the next opening.
      const isDue = now.used > amount || measure.add(atMs, 0) <= atMs;
      return isDue ? (before ?? atMs) : before;
    });
  }

  #setUse({ used, pausedFor, breachedAtMs, provisional }: Use): void {
    const now = this.#now;
    now.used = used;
    now.pausedFor = pausedFor;
    now.breachedAtMs = breachedAtMs;
    now.provisional = provisional;
  }

  #use(counting: Counting, fromMs: number, toMs: number): void {
    const now = this.#now;
    const measure = this.#measure;
    if (!measure || counting === "nothing") return;
    const before = now.used;
    if (counting === "paused") now.wallPausedMs += toMs - fromMs;
    if (this.#ledgers) {
      this.#ledgers.use(counting, fromMs, toMs);
      this.#setUse(this.#ledgers.of(now.measuredAs as string)); // Ledgers are by severity.
    } else {
      this.#count(measure, counting, fromMs, toMs);
    }
    if (counting === "used") this.#warn(measure, before, fromMs, toMs);
  }

  /** Counts a stretch by the one measure that is in force. */
  #count(measure: Measure, counting: "used" | "paused", fromMs: number, toMs: number): void {
    const now = this.#now;
    now.provisional ||= measure.isProvisional(toMs);
    if (counting === "paused") {
      now.pausedFor += measure.between(fromMs, toMs);
      return;
    }
    const used = now.used + measure.between(fromMs, toMs);
    if (now.breachedAtMs === null && used >= measure.allowance) {
      const dueAtMs = measure.add(fromMs, measure.allowance - now.used);
      if (isLate(toMs, dueAtMs, this.#rules.atDue)) now.breachedAtMs = dueAtMs;
    }
    now.used = used;
  }

  /** Notes when the warnings were due that a stretch has reached. */
  #warn(measure: Measure, usedBefore: number, fromMs: number, toMs: number): void {
    const now = this.#now;
    if (!this.#memory.remarks || !now.warnedAtMs.includes(null)) return;
    const amounts = this.#amountsToWarnAt(measure);
    now.warnedAtMs = now.warnedAtMs.map((warnedAtMs, i) => {
      const amount = amounts[i] as number; // One for each warning.
      if (warnedAtMs !== null || now.used < amount) return warnedAtMs;
      const atMs = measure.add(fromMs, Math.max(0, amount - usedBefore));
      return atMs <= toMs ? atMs : null;
    });
  }

  /** The least whole amounts that are at least the shares to warn at. */
  #amountsToWarnAt(measure: Measure): readonly number[] {
    return this.#rules.warnAt.map((share) => amountOfShare(measure, share));
  }

  #verdict(atMs: number): CycleState {
    const now = this.#now;
    // Only a clock that has started stops.
    const measure = this.#measure as Measure;
    const dueAtMs = now.breachedAtMs ?? measure.add(atMs, measure.allowance - now.used);
    return {
      startedAtMs: now.startedAtMs as number,
      count: now.count,
      countingFromMs: now.countingFromMs as number,
      originalDueAtMs: now.originalDueAtMs as number,
      stoppedAtMs: atMs,
      dueAtMs,
      breachedAtMs: now.breachedAtMs,
      warnedAtMs: now.warnedAtMs,
      severity: now.measuredAs,
      unit: measure.unit,
      allowance: measure.allowance,
      elapsed: now.used,
      pausedFor: now.pausedFor,
      wallPausedMs: now.wallPausedMs,
      provisional: now.provisional || now.originalIsProvisional || measure.isProvisional(dueAtMs),
    };
  }

  /** Whether a severity is more than one step from another, in the order of the policy's list. */
  #isJump(from: string | null, to: string): boolean {
    const { ranks } = this.#rules;
    if (!ranks || from === null) return false;
    const [before, after] = [ranks.get(from), ranks.get(to)];
    return before !== undefined && after !== undefined && Math.abs(before - after) > 1;
  }

  /** Notes a state that came after the end, if it would have done something before it. */
  #noteAfterEnding(state: string, role: Role | undefined): void {
    const isSameEnding: Role = this.#now.activity === "stopped" ? "stops" : "cancels";
    if (role !== undefined && role !== isSameEnding) {
      this.#note("state-after-ending", state, this.#now.severity);
    }
  }

  #note(kind: IrregularityKind, state: string | null, severity: string | null): void {
    if (!this.#memory.remarks || this.#oddities.length >= MOST_ODDITIES) return;
    this.#oddities.push({ kind, atMs: this.#now.sinceMs as number, state, severity });
  }
}

/** The least whole amount of an allowance that is at least a share of it. */
export function amountOfShare(measure: Pick<Measure, "allowance">, share: number): number {
  return Math.ceil(measure.allowance * share - HAIR);
}
