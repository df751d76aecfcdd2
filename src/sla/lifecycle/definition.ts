import * as z from "zod";
import { isJsonObject, type JsonObject } from "../../input/json";
import { once } from "../../input/once";
import type { DefinitionProblem } from "../../input/problems";
import { strictObject } from "../../input/schema";
import { show } from "../../input/show";

/**
 * A move that happens by itself, at a given length after the ticket entered the state that it leads
 * from.
 */
export interface OwnMove {
  readonly from: string;
  readonly to: string;
  /** The chain of the policy, and its step, that bring the move about. */
  readonly milestone: string;
  readonly step: string;
  readonly clause?: string;
}

/** A move that may be made while a window of the policy, counted from its state, is open. */
export interface TimedMove {
  readonly from: string;
  readonly to: string;
  readonly window: string;
  readonly clause?: string;
}

/** One line of states that a ticket goes along, beside other lines: an incident, or an escalation of it. */
export interface LineDefinition {
  readonly title?: string;
  readonly clause?: string;
  /** The states that it may begin in. */
  readonly starts: readonly string[];
  /** The states that may follow each state; a state that nothing follows ends the line. */
  readonly moves: Readonly<Record<string, readonly string[]>>;
  readonly byThemselves?: readonly OwnMove[];
  readonly within?: readonly TimedMove[];
}

/** A state that must come before another, or must follow it. */
export interface OrderDefinition {
  readonly id: string;
  readonly title: string;
  readonly clause?: string;
  /** The state that must have come. */
  readonly comes: string;
  /** The state that it comes before; or else `after` says what it follows. */
  readonly before?: string;
  readonly after?: string;
  /** A state without which the rule does not apply, such as an escalation before its originator is informed. */
  readonly given?: string;
  /** Severities to which the rule does not apply. */
  readonly exceptSeverities?: readonly string[];
}

/** The states of tickets, how they follow each other, and what must come before what. */
export interface LifecycleDefinition {
  readonly lines: Readonly<Record<string, LineDefinition>>;
  readonly order?: readonly OrderDefinition[];
}

const states = once(() => z.array(z.string().min(1)));
const clause = once(() => z.string().optional());

/** The zod schema of a policy's lifecycle. */
export const lifecycleSchema = once(() =>
  strictObject({
    lines: z.record(
      z.string(),
      strictObject({
        title: z.string().optional(),
        clause: clause(),
        starts: states().min(1, "expected at least one state to begin in"),
        moves: z.record(z.string(), states()),
        byThemselves: z
          .array(
            strictObject({
              from: z.string(),
              to: z.string(),
              milestone: z.string(),
              step: z.string(),
              clause: clause(),
            }),
          )
          .optional(),
        within: z
          .array(
            strictObject({
              from: z.string(),
              to: z.string(),
              window: z.string(),
              clause: clause(),
            }),
          )
          .optional(),
      }),
    ),
    order: z
      .array(
        strictObject({
          id: z.string(),
          title: z.string(),
          clause: clause(),
          comes: z.string(),
          before: z.string().optional(),
          after: z.string().optional(),
          given: z.string().optional(),
          exceptSeverities: z.array(z.string()).optional(),
        }).refine(({ before, after }) => (before === undefined) !== (after === undefined), {
          error: 'expected either "before" or "after"',
        }),
      )
      .optional(),
  }),
);

/** Every state that a lifecycle speaks of. */
export function lifecycleStates(definition: LifecycleDefinition | undefined): readonly string[] {
  const { lines = {}, order = [] } = definition ?? {};
  return [
    ...Object.values(lines).flatMap(({ starts, moves }) => [
      ...starts,
      ...Object.entries(moves).flatMap(([from, to]) => [from, ...to]),
    ]),
    ...order.flatMap(({ comes, before, after, given }) =>
      [comes, before, after, given].filter((state) => state !== undefined),
    ),
  ];
}

/** The names in a lifecycle that its policy does not have, and automatic moves that never end. */
export function lifecycleProblems(policy: JsonObject): DefinitionProblem[] {
  const lifecycle = policy["lifecycle"];
  const lines = isJsonObject(lifecycle) ? lifecycle["lines"] : undefined;
  if (!isJsonObject(lines)) return [];
  const owner = new Map<string, string>();
  return Object.entries(lines).flatMap(([name, line]) => {
    if (!isJsonObject(line)) return [];
    const path = ["lifecycle", "lines", name];
    const moves = isJsonObject(line["moves"]) ? line["moves"] : {};
    const known = new Set(Object.keys(moves));
    const targets = Object.entries(moves).flatMap(([from, to]) =>
      (Array.isArray(to) ? to : []).map((state, i) => ({
        state,
        path: [...path, "moves", from, i],
      })),
    );
    const starts = (Array.isArray(line["starts"]) ? line["starts"] : []).map((state, i) => ({
      state,
      path: [...path, "starts", i],
    }));
    return [
      ...[...starts, ...targets]
        .filter(({ state }) => typeof state === "string" && !known.has(state))
        .map(({ state, path: at }) => ({
          path: at,
          message: `${show(state)} given; expected a state that "moves" lists, with no moves where it ends the line`,
        })),
      ...[...known].flatMap((state) => {
        const other = owner.get(state);
        owner.set(state, name);
        if (other === undefined) return [];
        const message = `${show(state)} is already a state of the line ${show(other)}`;
        return [{ path: [...path, "moves", state], message }];
      }),
      ...moveProblems(policy, line, path, moves),
    ];
  });
}

function moveProblems(
  policy: JsonObject,
  line: JsonObject,
  path: readonly string[],
  moves: JsonObject,
): DefinitionProblem[] {
  const found: DefinitionProblem[] = [];
  const next = new Map<string, string>();
  const each = (kind: "byThemselves" | "within", part: "milestone" | "window") => {
    const list = Array.isArray(line[kind]) ? line[kind] : [];
    const parts = policy[`${part}s`];
    for (const [i, move] of list.entries()) {
      if (!isJsonObject(move)) continue;
      const { from, to } = move;
      const allowed = typeof from === "string" ? moves[from] : undefined;
      if (!Array.isArray(allowed) || !allowed.includes(to)) {
        const message = `a move from ${show(from)} to ${show(to)}, which "moves" does not list`;
        found.push({ path: [...path, kind, i], message });
      }
      if (!isJsonObject(parts) || !Object.hasOwn(parts, String(move[part]))) {
        const message = `${show(move[part])} given; expected one of the ${part}s of the policy`;
        found.push({ path: [...path, kind, i, part], message });
      } else if (part === "milestone" && !hasStep(parts[String(move[part])], move["step"])) {
        const message = `${show(move["step"])} given; expected a step of ${show(move[part])}`;
        found.push({ path: [...path, kind, i, "step"], message });
      }
      if (kind === "byThemselves") next.set(String(from), String(to));
    }
  };
  each("byThemselves", "milestone");
  each("within", "window");
  for (const start of next.keys()) {
    let at: string | undefined = start;
    for (let moved = 0; at !== undefined && moved <= next.size; moved++) at = next.get(at);
    if (at === undefined) continue;
    const message = `automatic moves lead from ${show(start)} round in a circle`;
    return [...found, { path: [...path, "byThemselves"], message }];
  }
  return found;
}

function hasStep(milestones: unknown, step: unknown): boolean {
  const steps = isJsonObject(milestones) ? milestones["steps"] : undefined;
  return Array.isArray(steps) && steps.some((each) => isJsonObject(each) && each["id"] === step);
}
