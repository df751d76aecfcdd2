import { defineSla } from "../../src/index";

/** The desk of these programs: a reply within an hour, a fix within four or eight, of the office. */
export const desk = defineSla({
  id: "desk",
  calendars: {
    office: {
      timeZone: "Europe/London",
      hours: { weekdays: ["09:00-17:00"] },
      bankHolidays: "england-and-wales",
    },
  },
  severities: ["1", "2"],
  targets: {
    reply: {
      allowance: { hours: 1, calendar: "office" },
      runs: ["open"],
      stops: ["waiting", "done"],
      onReopen: "first-only",
    },
    fix: {
      allowance: { "1": { hours: 4, calendar: "office" }, "2": { hours: 8, calendar: "office" } },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      warnAt: [0.75],
    },
  },
});
