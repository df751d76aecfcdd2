import { type NamedPolicy, NOBODY } from "../tickets/log/desk/by-column";
import type { ChosenPolicies } from "../tickets/log/desk/chosen-policies";
import { type Choosing, chosenBy, type Judging, logDeskOf } from "../tickets/log/desk/desk-of";
import type { GivenPolicies } from "../tickets/log/desk/given";
import type { LogDesk } from "../tickets/log/desk/log-desk";
import type { Mapping } from "../tickets/log/mapping";
import type { Policy } from "../tickets/log/policies";
import { InputError } from "../tickets/log/problems";
import { counted } from "../words/amounts";
import { quoted } from "../words/printable";
import type { Reopenable } from "./files";
import type { Terminal } from "./terminal";

/** What the command line says of the columns that tell the policy of a ticket. */
export type PolicyBy = readonly string[];

/**
 * The columns that the command line names, as the policies given take them: one column, or for a desk the
 * columns of its fields, as `customer=Kunde`.
 *
 * @throws {InputError} if the policies given are not chosen so
 */
export function choosingOf(given: GivenPolicies, by: PolicyBy): Choosing {
  const [column, another] = by;
  if (column === undefined) return {};
  if (given.kind === "desk") return { fields: fieldColumns(by) };
  if (given.kind === "one") {
    throw new InputError(
      `--policy-by ${quoted(column)}: one policy judges every ticket; give the others with --policy too, or name the text that it is for, such as --policy "NHS Mail=nhsmail"`,
    );
  }
  if (another === undefined) return { column };
  throw new InputError(
    `--policy-by ${quoted(another)}: one column names the policies, and that is ${quoted(column)}; a desk file chooses by several`,
  );
}

/** The columns of the fields of a desk, as `customer=Kunde`. */
function fieldColumns(by: PolicyBy): Record<string, string> {
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
  const desk = logDeskOf(judging, mapping, path);
  if (!desk) return null;
  const remedy = "name the column with --policy-by";
  const chosen = await chosenBy(desk, await file.open(), { mapping, asOfMs, remedy });
  const { given } = judging;
  if (!ask || given.kind !== "several") return { desk, chosen, given };
  const named = [...given.named, ...(await askedTexts(chosen.unknownTexts(), given.policies, ask))];
  const answered = { ...given, named };
  const asked = logDeskOf({ ...judging, given: answered }, mapping, path);
  return asked && { desk: asked, chosen: chosen.underDesk(asked), given: answered };
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
