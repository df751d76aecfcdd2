import { counted, countText } from "../../words/amounts";
import type { BreachWeeks } from "./breach-weeks";

export const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** How many breaches there are, and how many of them are not drawn. */
export function countOfBreaches({ count, earlier }: BreachWeeks): string {
  const more =
    earlier.count === 0
      ? ""
      : `; ${countText(earlier.count)} of them, in ${counted(earlier.weeks, "earlier week")}, are not drawn`;
  return `${counted(count, "breach", "breaches")}${more}`;
}

/** When breaches happen, in words for people who do not see the picture. */
export function describeBreaches(log: BreachWeeks): string {
  const byDay = DAYS.map((name, day) => ({
    name,
    count: log.weeks.reduce((sum, { days }) => sum + (days[day] ?? 0), 0),
  }));
  const days = byDay.map(({ name, count }) => `${name} ${countText(count)}`).join(", ");
  return `${countOfBreaches(log)}. A row for each week, with the hours of the week across; times are those of ${log.zone}. By day: ${days}.`;
}
