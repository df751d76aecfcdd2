import { Hash } from "../input/hash";
import type { DayNumber } from "../time/civil-date";
import { DAY_MS } from "../timeline/units";
import type { CalendarModel } from "./calendar-model";

/** A hash of when a calendar is open from one date to another, both included; 16 hexadecimal digits. */
export function fingerprintOf(model: CalendarModel, first: DayNumber, last: DayNumber): string {
  const hash = new Hash();
  const { offsets } = model.zone;
  const startMs = offsets.instantOf(first * DAY_MS);
  // The date and its midnight decide the answers about dates; its periods decide those about instants.
  for (let day = first - 1; day <= last; day++) {
    const { opens, closes } = model.periodsOn(day);
    hash.add(day);
    hash.add(offsets.instantOf(day * DAY_MS));
    for (const [i, close] of closes.entries()) {
      // Of the date before, only the shifts that run on into the span count.
      if (close <= startMs) continue;
      hash.add(Math.max(opens[i] as number, startMs)); // Both columns have the same length.
      hash.add(close);
    }
  }
  return hash.digest();
}
