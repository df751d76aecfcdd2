import type { WorkingCalendar } from "../../index";
import { longDate } from "../../words/instants";
import { monthName } from "../../words/periods";
import { printable } from "../../words/printable";
import { aligned } from "../../words/sentences";
import { type DayFacts, type DayKind, monthDays } from "./days";

/** How a date is marked in the grid of its month. */
const MARKS = {
  open: [" ", "open as usual"],
  closed: [".", "closed as usual"],
  "other-hours": ["*", "open at unusual hours, listed below"],
  "closed-unusually": ["x", "closed for a reason, listed below"],
  unknown: ["?", "outside the calendar's coverage"],
} as const satisfies Readonly<Record<DayKind, readonly [mark: string, says: string]>>;

/** How many months stand side by side, and the space between them. */
const ABREAST = 3;
const GUTTER = "   ";
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/**
 * A calendar as people draw it: a grid for each month, and below them every unusual date with its
 * hours and the reason.
 *
 * @param months the months to draw, ISO: `["2027-04"]`
 * @example calendarText(nhsmail().calendars.core, ["2027-04"])
 */
export function calendarText(calendar: WorkingCalendar, months: readonly string[]): string {
  const byMonth = months.map((month) => ({ month, days: monthDays(calendar, month) }));
  const days = byMonth.flatMap((each) => each.days);
  const grids = byMonth.map(({ month, days }) => gridOf(month, days));
  const unusual = unusualLines(days);
  return [
    ...headLines(calendar),
    ...weeksOf(days),
    "",
    ...sideBySide(grids),
    ...legend(days),
    ...calendar.notes.map((note) => printable(`Note: ${note}`)),
    "",
    ...(unusual.length > 0 ? unusual : ["Every date is as usual."]),
  ].join("\n");
}

function headLines(calendar: WorkingCalendar): string[] {
  const { from, to, publishedUntil } = calendar.coverage;
  const holidays = publishedUntil === null ? "" : `; bank holidays published to ${publishedUntil}`;
  const name = calendar.title === calendar.id ? calendar.id : `${calendar.title} (${calendar.id})`;
  return [
    printable(`${name}, times in ${calendar.timeZone}`),
    `covered from ${from} to ${to}${holidays}`,
  ];
}

/** The usual hours of each week that applies in some days, under its name if hours have changed. */
function weeksOf(days: readonly DayFacts[]): string[] {
  const usual = days.filter(({ kind }) => isUsual(kind));
  const names = [...new Set(usual.map(({ week }) => week))];
  return names.flatMap((name) => {
    const lines = weekLines(usual.filter(({ week }) => week === name));
    return name === undefined ? lines : [printable(`${name}:`), ...lines];
  });
}

/** The usual hours of the week, with days alike grouped: `Mon-Fri 08:00-18:00; Sat-Sun closed`. */
function weekLines(days: readonly DayFacts[]): string[] {
  const usual = WEEKDAYS.map((_, i) => {
    const found = days.find(({ weekday, kind }) => weekday === i + 1 && isUsual(kind));
    return found === undefined ? null : hoursText(found.hours);
  });
  const groups: { first: number; last: number; hours: string }[] = [];
  for (const [i, hours] of usual.entries()) {
    const before = groups.at(-1);
    if (hours === null) continue;
    if (before?.hours === hours && before.last === i - 1) before.last = i;
    else groups.push({ first: i, last: i, hours });
  }
  const texts = groups.map(({ first, last, hours }) => {
    const names = first === last ? WEEKDAYS[first] : `${WEEKDAYS[first]}-${WEEKDAYS[last]}`;
    return `${names} ${hours}`;
  });
  return texts.length > 0 ? [texts.join("; ")] : [];
}

function isUsual(kind: DayKind): boolean {
  return kind === "open" || kind === "closed";
}

function hoursText(hours: readonly string[]): string {
  return hours.length > 0 ? hours.join(", ") : "closed";
}

/** The lines of one month: its name, the names of the days, and its weeks. */
function gridOf(month: string, days: readonly DayFacts[]): string[] {
  const name = monthName(month);
  const blank = "    ";
  const cells = [
    ...Array.from({ length: (days[0]?.weekday ?? 1) - 1 }, () => blank),
    ...days.map(
      ({ date, kind }) => `${String(Number(date.slice(8))).padStart(3)}${MARKS[kind][0]}`,
    ),
  ];
  const weeks: string[] = [];
  for (let from = 0; from < cells.length; from += 7) {
    weeks.push(cells.slice(from, from + 7).join(""));
  }
  return [` ${name}`, WEEKDAYS.map((day) => ` ${day.slice(0, 2)} `).join(""), ...weeks];
}

/** Grids in rows: each grid is as wide as a month, and each row is as high as its highest grid. */
function sideBySide(grids: readonly (readonly string[])[]): string[] {
  const width = 4 * WEEKDAYS.length;
  const lines: string[] = [];
  for (let from = 0; from < grids.length; from += ABREAST) {
    const row = grids.slice(from, from + ABREAST);
    const height = Math.max(...row.map((grid) => grid.length));
    for (let line = 0; line < height; line++) {
      lines.push(
        row
          .map((grid) => (grid[line] ?? "").padEnd(width))
          .join(GUTTER)
          .trimEnd(),
      );
    }
    lines.push("");
  }
  return lines;
}

/** The meaning of each mark in the grids. */
function legend(days: readonly DayFacts[]): string[] {
  const kinds = new Set(days.map(({ kind }) => kind));
  const used = Object.entries(MARKS).filter(
    ([kind, [mark]]) => mark !== " " && [...kinds].some((each) => each === kind),
  );
  return used.length > 0 ? [used.map(([, [mark, says]]) => `${mark} ${says}`).join("   ")] : [];
}

/** Every unusual date. Dates that follow each other for one reason share a line. */
function unusualLines(days: readonly DayFacts[]): string[] {
  const runs: { first: DayFacts; last: DayFacts }[] = [];
  for (const [i, day] of days.entries()) {
    if (day.reason === null) continue;
    const run = runs.at(-1);
    const isNext = run !== undefined && run.last === days[i - 1];
    if (isNext && isAlike(run.last, day)) run.last = day;
    else runs.push({ first: day, last: day });
  }
  const rows = runs.map(({ first, last }) => [
    first === last ? longDate(first.date) : `${longDate(first.date)} to ${longDate(last.date)}`,
    hoursText(first.hours),
    printable(first.reason ?? ""),
  ]);
  return aligned(rows);
}

function isAlike(a: DayFacts, b: DayFacts): boolean {
  return a.reason === b.reason && hoursText(a.hours) === hoursText(b.hours);
}
