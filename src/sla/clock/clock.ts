import type { Allowance, Measure, Unit } from "../allowance/measure";
import type { Choices, OnReopen } from "./choices";
import type { Fields } from "./fields";
import { type IrregularityKind, MOST_ODDITIES, type OddEvent } from "./irregularities";
import { isLate, type LedgerMark, Ledgers, type SavedLedger } from "./ledgers";
import {
  type Activity,
  type Breach,
  type ClockNow,
  type ClockPast,
  type Counting,
  type CycleState,
  MOST_BREACHES,
  type PromiseKind,
  type Stretch,
  UNSTARTED,
  type Use,
} from "./state";

/** What a state of a ticket does to a clock. */
export type Role = "runs" | "pauses" | "stops" | "cancels";

/** What is promised: an allowance, nothing, or something that the severity will tell. */
export type Promised = Allowance | "none" | "ungraded";

/** How a clock is to behave. */
export interface ClockRules extends Choices {
  /** The allowance for a severity, or for none. @throws if there is none. */
  readonly allowanceFor: (severity: string | null) => Allowance;
  /** What is promised to tickets of a severity. @throws for a severity that the target does not name. */
  readonly promiseFor: (severity: string | null) => Promised;
  /** Every allowance by its severity; null if one allowance serves all. */
  readonly bySeverity: () => ReadonlyMap<string, Allowance> | null;
  /** The severities of the policy, each with its place in its list; null where it has no list. */
  readonly ranks: ReadonlyMap<string, number> | null;
  /** How long after a stop a ticket may be re-opened; null if there is no end to it. */
  readonly reopenWithin: Allowance | null;
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
    const { countingFromMs, measuredAs, promise } = this.#now;
    if (countingFromMs === null) return;
    if (promise === "measured") this.#measure = rules.allowanceFor(measuredAs).from(countingFromMs);
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

  /** The measure in force; null before the start, and if nothing is promised or nobody knows what. */
  get measure(): Measure | null {
    return this.#measure;
  }

  /** What its amounts are counted in; before a severity is known, that of the first allowance. */
  get unit(): Unit {
    const [first] = this.#rules.bySeverity()?.values() ?? [];
    return (this.#measure ?? first?.from(this.#now.countingFromMs ?? 0))?.unit ?? "milliseconds";
  }

  /**
   * When the measure in force is due for a clock that runs from an instant on: when the rest of its
   * allowance is used up, or, of days that pauses push on, so much working time after they are over.
   */
  dueFrom(measure: Measure, atMs: number): number {
    const { countingFromMs, pausedWorkMs, used } = this.#now;
    if (this.#rules.dayPauses === "push" && measure.work && countingFromMs !== null) {
      const dueMs = measure.add(countingFromMs, measure.allowance);
      return pausedWorkMs === 0 ? dueMs : measure.work.add(dueMs, pausedWorkMs);
    }
    return measure.add(atMs, Math.max(0, measure.allowance - used));
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
        promise: now.promise,
        fields: now.fields,
        count: now.count,
        countingFromMs: now.countingFromMs,
        cycle: this.#cycles.length,
      });
    }
    this.#use(counting, fromMs, toMs);
  }

  /** Takes the fields of the ticket at the instant that the clock was last advanced to. */
  know(fields: Fields): void {
    this.#now.fields = fields;
  }

  /**
   * Takes a severity at the instant that the clock was last advanced to, and whether the target applies
   * to the ticket from then on.
   */
  grade(severity: string | null, applies = this.#now.applies): void {
    const now = this.#now;
    if (this.isFinal || (severity === now.severity && applies === now.applies)) return;
    const atMs = now.sinceMs as number; // It has been advanced to an instant.
    now.applies = applies;
    if (severity !== null && severity !== now.severity) {
      if (this.#isJump(now.severity, severity)) this.#note("severity-jumped", null, severity);
      now.gradedAtMs = atMs;
      now.severity = severity;
    }
    if (now.startedAtMs === null) return;
    if (this.#counting() !== "nothing") this.#applyGrade(atMs);
    else if (now.verdict?.promise === "ungraded") this.#judgeLate(now.verdict);
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
    if (now.activity === "stopped") {
      const isLate = this.#isLateReopening(atMs);
      if (isLate) this.#note("reopened-late", now.state, now.severity);
      if (isLate && this.#rules.onLateReopen === "ignore") return;
      this.#reopen(atMs, isLate ? "new-cycle" : this.#rules.onReopen);
    }
    this.#setActivity(role === "runs" ? "running" : "paused", atMs);
  }

  #setActivity(activity: Activity, atMs: number): void {
    const now = this.#now;
    now.pausedFromMs = activity === "paused" ? (now.pausedFromMs ?? atMs) : null;
    now.activity = activity;
  }

  #startCycle(atMs: number): void {
    this.#now.startedAtMs = atMs;
    this.#now.originalDueAtMs = null;
    this.#now.originalIsProvisional = false;
    this.#startCount(atMs);
  }

  #startCount(atMs: number): void {
    const now = this.#now;
    const promised = this.#promised();
    now.measuredAs = now.severity;
    now.promise = kindOf(promised);
    now.count++;
    now.countingFromMs = atMs;
    now.wallPausedMs = 0;
    now.pausedWorkMs = 0;
    now.pausedFromMs = now.activity === "paused" ? atMs : null;
    now.warnedAtMs = this.#noWarnings();
    this.#closeBreach(atMs);
    this.#measure = typeof promised === "string" ? null : promised.from(atMs);
    this.#ledgers = this.#newLedgers(atMs);
    this.#setUse(NOTHING_USED);
    this.#setOriginal();
  }

  /** When it is due as it starts, or as it is first promised something. */
  #setOriginal(): void {
    const now = this.#now;
    const measure = this.#measure;
    if (!measure || now.originalDueAtMs !== null) return;
    const fromMs = now.countingFromMs as number; // A measure in force has a start.
    now.originalDueAtMs = measure.add(fromMs, measure.allowance);
    now.originalIsProvisional = measure.isProvisional(now.originalDueAtMs);
  }

  #promised(): Promised {
    return this.#now.applies ? this.#rules.promiseFor(this.#now.severity) : "none";
  }

  #noWarnings(): readonly null[] {
    return this.#rules.warnAt.map(() => null);
  }

  /** What every allowance would have come to: kept as long as any of them may be the one from the start. */
  #newLedgers(fromMs: number, saved?: readonly SavedLedger[]): Ledgers | null {
    const { onSeverityChange, atDue, bySeverity } = this.#rules;
    const keeps = onSeverityChange === "retroactive" || this.#now.promise === "ungraded";
    const allowances = keeps ? bySeverity() : null;
    return allowances && new Ledgers(allowances, fromMs, atDue, saved);
  }

  #isLateReopening(atMs: number): boolean {
    const { reopenWithin } = this.#rules;
    const { verdict } = this.#now;
    if (!reopenWithin || !verdict) return false;
    const measure = reopenWithin.from(verdict.stoppedAtMs);
    return atMs > measure.add(verdict.stoppedAtMs, measure.allowance);
  }

  #reopen(atMs: number, onReopen: OnReopen): void {
    const now = this.#now;
    const { verdict } = now;
    now.verdict = null;
    now.reopenings++;
    switch (onReopen) {
      case "restart":
        now.keptBreachAtMs = null;
        this.#startCount(atMs);
        return;
      case "new-cycle":
        this.#cycles.push(verdict as CycleState); // A stopped clock has one.
        now.keptBreachAtMs = null;
        now.isBreachOpen = false; // It belongs to the cycle that has ended.
        this.#startCycle(atMs);
        return;
      default:
        this.#applyGrade(atMs);
    }
  }

  /** Goes on by the severity and the fields of now, which may promise something else than before. */
  #applyGrade(atMs: number): void {
    const now = this.#now;
    const { onSeverityChange, onceBreached } = this.#rules;
    const before: Promised =
      now.promise === "measured" ? this.#rules.allowanceFor(now.measuredAs) : now.promise;
    const promised = this.#promised();
    now.measuredAs = now.severity;
    // If one allowance serves both, nothing has changed for the clock.
    if (promised === before) return;
    const wasBreached = now.breachedAtMs !== null;
    if (onceBreached === "keep" && wasBreached) now.keptBreachAtMs = now.breachedAtMs;
    const isFirst = now.originalDueAtMs === null && this.#ledgers === null;
    if (before !== "ungraded" && onSeverityChange === "restart") this.#startCount(atMs);
    else if (promised === "none") this.#suspend(before);
    // It applies for the first time, or again and has no severity yet.
    else if (promised === "ungraded" || (isFirst && before === "none")) this.#startCount(atMs);
    else this.#measureAnew(promised, atMs);
    // The last of it may be used up at this very instant.
    this.#use(this.#counting(), atMs, atMs);
    this.#noteBreach(atMs);
    if (!wasBreached && now.breachedAtMs !== null) {
      this.#note("breached-by-severity-change", null, now.severity);
    }
  }

  /** Goes on without a promise: what was used stays, and nothing is due. */
  #suspend(before: Promised): void {
    const now = this.#now;
    if (before === "ungraded") this.#setUse(NOTHING_USED);
    now.promise = "none";
    this.#measure = null;
    if (this.#rules.onSeverityChange !== "retroactive") this.#ledgers = null;
    now.breachedAtMs = null;
    now.warnedAtMs = this.#noWarnings();
  }

  /** Goes on with another allowance, from where the count began. */
  #measureAnew(allowance: Allowance, atMs: number): void {
    const now = this.#now;
    const before = this.#measure;
    const measure = allowance.from(now.countingFromMs as number); // It has started.
    this.#measure = measure;
    now.promise = "measured";
    if (this.#ledgers) {
      this.#setUse(this.#ledgers.of(now.measuredAs as string)); // Ledgers are by severity.
      if (this.#rules.onSeverityChange !== "retroactive") this.#ledgers = null;
      if (this.#rules.dayPauses === "push" && measure.work) {
        now.breachedAtMs = now.keptBreachAtMs;
        this.#breachByInstant(measure, atMs);
      }
    } else if (now.used > measure.allowance) {
      // More is used than the new allowance has: breached by the change, if it was not before.
      now.breachedAtMs ??= now.keptBreachAtMs ?? atMs;
    } else if (before === null || measure.allowance > before.allowance) {
      now.breachedAtMs = now.keptBreachAtMs;
    }
    this.#setOriginal();
    // Nothing is due before the change that makes it due; what is due already stays so.
    now.warnedAtMs = this.#amountsToWarnAt(measure).map((amount, i) => {
      const before = now.used < amount ? null : (now.warnedAtMs[i] ?? null);
      if (now.used < amount) return before;
      // What is used exactly at a closing may be due only at the next opening.
      const isDue = now.used > amount || measure.add(atMs, 0) <= atMs;
      return isDue ? (before ?? atMs) : before;
    });
  }

  /** The verdict of a ticket that was stopped before anybody knew its severity, by the first it is given. */
  #judgeLate(verdict: CycleState): void {
    const now = this.#now;
    const promised = this.#promised();
    if (promised === "ungraded" || now.countingFromMs === null) return;
    now.measuredAs = now.severity;
    if (promised === "none") this.#suspend("ungraded");
    else this.#measureAnew(promised, now.sinceMs as number); // It has been advanced to an instant.
    this.#noteBreach(verdict.stoppedAtMs);
    now.verdict = this.#verdict(verdict.stoppedAtMs);
  }

  #setUse({ used, pausedFor, breachedAtMs, provisional }: Use): void {
    const now = this.#now;
    now.used = used;
    now.pausedFor = pausedFor;
    now.breachedAtMs = now.keptBreachAtMs ?? breachedAtMs;
    now.provisional = provisional;
  }

  /** Remembers a breach, and that one was taken back, as of an instant. */
  #noteBreach(atMs: number): void {
    const { breachedAtMs, isBreachOpen, breaches, measuredAs } = this.#now;
    if (!this.#memory.remarks) return;
    if (isBreachOpen && breaches.at(-1)?.atMs !== breachedAtMs) this.#closeBreach(atMs);
    if (breachedAtMs === null || this.#now.isBreachOpen) return;
    const breach: Breach = { atMs: breachedAtMs, severity: measuredAs, takenBackAtMs: null };
    this.#now.breaches = [...this.#now.breaches, breach].slice(-MOST_BREACHES);
    this.#now.isBreachOpen = true;
  }

  /** Remembers that the last breach was taken back. */
  #closeBreach(atMs: number): void {
    const { isBreachOpen, breaches, keptBreachAtMs } = this.#now;
    const last = breaches.at(-1);
    if (!isBreachOpen || last === undefined || keptBreachAtMs !== null) return;
    this.#now.breaches = [...breaches.slice(0, -1), { ...last, takenBackAtMs: atMs }];
    this.#now.isBreachOpen = false;
  }

  #use(counting: Counting, fromMs: number, toMs: number): void {
    const now = this.#now;
    if (counting === "nothing") return;
    if (counting === "paused") now.wallPausedMs += toMs - fromMs;
    const measure = this.#measure;
    const before = now.used;
    if (this.#ledgers) {
      this.#ledgers.use(counting, fromMs, toMs);
      if (counting === "paused") this.#pushUngraded(fromMs, toMs);
      if (now.promise !== "none") this.#setUse(this.#ledgers.of(now.measuredAs));
    } else if (measure) {
      this.#count(measure, counting, fromMs, toMs);
    }
    if (!measure) return;
    if (counting === "used") this.#warn(measure, before, fromMs, toMs);
    if (now.activity !== "stopped") this.#noteBreach(toMs);
  }

  /** Counts a stretch by the one measure that is in force. */
  #count(measure: Measure, counting: "used" | "paused", fromMs: number, toMs: number): void {
    const now = this.#now;
    now.provisional ||= measure.isProvisional(toMs);
    const isPushed = this.#rules.dayPauses === "push" && measure.work !== null;
    if (counting === "paused") {
      now.pausedFor += measure.between(fromMs, toMs);
      // Once it is breached, a pause moves nothing on.
      if (isPushed && now.breachedAtMs === null) {
        now.pausedWorkMs += measure.work.between(fromMs, toMs);
        this.#breachByInstant(measure, toMs);
      }
      return;
    }
    if (isPushed) {
      this.#breachByInstant(measure, toMs);
      now.used += measure.between(fromMs, toMs);
      return;
    }
    const used = now.used + measure.between(fromMs, toMs);
    if (now.breachedAtMs === null && used >= measure.allowance) {
      const dueAtMs = measure.add(fromMs, measure.allowance - now.used);
      if (isLate(toMs, dueAtMs, this.#rules.atDue)) now.breachedAtMs = dueAtMs;
    }
    now.used = used;
  }

  /** Before the severity is known, the working time of a pause is that of the first allowance. */
  #pushUngraded(fromMs: number, toMs: number): void {
    const [first] = this.#rules.bySeverity()?.values() ?? [];
    const work = first?.from(fromMs).work;
    if (this.#rules.dayPauses === "push" && work) {
      this.#now.pausedWorkMs += work.between(fromMs, toMs);
    }
  }

  /** Breaches what is due at an instant, whatever has been used. */
  #breachByInstant(measure: Measure, toMs: number): void {
    if (this.#now.breachedAtMs !== null) return;
    const dueAtMs = this.dueFrom(measure, toMs);
    if (isLate(toMs, dueAtMs, this.#rules.atDue)) this.#now.breachedAtMs = dueAtMs;
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
    const measure = this.#measure;
    const dueAtMs = now.breachedAtMs ?? (measure && this.dueFrom(measure, atMs));
    return {
      startedAtMs: now.startedAtMs as number, // Only a clock that has started stops.
      count: now.count,
      countingFromMs: now.countingFromMs as number,
      promise: now.promise,
      originalDueAtMs: now.originalDueAtMs,
      stoppedAtMs: atMs,
      dueAtMs: measure && dueAtMs,
      breachedAtMs: measure && now.breachedAtMs,
      warnedAtMs: now.warnedAtMs,
      severity: now.measuredAs,
      unit: this.unit,
      allowance: measure?.allowance ?? null,
      elapsed: now.used,
      pausedFor: now.pausedFor,
      wallPausedMs: now.wallPausedMs,
      provisional:
        now.provisional ||
        now.originalIsProvisional ||
        (dueAtMs !== null && measure?.isProvisional(dueAtMs) === true),
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

function kindOf(promised: Promised): PromiseKind {
  return typeof promised === "string" ? promised : "measured";
}

/** The least whole amount of an allowance that is at least a share of it. */
export function amountOfShare(measure: Pick<Measure, "allowance">, share: number): number {
  return Math.ceil(measure.allowance * share - HAIR);
}
