import dayjs from "dayjs";
import businessTime from "dayjs-business-time";
import { type Answers, type Desk, type Peer, withinDays } from "./peer";

dayjs.extend(businessTime);

const DAYS = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;

export const dayjsBusinessTime: Peer = {
  name: "dayjs-business-time",
  how: "`businessMinutesDiff`, `addBusinessHours`, `subtractBusinessHours`, `addBusinessDays`",
  answersFor(desk: Desk): Answers {
    const hours = withinDays(desk.hours);
    // Its type asks for at least one segment a day; its documentation asks for null if there is none.
    const week = DAYS.map((day, i) => {
      const segments = hours[i === 0 ? 7 : i]?.map(([open, close]) => ({
        start: `${open}:00`,
        end: `${close}:00`,
      }));
      return [day, segments ?? null];
    });
    dayjs.setBusinessTime(Object.fromEntries(week));
    dayjs.setHolidays([...desk.holidays]);
    return {
      between: (fromMs, toMs) => {
        const [from, to] = [dayjs(fromMs), dayjs(toMs)];
        return () => from.businessMinutesDiff(to) * 60_000;
      },
      add: (fromMs, hours) => {
        const from = dayjs(fromMs);
        return () => from.addBusinessHours(hours).valueOf();
      },
      subtract: (fromMs, hours) => {
        const from = dayjs(fromMs);
        return () => from.subtractBusinessHours(hours).valueOf();
      },
      addDays: (fromMs, days) => {
        const from = dayjs(fromMs);
        return () => from.addBusinessDays(days).valueOf();
      },
    };
  },
};
