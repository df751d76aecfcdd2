import type * as z from "zod";
import { CoreHoursError } from "../timeline";
import { isJsonObject } from "./json";
import { didYouMean } from "./nearest";
import { readBy } from "./schema";
import { short, show } from "./show";

/** One thing wrong with a definition. */
export interface DefinitionProblem {
  /** Where it is, outermost key first, e.g. `["hours", "monday", 0]`. */
  readonly path: readonly (string | number)[];
  /** What was given there, what was expected, and where it helps, what to do. */
  readonly message: string;
}

/** How many problems a message has room for. */
const MOST_LINES = 50;

/** A definition is not one. Carries every problem found, not only the first. */
export class DefinitionError extends CoreHoursError {
  static override readonly kind: string = "DefinitionError";
  override readonly name = "DefinitionError";
  readonly problems: readonly DefinitionProblem[];

  /** @param what names the thing defined, e.g. `calendar "core"` */
  constructor(what: string, problems: readonly DefinitionProblem[]) {
    const lines = problems
      .slice(0, MOST_LINES)
      .map(({ path, message }) => `  ${formatPath(path)}: ${message}`);
    const more = problems.length - MOST_LINES;
    if (more > 0) lines.push(`  and ${more} more, all of them in its "problems"`);
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super("definition-invalid", `The ${what} has ${count}:\n${lines.join("\n")}`, { problems });
    this.problems = problems;
  }
}

/** A path the way one would write it in code: `hours.monday[0]`, `exceptions["2026-12-24"]`. */
export function formatPath(path: readonly (string | number)[]): string {
  if (path.length === 0) return "(the whole)";
  return path
    .map((step, i) => {
      if (typeof step === "number") return `[${step}]`;
      const name = short(step);
      if (!/^[A-Za-z_]\w*$/.test(step)) return `[${JSON.stringify(name)}]`;
      return i === 0 ? name : `.${name}`;
    })
    .join("");
}

/** What to call a definition in errors: its kind, and its id where it has one. */
export function nameOf(kind: string, definition: unknown): string {
  const id = isJsonObject(definition) ? definition["id"] : undefined;
  return typeof id === "string" ? `${kind} "${short(id)}"` : kind;
}

/** The same problems, of a part that lies at `path` in a larger definition. */
export function under(
  path: readonly (string | number)[],
  problems: readonly DefinitionProblem[],
): DefinitionProblem[] {
  return problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
}

/**
 * What a function gives; undefined if it refuses a definition, of which the problems are added to others, as those
 * of a part that lies at `path`.
 */
export function orProblems<T>(
  make: () => T,
  path: readonly (string | number)[],
  found: DefinitionProblem[],
): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    found.push(...under(path, error.problems));
    return undefined;
  }
}

/** Every problem a schema finds in a value, each with its path and what was given there. */
export function problemsIn(schema: z.ZodType, value: unknown): DefinitionProblem[] {
  try {
    const result = readBy(schema, value);
    return result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, value));
  } catch (error) {
    // Zod hands issues on as arguments, of which there is a most.
    if (!(error instanceof RangeError)) throw error;
    return [{ path: [], message: "more is wrong with it than can be listed" }];
  }
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, value: unknown): DefinitionProblem[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: unknownKey(key, knownOf(issue)),
      }));
    case "invalid_key":
      return [{ path, message: issue.issues.map(({ message }) => message).join("; ") }];
    case "invalid_union":
      return closestBranch(issue.errors, path, value) ?? [{ path, message: given(issue, value) }];
    default:
      return [{ path, message: given(issue, value) }];
  }
}

/** What is wrong with a key, and which of those that are known was probably meant. */
export function unknownKey(key: string, known: readonly string[]): string {
  return `unknown key; ${didYouMean(key, known)}`;
}

/** The keys that the schema of an object knows, which it leaves beside those it does not. */
function knownOf(issue: Issue): readonly string[] {
  const known: unknown = Reflect.get(issue, "known");
  return Array.isArray(known) ? known.map(String) : [];
}

/**
 * The problems of the one alternative that has the right shape at the top; of several, of the one that
 * has fewest.
 */
function closestBranch(
  branches: readonly (readonly Issue[])[],
  path: readonly (string | number)[],
  value: unknown,
): DefinitionProblem[] | undefined {
  const rightShape = branches.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 || issue.code !== "invalid_type"),
  );
  const inner = at(value, path);
  const found = rightShape
    .map((issues) => issues.flatMap((issue) => under(path, problemsOf(issue, inner))))
    .sort((a, b) => a.length - b.length);
  const [closest, next] = found;
  return closest?.length === next?.length ? undefined : closest;
}

function given(issue: Issue, value: unknown): string {
  const found = at(value, issue.path);
  return found === undefined
    ? `missing; ${issue.message}`
    : `${show(found)} given; ${issue.message}`;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let inner = value;
  for (const step of path) {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, step))
      return undefined;
    inner = Reflect.get(inner, step);
  }
  return inner;
}

/**
 * A value as a schema reads it.
 *
 * @param what names the thing read, for errors
 * @throws {DefinitionError} with every problem found.
 */
export function parsedBy<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const problems = problemsIn(schema, value);
  if (problems.length > 0) throw new DefinitionError(what, problems);
  const read = readBy(schema, value);
  if (read.success) return read.data;
  throw new DefinitionError(what, [{ path: [], message: "it cannot be read" }]);
}
