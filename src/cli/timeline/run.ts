import { CoreHoursError } from "../../index";
import { monthPage } from "../../picture/month/page";
import { monthPicture } from "../../picture/month/picture";
import { ticketPage } from "../../picture/ticket/page";
import { ticketPicture } from "../../picture/ticket/picture";
import { describeProblems, InputError } from "../../tickets/log/problems";
import { monthOfLog } from "../../tickets/verdicts/month";
import { ticketOfLog } from "../../tickets/verdicts/one-ticket";
import { printable } from "../../words/printable";
import { checkOut, writeOut } from "../files";
import { openLog } from "../open-log";
import { SAMPLE } from "../sample";
import type { Terminal } from "../terminal";
import { parseTimelineOptions, type TimelineOptions } from "./options";

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

/** Tickets that a list names; a log may have many thousands. */
const MOST = 200;
const LINE_LENGTH = 80;

/** The tickets that can be drawn, and how. */
export function ticketList(tickets: readonly string[]): string {
  const lines: string[] = [];
  for (const ticket of tickets.slice(0, MOST).map(printable)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + ticket.length <= LINE_LENGTH) {
      lines[lines.length - 1] = `${last}  ${ticket}`;
    } else {
      lines.push(ticket);
    }
  }
  const unseen = tickets.length - MOST;
  return [
    `${tickets.length} ${tickets.length === 1 ? "ticket" : "tickets"}. Draw one with: core-hours timeline <ticket>`,
    "or all that were open in a month with: core-hours timeline --month <yyyy-mm>",
    "",
    ...lines,
    ...(unseen > 0 ? [`... and ${unseen} more`] : []),
    "",
  ].join("\n");
}
