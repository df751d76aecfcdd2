import { describe, expect, it } from "vitest";
import { bankHolidays, CoreHoursError, DefinitionError, parseBankHolidays } from "../../../src";
import { GOV_UK } from "../../data/gov-uk";

const DIVISIONS = ["england-and-wales", "scotland", "northern-ireland"] as const;

describe("bankHolidays", () => {
  it.each(DIVISIONS)("of %s cover 1998 to 2040, published to 2028", (division) => {
    const { events, ...rest } = bankHolidays(division);
    expect(rest).toEqual({
      division,
      from: "1998-01-01",
      to: "2040-12-31",
      publishedUntil: "2028-12-31",
    });
    for (const { date, status } of events) {
      expect(status, date).toBe(date < "2029-01-01" ? "published" : "projected");
    }
  });

  it("name their day and say what moved it", () => {
    const { events } = bankHolidays("england-and-wales");
    expect(events.find(({ date }) => date === "2026-12-28")).toEqual({
      date: "2026-12-28",
      title: "Boxing Day",
      notes: "Substitute day",
      status: "published",
    });
  });

  it("differ by division", () => {
    const has = (division: string, date: string) =>
      bankHolidays(division).events.some((event) => event.date === date);
    expect(DIVISIONS.filter((division) => has(division, "2026-06-15"))).toEqual(["scotland"]);
    expect(DIVISIONS.filter((division) => has(division, "2027-07-12"))).toEqual([
      "northern-ireland",
    ]);
    expect(DIVISIONS.filter((division) => has(division, "2027-03-29"))).toEqual([
      "england-and-wales",
      "northern-ireland",
    ]);
  });

  it("cannot be changed by a reader", () => {
    const { events } = bankHolidays("scotland");
    expect(Object.isFrozen(events) && events.every(Object.isFrozen)).toBe(true);
    expect(bankHolidays("scotland").events).toBe(events);
  });

  it.each(["wales", "", "__proto__", "constructor"])("of %o are refused by name", (division) => {
    expect(() => bankHolidays(division)).toThrow(
      expect.objectContaining({ code: "division-unknown" }),
    );
    expect(() => bankHolidays(division)).toThrow(CoreHoursError);
  });
});

describe("parseBankHolidays", () => {
  const event = { title: "A day", date: "2031-05-05", notes: "", bunting: true };
  const file = { scotland: { division: "scotland", events: [event] } };

  it("reads the file that gov.uk publishes, as an object or as its text", () => {
    const expected = {
      division: "scotland",
      from: "2031-01-01",
      to: "2031-12-31",
      publishedUntil: "2031-12-31",
      events: [{ date: "2031-05-05", title: "A day", notes: "", status: "published" }],
    };
    expect(parseBankHolidays(file, "scotland")).toEqual(expected);
    expect(parseBankHolidays(JSON.stringify(file), "scotland")).toEqual(expected);
    expect(parseBankHolidays(`\ufeff${JSON.stringify(file)}`, "scotland")).toEqual(expected);
  });

  it.each<[string, unknown, string]>([
    ["text that is not JSON", "<html>", "scotland"],
    ["a list", [], "scotland"],
    ["nothing", null, "scotland"],
    ["a division it does not have", file, "england-and-wales"],
    ["a division that every object has", file, "constructor"],
    [
      "a date that does not exist",
      { x: { division: "x", events: [{ ...event, date: "2031-02-30" }] } },
      "x",
    ],
    ["no events at all", { x: { division: "x", events: [] } }, "x"],
  ])("refuses %s", (_, json, division) => {
    expect(() => parseBankHolidays(json, division)).toThrow(DefinitionError);
  });

  it.each(DIVISIONS)("gives, for %s, the dates that are shipped", (division) => {
    const dates = (events: readonly { readonly date: string }[]) =>
      events.map(({ date }) => date).filter((date) => date >= "2011" && date < "2029");
    const given = parseBankHolidays(JSON.stringify(GOV_UK), division);
    expect(given.events.length).toBeGreaterThanOrEqual(18 * 8);
    expect(dates(given.events)).toEqual(dates(bankHolidays(division).events));
  });
});

describe("a file of bank holidays", () => {
  const event = (date: string, title = "A day") => ({ title, date });
  const parse = (events: readonly object[]) =>
    parseBankHolidays({ scotland: { division: "scotland", events } }, "scotland").events;

  it("is put in order of date, and keeps the order of one date", () => {
    const events = parse([
      event("2031-06-02", "c"),
      event("2031-05-05", "a"),
      event("2031-06-02", "b"),
      event("2030-05-05", "d"),
    ]);
    expect(events.map(({ title }) => title)).toEqual(["d", "a", "c", "b"]);
    expect(events.map(({ notes }) => notes)).toEqual(["", "", "", ""]);
  });

  it.each(["BEGIN:VCALENDAR\nEND:VCALENDAR", " \r\n\tbegin:vcalendar"])(
    "that is an iCalendar file is refused with what reads it: %j",
    (text) => {
      expect(() => parseBankHolidays(text, "scotland")).toThrow(
        'The bank holiday file has 1 problem:\n  (the whole): an iCalendar file given; read it with bankHolidaysFromICalendar of "core-hours/interchange"',
      );
    },
  );

  it.each(["x BEGIN:VCALENDAR", "{ \ufeff }"])(
    "that is some other text is not JSON: %j",
    (text) => {
      expect(() => parseBankHolidays(text, "scotland")).toThrow(/\(the whole\): not JSON: /);
    },
  );

  it("names no notes of a date that has none", () => {
    const { events } = bankHolidays("scotland");
    // New Year's Day of 2027 is a Friday.
    expect(events.find(({ date }) => date === "2027-01-01")?.notes).toBe("");
  });
});
