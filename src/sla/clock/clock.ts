import type { OnReopen } from "./choices";
import { Count } from "./count";
import type { Fields } from "./fields";
import { type IrregularityKind, MOST_ODDITIES, type OddEvent } from "./irregularities";
import { type ClockMark, type ClockStart, EVERYTHING } from "./mark";
import { pauseOverAt, pauseSpentBy } from "./pause-limit";
import { type ClockRules, isJump, type Role } from "./rules";
import type { Activity, ClockNow, ClockPast, CycleState, Stretch } from "./state";
import { verdictOf } from "./verdict";

/**
 * One ticket's clock against one target: a fold of events, in order of time, over a measure.
 *
 * It keeps where it stands in a {@link ClockNow}, so it can be saved between any two events. Its
 * {@link Count} keeps what has been used. This class decides what a stop, a re-opening or a change of
 * severity means.
 */
export class Clock {
  readonly #rules: ClockRules;
  readonly #remarks: boolean;
  readonly #working: boolean;
  readonly #count: Count;
  readonly #cycles: CycleState[];
  readonly #oddities: OddEvent[];
  readonly #stretches: Stretch[] = [];

  /**
   * @param from where to go on from; a new clock if omitted
   * @param memory what to remember; everything if omitted
   */
  constructor(rules: ClockRules, from?: ClockStart, { working, remarks } = EVERYTHING) {
    this.#rules = rules;
    this.#working = working;
    this.#remarks = remarks;
    this.#count = new Count(rules, remarks, from);
    this.#cycles = from ? [...from.cycles] : [];
    this.#oddities = from ? [...from.oddities] : [];
  }

  /** Where the clock stands, as of the last event or the last instant it was advanced to. */
  get now(): ClockNow {
    return this.#count.now;
  }

  /** The clock's past. Its lists grow with the clock. */
  get past(): ClockPast {
    return { cycles: this.#cycles, oddities: this.#oddities, stretches: this.#stretches };
  }

  /** What has been counted. */
  get count(): Omit<Count, "now"> {
    return this.#count;
  }

  /** Whether it remembers every stretch. */
  get keepsWorking(): boolean {
    return this.#working;
  }

  /** Whether the clock has ended for good, so no later event changes anything. */
  get isFinal(): boolean {
    const { activity } = this.#count.now;
    if (activity === "cancelled") return true;
    return activity === "stopped" && this.#rules.onReopen === "first-only";
  }

  /** Marks where it stands. {@link goBackTo} undoes everything after the mark. */
  mark(): ClockMark {
    return {
      ...this.#count.mark(),
      cycles: this.#cycles.length,
      oddities: this.#oddities.length,
      stretches: this.#stretches.length,
    };
  }

  /** Undoes all that has happened since a mark. */
  goBackTo(mark: ClockMark): void {
    this.#count.goBackTo(mark);
    this.#cycles.length = mark.cycles;
    this.#oddities.length = mark.oddities;
    this.#stretches.length = mark.stretches;
  }

  /** What {@link ClockStart} needs to go on from a mark. */
  startFrom(mark: ClockMark): ClockStart {
    return {
      now: mark.now,
      ledgers: Count.ledgersAt(mark),
      cycles: this.#cycles.slice(0, mark.cycles),
      oddities: this.#oddities.slice(0, mark.oddities),
    };
  }

  /** Advances the clock to an instant at which nothing happens, no earlier than the last one. */
  advance(toMs: number): void {
    const overMs = this.#rules.pauseLimit && pauseOverAt(this.now, this.#rules.pauseLimit, toMs);
    if (overMs !== null) {
      this.#pass(overMs);
      this.#setActivity("running", overMs);
      this.#count.now.isPauseOver = true;
    }
    this.#pass(toMs);
  }

  /** Lets time pass without a change to what the clock does. */
  #pass(toMs: number): void {
    const { now } = this.#count;
    const fromMs = now.sinceMs;
    now.sinceMs = toMs;
    if (fromMs === null) return;
    if (this.#working && fromMs < toMs) this.#stretches.push(this.#stretch(fromMs, toMs));
    this.#count.use(fromMs, toMs);
  }

  /** Takes the fields of the ticket, at the instant that the clock was last advanced to. */
  know(fields: Fields): void {
    this.#count.now.fields = fields;
  }

  /**
   * Takes a severity, and whether the target applies to the ticket from now on. Both hold from the instant
   * that the clock was last advanced to.
   */
  grade(severity: string | null, applies = this.now.applies): void {
    const { now } = this.#count;
    if (this.isFinal || (severity === now.severity && applies === now.applies)) return;
    const atMs = now.sinceMs as number; // It has been advanced to an instant.
    now.applies = applies;
    if (severity !== null && severity !== now.severity) {
      if (isJump(this.#rules, now.severity, severity)) {
        this.#note("severity-jumped", null, severity);
      }
      now.gradedAtMs = atMs;
      now.severity = severity;
    }
    const { verdict } = now;
    const isUnjudged = verdict?.promise === "ungraded";
    if (this.#count.counting !== "nothing") {
      this.#regrade(atMs);
      if (isUnjudged) now.verdict = this.#judgeBeneath(verdict);
    } else if (isUnjudged) this.#judgeLate(verdict);
  }

  /**
   * Sets an agreed date, which takes the place of the allowance's due instant, or takes it back. The
   * change happens at the instant that the clock was last advanced to.
   */
  agree(dueAtMs: number | null): void {
    if (this.isFinal || this.#rules.agreedDates === "ignore") return;
    const { now } = this.#count;
    if (dueAtMs === null && now.agreed === null) return; // There is no date to take back.
    const atMs = now.sinceMs as number; // It has been advanced to an instant.
    this.#count.agree(dueAtMs, atMs);
    const isPast = dueAtMs !== null && dueAtMs < atMs;
    if (isPast && now.startedAtMs !== null) this.#note("agreed-in-the-past", null);
  }

  /**
   * Takes a state, at the instant that the clock was last advanced to.
   *
   * @param role what the state does to the clock, if anything
   */
  enter(state: string, role: Role | undefined): void {
    if (this.isFinal) {
      this.#noteAfterEnding(state, role);
      return;
    }
    const { now } = this.#count;
    now.state = state;
    if (role === undefined) return;
    const atMs = now.sinceMs as number; // It has been advanced to an instant.
    if (role === "stops") this.#stop(state, atMs);
    else if (role === "cancels") this.#cancel(state, atMs);
    else this.#work(role, atMs);
  }

  #stop(state: string, atMs: number): void {
    const { now } = this.#count;
    if (now.activity === "pending") this.#note("done-before-open", state);
    if (now.activity !== "running" && now.activity !== "paused") return;
    const startedBefore = now.startedAtMs !== null && now.startedAtMs < atMs;
    if (now.gradedAtMs === atMs && startedBefore) this.#note("graded-as-stopped", state);
    if (now.agreedAtMs === atMs && startedBefore) this.#note("agreed-as-stopped", state);
    this.#count.endPause(atMs);
    const { pausedFromMs } = now;
    const wasPaused = pausedFromMs !== null && pausedFromMs < atMs;
    now.verdict = verdictOf(this.#count, atMs, wasPaused);
    this.#setActivity("stopped", atMs);
  }

  #cancel(state: string, atMs: number): void {
    const { now } = this.#count;
    if (now.activity === "stopped") {
      this.#note("state-after-ending", state);
      return;
    }
    this.#setActivity("cancelled", atMs);
    now.cancelledAtMs = atMs;
  }

  #work(role: "runs" | "pauses", atMs: number): void {
    const { now } = this.#count;
    if (now.activity === "pending") {
      if (now.agreed && now.agreed.dueAtMs < atMs) this.#note("agreed-in-the-past", now.state);
      this.#count.beginCycle(atMs);
    }
    if (now.activity === "stopped") {
      const isLate = this.#isLateReopening(atMs);
      if (isLate) this.#note("reopened-late", now.state);
      const { onLateReopen, onReopen } = this.#rules;
      if (isLate && onLateReopen === "ignore") return;
      this.#reopen(atMs, isLate && onLateReopen === "new-cycle" ? "new-cycle" : onReopen);
    }
    this.#setActivity(role === "runs" ? "running" : "paused", atMs);
  }

  #setActivity(activity: Activity, atMs: number): void {
    const { now } = this.#count;
    const { pauseLimit } = this.#rules;
    if (pauseLimit && activity !== "paused") now.pauseSpent = pauseSpentBy(now, pauseLimit, atMs);
    now.isPauseOver = false;
    now.pausedFromMs = activity === "paused" ? (now.pausedFromMs ?? atMs) : null;
    now.activity = activity;
  }

  #isLateReopening(atMs: number): boolean {
    const { reopenWithin } = this.#rules;
    const { verdict } = this.now;
    if (!reopenWithin || !verdict) return false;
    const measure = reopenWithin.from(verdict.stoppedAtMs);
    return atMs > measure.add(verdict.stoppedAtMs, measure.allowance);
  }

  #reopen(atMs: number, onReopen: OnReopen): void {
    const { now } = this.#count;
    const verdict = now.verdict as CycleState; // A stopped clock has a verdict.
    now.verdict = null;
    now.reopenings++;
    // A date that was agreed before the stop belongs to the part that has ended.
    const isOver = now.agreed !== null && now.agreed.givenAtMs <= verdict.stoppedAtMs;
    const isGivenNow = now.agreed?.givenAtMs === atMs;
    if (!isContinued(onReopen) && isOver && !isGivenNow) now.agreed = null;
    switch (onReopen) {
      case "restart":
        now.keptBreachAtMs = null;
        this.#count.begin(atMs);
        return;
      case "new-cycle":
        this.#cycles.push(verdict);
        now.keptBreachAtMs = null;
        now.isBreachOpen = false; // It belongs to the cycle that has ended.
        this.#count.beginCycle(atMs);
        return;
      default:
        if (this.#count.resume(verdict.stoppedAtMs, atMs))
          this.#note("breached-by-severity-change", null);
    }
  }

  #regrade(atMs: number): void {
    if (this.#count.regrade(atMs)) this.#note("breached-by-severity-change", null);
  }

  /** Judges a ticket that stopped before its severity was known, by the first severity that it is given. */
  #judgeLate({ stoppedAtMs, agreed, wasPaused }: CycleState): void {
    const { now } = this.#count;
    const agreedSince = now.agreed;
    now.agreed = agreed;
    if (this.#count.gradeStopped(stoppedAtMs)) {
      now.verdict = verdictOf(this.#count, stoppedAtMs, wasPaused);
    }
    now.agreed = agreedSince;
  }

  /** The same, if the clock has gone on counting since the verdict. */
  #judgeBeneath(verdict: CycleState): CycleState {
    if (this.now.promise === "ungraded") return verdict;
    const { stoppedAtMs, wasPaused } = verdict;
    const judge = () => verdictOf(this.#count, stoppedAtMs, wasPaused);
    return this.#count.judgeBeneath(verdict, judge);
  }

  #stretch(fromMs: number, toMs: number): Stretch {
    const { now, counting } = this.#count;
    return {
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
    };
  }

  /** Notes a state that came after the end, if it would have had an effect before the end. */
  #noteAfterEnding(state: string, role: Role | undefined): void {
    const isSameEnding: Role = this.now.activity === "stopped" ? "stops" : "cancels";
    if (role !== undefined && role !== isSameEnding) this.#note("state-after-ending", state);
  }

  /** Notes an irregularity of a state, or of the severity in force. */
  #note(
    kind: IrregularityKind,
    state: string | null,
    severity: string | null = this.now.severity,
  ): void {
    if (!this.#remarks || this.#oddities.length >= MOST_ODDITIES) return;
    this.#oddities.push({ kind, atMs: this.now.sinceMs as number, state, severity });
  }
}

/** Whether a re-opening continues from what was counted before the stop. */
function isContinued(onReopen: OnReopen): boolean {
  return onReopen === "resume" || onReopen === "continue";
}
