import { createHash, type Hash } from "node:crypto";
import { instantReader } from "../tickets/log/instants";
import { type Mapping, OWN_MAPPING } from "../tickets/log/mapping";
import { NAMES, type Policy } from "../tickets/log/policies";
import { describeProblems, InputError } from "../tickets/log/problems";
import { readLog } from "../tickets/log/read-log";
import { TicketLog } from "../tickets/log/ticket-log";
import { mappingOf } from "../tickets/understanding/mapping-of";
import { takenForNotes } from "../tickets/understanding/say";
import { printable } from "../words/printable";
import type { Options } from "./breaches/options";
import { openBytes, type Reopenable, reopenable } from "./files";
import { mapBeside, readMapping } from "./mapping-file";
import { policyChooser } from "./policy-file";
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
  Partial<Pick<Options, "targets" | "choices" | "keep" | "claims">>;

/**
 * Reads the log that the command line names, or the sample. It reads by the mapping that is given or lies
 * beside the policy; without one, by what it takes the columns for.
 *
 * @throws {InputError} if no row can be used, or if it is not clear how to read them
 */
export async function openLog(options: OpenOptions, terminal: Terminal): Promise<OpenedLog> {
  const path = options.file ?? SAMPLE.path;
  const asOfMs = chooseAsOf(options.asOf, path, terminal.nowMs);
  const { targets = [], choices: given = {}, policy } = options;
  const isOurs = isSample(path);
  const choices = isOurs ? sampleChoices([policy ?? []].flat(), given) : given;
  const choosePolicy = await policyChooser(policy, { targets, choices });
  // If there are several policies, each row has to name its own.
  const only = policy === undefined ? undefined : choosePolicy(undefined);
  const judgedBy = only && !("reason" in only) ? only : undefined;
  const { file, mapping, notes } = await howToRead(path, options, terminal, judgedBy);
  const columns = checkedPolicy(mapping, judgedBy !== undefined, path);
  const readInstant = instantReader(columns.at);
  const { nowMs } = terminal;
  const { keep = [] } = options;
  const claims = claimsWanted(options.claims ?? null, mapping);
  const log = new TicketLog({ columns, readInstant, choosePolicy, asOfMs, nowMs, keep, claims });
  log.notes.push(...notes, ...(isOurs ? sampleNotes(choices) : []));

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
  { policy, reading }: OpenOptions,
  terminal: Terminal,
  judgedBy: Policy | undefined,
): Promise<HowToRead> {
  const once = { open: () => openBytes(path, terminal.stdin) };
  const given = reading.mapping ?? (await mapBeside(policy));
  if (given !== undefined) {
    refuseBesideMapping(reading, given);
    return { file: once, mapping: await readMapping(given), notes: [] };
  }
  if (isSample(path)) return { file: once, mapping: OWN_MAPPING, notes: [] };
  const file = await reopenable(path, terminal.stdin);
  const taken = await takenFor(
    file,
    reading,
    terminal,
    judgedBy ? { policy: judgedBy, policyZone: judgedBy.timeZone } : {},
  );
  if (!taken && reading.as !== undefined) {
    throw new InputError(
      `${path}: its columns are not those of --as ${reading.as}; leave out --as, and the columns tell what the file is`,
    );
  }
  if (!taken) return { file, mapping: OWN_MAPPING, notes: [] };
  return {
    file,
    mapping: mappingOf(taken.understood),
    notes: takenForNotes(taken.understood, taken.survey),
  };
}

/** One policy judges every ticket; otherwise a column names the policy of each. */
function checkedPolicy(mapping: Mapping, isOnlyOne: boolean, path: string): Mapping {
  if (isOnlyOne) return { ...mapping, policy: undefined };
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
