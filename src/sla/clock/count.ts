import type { Allowance, Measure, Unit, WorkClock } from "../allowance/measure";
import { type Agreed, allowanceOf, dueOf } from "./agreed";
import { type Counted, reachedAfter, reachedAfterSeverity, reachedBy } from "./alerts";
import { closeBreach, noteBreach } from "./breaches";
import { isLate, Ledgers, type SavedLedger } from "./ledgers";
import type { CountMark, CountStart } from "./mark";
import { type ClockRules, firstAllowance, isUncounted, kindOf, type Promised } from "./rules";
import { type Counting, type CycleState, type MutableNow, type Use, unstarted } from "./state";

const NOTHING_USED = { used: 0, pausedFor: 0, provisional: false };

/** A stretch, and the amount that had been used before it. */
interface Used {
  readonly fromMs: number;
  readonly toMs: number;
  readonly usedBefore: number;
}

/**
 * What one ticket has used of its allowance: the measure in force, the time that it counts, and the
 * instant of the breach. A breach is decided by comparing instants with the due instant.
 */
export class Count {
  readonly #rules: ClockRules;
  readonly #remarks: boolean;
  #now: MutableNow;
  #measure: Measure | null = null;
  /** Kept while a later severity can still put another allowance in force as if from the start. */
  #ledgers: Ledgers | null = null;

  /**
   * @param remarks whether to remember breaches and when each warning was due
   * @param from where to go on from; a new count if omitted
   */
  constructor(rules: ClockRules, remarks: boolean, from: CountStart | undefined) {
    this.#rules = rules;
    this.#remarks = remarks;
    this.#now = from ? { ...from.now } : unstarted();
    const { countingFromMs, measuredAs, promise } = this.#now;
    if (countingFromMs === null) return;
    if (promise === "measured") this.#measure = rules.allowanceFor(measuredAs).from(countingFromMs);
    this.#ledgers = this.#newLedgers(countingFromMs, from?.ledgers ?? undefined);
  }

  /** Where the clock stands. The count and the clock both write to it. */
  get now(): MutableNow {
    return this.#now;
  }

  /** The measure in force; null before the start, without a promise, or while the promise is unknown. */
  get measure(): Measure | null {
    return this.#measure;
  }

  /** The agreed date in force; null if no date is agreed or the target does not apply to the ticket. */
  get agreed(): Agreed | null {
    return this.#now.applies ? this.#now.agreed : null;
  }

  /** How much may be used, from the measure and the agreed date in force. */
  get allowance(): number | null {
    if (!this.#measure) return null;
    return allowanceOf(this.#rules.agreedDates, this.agreed, this.#measure.allowance);
  }

  /** Whether there is something to meet: an allowance that is measured, or an agreed date. */
  get isJudged(): boolean {
    return this.#measure !== null || this.agreed !== null;
  }

  /** The unit of its amounts. Before a severity is known, it is the unit of the first allowance. */
  get unit(): Unit {
    const first = firstAllowance(this.#rules);
    return (this.#measure ?? first?.from(this.#now.countingFromMs ?? 0))?.unit ?? "milliseconds";
  }

  /** How the time that passes is counted. */
  get counting(): Counting {
    switch (this.#now.activity) {
      case "running":
        return "used";
      case "paused":
        return "paused";
      case "stopped":
        // If such a ticket is re-opened, its clock has never stopped.
        return this.#rules.onReopen === "continue" ? "used" : "nothing";
      default:
        return "nothing";
    }
  }

  /** When it is due if the clock runs from an instant on; null if there is nothing to meet. */
  dueFrom(atMs: number): number | null {
    const { agreed } = this;
    const measure = this.#measure;
    if (!agreed) return measure && this.#allowedUntil(measure, atMs);
    const byAllowance = () => measure && this.#allowedUntil(measure, atMs);
    return dueOf(this.#rules.agreedDates, agreed.dueAtMs, byAllowance);
  }

  /** The latest that it can be due if the clock stays paused; null if this is unknown. */
  dueInPause(): number | null {
    const { agreed } = this;
    if (!agreed) return null;
    const byAllowance = () => this.#measure && this.#upInPause(this.#measure, agreed.dueAtMs);
    const dueMs = dueOf(this.#rules.agreedDates, agreed.dueAtMs, byAllowance);
    return Number.isFinite(dueMs) ? dueMs : null;
  }

  /**
   * When an allowance is up if the clock runs from an instant on. Usually that is when the rest of it is
   * used up. If pauses push on an allowance in days, it is the end of the days plus the working time paused.
   */
  #allowedUntil(measure: Measure, atMs: number, used = this.#now.used): number {
    const { countingFromMs, pausedWorkMs } = this.#now;
    if (this.#isPushed(measure) && countingFromMs !== null) {
      const dueMs = measure.add(countingFromMs, measure.allowance);
      return pausedWorkMs === 0 ? dueMs : measure.work.add(dueMs, pausedWorkMs);
    }
    // What was used up before is up already: it does not wait for the next opening.
    return used > measure.allowance ? atMs : measure.add(atMs, measure.allowance - used);
  }

  /**
   * When an allowance is up, for a paused clock. An allowance that is used up exactly is up, so the later of
   * two dates is the agreed one; but a pause does not breach it.
   */
  #upInPause(measure: Measure, upMs: number): number {
    const isUp = this.#rules.agreedDates === "later" && this.#now.used >= measure.allowance;
    return isUp ? upMs : Number.POSITIVE_INFINITY;
  }

  #isPushed(measure: Measure): measure is Measure & { readonly work: WorkClock } {
    return this.#rules.dayPauses === "push" && measure.work !== null;
  }

  /** Marks where it stands, for {@link goBackTo}. */
  mark(): CountMark {
    return {
      now: { ...this.#now },
      measure: this.#measure,
      ledgers: this.#ledgers,
      ledgerMark: this.#ledgers?.mark() ?? null,
    };
  }

  /** Undoes all that has happened since a mark. */
  goBackTo(mark: CountMark): void {
    this.#now = { ...mark.now };
    this.#measure = mark.measure;
    this.#ledgers = mark.ledgers;
    if (mark.ledgerMark) mark.ledgers?.goBackTo(mark.ledgerMark);
  }

  /** Begins the first count of a cycle. */
  beginCycle(atMs: number): void {
    this.#now.startedAtMs = atMs;
    this.#now.originalDueAtMs = null;
    this.#now.originalIsProvisional = false;
    this.begin(atMs);
  }

  /**
   * Begins to count, or begins again.
   *
   * @param agreedBreachAtMs when an agreed date was breached that stays in force; null if none was
   */
  begin(atMs: number, agreedBreachAtMs: number | null = null): void {
    const now = this.#now;
    const promised = this.#promised();
    now.measuredAs = now.severity;
    now.promise = kindOf(promised);
    now.count++;
    now.countingFromMs = atMs;
    now.wallPausedMs = 0;
    now.pausedWorkMs = 0;
    now.pauseSpent = 0;
    if (now.isPauseOver) now.activity = "paused";
    now.isPauseOver = false;
    now.pausedFromMs = now.activity === "paused" ? atMs : null;
    now.warnedAtMs = this.#rules.alerts.map(() => null);
    if (agreedBreachAtMs === null) closeBreach(now, atMs);
    this.#measure = typeof promised === "string" ? null : promised.from(atMs);
    now.hasMeasured = this.#measure !== null;
    this.#ledgers = this.#newLedgers(atMs);
    this.#setUse(NOTHING_USED);
    this.#setBreach(null);
    this.#setOriginal();
    this.#setAllowedBreach(null);
    if (this.agreed) this.#followAgreed(this.agreed, atMs, agreedBreachAtMs);
  }

  /**
   * Goes on by the current severity and fields, which may change what is promised.
   *
   * @returns whether the change breached the target
   */
  regrade(atMs: number): boolean {
    const now = this.#now;
    const { onSeverityChange, onceBreached } = this.#rules;
    const before: Promised =
      now.promise === "measured" ? this.#rules.allowanceFor(now.measuredAs) : now.promise;
    const promised = this.#promised();
    const was = now.measuredAs;
    now.measuredAs = now.severity;
    // If one allowance serves both, only the people to tell have changed.
    if (promised === before) {
      if (was !== now.severity && this.#measure) {
        this.#alertAnew(this.#measure, atMs, reachedAfterSeverity(was));
      }
      return false;
    }
    const wasBreached = now.breachedAtMs !== null;
    if (onceBreached === "keep" && wasBreached) now.keptBreachAtMs = now.breachedAtMs;
    const isFirst = !now.hasMeasured && this.#ledgers === null;
    if (before !== "ungraded" && onSeverityChange === "restart") this.begin(atMs);
    else if (isUncounted(promised)) this.#suspend(before, promised, atMs);
    // The target applies for the first time, or it applies again and the ticket has no severity yet.
    else if (promised === "ungraded" || (isFirst && isUncounted(before))) {
      this.begin(atMs, now.breachedAtMs);
    } else this.#measureAnew(promised, atMs);
    // The allowance may be used up at this very instant.
    this.use(atMs, atMs);
    // While a verdict stands, the count beneath it breaches nothing.
    if (now.verdict !== null) return false;
    this.#noteBreach(atMs);
    return !wasBreached && now.breachedAtMs !== null;
  }

  /**
   * Measures a ticket that stopped before its severity was known, by the first severity it is given.
   *
   * @returns whether it is known now what was promised
   */
  gradeStopped(stoppedAtMs: number): boolean {
    const now = this.#now;
    const promised = this.#promised();
    if (promised === "ungraded") return false;
    now.measuredAs = now.severity;
    if (isUncounted(promised)) this.#suspend("ungraded", promised, stoppedAtMs);
    else this.#measureAnew(promised, stoppedAtMs);
    this.#noteBreach(stoppedAtMs);
    return true;
  }

  /**
   * Judges a stop by the first severity, which came later, if the clock has gone on counting since the stop.
   *
   * @param judge gives the verdict on where the count stands
   */
  judgeBeneath(stopped: CycleState, judge: () => CycleState): CycleState {
    const now = this.#now;
    const beneath = { ...now };
    const measure = this.#measure;
    const { stoppedAtMs, agreed } = stopped;
    const atMs = now.sinceMs as number; // It has been advanced to an instant.
    if (measure) now.used -= measure.between(stoppedAtMs, atMs);
    now.provisional = measure?.isProvisional(stoppedAtMs) ?? false;
    now.agreed = agreed;
    const { breachedAtMs } = agreed ? stopped : now;
    now.breachedAtMs = this.#isBreachOfStop(stopped, breachedAtMs) ? breachedAtMs : null;
    now.warnedAtMs = stopped.warnedAtMs;
    if (measure) this.#alertAnew(measure, atMs);
    this.#noteBreach(stoppedAtMs);
    const verdict = judge();
    const { breaches, isBreachOpen } = now;
    Object.assign(now, beneath, { breaches, isBreachOpen });
    return verdict;
  }

  /** Whether a breach came by the stop, and not because the clock went on from there. */
  #isBreachOfStop({ stoppedAtMs, agreed, wasPaused }: CycleState, breachedAtMs: number | null) {
    if (breachedAtMs === null) return false;
    // A paused clock breaches nothing, unless an instant passes that the pause itself moved, or was agreed.
    const isMoved = agreed !== null || (this.#measure && this.#isPushed(this.#measure));
    if (wasPaused && !isMoved) return breachedAtMs < stoppedAtMs;
    return isLate(stoppedAtMs, breachedAtMs, this.#rules.atDue);
  }

  /**
   * Goes on after a stop, by the current severity.
   *
   * @returns whether a change of severity breached the target
   */
  resume(stoppedAtMs: number, atMs: number): boolean {
    const wasMs = this.#now.breachedAtMs;
    const isContinued = this.#rules.onReopen === "continue";
    if (!isContinued) this.#pushWhileStopped(stoppedAtMs, atMs);
    const isBreached = this.regrade(atMs);
    if (isContinued) return isBreached;
    if (this.agreed) this.#reckonAgreed(this.agreed, atMs);
    const { agreedAtMs } = this.#now;
    if (agreedAtMs === null || agreedAtMs <= stoppedAtMs) return isBreached;
    // A date was agreed or taken back while the clock was stopped.
    if (this.agreed) this.#followAgreed(this.agreed, atMs, wasMs);
    else this.#followAllowance(atMs, wasMs);
    return isBreached;
  }

  /**
   * Ends a pause at the instant of a stop. Nobody knows when a paused ticket is due, so a due instant that
   * pauses push on is breached, if it is past, only as the pause ends.
   */
  endPause(atMs: number): void {
    const measure = this.#measure;
    if (!measure || !this.#isPushed(measure)) return;
    this.#breachByInstant(measure, atMs, atMs);
    this.#noteBreach(atMs);
  }

  /** Sets an agreed date, or takes back the one in force. */
  agree(dueAtMs: number | null, atMs: number): void {
    const now = this.#now;
    const wasMs = now.breachedAtMs;
    const isCounting = this.counting !== "nothing";
    const allowedBreachAtMs = now.agreed ? now.agreed.allowedBreachAtMs : wasMs;
    now.agreed =
      dueAtMs === null ? null : { dueAtMs, givenAtMs: atMs, allowance: null, allowedBreachAtMs };
    now.agreedAtMs = atMs;
    // While the clock is stopped, the change waits for a re-opening.
    if (!isCounting || !now.applies) return;
    if (this.#rules.onceBreached === "keep" && wasMs !== null) now.keptBreachAtMs = wasMs;
    if (this.agreed) this.#followAgreed(this.agreed, atMs, wasMs);
    else this.#followAllowance(atMs, wasMs);
    this.#alertAnew(this.#measure, atMs);
    this.use(atMs, atMs);
    this.#noteBreach(atMs);
  }

  /** Counts the time between two instants in which nothing happened. */
  use(fromMs: number, toMs: number): void {
    const now = this.#now;
    const { counting } = this;
    if (counting === "nothing") return;
    if (counting === "paused") now.wallPausedMs += toMs - fromMs;
    const measure = this.#measure;
    const { agreed } = this;
    const usedBefore = now.used;
    if (this.#ledgers) {
      this.#ledgers.use(counting, fromMs, toMs);
      if (counting === "paused") this.#pushUngraded(fromMs, toMs);
      if (!isUncounted(now.promise)) this.#useLedger(this.#ledgers, agreed !== null);
    } else if (measure) {
      this.#count(measure, counting, fromMs, toMs);
    }
    if (agreed) this.#useAgreed(agreed, counting, { fromMs, toMs, usedBefore });
    else if (!measure) return;
    if (this.#remarks && counting === "used") this.#alert(measure, { fromMs, toMs, usedBefore });
    if (now.activity !== "stopped") this.#noteBreach(toMs);
  }

  /** The totals of the ledgers, as of a mark. */
  static ledgersAt({ ledgers, ledgerMark }: CountMark): readonly SavedLedger[] | null {
    return ledgers && ledgerMark ? ledgers.saved(ledgerMark) : null;
  }

  #promised(): Promised {
    return this.#now.applies ? this.#rules.promiseFor(this.#now.severity) : "none";
  }

  /** Sets when it is due, as of the start or of the first promise. */
  #setOriginal(): void {
    const now = this.#now;
    const measure = this.#measure;
    if (!measure || now.originalDueAtMs !== null) return;
    const fromMs = now.countingFromMs as number; // A measure in force has a start.
    now.originalDueAtMs = measure.add(fromMs, measure.allowance);
    now.originalIsProvisional = measure.isProvisional(now.originalDueAtMs);
  }

  /** The total by every allowance, if a later severity can put another in force as if from the start. */
  #newLedgers(fromMs: number, saved?: readonly SavedLedger[]): Ledgers | null {
    const { onSeverityChange, atDue, bySeverity } = this.#rules;
    const keeps = onSeverityChange === "retroactive" || this.#now.promise === "ungraded";
    // One allowance that serves every severity is measured again only after it has not applied.
    const isNeeded = saved !== undefined || this.#now.promise === "none";
    const single = () => {
      const promised = isNeeded ? this.#rules.promiseFor(null) : "none";
      return typeof promised === "string" ? null : new Map([[null, promised]]);
    };
    const allowances = keeps ? (bySeverity() ?? single()) : null;
    return allowances && new Ledgers(allowances, fromMs, atDue, saved);
  }

  /** Goes on without an allowance: the amount used stays, and nothing is due but an agreed date. */
  #suspend(before: Promised, promised: "none" | "agreed", atMs: number): void {
    const now = this.#now;
    const wasMs = now.breachedAtMs;
    if (before === "ungraded") this.#setUse(NOTHING_USED);
    if (this.#rules.onSeverityChange === "retroactive" && !this.#ledgers) {
      // One allowance serves every severity. If the target applies again, all of it is measured again.
      const { used, pausedFor, provisional, countingFromMs } = now;
      const breaches = wasMs === null ? [] : [wasMs];
      const saved = [{ used, pausedFor, provisional, breaches }];
      this.#ledgers = this.#newLedgers(countingFromMs as number, saved); // It has started.
    }
    now.promise = promised;
    this.#measure = null;
    if (this.#rules.onSeverityChange !== "retroactive") this.#ledgers = null;
    now.breachedAtMs = null;
    now.warnedAtMs = this.#rules.alerts.map(() => null);
    this.#setAllowedBreach(null);
    if (this.agreed) this.#followAgreed(this.agreed, atMs, wasMs);
  }

  /**
   * Goes on with another allowance, from where the count began.
   *
   * @param atMs the instant at which the change is judged: the change itself, or the stop before it
   */
  #measureAnew(allowance: Allowance, atMs: number): void {
    const now = this.#now;
    const before = this.#measure;
    const wasMs = now.breachedAtMs;
    const ledgers = this.#ledgers;
    const measure = allowance.from(now.countingFromMs as number); // The count has started.
    this.#measure = measure;
    now.hasMeasured = true;
    now.promise = "measured";
    if (ledgers) this.#useLedger(ledgers, false);
    if (ledgers && this.#rules.onSeverityChange !== "retroactive") this.#ledgers = null;
    if (this.agreed) {
      const isLarger = before === null || measure.allowance > before.allowance;
      const beforeMs = this.agreed.allowedBreachAtMs;
      if (ledgers) this.#setAllowedBreach(ledgers.of(now.measuredAs).breachedAtMs);
      else if (this.#isOver(measure, atMs)) this.#setAllowedBreach(beforeMs ?? atMs);
      else if (isLarger) this.#setAllowedBreach(null);
      this.#followAgreed(this.agreed, atMs, wasMs);
    } else if (ledgers) {
      if (this.#isPushed(measure)) {
        this.#setBreach(null);
        this.#breachByInstant(measure, Number.NEGATIVE_INFINITY, atMs);
      }
    } else if (this.#isOver(measure, atMs)) {
      // More is used than the new allowance has, so the change breaches it unless it was breached before.
      now.breachedAtMs ??= now.keptBreachAtMs ?? atMs;
    } else if (before === null || measure.allowance > before.allowance) {
      now.breachedAtMs = now.keptBreachAtMs;
    }
    this.#setOriginal();
    this.#alertAnew(measure, now.sinceMs as number); // It has been advanced to an instant.
  }

  /** Notes which alerts were due in a stretch that has been used. */
  #alert(measure: Measure | null, stretch: Used): void {
    const now = this.#now;
    if (!now.warnedAtMs.includes(null)) return;
    const run = { ...stretch, ...this.#counted(measure, stretch.toMs) };
    now.warnedAtMs = reachedBy(this.#rules.alerts, now.warnedAtMs, run);
  }

  /** Notes which alerts are due after a change to what is promised. */
  #alertAnew(
    measure: Measure | null,
    atMs: number,
    reach: typeof reachedAfter = reachedAfter,
  ): void {
    const now = this.#now;
    if (!this.#remarks || this.#rules.alerts.length === 0) return;
    const change = { atMs, ...this.#counted(measure, atMs) };
    now.warnedAtMs = reach(this.#rules.alerts, now.warnedAtMs, change);
  }

  /** What alerts need to know of the count at an instant. */
  #counted(measure: Measure | null, atMs: number): Counted {
    const now = this.#now;
    return {
      measure,
      allowance: this.allowance ?? 0,
      severity: now.measuredAs,
      used: now.used,
      dueMs: () => now.breachedAtMs ?? this.dueFrom(atMs),
    };
  }

  /** Goes on by an agreed date. A breach never comes before the change that causes it. */
  #followAgreed(agreed: Agreed, atMs: number, wasBreachedAtMs: number | null): void {
    this.#reckonAgreed(agreed, atMs);
    const measure = this.#measure;
    const isUsedUp =
      measure !== null && (agreed.allowedBreachAtMs !== null || this.#isOver(measure, atMs));
    const byAllowance = () =>
      measure && (isUsedUp ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
    const isOver = dueOf(this.#rules.agreedDates, agreed.dueAtMs, byAllowance) < atMs;
    this.#setBreach(isOver ? (wasBreachedAtMs ?? atMs) : null);
  }

  /** Notes when the allowance beside an agreed date was breached by itself. */
  #setAllowedBreach(atMs: number | null): void {
    const now = this.#now;
    if (now.agreed) now.agreed = { ...now.agreed, allowedBreachAtMs: atMs };
  }

  /** Goes on by the allowance, without the agreed date. A breach stays if the allowance is up too. */
  #followAllowance(atMs: number, wasBreachedAtMs: number | null): void {
    const measure = this.#measure;
    const isOver = measure !== null && this.#isOver(measure, atMs);
    this.#setBreach(isOver ? (wasBreachedAtMs ?? atMs) : null);
    if (this.#ledgers && !isUncounted(this.#now.promise)) this.#useLedger(this.#ledgers, false);
  }

  /** Whether an allowance was up before an instant. */
  #isOver(measure: Measure, atMs: number): boolean {
    if (this.#isPushed(measure)) return this.#allowedUntil(measure, atMs) < atMs;
    return this.#now.used > measure.allowance;
  }

  /** Works out how much may be used until the agreed date if the clock runs from an instant on. */
  #reckonAgreed(agreed: Agreed, atMs: number): void {
    const now = this.#now;
    const ahead = this.#measure?.between(atMs, Math.max(atMs, agreed.dueAtMs));
    now.agreed = { ...agreed, allowance: ahead === undefined ? null : now.used + ahead };
  }

  /** Updates the agreed date after a stretch that has been counted. */
  #useAgreed(
    agreed: Agreed,
    counting: "used" | "paused",
    { fromMs, toMs, usedBefore }: Used,
  ): void {
    const now = this.#now;
    const measure = this.#measure;
    const { dueAtMs, allowance } = agreed;
    if (counting === "paused" && measure && allowance !== null && fromMs < dueAtMs) {
      const lost = measure.between(fromMs, Math.min(toMs, dueAtMs));
      now.agreed = { ...agreed, allowance: allowance - lost };
    }
    if (measure && counting === "used" && agreed.allowedBreachAtMs === null) {
      const upMs = this.#allowedUntil(measure, fromMs, usedBefore);
      if (isLate(toMs, upMs, this.#rules.atDue)) this.#setAllowedBreach(upMs);
    }
    if (now.breachedAtMs !== null) return;
    const byAllowance = () => {
      if (!measure) return null;
      const isLater = this.#rules.agreedDates === "later";
      if (counting === "used" || (isLater && this.#isPushed(measure))) {
        return this.#allowedUntil(measure, fromMs, usedBefore);
      }
      return this.#upInPause(measure, fromMs);
    };
    const dueMs = dueOf(this.#rules.agreedDates, dueAtMs, byAllowance);
    if (isLate(toMs, dueMs, this.#rules.atDue)) {
      now.breachedAtMs = Math.max(dueMs, fromMs);
    }
  }

  /** Takes the total of a ledger by the allowance in force. */
  #useLedger(ledgers: Ledgers, isAgreed: boolean): void {
    const use = ledgers.of(this.#now.measuredAs);
    this.#setUse(use);
    if (!isAgreed) this.#setBreach(use.breachedAtMs);
  }

  #setUse({ used, pausedFor, provisional }: Omit<Use, "breachedAtMs">): void {
    const now = this.#now;
    now.used = used;
    now.pausedFor = pausedFor;
    now.provisional = provisional;
  }

  #setBreach(atMs: number | null): void {
    this.#now.breachedAtMs = this.#now.keptBreachAtMs ?? atMs;
  }

  #noteBreach(atMs: number): void {
    if (this.#remarks) noteBreach(this.#now, atMs);
  }

  /** Counts a stretch by the one measure that is in force. */
  #count(measure: Measure, counting: "used" | "paused", fromMs: number, toMs: number): void {
    const now = this.#now;
    now.provisional ||= measure.isProvisional(toMs);
    if (counting === "paused") {
      now.pausedFor += measure.between(fromMs, toMs);
      // After a breach, a pause moves nothing on.
      if (this.#isPushed(measure) && now.breachedAtMs === null) {
        now.pausedWorkMs += measure.work.between(fromMs, toMs);
      }
      return;
    }
    if (this.#isPushed(measure)) {
      this.#breachByInstant(measure, fromMs, toMs);
      now.used += measure.between(fromMs, toMs);
      return;
    }
    const used = now.used + measure.between(fromMs, toMs);
    if (now.breachedAtMs === null && used >= measure.allowance && !this.agreed) {
      const dueAtMs = measure.add(fromMs, measure.allowance - now.used);
      if (isLate(toMs, dueAtMs, this.#rules.atDue)) now.breachedAtMs = dueAtMs;
    }
    now.used = used;
  }

  /** If pauses push on a due instant, so does the time while resolved, which does not count. */
  #pushWhileStopped(stoppedAtMs: number, atMs: number): void {
    const now = this.#now;
    const measure = this.#measure;
    if (!measure || !this.#isPushed(measure) || now.breachedAtMs !== null) return;
    now.pausedWorkMs += measure.work.between(stoppedAtMs, atMs);
  }

  /** Before the severity is known, the first allowance gives the working time of a pause. */
  #pushUngraded(fromMs: number, toMs: number): void {
    const work = firstAllowance(this.#rules)?.from(fromMs).work;
    if (this.#rules.dayPauses === "push" && work) {
      this.#now.pausedWorkMs += work.between(fromMs, toMs);
    }
  }

  /** Notes a breach of a promise that is due at a fixed instant, however much has been used. */
  #breachByInstant(measure: Measure, fromMs: number, toMs: number): void {
    if (this.#now.breachedAtMs !== null || this.agreed) return;
    const dueAtMs = this.#allowedUntil(measure, toMs);
    if (!isLate(toMs, dueAtMs, this.#rules.atDue)) return;
    // A breach never comes before the change that causes it.
    this.#now.breachedAtMs = Math.max(dueAtMs, fromMs);
  }
}
