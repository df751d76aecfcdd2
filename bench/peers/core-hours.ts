import { type CalendarDefinition, defineCalendar, type WorkingCalendar } from "../../dist/index.js";
import type { Answers, Desk, Peer } from "./peer";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The calendar of a desk. */
export function calendarFor({ hours, holidays }: Desk): WorkingCalendar {
  const week = DAYS.flatMap((name, i) => {
    const periods = hours[i + 1]?.map((period) => period.join("-"));
    return periods ? [[name, periods]] : [];
  });
  const definition: CalendarDefinition = {
    timeZone: "Europe/London",
    hours: Object.fromEntries(week),
    bankHolidays: holidays,
  };
  return defineCalendar(definition);
}

export const coreHours: Peer = {
  name: "core-hours",
  how: "`timeline.between`, `timeline.add`, `timeline.subtract`, `calendar.addWorkingDays`",
  answersFor(desk: Desk): Answers {
    const calendar = calendarFor(desk);
    const { timeline } = calendar;
    return {
      between: (fromMs, toMs) => () => timeline.between(fromMs, toMs),
      add: (fromMs, hours) => () => timeline.add(fromMs, hours * 3_600_000),
      subtract: (fromMs, hours) => () => timeline.subtract(fromMs, hours * 3_600_000),
      addDays: (fromMs, days) => () =>
        calendar.addWorkingDays(fromMs, days, { due: "same-time" }).toMillis(),
    };
  },
};
