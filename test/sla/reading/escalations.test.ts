import { describe, expect, it } from "vitest";
import {
  DefinitionError,
  defineSla,
  type EscalationDefinition,
  explain,
  type HistoryEvent,
  readingFromJSON,
  type TargetDefinition,
} from "../../../src/index";
import { always, deskTarget, fri, mon, nextMon, office, tue, utc, wed } from "../../reference/desk";

/** 8 hours of Monday to Friday, 09:00 to 17:00: from Monday 09:00, due on Monday 17:00. */
const inOffice = (escalations: readonly EscalationDefinition[], more: object = {}) =>
  deskTarget({ allowance: { hours: 8, calendar: "office" }, escalations, ...more });

const told = (
  target: ReturnType<typeof deskTarget>,
  events: readonly HistoryEvent[],
  asOf: string,
) => target.track(events, { asOf }).escalations.map(({ id, at, passed }) => [id, utc(at), passed]);

const open = { at: mon("09:00"), state: "open" };

describe("an escalation at a share", () => {
  const target = inOffice([
    { id: "manager", at: { share: 0.75 } },
    { id: "director", at: { share: 1.5 } },
  ]);

  it("is when so much of the allowance is used, also beyond all of it", () => {
    // 6 h of 8 are used on Monday at 15:00, 12 h on Tuesday at 13:00.
    expect(told(target, [open], mon("10:00"))).toEqual([
      ["manager", mon("15:00"), false],
      ["director", tue("13:00"), false],
    ]);
    expect(told(target, [open], tue("13:00"))).toEqual([
      ["manager", mon("15:00"), true],
      ["director", tue("13:00"), true],
    ]);
  });

  it("does not come nearer while the ticket is paused, and has no instant then", () => {
    // Paused on Monday from 16:00 (7 h used) to Tuesday 10:00: 12 h are used 5 h later, at 15:00.
    const events = [
      open,
      { at: mon("16:00"), state: "waiting" },
      { at: tue("10:00"), state: "open" },
    ];
    expect(told(target, events, tue("09:30"))).toEqual([
      ["manager", mon("15:00"), true],
      ["director", null, false],
    ]);
    expect(told(target, events, tue("10:00"))).toEqual([
      ["manager", mon("15:00"), true],
      ["director", tue("15:00"), false],
    ]);
  });

  it("is called by its share if it has no name", () => {
    const target = inOffice([{ at: { share: 0.75 } }, { at: { before: { minutes: 30 } } }]);
    expect(told(target, [open], mon("10:00")).map(([id]) => id)).toEqual(["75 %", "30 min before"]);
  });
});

describe("an escalation before or after the due instant", () => {
  it("counts on the calendar of the allowance", () => {
    // Due on Monday 17:00, the closing: an hour before is 16:00, an hour after is Tuesday 10:00.
    const target = inOffice([
      { id: "soon", at: { before: { hours: 1 } } },
      { id: "late", at: { after: { hours: 1 } } },
    ]);
    expect(told(target, [open], mon("10:00"))).toEqual([
      ["soon", mon("16:00"), false],
      ["late", tue("10:00"), false],
    ]);
  });

  it("counts on another calendar if it names one", () => {
    const target = inOffice([
      { id: "soon", at: { before: { hours: 10, calendar: "always" } } },
      { id: "late", at: { after: { hours: 1, calendar: "always" } } },
    ]);
    // Ten hours before Monday 17:00 are 07:00, before the ticket began: it is due as the ticket begins.
    expect(told(target, [open], mon("09:00"))).toEqual([
      ["soon", mon("09:00"), true],
      ["late", mon("18:00"), false],
    ]);
  });

  it("counts in days as well", () => {
    // 2 working days from Monday are over at the midnight that ends Wednesday, Thursday 00:00.
    const target = deskTarget({
      allowance: { workingDays: 2, calendar: "office" },
      escalations: [
        { id: "eve", at: { before: { workingDays: 1 } } },
        { id: "third", at: { after: { workingDays: 3 } } },
        { id: "noon", at: { before: { hours: 5 } } },
        { id: "week", at: { after: { calendarDays: 7 } } },
      ],
    });
    // A day before is the end of Tuesday, three after the end of Monday: Saturday and Sunday are none.
    expect(told(target, [open], mon("09:00"))).toEqual([
      ["eve", wed("00:00"), false],
      ["third", "2026-11-24T00:00:00Z", false],
      ["noon", wed("12:00"), false],
      ["week", "2026-11-26T00:00:00Z", false],
    ]);
    // 3 h of working time before a due time of day, and one working day: Friday 15:00.
    const sameTime = deskTarget({
      allowance: { workingDays: 1, calendar: "office", due: "same-time" },
      escalations: [
        { id: "after", at: { after: { workingDays: 1 } } },
        { id: "before", at: { before: { workingDays: 1 } } },
      ],
    });
    const events = [{ at: fri("15:00"), state: "open" }];
    expect(told(sameTime, events, fri("15:00"))).toEqual([
      ["after", "2026-11-24T15:00:00Z", false],
      ["before", fri("15:00"), true],
    ]);
    expect(utc(sameTime.track(events, { asOf: fri("15:00") }).dueAt)).toBe(nextMon("15:00"));
  });

  it("moves with the due instant, and has no instant while that has none", () => {
    const target = inOffice([
      { id: "soon", at: { before: { hours: 1 } } },
      { id: "late", at: { after: { hours: 1 } } },
    ]);
    // Paused for two hours: due on Tuesday 11:00.
    const events = [
      open,
      { at: mon("12:00"), state: "waiting" },
      { at: mon("14:00"), state: "open" },
    ];
    expect(told(target, events, mon("13:00"))).toEqual([
      ["soon", null, false],
      ["late", null, false],
    ]);
    expect(told(target, events, mon("14:00"))).toEqual([
      ["soon", tue("10:00"), false],
      ["late", tue("12:00"), false],
    ]);
  });

  it("has no instant in a pause after the breach, and is due as the pause ends if that is later", () => {
    const target = inOffice([{ id: "late", at: { after: { hours: 2 } } }]);
    // Due on Monday 17:00; two hours after are Tuesday 11:00, within the pause.
    const events = [
      open,
      { at: tue("10:00"), state: "waiting" },
      { at: tue("12:00"), state: "open" },
    ];
    expect(told(target, events, tue("09:30"))).toEqual([["late", tue("11:00"), false]]);
    expect(told(target, events, tue("11:30"))).toEqual([["late", null, false]]);
    expect(told(target, events, tue("12:00"))).toEqual([["late", tue("12:00"), true]]);
  });

  it("does not come once the ticket has stopped or is cancelled", () => {
    const target = inOffice([{ id: "soon", at: { before: { hours: 1 } } }]);
    for (const state of ["done", "void"]) {
      const events = [open, { at: mon("12:00"), state }];
      expect(told(target, events, fri("12:00"))).toEqual([["soon", null, false]]);
    }
    expect(told(target, [], fri("12:00"))).toEqual([["soon", null, false]]);
  });
});

describe("an escalation and a change of severity", () => {
  /** Around the clock: severity 1 has 4 hours and severity 2 has 8. */
  const bySeverity = (
    escalations: readonly EscalationDefinition[],
    more: Partial<TargetDefinition> = {},
  ) =>
    deskTarget(
      {
        allowance: { "1": { hours: 4, calendar: "always" }, "2": { hours: 8, calendar: "always" } },
        escalations,
        ...more,
      },
      { severities: ["1", "2"] },
    );
  const low = { at: mon("09:00"), state: "open", severity: "2" };
  const raised = { at: mon("14:00"), severity: "1" };

  it("is due at the change that makes it due in the past, and never before it", () => {
    // 5 h are used at 14:00. Of 4 h, 3 were used at 12:00, and the due instant is the change itself.
    const target = bySeverity([
      { id: "share", at: { share: 0.75 } },
      { id: "before", at: { before: { minutes: 30 } } },
      { id: "after", at: { after: { hours: 1 } } },
      { id: "beyond", at: { share: 1.25 } },
    ]);
    expect(told(target, [low, raised], mon("14:00"))).toEqual([
      ["share", mon("14:00"), true],
      ["before", mon("14:00"), true],
      ["after", mon("15:00"), false],
      ["beyond", mon("14:00"), true],
    ]);
    // Before the change, all of them are ahead: due on Monday 17:00.
    expect(told(target, [low, raised], mon("13:59"))).toEqual([
      ["share", mon("15:00"), false],
      ["before", mon("16:30"), false],
      ["after", mon("18:00"), false],
      ["beyond", mon("19:00"), false],
    ]);
  });

  it("is due at the change also while the ticket is paused", () => {
    const target = bySeverity([{ id: "before", at: { before: { minutes: 90 } } }]);
    // 3 h are used at 12:00; of 4 h, one is left, so 90 minutes before it is due are past.
    const events = [low, { at: mon("12:00"), state: "waiting" }, raised];
    expect(told(target, events, mon("13:00"))).toEqual([["before", null, false]]);
    expect(told(target, events, mon("14:30"))).toEqual([["before", mon("14:00"), true]]);
  });

  it("is ahead again if the change gives more time", () => {
    const target = bySeverity([{ id: "before", at: { before: { hours: 1 } } }]);
    const events = [
      { ...low, severity: "1" },
      { at: mon("12:30"), severity: "2" },
    ];
    expect(told(target, events, mon("12:15"))).toEqual([["before", mon("12:00"), true]]);
    expect(told(target, events, mon("12:30"))).toEqual([["before", mon("16:00"), false]]);
  });

  it("is there for its severities alone, and due at the change that makes it theirs", () => {
    const both = { hours: 4, calendar: "always" };
    for (const allowance of [both, { "1": both, "2": both }]) {
      const target = bySeverity(
        [
          { id: "all", at: { share: 0.5 } },
          { id: "urgent", at: { share: 0.5 }, severities: ["1"] },
        ],
        { allowance },
      );
      expect(told(target, [low], mon("12:00"))).toEqual([["all", mon("11:00"), true]]);
      expect(told(target, [low, { ...raised, at: mon("12:00") }], mon("12:30"))).toEqual([
        ["all", mon("11:00"), true],
        ["urgent", mon("12:00"), true],
      ]);
    }
  });

  it("is due at the severity that comes late", () => {
    const target = bySeverity([{ id: "late", at: { share: 0.75 } }]);
    const ungraded = { at: mon("09:00"), state: "open" };
    expect(told(target, [ungraded], mon("13:00"))).toEqual([["late", null, false]]);
    expect(told(target, [ungraded, raised], mon("14:00"))).toEqual([["late", mon("14:00"), true]]);
  });

  it("counts anew after a restart, and in a new cycle", () => {
    const target = bySeverity([{ id: "soon", at: { before: { hours: 1 } } }], {
      onSeverityChange: "restart",
      onReopen: "new-cycle",
    });
    expect(told(target, [low, raised], mon("14:00"))).toEqual([["soon", mon("17:00"), false]]);
    const again = [
      { ...low, severity: "1" },
      { at: mon("12:30"), state: "done" },
      { at: mon("15:00"), state: "open" },
    ];
    expect(told(target, again, mon("14:00"))).toEqual([["soon", mon("12:00"), true]]);
    expect(told(target, again, mon("15:00"))).toEqual([["soon", mon("18:00"), false]]);
  });
});

describe("a reading with escalations", () => {
  const target = inOffice([
    { id: "soon", at: { before: { hours: 1 } } },
    { id: "late", title: "Head of service", at: { share: 1.5 } },
  ]);

  it("names the one that comes next, also after the breach", () => {
    const next = (asOf: string) => {
      const { nextChange } = target.track([open], { asOf });
      return nextChange && [utc(nextChange.at), nextChange.kind, nextChange.id, nextChange.share];
    };
    expect(next(mon("09:00"))).toEqual([mon("16:00"), "escalation", "soon", null]);
    expect(next(mon("16:00"))).toEqual(["2026-11-16T17:00:00.001Z", "breach", undefined, null]);
    expect(next(tue("09:00"))).toEqual([tue("13:00"), "escalation", "late", 1.5]);
    expect(next(tue("13:00"))).toBeNull();
  });

  it("says them in its explanation, and keeps them through JSON", () => {
    const reading = target.track([open], { asOf: mon("16:30"), ticket: "T-1" });
    const lines = explain(reading).split("\n");
    expect(lines).toContain("escalation: soon, 1 h before: since Mon 16 Nov 2026 16:00");
    expect(lines).toContain("escalation: Head of service, 150 %: Tue 17 Nov 2026 13:00");
    const copy = readingFromJSON(JSON.parse(JSON.stringify(reading)));
    expect(explain(copy)).toBe(explain(reading));
    expect(JSON.stringify(copy)).toBe(JSON.stringify(reading));
  });

  it("is the same from a clock that is saved and restored at every event", () => {
    const events = [
      open,
      { at: mon("16:30"), state: "waiting" },
      { at: tue("10:00"), state: "open" },
      { at: wed("10:00"), state: "done" },
    ];
    let saved = target.follow().save();
    for (const event of events) {
      const clock = target.follow({ from: JSON.parse(JSON.stringify(saved)) });
      clock.take(event);
      saved = clock.save();
      const { escalations } = clock.read(event.at);
      const past = events.filter(({ at }) => at <= event.at);
      expect(escalations).toEqual(target.track(past, { asOf: event.at }).escalations);
    }
    expect(told(target, events, fri("12:00"))).toEqual([
      ["soon", mon("16:00"), true],
      ["late", tue("14:30"), true],
    ]);
  });
});

describe("the definition of an escalation", () => {
  const problemsOf = (
    escalations: unknown,
    allowance: object = { hours: 8, calendar: "office" },
  ) => {
    try {
      defineSla({
        id: "desk",
        calendars: { office, always },
        severities: ["1", "2"],
        targets: { fix: { allowance, runs: ["open"], stops: ["done"], escalations } },
      } as never);
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      return error.problems.map(({ path }) => path.slice(3).join("."));
    }
    return [];
  };

  it("is refused with every problem and its place", () => {
    expect(
      problemsOf([
        { at: { share: 0 } },
        { at: { share: 75 } },
        { at: { share: 0.5, before: { minutes: 5 } } },
        { at: {} },
        { at: { before: {} } },
        { at: { before: { minutes: 5, calendar: "nowhere" } } },
        { at: { after: { hours: -1 } } },
        { at: { after: { hours: 1 } }, severities: ["3"] },
        { at: { after: { hours: 2 } }, severities: [] },
        { id: "", at: { share: 0.1 } },
        { at: { share: 0.2 }, who: "manager" },
        { share: 0.3 },
      ]),
    ).toEqual([
      "0.at.share",
      "1.at.share",
      "2.at",
      "3.at",
      "4.at.before",
      "6.at.after.hours",
      "8.severities",
      "9.id",
      "10.who",
      "11.at",
      "11.share",
      "5.at.before.calendar",
      "7.severities.0",
    ]);
  });

  it("may have one name once for each severity", () => {
    const at = { share: 0.5 };
    expect(
      problemsOf([
        { id: "a", at },
        { id: "a", at: { share: 0.6 } },
      ]),
    ).toEqual(["1.id"]);
    expect(problemsOf([{ at }, { at }])).toEqual(["1"]);
    expect(
      problemsOf([
        { at, severities: ["1"] },
        { at, severities: ["2"] },
      ]),
    ).toEqual([]);
    expect(
      problemsOf([
        { at, severities: ["1"] },
        { at, severities: ["2", "1"] },
      ]),
    ).toEqual(["1"]);
  });

  it("names a calendar for working days if the allowance is on none", () => {
    const at = { before: { workingDays: 1 } };
    expect(problemsOf([{ at }], { months: 1 })).toEqual(["0.at.before.calendar"]);
    const named = { before: { workingDays: 1, calendar: "office" } };
    expect(problemsOf([{ at: named }], { months: 1 })).toEqual([]);
    expect(problemsOf([{ at: { before: { calendarDays: 1 } } }], { months: 1 })).toEqual([]);
  });
});
