import type { Unit } from "../allowance/measure";
import type { Agreed } from "./agreed";
import type { Fields } from "./fields";
import type { OddEvent } from "./irregularities";

/** What a clock did over one stretch of time. */
export type Activity = "pending" | "running" | "paused" | "stopped" | "cancelled";

/**
 * What is promised to a ticket: an amount that is measured, nothing, an agreed date alone, or something
 * that is not known yet because the severity has not been given.
 */
export type PromiseKind = "measured" | "none" | "agreed" | "ungraded";

/** How the time that passes is counted. */
export type Counting = "used" | "paused" | "nothing";

/** One stretch of a ticket's life, in one state, over which one measure was in force. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly activity: Activity;
  /** How it was counted. */
  readonly counting: Counting;
  readonly state: string | null;
  /** The severity whose allowance was in force. */
  readonly severity: string | null;
  readonly promise: PromiseKind;
  readonly fields: Fields;
  /** Which count of the allowance it belongs to, and when that count began; 0 and null before the start. */
  readonly count: number;
  readonly countingFromMs: number | null;
  /** Which cycle it belongs to, from 0. */
  readonly cycle: number;
}

/** The outcome of one cycle: from a start, or from a re-opening that begins a new cycle, to its stop. */
export interface CycleState {
  readonly startedAtMs: number;
  /** Which count of the allowance it ended with, and when that count began: the start, or a restart. */
  readonly count: number;
  readonly countingFromMs: number;
  readonly promise: PromiseKind;
  /** The agreed date that it was judged by, if any. */
  readonly agreed: Agreed | null;
  /** Null if nothing has been promised, or if the promise is not known yet. */
  readonly originalDueAtMs: number | null;
  readonly stoppedAtMs: number;
  /** Whether the clock was paused until it stopped. */
  readonly wasPaused: boolean;
  readonly dueAtMs: number | null;
  readonly breachedAtMs: number | null;
  /** When each alert of the clock was due; null for an alert that it did not reach. */
  readonly warnedAtMs: readonly (number | null)[];
  readonly severity: string | null;
  readonly unit: Unit;
  readonly allowance: number | null;
  readonly elapsed: number;
  readonly pausedFor: number;
  readonly wallPausedMs: number;
  readonly provisional: boolean;
}

/** A breach of a target. */
export interface Breach {
  /** When the due instant passed, or when a change made it lie in the past. */
  readonly atMs: number;
  /** The severity then. */
  readonly severity: string | null;
  /** When a larger allowance, a restart or the end of the promise took it back; null if it stands. */
  readonly takenBackAtMs: number | null;
}

/** How many breaches a clock remembers. */
export const MOST_BREACHES = 20;

/** The total of a count by one allowance. */
export interface Use {
  /** In the unit of the allowance. */
  readonly used: number;
  readonly pausedFor: number;
  readonly breachedAtMs: number | null;
  /** Whether the count rests on projected bank holidays. */
  readonly provisional: boolean;
}

/** The state of a clock: all that it needs to go on, except its past. */
export interface ClockNow extends Use {
  readonly activity: Activity;
  readonly state: string | null;
  readonly severity: string | null;
  /** The fields of the ticket, as far as the policy or its readings need them. */
  readonly fields: Fields;
  /** Whether the target applies to the ticket, by its fields. */
  readonly applies: boolean;
  /** The severity whose allowance is in force; it lags behind while the clock is stopped. */
  readonly measuredAs: string | null;
  /** What is promised by the severity and the fields in force. */
  readonly promise: PromiseKind;
  /** When the severity last changed. */
  readonly gradedAtMs: number | null;
  /** The agreed date of the present cycle, if one has been given. */
  readonly agreed: Agreed | null;
  /** When an agreed date was last given or taken back. */
  readonly agreedAtMs: number | null;
  readonly sinceMs: number | null;
  readonly startedAtMs: number | null;
  readonly originalDueAtMs: number | null;
  readonly originalIsProvisional: boolean;
  /** How often counting has begun: once at the start, and once with each restart. */
  readonly count: number;
  readonly countingFromMs: number | null;
  /** Whether the present count has measured an allowance. */
  readonly hasMeasured: boolean;
  /** The wall-clock time of the pauses in the present count. */
  readonly wallPausedMs: number;
  /** The working time of the pauses in the present count, if they push on an allowance in days. */
  readonly pausedWorkMs: number;
  /** How much of the pause limit the finished pauses of the present count have used. */
  readonly pauseSpent: number;
  /** Whether it runs although its state pauses, because the pause limit is used up. */
  readonly isPauseOver: boolean;
  /** When the present pause began, or when the count began if that was later. */
  readonly pausedFromMs: number | null;
  /** When each alert of the clock was due, by the allowance in force. */
  readonly warnedAtMs: readonly (number | null)[];
  readonly cancelledAtMs: number | null;
  /** A breach that stays, even if a later allowance is larger. */
  readonly keptBreachAtMs: number | null;
  /** The breaches, at most the last 20. */
  readonly breaches: readonly Breach[];
  /** Whether the last breach belongs to the present count and stands. */
  readonly isBreachOpen: boolean;
  /** How often the clock has gone on after a stop. */
  readonly reopenings: number;
  /** The verdict of the present cycle while it is stopped. */
  readonly verdict: CycleState | null;
}

/** Where a clock stands, for the code that moves it on. */
export type MutableNow = { -readonly [K in keyof ClockNow]: ClockNow[K] };

/** The past of a clock. */
export interface ClockPast {
  /** The verdicts of the earlier cycles. */
  readonly cycles: readonly CycleState[];
  /** What a person should look at. */
  readonly oddities: readonly OddEvent[];
  /** Every stretch of the ticket's life so far; empty if the working is not kept. */
  readonly stretches: readonly Stretch[];
}

const NO_FIELDS: Fields = Object.freeze({});
const NONE: readonly never[] = Object.freeze([]);

/**
 * A clock that no event has reached yet. It is written out for each ticket, because a copy of a frozen
 * object takes ten times as long.
 */
export const unstarted = (): MutableNow => ({
  activity: "pending",
  state: null,
  severity: null,
  fields: NO_FIELDS,
  applies: true,
  measuredAs: null,
  promise: "ungraded",
  gradedAtMs: null,
  agreed: null,
  agreedAtMs: null,
  sinceMs: null,
  startedAtMs: null,
  originalDueAtMs: null,
  originalIsProvisional: false,
  count: 0,
  countingFromMs: null,
  hasMeasured: false,
  used: 0,
  pausedFor: 0,
  wallPausedMs: 0,
  pausedWorkMs: 0,
  breachedAtMs: null,
  pauseSpent: 0,
  isPauseOver: false,
  pausedFromMs: null,
  warnedAtMs: NONE,
  provisional: false,
  cancelledAtMs: null,
  keptBreachAtMs: null,
  breaches: NONE,
  isBreachOpen: false,
  reopenings: 0,
  verdict: null,
});
