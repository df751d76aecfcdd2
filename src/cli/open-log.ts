import { instantReader } from "../tickets/log/instants";
import { readLog } from "../tickets/log/read-log";
import { TicketLog } from "../tickets/log/ticket-log";
import type { Options } from "./breaches/options";
import { columnsFor } from "./column-file";
import { openBytes } from "./files";
import { policyChooser } from "./policy-file";
import { progressBar } from "./progress";
import { chooseAsOf, SAMPLE } from "./sample";
import type { Terminal } from "./terminal";

/** A log that has been read. */
export interface OpenedLog {
  readonly log: TicketLog;
  /** What messages call it. */
  readonly source: string;
  /** The instant to judge it at, epoch milliseconds. */
  readonly asOfMs: number;
}

/**
 * Reads the log that the command line names, or the sample.
 *
 * @throws {InputError} if nothing of it can be used
 */
export async function openLog(
  options: Pick<Options, "file" | "asOf" | "policy" | "columns"> &
    Partial<Pick<Options, "targets" | "choices">>,
  terminal: Terminal,
): Promise<OpenedLog> {
  const path = options.file ?? SAMPLE.path;
  const asOfMs = chooseAsOf(options.asOf, path, terminal.nowMs);
  const { targets = [], choices = {} } = options;
  const choosePolicy = await policyChooser(options.policy, { targets, choices });
  const columns = await columnsFor(options);
  const readInstant = instantReader(columns.at);
  const { nowMs } = terminal;
  const log = new TicketLog({ columns, readInstant, choosePolicy, asOfMs, nowMs });

  const source = await openBytes(path, terminal.stdin);
  const progress = progressBar(terminal.stderr, source.size);
  await readLog(source, log, progress.advance).finally(progress.stop);
  return { log, source: source.name, asOfMs };
}
