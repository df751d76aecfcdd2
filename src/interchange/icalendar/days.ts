import { show } from "../../input/show";
import { type DayNumber, dayOfWall, FIRST_DAY, LAST_DAY, parseDate } from "../../time/civil-date";
import { isZoneName, type TabledZone, zoneNamed } from "../../time/zone";
import { zoneProblem } from "../../time/zone-names";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../timeline/units";
import type { Property } from "./events";

/** Refuses a property of an event. */
export type Refuse = (property: Property | string, message: string) => never;

/** A day as a property gives it. */
export interface ReadDay {
  readonly day: DayNumber;
  /** Whether it is a date alone, without a time. */
  readonly isDate: boolean;
  /** The zone that it was converted from; undefined for a date, or for a time in the calendar's own zone. */
  readonly convertedFrom: string | undefined;
}

/** A value taken apart: its date, and the time with it. */
interface Written {
  readonly day: DayNumber;
  /** Milliseconds after midnight; undefined for a date alone. */
  readonly timeMs: number | undefined;
  readonly isUtc: boolean;
}

/**
 * The day of a date, or of a midnight on the calendar's clock.
 *
 * @param zone the calendar's; undefined if it is unknown
 */
export function readDay(
  property: Property,
  value: string,
  zone: TabledZone | undefined,
  refuse: Refuse,
): ReadDay {
  const { day, timeMs, isUtc } = written(property, value, refuse);
  if (timeMs === undefined) return { day, isDate: true, convertedFrom: undefined };
  const midnight = (wallMs: number, from?: string): ReadDay => {
    if (wallMs % DAY_MS === 0) {
      return { day: dayOfWall(wallMs), isDate: false, convertedFrom: from };
    }
    const clock = new Date(wallMs).toISOString().slice(11, 16);
    const where = from === undefined ? "" : ` in ${zone?.name}`;
    return refuse(
      property,
      `${show(value)} is ${clock}${where}, and a closure is of whole days; say the hours of that day in the calendar itself`,
    );
  };
  const wallMs = day * DAY_MS + timeMs;
  const name = isUtc ? "UTC" : property.parameters.get("TZID");
  if (name === undefined) return midnight(wallMs);
  if (!isZoneName(name)) return refuse(property, zoneProblem(name));
  if (!zone) {
    return refuse(
      property,
      `${show(value)} is a time in ${name}; give the calendar's zone, as { timeZone: "Europe/London" }`,
    );
  }
  const from = zoneNamed(name);
  if (from.name === zone.name) return midnight(wallMs);
  return midnight(zone.offsets.wallAt(from.offsets.instantOf(wallMs)), from.name);
}

/**
 * The last day of UNTIL. In a series of dates, both the midnight that begins a day and the second that ends it
 * mean that day, whatever their zone.
 */
export function readUntil(
  property: Property,
  value: string,
  { zone, isDate }: { readonly zone: TabledZone | undefined; readonly isDate: boolean },
  refuse: Refuse,
): DayNumber {
  const { day, timeMs, isUtc } = written(property, value, refuse);
  if (timeMs === undefined || !isUtc) return day;
  if (isDate && (timeMs === 0 || timeMs === DAY_MS - SECOND_MS)) return day;
  if (zone) return dayOfWall(zone.offsets.wallAt(day * DAY_MS + timeMs));
  return refuse(
    property,
    `UNTIL=${value} is a time in UTC; give the calendar's zone, as { timeZone: "Europe/London" }`,
  );
}

function written(property: Property, value: string, refuse: Refuse): Written {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(Z)?)?$/.exec(value);
  if (!match) {
    return refuse(property, `${show(value)} given; expected a date such as 20261225`);
  }
  const [, year, month, date, hours, minutes, seconds, utc] = match;
  const day = parseDate(`${year}-${month}-${date}`);
  if (day === undefined) return refuse(property, `${show(value)} is not a date that exists`);
  if (day < FIRST_DAY || day > LAST_DAY) {
    return refuse(property, `${show(value)} given; calendars have dates from 1900 to 2200`);
  }
  const timeMs =
    hours === undefined
      ? undefined
      : Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
  if (timeMs !== undefined && property.parameters.get("VALUE")?.toUpperCase() === "DATE") {
    return refuse(property, `${show(value)} has a time, and VALUE=DATE says that it has none`);
  }
  return { day, timeMs, isUtc: utc !== undefined };
}
