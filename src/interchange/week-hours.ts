import type { WeekHours } from "../calendar/definition/definition";
import { DAY_NAMES } from "../calendar/definition/rule-words";

type Hours = readonly string[];

/** The hours of seven days, Monday first, in as few words as a definition can say them. */
export function weekHours(days: readonly Hours[]): WeekHours {
  const [first = []] = days;
  if (days.every((hours) => same(hours, first))) return first.length > 0 ? { daily: first } : {};
  return {
    ...grouped("weekdays", days.slice(0, 5), 0),
    ...grouped("weekend", days.slice(5), 5),
  };
}

function grouped(group: "weekdays" | "weekend", days: readonly Hours[], from: number): WeekHours {
  const [first = []] = days;
  if (!days.every((hours) => same(hours, first))) {
    const open = days.flatMap((hours, i) =>
      hours.length > 0 ? [[DAY_NAMES[from + i], hours] as const] : [],
    );
    return Object.fromEntries(open);
  }
  return first.length > 0 ? { [group]: first } : {};
}

function same(a: Hours, b: Hours): boolean {
  return a.join() === b.join();
}
