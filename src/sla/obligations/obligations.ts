import { DateTime, type Zone } from "luxon";
import { own } from "../../input/json";
import { checkKeys, given, givenList, oneOf } from "../../input/options";
import { show, showNames } from "../../input/show";
import type { InstantLike } from "../../time/instant";
import { CoreHoursError } from "../../timeline";
import type { Milestones, MilestonesDefinition } from "../building-blocks/milestones";
import type { Recurrence, RecurrenceDefinition } from "../building-blocks/recurrences";
import type { Window, WindowDefinition } from "../building-blocks/windows";
import type { DerivedState } from "../clock/fields";
import { checkState, type HistoryEvent, readHistory, type Vocabulary } from "../clock/history";
import { withMs } from "../reading/in-ms";
import type { SlaChange } from "../reading/sla-reading";
import { asOfIn } from "../target/asked";
import type { Target } from "../target/target";
import { type Arrival, arrivalsOf, type Facts } from "./arrivals";
import { milestoneObligations } from "./of-milestones";
import { recurrenceObligations } from "./of-recurrence";
import { targetObligation } from "./of-target";
import { windowObligations } from "./of-window";

const KINDS = ["target", "milestone", "window", "recurrence"] as const;

/** Which part of a policy an obligation is. */
export type ObligationKind = (typeof KINDS)[number];

/**
 * Where an obligation stands. `running`: it is not due yet. `late`: it is due and not done. `paused`:
 * nobody knows when it is due. `done`: it is done, in time or not. `shut`: it can no longer be done,
 * or need not be.
 */
export type ObligationStatus = "running" | "late" | "paused" | "done" | "shut";

/** When an obligation changes next, if nothing more happens to its ticket. */
export interface ObligationChange {
  readonly at: DateTime;
  readonly atMs: number;
  /**
   * What changes in its target's reading; or `done` for a milestone that happens by itself, `late`
   * for something that somebody has to do, `shut` for a window.
   */
  readonly kind: SlaChange["kind"] | "done" | "late" | "shut";
  /** The name of an escalation. */
  readonly id?: string;
}

/** Something that a ticket has begun: a target, a step of a chain, a window or a recurrence. */
export interface Obligation {
  readonly kind: ObligationKind;
  /** Its name in the policy. */
  readonly name: string;
  /** The step of a chain; null for any other. */
  readonly step: string | null;
  readonly title: string;
  readonly clause: string | null;
  readonly severity: string | null;
  /** Which time of a recurrence it is, from 1; null for any other. */
  readonly number: number | null;
  /** Whether it happens by itself, so nobody can be late with it. */
  readonly byItself: boolean;
  /** The state or fact that it counts from, and when that came. */
  readonly event: string | null;
  readonly from: DateTime;
  readonly fromMs: number;
  /** When it is or was due; null while nobody knows. */
  readonly dueAt: DateTime | null;
  readonly dueAtMs: number | null;
  readonly status: ObligationStatus;
  /** Whether it was not done by the time it was due. */
  readonly late: boolean;
  readonly doneAt: DateTime | null;
  readonly doneAtMs: number | null;
  readonly nextChange: ObligationChange | null;
  /** Whether it rests on bank holidays that are projected and may yet change. */
  readonly provisional: boolean;
}

/** A change as the parts of a policy tell it, before its number is added. */
export type ToldChange = Omit<ObligationChange, "atMs">;

/** An obligation as the parts of a policy tell it, before its numbers are added. */
export type ToldObligation = Omit<Obligation, "fromMs" | "dueAtMs" | "doneAtMs" | "nextChange"> & {
  readonly nextChange: ToldChange | null;
};

/** What {@link Obligations} needs to know. */
export interface ObligationsOptions<N extends string = string> {
  /** The instant to judge at; what comes after it has not happened yet. */
  readonly asOf: InstantLike;
  /**
   * The facts that the history does not say, by their names in the policy: each with its instant, or
   * several instants.
   */
  readonly facts?: Facts | undefined;
  readonly ticket?: string | undefined;
  /** Whether to give every time of what began or recurred more than once, rather than only the last. */
  readonly every?: boolean | undefined;
  /** The kinds to give; all if omitted. */
  readonly kinds?: readonly ObligationKind[] | undefined;
  /** The targets to give; all if omitted. */
  readonly targets?: readonly N[] | undefined;
}

/**
 * Everything that a ticket has begun: its targets, the steps of its chains, its windows and what
 * recurs. They come in the order in which they are due; those without a known due instant come last.
 * If something began more than once, only its last time is given, unless `every` is asked for.
 *
 * @throws {HistoryError} as `track` does.
 */
export type Obligations = (
  history: readonly HistoryEvent[],
  options: ObligationsOptions,
) => readonly Obligation[];

/** The parts of a policy that a ticket may begin. */
export interface ObligationParts {
  readonly targets: Readonly<Record<string, Target>>;
  readonly milestones: Readonly<Record<string, Milestones>>;
  readonly windows: Readonly<Record<string, Window>>;
  readonly recurrences: Readonly<Record<string, Recurrence>>;
}

/** The states of a policy, and whether others are ignored. */
type Words = Pick<Vocabulary, "states"> & Partial<Pick<Vocabulary, "ignoresUnknown">>;

/** What obligations take from their policy. */
export interface ObligationsContext {
  readonly definitions: {
    readonly milestones?: Readonly<Record<string, MilestonesDefinition>>;
    readonly windows?: Readonly<Record<string, WindowDefinition>>;
    readonly recurrences?: Readonly<Record<string, RecurrenceDefinition>>;
  };
  readonly parts: ObligationParts;
  readonly zone: Zone;
  readonly words: Words;
  readonly derive: readonly DerivedState[] | null;
}

/** Makes the parts of a policy ready to say which of them a history has begun. */
export function compileObligations(context: ObligationsContext): Obligations {
  const { definitions, parts, zone } = context;
  return (history, options) => {
    checkKeys(
      given(options),
      ["asOf", "facts", "ticket", "every", "kinds", "targets"],
      "obligations",
    );
    const { facts, ticket, every = false, kinds = KINDS, targets } = given(options);
    const asOfMs = asOfIn(options);
    const askedTargets = targetsNamed(targets, parts.targets);
    const words = { ...context.words, ignoresUnknown: ignoreUnknown(askedTargets) };
    const arrivals = readArrivals(history, { facts, ticket, asOfMs }, { ...context, words });
    const at: Place = {
      arrivals,
      asOfMs,
      every,
      instant: (ms) => DateTime.fromMillis(ms, { zone }),
    };
    const wanted = new Set(givenList("kinds", kinds, (kind) => oneOf("kind", kind, KINDS)));
    const only = <T>(kind: ObligationKind, all: T) => (wanted.has(kind) ? all : undefined);
    const asked = { asOf: asOfMs, ticket };
    const found = [
      ...Object.values(only("target", askedTargets) ?? {}).flatMap((target) =>
        targetObligation(target.track(history, asked), target, at),
      ),
      ...each(only("milestone", definitions.milestones), parts.milestones, (...part) =>
        milestoneObligations(...part, at),
      ),
      ...each(only("window", definitions.windows), parts.windows, (...part) =>
        windowObligations(...part, at),
      ),
      ...each(only("recurrence", definitions.recurrences), parts.recurrences, (...part) =>
        recurrenceObligations(...part, at),
      ),
    ];
    return Object.freeze(found.map(withNumbers).sort((a, b) => order(a) - order(b)));
  };
}

/** What the parts of a policy need to know of a history. */
export interface Place {
  readonly arrivals: readonly Arrival[];
  readonly asOfMs: number;
  readonly every: boolean;
  readonly instant: (ms: number) => DateTime;
}

function readArrivals(
  history: readonly HistoryEvent[],
  { facts, ticket, asOfMs }: Pick<ObligationsOptions, "facts" | "ticket"> & { asOfMs: number },
  { words, derive }: ObligationsContext,
): readonly Arrival[] {
  const events = readHistory(history, ticket);
  for (const { state, atMs, index } of events) {
    if (derive || atMs > asOfMs || state === undefined) continue;
    // Only the states are checked here; the targets check the rest.
    checkState(state, words, { ticket, index }, atMs);
  }
  return arrivalsOf(events, facts, derive, asOfMs);
}

/** Whether an unknown state is ignored: there are targets, and each of them ignores it. */
export function ignoreUnknown(targets: ObligationParts["targets"]): boolean {
  const all = Object.values(targets);
  return all.length > 0 && all.every(({ definition }) => definition.onUnknownState === "ignore");
}

/** The targets with those names. @throws {CoreHoursError} for an unknown one. */
function targetsNamed(
  names: readonly string[] | undefined,
  targets: ObligationParts["targets"],
): ObligationParts["targets"] {
  if (names === undefined) return targets;
  const found = givenList("targets", names, (name) => {
    const target = own(targets, name);
    if (target) return [name, target] as const;
    throw new CoreHoursError(
      "option-invalid",
      `${show(name)} is not a target of the policy; it has ${showNames(Object.keys(targets))}.`,
      { option: "targets", given: show(name) },
    );
  });
  return Object.fromEntries(found);
}

function each<D, P>(
  definitions: Readonly<Record<string, D>> | undefined,
  parts: Readonly<Record<string, P>>,
  make: (name: string, definition: D, part: P) => readonly ToldObligation[],
): ToldObligation[] {
  return Object.entries(definitions ?? {}).flatMap(([name, definition]) => {
    const part = parts[name] as P; // Every definition of a policy has been made ready.
    return make(name, definition, part);
  });
}

/** Its place in time: its due instant. An obligation without one comes after all others. */
function order({ dueAtMs }: Obligation): number {
  return dueAtMs ?? Number.MAX_SAFE_INTEGER;
}

function withNumbers({ nextChange, ...told }: ToldObligation): Obligation {
  return withMs({ ...told, nextChange: nextChange && withMs(nextChange) });
}
