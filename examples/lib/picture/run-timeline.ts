import { CoreHoursError } from "../../../src/index";
import { InputError } from "../input-error";
import { openLog } from "../open-log";
import { checkOut, writeOut } from "../out-file";
import { printable } from "../printable";
import { describeProblems } from "../problems";
import { SAMPLE } from "../sample";
import type { Terminal } from "../terminal";
import { monthOfLog } from "./month-of-log";
import { monthPage } from "./month-page";
import { monthPicture } from "./month-picture";
import { ticketList } from "./ticket-list";
import { ticketOfLog } from "./ticket-of-log";
import { ticketPage } from "./ticket-page";
import { ticketPicture } from "./ticket-picture";
import { parseTimelineOptions, type TimelineOptions } from "./timeline-options";

/** Runs the command, and returns its exit code. */
export async function runTimeline(args: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parseTimelineOptions(args, terminal);
  if ("exitCode" in parsed) return parsed.exitCode;
  try {
    return await draw(parsed.options, terminal);
  } catch (error) {
    if (!(error instanceof InputError || error instanceof CoreHoursError)) throw error;
    for (const line of error.message.split("\n")) {
      terminal.stderr.write(`timeline: ${printable(line)}\n`);
    }
    return 2;
  }
}

async function draw(options: TimelineOptions, terminal: Terminal): Promise<number> {
  const { ticket, month, format } = options;
  if (ticket !== undefined && month !== undefined) {
    throw new InputError("give a ticket or --month, not both");
  }
  const name = ticket ?? month;
  const path = options.log ?? SAMPLE.path;
  const out = options.out ?? (name === undefined ? "-" : `${fileName(name)}.${format}`);
  const file = out === "-" || name === undefined ? undefined : out;
  await checkOut({ ...options, out: file }, path);

  const { log, asOfMs, source } = await openLog({ ...options, file: path }, terminal);
  const text =
    ticket !== undefined
      ? drawTicket(ticketOfLog(log, ticket, { asOfMs, target: options.target }), format)
      : month !== undefined
        ? drawMonth(monthOfLog(log, month, { ...options, asOfMs }), format)
        : ticketList([...log.tickets.keys()]);
  await writeOut(file, [text], terminal.stdout);
  if (file !== undefined) terminal.stdout.write(`wrote ${printable(file)}\n`);
  for (const line of describeProblems(source, log.problems)) terminal.stderr.write(`${line}\n`);
  return log.problems.length > 0 ? 1 : 0;
}

function drawTicket(ticket: ReturnType<typeof ticketOfLog>, format: TimelineOptions["format"]) {
  return format === "svg" ? `${ticketPicture(ticket)}\n` : ticketPage(ticket);
}

function drawMonth(month: ReturnType<typeof monthOfLog>, format: TimelineOptions["format"]) {
  return format === "svg" ? `${monthPicture({ month })}\n` : monthPage(month);
}

/** A ticket's name as that of a file in this folder, whatever the log calls it. */
export function fileName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, "_").replace(/^[.-]+/, "_");
  return safe.slice(0, 100) || "ticket";
}
