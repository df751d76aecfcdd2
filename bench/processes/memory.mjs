// What calendars keep once they have answered for ten years: in bytes for each, as JSON.
import { defineCalendar } from "../../dist/index.js";

const COUNT = 200;
const FROM = "2016-01-01T00:00:00Z";
const TO = "2026-01-01T00:00:00Z";

function define(i) {
  return defineCalendar({
    id: `calendar-${i}`,
    timeZone: "Europe/London",
    hours: { weekdays: ["09:00-17:00"] },
    bankHolidays: "england-and-wales",
    exceptions: { "2026-12-24": ["09:00-12:00"] },
  });
}

const held = () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

function askTime(calendar) {
  calendar.between(FROM, TO);
  calendar.add(FROM, { hours: 15_000 });
}

function askDays(calendar) {
  calendar.workingDaysBetween(FROM, TO);
  calendar.addWorkingDays(FROM, 2_000);
}

// What all calendars share is there already when the counting begins.
const shared = define(0);
askTime(shared);
askDays(shared);

const before = held();
const calendars = Array.from({ length: COUNT }, (_, i) => define(i + 1));
const defined = held();
for (const calendar of calendars) askTime(calendar);
const timed = held();
for (const calendar of calendars) askDays(calendar);
const counted = held();
if (calendars.length !== COUNT) throw new Error("they are still in use");
const each = (bytes) => (bytes - before) / COUNT;
console.log(JSON.stringify({ defined: each(defined), timed: each(timed), counted: each(counted) }));
