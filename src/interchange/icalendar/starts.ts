import { show } from "../../input/show";
import { type DayNumber, dayNumber, formatDate, LAST_DAY } from "../../time/civil-date";
import { type ClosedDays, refuserOf } from "./closed-days";
import { propertiesOf } from "./events";
import { occurrencesOf } from "./occurrences";

/** The days on which the occurrences of an event begin. */
export interface Starts {
  /** The days in order, removed ones included, as far as the search went. */
  readonly all: readonly DayNumber[];
  readonly removed: ReadonlySet<DayNumber>;
  /** The last day that was looked at. */
  readonly last: DayNumber;
  /** Whether they end by themselves. */
  readonly isBounded: boolean;
}

/** A rule and a recurrence that agree for this many years always agree. */
const PROOF_YEARS = 40;

/**
 * The days on which the occurrences of an event begin, without those of RDATE.
 *
 * @throws {DefinitionError} if DTSTART or a removed day is not one of them.
 */
export function startsOf(days: ClosedDays): Starts {
  const { event, recurrence, first } = days;
  const refuse = refuserOf(event);
  const isBounded = recurrence?.count !== undefined || recurrence?.until !== undefined;
  const lastRemoved = Math.max(first, ...days.removed.map(({ day }) => day));
  const proof = dayNumber(Number(formatDate(lastRemoved).slice(0, 4)) + PROOF_YEARS, 12, 31);
  const last = isBounded ? LAST_DAY : Math.min(proof, LAST_DAY);
  const all = recurrence ? occurrencesOf(recurrence, first, last) : [first];
  if (all[0] !== first) {
    const [rule = "RRULE"] = propertiesOf(event, "RRULE");
    refuse(
      rule,
      `DTSTART ${formatDate(first)} is not one of its dates, and RFC 5545 does not say what that means; begin with one of them`,
    );
  }
  const known = new Set([...all, ...days.added]);
  for (const { day, by } of days.removed) {
    if (known.has(day)) continue;
    refuse(by, `${show(formatDate(day))} is not one of the dates of the event; take it out`);
  }
  const removed = new Set(days.removed.map(({ day }) => day));
  return { all, removed, last, isBounded: isBounded || !recurrence };
}
