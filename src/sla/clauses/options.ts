import * as z from "zod";
import { mergePatch, own } from "../../input/json";
import { once } from "../../input/once";
import { DefinitionError, type DefinitionProblem } from "../../input/problems";
import { strictObject } from "../../input/schema";
import { show, showNames } from "../../input/show";

/** One reading of a clause that has several. */
export interface OptionValue {
  /** The reading, in words. */
  readonly reading: string;
  /** The change it makes to the policy, as a JSON Merge Patch (RFC 7386); no change if omitted. */
  readonly patch?: Readonly<Record<string, unknown>>;
}

/** An ambiguity of a policy's source: the possible readings, and the default. */
export interface OptionDefinition {
  readonly title: string;
  /** The clauses that the ambiguity is about. */
  readonly clauses?: readonly string[];
  readonly default: string;
  readonly values: Readonly<Record<string, OptionValue>>;
}

/** The most options a policy may have. The limit exists because each option patches the whole policy. */
const MOST_OPTIONS = 100;

const option = once(() =>
  strictObject({
    title: z.string(),
    clauses: z.array(z.string()).optional(),
    default: z.string(),
    values: z.record(
      z.string(),
      strictObject({
        reading: z.string(),
        patch: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
  }).refine((option) => Object.hasOwn(option.values, option.default), {
    path: ["default"],
    error: "expected one of its values",
  }),
);

/** The zod schema of the options of a policy. */
export const optionsSchema = once(() =>
  z.record(z.string(), option()).refine((options) => Object.keys(options).length <= MOST_OPTIONS, {
    error: `expected at most ${MOST_OPTIONS} options`,
  }),
);

/** The value that is chosen for each option. */
export type Chosen = Readonly<Record<string, string>>;

/**
 * A policy with the chosen readings applied, and the value of each of its options.
 *
 * @param options the policy's options, checked against {@link optionsSchema}
 * @throws {DefinitionError} for an option or a value that the policy does not have.
 */
export function applyOptions(
  policy: unknown,
  options: Readonly<Record<string, OptionDefinition>>,
  chosen: Readonly<Record<string, string | undefined>>,
): { readonly policy: unknown; readonly chosen: Chosen } {
  const made = Object.fromEntries(
    Object.entries(chosen).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const problems = problemsWith(options, made);
  if (problems.length > 0) throw new DefinitionError("choice of options", problems);
  const all = Object.entries(options).map(
    ([name, option]) => [name, own(made, name) ?? option.default] as const,
  );
  const patched = all.reduce(
    (patched, [name, value]) => mergePatch(patched, options[name]?.values[value]?.patch ?? {}),
    policy,
  );
  return { policy: patched, chosen: Object.fromEntries(all) };
}

function problemsWith(
  options: Readonly<Record<string, OptionDefinition>>,
  chosen: Chosen,
): DefinitionProblem[] {
  return Object.entries(chosen).flatMap(([name, value]) => {
    const option = own(options, name);
    if (!option) {
      const message = `unknown option; the policy has ${showNames(Object.keys(options))}`;
      return [{ path: [name], message }];
    }
    if (typeof value === "string" && Object.hasOwn(option.values, value)) return [];
    const message = `${show(value)} given; expected ${showNames(Object.keys(option.values))}`;
    return [{ path: [name], message }];
  });
}
