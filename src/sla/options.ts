import { z } from "zod";
import { DefinitionError, type DefinitionProblem } from "../calendar/definition-error";
import { own } from "../calendar/own";
import { show } from "../calendar/show";
import { mergePatch } from "./merge-patch";

/** One way of reading a clause that can be read in several. */
export interface OptionValue {
  /** The reading, in words. */
  readonly reading: string;
  /** What it changes in the policy, as a JSON Merge Patch (RFC 7386); nothing if not given. */
  readonly patch?: Readonly<Record<string, unknown>>;
}

/** An ambiguity of a policy's source: the readings there are, and the one taken by default. */
export interface OptionDefinition {
  readonly title: string;
  /** The clauses that it is about. */
  readonly clauses?: readonly string[];
  readonly default: string;
  readonly values: Readonly<Record<string, OptionValue>>;
}

/** The zod schema of the options of a policy. */
export const optionsSchema = z.record(
  z.string(),
  z.strictObject({
    title: z.string(),
    clauses: z.array(z.string()).optional(),
    default: z.string(),
    values: z.record(
      z.string(),
      z.strictObject({
        reading: z.string(),
        patch: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
  }),
);

/** The value chosen for each option. */
export type Chosen = Readonly<Record<string, string>>;

/**
 * A policy with the chosen readings put in, and the value that each of its options has.
 *
 * @param options the policy's options, checked against {@link optionsSchema}
 * @throws {DefinitionError} for an option or a value that the policy does not have.
 */
export function applyOptions(
  policy: unknown,
  options: Readonly<Record<string, OptionDefinition>>,
  chosen: Chosen,
): { readonly policy: unknown; readonly chosen: Chosen } {
  const made = Object.entries(chosen).filter(([, value]) => value !== undefined);
  const problems = problemsWith(options, Object.fromEntries(made));
  if (problems.length > 0) throw new DefinitionError("choice of options", problems);
  const all = Object.entries(options).map(
    ([name, option]) => [name, chosen[name] ?? option.default] as const,
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
      const message = `unknown option; the policy has ${Object.keys(options).join(", ") || "none"}`;
      return [{ path: [name], message }];
    }
    if (Object.hasOwn(option.values, value)) return [];
    const message = `${show(value)} given; expected ${Object.keys(option.values).join(", ")}`;
    return [{ path: [name], message }];
  });
}
