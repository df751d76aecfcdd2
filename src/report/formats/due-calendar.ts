import { DateTime } from "luxon";
import type { ReportRow } from "../../tickets/verdicts/row";
import { MINUTE_MS } from "../../timeline/units";
import { percentText, remainingText } from "../../words/amounts";
import { inEnglish } from "../../words/in-english";
import { dueText, endedDay, instantText } from "../../words/instants";
import { plain } from "../../words/printable";

const QUARTER_MS = 15 * MINUTE_MS;

/**
 * What falls due, as an iCalendar (RFC 5545): an event for each verdict whose clock runs. It ends at the
 * instant at which the verdict is due, and begins a quarter of an hour before. A verdict that is due at
 * the end of a day is an event of that whole day.
 *
 * A paused ticket has no known due instant, and a breached one was due already.
 *
 * @param asOfMs the instant the verdicts are of, epoch milliseconds
 */
export function dueCalendarText(rows: readonly ReportRow[], asOfMs: number): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//core-hours//due//EN",
    ...rows.flatMap((row) =>
      row.status === "running" && row.dueMs !== null ? eventLines(row, row.dueMs, asOfMs) : [],
    ),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(row: ReportRow, dueMs: number, asOfMs: number): string[] {
  const { ticket, policy, target, timeZone, severity } = row;
  const grade = severity === null ? "" : `, severity ${severity}`;
  const description = [
    `${policy}: ${target}${grade}`,
    `Due ${dueText(dueMs, timeZone)}`,
    `${row.hasAllowance ? `${percentText(row.usedPercent)} % used, ${remainingText(row)}` : row.status}, as of ${instantText(asOfMs, timeZone)}`,
    ...(row.provisional
      ? ["Provisional: it rests on bank holidays that are not published yet."]
      : []),
  ];
  return [
    "BEGIN:VEVENT",
    // The same verdict is the same event in the next report, so a calendar moves it.
    `UID:${[policy, target, ticket].map(encoded).join("/")}@core-hours`,
    `DTSTAMP:${utcText(asOfMs)}`,
    ...datesOf(dueMs, timeZone),
    `SUMMARY:${escaped(`${ticket} due: ${target}`)}`,
    `DESCRIPTION:${description.map(escaped).join("\\n")}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** The bounds of an event: an all-day event ends on the day after its last (RFC 5545, 3.6.1). */
function datesOf(dueMs: number, timeZone: string): string[] {
  const ended = endedDay(dueMs, timeZone);
  if (ended === null) {
    return [`DTSTART:${utcText(dueMs - QUARTER_MS)}`, `DTEND:${utcText(dueMs)}`];
  }
  return [
    `DTSTART;VALUE=DATE:${dayText(ended)}`,
    `DTEND;VALUE=DATE:${dayText(ended.plus({ days: 1 }))}`,
  ];
}

function dayText(day: DateTime): string {
  return inEnglish(day, "yyyyMMdd");
}

/** Text as part of an identifier; half a character pair, which cannot be encoded, is replaced. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));
}

/** Text as a value of type TEXT (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return plain(text).replace(/[\\;,]/g, "\\$&");
}

function utcText(ms: number): string {
  return DateTime.fromMillis(ms, { zone: "utc", locale: "en-GB" }).toFormat("yyyyMMdd'T'HHmmss'Z'");
}

/** The most bytes of a line (RFC 5545, 3.1); a longer one continues after a blank. */
const MOST_BYTES = 75;

/** A line, folded if it is too long, never within a character. */
function folded(line: string): string {
  let bytes = 0;
  let text = "";
  for (const char of line) {
    const size = new TextEncoder().encode(char).length;
    if (bytes + size > MOST_BYTES) {
      text += "\r\n ";
      bytes = 1;
    }
    text += char;
    bytes += size;
  }
  return text;
}
