import { describe, expect, it } from "vitest";
import {
  type ClockState,
  CoreHoursError,
  defineSla,
  type PolicyDefinition,
  type Sla,
  type TargetDefinition,
} from "../../../src/index";
import { canonicalJson, shortHash } from "../../../src/input/hash";
import { always, deskTarget, mon, office, tue, utc, week } from "../../reference/desk";
import { untyped, wordForWord } from "../../reference/refusals";

const states = { runs: ["open"], pauses: ["waiting"], stops: ["done"] };
const open = { at: mon("09:00"), state: "open" };

/** Two severities with an amount, one with an agreed date, and one with nothing. */
const graded = deskTarget(
  {
    allowance: {
      "1": { calendarDays: 1 },
      "2": { hours: 4, calendar: "office" },
      "3": "agreed",
      "4": null,
    },
    title: "Fix",
    onSeverityChange: "restart",
    clause: { "1": "C-1", "2": "C-2" },
  },
  { severities: ["1", "2", "3", "4", "5"] },
);

describe("the plain question to a target by severity", () => {
  wordForWord([
    [
      "without a severity",
      () => graded.due(open.at),
      "severity-missing",
      'Target "fix" needs a severity; it has allowances for 1, 2, 3.',
      { target: "fix", given: null },
    ],
    [
      "of a severity that is promised nothing",
      () => graded.due(open.at, { severity: "4" }),
      "severity-without-allowance",
      'Target "fix" has no allowance for severity "4"; it has allowances for 1, 2, 3.',
      { target: "fix", given: "4" },
    ],
    [
      "of a severity that is promised an agreed date",
      () => graded.due(open.at, { severity: "3" }),
      "allowance-agreed",
      'Target "fix" promises to severity "3" an agreed date, and no amount of time that could be counted; track a history in which an event gives the date, such as { at, dueAt: "2026-12-01T17:00:00Z" }.',
      { target: "fix", given: "3" },
    ],
    [
      "of a target that promises an agreed date to all",
      () => deskTarget({ allowance: "agreed" }).due(open.at),
      "allowance-agreed",
      'Target "fix" promises an agreed date, and no amount of time that could be counted; track a history in which an event gives the date, such as { at, dueAt: "2026-12-01T17:00:00Z" }.',
      { target: "fix", given: null },
    ],
    [
      "of a target whose amounts its document leaves open",
      () => deskTarget({ allowance: {}, unstated: "The contract states them" }).due(open.at),
      "severity-without-allowance",
      'Target "fix" has no allowance. The contract states them.',
      { target: "fix", given: null },
    ],
    [
      "of a target that says why one severity has none",
      () =>
        deskTarget({ allowance: { "1": { calendarDays: 1 } }, unstated: "See the contract" }).due(
          open.at,
        ),
      "severity-missing",
      'Target "fix" needs a severity; it has allowances for 1.',
    ],
  ]);
});

describe("a target tells", () => {
  it("its clauses, one or by severity", () => {
    const clauses = (clause?: TargetDefinition["clause"]) =>
      deskTarget({ allowance: { hours: 1, calendar: "office" }, ...(clause && { clause }) })
        .clauses;
    expect([graded.clauses, clauses("C-9"), clauses()]).toEqual([["C-1", "C-2"], ["C-9"], []]);
    expect(Object.isFrozen(graded.clauses)).toBe(true);
    expect(graded.title).toBe("Fix");
  });

  it("the calendar that counts, by severity", () => {
    const id = (severity: string | null, target = graded) =>
      target.calendarFor(severity)?.id ?? null;
    // The first allowance is in calendar days, on which every day counts.
    expect([id("1"), id("2"), id("3"), id("4"), id("5"), id(null)]).toEqual([
      null,
      "office",
      null,
      null,
      null,
      null,
    ]);
    const office4 = { hours: 4, calendar: "office" };
    const first = deskTarget({ allowance: { "1": "agreed", "2": office4, "3": null } });
    expect([id("1", first), id("2", first), id("3", first), id(null, first)]).toEqual(
      Array(4).fill("office"),
    );
    expect(id(null, deskTarget({ allowance: "agreed" }))).toBeNull();
    expect(id("any", deskTarget({ allowance: office4 }))).toBe("office");
  });
});

describe("a reading", () => {
  const clause = (id: string) => ({ document: "Contract", quotes: [`What ${id} says`] });
  const ids = ["C-1", "C-2", "C-pause", "C-always"];
  const sla: Sla = defineSla({
    id: "desk",
    calendars: { office, always },
    clauses: Object.fromEntries(ids.map((id) => [id, clause(id)])),
    severities: ["1", "2", "3"],
    targets: {
      fix: {
        allowance: {
          "1": { hours: 2, calendar: "office" },
          "2": { hours: 4, calendar: "office" },
          "3": "agreed",
        },
        clause: { "1": "C-1", "2": "C-2" },
        clausesFor: { always: ["C-always", "C-1"], pause: ["C-pause", "C-always"] },
        pauseLimit: { hours: 1, calendar: "office" },
        ...states,
      },
    },
  });
  const fix = sla.targets["fix"];
  if (!fix) throw new Error("the policy has the target");
  const track = (...events: readonly object[]) =>
    fix.track(events as readonly (typeof open)[], { asOf: mon("10:30") });
  const rules = ({ clause, furtherRules }: ReturnType<typeof track>) => [
    clause,
    ...furtherRules.map(({ id }) => id),
  ];

  it("rests on the clause of its severity, and on those that matter on occasion, each once", () => {
    expect(rules(track({ ...open, severity: "2" }))).toEqual(["C-2", "C-always", "C-1"]);
    const waiting = { at: mon("10:00"), state: "waiting" };
    const paused = track({ ...open, severity: "1" }, waiting);
    expect(rules(paused)).toEqual(["C-1", "C-always", "C-1", "C-pause"]);
    expect(paused.choices).toEqual(["pauseLimit 1 h on office: what is paused beyond it counts"]);
  });

  it("rests on the clauses of every severity as long as none is known", () => {
    expect(rules(track(open))).toEqual([null, "C-always", "C-1", "C-2"]);
  });

  it("rests on no clause for a severity that has none", () => {
    const reading = track({ ...open, severity: "3" });
    expect(rules(reading)).toEqual([null, "C-always", "C-1"]);
    expect(reading.choices).toEqual(['allowance "agreed": only an agreed date is promised']);
  });

  it("names a clause that no register knows", () => {
    const target = deskTarget({ allowance: { hours: 1, calendar: "office" }, clause: "C-9" });
    const reading = target.track([open], { asOf: mon("09:30") });
    expect([reading.clause, reading.rule, reading.title, reading.target]).toEqual([
      "C-9",
      null,
      "fix",
      "fix",
    ]);
  });

  it("is within hours as the calendar of its severity has it", () => {
    const within = (severity: string, asOf: string) =>
      fix.track([{ ...open, severity }], { asOf }).withinHours;
    expect([
      within("1", mon("09:00")),
      within("1", mon("17:00")),
      within("3", mon("10:00")),
    ]).toEqual([true, false, false]);
    expect(fix.track([], { asOf: mon("10:00") }).withinHours).toBe(false);
  });

  it("is not within hours before it starts", () => {
    const target = deskTarget({ allowance: { hours: 1, calendar: "office" } });
    const waiting = target.track([], { asOf: mon("10:00") });
    expect([waiting.status, waiting.withinHours]).toEqual(["pending", false]);
    expect(target.track([open], { asOf: mon("10:00") }).withinHours).toBe(true);
  });

  it("has no further clause that no register knows", () => {
    const target = deskTarget({
      allowance: { hours: 1, calendar: "office" },
      clausesFor: { always: ["C-9"] },
    });
    expect(target.track([open], { asOf: mon("10:00") }).furtherRules).toEqual([]);
  });

  it("counts an escalation on the calendar of its allowance, and on all time if there is none", () => {
    const severities = ["1", "2", "3", "4"];
    const target = deskTarget(
      {
        allowance: {
          "1": { hours: 4, calendar: "office" },
          "2": "agreed",
          "3": null,
          "4": { calendarDays: 1 },
        },
        onSeverityChange: "restart",
        escalations: [{ at: { after: { hours: 1 } } }],
      },
      { severities },
    );
    // An hour after closing time: the first of the next day, or 18:00.
    const dueAt = mon("17:00");
    const told = [...severities, undefined].map((severity) => {
      const event = { ...open, dueAt, ...(severity === undefined ? {} : { severity }) };
      return utc(target.track([event], { asOf: mon("10:00") }).escalations[0]?.at ?? null);
    });
    expect(told).toEqual([tue("10:00"), ...Array(4).fill(mon("18:00"))]);
  });

  it("is in the zone of its calendar, or in that of the policy if nothing is measured", () => {
    const zoned = defineSla({
      id: "zoned",
      timeZone: "Asia/Tokyo",
      calendars: { lisbon: { ...office, timeZone: "Europe/Lisbon" } },
      targets: {
        fix: { allowance: { "1": { hours: 1, calendar: "lisbon" }, "2": null }, ...states },
      },
    }).targets.fix;
    const zone = (severity?: string) =>
      zoned.track([{ ...open, ...(severity && { severity }) } as never], { asOf: mon("10:00") })
        .timeZone;
    expect([zone("1"), zone("2"), zone()]).toEqual(["Europe/Lisbon", "Asia/Tokyo", "Asia/Tokyo"]);
  });

  it("is a copy of where its clock stands", () => {
    const clock = fix.follow();
    clock.take({ ...open, severity: "1" });
    const before = clock.read(mon("10:00"));
    const text = JSON.stringify(before);
    clock.take({ at: mon("10:00"), state: "done" });
    clock.take({ at: mon("11:00"), state: "open" });
    expect(JSON.stringify(before)).toBe(text);
  });
});

describe("a saved clock belongs to all that its target's answers depend on", () => {
  const limit = { hours: 1, calendar: "limit" };
  const policy: PolicyDefinition = {
    id: "desk",
    calendars: {
      office,
      always,
      limit: always,
      within: always,
      before: always,
      after: always,
      spare: always,
    },
    severities: ["1", "2"],
    targets: {
      fix: {
        allowance: { "1": { hours: 2, calendar: "office" }, "2": { hours: 4, calendar: "always" } },
        pauseLimit: limit,
        reopenWithin: { hours: 1, calendar: "within" },
        escalations: [
          { at: { share: 0.5 } },
          { at: { before: { minutes: 30, calendar: "before" } } },
          { at: { after: { minutes: 30, calendar: "after" } } },
          { at: { after: { minutes: 40 } } },
        ],
        ...states,
      },
    },
  };
  const targetOf = (changed: PolicyDefinition) => {
    const target = defineSla(changed).targets["fix"];
    if (!target) throw new Error("the policy has the target");
    return target;
  };
  const clock = targetOf(policy).follow();
  clock.take({ ...open, severity: "1" });
  const from: ClockState = JSON.parse(JSON.stringify(clock.save()));
  /** Why a clock cannot go on under a changed policy; null if it can. */
  const goOn = (change: Partial<PolicyDefinition>) => {
    const target = targetOf({ ...policy, ...change });
    try {
      target.follow({ from });
      return null;
    } catch (error) {
      return error instanceof CoreHoursError ? error.code : error;
    }
  };
  const hours = week({ daily: ["01:00-24:00"] });

  it.each(["office", "always", "limit", "within", "before", "after"])(
    "the hours of the calendar %s",
    (name) => {
      const calendars = { ...policy.calendars, [name]: hours };
      expect(goOn({ calendars })).toBe("saved-clock-outdated");
    },
  );

  it("in one short hash of its definition, its zone and its calendars", () => {
    const used = ["office", "always", "limit", "within", "before", "after"];
    const { calendars, targets } = defineSla(policy);
    const hours = Object.fromEntries(used.map((name) => [name, calendars[name]?.toJSON()]));
    const definition = targets["fix"]?.definition;
    expect(from.promise).toBe(shortHash(canonicalJson([definition, "UTC", hours])));
    const plain = deskTarget({ allowance: { calendarDays: 1 } });
    const { promise } = plain.follow().save();
    expect(promise).toBe(shortHash(canonicalJson([plain.definition, "UTC", {}])));
  });

  it("the zone of the policy, and the rows by which fields name a state", () => {
    expect(goOn({ timeZone: "Asia/Tokyo" })).toBe("saved-clock-outdated");
    const derive = [{ state: "open", when: { status: ["new"] } }, { state: "done" }];
    expect(goOn({ derive })).toBe("saved-clock-outdated");
  });

  it("and to nothing else of the policy", () => {
    expect(goOn({})).toBeNull();
    expect(goOn({ title: "Another title" })).toBeNull();
    expect(goOn({ calendars: { ...policy.calendars, spare: hours } })).toBeNull();
  });
});

describe("the choices of a call", () => {
  const days = deskTarget({
    allowance: {
      "1": { hours: 4, calendar: "office" },
      "2": { workingDays: 2, calendar: "office" },
    },
    onSeverityChange: "restart",
  });
  const MIXED =
    'Target "fix" has allowances in hours and in days, and what was used of one cannot be carried to the other; choose "retroactive" or "restart".';
  const agreed = deskTarget({ allowance: { "1": "agreed", "2": null } });
  const pushing = deskTarget({ allowance: { workingDays: 2, calendar: "office" } });
  wordForWord([
    [
      "carry no hours over to days",
      () => days.track([], { asOf: 0, onSeverityChange: "carry-elapsed" }),
      "option-invalid",
      MIXED,
      { option: "onSeverityChange", given: "carry-elapsed" },
    ],
    [
      "do not ignore agreed dates if nothing else is promised",
      () => agreed.track([], { asOf: 0, agreedDates: "ignore" }),
      "option-invalid",
      'Target "fix" promises an agreed date (allowance: "agreed"), so agreed dates cannot be ignored; choose "replaces".',
      { option: "agreedDates", given: "ignore" },
    ],
    [
      "push on nothing that is measured anew",
      () => pushing.track([], { asOf: 0, dayPauses: "push", onSeverityChange: "retroactive" }),
      "option-invalid",
      'Target "fix" measures anew after a change of severity (onSeverityChange: "retroactive"), so pauses cannot push on what is due; choose "carry-elapsed" or "restart", or dayPauses: "day-ends".',
      { option: "dayPauses", given: "push" },
    ],
  ]);

  it.each<[string, () => unknown]>([
    [
      "started again, with hours and days",
      () => days.track([], { asOf: 0, onSeverityChange: "restart" }),
    ],
    [
      "measured anew, with hours and days",
      () => days.track([], { asOf: 0, onSeverityChange: "retroactive" }),
    ],
    [
      "carried over, with hours and minutes",
      () => minutes.track([], { asOf: 0, onSeverityChange: "carry-elapsed" }),
    ],
    [
      "carried over, with days alone",
      () => pushing.track([], { asOf: 0, onSeverityChange: "carry-elapsed" }),
    ],
    [
      "ignoring agreed dates beside amounts",
      () => minutes.track([], { asOf: 0, agreedDates: "ignore" }),
    ],
    ["agreed dates that replace", () => agreed.track([], { asOf: 0, agreedDates: "replaces" })],
    ["pushed on and carried over", () => pushing.track([], { asOf: 0, dayPauses: "push" })],
    [
      "measured anew without a push",
      () => pushing.track([], { asOf: 0, onSeverityChange: "retroactive" }),
    ],
  ])("may be %s", (_, act) => {
    expect(act).not.toThrow();
  });
  const minutes = deskTarget({
    allowance: { "1": { hours: 4, calendar: "office" }, "2": { minutes: 30, calendar: "office" } },
  });

  it("hold for that call alone", () => {
    const { fix } = defineSla({
      id: "desk",
      calendars: { always },
      targets: { fix: { allowance: { hours: 1, calendar: "always" }, ...states } },
    }).targets;
    const history = [open, { at: mon("10:00"), state: "done" }] as const;
    const status = (options: object) =>
      untyped((given) => fix.track(history, given), { asOf: tue("09:00"), ...options })() as {
        status: string;
      };
    expect(status({ atDue: "breached" }).status).toBe("breached");
    expect(status({}).status).toBe("met");
    expect(utc(fix.due(open.at))).toBe(mon("10:00"));
  });
});
