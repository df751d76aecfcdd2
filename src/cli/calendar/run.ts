import { CoreHoursError } from "../../index";
import { calendarText } from "../../picture/calendar/text";
import { InputError } from "../../tickets/log/problems";
import { printable, quoted } from "../../words/printable";
import { calendarNamed } from "../calendar-file";
import type { Terminal } from "../terminal";
import { type CalendarOptions, parseCalendarOptions } from "./options";

/** Runs the command, and returns its exit code. */
export async function runCalendar(args: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parseCalendarOptions(args, terminal);
  if ("exitCode" in parsed) return parsed.exitCode;
  try {
    const { name, calendar: which } = parsed.options;
    const months = monthsOf(parsed.options, terminal.nowMs);
    const calendar = await calendarNamed(name, which);
    terminal.stdout.write(`${calendarText(calendar, months)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof InputError || error instanceof CoreHoursError)) throw error;
    for (const line of error.message.split("\n")) {
      terminal.stderr.write(`calendar: ${printable(line)}\n`);
    }
    return 2;
  }
}

/** The months to draw: one, or the twelve of a year, which is the present one unless another is named. */
function monthsOf({ month, year }: CalendarOptions, nowMs: number): string[] {
  if (month !== undefined) {
    if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) return [month];
    throw new InputError(`--month ${quoted(month)} is not a month; write it as 2027-04`);
  }
  if (year !== undefined && !/^\d{4}$/.test(year)) {
    throw new InputError(`--year ${quoted(year)} is not a year; write it as 2027`);
  }
  const all = year ?? new Date(nowMs).toISOString().slice(0, 4);
  return Array.from({ length: 12 }, (_, i) => `${all}-${String(i + 1).padStart(2, "0")}`);
}
