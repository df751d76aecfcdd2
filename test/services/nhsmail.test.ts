import { describe, expect, it } from "vitest";
import { bankHolidays, type NhsmailOptions, nhsmail } from "../../src/index";
import { incident, incidentDue, london } from "./nhsmail-desk";

/** Every sum is of 48 hours; a full core day, 07:00 to 22:00, has 15. */

describe("NM-06: 48 core hours, Monday to Friday 07:00 to 22:00", () => {
  it.each([
    // Mon 13, Tue 15 (28), Wed 15 (43), Thu 5.
    ["Monday morning", "2026-11-16T09:00Z", "Thu 2026-11-19 12:00 +00:00"],
    // Fri 13, Mon 15 (28), Tue 15 (43), Wed 5.
    ["Friday morning", "2026-11-20T09:00Z", "Wed 2026-11-25 12:00 +00:00"],
    // Nothing is left of Friday. Mon, Tue, Wed 15 each (45), Thu 3.
    ["Friday night", "2026-11-20T23:00Z", "Thu 2026-11-26 10:00 +00:00"],
    // Thu 4; Fri 25 and Mon 28 are holidays; Tue 29 15 (19), Wed 30 15 (34), Thu 31 14.
    ["Christmas Eve 2026", "2026-12-24T18:00Z", "Thu 2026-12-31 21:00 +00:00"],
    // Friday, the weekend and Monday 29 are closed. Tue, Wed, Thu 15 each (45), Fri 3.
    ["Good Friday 2027, itself closed", "2027-03-26T10:00Z", "Fri 2027-04-02 10:00 +01:00"],
    // Fri 10, Mon 26 15 (25), Tue 15 (40), Wed 8; the clocks go back on the Sunday between.
    [
      "the Friday before the clocks go back",
      "2026-10-23T12:00+01:00",
      "Wed 2026-10-28 15:00 +00:00",
    ],
  ])("%s", (_, createdAt, due) => {
    expect(incidentDue(createdAt)).toBe(due);
  });

  it("is met at the due instant and breached after it", () => {
    const asOf = "2026-11-19T18:00Z";
    const created = ["2026-11-16T09:00Z", "new"] as const;
    const resolvedAt = (at: string) => incident([created, [at, "resolved"]], asOf).status;
    expect(resolvedAt("2026-11-19T12:00Z")).toBe("met");
    expect(resolvedAt("2026-11-19T12:00:00.001Z")).toBe("breached");
  });
});

describe("NM-06: which hours are core", () => {
  it.each<[NonNullable<NhsmailOptions["coreHours"]>, string, string]>([
    // The register's own check: Monday 09:00 gives Thursday 12:00 in all that count hours.
    ["weekdays", "2026-11-16T09:00Z", "Thu 2026-11-19 12:00 +00:00"],
    ["weekends-core", "2026-11-16T09:00Z", "Thu 2026-11-19 12:00 +00:00"],
    ["daily", "2026-11-16T09:00Z", "Thu 2026-11-19 12:00 +00:00"],
    // And Friday 09:00: Fri 13, Sat 24 (37), Sun 11.
    ["weekends-core", "2026-11-20T09:00Z", "Sun 2026-11-22 11:00 +00:00"],
    // Fri 13, Sat 15 (28), Sun 15 (43), Mon 5.
    ["daily", "2026-11-20T09:00Z", "Mon 2026-11-23 12:00 +00:00"],
    // Friday 22:00 to 24:00 is not core, Saturday and Sunday are 24 each.
    ["weekends-core", "2026-11-20T22:30Z", "Mon 2026-11-23 00:00 +00:00"],
    // Fri 10, Sat 24 (34), and 14 of the Sunday of 25: from 00:00 BST that is 13:00 GMT.
    ["weekends-core", "2026-10-23T12:00+01:00", "Sun 2026-10-25 13:00 +00:00"],
    // Good Friday is closed; Sat 24, Sun 23 as the clocks go on (47); Monday is closed; Tue 1.
    ["weekends-core", "2027-03-26T10:00Z", "Tue 2027-03-30 08:00 +01:00"],
    // Christmas Eve 4, Friday closed, Sat 26 15 (19), Sun 27 15 (34), Monday closed, Tue 29 14.
    ["daily", "2026-12-24T18:00Z", "Tue 2026-12-29 21:00 +00:00"],
    // Tue 1, Wed 2, Thu 3, to its end.
    ["flat-3-working-days", "2026-11-16T09:00Z", "Fri 2026-11-20 00:00 +00:00"],
    // Tue 29, Wed 30, Thu 31, to its end.
    ["flat-3-working-days", "2026-12-24T18:00Z", "Fri 2027-01-01 00:00 +00:00"],
  ])("%s: from %s", (coreHours, createdAt, due) => {
    expect(incidentDue(createdAt, { coreHours })).toBe(due);
  });

  it("says the reading taken, and the others with the option that takes them", () => {
    const rule = nhsmail({ coreHours: "daily" }).clauses["NM-06"];
    expect(rule?.reading).toContain("07:00 to 22:00, every day of the week");
    const others = rule?.alternatives.filter(({ option }) => option === "coreHours");
    expect(others?.map(({ value }) => value)).toEqual([
      "weekdays",
      "weekends-core",
      "flat-3-working-days",
    ]);
  });
});

describe("NM-06: bank holidays as core", () => {
  it.each<[string, NhsmailOptions, string]>([
    // Thu 4, Fri 25 15 (19), Mon 28 15 (34), Tue 29 14.
    ["with weekdays", {}, "Tue 2026-12-29 21:00 +00:00"],
    // Thu 4, Fri 25 15 (19), Sat 26 15 (34), Sun 27 14.
    ["with daily hours", { coreHours: "daily" }, "Sun 2026-12-27 21:00 +00:00"],
    // Thu 4, Fri 25 15 (19), Sat 26 24 (43), Sun 27 5.
    ["with core weekends", { coreHours: "weekends-core" }, "Sun 2026-12-27 05:00 +00:00"],
    // Fri 25, Mon 28, Tue 29, to its end.
    ["as flat days", { coreHours: "flat-3-working-days" }, "Wed 2026-12-30 00:00 +00:00"],
    // In Scotland too, where they would be others.
    ["with a division", { division: "scotland" }, "Tue 2026-12-29 21:00 +00:00"],
  ])("%s", (_, options, due) => {
    const chosen = { ...options, bankHolidaysAsCore: "yes" } as const;
    expect(incidentDue("2026-12-24T18:00Z", chosen)).toBe(due);
  });

  it("holds only if it is chosen", () => {
    // As without: the sum of Christmas Eve above.
    const due = incidentDue("2026-12-24T18:00Z", { bankHolidaysAsCore: "no" });
    expect(due).toBe("Thu 2026-12-31 21:00 +00:00");
  });
});

describe("NM-06: whose bank holidays", () => {
  it.each<[NonNullable<NhsmailOptions["division"]>, string, string, string]>([
    // Fri 13, then 15, 15 and 5 of the next three core days, with the Monday or without it.
    [
      "england-and-wales",
      "2026-06-12T09:00+01:00",
      "an ordinary Monday",
      "Wed 2026-06-17 12:00 +01:00",
    ],
    ["scotland", "2026-06-12T09:00+01:00", "15 June, closed", "Thu 2026-06-18 12:00 +01:00"],
    ["scotland", "2026-11-27T09:00Z", "St Andrew's Day, closed", "Thu 2026-12-03 12:00 +00:00"],
    [
      "northern-ireland",
      "2026-07-10T09:00+01:00",
      "13 July, closed",
      "Thu 2026-07-16 12:00 +01:00",
    ],
    // Easter Monday is an ordinary day in Scotland: Thu 13, Mon 29 15 (28), Tue 15 (43), Wed 5.
    ["scotland", "2027-03-25T09:00Z", "Easter Monday, open", "Wed 2027-03-31 12:00 +01:00"],
  ])("%s, from %s: %s", (division, createdAt, _, due) => {
    expect(incidentDue(createdAt, { division })).toBe(due);
  });

  it("can be newer than those shipped", () => {
    const shipped = bankHolidays("england-and-wales");
    const extra = { date: "2026-11-18", title: "Jubilee", notes: "", status: "published" } as const;
    const newer = { ...shipped, events: [...shipped.events, extra] };
    // Mon 13, Tue 15 (28), Wednesday closed, Thu 15 (43), Fri 5.
    const due = incidentDue("2026-11-16T09:00Z", { bankHolidays: [newer] });
    expect(due).toBe("Fri 2026-11-20 12:00 +00:00");
  });
});

describe("NM-14: the clock of NM-06 pauses while Awaiting User info", () => {
  const events = [
    ["2026-11-16T09:00Z", "new"],
    ["2026-11-17T10:00Z", "awaiting-user-info"],
    ["2026-11-18T10:00Z", "in-progress"],
  ] as const;

  it("is due later by the pause", () => {
    expect(incident(events, "2026-11-17T12:00Z").dueAt).toBeNull();
    // Mon 13, Tue 3 (16); paused; Wed 12 (28), Thu 15 (43), Fri 5.
    expect(london(incident(events, "2026-11-18T12:00Z").dueAt)).toBe("Fri 2026-11-20 12:00 +00:00");
  });

  it("can be turned off", () => {
    const off = { pauseAwaitingUserInfo: "no" } as const;
    const reading = incident(events, "2026-11-17T12:00Z", off);
    expect(reading.status).toBe("running");
    // Mon 13, Tue 15 (28), Wed 15 (43), Thu 5, as if nothing had been awaited.
    expect(london(reading.dueAt)).toBe("Thu 2026-11-19 12:00 +00:00");
  });

  it("is what lets an unanswered chain of reminders end in time", () => {
    // 4 x 24 weekday hours after Monday 09:00 is Friday 09:00; 48 core hours end on Thursday 12:00.
    const chain = [
      ["2026-11-16T09:00Z", "new"],
      ["2026-11-16T09:00Z", "awaiting-user-info"],
      ["2026-11-20T09:00Z", "resolved"],
    ] as const;
    expect(incident(chain, "2026-11-20T12:00Z").status).toBe("met");
    const off = { pauseAwaitingUserInfo: "no" } as const;
    expect(incident(chain, "2026-11-20T12:00Z", off).status).toBe("breached");
  });

  it("is flagged as inferred, while it is on", () => {
    expect(nhsmail().clauses["NM-14"]?.inferred).toBe(true);
    expect(nhsmail().clauses["NM-06"]?.reading).toContain("inferred");
    const off = nhsmail({ pauseAwaitingUserInfo: "no" }).clauses;
    expect(off["NM-14"]?.inferred).toBe(false);
    expect(off["NM-06"]?.reading).not.toContain("inferred");
  });
});
