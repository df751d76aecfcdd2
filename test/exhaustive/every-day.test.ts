import { describe, expect, it } from "vitest";
import {
  bankHolidays,
  CoverageError,
  defineCalendar,
  parseBankHolidays,
  type WorkingCalendar,
} from "../../src/index";
import { GOV_UK } from "../data/gov-uk";
import * as slow from "./london-days";
import { type Day, DESK, DIVISIONS, dayOf, daysOf, ONE_DAY, OUTSIDE } from "./london-days";

/** A question that can be asked of any day. */
interface Question {
  readonly name: string;
  readonly library: (calendar: WorkingCalendar, day: Day) => unknown;
  readonly reference: (days: readonly Day[], i: number, day: Day) => unknown;
}

const DUES = ["end-of-day", "close", "same-time"] as const;
const TIES = ["close", "next-open"] as const;
const FOUR_WEEKS = 28 * 86_400_000;

const QUESTIONS: readonly Question[] = [
  {
    name: "isWorkingDay",
    library: (calendar, { date }) => calendar.isWorkingDay(date),
    reference: (_days, _i, { periods }) => periods.length > 0,
  },
  {
    name: "hoursOn",
    library: (calendar, { date }) => calendar.hoursOn(date).join(),
    reference: (_days, _i, { hours }) => hours.join(),
  },
  {
    name: "between one midnight and the next",
    library: (calendar, { startMs, endMs }) => calendar.between(startMs, endMs).toMillis(),
    reference: (_days, _i, day) => slow.workedOn(day),
  },
  {
    name: "nextOpen, at midnight",
    library: (calendar, { startMs }) => calendar.nextOpen(startMs).toMillis(),
    reference: slow.nextOpen,
  },
  {
    name: "previousClose, at midnight",
    library: (calendar, { startMs }) => calendar.previousClose(startMs).toMillis(),
    reference: slow.previousClose,
  },
  ...TIES.map((tie) => ({
    name: `add a day's hours at noon, due at the ${tie} in a tie`,
    library: (calendar: WorkingCalendar, { noonMs }: Day) =>
      calendar.add(noonMs, { milliseconds: ONE_DAY }, { tie }).toMillis(),
    reference: (days: readonly Day[], i: number) => slow.addFromNoon(days, i, ONE_DAY, tie),
  })),
  {
    name: "subtract a day's hours at noon",
    library: (calendar, { noonMs }) =>
      calendar.subtract(noonMs, { milliseconds: ONE_DAY }).toMillis(),
    reference: (days, i) => slow.subtractFromNoon(days, i, ONE_DAY),
  },
  ...[1, 2].flatMap((n) =>
    DUES.map((due) => ({
      name: `addWorkingDays ${n} at noon, due at the ${due}`,
      library: (calendar: WorkingCalendar, { noonMs }: Day) =>
        calendar.addWorkingDays(noonMs, n, { due }).toMillis(),
      reference: (days: readonly Day[], i: number) => slow.addWorkingDays(days, i, n, due),
    })),
  ),
  {
    name: "addWorkingDays -1 at noon",
    library: (calendar, { noonMs }) => calendar.addWorkingDays(noonMs, -1).toMillis(),
    reference: (days, i) => slow.addWorkingDays(days, i, -1, "end-of-day"),
  },
  {
    name: "workingDaysBetween, over four weeks",
    library: (calendar, { noonMs }) => calendar.workingDaysBetween(noonMs, noonMs + FOUR_WEEKS),
    reference: (days, i) => slow.workingDaysBetween(days, i, i + 28),
  },
];

/** What the library answers; OUTSIDE where it says that it does not know. */
function ask(question: () => unknown): unknown {
  try {
    return question();
  } catch (error) {
    if (error instanceof CoverageError) return OUTSIDE;
    throw error;
  }
}

/** The days on which the library says something else, each with both answers. */
function differences(
  calendar: WorkingCalendar,
  days: readonly Day[],
  question: Question,
): string[] {
  return days.flatMap((day, i) => {
    const fast = ask(() => question.library(calendar, day));
    const expected = question.reference(days, i, day);
    return fast === expected ? [] : [`${day.date}: ${fast}, and not ${expected}`];
  });
}

describe.each(DIVISIONS)("every day from 1998 to 2040 in %s", (division) => {
  const calendar = defineCalendar({ ...DESK, bankHolidays: division });
  const days = daysOf(division);

  it("is covered", () => {
    const { from, to } = calendar.coverage;
    expect([from, to]).toEqual([days[0]?.date, days.at(-1)?.date]);
    expect(days).toHaveLength(43 * 365 + 11);
  });

  it.each(QUESTIONS)("$name", (question) => {
    expect(differences(calendar, days, question).slice(0, 5)).toEqual([]);
  });

  it.each(QUESTIONS)("the days before and after it are not guessed: $name", ({ library }) => {
    for (const day of [dayOf("1997-12-31"), dayOf("2041-01-01")]) {
      expect(() => library(calendar, day), day.date).toThrow(CoverageError);
    }
  });
});

describe.each(DIVISIONS)(
  "every day from 2011 to 2028 in %s, by the file that gov.uk publishes",
  (division) => {
    const holidays = parseBankHolidays(GOV_UK, division);
    const calendar = defineCalendar({ ...DESK, bankHolidays: holidays });
    const days = daysOf(division, 2011, 2028);
    const questions = QUESTIONS.filter(({ name }) => /^(isWorkingDay|between|add )/.test(name));

    it.each(questions)("$name", (question) => {
      expect(differences(calendar, days, question).slice(0, 5)).toEqual([]);
    });

    it("holds the dates that are shipped", () => {
      const shipped = bankHolidays(division).events.map(({ date }) => date);
      const published = holidays.events.map(({ date }) => date);
      expect(shipped.filter((date) => "2011" <= date && date < "2029")).toEqual(published);
    });
  },
);
