import { describe, expect, it } from "vitest";
import { defineCalendar } from "../../src";

const hoursOn = (timeZone: string, daily: string, date: string) =>
  defineCalendar({ timeZone, hours: { daily: [daily] } }).hoursOn(date);

describe("the hours of a date beside a change of the clock", () => {
  // The clock goes from 24:00 on to 01:00: Egypt on the last Friday of April 2026, Lebanon on the last
  // Sunday of March, Cuba on the second Sunday of March, Paraguay on the first Sunday of October 2023,
  // Brazil on the first Sunday of November 2018. The date before the change has the usual 24 hours.
  it.each([
    ["Africa/Cairo", "2026-04-23"],
    ["Asia/Beirut", "2026-03-28"],
    ["America/Havana", "2026-03-07"],
    ["America/Asuncion", "2023-09-30"],
    ["America/Sao_Paulo", "2018-11-03"],
  ])("%s: the eve %s closes at 24:00, as its definition says", (timeZone, eve) => {
    expect(hoursOn(timeZone, "08:00-24:00", eve)).toEqual(["08:00-24:00"]);
    expect(hoursOn(timeZone, "00:00-24:00", eve)).toEqual(["00:00-24:00"]);
    expect(hoursOn(timeZone, "22:00-02:00", eve)).toEqual(["22:00-02:00"]);
    // A closing within the hour that is skipped is an hour later on the wall (RFC 5545).
    expect(hoursOn(timeZone, "22:00-00:30", eve)).toEqual(["22:00-01:30"]);
  });

  // The clock goes back at midnight to 23:00, or at 01:00 to midnight.
  it.each([
    ["Africa/Cairo", "2026-10-29"], // Friday 30 October, at 00:00.
    ["Asia/Beirut", "2026-10-24"], // Sunday 25 October, at 00:00.
    ["America/Asuncion", "2024-03-23"], // Sunday 24 March, at 00:00.
    ["America/Havana", "2026-11-01"], // Sunday 1 November, at 01:00.
    ["America/Sao_Paulo", "2018-02-17"], // Sunday 18 February, at 00:00.
  ])("%s: %s, which has 25 hours, is whole", (timeZone, date) => {
    expect(hoursOn(timeZone, "08:00-24:00", date)).toEqual(["08:00-24:00"]);
    expect(hoursOn(timeZone, "00:00-24:00", date)).toEqual(["00:00-24:00"]);
  });

  it.each([
    ["Europe/London", "2026-03-29", "00:00-01:00"], // Closes as the clock goes from 01:00 to 02:00.
    ["Europe/London", "2026-10-25", "00:00-02:00"],
    ["America/New_York", "2026-03-08", "00:00-02:00"],
    ["Australia/Lord_Howe", "2026-10-04", "00:00-02:00"], // By half an hour.
  ])("%s, %s: a period that closes at the change is %s", (timeZone, date, hours) => {
    expect(hoursOn(timeZone, hours, date)).toEqual([hours]);
  });

  it("are those of the definition on the eve of a date that does not exist", () => {
    expect(hoursOn("Pacific/Apia", "08:00-24:00", "2011-12-29")).toEqual(["08:00-24:00"]);
    expect(hoursOn("Pacific/Apia", "00:00-24:00", "2011-12-29")).toEqual(["00:00-24:00"]);
  });

  it("make the same instants again as an exception", () => {
    const zones = ["Africa/Cairo", "Asia/Beirut", "America/Havana", "Europe/London"];
    const dates = ["2026-03-07", "2026-03-28", "2026-03-29", "2026-04-23", "2026-10-29"];
    const texts = ["08:00-24:00", "00:00-24:00", "22:00-00:30", "22:00-02:00", "00:30-01:30"];
    for (const timeZone of zones) {
      for (const date of dates) {
        for (const text of texts) {
          const calendar = defineCalendar({ timeZone, hours: { daily: [text] } });
          const periods = (of: typeof calendar) =>
            [...of.periods(of.at("2026-03-01"), of.at("2026-11-30"))].map(String);
          const hours = calendar.hoursOn(date);
          const again = defineCalendar({
            timeZone,
            hours: { daily: [text] },
            exceptions: { [date]: hours },
          });
          expect(periods(again), `${timeZone} ${date} ${text}`).toEqual(periods(calendar));
        }
      }
    }
  });
});
