import { DateTime } from "luxon";
import type { Milestone, Milestones } from "../building-blocks/milestones";
import type { Window } from "../building-blocks/windows";
import type { DatedEvent } from "../clock/history";
import { withMs } from "../reading/in-ms";
import { formatInstant } from "../reading/working";
import type { LineDefinition } from "./definition";
import type {
  LifecycleContext,
  LifecycleIrregularity,
  LifecycleMove,
  LineReading,
  NextMove,
} from "./lifecycle";

/** The last instant at which a move may be made, and the clause that says so. */
interface Closing {
  readonly ms: number;
  readonly clause: string | null;
}

/** A state that was left by itself. */
interface Left {
  readonly state: string;
  readonly atMs: number;
  readonly clause: string | null;
}

/** One line of a ticket as its events are taken in turn. */
export class Line {
  readonly moves: LifecycleMove[] = [];
  readonly irregularities: LifecycleIrregularity[] = [];
  readonly #name: string;
  readonly #definition: LineDefinition;
  readonly #context: LifecycleContext;
  #state: string | null = null;
  #sinceMs = 0;
  /** The states that it has left by itself since the last recorded event, and when. */
  readonly #leftByItself: Left[] = [];

  constructor(name: string, definition: LineDefinition, context: LifecycleContext) {
    this.#name = name;
    this.#definition = definition;
    this.#context = context;
  }

  follow(past: readonly DatedEvent[], asOfMs: number): void {
    for (const { atMs, state } of past) {
      if (state === undefined || !Object.hasOwn(this.#definition.moves, state)) continue;
      // An event recorded at the instant of an automatic move comes before the move, as a window's last
      // instant is in time.
      this.#moveByItself((dueMs) => dueMs < atMs);
      this.#enter(state, atMs);
    }
    this.#moveByItself((dueMs) => dueMs <= asOfMs);
  }

  reading(asOfMs: number): LineReading | null {
    const { title, clause } = this.#definition;
    const state = this.#state;
    if (state === null) return null;
    const next = this.#nextOwn();
    const allowed = this.#after(state).filter((to) => {
      const closes = this.#closes(state, to, this.#sinceMs);
      return closes === null || asOfMs <= closes.ms;
    });
    return withMs({
      line: this.#name,
      title: title ?? this.#name,
      clause: clause ?? null,
      state,
      since: this.#at(this.#sinceMs),
      allowed: Object.freeze(allowed),
      next: next?.move ?? null,
      isOver: allowed.length === 0 && next === null,
    });
  }

  #at(ms: number): DateTime {
    return DateTime.fromMillis(ms, { zone: this.#context.zone });
  }

  #moveByItself(isDue: (dueMs: number) => boolean): void {
    // In a checked definition, automatic moves never lead round in a circle.
    for (let next = this.#nextOwn(); next && isDue(next.move.atMs); next = this.#nextOwn()) {
      const { to, atMs, clause } = next.move;
      this.#leftByItself.push({ state: next.from, atMs, clause });
      this.#go(to, atMs, true, clause);
    }
  }

  /** The states that may follow a state. */
  #after(state: string): readonly string[] {
    return this.#definition.moves[state] ?? [];
  }

  /** The move that happens by itself from the state it is in. */
  #nextOwn(): { readonly from: string; readonly move: NextMove } | null {
    const own = this.#definition.byThemselves?.find(({ from }) => from === this.#state);
    if (!own) return null;
    // In a checked definition, the policy has the chain, and the chain has the step.
    const milestones = this.#context.milestones[own.milestone] as Milestones;
    const step = milestones(this.#sinceMs).find(({ id }) => id === own.step) as Milestone;
    const { at, atMs, title, provisional } = step;
    const clause = own.clause ?? step.clause;
    return {
      from: own.from,
      move: Object.freeze({ to: own.to, at, atMs, title, clause, provisional }),
    };
  }

  /** When the time for a move is over, if the move has a limit. */
  #closes(from: string, to: string, sinceMs: number): Closing | null {
    const timed = this.#definition.within?.find((each) => each.from === from && each.to === to);
    if (!timed) return null;
    // In a checked definition, the policy has the window.
    const window = this.#context.windows[timed.window] as Window;
    const { closesAtMs, inclusive, clause } = window(sinceMs);
    return { ms: closesAtMs - (inclusive ? 0 : 1), clause: timed.clause ?? clause };
  }

  /** The same for a move from the state before this one, such as a re-opening after the closure. */
  #closedBefore(to: string): Closing | null {
    const before = this.moves.at(-2);
    return before ? this.#closes(before.to, to, before.atMs) : null;
  }

  #enter(to: string, atMs: number): void {
    const from = this.#state;
    if (from === to) return; // At most, the event records a move that had happened by itself.
    this.#judge(from, to, atMs);
    this.#go(to, atMs, false, null);
    this.#leftByItself.length = 0;
  }

  #go(to: string, atMs: number, byItself: boolean, clause: string | null): void {
    const move = { line: this.#name, from: this.#state, to, at: this.#at(atMs), byItself, clause };
    this.moves.push(withMs(move));
    this.#state = to;
    this.#sinceMs = atMs;
  }

  #judge(from: string | null, to: string, atMs: number): void {
    const { starts, clause = null } = this.#definition;
    if (from === null) {
      if (starts.includes(to)) return;
      const says = `it begins as "${to}"; it may begin as ${quoted(starts)}`;
      this.#note("impossible-move", to, atMs, clause, says);
      return;
    }
    const allowed = this.#after(from);
    const isAllowed = allowed.includes(to);
    const closes = isAllowed ? this.#closes(from, to, this.#sinceMs) : this.#closedBefore(to);
    if (closes !== null && atMs > closes.ms) {
      const says = `"${to}" comes after the time for it ended on ${this.#text(closes.ms)}`;
      this.#note("late-move", to, atMs, closes.clause, says);
      return;
    }
    if (isAllowed) return;
    const left = this.#leftByItself.find(({ state }) => this.#after(state).includes(to));
    if (left) {
      const says = `"${to}" comes after it had left "${left.state}" by itself on ${this.#text(left.atMs)}`;
      this.#note("late-move", to, atMs, left.clause ?? clause, says);
      return;
    }
    const may = allowed.length === 0 ? "nothing follows it" : `${quoted(allowed)} may`;
    this.#note("impossible-move", to, atMs, clause, `"${to}" cannot follow "${from}"; ${may}`);
  }

  #text(ms: number): string {
    return formatInstant(this.#at(ms), false);
  }

  #note(
    kind: LifecycleIrregularity["kind"],
    state: string,
    atMs: number,
    clause: string | null,
    says: string,
  ): void {
    this.irregularities.push(withMs({ kind, at: this.#at(atMs), state, clause, says }));
  }
}

function quoted(states: readonly string[]): string {
  return states.map((state) => `"${state}"`).join(", ");
}
