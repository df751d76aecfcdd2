import { printable } from "../printable";

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
    `${tickets.length} ${tickets.length === 1 ? "ticket" : "tickets"}. Draw one with: npm run timeline -- <ticket>`,
    "or all that were open in a month with: npm run timeline -- --month <yyyy-mm>",
    "",
    ...lines,
    ...(unseen > 0 ? [`... and ${unseen} more`] : []),
    "",
  ].join("\n");
}
