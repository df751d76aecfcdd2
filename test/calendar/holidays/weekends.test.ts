import { describe, expect, it } from "vitest";
import {
  bankHolidays,
  defineCalendar,
  type HoursDefinition,
  parseBankHolidays,
} from "../../../src";
import { GOV_UK } from "../../data/gov-uk";

/** A desk that is open every day of the week. */
const daily = (
  division: HoursDefinition["bankHolidays"],
  onWeekends?: "open" | "closed",
): HoursDefinition => ({
  id: "daily",
  timeZone: "Europe/London",
  hours: { daily: ["09:00-17:00"] },
  ...(division === undefined ? {} : { bankHolidays: division }),
  ...(onWeekends === undefined ? {} : { bankHolidaysOnWeekends: onWeekends }),
});

/** The dates on which one calendar is closed and another open. */
function closedOnlyIn(one: HoursDefinition, other: HoursDefinition): readonly string[] {
  const [a, b] = [defineCalendar(one), defineCalendar(other)];
  const dates: string[] = [];
  for (let ms = Date.UTC(1998, 0, 1); ms < Date.UTC(2041, 0, 1); ms += 86_400_000) {
    const date = new Date(ms).toISOString().slice(0, 10);
    if (!a.isWorkingDay(date) && b.isWorkingDay(date)) dates.push(date);
  }
  return dates;
}

describe("bank holidays on weekends", () => {
  // As many weekend days as the holidays library of vacanza has for these years beside the days in lieu.
  it.each([
    ["england-and-wales", 39],
    ["scotland", 61],
    ["northern-ireland", 63],
  ])("of %s from 1998 to 2040 are %d, and closed on request", (division, count) => {
    const closed = closedOnlyIn(daily(division, "closed"), daily(division));
    expect(closed.length).toBe(count);
    // Another way to them: a day in lieu is a date that is not the fixed day its title names.
    const fixed: Readonly<Record<string, string>> = {
      "New Year's Day": "01-01",
      "2nd January": "01-02",
      "St Patrick's Day": "03-17",
      "Battle of the Boyne (Orangemen's Day)": "07-12",
      "St Andrew's Day": "11-30",
      "Christmas Day": "12-25",
      "Boxing Day": "12-26",
    };
    const { events } = bankHolidays(division);
    const days = new Set(events.map(({ date }) => date));
    const inLieuOf = events.flatMap(({ date, title }) => {
      const monthDay = fixed[title];
      const itself = `${date.slice(0, 4)}-${monthDay}`;
      const isWeekend = [0, 6].includes(new Date(itself).getUTCDay());
      return monthDay !== undefined && isWeekend && !days.has(itself) ? [itself] : [];
    });
    expect(closed).toEqual(inLieuOf.sort());
  });

  it("are open by default, and if the definition says so", () => {
    // 25 December 2027 is a Saturday.
    for (const onWeekends of [undefined, "open"] as const) {
      const calendar = defineCalendar(daily("england-and-wales", onWeekends));
      expect(calendar.hoursOn("2027-12-25")).toEqual(["09:00-17:00"]);
      expect(calendar.reasonFor("2027-12-25")).toEqual({ because: "week" });
    }
  });

  it("have their names, and are closed even if bank holidays have hours", () => {
    const calendar = defineCalendar({
      ...daily("scotland", "closed"),
      bankHolidayHours: ["10:00-12:00"],
    });
    // 2 January 2027 is a Saturday, 30 November 2030 as well; 2 January's day in lieu is Monday 4 January.
    expect(calendar.reasonFor("2027-01-02")).toEqual({
      because: "bank-holiday",
      title: "2nd January",
    });
    expect(calendar.hoursOn("2027-01-02")).toEqual([]);
    expect(calendar.hoursOn("2027-01-04")).toEqual(["10:00-12:00"]);
    expect(calendar.reasonFor("2030-11-30").title).toBe("St Andrew's Day");
  });

  it("do not include St Andrew's Day before the Act of 2007", () => {
    // 30 November 2002 is a Saturday, and in 2008 a Sunday.
    const calendar = defineCalendar(daily("scotland", "closed"));
    expect(calendar.isWorkingDay("2002-11-30")).toBe(true);
    expect(calendar.isWorkingDay("2008-11-30")).toBe(false);
  });

  it("give way to an exception", () => {
    const calendar = defineCalendar({
      ...daily("england-and-wales", "closed"),
      exceptions: { "2027-12-25": ["10:00-11:00"] },
    });
    expect(calendar.hoursOn("2027-12-25")).toEqual(["10:00-11:00"]);
  });

  it("are known for the Welsh file too, in Welsh, and for its years alone", () => {
    const file = {
      division: "cymru-a-lloegr",
      events: [
        { title: "Dydd Nadolig", date: "2027-12-27", notes: "Diwrnod amgen", bunting: true },
        { title: "Dydd Calan", date: "2027-01-01", notes: "", bunting: true },
      ],
    };
    const calendar = defineCalendar(daily(parseBankHolidays(file, "england-and-wales"), "closed"));
    expect(calendar.reasonFor("2027-12-25").title).toBe("Christmas Day");
    expect(calendar.coverage.to).toBe("2027-12-31");
  });

  it("are unknown for a custom list, and a note says so", () => {
    const calendar = defineCalendar(daily(["2027-12-27"], "closed"));
    expect(calendar.isWorkingDay("2027-12-25")).toBe(true);
    expect(calendar.notes).toEqual([expect.stringContaining("changes nothing")]);
  });

  it("of GOV.UK's own file are those of the shipped dates", () => {
    const parsed = parseBankHolidays(GOV_UK, "scotland");
    const { from, to } = parsed;
    const closed = closedOnlyIn(daily("scotland", "closed"), daily("scotland"));
    const [a, b] = [daily(parsed, "closed"), daily(parsed)].map((each) => defineCalendar(each));
    const within = closed.filter((date) => from <= date && date <= to);
    expect(within.length).toBeGreaterThan(5);
    for (const date of within) {
      expect([a?.isWorkingDay(date), b?.isWorkingDay(date)], date).toEqual([false, true]);
    }
  });
});
