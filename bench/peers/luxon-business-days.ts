import business from "luxon-business-days";
import type { Answers, Desk, Peer } from "./peer";

// The package is CommonJS whose export names Node.js cannot detect.
const { DateTime } = business;

export const luxonBusinessDays: Peer = {
  name: "luxon-business-days",
  how: "`plusBusiness`, with a matcher for the bank holidays; it knows days, but no hours",
  answersFor(desk: Desk): Answers {
    const closed = new Set(desk.holidays);
    DateTime.prototype.setupBusiness({
      businessDays: Object.keys(desk.hours).map(Number),
      holidayMatchers: [(day) => closed.has(day.toISODate())],
    });
    return {
      addDays: (fromMs, days) => {
        const from = DateTime.fromMillis(fromMs, { zone: "Europe/London" });
        return () => from.plusBusiness({ days }).toMillis();
      },
    };
  },
};
