import { describe, expect, it } from "vitest";
import { DefinitionError } from "../../src";
import { calendarFromSchemaOrg } from "../../src/interchange";

const shop = { id: "shop", timeZone: "Europe/London" };
const monday = { dayOfWeek: "Monday", opens: "09:00", closes: "17:00" };
const closed = { dayOfWeek: "Monday", opens: "00:00", closes: "00:00" };
const on = (date: string, through = date) => ({ validFrom: date, validThrough: through });

function problemsOf(value: unknown, options: object = {}) {
  try {
    calendarFromSchemaOrg(value, { ...shop, ...options });
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems;
    throw error;
  }
  throw new Error("it is taken");
}

describe("an unsupported or invalid entry is refused with its place", () => {
  it.each<[string, object, readonly string[], string]>([
    ["seconds that count", { ...monday, closes: "23:59:59" }, ["closes"], "without seconds"],
    ["an offset", { ...monday, opens: "09:00Z" }, ["opens"], "without an offset"],
    ["one digit", { ...monday, opens: "9:00" }, ["opens"], '"08:00"'],
    ["25:00", { ...monday, closes: "25:00" }, ["closes"], '"08:00"'],
    ["to open at 24:00", { ...monday, opens: "24:00" }, ["opens"], '"08:00"'],
    ["no length", { ...monday, closes: "09:00" }, ["closes"], "at the same time"],
    ["no closing", { dayOfWeek: "Monday", opens: "09:00" }, [], 'both "opens" and "closes"'],
    ["a day cut short", { ...monday, dayOfWeek: "Mon" }, ["dayOfWeek"], "one of Monday"],
    ["no days", { ...monday, dayOfWeek: [] }, ["dayOfWeek"], ""],
    ["neither days nor dates", { opens: "09:00", closes: "17:00" }, ["dayOfWeek"], "days of the"],
    ["no end", { ...monday, validFrom: "2026-01-01" }, [], '"validThrough"'],
    ["no beginning", { ...monday, validThrough: "2026-01-01" }, [], '"validFrom"'],
    ["an end first", { ...monday, ...on("2026-02-01", "2026-01-01") }, ["validThrough"], "before"],
    ["an invalid date", { ...monday, ...on("2026-02-30") }, ["validFrom"], "that exists"],
    ["a time for a date", { ...monday, ...on("2026-02-02T00:00") }, ["validFrom"], "that exists"],
    [
      "a date of another day",
      { ...monday, ...on("2026-12-25") },
      ["dayOfWeek"],
      "hold none of these",
    ],
    ["a misspelt key", { ...monday, validForm: "2026-01-01" }, ["validForm"], "unknown key"],
    ["an invalid name", { ...monday, name: 7 }, ["name"], ""],
  ])("%s", (_, entry, path, message) => {
    const problems = problemsOf([monday, entry]);
    const found = problems.find((problem) => problem.path.join() === [1, ...path].join());
    expect(found?.message).toContain(message);
  });

  it("with every problem, each with its place", () => {
    const place = {
      openingHoursSpecification: [monday, { ...monday, opens: "9" }],
      specialOpeningHoursSpecification: { ...monday, closes: "5" },
    };
    expect(problemsOf(place).map(({ path }) => path)).toEqual([
      ["openingHoursSpecification", 1, "opens"],
      ["specialOpeningHoursSpecification", "closes"],
      ["specialOpeningHoursSpecification", "validFrom"],
    ]);
  });
});

describe("contradictory entries are refused", () => {
  it.each<[string, object, string]>([
    [
      "open and closed",
      [monday, closed],
      "one entry says that Monday is closed and another that it is open",
    ],
    [
      "two ranges of dates",
      [
        monday,
        { opens: "09:00", closes: "12:00", ...on("2026-08-01", "2026-08-05") },
        { opens: "10:00", closes: "12:00", ...on("2026-08-05", "2026-08-09") },
      ],
      "2026-08-05 lies in the dates of two entries",
    ],
    [
      "too many dates",
      // 150 entries of 30 dates each; a longer one would be a rule.
      Array.from({ length: 150 }, (_, i) => {
        const first = Date.UTC(2000, 0, 1 + 30 * i);
        const dates = [first, first + 29 * 86_400_000].map((ms) => new Date(ms));
        const [from = "", to = ""] = dates.map((date) => date.toISOString().slice(0, 10));
        return { ...monday, ...on(from, to) };
      }),
      "more than 4000 dates",
    ],
    [
      "special hours alone",
      { specialOpeningHoursSpecification: { ...monday, ...on("2026-08-03") } },
      'a place with "openingHoursSpecification"',
    ],
  ])("%s", (_, value, message) => {
    expect(problemsOf(value)[0]?.message).toContain(message);
  });

  it("public holidays without their dates", () => {
    const holidays = { ...closed, dayOfWeek: "PublicHolidays" };
    expect(problemsOf([monday, holidays])[0]?.message).toContain("give bankHolidays");
  });
});

describe("a value without opening hours is refused", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["text", "Mo-Fr 09:00-17:00"],
    ["no entries", []],
    ["a place without", { "@type": "Library", openingHours: "Mo-Fr 09:00-17:00" }],
  ])("%s", (_, value) => {
    expect(problemsOf(value)[0]?.message).toMatch(/calendarFromOpeningHours|object/);
  });

  it("and a value without an end is refused", () => {
    const circle: { openingHoursSpecification?: unknown } = {};
    circle.openingHoursSpecification = [circle];
    expect(problemsOf(circle)[0]?.message).toContain("not circular");
  });
});
