import { createHash } from "node:crypto";
import { breachWeeks } from "../../picture/log/breach-weeks";
import { logPage } from "../../picture/log/page";
import { logPicture } from "../../picture/log/picture";
import { monthPage } from "../../picture/month/page";
import { monthPicture } from "../../picture/month/picture";
import { ticketPage } from "../../picture/ticket/page";
import { ticketPicture } from "../../picture/ticket/picture";
import { mainTarget } from "../../tickets/log/policies";
import { InputError } from "../../tickets/log/problems";
import type { TicketLog } from "../../tickets/log/ticket-log";
import { judge } from "../../tickets/verdicts/judge";
import { monthOfLog } from "../../tickets/verdicts/month";
import { ticketOfLog } from "../../tickets/verdicts/one-ticket";
import { instantText } from "../../words/instants";
import { printable } from "../../words/printable";
import { asides, openLog } from "../open-log";
import { orComplain } from "../options";
import { checkMadeName, checkOut, writeOut } from "../out";
import { SAMPLE } from "../sample";
import type { Terminal } from "../terminal";
import { parseTimelineOptions, type TimelineOptions } from "./options";

/** Runs the command, and returns its exit code. */
export async function runTimeline(args: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parseTimelineOptions(args, terminal);
  if ("exitCode" in parsed) return parsed.exitCode;
  return orComplain("timeline", terminal, () => draw(parsed.options, terminal));
}

async function draw(options: TimelineOptions, terminal: Terminal): Promise<number> {
  const { ticket, month, format } = options;
  const asked = [ticket, month, options.breaches ? "breaches" : undefined].filter(
    (each) => each !== undefined,
  );
  if (asked.length > 1) throw new InputError("give one of a ticket, --month and --breaches");
  const [name] = asked;
  const path = options.log ?? SAMPLE.path;
  const out = options.out ?? (name === undefined ? "-" : `${fileName(name)}.${format}`);
  const file = out === "-" || name === undefined ? undefined : out;
  await checkOut({ ...options, ...options.reading, out: file, log: path }, terminal);
  if (file !== undefined && options.out === undefined) await checkMadeName(file);

  const { log, asOfMs, source } = await openLog({ ...options, file: path }, terminal);
  const text =
    ticket !== undefined
      ? drawTicket(ticketOfLog(log, ticket, { asOfMs, target: options.target }), format)
      : month !== undefined
        ? drawMonth(monthOfLog(log, month, { ...options, asOfMs }), format)
        : options.breaches
          ? drawBreaches(log, options, asOfMs)
          : ticketList([...log.tickets.keys()]);
  await writeOut(file, [text], terminal.stdout);
  if (file !== undefined) terminal.stdout.write(`wrote ${printable(file)}\n`);
  for (const line of asides(source, log)) terminal.stderr.write(`${line}\n`);
  return log.problems.count > 0 ? 1 : 0;
}

function drawTicket(ticket: ReturnType<typeof ticketOfLog>, format: TimelineOptions["format"]) {
  return format === "svg" ? `${ticketPicture(ticket)}\n` : ticketPage(ticket);
}

function drawMonth(month: ReturnType<typeof monthOfLog>, format: TimelineOptions["format"]) {
  return format === "svg" ? `${monthPicture({ month })}\n` : monthPage(month);
}

/** Draws the breaches of each policy's main target, or of the target that is named. */
function drawBreaches(log: TicketLog, { target, format }: TimelineOptions, asOfMs: number): string {
  const zone = [...log.policies()][0]?.timeZone ?? "UTC";
  const instants = judge(log, asOfMs).flatMap((row) => {
    const wanted = target ?? mainOf(log, row.policy);
    return row.breachedMs !== null && row.target === wanted ? [row.breachedMs] : [];
  });
  const weeks = breachWeeks(instants, zone);
  return format === "svg"
    ? `${logPicture({ log: weeks })}\n`
    : logPage(weeks, instantText(asOfMs, zone));
}

function mainOf(log: TicketLog, id: string): string | undefined {
  const policy = [...log.policies()].find((each) => each.id === id);
  return policy && mainTarget(policy)?.id;
}

/** The most characters of a file name that is made of a ticket's name, without the ending. */
const LONGEST_NAME = 100;
/** Names that Windows keeps for its devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The name of a ticket's file in this folder, whatever the log calls the ticket. Two tickets never share
 * a name: a character that a file name may not hold is written as `%2f`, and a name that is cut short ends
 * in a hash of the whole.
 */
export function fileName(name: string): string {
  const escaped = [...name].map((char, i) => {
    const isPlain = /[A-Za-z0-9_-]/.test(char) || (char === "." && i > 0);
    return isPlain && !(char === "-" && i === 0) ? char : escapeOf(char);
  });
  const safe = escaped.join("");
  if (safe === "" || DEVICE.test(safe)) return `%${safe}`;
  return safe.length <= LONGEST_NAME
    ? safe
    : `${safe.slice(0, LONGEST_NAME - 9)}-${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
}

function escapeOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  if (code <= 0xff) return `%${digits.padStart(2, "0")}`;
  return code <= 0xffff ? `%u${digits.padStart(4, "0")}` : `%U${digits.padStart(6, "0")}`;
}

/** The most tickets that a list names; a log may have many thousands. */
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
