import openingHours from "opening_hours";
import type { Answers, Desk, Peer } from "./peer";

const WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/**
 * Bank holidays are given to it as dates. It has its own table, `PH off`, but the table lacks every day that
 * was moved, or given only once.
 */
export const openingHoursJs: Peer = {
  name: "opening_hours",
  how: "`getOpenDuration`, and `getIterator` for the rest; bank holidays as dates in the text",
  answersFor(desk: Desk): Answers {
    const hours = new openingHours(textOf(desk));

    /** Walks through the open stretches from an instant until some hours have been worked. */
    const add = (fromMs: number, amount: number) => {
      const from = new Date(fromMs);
      return () => {
        const stretch = hours.getIterator(from);
        for (let left = amount * 3_600_000; ; ) {
          const startMs = stretch.getDate().getTime();
          const isOpen = stretch.getState();
          if (!stretch.advance()) throw new Error("it never opens again");
          const length = isOpen ? stretch.getDate().getTime() - startMs : 0;
          if (length >= left) return startMs + left;
          left -= length;
        }
      };
    };

    return {
      between: (fromMs, toMs) => {
        const [from, to] = [new Date(fromMs), new Date(toMs)];
        return () => hours.getOpenDuration(from, to)[0];
      },
      add,
    };
  },
};

function textOf({ hours, holidays }: Desk): string {
  const periodsOf = (i: number) => hours[i + 1]?.map((period) => period.join("-")).join(",");
  // Days with the same hours share a rule, and commas join the rules: in its language a rule that replaces
  // the one before would cut off hours that run over from the day before.
  const kinds = new Set(WEEKDAYS.flatMap((_, i) => periodsOf(i) ?? []));
  const rules = [...kinds].map((periods) => {
    const days = WEEKDAYS.filter((_, i) => periodsOf(i) === periods);
    return `${days.join(",")} ${periods}`;
  });
  const dates = holidays.map((date) => {
    const [year, month, day] = date.split("-");
    return `${year} ${MONTHS[Number(month) - 1]} ${day}`;
  });
  return [rules.join(", "), ...(dates.length > 0 ? [`${dates.join(",")} off`] : [])].join("; ");
}
