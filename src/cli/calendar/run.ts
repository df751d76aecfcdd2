import { calendarText } from "../../picture/calendar/text";
import { InputError } from "../../tickets/log/problems";
import { quoted } from "../../words/printable";
import { calendarNamed } from "../calendar-file";
import { orComplain } from "../options";
import type { Terminal } from "../terminal";
import { type CalendarOptions, parseCalendarOptions } from "./options";

/** Runs the command, and returns its exit code. */
export async function runCalendar(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseCalendarOptions(args, terminal);
  if (typeof options === "number") return options;
  return orComplain("calendar", terminal, async () => {
    const months = monthsOf(options, terminal.nowMs);
    const calendar = await calendarNamed(options.name, options.calendar);
    terminal.stdout.write(`${calendarText(calendar, months)}\n`);
    return 0;
  });
}

/** The months to draw: one month, or the twelve of a year; without either, those of the present year. */
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
