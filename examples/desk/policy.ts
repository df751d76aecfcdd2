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

/** The clocks of one ticket. */
export type DeskClocks = ReturnType<typeof desk.follow>;

/** The clocks of a ticket, new or as they were saved. */
export function clocksOf(ticket: string, saved?: string): DeskClocks {
  // With their working, so events that come late can be put in their place.
  return desk.follow({ ticket, keepWorking: true, from: saved && JSON.parse(saved) });
}

/** The instant of their last event; before the first, one before all others. */
export function lastMsOf(clocks: DeskClocks): number {
  const taken = clocks.save().history ?? [];
  return Math.max(Number.NEGATIVE_INFINITY, ...taken.map(({ atMs }) => atMs));
}
