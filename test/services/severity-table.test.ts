import { describe, expect, it } from "vitest";
import { gpsoc, nhsLogin, nhsmail, type Sla, severityTable } from "../../src/index";
import { desk } from "./gpsoc-desk";

/** The rows of one target as `severity: amount, calendar, clause`. */
const rowsOf = (sla: Sla, target: string) =>
  severityTable(sla)
    .filter((row) => row.target === target)
    .map(({ severity, amount, calendar, clause }) => [severity, amount, calendar, clause]);

describe("the severities of NHSmail", () => {
  it("are one tier of 48 core hours, and the clinical one at once around the clock", () => {
    expect(rowsOf(nhsmail(), "incidentResolution")).toEqual([
      ["any", "48 hours", "NHSmail core hours", "NM-06"],
    ]);
    expect(rowsOf(nhsmail(), "route")).toEqual([
      ["clinical", "at once", "Around the clock, every day", "NM-23"],
    ]);
    const [incidents, , , clinical] = severityTable(nhsmail());
    expect(incidents?.pauses).toEqual(["awaiting-user-info"]);
    expect(incidents?.note).toBe("the pause is inferred from NM-14");
    expect(clinical?.note).toMatch(/^routed to NHSmail Helpdesk, then Clinical Safety Incident/);
    const flat = rowsOf(nhsmail({ coreHours: "flat-3-working-days" }), "incidentResolution");
    expect(flat.map(([, amount]) => amount)).toEqual(["3 working days"]);
  });

  it("are the caller's own if they are given", () => {
    const sla = nhsmail({
      resolutionTimes: {
        "1": { hours: 4, calendar: "always" },
        "2": { hours: 8, minutes: 30, calendar: "core" },
      },
    });
    expect(rowsOf(sla, "incidentResolution")).toEqual([
      ["1", "4 hours", "Around the clock, every day", "NM-06"],
      ["2", "8 hours 30 minutes", "NHSmail core hours", "NM-06"],
    ]);
    // Saturday 12:00, around the clock.
    const due = sla.targets.incidentResolution.due("2026-11-21T12:00Z", { severity: "1" });
    expect(due.toISO()).toBe("2026-11-21T16:00:00.000+00:00");
    const refused = (resolutionTimes: unknown) => () => nhsmail({ resolutionTimes } as never);
    expect(refused({})).toThrow(/resolutionTimes.*expected amounts by severity/);
    expect(refused({ "1": 4 })).toThrow(/resolutionTimes.*4 given; expected an amount/);
    expect(refused({ "1": { hours: -4, calendar: "core" } })).toThrow(/resolutionTimes.*hours/);
    const mixed = {
      "1": { hours: 4, calendar: "core" },
      "2": { workingDays: 2, calendar: "core" },
    };
    expect(refused(mixed)).toThrow(/cannot be carried/);
    const unknown = { resolutionTimes: { "1": { hours: 4, calendar: "night" } } };
    expect(() => nhsmail(unknown)).toThrow(/"night" given; expected a calendar of the policy/);
  });
});

describe("the severities of NHS login", () => {
  it.each([
    ["incidentResolution", ["4 hours", "8 hours", "20 hours", "80 hours", "200 hours"]],
    [
      "problemFix",
      [
        "30 working days",
        "60 working days",
        "120 working days",
        "240 working days",
        "360 working days",
      ],
    ],
  ])("1 to 5 of %s", (target, amounts) => {
    const rows = rowsOf(nhsLogin(), target);
    expect(rows.map(([severity]) => severity)).toEqual(["1", "2", "3", "4", "5"]);
    expect(rows.map(([, amount]) => amount)).toEqual(amounts);
    const prefix = target === "problemFix" ? "NL-PRB" : "NL-SEV";
    expect(rows.map(([, , , clause]) => clause)).toEqual(
      ["1", "2", "3", "4", "5"].map((severity) => `${prefix}${severity}`),
    );
  });

  it("has the agreed release beside the working days of a problem", () => {
    const notesOf = (options: object) =>
      severityTable(nhsLogin(options))
        .filter(({ target }) => target === "problemFix")
        .map(({ note }) => note);
    expect(new Set(notesOf({}))).toEqual(new Set(["or the agreed date, in its place"]));
    const earlier = new Set(notesOf({ problemRelease: "earlier" }));
    expect(earlier).toEqual(new Set(["or the agreed date, if that is earlier"]));
    const incidents = severityTable(nhsLogin()).filter(({ note }) => note !== null);
    expect(incidents.map(({ target }) => target)).not.toContain("incidentResolution");
  });

  it("are the same for every HSSI, and a request takes at most 3 months of civil time", () => {
    expect(rowsOf(nhsLogin(), "multiPartyIntervention")).toEqual([
      ["any", "30 minutes", "Around the clock", "NL-13"],
    ]);
    expect(rowsOf(nhsLogin(), "serviceRequest")).toEqual([["any", "3 months", null, "NL-08"]]);
  });
});

describe("what is promised by an agreed date alone", () => {
  it("says so in place of an amount", () => {
    const row = ["any", "an agreed date", null];
    expect(rowsOf(nhsLogin(), "enquiryResponse")).toEqual([[...row, "NL-15"]]);
    expect(rowsOf(gpsoc(), "initialFeedback")).toEqual([[...row, "GP-04"]]);
  });
});

describe("the severities of GPSoC", () => {
  it("are 1 and 2 against the rest, without a published fix time", () => {
    const rows = severityTable(gpsoc()).filter(({ target }) => target === "fix");
    expect(rows.map(({ severity, amount }) => [severity, amount])).toEqual([
      ["1", "not published"],
      ["2", "not published"],
      ["other", "not published"],
    ]);
    const clauses = rows.map(({ escalation }) => escalation.map((each) => each.slice(-7)));
    expect(clauses).toEqual([["(GP-02)", "(GP-03)"], ["(GP-02)", "(GP-03)"], ["(GP-03)"]]);
    for (const { note } of rows) expect(note).toMatch(/without numbers \(GP-02\); give yours/);
  });

  it("are the supplier's if they are given", () => {
    expect(rowsOf(desk(), "fix").map(([severity, amount]) => [severity, amount])).toEqual([
      ["1", "4 hours"],
      ["2", "8 hours"],
      ["3", "5 working days"],
    ]);
    const third = severityTable(desk()).find(({ severity }) => severity === "3");
    expect([third?.escalation.length, third?.note]).toEqual([1, null]);
  });
});
