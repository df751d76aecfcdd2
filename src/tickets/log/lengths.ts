import { Duration } from "luxon";
import type { ColumnMap } from "./columns";

type Written = NonNullable<ColumnMap["onHold"]>["written"];

const HOUR_MS = 3_600_000;
const PER_UNIT: Partial<Record<Written, number>> = {
  hours: HOUR_MS,
  minutes: 60_000,
  seconds: 1000,
};

/** A length of time in milliseconds, or why the text is not one. */
export function readLength(text: string, written: Written): number | { readonly reason: string } {
  const unitMs = PER_UNIT[written];
  if (unitMs !== undefined) {
    // A comma before one or two digits is a decimal comma; before three it may set thousands apart.
    const number = /^\d+(?:\.\d+|,\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : null;
    if (number !== null) return Math.round(number * unitMs);
    return { reason: `it is not a number of ${written}` };
  }
  if (written === "iso") return readIsoLength(text);
  const match = written === "hh:mm" ? /^(\d+):([0-5]\d)$/ : /^(\d+):([0-5]\d):([0-5]\d)$/;
  const [, hours, minutes, seconds = "0"] = match.exec(text) ?? [];
  if (hours === undefined) return { reason: `it is not written ${written}` };
  return Number(hours) * HOUR_MS + Number(minutes) * 60_000 + Number(seconds) * 1000;
}

function readIsoLength(text: string): number | { readonly reason: string } {
  const length = Duration.fromISO(text);
  if (!length.isValid) return { reason: "it is not an ISO 8601 duration, such as PT2H30M" };
  const { years, months, weeks, days } = length;
  if (years || months || weeks || days) {
    return { reason: "its days may be working days or days of 24 hours; write it in hours" };
  }
  const ms = length.toMillis();
  return ms < 0 ? { reason: "it is less than nothing" } : ms;
}
