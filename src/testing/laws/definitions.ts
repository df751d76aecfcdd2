import { defineCalendar } from "../../calendar/define-calendar";
import type { CalendarDefinition } from "../../calendar/definition/definition";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { zoneNamed } from "../../time/zone";
import { DAY_MS } from "../../timeline/units";
import { Amount } from "../amounts";
import { inZone, partsOf } from "../arbitraries/definition-parts";
import { found } from "../arbitraries/edges";
import { anySpanNear } from "../arbitraries/instants";
import { ask, type Iso, later } from "../ask";
import { calendarLaw } from "../calendar-law";
import { same } from "../claims";
import { wellWithin } from "../options";

/** A period that is open at an instant began at most this long before it. */
const REACH_MS = 3 * DAY_MS;

/** Laws about what a calendar is made of. */
export const definitionLaws = [
  calendarLaw(
    "json-round-trip",
    "a calendar made again of its own JSON gives the same answers, and the same JSON",
    (calendar, { forAll }, span) => {
      // What a calendar writes as JSON is its definition.
      const again = defineCalendar(JSON.parse(JSON.stringify(calendar)) as CalendarDefinition);
      forAll(anySpanNear(calendar, { ...span, withinDays: 40 }), ({ a, b }) => {
        same({
          "its JSON": JSON.stringify(calendar),
          "the JSON of the other": JSON.stringify(again),
        });
        same({ "it says": answers(calendar, a, b), "the other says": answers(again, a, b) });
      });
    },
  ),

  // It follows from the laws that replay a definition, and stays since it needs no replay.
  calendarLaw(
    "zone-shift",
    "moved to another zone, its hours move with it: by as much as the clocks there are ahead or behind",
    (calendar, { forAll }, span) => {
      const definition = calendar.toJSON();
      const utc = defineCalendar(inZone(definition, "Etc/UTC"));
      // The hours of several zones would each move by another amount.
      const isOfOneZone = new Set(partsOf(definition).map(({ timeZone }) => timeZone)).size === 1;
      const { offsets } = zoneNamed(calendar.timeZone);
      forAll(
        anySpanNear(calendar, { ...wellWithin(calendar, span), withinDays: 10 }),
        ({ a, b }) => {
          const [aMs, bMs] = [Date.parse(a), Date.parse(b)];
          if (!isOfOneZone || offsets.changesWithin(aMs - REACH_MS, bMs + REACH_MS)) return;
          same({
            "in its own zone": answers(calendar, a, b),
            "in UTC": answers(utc, a, b, offsets.offsetAt(aMs)),
          });
        },
      );
    },
  ),
] as const;

/** The answers of a calendar about two later instants, moved back by the difference. */
function answers(calendar: WorkingCalendar, a: Iso, b: Iso, shiftMs = 0) {
  const asked = ask(calendar);
  const [from, to] = [later(a, shiftMs), later(b, shiftMs)];
  const worked = asked.between(from, to);
  const back = (at: Iso) => later(at, -shiftMs);
  return {
    isOpen: asked.isOpen(from),
    hoursOn: found(() => calendar.hoursOn(from)),
    between: new Amount(worked),
    add: back(asked.add(from, worked)),
    subtract: back(asked.subtract(to, worked)),
    periods: asked.periods(from, to).map((period) => period.map(back)),
    workingDaysBetween: found(() => calendar.workingDaysBetween(from, to)),
  };
}
