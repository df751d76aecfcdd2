import * as z from "zod";
import { isJsonObject, type JsonObject, listIn, objectIn, own } from "../../input/json";
import { once } from "../../input/once";
import { type DefinitionProblem, under } from "../../input/problems";
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
  if (definition === undefined) return [];
  const { lines, order } = definition;
  return [
    ...Object.values(lines).flatMap(({ starts, moves }) => [
      ...starts,
      ...Object.entries(moves).flatMap(([from, to]) => [from, ...to]),
    ]),
    ...(order?.flatMap(({ comes, before, after, given }) =>
      [comes, before, after, given].filter((state) => state !== undefined),
    ) ?? []),
  ];
}

/** The names in a lifecycle that its policy does not have, and automatic moves that never end. */
export function lifecycleProblems(policy: JsonObject): DefinitionProblem[] {
  const lines = objectIn(objectIn(policy["lifecycle"])["lines"]);
  const owner = new Map<string, string>();
  return Object.entries(lines).flatMap(([name, line]) => {
    const path = ["lifecycle", "lines", name];
    const { starts, moves, ...timed } = objectIn(line);
    const known = objectIn(moves);
    return [
      ...unlisted(starts, known, [...path, "starts"]),
      ...Object.entries(known).flatMap(([from, to]) =>
        unlisted(to, known, [...path, "moves", from]),
      ),
      ...Object.keys(known).flatMap((state) => {
        const other = owner.get(state);
        owner.set(state, name);
        if (other === undefined) return [];
        const message = `${show(state)} is already a state of the line ${show(other)}`;
        return [{ path: [...path, "moves", state], message }];
      }),
      ...moveProblems(policy, timed, path, known),
    ];
  });
}

/** The states of a list that the moves of their line do not list. */
function unlisted(states: unknown, moves: JsonObject, path: readonly string[]) {
  return listIn(states).flatMap((state, i): DefinitionProblem[] => {
    if (typeof state !== "string" || Object.hasOwn(moves, state)) return [];
    const message = `${show(state)} given; expected a state that "moves" lists, with no moves where it ends the line`;
    return [{ path: [...path, i], message }];
  });
}

function moveProblems(
  policy: JsonObject,
  line: JsonObject,
  path: readonly string[],
  moves: JsonObject,
): DefinitionProblem[] {
  const all = (kind: "byThemselves" | "within", part: "milestone" | "window") =>
    listIn(line[kind]).flatMap((move, i) =>
      isJsonObject(move)
        ? under([...path, kind, i], problemsOf(move, part, { policy, moves }))
        : [],
    );
  return [
    ...all("byThemselves", "milestone"),
    ...all("within", "window"),
    ...under([...path, "byThemselves"], ownMoveProblems(listIn(line["byThemselves"]))),
  ];
}

/** A move that its line does not list, and the name of a part that its policy does not have. */
function problemsOf(
  move: JsonObject,
  part: "milestone" | "window",
  { policy, moves }: { readonly policy: JsonObject; readonly moves: JsonObject },
): DefinitionProblem[] {
  const { from, to, [part]: name, step } = move;
  const found: DefinitionProblem[] = [];
  if (!listIn(own(moves, String(from))).includes(to)) {
    const message = `a move from ${show(from)} to ${show(to)}, which "moves" does not list`;
    found.push({ path: [], message });
  }
  const named = own(objectIn(policy[`${part}s`]), String(name));
  if (named === undefined) {
    const message = `${show(name)} given; expected one of the ${part}s of the policy`;
    found.push({ path: [part], message });
  } else if (part === "milestone" && !hasStep(named, step)) {
    const message = `${show(step)} given; expected a step of ${show(name)}`;
    found.push({ path: ["step"], message });
  }
  return found;
}

function hasStep(milestones: unknown, id: unknown): boolean {
  return listIn(objectIn(milestones)["steps"]).some((step) => objectIn(step)["id"] === id);
}

/** A second automatic move from one state, and automatic moves that never come to an end. */
function ownMoveProblems(list: readonly unknown[]): DefinitionProblem[] {
  const next = new Map<unknown, unknown>();
  const second = list.flatMap((move, i): DefinitionProblem[] => {
    const { from, to } = objectIn(move);
    const isKnown = next.has(from);
    next.set(from, to);
    if (!isKnown) return [];
    const message = `${show(from)} already moves by itself; give one automatic move from each state`;
    return [{ path: [i, "from"], message }];
  });
  const start = [...next.keys()].find((state) => leadsRound(next, state));
  if (start === undefined) return second;
  const message = `automatic moves lead from ${show(start)} round in a circle`;
  return [...second, { path: [], message }];
}

function leadsRound(next: ReadonlyMap<unknown, unknown>, start: unknown): boolean {
  const passed = new Set<unknown>();
  let at = start;
  while (!passed.has(at)) {
    passed.add(at);
    at = next.get(at);
  }
  return at !== undefined;
}
