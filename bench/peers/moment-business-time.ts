import moment from "moment-business-time";
import { type Answers, type Desk, type Peer, withinDays } from "./peer";

export const momentBusinessTime: Peer = {
  name: "moment-business-time",
  how: "`workingDiff`, `addWorkingTime`, `subtractWorkingTime`",
  answersFor(desk: Desk): Answers {
    const hours = withinDays(desk.hours);
    const week = [7, 1, 2, 3, 4, 5, 6].map((weekday, i) => {
      const periods = hours[weekday];
      return [i, periods?.flat().map((time) => `${time}:00`) ?? null];
    });
    moment.updateLocale("en", {
      workinghours: Object.fromEntries(week),
      holidays: desk.holidays,
    });
    return {
      between: (fromMs, toMs) => {
        const [from, to] = [moment(fromMs), moment(toMs)];
        return () => to.workingDiff(from, "milliseconds");
      },
      // These methods change the moment they are called on, so each call needs its own.
      add: (fromMs, hours) => {
        const from = moment(fromMs);
        return () => from.clone().addWorkingTime(hours, "hours").valueOf();
      },
      subtract: (fromMs, hours) => {
        const from = moment(fromMs);
        return () => from.clone().subtractWorkingTime(hours, "hours").valueOf();
      },
      addDays: (fromMs, days) => {
        const from = moment(fromMs);
        return () => from.clone().addWorkingTime(days, "days").valueOf();
      },
    };
  },
};
