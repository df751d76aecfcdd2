import fc from "fast-check";
import { DateTime, Duration } from "luxon";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import type { ExactAmount } from "../../time/exact-amount";
import type { InstantLike } from "../../time/instant";
import { isoOf } from "../../timeline/errors";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "../../timeline/units";
import { found } from "../arbitraries/edges";
import { anyInstantsNear, anySpanNear } from "../arbitraries/instants";
import { type Iso, later, wallMs } from "../ask";
import { calendarLaw } from "../calendar-law";
import { is, same } from "../claims";
import { wellWithin } from "../options";
import { dateOf, instantOf, wallOf } from "../replay/wall";

/** A zone whose clocks show another time than those of any calendar that does not keep it. */
const ELSEWHERE = "Asia/Kathmandu";

/** Laws about how instants and amounts are given, and in which zone they come back. */
export const instantLaws = [
  calendarLaw(
    "instant-forms",
    "an instant, a date or an amount has one answer in whatever form it is given, in the calendar's own zone",
    (calendar, { forAll }, span) => {
      const zone = DateTime.fromMillis(0, { zone: calendar.timeZone }).zoneName;
      const examples = fc.record({
        span: anySpanNear(calendar, { ...span, withinDays: 10 }),
        form: fc.constantFrom(...Object.keys(FORMS)),
      });
      forAll(examples, ({ span: { a, b }, form }) => {
        const formed = FORMS[form] ?? asText;
        for (const [question, ask] of Object.entries(QUESTIONS)) {
          const answer = found(() => ask(calendar, a, b));
          same({
            [question]: answer,
            [`${question}, in that form`]: found(() => ask(calendar, formed(a), formed(b))),
          });
          for (const at of [answer].flat().filter(DateTime.isDateTime)) {
            is(`the zone of ${question}`, at.zoneName, zone);
          }
        }
        const milliseconds = wallMs(a, b);
        const answers = Object.entries(amountsOf(milliseconds)).map(([name, amount]) => [
          `add(a, amount), ${name}`,
          found(() => calendar.add(a, amount)),
        ]);
        same(Object.fromEntries(answers));
      });
    },
  ),

  calendarLaw(
    "wall-times",
    "at reads wall time in the calendar's zone: the first of two, and a time that does not occur as much later as the clocks go forward",
    (calendar, { forAll }, span) => {
      const { timeZone } = calendar;
      forAll(anyInstantsNear(calendar, ["at"], wellWithin(calendar, span)), ({ at }) => {
        // Wall times of the hours around a change, of which some occur twice and some never.
        for (const offMs of [0, -HOUR_MS, HOUR_MS, 30 * MINUTE_MS]) {
          const wallTime = wallOf(timeZone, Date.parse(at)) + offMs;
          const text = new Date(wallTime).toISOString().slice(0, -1);
          is(
            `at("${text}")`,
            isoOf(calendar.at(text).toMillis()),
            isoOf(instantOf(timeZone, wallTime)),
          );
        }
        const date = dateOf(wallOf(timeZone, Date.parse(at)));
        same({
          [`at("${date}")`]: isoOf(calendar.at(date).toMillis()),
          [`at("${date}T00:00")`]: isoOf(calendar.at(`${date}T00:00`).toMillis()),
        });
      });
    },
  ),
] as const;

/** Questions that take instants, or the dates of instants. */
const QUESTIONS: Readonly<
  Record<string, (calendar: WorkingCalendar, a: InstantLike, b: InstantLike) => unknown>
> = {
  "isOpen(a)": (calendar, a) => calendar.isOpen(a),
  "between(a, b)": (calendar, a, b) => calendar.between(a, b),
  "add(a, an hour)": (calendar, a) => calendar.add(a, { hours: 1 }),
  "subtract(a, an hour)": (calendar, a) => calendar.subtract(a, { hours: 1 }),
  "nextOpen(a)": (calendar, a) => calendar.nextOpen(a),
  "nextClose(a)": (calendar, a) => calendar.nextClose(a),
  "previousOpen(a)": (calendar, a) => calendar.previousOpen(a),
  "previousClose(a)": (calendar, a) => calendar.previousClose(a),
  "periods(a, b)": (calendar, a, b) =>
    [...calendar.periods(a, b)].flatMap(({ start, end }) => [start, end]),
  "isWorkingDay(a)": (calendar, a) => calendar.isWorkingDay(a),
  "hoursOn(a)": (calendar, a) => calendar.hoursOn(a),
  "reasonFor(a)": (calendar, a) => calendar.reasonFor(a),
  "addWorkingDays(a, 1)": (calendar, a) => calendar.addWorkingDays(a, 1),
  "workingDaysBetween(a, b)": (calendar, a, b) => calendar.workingDaysBetween(a, b),
  "isProvisional(a)": (calendar, a) => calendar.isProvisional(a),
};

const asText = (at: Iso): InstantLike => at;

const FORMS: Readonly<Record<string, (at: Iso) => InstantLike>> = {
  "as text with an offset": offsetText,
  "as a number": Date.parse,
  "as a Date": (at) => new Date(at),
  "as a DateTime elsewhere": (at) => DateTime.fromISO(at, { zone: ELSEWHERE }),
  "as Temporal has it": (at) => ({ epochMilliseconds: Date.parse(at) }),
};

/** The same instant at nine hours ahead of UTC. */
function offsetText(at: Iso): string {
  return later(at, 9 * HOUR_MS).replace("Z", "+09:00");
}

/** The forms of an amount of milliseconds. */
function amountsOf(ms: number): Readonly<Record<string, ExactAmount>> {
  const parts = {
    hours: Math.floor(ms / HOUR_MS),
    minutes: Math.floor((ms % HOUR_MS) / MINUTE_MS),
    seconds: Math.floor((ms % MINUTE_MS) / SECOND_MS),
    milliseconds: ms % SECOND_MS,
  };
  const { hours, minutes, seconds, milliseconds } = parts;
  const fraction = String(milliseconds).padStart(3, "0");
  return {
    "in milliseconds": { milliseconds: ms },
    "in hours, minutes, seconds and milliseconds": parts,
    "as a Duration": Duration.fromObject(parts),
    "as ISO 8601": `PT${hours}H${minutes}M${seconds}.${fraction}S`,
  };
}
