import { plainName } from "../../../words/plain-name";
import { quoted } from "../../../words/printable";
import type { ByteSource } from "../bytes";
import { instantReader } from "../instants";
import type { Mapping } from "../mapping";
import { NAMES, type Policy, type PolicyOptions } from "../policies";
import { InputError } from "../problems";
import { deskByColumn, type NamedPolicy } from "./by-column";
import { deskByFields, fieldsOf } from "./by-fields";
import { ChosenPolicies } from "./chosen-policies";
import { readFacts } from "./facts";
import { type GivenPolicies, servicesGiven } from "./given";
import type { LogDesk } from "./log-desk";

/** The columns that say whose a ticket is, beside those of the mapping. */
export interface Choosing {
  /** The column whose texts name the policies. */
  readonly column?: string | undefined;
  /** The columns of the fields by which a desk chooses. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
}

/** What a log is judged by: one policy, the policy that each row names, or a desk. */
export interface Judging {
  readonly given: GivenPolicies;
  readonly by: Choosing;
  readonly options: PolicyOptions;
}

/**
 * The desk that a log is judged by; null if one policy judges all of it, or if each row names a service.
 *
 * One policy judges all of it only if the mapping does not say what texts mean: those that mean another
 * policy have none.
 *
 * @param path what messages call the log
 * @throws {InputError} if it is not clear by which column to choose
 */
export function logDeskOf(
  { given, by, options }: Judging,
  mapping: Mapping,
  path: string,
): LogDesk | null {
  const { column = mapping.policy } = by;
  const { policies } = given;
  switch (given.kind) {
    case "desk":
      return deskByFields(given.desk, policies, { ...mapping.fields, ...by.fields });
    case "one":
      if (mapping.policies === undefined || column === undefined) return null;
      return deskByColumn(column, policies, meaningsIn(mapping, policies));
    case "by-row": {
      if (by.column === undefined && mapping.policies === undefined) return null;
      const all = servicesGiven(options).policies;
      return deskByColumn(checked(column, path), all, meaningsIn(mapping, all));
    }
    case "several":
      return deskByColumn(checked(column, path), policies, [
        ...meaningsIn(mapping, policies).filter(([text]) => !isNamed(text, given.named)),
        ...given.named,
      ]);
  }
}

/** A log whose tickets get a policy each. */
export interface LogToChoose {
  readonly mapping: Mapping;
  /** The instant of the report, epoch milliseconds. */
  readonly asOfMs: number;
  /** What to do if the file lacks a column to choose by. */
  readonly remedy: string;
}

/**
 * Reads through a file to choose the policy of each of its tickets.
 *
 * @throws {InputError} if the file lacks a column to choose by
 */
export async function chosenBy(
  desk: LogDesk,
  source: ByteSource,
  { mapping, asOfMs, remedy }: LogToChoose,
): Promise<ChosenPolicies> {
  const facts = await readFacts(source, {
    mapping: { ...mapping, policy: undefined },
    readInstant: instantReader(mapping.at),
    columns: desk.columns,
    asOfMs,
    remedy,
  });
  return new ChosenPolicies(desk, facts);
}

/** The columns by which policies may be chosen, beside that of the mapping. */
export function columnsToChoose(given: GivenPolicies, { column, fields = {} }: Choosing): string[] {
  const own = given.kind === "desk" ? fieldsOf(given.desk) : [];
  return [...own, ...(column === undefined ? [] : [column]), ...Object.values(fields)];
}

/** What a reader should know of how the policies were chosen. */
export function choosingNotes({ kind }: GivenPolicies, { fields }: Mapping): string[] {
  if (kind === "desk" || fields === undefined) return [];
  const columns = Object.values(fields).map(quoted).join(", ");
  return [
    `its mapping has ${columns} for a desk to choose by, and no desk is given: they change nothing`,
  ];
}

/** A mapping that says by which columns policies are chosen, and what their texts mean. */
export function withPolicyColumns(mapping: Mapping, given: GivenPolicies, by: Choosing): Mapping {
  const { column = mapping.policy, fields = {} } = by;
  if (given.kind === "desk") {
    const all = { ...mapping.fields, ...fields };
    return Object.keys(all).length === 0 ? mapping : { ...mapping, fields: all };
  }
  const named = given.kind === "several" ? given.named : [];
  const texts = Object.fromEntries(
    named.map(([text, policy]) => [
      text,
      typeof policy === "string" ? policy : (policy?.id ?? null),
    ]),
  );
  const isSaid = by.column !== undefined || named.length > 0;
  return {
    ...mapping,
    ...(column === undefined ? {} : { policy: column }),
    ...(isSaid ? { policies: { ...mapping.policies, ...texts } } : {}),
  };
}

/** What the texts of the mapping mean: one of some policies, or the name of one that is not among them. */
function meaningsIn({ policies: texts = {} }: Mapping, policies: readonly Policy[]): NamedPolicy[] {
  return Object.entries(texts).map(([text, name]): NamedPolicy => {
    const policy = policies.find(
      ({ id, sla }) => id === name || plainName(sla.title) === plainName(name ?? ""),
    );
    return [text, policy ?? name];
  });
}

function isNamed(text: string, named: readonly NamedPolicy[]): boolean {
  return named.some(([other]) => plainName(other) === plainName(text));
}

function checked(column: string | undefined, path: string): string {
  if (column !== undefined) return column;
  throw new InputError(
    `${path}: no column is known to name the policy of each ticket; say with --policy-by which does, or give one --policy to judge by, one of ${NAMES} or a JSON file`,
  );
}
