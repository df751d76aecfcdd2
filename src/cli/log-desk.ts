import { SERVICES } from "../index";
import { deskByColumn, type NamedPolicy, NOBODY } from "../tickets/log/desk/by-column";
import { deskByFields, fieldsOf } from "../tickets/log/desk/by-fields";
import { ChosenPolicies } from "../tickets/log/desk/chosen-policies";
import { readFacts } from "../tickets/log/desk/facts";
import type { LogDesk } from "../tickets/log/desk/log-desk";
import { instantReader } from "../tickets/log/instants";
import type { Mapping } from "../tickets/log/mapping";
import { NAMES, type Policy, type PolicyOptions } from "../tickets/log/policies";
import { InputError } from "../tickets/log/problems";
import { counted } from "../words/amounts";
import { plainName } from "../words/plain-name";
import { quoted } from "../words/printable";
import type { Reopenable } from "./files";
import { type GivenPolicies, givenPolicies } from "./policy-file";
import type { Terminal } from "./terminal";

/** What the command line says of the columns that tell the policy of a ticket. */
export type PolicyBy = readonly string[];

/** What a log is judged by: one policy, the policy that each row names, or a desk. */
export interface Judging {
  readonly given: GivenPolicies;
  readonly by: PolicyBy;
  readonly options: PolicyOptions;
}

/**
 * The desk that a log is judged by; null if one policy judges all of it, or if each row names a service.
 *
 * @throws {InputError} if it is not clear by which column to choose
 */
async function logDeskOf(
  { given, by, options }: Judging,
  mapping: Mapping,
  path: string,
): Promise<LogDesk | null> {
  if (given.kind === "desk") {
    const columns = { ...mapping.fields, ...fieldColumns(by) };
    return deskByFields(given.desk, given.policies, columns);
  }
  if (given.kind === "one") {
    if (by.length === 0) return null;
    throw new InputError(
      `--policy-by ${quoted(by[0] ?? "")}: one policy judges every ticket; give the others with --policy too, or name the text that it is for, such as --policy "NHS Mail=nhsmail"`,
    );
  }
  const column = columnBy(by) ?? mapping.policy;
  if (given.kind === "by-row") {
    if (by.length === 0 && mapping.policies === undefined) return null;
    const all = await givenPolicies(
      SERVICES.map(({ id }) => id),
      options,
    );
    return deskByColumn(checked(column, path), all.policies, namedIn(mapping, all.policies));
  }
  const { policies, named } = given;
  return deskByColumn(checked(column, path), policies, [
    ...namedIn(mapping, policies).filter(([text]) => !isNamed(text, named)),
    ...named,
  ]);
}

/** The columns by which policies may be chosen, beside that of the mapping. */
export function columnsToChoose(given: GivenPolicies, by: PolicyBy): readonly string[] {
  const named = by.map((text) =>
    given.kind === "desk" ? text.slice(text.indexOf("=") + 1) : text,
  );
  return given.kind === "desk" ? [...fieldsOf(given.desk), ...named] : named;
}

/** What the texts of the mapping mean among some policies. */
function namedIn({ policies: texts = {} }: Mapping, policies: readonly Policy[]): NamedPolicy[] {
  return Object.entries(texts).flatMap(([text, name]): NamedPolicy[] => {
    if (name === null) return [[text, null]];
    const policy = policies.find(
      ({ id, sla }) => id === name || plainName(sla.title) === plainName(name),
    );
    return policy ? [[text, policy]] : [];
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

function columnBy(by: PolicyBy): string | undefined {
  const [column, another] = by;
  if (another === undefined) return column;
  throw new InputError(
    `--policy-by ${quoted(another)}: one column names the policies, and that is ${quoted(column ?? "")}; a desk file chooses by several`,
  );
}

/** The columns of the fields of a desk, as `customer=Kunde`. */
export function fieldColumns(by: PolicyBy): Record<string, string> {
  const columns = by.map((text): [string, string] => {
    const at = text.indexOf("=");
    if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
    throw new InputError(
      `--policy-by ${quoted(text)}: a desk chooses by its fields; name the column of a field, such as --policy-by ${quoted(`customer=${text}`)}`,
    );
  });
  return Object.fromEntries(columns);
}

/** A log whose tickets get a policy each. */
export interface LogToChoose {
  /** What messages call it. */
  readonly path: string;
  readonly file: Reopenable;
  readonly mapping: Mapping;
  /** The instant of the report, epoch milliseconds. */
  readonly asOfMs: number;
}

/** The policy of each ticket of a log, and what was said of the policies, answers included. */
export interface Choice {
  readonly desk: LogDesk;
  readonly chosen: ChosenPolicies;
  readonly given: GivenPolicies;
}

/**
 * Reads through a file to choose the policy of each of its tickets. If a column names the policies, texts of
 * it that mean none are asked about at the terminal.
 *
 * @returns null if one policy judges all of it, or if each row names a service
 * @throws {InputError} if it is not clear by which column to choose, or if the file lacks it
 */
export async function chosenIn(
  { path, file, mapping, asOfMs }: LogToChoose,
  judging: Judging,
  ask: Terminal["ask"],
): Promise<Choice | null> {
  const desk = await logDeskOf(judging, mapping, path);
  if (!desk) return null;
  const facts = await readFacts(await file.open(), {
    mapping: { ...mapping, policy: undefined },
    readInstant: instantReader(mapping.at),
    columns: desk.columns,
    asOfMs,
  });
  const chosen = new ChosenPolicies(desk, facts);
  const { given } = judging;
  if (!ask || given.kind !== "several") return { desk, chosen, given };
  const named = [...given.named, ...(await askedTexts(chosen.unknownTexts(), given.policies, ask))];
  const answered = { ...given, named };
  const asked = await logDeskOf({ ...judging, given: answered }, mapping, path);
  return asked && { desk: asked, chosen: new ChosenPolicies(asked, facts), given: answered };
}

/** The most texts that are asked about; a column with more of them hardly names policies. */
const MOST_ASKED = 20;

/** Asks which policy each text means. Without an answer its tickets have no policy. */
async function askedTexts(
  texts: ReadonlyMap<string, number>,
  policies: readonly Policy[],
  ask: NonNullable<Terminal["ask"]>,
): Promise<NamedPolicy[]> {
  if (texts.size > MOST_ASKED) return [];
  const answers = [...policies.map(({ id }) => id), NOBODY];
  const choices = answers.map((answer, i) => `${i + 1}) ${answer}`).join(" ");
  const named: NamedPolicy[] = [];
  for (const [text, tickets] of texts) {
    const typed = await ask(
      `${quoted(text)} (${counted(tickets, "ticket")}) is not one of the policies given. Which does it mean? ${choices} `,
    );
    const answer = answers[Number(typed.trim()) - 1] ?? typed.trim();
    const policy = policies.find(({ id }) => id === answer);
    if (policy || answer === NOBODY) named.push([text, policy ?? null]);
  }
  return named;
}
