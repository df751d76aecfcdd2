import type { Allowance, Measure } from "../allowance/measure";
import type { AtDue, OnReopen, OnSeverityChange } from "./choices";
import { type ClockState, type Counting, type CycleState, type Stretch, unstarted } from "./state";

/** What a state of a ticket does to a clock. */
export type Role = "runs" | "pauses" | "stops" | "cancels";

/** How a clock is to behave. */
export interface ClockRules {
  /** The allowance for a severity, or for none. @throws where there is none. */
  readonly allowanceFor: (severity: string | null) => Allowance;
  /** The same, but null where there is none. */
  readonly findAllowance: (severity: string | null) => Allowance | null;
  readonly atDue: AtDue;
  readonly onSeverityChange: OnSeverityChange;
  readonly onReopen: OnReopen;
}

/** What a count has come to. */
type Use = Pick<ClockState, "used" | "pausedFor" | "wallPausedMs" | "breachedAtMs" | "provisional">;

const NOTHING_USED: Use = {
  used: 0,
  pausedFor: 0,
  wallPausedMs: 0,
  breachedAtMs: null,
  provisional: false,
};

/** What so many stretches came to, those of a count among them. */
interface MeasuredAnew {
  readonly count: number;
  readonly stretches: number;
  readonly use: Use;
}

/**
 * One ticket's clock against one target: a fold of events, in order of time, over a measure.
 *
 * It counts what is used while running, decides a breach by comparing instants with the due instant,
 * and keeps all it needs in a {@link ClockState}, so that it can be saved between any two events.
 */
export class Clock {
  readonly #rules: ClockRules;
  readonly #keepsStretches: boolean;
  readonly #now: { -readonly [K in keyof ClockState]: ClockState[K] };
  readonly #cycles: CycleState[];
  readonly #stretches: Stretch[];
  /** Before which stretch none belongs to the present count. */
  #countsFrom = 0;
  /** What the stretches came to by each allowance that they have been measured by anew. */
  #measured: Map<Allowance, MeasuredAnew> | null = null;
  #measure: Measure | null;

  /**
   * @param from where to go on; unstarted if not said
   * @param keepsStretches whether to remember every stretch, which explaining a reading needs. A
   *   clock that measures anew when severities change does so in any case.
   */
  constructor(rules: ClockRules, from?: ClockState, keepsStretches = true) {
    this.#rules = rules;
    this.#keepsStretches = keepsStretches || rules.onSeverityChange === "retroactive";
    this.#now = from ? { ...from } : unstarted();
    this.#cycles = from ? [...from.cycles] : [];
    this.#stretches = from ? [...from.stretches] : [];
    const countingFromMs = from?.countingFromMs ?? null;
    this.#measure =
      countingFromMs === null
        ? null
        : rules.allowanceFor(this.#now.measuredAs).from(countingFromMs);
  }

  /** Where the clock stands, as of the last event or the last instant it was advanced to. */
  get now(): Omit<ClockState, "cycles" | "stretches"> {
    return this.#now;
  }

  /** The same and what lies behind it, to be saved and gone on from. */
  save(): ClockState {
    return { ...this.#now, cycles: [...this.#cycles], stretches: [...this.#stretches] };
  }

  /** The measure in force; null before the start. */
  get measure(): Measure | null {
    return this.#measure;
  }

  /**
   * Takes one event, no earlier than the one before it.
   *
   * @param atMs when it happened
   * @param event the state from then on and what that state does, the severity from then on; a state
   *   that does nothing to this clock has no role
   */
  take(
    atMs: number,
    event: {
      readonly state?: string | undefined;
      readonly role?: Role | undefined;
      readonly severity?: string | undefined;
    },
  ): void {
    this.advance(atMs);
    const now = this.#now;
    if (this.#isFinal()) return;
    if (event.severity !== undefined && event.severity !== now.severity) {
      now.severity = event.severity;
      if (this.#counts()) this.#applySeverity(atMs);
    }
    if (event.state !== undefined) now.state = event.state;
    if (event.role !== undefined) this.#enter(event.role, atMs);
  }

  /** Brings the clock forward to an instant, no earlier than the last, at which nothing happens. */
  advance(toMs: number): void {
    const now = this.#now;
    const fromMs = now.sinceMs;
    now.sinceMs = toMs;
    if (fromMs === null) return;
    const counting = this.#counting();
    // Also those of no length: measured anew, one may end at a due instant.
    if (this.#keepsStretches) {
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

  /** Whether a measure is in force that a change of severity changes at once. */
  #counts(): boolean {
    return this.#measure !== null && this.#counting() !== "nothing";
  }

  #isFinal(): boolean {
    const { activity } = this.#now;
    if (activity === "cancelled") return true;
    return activity === "stopped" && this.#rules.onReopen === "first-only";
  }

  #enter(role: Role, atMs: number): void {
    const now = this.#now;
    if (role === "stops" || role === "cancels") {
      const isLive = now.activity === "running" || now.activity === "paused";
      if (role === "stops" && isLive) {
        now.verdict = this.#verdict(atMs);
        now.activity = "stopped";
      } else if (role === "cancels" && now.activity !== "stopped") {
        now.activity = "cancelled";
        now.cancelledAtMs = atMs;
      }
      return;
    }
    if (now.activity === "pending") this.#startCycle(atMs);
    if (now.activity === "stopped") this.#reopen(atMs);
    now.activity = role === "runs" ? "running" : "paused";
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
    now.measuredAs = now.severity;
    now.count++;
    now.countingFromMs = atMs;
    this.#countsFrom = this.#stretches.length;
    this.#setUse(NOTHING_USED);
    return measure;
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
    if (this.#rules.onSeverityChange === "restart") this.#startCount(atMs);
    else this.#measureAnew(allowance, atMs);
    // The last of it may be used up at this very instant.
    this.#use(this.#counting(), atMs, atMs);
  }

  /** Goes on with another allowance, from where the count began. */
  #measureAnew(allowance: Allowance, atMs: number): void {
    const now = this.#now;
    // A measure in force has a start, and is about to be replaced.
    const countingFromMs = now.countingFromMs as number;
    const before = this.#measure as Measure;
    const measure = allowance.from(countingFromMs);
    this.#measure = measure;
    if (this.#rules.onSeverityChange === "retroactive") {
      this.#useAnew(allowance);
    } else if (now.used > measure.allowance) {
      // More is used than the new allowance has: breached by the change, if it was not before.
      now.breachedAtMs ??= atMs;
    } else if (measure.allowance > before.allowance) {
      now.breachedAtMs = null;
    }
  }

  /** Uses every stretch of the count by the measure in force; those it has used before, only once. */
  #useAnew(allowance: Allowance): void {
    this.#measured ??= new Map();
    const before = this.#measured.get(allowance);
    const isKnown = before?.count === this.#now.count;
    this.#setUse(isKnown ? before.use : NOTHING_USED);
    for (let i = isKnown ? before.stretches : this.#countsFrom; i < this.#stretches.length; i++) {
      // The index is one of the list.
      const { count, counting, fromMs, toMs } = this.#stretches[i] as Stretch;
      if (count === this.#now.count) this.#use(counting, fromMs, toMs);
    }
    const { count, used, pausedFor, wallPausedMs, breachedAtMs, provisional } = this.#now;
    this.#measured.set(allowance, {
      count,
      stretches: this.#stretches.length,
      use: { used, pausedFor, wallPausedMs, breachedAtMs, provisional },
    });
  }

  #setUse({ used, pausedFor, wallPausedMs, breachedAtMs, provisional }: Use): void {
    const now = this.#now;
    now.used = used;
    now.pausedFor = pausedFor;
    now.wallPausedMs = wallPausedMs;
    now.breachedAtMs = breachedAtMs;
    now.provisional = provisional;
  }

  #use(counting: Counting, fromMs: number, toMs: number): void {
    const now = this.#now;
    const measure = this.#measure;
    if (!measure || counting === "nothing") return;
    now.provisional ||= measure.isProvisional(toMs);
    if (counting === "paused") {
      now.pausedFor += measure.between(fromMs, toMs);
      now.wallPausedMs += toMs - fromMs;
      return;
    }
    const used = now.used + measure.between(fromMs, toMs);
    if (now.breachedAtMs === null && used >= measure.allowance) {
      const dueAtMs = measure.add(fromMs, measure.allowance - now.used);
      const isLate = this.#rules.atDue === "met" ? toMs > dueAtMs : toMs >= dueAtMs;
      if (isLate) now.breachedAtMs = dueAtMs;
    }
    now.used = used;
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
      severity: now.measuredAs,
      unit: measure.unit,
      allowance: measure.allowance,
      elapsed: now.used,
      pausedFor: now.pausedFor,
      wallPausedMs: now.wallPausedMs,
      provisional: now.provisional || now.originalIsProvisional || measure.isProvisional(dueAtMs),
    };
  }
}
