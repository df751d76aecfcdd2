import * as z from "zod";
import { $constructor, $ZodObject } from "zod/v4/core";
import { isJsonObject } from "./json";

type ReadObject = z.ZodType & $ZodObject;

/**
 * Schemas of objects that are read as they are, without code written for them.
 *
 * Zod's own object asks as it is made whether code may be written at run time, which a page with a
 * strict content security policy reports as a violation. This one never asks, and names the keys it
 * knows beside those that it does not.
 */
const ReadObject = $constructor<ReadObject>("ZodObject", (inst, def) => {
  $ZodObject.init(inst, def);
  z.ZodType.init(inst, def);
  Object.defineProperty(inst, "shape", { value: def.shape });
  const parse = inst._zod.parse;
  inst._zod.parse = (payload, context) => {
    const result = parse(payload, context);
    for (const issue of payload.issues) {
      if (issue.code === "unrecognized_keys" && issue.inst === inst) {
        Object.assign(issue, { known: Object.keys(def.shape) });
      }
    }
    return result;
  };
});

/** The schema of an object of some shape. */
export interface ObjectSchema<S extends z.core.$ZodLooseShape, C extends z.core.$ZodObjectConfig>
  extends z.ZodType<z.output<z.ZodObject<S, C>>, z.input<z.ZodObject<S, C>>> {
  readonly shape: S;
}

/**
 * The schema of an object that has these keys and no others.
 *
 * @param expected what to say of a value that is not an object
 */
export function strictObject<S extends z.core.$ZodLooseShape>(
  shape: S,
  expected = "expected an object",
): ObjectSchema<S, z.core.$strict> {
  return objectOf(shape, expected, z.never());
}

/** The schema of an object that has these keys, among others. */
export function looseObject<S extends z.core.$ZodLooseShape>(
  shape: S,
  expected = "expected an object",
): ObjectSchema<S, z.core.$loose> {
  return objectOf(shape, expected, z.unknown());
}

function objectOf<S extends z.core.$ZodLooseShape, C extends z.core.$ZodObjectConfig>(
  shape: S,
  expected: string,
  catchall: z.ZodType,
): ObjectSchema<S, C> {
  const made = new ReadObject({ type: "object", shape, catchall, error: () => expected });
  // It has its shape, and reads values of it.
  return made as unknown as ObjectSchema<S, C>;
}

/** Reports a problem of a value at a path within it, for a schema that asks about the value as a whole. */
export function reporterOf(
  context: z.core.$RefinementCtx,
): (path: (string | number)[], message: string) => void {
  return (path, message) => context.addIssue({ code: "custom", path, message });
}

/** What a value was read as, or the issues that keep it from being read. */
export type Read<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: z.ZodError<T> };

/**
 * Reads a value by a schema, whatever an application has set in zod's global configuration: no code is
 * written at run time, and the messages are the library's own.
 */
export function readBy<T>(schema: z.ZodType<T>, value: unknown): Read<T> {
  return schema.safeParse(value, { jitless: true, error: messageOf });
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

/** What was expected, where a schema does not say it itself. */
function messageOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.expected === "number" && typeof issue.input === "number") {
        return "expected a finite number";
      }
      return `expected ${KINDS[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `expected ${issue.values.length === 1 ? "" : "one of "}${issue.values.map((value) => JSON.stringify(value)).join(", ")}`;
    case "too_small":
      return `expected ${bounded(issue.origin, issue.inclusive === false ? "more than" : "at least", Number(issue.minimum))}`;
    case "too_big":
      return `expected ${bounded(issue.origin, issue.inclusive === false ? "less than" : "at most", Number(issue.maximum))}`;
    case "unrecognized_keys":
      return "unknown key";
    case "invalid_key":
      return "expected another key";
    default:
      return isJsonObject(issue) && issue.code === "invalid_format"
        ? `expected ${issue.format}`
        : "expected another value";
  }
}

function bounded(origin: string, how: string, bound: number): string {
  const unit = origin === "string" ? "character" : origin === "array" ? "item" : undefined;
  if (unit === undefined) return `a number of ${how} ${bound}`;
  return `${how} ${bound} ${unit}${bound === 1 ? "" : "s"}`;
}
