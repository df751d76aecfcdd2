// How long a calendar takes from its definition to its first answer in 2026: in milliseconds, as JSON.
import { defineCalendar } from "../../dist/index.js";

const CHRISTMAS = Date.UTC(2026, 11, 24, 12);
const HOURS = 8 * 3_600_000;

let made = 0;

/** A definition that has not been seen before, compiled and asked. */
function time(timeZone) {
  const definition = {
    id: `calendar-${++made}`,
    timeZone,
    hours: { weekdays: ["09:00-17:00"] },
    bankHolidays: "england-and-wales",
  };
  const startedAt = performance.now();
  defineCalendar(definition).timeline.add(CHRISTMAS, HOURS);
  return performance.now() - startedAt;
}

const zones = Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "Europe/London");
const cold = time("Europe/London");
const further = Array.from({ length: 100 }, () => time("Europe/London"));
// Far apart in the list, so their rules differ.
const first = Array.from({ length: 40 }, (_, i) => time(zones[i * 10]));
console.log(JSON.stringify({ cold, further, first }));
