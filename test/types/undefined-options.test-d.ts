/** Options may be `undefined`, as a caller who passes on its own options has them; checked by `npm run types`. */
import {
  alwaysOpen,
  type DaysBetweenOptions,
  defineCalendar,
  type Tie,
  type WorkingDayOptions,
} from "../../src/index";
import { closuresFromICalendar } from "../../src/interchange";
import { expectCalendar } from "../../src/testing";

declare const given: {
  readonly tie: Tie | undefined;
  readonly days: { readonly [K in keyof WorkingDayOptions]: WorkingDayOptions[K] | undefined };
  readonly bounds: DaysBetweenOptions["bounds"] | undefined;
  readonly text: string | undefined;
  readonly hours: number | undefined;
};

const calendar = alwaysOpen();
const at = "2026-01-05T09:00:00Z";

calendar.add(at, { hours: 1 }, { tie: given.tie });
calendar.subtract(at, { hours: 1 }, { tie: undefined });
calendar.addWorkingDays(at, 1, given.days);
calendar.workingDaysBetween(at, at, { bounds: given.bounds, cutoff: given.text });
calendar.union(calendar, { id: given.text, title: given.text });
defineCalendar(calendar.toJSON(), { bankHolidays: undefined });
closuresFromICalendar("", { timeZone: given.text });
expectCalendar(calendar).everyWeekOpens({ min: given.hours, max: given.hours });
