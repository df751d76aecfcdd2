import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alwaysOpen, defineCalendar } from "../../src/index";
import { anyCalendarDefinition, calendarLaws, checkCalendar } from "../../src/testing";

const HOURS = join(import.meta.dirname, "../../calendars/hours");

const shipped = readdirSync(HOURS).map((file) =>
  defineCalendar(JSON.parse(readFileSync(join(HOURS, file), "utf8"))),
);

describe.each(shipped)("the shipped calendar $id", (calendar) => {
  it.each(calendarLaws)("$title", (law) => {
    law.check(calendar);
  });
});

const years = { from: "1980-01-01T00:00:00Z", until: "2040-01-01T00:00:00Z" };

const nights = defineCalendar({
  id: "nights",
  timeZone: "Europe/London",
  hours: { daily: ["22:00-06:00"], weekdays: ["09:00-12:30", "12:30-17:00", "22:00-06:00"] },
  bankHolidays: ["2026-12-25", { date: "2026-12-28", title: "Boxing Day" }, "2027-01-01"],
  exceptions: { "2026-12-24": ["09:00-24:00"], "2026-10-25": { hours: ["00:30-02:30"] } },
});
const lordHowe = defineCalendar({
  id: "lord-howe",
  timeZone: "Australia/Lord_Howe",
  hours: { daily: ["01:00-03:00"] },
});

describe.each([
  nights,
  alwaysOpen("America/Sao_Paulo"),
  defineCalendar({ id: "never-open", timeZone: "Pacific/Apia", hours: {} }),
  nights.union(lordHowe),
  alwaysOpen("Asia/Gaza").except(nights),
])("the calendar $id", (calendar) => {
  it.each(calendarLaws)("$title", (law) => {
    law.check(calendar, { numRuns: 6, ...years });
  });
});

describe("any calendar", () => {
  it("keeps every law", () => {
    const examples = anyCalendarDefinition();
    fc.assert(
      fc.property(examples, (definition) => {
        checkCalendar(defineCalendar(definition), { numRuns: 3, ...years });
      }),
      { numRuns: 5 },
    );
  });
});

describe("the laws", () => {
  it("have unique names and titles", () => {
    expect(new Set(calendarLaws.map(({ name }) => name)).size).toBe(calendarLaws.length);
    expect(new Set(calendarLaws.map(({ title }) => title)).size).toBe(calendarLaws.length);
  });
});
