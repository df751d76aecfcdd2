import { describe, expect, it } from "vitest";
import {
  type CalendarDefinition,
  CoreHoursError,
  defineSla,
  nhsmail,
  type PolicyDefinition,
  type TargetDefinition,
} from "../../src";
import { expectPolicy, LawError, type PolicyExpectations } from "../../src/testing";

const OFFICE = {
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:00"] },
  bankHolidays: "england-and-wales",
} satisfies CalendarDefinition;

const FIX = {
  allowance: {
    "1": { hours: 4, calendar: "office" },
    "2": { hours: 8, calendar: "office" },
    "3": { hours: 40, calendar: "office" },
  },
  runs: ["open"],
  pauses: ["waiting"],
  stops: ["done"],
} satisfies TargetDefinition;

const DESK = {
  id: "desk",
  // The second calendar is the same in all weeks but those of a bank holiday.
  calendars: { office: OFFICE, scottish: { ...OFFICE, bankHolidays: "scotland" } },
  severities: ["1", "2", "3"],
  targets: { fix: FIX },
} satisfies PolicyDefinition;

/** What the desk is meant to be, claim by claim. */
const CLAIMS: Readonly<Record<string, (desk: PolicyExpectations) => PolicyExpectations>> = {
  hasTargets: (desk) => desk.hasTargets("fix"),
  promises: (desk) =>
    desk.promises("fix", { "1": { minutes: 240 }, "2": { hours: 8 }, "3": { hours: 40 } }),
  everySeverityHas: (desk) => desk.everySeverityHas("fix"),
  worseIsSooner: (desk) => desk.worseIsSooner("fix", "2026-11-02T09:00:00Z"),
  countsOn: (desk) => desk.countsOn("fix", "office"),
  hasStates: (desk) =>
    desk.hasStates("fix", { runs: ["open"], pauses: ["waiting"], stops: ["done"], cancels: [] }),
  chooses: (desk) => desk.chooses("fix", { atDue: "met", onReopen: "resume" }),
  // Friday 6 November 2026, 16:00: one hour of that day, and three of Monday.
  isDue: (desk) =>
    desk.isDue("fix", { at: "2026-11-06T16:00:00Z", severity: "1" }, "2026-11-09T12:00:00Z"),
};

const fix = (more: Partial<TargetDefinition>): PolicyDefinition => ({
  ...DESK,
  targets: { fix: { ...FIX, ...more } },
});

describe("expectPolicy", () => {
  it("says nothing of a policy that is what it is meant to be, claim after claim", () => {
    let desk = expectPolicy(defineSla(DESK));
    for (const claim of Object.values(CLAIMS)) desk = claim(desk);
    expect(desk).toBe(desk.hasTargets("fix"));
  });

  // Slips that are policies all the same. Each is caught by the one claim.
  it.each<[string, keyof typeof CLAIMS, PolicyDefinition, string]>([
    [
      "a target that was left in",
      "hasTargets",
      { ...DESK, targets: { fix: FIX, fixOld: FIX } },
      "its targets are fix, fixOld",
    ],
    [
      "a nought too many",
      "promises",
      fix({ allowance: { ...FIX.allowance, "3": { hours: 400, calendar: "office" } } }),
      '"1": 4 h on office, "2": 8 h on office, "3": 400 h on office',
    ],
    [
      "a new severity, for which nobody has promised anything",
      "everySeverityHas",
      { ...DESK, severities: ["1", "2", "3", "4"] },
      'severity: "4"',
    ],
    [
      "severities in the wrong order",
      "worseIsSooner",
      { ...DESK, severities: ["3", "2", "1"] },
      // 40 hours end with Friday 6 November, 8 hours with Monday 2 November.
      'severity "2" is due at 2026-11-02T17:00:00+00:00, and severity "3" at 2026-11-06T17:00:00+00:00',
    ],
    [
      "another calendar for one severity",
      "countsOn",
      fix({ allowance: { ...FIX.allowance, "2": { hours: 8, calendar: "scottish" } } }),
      '"2": 8 h on scottish',
    ],
    ["a pause that was forgotten", "hasStates", fix({ pauses: [] }), "it pauses in no state"],
    ["another choice", "chooses", fix({ onReopen: "restart" }), 'it has onReopen: "restart"'],
    [
      "an hour that is missing from Mondays",
      "isDue",
      {
        ...DESK,
        calendars: {
          ...DESK.calendars,
          office: { ...OFFICE, hours: { weekdays: ["09:00-17:00"], monday: ["10:00-17:00"] } },
        },
      },
      "it is due at 2026-11-09T13:00:00+00:00",
    ],
  ])("%s is caught by %s alone", (_, name, slip, why) => {
    const sla = defineSla(slip);
    for (const [other, claim] of Object.entries(CLAIMS)) {
      const claimed = () => claim(expectPolicy(sla));
      if (other !== name) {
        expect(claimed, other).not.toThrow();
        continue;
      }
      expect(claimed).toThrow(LawError);
      expect(claimed).toThrow(why);
      expect(claimed).toThrow('The policy "desk" breaks a law:');
    }
  });

  it("tells 4 days from 4 hours, whichever unit they are written in", () => {
    const hours = expectPolicy(defineSla(fix({ allowance: { hours: 4, calendar: "office" } })));
    hours.promises("fix", { hours: 3, minutes: 60 }).everySeverityHas();
    expect(() => hours.promises("fix", { workingDays: 4 })).toThrow("it promises 4 h on office");
    expect(() => hours.promises("fix", { "1": { hours: 4 } })).toThrow(LawError);
    const days = expectPolicy(defineSla(fix({ allowance: { calendarDays: 4 } })));
    days.promises("fix", { calendarDays: 4 }).countsOn("fix", null);
    expect(() => days.promises("fix", { weeks: 4 })).toThrow("it promises 4 days");
  });

  it("knows agreed dates and severities without a promise", () => {
    const sla = defineSla(
      fix({ allowance: { "1": "agreed", "2": { hours: 8, calendar: "office" }, "3": null } }),
    );
    const desk = expectPolicy(sla).promises("fix", { "1": "agreed", "2": { hours: 8 }, "3": null });
    expect(() => desk.promises("fix", { "1": "agreed", "2": { hours: 8 } })).toThrow(
      '"1": an agreed date, "2": 8 h on office, "3": nothing',
    );
    expect(() => desk.everySeverityHas()).toThrow('severity: "3"');
    expect(() => desk.worseIsSooner("fix", "2026-11-02T09:00:00Z")).toThrow(
      "Fewer than two severities are promised an amount.",
    );
  });

  it("compares terms whatever the order of their keys", () => {
    const limited = { pauseLimit: { hours: 8, calendar: "office" } };
    const desk = expectPolicy(defineSla(fix({ ...limited, when: { type: ["incident"] } })));
    desk.hasTerms("fix", {
      pauseLimit: { calendar: "office", hours: 8 },
      when: { type: ["incident"] },
      warnAt: null,
    });
    expect(() => desk.hasTerms("fix", { when: null })).toThrow(
      'it has when: {"type":["incident"]}',
    );
  });

  it("knows the states of everything that a policy has", () => {
    const sla = defineSla({ ...DESK, states: ["spam"] });
    expectPolicy(sla).knowsStates("spam", "open", "waiting", "done");
    expect(() => expectPolicy(sla).knowsStates("open", "waiting", "done", "closed")).toThrow(
      "beside them it knows spam, and of them it does not know closed",
    );
  });

  it("holds a service to what its document says", () => {
    // NM-06, NM-14: 48 hours of 07:00 to 22:00, Monday to Friday. Monday and Tuesday have 30, Wednesday
    // 15, and Thursday 3.
    expectPolicy(nhsmail())
      .promises("incidentResolution", { hours: 48 })
      .countsOn("incidentResolution", "core")
      .isDue("incidentResolution", { at: "2026-11-02T07:00:00Z" }, "2026-11-05T10:00:00Z");
  });
});

describe("a claim that says nothing is refused", () => {
  const desk = expectPolicy(defineSla(DESK));
  const call = (name: string, ...given: readonly unknown[]) => {
    // As JavaScript may call it.
    const claim = Reflect.get(desk, name) as (...given: readonly unknown[]) => unknown;
    return claim(...given);
  };

  it.each<[string, readonly unknown[], string]>([
    ["promises", ["fix", 4], "4"],
    ["promises", ["fix", "4 hours"], "4 hours"],
    ["promises", ["fix", { "1": { hour: 4 } }], '{"hour":4}'],
    ["promises", ["fix", { "1": { hours: "4" } }], '{"hours":"4"}'],
    ["promises", ["mend", { hours: 4 }], '"mend" is not a target of policy "desk"; it has fix.'],
    ["hasStates", ["fix", {}], "a list such as"],
    ["hasStates", ["fix", { pause: ["waiting"] }], "pause"],
    ["chooses", ["fix", { onReopening: "resume" }], "onReopening"],
    ["knowsStates", [], 'expected all, as knowsStates("open", "done")'],
    ["hasTerms", ["fix", {}], "a term such as { warnAt: [0.75, 0.9] }"],
    ["hasTerms", ["fix", { warnsAt: [0.75] }], "warnsAt"],
    ["hasTerms", ["mend", { warnAt: [0.75] }], "mend"],
    ["isDue", ["fix", { severity: "1" }, "2026-11-09T12:00:00Z"], '{ at: "2026-11-02T09:00:00Z" }'],
    ["isDue", ["fix", { at: "2026-11-06T16:00:00Z" }, "2026-11-09T12:00:00Z"], "severity"],
    ["isDue", ["fix", { at: "2026-11-06", severity: "1" }, "2026-11-09T12:00:00Z"], "2026-11-06"],
    ["everySeverityHas", ["mend"], "mend"],
  ])("%s(%j)", (name, given, said) => {
    expect(() => call(name, ...given)).toThrow(CoreHoursError);
    expect(() => call(name, ...given)).toThrow(said);
  });

  it("and so is what is not a policy", () => {
    expect(() => Reflect.apply(expectPolicy, undefined, [DESK])).toThrow(
      "Make one with defineSla.",
    );
  });

  it("and a claim about severities, of a policy that lists none", () => {
    const { severities: _, ...rest } = DESK;
    const open = expectPolicy(
      defineSla({
        ...rest,
        targets: { fix: { ...FIX, allowance: { hours: 4, calendar: "office" } } },
      }),
    );
    expect(() => open.everySeverityHas("fix")).toThrow("The policy lists no severities.");
  });
});
