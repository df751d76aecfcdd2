import type { PolicyDefinition } from "../../src";

/** A desk in London with weekdays, bank holidays and a calendar that never closes. */
export const londonDesk = {
  id: "desk",
  calendars: {
    days: {
      timeZone: "Europe/London",
      hours: { weekdays: ["00:00-24:00"] },
      bankHolidays: "england-and-wales",
    },
    office: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } },
    always: { timeZone: "Europe/London", hours: { daily: ["00:00-24:00"] } },
  },
  targets: {
    fix: { allowance: { hours: 8, calendar: "office" }, runs: ["open"], stops: ["done"] },
  },
} as const satisfies PolicyDefinition;

/** An instant as ISO 8601 text; null stays null. */
export const isoOf = (at: { toISO: () => string | null } | null) => at?.toISO() ?? null;
