import { describe, expect, it } from "vitest";
import { DefinitionError } from "../../src";
import { calendarFromOpeningHours, calendarFromSchemaOrg } from "../../src/interchange";

const desk = { id: "desk", timeZone: "Europe/London" };

function problemsOf(text: string, options: object = {}) {
  try {
    calendarFromOpeningHours(text, { ...desk, ...options });
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems;
    throw error;
  }
  throw new Error(`${text} is taken`);
}

describe("an unsupported part is refused with its place and a remedy", () => {
  it.each([
    ["sunrise-sunset", 0, "give times of day"],
    ["08:00-sunset", 6, "give times of day"],
    ["08:00-12:00,(sunrise+01:00)-18:00", 12, "give times of day"],
    ["Mo-Fr 08:00+", 11, "give a closing time"],
    ["Mo-Fr 08:00-18:00+", 17, "give a closing time"],
    ["Mo-Fr 08:00-18:00/01:30", 17, "give each period"],
    ["Mo-Fr 08:00", 6, "give its end too"],
    ["week 01-10 Mo 08:00-18:00", 0, "give each year's dates"],
    ["2026 week 01 Mo 08:00-18:00", 5, "give each year's dates"],
    ["easter off", 0, "give each year's dates"],
    ["2026 easter off", 5, "give each year's dates"],
    ["2026 Dec 24-Jan 02 off", 12, "needs its year too"],
    ["2026 Dec 24,26 off", 12, "give each year's dates"],
    ["2026 Dec 24+ off", 11, "give the last"],
    ["2026 Dec 24 -1 day off", 13, "give the date itself"],
    ["2026 Dec off", 9, "a whole month is 2026 Dec 01-31"],
    ["2026 off", 5, "a whole year is 2026 Jan 01-2026 Dec 31"],
    ["SH off", 0, "give their dates"],
    ["Mo-Fr,SH off", 6, "give their dates"],
    ["PH -1 day off", 3, "give their dates"],
    ["Dec 24+ off", 6, "give the last"],
    ["Dec 24 -1 day off", 8, "give the date itself"],
    ["Dec 24-2027 Jan 02 off", 7, "give both dates a year"],
    ["Jul-Aug 15 off", 8, "two days, such as Jul 01-Aug 15"],
    ["Jul 15-Aug off", 11, "a day of that month too"],
    ["Feb 20-Feb 29 off", 7, "end on Feb 28"],
    ["Mo[1]-Fr off", 5, "expected"],
    ["Mo-Fr[1] off", 5, "its own numbers"],
    ["Mo[1] +1 day off", 6, "give their dates"],
    ["Mo-Fr 9:00-5:00", 11, "write 05:00 or 17:00"],
    ["Mo-Fr 08:00-18:00 || off", 18, "a fallback rule"],
    ['Mo-Fr 08:00-18:00 "by appointment"', 18, "a comment is not supported"],
    ['Mo-Fr 08:00-18:00 open "by appointment"', 23, "a comment is not supported"],
    ["Mo-Fr 08:00-18:00 unknown", 18, "give open or off"],
    ["Mo-Fr 08:00-18:00, 12:00-13:00 off", 17, 'write "open" before the comma for a break'],
  ])("%s", (text, at, remedy) => {
    const [problem] = problemsOf(text);
    expect(problem?.path).toEqual([at]);
    expect(problem?.message).toContain(remedy);
    expect(problem?.message).toContain(`at character ${at + 1}`);
  });
});

describe("anything but opening_hours is refused with its place and what was expected", () => {
  it.each([
    ["Mo-Fr 08:60-18:00", 6, "there are 60 minutes"],
    ["Mo-Fr 08:00-49:00", 12, "up to 48:00"],
    ["Mo-Fr 24:00-26:00", 6, "before 24:00"],
    ["Mo-Fr 08:00-08:00", 6, "the whole day is 00:00-24:00"],
    ["Mo-Fr 00:00-00:00", 6, "the whole day is 00:00-24:00"],
    ["Mo-Mo 08:00-18:00", 2, "every day is Mo-Su"],
    ["Mo-Fr PH 08:00-18:00", 6, "a comma between days"],
    ["Mo- 08:00-18:00", 4, "expected a day of the week"],
    ["2026 Feb 29 off", 9, "there is no 29 Feb in 2026"],
    ["2026 Dec 26-24 off", 0, "give two dates in order"],
    ["Feb 30 off", 4, "there is no 30 Feb"],
    ["Jul 14-Jul 13 off", 0, "the whole year"],
    ["Mar-Feb off", 0, "the whole year"],
    ["Feb 29-Feb 28 off", 0, "the whole year"],
    ["Mo[6] off", 3, "a number from 1 to 5"],
    ["Mo[0] off", 3, "a number from 1 to 5"],
    ["Mo[2-1] off", 3, "two numbers in order"],
    ["Mo[1 off", 5, '"]" after the numbers'],
    ["Mo-Fr 13am-2pm", 6, "12 hours before noon"],
    ["Mo-Fr 2026 Dec 24 off", 6, "dates come first"],
    ["Mo-Fr 08:00-18:00,", 18, "expected a rule after the comma"],
    ["Mo-Fr 08:00-18:00,; Sa off", 18, "expected days such as Mo-Fr"],
    ["08:00-18:00 Mo-Fr", 12, "in one, dates come first"],
  ])("%s", (text, at, expected) => {
    const [problem] = problemsOf(text);
    expect(problem?.path).toEqual([at]);
    expect(problem?.message).toContain(expected);
  });

  it.each(["", "  ", ";", " ; ;"])("and an empty value is refused: %j", (text) => {
    expect(problemsOf(text)[0]?.message).toContain("it is empty");
  });

  it("rule by rule, with a problem for each", () => {
    const text = "Mo 08:00+; Tu 09:00-17:00; We 09:00+; sunset-24:00";
    expect(problemsOf(text).map(({ path }) => path[0])).toEqual([8, 35, 38]);
  });

  it("and anything but text is refused, and so is text that is too long", () => {
    // The first is not text, and the second is too long.
    expect(() => calendarFromOpeningHours(undefined as never, desk)).toThrow(DefinitionError);
    expect(problemsOf("Mo off;".repeat(10_000))[0]?.message).toContain("at most");
    const years = Array.from({ length: 13 }, (_, i) => 2000 + i);
    const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
    // 13 × 12 × 28 = 4,368 dates; a longer range would be one rule.
    const many = years.flatMap((year) => months.map((month) => `${year} ${month} 01-28 off`));
    expect(problemsOf(many.join("; "))[0]?.message).toContain("more than 4000 dates");
  });
});

describe("a night that a rule of the next day would cut at midnight is refused", () => {
  // What people mean and what the specification says are two things there:
  // https://github.com/opening-hours/opening_hours.js/issues/87, 145, 261 and 441.
  it.each([
    ["Mo-Th 18:00-02:00; Fr 20:00-04:00", "Friday"],
    ["Mo-Su 15:00-03:00; 2026 Apr 03 15:00-24:00", "2026-04-03"],
    ["Mo-Su 18:00-02:00; 2026 Dec 25 off", "2026-12-25"],
    ["2026 Dec 25 22:00-04:00; Sa 10:00-12:00", "2026-12-26"],
    ["Mo-Su 18:00-02:00; PH off", "a public holiday"],
    ["Fr 22:00-04:00; Sa off", "Saturday"],
    ["24/7; Fr 22:00-04:00 off", "Saturday"],
    // In a part of each year, and from a date on: 1 April 2028 is the first Saturday of April then.
    ["Mo-Th 09:00-17:00; Jul-Aug Fr 22:00-04:00; Jul-Aug Sa off", "Saturday"],
    [
      "Mo-Th 09:00-17:00; 2028 Apr 01-2200 Dec 31 Fr 22:00-04:00; 2028 Apr 08-2200 Dec 31 Sa off",
      "2028-04-08",
    ],
  ])("%s", (text, day) => {
    const [problem] = problemsOf(text, { bankHolidays: "scotland" });
    expect(problem?.message).toContain(day);
    expect(problem?.message).toContain('put "," in place of ";"');
  });

  it.each([
    "Mo-Th 18:00-02:00, Fr 20:00-04:00",
    "Mo-Su 18:00-02:00, PH 18:00-02:00 off",
    "Mo-Th 18:00-24:00; Fr 20:00-24:00",
    "Mo-Su 18:00-02:00, 2026 Dec 25 18:00-02:00 off",
  ])("and is taken in the form that the message gives: %s", (text) => {
    const options = { ...desk, bankHolidays: "scotland" };
    expect(() => calendarFromOpeningHours(text, options)).not.toThrow();
  });
});

describe("what is left of a night", () => {
  it("does not start on the next day", () => {
    const [problem] = problemsOf("Mo-Su 18:00-02:00; Mo-Su 18:00-24:30 off");
    expect(problem?.message).toContain("begin after its midnight");
  });
});

describe("public holidays need their dates", () => {
  it.each([
    ["Mo-Fr 08:00-18:00; PH off", {}, "give bankHolidays"],
    ["PH 10:00-12:00", {}, "give bankHolidays"],
    ["PH Mo 10:00-12:00", { bankHolidays: "scotland" }, 'bankHolidays("scotland")'],
    ["PH Mo off; Tu 08:00-12:00", { bankHolidays: "jersey" }, "expected england-and-wales"],
    ["24/7; 2026 Dec 24: PH off", {}, "give bankHolidays"],
    ["24/7; 2026 Dec 24: PH off", { bankHolidays: "scotland" }, "those of a name may yet change"],
  ])("%s with %o", (text, options, message) => {
    expect(problemsOf(text, options)[0]?.message).toContain(message);
  });
});

describe("invalid options are refused", () => {
  it.each([
    [{ timeZone: "Mars/Olympus" }, ["timeZone"]],
    [{ id: "" }, ["id"]],
    [{ bankHolidays: ["Easter"] }, ["bankHolidays", 0]],
  ])("%o", (options, path) => {
    expect(problemsOf("24/7", options).map((problem) => problem.path)).toContainEqual(path);
  });

  it("and missing options are refused", () => {
    expect(() => calendarFromOpeningHours("24/7", null as never)).toThrow(DefinitionError);
  });
});

const HOURS = [{ dayOfWeek: "Monday", opens: "08:00", closes: "18:00" }];

describe("what a reader of opening hours is told beside them", () => {
  it.each([
    [
      "opening hours",
      () => calendarFromOpeningHours("Mo 08:00-18:00", { ...desk, timezone: "UTC" } as typeof desk),
    ],
    ["schema.org", () => calendarFromSchemaOrg(HOURS, { ...desk, timezone: "UTC" } as typeof desk)],
  ])("is refused if it does not exist: %s", (_, read) => {
    expect(read).toThrow(
      '"timezone" is not an option of reading opening hours; did you mean "timeZone"?',
    );
  });
});
