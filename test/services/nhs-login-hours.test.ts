import { describe, expect, it } from "vitest";
import { nhsLogin, parseBankHolidays } from "../../src";

describe("NL-03: the service runs 24 hours a day, every day of the year", () => {
  const { operational } = nhsLogin().calendars;

  it("is on at night, on bank holidays and on 29 February", () => {
    expect(operational?.isOpen("2026-12-25T03:00:00Z")).toBe(true);
    expect(operational?.hoursOn("2028-02-29")).toEqual(["00:00-24:00"]);
  });

  it("has 25 hours on the day the clocks go back", () => {
    // 25 October 2026 is from 23:00Z of the 24th, midnight BST, to 00:00Z of the 26th, midnight GMT.
    const day = operational?.between("2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z");
    expect(day?.as("hours")).toBe(25);
  });
});

describe("NL-04: business support hours are 8-6 Mon-Fri (except bank holidays)", () => {
  it("opens at 08:00 and closes at 18:00, in London's winter and summer", () => {
    const { support } = nhsLogin().calendars;
    // Friday 20 November 2026 is in GMT, Friday 5 June 2026 in BST, an hour ahead of UTC.
    expect(support?.isOpen("2026-11-20T07:59:59.999Z")).toBe(false);
    expect(support?.isOpen("2026-11-20T08:00:00Z")).toBe(true);
    expect(support?.isOpen("2026-11-20T17:59:59.999Z")).toBe(true);
    expect(support?.isOpen("2026-11-20T18:00:00Z")).toBe(false);
    expect(support?.isOpen("2026-06-05T07:00:00Z")).toBe(true);
    expect(support?.isOpen("2026-06-05T17:00:00Z")).toBe(false);
  });

  // All of these are Mondays to Fridays. The first is nobody's holiday.
  it.each([
    ["2026-11-20", true, true, true, "an ordinary Friday"],
    ["2026-12-25", false, false, false, "Christmas Day"],
    ["2026-12-28", false, false, false, "Boxing Day in lieu of Saturday the 26th"],
    ["2026-01-02", true, false, true, "2nd January"],
    ["2026-03-17", true, true, false, "St Patrick's Day"],
    ["2026-04-06", false, true, false, "Easter Monday"],
    ["2026-06-15", true, false, true, "the World Cup bank holiday"],
    ["2026-07-13", true, true, false, "the Battle of the Boyne in lieu of Sunday the 12th"],
    ["2026-08-03", true, false, true, "the summer bank holiday of Scotland"],
    ["2026-08-31", false, true, false, "that of the others"],
    ["2026-11-30", true, false, true, "St Andrew's Day"],
    ["2027-03-26", false, false, false, "Good Friday"],
    ["2027-03-29", false, true, false, "Easter Monday of 2027"],
  ])("%s: England and Wales %s, Scotland %s, Northern Ireland %s, on %s", (date, ...open) => {
    const [england, scotland, ireland] = open;
    const isOpenIn = (division?: "england-and-wales" | "scotland" | "northern-ireland") =>
      nhsLogin(division && { division }).calendars["support"]?.isWorkingDay(date);
    expect(isOpenIn()).toBe(england);
    expect(isOpenIn("england-and-wales")).toBe(england);
    expect(isOpenIn("scotland")).toBe(scotland);
    expect(isOpenIn("northern-ireland")).toBe(ireland);
  });

  it("moves what is due in Scotland over 15 June 2026", () => {
    const { incidentResolution } = nhsLogin({ division: "scotland" }).targets;
    // Friday the 12th 17:00-18:00 BST is 1 h; closed on Monday; Tuesday 08:00-11:00 the other 3.
    expect(incidentResolution.due("2026-06-12T16:00:00Z", { severity: "1" }).toISO()).toBe(
      "2026-06-16T11:00:00.000+01:00",
    );
  });

  it("moves what is due in Northern Ireland over 13 July 2026 and 17 March 2027", () => {
    const { incidentResolution } = nhsLogin({ division: "northern-ireland" }).targets;
    // Friday the 10th 16:00-18:00 BST is 2 h; closed on Monday; Tuesday 08:00-10:00 the other 2.
    expect(incidentResolution.due("2026-07-10T15:00:00Z", { severity: "1" }).toISO()).toBe(
      "2026-07-14T10:00:00.000+01:00",
    );
    // Tuesday the 16th 17:00-18:00 is 1 h; closed on Wednesday; Thursday 08:00-11:00 the other 3.
    expect(incidentResolution.due("2027-03-16T17:00:00Z", { severity: "1" }).toISO()).toBe(
      "2027-03-18T11:00:00.000+00:00",
    );
  });

  it("takes bank holidays that are newer than those shipped", () => {
    const proclaimed = parseBankHolidays(
      {
        "england-and-wales": {
          division: "england-and-wales",
          events: [{ title: "Proclaimed", date: "2026-11-23", notes: "", bunting: true }],
        },
      },
      "england-and-wales",
    );
    const { incidentResolution } = nhsLogin({ bankHolidays: [proclaimed] }).targets;
    // Friday 16:00-18:00 is 2 h; Monday the 23rd is closed; Tuesday 08:00-10:00 the other 2.
    expect(incidentResolution.due("2026-11-20T16:00:00Z", { severity: "1" }).toISO()).toBe(
      "2026-11-24T10:00:00.000+00:00",
    );
  });
});
