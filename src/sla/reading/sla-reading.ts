import type { DateTime, Duration } from "luxon";
import type { Why } from "../allowance/pieces";
import type { Clause } from "../clauses/clauses";
import type { Fields } from "../clock/fields";
import type { IrregularityKind } from "../clock/irregularities";
import type { SlaStatus } from "./numbers";
import type { ReadingInMs } from "./reading-in-ms";

/** The parts of a reading, whatever its status. */
export interface ReadingParts extends ReadingInMs {
  /** The ticket, if the history was given with one. */
  readonly ticket: string | null;
  /** The name of the target in its policy. */
  readonly target: string;
  /** What the target is called. */
  readonly title: string;
  /** The clause it comes from. */
  readonly clause: string | null;
  /** What that clause says and how it is read, if the policy has it in its register. */
  readonly rule: Clause | null;
  /** The other clauses that had a say, such as the clause of a pause if the ticket was paused. */
  readonly furtherRules: readonly Clause[];
  /** The choices that had a say, such as `onReopen` for a ticket that was re-opened, in words. */
  readonly choices: readonly string[];
  readonly asOf: DateTime;
  /** The zone of its instants. */
  readonly timeZone: string;
  readonly status: SlaStatus;
  /** Whether the due instant passed while the clock was running; an agreed date does not wait for it. */
  readonly breached: boolean;
  /** Whether the clock is paused, also if it has breached already. */
  readonly paused: boolean;
  /** Whether the calendar is open at `asOf`; for a count of days, whether its date counts. */
  readonly withinHours: boolean;
  readonly severity: string | null;
  readonly startedAt: DateTime | null;
  /** The due instant when it started, or when it was first promised something; it never moves. */
  readonly originalDueAt: DateTime | null;
  /**
   * When it is due, or was due if it is breached. Null while paused and not breached, since nobody knows,
   * unless a date was agreed.
   */
  readonly dueAt: DateTime | null;
  /** The agreed date that it is judged by, if there is one. */
  readonly agreedDate: SlaAgreedDate | null;
  /** When it is due if work resumes at `asOf`. */
  readonly projectedDueAt: DateTime | null;
  /** When the present count of the allowance began: at the start, or at the last restart. */
  readonly countedFrom: DateTime | null;
  /**
   * When the allowance and all that was paused are over, counted from `countedFrom`: when it is due for
   * a system that pushes the due instant on by every pause, also after it has breached. Null if the
   * calendar does not reach that far.
   */
  readonly pushedDueAt: DateTime | null;
  /** The pause that it is in, if it is in one. */
  readonly pause: SlaPause | null;
  readonly breachedAt: DateTime | null;
  readonly stoppedAt: DateTime | null;
  /**
   * Null if nothing is promised, or the severity is not known yet. With an agreed date, what was used and
   * what the calendar has until then.
   */
  readonly allowance: Duration | null;
  /**
   * How much of the allowance has been used. Before the severity is known, what the first allowance of the
   * target would count.
   */
  readonly elapsed: Duration;
  /** How much is left; never below zero. Null if there is no allowance. */
  readonly remaining: Duration | null;
  /** How much more than the allowance has been used; never below zero. */
  readonly overrun: Duration;
  /** How long it has been paused, on the calendar. */
  readonly pausedFor: Duration;
  /** The same by the wall clock. */
  readonly wallPausedFor: Duration;
  /** From the start to the stop, or to `asOf`, by the wall clock. */
  readonly wallElapsed: Duration;
  /**
   * `elapsed` over `allowance`; never rounded, and never used to decide a breach. Null if there is no
   * allowance.
   */
  readonly percentElapsed: number | null;
  /** How often it has gone on after a stop. */
  readonly reopenings: number;
  /** Whether the answer rests on bank holidays that are projected and may yet change. */
  readonly provisional: boolean;
  /**
   * The last 20 breaches, including those that a larger allowance, a restart or the end of the
   * promise took back.
   */
  readonly breaches: readonly SlaBreach[];
  /** When each share of the allowance to warn at is used up. */
  readonly warnings: readonly SlaWarning[];
  /** When somebody must be told, by the escalations of the target that are for its severity. */
  readonly escalations: readonly SlaEscalation[];
  /** What changes next by itself, and when to ask again; null if nothing does. */
  readonly nextChange: SlaChange | null;
  /** What a person should look at in the ticket's history, in order of time; at most 100. */
  readonly irregularities: readonly SlaIrregularity[];
  /** Each cycle with its own verdict, the present one last; none before the start. */
  readonly cycles: readonly SlaCycle[];
  /**
   * The ticket's life from its first event to `asOf` in parts that touch, each with what it counted
   * and why. What the parts of the present cycle counted sums to `elapsed`. Empty if a clock was
   * followed without keeping its working.
   */
  readonly segments: readonly SlaSegment[];
}

/** One threshold of a target. */
export interface SlaWarning {
  /** The share of the allowance, above 0 and up to 1. */
  readonly share: number;
  /**
   * When it was used up, but not before a change of severity that made it so; or when it will be if the
   * clock runs from `asOf` on. Null if nobody knows, since the clock is paused, has stopped or has not
   * started.
   */
  readonly at: DateTime | null;
  readonly atMs: number | null;
  readonly passed: boolean;
}

/** One escalation of a target. */
export interface SlaEscalation {
  /** Its name in the policy or, if it has none, when it is due in words. */
  readonly id: string;
  readonly title: string | null;
  /** When it is due, in words: `75 %`, `30 min before`, `1 h after`. */
  readonly says: string;
  /** The share of the allowance, which may be above 1; null if it counts from the due instant. */
  readonly share: number | null;
  /**
   * When it was due, but not before a change of severity or the end of a pause that made it due; or when
   * it will be if the clock runs from `asOf` on. Null if nobody knows, since the clock is paused, has
   * stopped or has not started.
   */
  readonly at: DateTime | null;
  readonly atMs: number | null;
  readonly passed: boolean;
}

/** What changes next in a reading, if nothing more happens to its ticket. */
export interface SlaChange {
  /** The first instant at which a reading says it; a millisecond earlier, it does not. */
  readonly at: DateTime;
  readonly atMs: number;
  readonly kind: "warning" | "escalation" | "breach" | "pause-limit";
  /** The share of the allowance at which a warning or an escalation is due; null for any other. */
  readonly share: number | null;
  /** The name of an escalation. */
  readonly id?: string;
}

/** An agreed date. */
export interface SlaAgreedDate {
  readonly dueAt: DateTime;
  readonly dueAtMs: number;
  /** When it was given. */
  readonly givenAt: DateTime;
  readonly givenAtMs: number;
}

/** A breach of a target. */
export interface SlaBreach {
  /** When the due instant passed, or when a change of severity made it pass. */
  readonly at: DateTime;
  readonly atMs: number;
  /** The severity then, or null if the ticket had none. */
  readonly severity: string | null;
  /** When it was taken back; null if it was not. */
  readonly takenBackAt: DateTime | null;
  readonly takenBackAtMs: number | null;
}

/** A pause that a ticket is in. */
export interface SlaPause {
  readonly since: DateTime;
  readonly sinceMs: number;
  /** When it was due as the pause began; null if the calendar does not reach that far. */
  readonly dueAt: DateTime | null;
  readonly dueAtMs: number | null;
  /** How long it had been paused before, on the calendar. */
  readonly pausedFor: Duration;
  /** Null for days. */
  readonly pausedForMs: number | null;
  /** The same by the wall clock. */
  readonly wallPausedFor: Duration;
  readonly wallPausedForMs: number;
}

/** Something in a ticket's history that a person should look at. */
export interface SlaIrregularity {
  readonly kind: IrregularityKind;
  readonly at: DateTime;
  readonly atMs: number;
  /** The state that was given, or null if it is about a severity alone. */
  readonly state: string | null;
  /** The severity then, or null if the ticket had none. */
  readonly severity: string | null;
  /** What is odd, as a sentence without its full stop. */
  readonly says: string;
}

/** One cycle: from a start, or a re-opening that begins another, to its stop. */
export interface SlaCycle {
  readonly status: SlaStatus;
  readonly breached: boolean;
  readonly severity: string | null;
  readonly startedAt: DateTime;
  readonly startedAtMs: number;
  readonly originalDueAt: DateTime | null;
  readonly originalDueAtMs: number | null;
  readonly dueAt: DateTime | null;
  readonly dueAtMs: number | null;
  readonly breachedAt: DateTime | null;
  readonly breachedAtMs: number | null;
  readonly stoppedAt: DateTime | null;
  readonly stoppedAtMs: number | null;
  readonly allowance: Duration | null;
  /** Null for days, as the other lengths in milliseconds are. */
  readonly allowanceMs: number | null;
  readonly elapsed: Duration;
  readonly elapsedMs: number | null;
  readonly remaining: Duration | null;
  readonly remainingMs: number | null;
  readonly overrun: Duration;
  readonly overrunMs: number | null;
  readonly pausedFor: Duration;
  readonly pausedForMs: number | null;
}

/** A part of a ticket's life. */
export interface SlaSegment {
  readonly from: DateTime;
  readonly fromMs: number;
  readonly to: DateTime;
  readonly toMs: number;
  readonly state: string | null;
  readonly severity: string | null;
  /** The fields that the ticket had. */
  readonly fields: Fields;
  /** Which cycle it belongs to, from 0. */
  readonly cycle: number;
  /** What it used of the allowance. */
  readonly counted: Duration;
  /** Null for days. */
  readonly countedMs: number | null;
  readonly why: Why;
  /** The name of the bank holiday or exception because of which it was not counted. */
  readonly title: string | null;
  /** What had been used at its end. */
  readonly total: Duration;
  /** Null for days. */
  readonly totalMs: number | null;
}
