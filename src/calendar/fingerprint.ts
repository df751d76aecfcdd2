import { Hash } from "../input/hash";
import type { DayNumber } from "../time/civil-date";
import { DAY_MS } from "../timeline/units";
import type { CalendarModel } from "./calendar-model";

/** A hash of when a calendar is open from one date to another, both included; 16 hexadecimal digits. */
export function fingerprintOf(model: CalendarModel, first: DayNumber, last: DayNumber): string {
  const hash = new Hash();
  const { offsets } = model.zone;
  const startMs = offsets.instantOf(first * DAY_MS);
  // A date and its midnight, for what is asked by date; its periods, for what is asked by instant.
  for (let day = first - 1; day <= last; day++) {
    const { opens, closes } = model.periodsOn(day);
    hash.add(day);
    hash.add(offsets.instantOf(day * DAY_MS));
    for (const [i, close] of closes.entries()) {
      // Of the date before, only what runs on into the span.
      if (close <= startMs) continue;
      hash.add(Math.max(opens[i] as number, startMs)); // Both columns have one length.
      hash.add(close);
    }
  }
  return hash.digest();
}
