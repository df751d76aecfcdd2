import { createHash, type Hash } from "node:crypto";
import { type Choosing, choosingNotes, columnsToChoose } from "../tickets/log/desk/desk-of";
import { type GivenPolicies, zoneOf } from "../tickets/log/desk/given";
import { instantReader } from "../tickets/log/instants";
import { type Mapping, OWN_MAPPING } from "../tickets/log/mapping";
import { type ChoosePolicy, NAMES } from "../tickets/log/policies";
import { describeProblems, InputError } from "../tickets/log/problems";
import { readLog } from "../tickets/log/read-log";
import { TicketLog } from "../tickets/log/ticket-log";
import { mappingOf } from "../tickets/understanding/mapping-of";
import { takenForNotes } from "../tickets/understanding/say";
import { printable } from "../words/printable";
import type { Options } from "./breaches/options";
import { openBytes, type Reopenable, reopenable } from "./files";
import { choosingOf, chosenIn } from "./log-desk";
import { mapBeside, readMapping } from "./mapping-file";
import { givenPolicies } from "./policy-file";
import { progressBar } from "./progress";
import type { ReadingOptions } from "./reading-options";
import { chooseAsOf, isSample, SAMPLE, sampleChoices, sampleNotes } from "./sample";
import { takenFor } from "./taken-for";
import type { Terminal } from "./terminal";

/** A log that has been read. */
export interface OpenedLog {
  readonly log: TicketLog;
  /** What messages call it. */
  readonly source: string;
  /** The instant to judge it at, epoch milliseconds. */
  readonly asOfMs: number;
  /** The SHA-256 of the file's bytes as they are stored, in hexadecimal digits. */
  readonly sha256: string;
}

type OpenOptions = Pick<Options, "file" | "asOf" | "policy" | "reading"> &
  Partial<Pick<Options, "policyBy" | "targets" | "choices" | "keep" | "claims">>;

/**
 * Reads the log that the command line names, or the sample. It reads by the mapping that is given or lies
 * beside the policy; without one, by what it takes the columns for.
 *
 * @throws {InputError} if no row can be used, or if it is not clear how to read them
 */
export async function openLog(options: OpenOptions, terminal: Terminal): Promise<OpenedLog> {
  const path = options.file ?? SAMPLE.path;
  const asOfMs = chooseAsOf(options.asOf, path, terminal.nowMs);
  const { targets = [], choices: chosenByHand = {}, policy } = options;
  const isOurs = isSample(path);
  const choices = isOurs ? sampleChoices([policy ?? []].flat(), chosenByHand) : chosenByHand;
  const given = await givenPolicies(policy, { targets, choices });
  const by = choosingOf(given, options.policyBy ?? []);
  const { file, mapping, notes } = await howToRead(path, options, terminal, { given, by });
  const judging = { given, by, options: { targets, choices } };
  const choice = await chosenIn({ path, file, mapping, asOfMs }, judging, terminal.ask);
  const isByRow = choice === null && given.kind === "by-row";
  const columns = isByRow ? withPolicies(mapping, path) : { ...mapping, policy: undefined };
  const readInstant = instantReader(columns.at);
  const { nowMs } = terminal;
  const { keep = [] } = options;
  const claims = claimsWanted(options.claims ?? null, mapping);
  const chosen = choice?.chosen;
  const choosePolicy = chooserOf(given);
  const settings = { columns, readInstant, choosePolicy, chosen, asOfMs, nowMs, keep, claims };
  const log = new TicketLog(settings);
  log.notes.push(...notes, ...choosingNotes(given, mapping));
  if (isOurs) log.notes.push(...sampleNotes(choices));

  const source = await file.open();
  const progress = progressBar(terminal.stderr, source.size);
  const hash = createHash("sha256");
  const hashed = { ...source, chunks: hashedBy(hash, source.chunks) };
  await readLog(hashed, log, progress.advance).finally(progress.stop);
  return { log, source: source.name, asOfMs, sha256: hash.digest("hex") };
}

/** The columns of claims: those that were asked for, else those of the mapping. An empty list is none. */
function claimsWanted(asked: Options["claims"], { claims }: Mapping): Options["claims"] {
  if (asked === null || asked === "auto") return claims ?? asked;
  return asked.length === 0 ? null : asked;
}

async function* hashedBy(
  hash: Hash,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/**
 * Refuses options that say how to read a file if a mapping says so already.
 *
 * @throws {InputError} if one is given
 */
function refuseBesideMapping({ mapping: _, ...answers }: ReadingOptions, mapping: string): void {
  const [option] = Object.entries(answers).find(([, answer]) => answer !== undefined) ?? [];
  if (option === undefined) return;
  throw new InputError(
    `--${option} says nothing beside the mapping ${mapping}, which says how the file is read; change it there`,
  );
}

interface HowToRead {
  readonly file: Reopenable;
  readonly mapping: Mapping;
  /** What the file was taken for, if no mapping says it. */
  readonly notes: readonly string[];
}

async function howToRead(
  path: string,
  { policy, policyBy = [], reading }: OpenOptions,
  terminal: Terminal,
  { given: judges, by }: { readonly given: GivenPolicies; readonly by: Choosing },
): Promise<HowToRead> {
  const { kind, policies } = judges;
  const isDesk = kind === "several" || kind === "desk" || policyBy.length > 0;
  const given = reading.mapping ?? (await mapBeside(policy));
  if (given !== undefined) {
    refuseBesideMapping(reading, given);
    const mapping = await readMapping(given);
    const isTwice = isDesk || mapping.policies !== undefined;
    return { file: await sourceFor(path, isTwice, terminal), mapping, notes: [] };
  }
  if (isSample(path)) {
    return { file: await sourceFor(path, isDesk, terminal), mapping: OWN_MAPPING, notes: [] };
  }
  const file = await reopenable(path, terminal.stdin);
  const taken = await takenFor(file, reading, terminal, { policies, policyZone: zoneOf(policies) });
  if (!taken && reading.as !== undefined) {
    throw new InputError(
      `${path}: its columns are not those of --as ${reading.as}; leave out --as, and the columns tell what the file is`,
    );
  }
  if (!taken) return { file, mapping: OWN_MAPPING, notes: [] };
  return {
    file,
    mapping: mappingOf(taken.understood),
    notes: takenForNotes(taken.understood, taken.survey, columnsToChoose(judges, by)),
  };
}

/** A file to be read. A pipe is kept in memory only if it is read twice, once to choose the policies. */
async function sourceFor(
  path: string,
  isTwice: boolean,
  { stdin }: Pick<Terminal, "stdin">,
): Promise<Reopenable> {
  return isTwice ? reopenable(path, stdin) : { open: () => openBytes(path, stdin) };
}

/** The policy of a row, where no policy has been chosen for its ticket. */
function chooserOf(given: GivenPolicies): ChoosePolicy {
  if (given.kind === "by-row") return given.choose;
  const [policy] = given.policies;
  return () => policy ?? { reason: "its policy is not known" };
}

/** A mapping whose rows name the service that they are of. */
function withPolicies(mapping: Mapping, path: string): Mapping {
  if (mapping.policy !== undefined) return mapping;
  throw new InputError(
    `${path}: no column names the policy of each row; say with --policy the one to judge by, one of ${NAMES} or a JSON file`,
  );
}

/** What to say beside the answer: the problems of a log, and how it was read. */
export function asides(source: string, log: TicketLog): string[] {
  return [
    ...describeProblems(source, log.problems),
    ...log.notes.map((note) => printable(`note: ${note}`)),
  ];
}
