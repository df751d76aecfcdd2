import { type CalendarDefinition, type GpsocOptions, gpsoc } from "../../src/index";

/** A supplier whose fix times the tests of the GPSoC policy take: none are the document's. */

/** Monday to Friday, 08:00 to 18:00, without the bank holidays of England and Wales. */
export const support: CalendarDefinition = {
  timeZone: "Europe/London",
  hours: { weekdays: ["08:00-18:00"] },
  bankHolidays: "england-and-wales",
};

export const supplier: GpsocOptions = {
  fixTimes: {
    "1": { hours: 4, calendar: "support" },
    "2": { hours: 8, calendar: "support" },
    "3": { workingDays: 5, calendar: "workingDays" },
  },
  calendars: { support },
};

/** The policy with that supplier's fix times, unless others are given. */
export function desk(options: Partial<GpsocOptions> = {}) {
  return gpsoc({ ...supplier, ...options });
}

/** Events as `[instant, state]`, or `[instant, state, severity]`. */
export type Events = readonly (readonly [at: string, state: string, severity?: string])[];

/** The reading of an incident against the supplier's fix time. */
export function fix(events: Events, asOf: string, options?: Partial<GpsocOptions>) {
  const history = events.map(([at, state, severity]) =>
    severity === undefined ? { at, state } : { at, state, severity },
  );
  return desk(options).targets.fix.track(history, { asOf });
}
