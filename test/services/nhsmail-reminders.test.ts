import { describe, expect, it } from "vitest";
import { type NhsmailOptions, nhsmail } from "../../src/index";
import { london } from "./nhsmail-desk";

/** The instants of the chain, by the names of its steps. */
function chain(sentAt: string, options?: NhsmailOptions): Record<string, string | null> {
  const steps = nhsmail(options).milestones.informationRequest(sentAt);
  return Object.fromEntries(steps.map(({ id, at }) => [id, london(at)]));
}

describe("NM-13: the first reminder, 24 hours after the request", () => {
  const first = (sentAt: string, options?: NhsmailOptions) =>
    chain(sentAt, options)["firstReminder"];

  it.each([
    ["on a Monday", "2026-11-16T10:00Z", "Tue 2026-11-17 10:00 +00:00"],
    // 7 h of Friday and 17 h of Monday.
    ["on a Friday evening", "2026-11-20T17:00Z", "Mon 2026-11-23 17:00 +00:00"],
    // The register's own check: the 24 h of Monday.
    ["on a Saturday", "2026-11-21T10:00Z", "Tue 2026-11-24 00:00 +00:00"],
    // 9 h of Christmas Eve and 15 h of Tuesday 29.
    ["on Christmas Eve", "2026-12-24T15:00Z", "Tue 2026-12-29 15:00 +00:00"],
    // The 24 h of Tuesday 29.
    ["on Christmas Day", "2026-12-25T10:00Z", "Wed 2026-12-30 00:00 +00:00"],
    // 14 h of Thursday and 10 h of Tuesday 30, in summer time by then.
    ["before Easter", "2027-03-25T10:00Z", "Tue 2027-03-30 10:00 +01:00"],
    // 14 h of Friday and 10 h of Monday; the hour that the clocks go back is a Sunday's.
    ["before the clocks go back", "2026-10-23T10:00+01:00", "Mon 2026-10-26 10:00 +00:00"],
  ])("frozen, sent %s", (_, sentAt, at) => {
    expect(first(sentAt)).toBe(at);
  });

  it.each([
    ["on a Monday", "2026-11-16T10:00Z", "Tue 2026-11-17 10:00 +00:00"],
    // Saturday 17:00 moves to Monday.
    ["on a Friday evening", "2026-11-20T17:00Z", "Mon 2026-11-23 17:00 +00:00"],
    // The register's own check: Sunday 10:00 moves to Monday.
    ["on a Saturday", "2026-11-21T10:00Z", "Mon 2026-11-23 10:00 +00:00"],
    // Saturday 26 moves over Sunday and Monday, the substitute day, to Tuesday 29.
    ["on Christmas Day", "2026-12-25T10:00Z", "Tue 2026-12-29 10:00 +00:00"],
    // 24 h after Saturday 10:00 BST is Sunday 09:00 GMT, which moves to Monday.
    ["before the clocks go back", "2026-10-24T10:00+01:00", "Mon 2026-10-26 09:00 +00:00"],
  ])("rolled forward, sent %s", (_, sentAt, at) => {
    expect(first(sentAt, { reminders: "roll-forward" })).toBe(at);
  });

  it("does not come if the user has answered", () => {
    const { informationRequest } = nhsmail().milestones;
    const until = "2026-11-17T09:59Z";
    expect(informationRequest("2026-11-16T10:00Z", { until })).toEqual([]);
  });
});

describe("NM-14: two more reminders, 24 hours apart", () => {
  it("24 and 48 hours after the first", () => {
    const { secondReminder, thirdReminder } = chain("2026-11-16T10:00Z");
    expect(secondReminder).toBe("Wed 2026-11-18 10:00 +00:00");
    expect(thirdReminder).toBe("Thu 2026-11-19 10:00 +00:00");
  });

  it("of weekdays: +24, +48, +72 and +96 from a Friday", () => {
    const friday = "2026-11-20T17:00Z";
    const expected = {
      firstReminder: "Mon 2026-11-23 17:00 +00:00",
      secondReminder: "Tue 2026-11-24 17:00 +00:00",
      thirdReminder: "Wed 2026-11-25 17:00 +00:00",
      autoResolution: "Thu 2026-11-26 17:00 +00:00",
    };
    expect(chain(friday)).toEqual(expected);
    expect(chain(friday, { reminders: "roll-forward" })).toEqual(expected);
  });

  it("are not sent once the user has answered", () => {
    const { informationRequest } = nhsmail().milestones;
    const steps = informationRequest("2026-11-16T10:00Z", { until: "2026-11-18T09:00Z" });
    expect(steps.map(({ id, clause }) => [id, clause])).toEqual([["firstReminder", "NM-13"]]);
  });
});

describe("NM-15: automatic resolution, 24 hours after the third reminder", () => {
  const auto = (sentAt: string, options?: NhsmailOptions) =>
    chain(sentAt, options)["autoResolution"];

  it.each<[string, NhsmailOptions, string]>([
    // Sent on Tuesday: Wednesday, Thursday, Friday 10:00; then 14 h of Friday and 10 h of Monday.
    ["frozen", {}, "Mon 2026-11-23 10:00 +00:00"],
    ["rolled forward", { reminders: "roll-forward" }, "Mon 2026-11-23 10:00 +00:00"],
    // The exclusion ends on Friday 10:00.
    ["frozen, then the clock", { autoResolution: "clock" }, "Sat 2026-11-21 10:00 +00:00"],
    [
      "rolled forward, then the clock",
      { reminders: "roll-forward", autoResolution: "clock" },
      "Sat 2026-11-21 10:00 +00:00",
    ],
  ])("%s", (_, options, at) => {
    expect(auto("2026-11-17T10:00Z", options)).toBe(at);
  });

  it.each<[string, NhsmailOptions, string]>([
    // Reminders on Tue 29, Wed 30 and Thu 31 at 15:00; then 9 h of Thursday and 15 h of Mon 4 Jan.
    ["weekdays", { autoResolution: "weekdays" }, "Mon 2027-01-04 15:00 +00:00"],
    ["clock", { autoResolution: "clock" }, "Fri 2027-01-01 15:00 +00:00"],
  ])("over New Year: %s", (_, options, at) => {
    expect(auto("2026-12-24T15:00Z", options)).toBe(at);
  });

  it("by the clock counts the last hour of a Saturday", () => {
    // Reminders on Wednesday 18, Thursday 19 and Friday 20 at 23:30; half an hour of Friday, 23.5 h of Saturday.
    expect(auto("2026-11-17T23:30Z", { autoResolution: "clock" })).toBe(
      "Sat 2026-11-21 23:30 +00:00",
    );
  });

  it("counts a chain from a bank holiday by the midnights that end its days", () => {
    // The 24 h of Tuesday 29, of Wednesday 30 and of Thursday 31. 1 January is excluded, and nothing
    // is sent on it: the third comes as Monday 4 begins, whose 24 h the last step takes.
    expect(chain("2026-12-25T10:00Z")).toEqual({
      firstReminder: "Wed 2026-12-30 00:00 +00:00",
      secondReminder: "Thu 2026-12-31 00:00 +00:00",
      thirdReminder: "Mon 2027-01-04 00:00 +00:00",
      autoResolution: "Tue 2027-01-05 00:00 +00:00",
    });
  });
});

describe("NM-16: weekends and bank holidays are excluded", () => {
  it("so that a reminder at the midnight that begins one comes as the next day that counts begins", () => {
    // Wed 25, Thu 26 and Fri 27 November have 24 h each, and the third ends at Saturday's midnight.
    expect(chain("2026-11-25T00:00Z")).toEqual({
      firstReminder: "Thu 2026-11-26 00:00 +00:00",
      secondReminder: "Fri 2026-11-27 00:00 +00:00",
      thirdReminder: "Mon 2026-11-30 00:00 +00:00",
      autoResolution: "Tue 2026-12-01 00:00 +00:00",
    });
    // From Easter Monday: Tue 30 March, Wed 31 and Thu 1 April; Fri 2 is the last step's, whose
    // midnight is Saturday's.
    expect(chain("2027-03-29T00:00+01:00")).toEqual({
      firstReminder: "Wed 2027-03-31 00:00 +01:00",
      secondReminder: "Thu 2027-04-01 00:00 +01:00",
      thirdReminder: "Fri 2027-04-02 00:00 +01:00",
      autoResolution: "Mon 2027-04-05 00:00 +01:00",
    });
  });

  it("so that the window for re-opening runs from that resolution", () => {
    // 72 hours by the clock from Monday 5 April.
    const { closesAt } = nhsmail().windows.reopen("2027-04-05T00:00+01:00");
    expect(london(closesAt)).toBe("Thu 2027-04-08 00:00 +01:00");
  });

  it.each(["frozen", "roll-forward"] as const)(
    "so that nothing is sent or set on one, whenever the request is sent (%s)",
    (reminders) => {
      const sla = nhsmail({ reminders });
      const days = sla.calendars["workingDays"];
      for (let hour = 0; hour < 24 * 60; hour++) {
        const sentAt = Date.parse("2026-12-01T00:00Z") + hour * 3_600_000;
        for (const { id, at } of sla.milestones.informationRequest(sentAt)) {
          expect([hour, id, days?.isWorkingDay(at)]).toEqual([hour, id, true]);
        }
      }
    },
  );

  it.each<[NonNullable<NhsmailOptions["division"]>, string, string]>([
    ["england-and-wales", "2026-11-27T10:00Z", "Mon 2026-11-30 10:00 +00:00"],
    // Monday is St Andrew's Day.
    ["scotland", "2026-11-27T10:00Z", "Tue 2026-12-01 10:00 +00:00"],
    // Monday 13 July stands in for the 12th, a Sunday.
    ["northern-ireland", "2026-07-10T10:00+01:00", "Tue 2026-07-14 10:00 +01:00"],
    ["england-and-wales", "2026-07-10T10:00+01:00", "Mon 2026-07-13 10:00 +01:00"],
  ])("those of %s, from %s", (division, sentAt, at) => {
    expect(chain(sentAt, { division })["firstReminder"]).toBe(at);
    expect(chain(sentAt, { division, reminders: "roll-forward" })["firstReminder"]).toBe(at);
  });

  it("the last step's too", () => {
    // Reminders on Wednesday, Thursday and Friday 27; Monday is St Andrew's Day in Scotland.
    const { autoResolution } = chain("2026-11-24T10:00Z", { division: "scotland" });
    expect(autoResolution).toBe("Tue 2026-12-01 10:00 +00:00");
  });
});
