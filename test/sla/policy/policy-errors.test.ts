import { describe, expect, it } from "vitest";
import { DefinitionError, defineSla, type PolicyDefinition } from "../../../src/index";
import { refusal, untyped } from "../../reference/refusals";

describe("an invalid policy", () => {
  const target = {
    allowance: { hours: 8, calendar: "office" },
    runs: ["open"],
    stops: ["done"],
  };
  const office = { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } };
  const policy = { id: "desk", calendars: { office }, targets: { fix: target } };
  const withTarget = (change: object) => ({
    ...policy,
    targets: { fix: { ...target, ...change } },
  });
  const AMOUNT =
    'expected an amount such as { "hours": 48, "calendar": "core" }, { "workingDays": 2, "calendar": "core" } or { "calendarDays": 10 }';

  const rows: readonly (readonly [string, unknown, string])[] = [
    ["text", "nhsmail", '(the whole): "nhsmail" given; expected a policy'],
    ["no name", { ...policy, id: "" }, 'id: "" given; expected a name'],
    ["no name at all", { ...policy, id: undefined }, "id: missing; expected a name"],
    ["no targets", { ...policy, targets: undefined }, "targets: missing; expected targets by name"],
    [
      "an invalid target",
      { ...policy, targets: { fix: 5 } },
      "targets.fix: 5 given; expected a target",
    ],
    [
      "a target's name with a space",
      { ...policy, targets: { "a fix": target } },
      'targets["a fix"]: expected a name that begins with a letter and has only letters, digits, - and _',
    ],
    [
      "a target's name with a digit first",
      { ...policy, targets: { "1fix": target } },
      'targets["1fix"]: expected a name that begins with a letter and has only letters, digits, - and _',
    ],
    [
      "an unknown zone",
      { ...policy, timeZone: "Mars" },
      'timeZone: "Mars" given; expected an IANA zone such as "Europe/London"',
    ],
    [
      "a zone that is not text",
      { ...policy, timeZone: 5 },
      "timeZone: 5 given; expected an IANA zone",
    ],
    [
      "unknown calendars",
      { ...policy, calendars: 5 },
      "calendars: 5 given; expected calendars by name",
    ],
    [
      "a calendar that is not shipped",
      { ...policy, calendars: { office: "nhs" } },
      'calendars.office: "nhs" given; expected a definition, or one of nhsmail-core, nhs-login-support',
    ],
    [
      "an unknown calendar",
      { ...policy, calendars: { office: { ...office, timeZone: "Mars" } } },
      'calendars.office.timeZone: "Mars" given; expected an IANA zone such as "Europe/London"',
    ],
    [
      "unknown severities",
      { ...policy, severities: "1" },
      'severities: "1" given; expected a list of severities',
    ],
    [
      "unknown states",
      { ...policy, states: "open" },
      'states: "open" given; expected a list of states',
    ],
    [
      "an unknown key",
      { ...policy, color: 1 },
      "color: unknown key; the known names are $schema, id, title, source, timeZone, calendars, severities, states, derive, targets, milestones, windows, recurrences, eligibility, contacts, forms, lifecycle, availability, attainment, clauses, options",
    ],
    [
      "a target without states",
      withTarget({ runs: [] }),
      "targets.fix.runs: [] given; expected at least one state in which the clock runs",
    ],
    [
      "a target that never stops",
      withTarget({ stops: [] }),
      "targets.fix.stops: [] given; expected at least one state in which the clock stops",
    ],
    [
      "a state under two",
      withTarget({ pauses: ["open"] }),
      'targets.fix.pauses[0]: "open" is already under "runs"',
    ],
    [
      "a state under two, last",
      withTarget({ cancels: ["void", "done"] }),
      'targets.fix.cancels[1]: "done" is already under "stops"',
    ],
    [
      "a state twice",
      withTarget({ stops: ["done", "done"] }),
      'targets.fix.stops[1]: "done" is already under "stops"',
    ],
    [
      "a warning at nothing",
      withTarget({ warnAt: [0] }),
      "targets.fix.warnAt[0]: 0 given; expected a share above 0",
    ],
    [
      "a warning beyond all",
      withTarget({ warnAt: [0.5, 1.1] }),
      "targets.fix.warnAt[1]: 1.1 given; expected a share of 1 or less",
    ],
    [
      "no allowance",
      withTarget({ allowance: undefined }),
      "targets.fix.allowance: missing; expected an allowance",
    ],
    [
      "an allowance for nobody",
      withTarget({ allowance: {} }),
      "targets.fix.allowance: expected an allowance, or one by severity",
    ],
    [
      "an invalid allowance",
      withTarget({ allowance: { "1": { days: 2 } } }),
      `targets.fix.allowance["1"]: {"days":2} given; ${AMOUNT}`,
    ],
    [
      "an allowance that is a number",
      withTarget({ allowance: { "1": 5 } }),
      `targets.fix.allowance["1"]: 5 given; ${AMOUNT}`,
    ],
    [
      "an allowance for an unknown severity",
      { ...withTarget({ allowance: { "9": { calendarDays: 1 } } }), severities: ["1", "2"] },
      'targets.fix.allowance["9"]: unknown severity; the policy has 1, 2',
    ],
    [
      "an allowance without its calendar",
      withTarget({ allowance: { hours: 8 } }),
      "targets.fix.allowance.calendar: missing; expected the name of a calendar of the policy",
    ],
    [
      "days without their calendar",
      withTarget({ allowance: { workingDays: 8 } }),
      "targets.fix.allowance.calendar: missing; expected the name of a calendar of the policy",
    ],
    [
      "an allowance on an unknown calendar",
      withTarget({ allowance: { hours: 8, calendar: "core" } }),
      'targets.fix.allowance.calendar: "core" given; expected a calendar of the policy (office)',
    ],
    [
      "an allowance where there are no calendars",
      { id: "desk", targets: { fix: target } },
      'targets.fix.allowance.calendar: "office" given; expected a calendar of the policy (none)',
    ],
    [
      "hours that are not a number",
      withTarget({ allowance: { hours: "8", calendar: "office" } }),
      'targets.fix.allowance.hours: "8" given; expected a number of hours',
    ],
    [
      "minutes that are not a number",
      withTarget({ allowance: { minutes: "8", calendar: "office" } }),
      'targets.fix.allowance.minutes: "8" given; expected a number of minutes',
    ],
    [
      "hours below zero",
      withTarget({ allowance: { hours: -1, calendar: "office" } }),
      "targets.fix.allowance.hours: -1 given; expected hours of zero or more",
    ],
    [
      "hours that are not given",
      withTarget({ allowance: { hours: undefined, calendar: "office" } }),
      'targets.fix.allowance.calendar: "office" given; expected an amount such as { "hours": 48',
    ],
    [
      "half a working day",
      withTarget({ allowance: { workingDays: 0.5, calendar: "office" } }),
      "targets.fix.allowance.workingDays: 0.5 given; expected a whole number of working days",
    ],
    [
      "working days below zero",
      withTarget({ allowance: { workingDays: -1, calendar: "office" } }),
      "targets.fix.allowance.workingDays: -1 given; expected working days of zero or more",
    ],
    [
      "half a day",
      withTarget({ allowance: { calendarDays: 0.5 } }),
      "targets.fix.allowance.calendarDays: 0.5 given; expected a whole number of days",
    ],
    [
      "half a week",
      withTarget({ allowance: { weeks: 0.5 } }),
      "targets.fix.allowance.weeks: 0.5 given; expected a whole number of weeks",
    ],
    [
      "half a month",
      withTarget({ allowance: { months: 0.5 } }),
      "targets.fix.allowance.months: 0.5 given; expected a whole number of months",
    ],
    [
      "two lengths at once",
      withTarget({ allowance: { weeks: 1, months: 1 } }),
      'expected exactly one of "calendarDays", "weeks" and "months"',
    ],
    [
      "an invalid cutoff",
      withTarget({ allowance: { workingDays: 1, calendar: "office", cutoff: "25:00" } }),
      'targets.fix.allowance.cutoff: "25:00" given; expected a time of day such as "17:00"',
    ],
    [
      "a cutoff with something after it",
      withTarget({ allowance: { workingDays: 1, calendar: "office", cutoff: "17:00:00" } }),
      'targets.fix.allowance.cutoff: "17:00:00" given; expected a time of day such as "17:00"',
    ],
    [
      "hours for one and days for another",
      withTarget({ allowance: { "1": target.allowance, "2": { calendarDays: 1 } } }),
      'targets.fix.onSeverityChange: time used cannot be carried from hours to days; choose "retroactive" or "restart", or give every severity the same unit',
    ],
    [
      "an invalid clause",
      { ...withTarget({ clause: "X-1" }), clauses: {} },
      'targets.fix.clause: "X-1" given; expected a clause of the policy',
    ],
    [
      "an invalid clause for one severity",
      { ...withTarget({ clause: { "1": "X-1" } }), clauses: {} },
      'targets.fix.clause: "X-1" given; expected a clause of the policy',
    ],
    [
      "a milestone after nothing",
      { ...policy, milestones: { m: { steps: [{ id: "a", after: 5 }] } } },
      `milestones.m.steps[0].after: 5 given; ${AMOUNT}`,
    ],
    [
      "a milestone rolled on an unknown calendar",
      {
        ...policy,
        milestones: { m: { steps: [{ id: "a", after: target.allowance, rollTo: "core" }] } },
      },
      'milestones.m.steps[0].rollTo: "core" given; expected a calendar of the policy (office)',
    ],
    [
      "a window within nothing",
      { ...policy, windows: { w: { anyOf: [[{ within: 5 }]] } } },
      `windows.w.anyOf[0][0].within: 5 given; ${AMOUNT}`,
    ],
    [
      "a recurrence every nothing",
      { ...policy, recurrences: { r: { every: 5 } } },
      `recurrences.r.every: 5 given; ${AMOUNT}`,
    ],
    [
      "an availability on an unknown calendar",
      { ...policy, availability: { a: { calendar: "core" } } },
      'availability.a.calendar: "core" given; expected a calendar of the policy (office)',
    ],
  ];

  it.each(rows)("%s", (_, definition, line) => {
    const error = refusal(untyped((given) => defineSla(given), definition));
    expect(error).toBeInstanceOf(DefinitionError);
    expect(error.message).toContain(line);
  });

  it("with days of its own and calendars in several zones", () => {
    const zones = {
      id: "zones",
      calendars: { office, other: { ...office, timeZone: "America/New_York" } },
      targets: { fix: { ...target, allowance: { calendarDays: 1 } } },
    } satisfies PolicyDefinition;
    expect(refusal(() => defineSla(zones)).message).toBe(
      'The policy "zones" has 1 problem:\n  timeZone: missing; calendar days, weeks and months need a zone, and the calendars have several (Europe/London, America/New_York)',
    );
    expect(() => defineSla({ ...zones, timeZone: "Europe/London" })).not.toThrow();
  });

  it("is named by its id, and every problem is reported at once", () => {
    const bad = { ...withTarget({ runs: [], stops: [] }), calendars: { office: "nhs" } };
    const lines = refusal(untyped((given) => defineSla(given), bad)).message.split("\n");
    expect(lines[0]).toBe('The policy "desk" has 3 problems:');
    expect(lines.slice(1).map((line) => line.trim().split(":")[0])).toEqual([
      "targets.fix.runs",
      "targets.fix.stops",
      "calendars.office",
    ]);
  });
});
