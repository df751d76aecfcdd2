import { describe, expect, it } from "vitest";
import { defineCalendar } from "../../src/index";

/** Errors that the properties once found, shrunk. Each has its right answer, worked out by hand. */

describe("a clock change that is taken back within days", () => {
  it("Asia/Gaza, on summer time for one week in October 2040 after Ramadan", () => {
    // +02:00 until 20 October 00:00Z, +03:00 until 26 October 23:00Z. Sunday 21 October begins at 00:00+03:00.
    const gaza = defineCalendar({
      id: "gaza",
      timeZone: "Asia/Gaza",
      hours: { sunday: ["00:00-00:01"] },
    });
    expect(gaza.previousOpen("2040-10-27T21:00:00Z").toUTC().toISO()).toBe(
      "2040-10-20T21:00:00.000Z",
    );
    expect(gaza.addWorkingDays("2040-10-19T12:00:00Z", 1).toUTC().toISO()).toBe(
      "2040-10-21T21:00:00.000Z",
    );
  });

  it("America/Recife, on summer time for one week in October 2000", () => {
    // -03:00 until 8 October 03:00Z, -02:00 until 15 October 02:00Z.
    const recife = defineCalendar({
      id: "recife",
      timeZone: "America/Recife",
      hours: { daily: ["09:00-17:00"] },
    });
    expect(recife.nextOpen("2000-10-10T00:00:00Z").toUTC().toISO()).toBe(
      "2000-10-10T11:00:00.000Z",
    );
    expect(recife.nextOpen("2000-10-20T00:00:00Z").toUTC().toISO()).toBe(
      "2000-10-20T12:00:00.000Z",
    );
  });
});

describe("hoursOn a date whose touching periods are a day or longer", () => {
  const lengthOf = (thursday: readonly string[]) => {
    const calendar = defineCalendar({ id: "long", timeZone: "UTC", hours: { thursday } });
    const hours = calendar.hoursOn("2026-01-01");
    return { hours, worked: [...calendar.timeline.periods(monday, nextMonday)] };
  };
  // Thursday 1 January 2026 and the days about it.
  const monday = Date.UTC(2025, 11, 29);
  const nextMonday = Date.UTC(2026, 0, 5);

  it.each([
    // 31 hours; as one it would be written 00:00-07:00, which is seven.
    [["00:00-22:00", "22:00-07:00"]],
    // 24 hours from noon; cut at midnight its second half would be written 00:00-12:00, the wrong day's.
    [["12:00-18:00", "18:00-12:00"]],
    // 36 hours; cut in half and then in quarters it would be written with 00:30-12:30 twice.
    [["00:30-12:31", "12:31-12:30"]],
  ])("%j is written so that it reads back as the same time", (thursday) => {
    const { hours, worked } = lengthOf(thursday);
    expect(lengthOf(hours).worked).toEqual(worked);
  });
});
