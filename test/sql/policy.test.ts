import { describe, expect, it } from "vitest";
import { defineSla, nhsLogin, type PolicyDefinition, type TargetDefinition } from "../../src/index";
import { tablesOf } from "../../src/sql/policy";
import { SqlRefusal } from "../../src/sql/refusal";

const DATES = { from: "2026-01-01", to: "2026-12-31" };

const target: TargetDefinition = {
  allowance: {
    "1": { hours: 4, minutes: 30, calendar: "desk" },
    "2": { workingDays: 2, calendar: "desk" },
  },
  onSeverityChange: "restart",
  runs: ["new"],
  pauses: ["waiting"],
  stops: ["solved"],
  cancels: ["void"],
};

function policy(change: Partial<TargetDefinition> = {}, rest: Partial<PolicyDefinition> = {}) {
  return defineSla({
    id: "desk-policy",
    calendars: { desk: { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } } },
    severities: ["1", "2", "3"],
    states: ["note"],
    targets: { fix: { ...target, ...change } },
    ...rest,
  });
}

describe("a policy as rows", () => {
  const tables = tablesOf(policy(), DATES);
  const [row] = tables.targets;

  it("has each state with what it does to the clock", () => {
    expect(Object.fromEntries(tables.states.map(({ state, role }) => [state, role]))).toEqual({
      new: "runs",
      waiting: "pauses",
      solved: "stops",
      void: "cancels",
      note: "nothing",
    });
  });

  it("has each severity of the policy with its allowance, and 0 for one that has none", () => {
    const codes = Object.fromEntries(
      tables.severities.map(({ severity, code }) => [severity, code]),
    );
    expect(codes).toEqual({ "1": 1, "2": 2, "3": 0 });
  });

  it("has each allowance in the unit of its measure", () => {
    const units = new Map(tables.measures.map(({ measure, unit }) => [measure, unit]));
    // 4.5 hours are 16,200,000 ms.
    expect(
      tables.allowances.map(({ code, amount, measure }) => [code, amount, units.get(measure)]),
    ).toEqual([
      [1, 16_200_000, "milliseconds"],
      [2, 2, "days"],
    ]);
  });

  it("has the choices in force, the defaults for those that the target does not make", () => {
    expect(row).toMatchObject({
      policy: "desk-policy",
      target: "fix",
      at_due: "met",
      on_severity_change: "restart",
      on_reopen: "resume",
    });
  });

  it("takes any severity, if the policy lists none and one allowance serves all", () => {
    const { severities: _, ...rest } = policy({
      allowance: { hours: 4, calendar: "desk" },
    }).toJSON();
    const [free] = tablesOf(defineSla(rest), DATES).targets;
    expect(free).toMatchObject({ ungraded_code: 1, unlisted_code: 1, severities: 0 });
  });

  it.each([
    ["a severity that is not listed is unknown", policy(), { ungraded_code: 0, unlisted_code: -1 }],
    [
      "without a list it has no allowance",
      defineSla({ ...policy().toJSON(), severities: undefined } as unknown as PolicyDefinition),
      { ungraded_code: 0, unlisted_code: 0 },
    ],
  ])("says that %s", (_, sla, codes) => {
    expect(tablesOf(sla, DATES).targets[0]).toMatchObject(codes);
  });

  it("counts the working time of a year: 261 weekdays of 8 hours", () => {
    const time = tables.measures.find(({ unit }) => unit === "milliseconds");
    expect(time?.total).toBe(261 * 8 * 3_600_000);
  });

  it("has a calendar once, however many allowances are measured on it", () => {
    const one = { hours: 1, calendar: "desk" };
    const { measures } = tablesOf(policy({ allowance: { "1": one, "2": { ...one } } }), DATES);
    expect(measures).toHaveLength(1);
  });
});

describe("the fingerprint", () => {
  const rule = (sla = policy()) => tablesOf(sla, DATES).targets[0]?.rule;
  const measureOf = (unit: "milliseconds" | "days", hours: string, dates = DATES) =>
    tablesOf(
      policy({}, { calendars: { desk: { timeZone: "UTC", hours: { weekdays: [hours] } } } }),
      dates,
    ).measures.find((row) => row.unit === unit)?.measure;

  it("of a target is the same each time", () => {
    expect(rule()).toBe(rule());
  });

  it.each<[string, Partial<TargetDefinition>]>([
    ["a choice", { atDue: "breached" }],
    ["what a state does", { pauses: [], runs: ["new", "waiting"] }],
    [
      "an allowance",
      { allowance: { ...Object(target.allowance), "1": { hours: 5, calendar: "desk" } } },
    ],
  ])("of a target differs from one with another %s", (_, change) => {
    expect(rule(policy(change))).not.toBe(rule());
  });

  it("of a measure differs from one of other hours, or of another span", () => {
    const fingerprints = [
      measureOf("milliseconds", "09:00-17:00"),
      measureOf("milliseconds", "09:00-17:01"),
      measureOf("milliseconds", "09:00-17:00", { ...DATES, to: "2026-12-30" }),
    ];
    expect(new Set(fingerprints).size).toBe(3);
  });

  it("of working days differs with their calendar, too", () => {
    expect(measureOf("days", "09:00-17:00")).not.toBe(measureOf("days", "09:00-17:01"));
  });

  it("of a measure comes with the calendar's own, of the dates that are exported", () => {
    const sla = policy();
    const fingerprint = sla.calendars["desk"]?.fingerprint(DATES);
    expect(tablesOf(sla, DATES).measures.map((row) => row.fingerprint)).toEqual([
      fingerprint,
      fingerprint,
    ]);
  });

  it("of a target differs with its calendar", () => {
    const hours = { desk: { timeZone: "UTC", hours: { weekdays: ["09:00-16:00"] } } };
    expect(rule(policy({}, { calendars: hours }))).not.toBe(rule());
  });
});

describe("what SQL does not do", () => {
  it.each<[string, Partial<TargetDefinition>]>([
    ['target "fix": months, which are civil time', { allowance: { months: 1 } }],
    ['target "fix": calendarDays, which are civil time', { allowance: { calendarDays: 3 } }],
    [
      'target "fix": working days due at the "same-time"',
      { allowance: { workingDays: 1, calendar: "desk", due: "same-time" } },
    ],
    [
      'target "fix": working days due at 16:00',
      { allowance: { workingDays: 1, calendar: "desk", due: { at: "16:00" } } },
    ],
    ['target "fix": "onceBreached": "keep"; choose "rejudge"', { onceBreached: "keep" }],
    [
      'target "fix": severity "2": no promise (null)',
      { allowance: { "1": { hours: 1, calendar: "desk" }, "2": null } },
    ],
    ['target "fix": 0 working days', { allowance: { workingDays: 0, calendar: "desk" } }],
    [
      'target "fix": severity "2": weeks, which are civil time',
      { allowance: { "1": { hours: 1, calendar: "desk" }, "2": { weeks: 1 } } },
    ],
  ])("is refused by name: %s", (message, change) => {
    const make = () => tablesOf(policy(change), DATES);
    expect(make).toThrow(SqlRefusal);
    expect(make).toThrow(message);
  });

  it("is named target by target, all at once", () => {
    const sla = nhsLogin();
    const all = () => tablesOf(sla, DATES);
    expect(all).toThrow('target "serviceRequest": months');
    expect(all).toThrow('target "enquiryResponse": an agreed date');
    const refused = ["serviceRequest", "enquiryResponse"];
    const others = Object.values(sla.targets).filter(({ id }) => !refused.includes(id));
    expect(tablesOf(sla, DATES, others).targets.map(({ target: id }) => id)).toEqual(
      others.map(({ id }) => id),
    );
  });
});
