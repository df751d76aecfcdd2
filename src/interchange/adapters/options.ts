import { isJsonObject } from "../../input/json";
import { checkKeys } from "../../input/options";
import { show } from "../../input/show";
import { CoreHoursError } from "../../timeline";

/**
 * The words of a policy by the words of another system: `{ "In Progress": "in-progress" }`. A word
 * that is null means nothing to the policy.
 */
export type WordMap = Readonly<Record<string, string | null>>;

/** A field of another system, if it is not the usual one, and the words of the policy for its values. */
export interface MappedField {
  /** What the other system calls the field. */
  readonly field: string;
  /** The words of the policy by the values of the field. By default the values are the words. */
  readonly values?: WordMap | undefined;
}

/** How the audit log of another system is read in the words of a policy. */
export interface AuditLogOptions {
  /**
   * The policy's states by the system's statuses. If not given, the statuses are the states; if null,
   * no states are read.
   */
  readonly status?: WordMap | MappedField | null | undefined;
  /**
   * The policy's severities by the system's priorities. If not given, the priorities are the
   * severities; if null, no severities are read.
   */
  readonly priority?: WordMap | MappedField | null | undefined;
  /** Where the policy's fields come from, by their names in the policy: `{ group: "assignment_group" }`. */
  readonly fields?: Readonly<Record<string, string | MappedField>> | undefined;
}

/** A field that is wanted from a log. */
export interface Want {
  readonly kind: "state" | "severity" | "field";
  /** Where it was asked for, for errors: `status`, `fields.group`. */
  readonly option: string;
  /** What the policy calls it, if it is a field. */
  readonly name: string;
  /** What the other system calls it. */
  readonly field: string;
  /** Whether the caller named the field, which may then be any field of that name. */
  readonly isNamed: boolean;
  readonly values: WordMap | undefined;
}

/** What a system calls its status and its priority. */
export interface UsualFields {
  readonly status: string;
  readonly priority: string;
}

const KNOWN = ["status", "priority", "fields"] as const;

/**
 * The fields that checked options want from a log.
 *
 * @param what the function that takes the options, for errors
 * @param more the names of options that only this system has
 * @throws {CoreHoursError} `options-invalid`, or `option-unknown` or `option-invalid`, naming the option.
 */
export function wantsOf(
  options: AuditLogOptions | null | undefined,
  usual: UsualFields,
  what: string,
  more: readonly string[] = [],
): readonly Want[] {
  const given: unknown = options ?? {};
  if (!isJsonObject(given)) {
    throw new CoreHoursError(
      "options-invalid",
      `${show(given)} given as options; give an object such as { status: { "In Progress": "in-progress" } }.`,
      { given: show(given) },
    );
  }
  checkKeys(given, [...KNOWN, ...more], what);
  const { status, priority, fields } = given;
  return [
    ...wantOf("state", "status", status, usual.status),
    ...wantOf("severity", "priority", priority, usual.priority),
    ...fieldsOf(fields),
  ];
}

/** An option that cannot be read. */
export function invalid(option: string, given: unknown, why: string): CoreHoursError {
  return new CoreHoursError("option-invalid", `${show(given)} given as "${option}": ${why}.`, {
    option,
    given: show(given),
  });
}

function wantOf(
  kind: "state" | "severity",
  option: "status" | "priority",
  given: unknown,
  usual: string,
): readonly Want[] {
  if (given === null) return [];
  const want = { kind, option, name: option } as const;
  if (given === undefined) return [{ ...want, field: usual, isNamed: false, values: undefined }];
  if (isMappedField(given)) return [{ ...want, ...mappedField(option, given) }];
  return [{ ...want, field: usual, isNamed: false, values: wordMap(option, given) }];
}

function fieldsOf(given: unknown): readonly Want[] {
  if (given === undefined) return [];
  if (!isJsonObject(given)) {
    throw invalid("fields", given, 'expected an object such as { group: "assignment_group" }');
  }
  return Object.entries(given).map(([name, from]) => {
    const option = `fields.${name}`;
    const want = { kind: "field", option, name } as const;
    if (typeof from === "string") {
      return { ...want, field: from, isNamed: true, values: undefined };
    }
    return { ...want, ...mappedField(option, from) };
  });
}

/** Whether a value names a field. A map of words may have these keys too, but with words as their values. */
function isMappedField(given: unknown): boolean {
  return (
    isJsonObject(given) &&
    typeof given["field"] === "string" &&
    Object.keys(given).every((key) => key === "field" || key === "values") &&
    typeof given["values"] !== "string"
  );
}

function mappedField(option: string, given: unknown): Pick<Want, "field" | "isNamed" | "values"> {
  if (!isJsonObject(given) || !isMappedField(given)) {
    throw invalid(
      option,
      given,
      'expected the name of a field, or { field: "priority", values: { "1": "high" } }',
    );
  }
  const { field, values } = given;
  return {
    field: String(field),
    isNamed: true,
    values: values === undefined ? undefined : wordMap(`${option}.values`, values),
  };
}

function wordMap(option: string, given: unknown): WordMap {
  if (!isJsonObject(given)) {
    throw invalid(option, given, 'expected a map such as { "In Progress": "in-progress" }');
  }
  const words = Object.entries(given).map(([theirs, ours]) => {
    if (typeof ours === "string" || ours === null) return [theirs, ours] as const;
    throw invalid(`${option}.${theirs}`, ours, "expected a word of the policy, or null");
  });
  return Object.fromEntries(words);
}
