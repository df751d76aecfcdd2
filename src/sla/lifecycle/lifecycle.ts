import { DateTime, type Zone } from "luxon";
import { checkKeys, given } from "../../input/options";
import { type InstantLike, toEpochMs } from "../../time/instant";
import { CoreHoursError } from "../../timeline";
import type { Milestones } from "../building-blocks/milestones";
import type { Window } from "../building-blocks/windows";
import { checkState, type HistoryEvent, readHistory, type Vocabulary } from "../clock/history";
import type { LifecycleDefinition } from "./definition";
import { Line } from "./line";
import { type OrderReading, readOrder } from "./order";

/** A move from one state to another, or from null where a line begins. */
export interface LifecycleMove {
  readonly line: string;
  readonly from: string | null;
  readonly to: string;
  readonly at: DateTime;
  readonly atMs: number;
  /** Whether it happened by itself, with no event that says so. */
  readonly byItself: boolean;
  readonly clause: string | null;
}

/** The next move that will happen by itself, if nothing else happens until then. */
export interface NextMove {
  readonly to: string;
  readonly at: DateTime;
  readonly atMs: number;
  readonly title: string;
  readonly clause: string | null;
  readonly provisional: boolean;
}

/** Where one line of a ticket stands. */
export interface LineReading {
  readonly line: string;
  readonly title: string;
  readonly clause: string | null;
  readonly state: string;
  readonly since: DateTime;
  readonly sinceMs: number;
  /** The states that may follow now; a move whose window is shut is not among them. */
  readonly allowed: readonly string[];
  readonly next: NextMove | null;
  /** Whether nothing can follow. */
  readonly isOver: boolean;
}

/** A move that the documents do not allow, or that came too late or out of order. */
export interface LifecycleIrregularity {
  readonly kind: "impossible-move" | "late-move" | "out-of-order";
  readonly at: DateTime;
  readonly atMs: number;
  readonly state: string;
  readonly clause: string | null;
  /** What is irregular, as a sentence without its full stop. */
  readonly says: string;
}

/** A ticket's life by the states of its policy, as of one instant. */
export interface LifecycleReading {
  readonly ticket: string | null;
  readonly asOf: DateTime;
  readonly asOfMs: number;
  /** The lines that have begun, in the order of the policy. */
  readonly lines: readonly LineReading[];
  readonly moves: readonly LifecycleMove[];
  /** The rules of what must come before or after what, and whether it has come. */
  readonly order: readonly OrderReading[];
  readonly irregularities: readonly LifecycleIrregularity[];
  /** The history up to `asOf`, with the automatic moves added. A target can take it. */
  readonly history: readonly HistoryEvent[];
}

/** What a lifecycle needs to know. */
export interface LifecycleOptions {
  /**
   * Events after it have not happened yet; they count as planned, and give the rules of order their
   * deadlines.
   */
  readonly asOf: InstantLike;
  readonly ticket?: string | undefined;
}

/**
 * Where a ticket stands among the states of its policy.
 *
 * @throws {CoreHoursError} `lifecycle-missing` if the policy has none.
 * @throws {HistoryError} for an unknown state, naming the ticket and the event.
 */
export type Lifecycle = (
  history: readonly HistoryEvent[],
  options: LifecycleOptions,
) => LifecycleReading;

/** What a lifecycle takes from its policy. */
export interface LifecycleContext {
  readonly policy: string;
  readonly zone: Zone;
  readonly words: Pick<Vocabulary, "states" | "ignoresUnknown">;
  readonly milestones: Readonly<Record<string, Milestones>>;
  readonly windows: Readonly<Record<string, Window>>;
}

/** Makes a checked definition into a lifecycle that can be asked. */
export function compileLifecycle(
  definition: LifecycleDefinition | undefined,
  context: LifecycleContext,
): Lifecycle {
  return (history, options) => {
    if (definition === undefined) throw noLifecycle(context.policy);
    checkKeys(given(options), ["asOf", "ticket"], "lifecycle");
    const { asOf, ticket } = given(options);
    const asOfMs = toEpochMs(asOf as InstantLike); // It throws for anything but an instant.
    const events = readHistory(history, ticket);
    for (const { state, atMs, index } of events) {
      if (atMs > asOfMs || state === undefined) continue;
      // A lifecycle looks only at the states.
      checkState(state, context.words, { ticket, index }, atMs);
    }
    const past = events.filter(({ atMs }) => atMs <= asOfMs);
    const lines = Object.entries(definition.lines).map(
      ([name, line]) => new Line(name, line, context),
    );
    for (const line of lines) line.follow(past, asOfMs);
    const at = (ms: number) => DateTime.fromMillis(ms, { zone: context.zone });
    const order = readOrder(definition.order ?? [], events, asOfMs, at);
    const begun = lines.flatMap((line) => line.reading(asOfMs) ?? []);
    const byTime = <T extends { readonly at: DateTime }>(list: readonly T[]) =>
      Object.freeze([...list].sort((a, b) => a.at.toMillis() - b.at.toMillis()));
    const moves = byTime(lines.flatMap((line) => line.moves));
    const own = moves.filter(({ byItself }) => byItself);
    return Object.freeze({
      ticket: ticket ?? null,
      asOf: at(asOfMs),
      asOfMs,
      lines: Object.freeze(begun),
      moves,
      order: order.readings,
      irregularities: byTime([
        ...lines.flatMap((line) => line.irregularities),
        ...order.irregularities,
      ]),
      history: byTime([
        ...past.map(({ atMs, state, severity }) => ({
          at: at(atMs),
          ...(state === undefined ? {} : { state }),
          ...(severity === undefined ? {} : { severity }),
        })),
        ...own.map((move) => ({ at: move.at, state: move.to })),
      ]),
    });
  };
}

function noLifecycle(policy: string): CoreHoursError {
  return new CoreHoursError(
    "lifecycle-missing",
    `The policy "${policy}" has no lifecycle; give it one, with the states that may follow each state.`,
    { policy },
  );
}
