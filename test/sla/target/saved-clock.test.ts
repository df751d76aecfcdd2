import { describe, expect, it } from "vitest";
import {
  type ClockState,
  defineSla,
  type HistoryEvent,
  type PolicyDefinition,
  type TicketClock,
} from "../../../src/index";
import { always, deskTarget, mon, tue, utc } from "../../reference/desk";

const states = { runs: ["open"], pauses: ["waiting"], stops: ["done"] };
const eight = { hours: 8, calendar: "always" };
const policy = {
  id: "desk",
  calendars: { always },
  severities: ["1", "2"],
  targets: {
    fix: { allowance: eight, ...states },
    reply: { allowance: { hours: 2, calendar: "always" }, ...states },
  },
} satisfies PolicyDefinition;
const { fix, reply } = defineSla(policy).targets;

const open = { at: mon("09:00"), state: "open" };
const waiting = { at: mon("10:00"), state: "waiting" };
const resumed = { at: mon("11:00"), state: "open" };

/** A clock after some events, through JSON. */
function saved(clock: TicketClock, ...events: readonly HistoryEvent[]): ClockState {
  for (const event of events) clock.take(event);
  return JSON.parse(JSON.stringify(clock.save()));
}

const refusal = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return { code: Reflect.get(Object(error), "code"), message: String(error) };
  }
  return undefined;
};

describe("a saved clock says whose it is", () => {
  const from = saved(fix.follow(), open);

  it("its policy, its target and its choices", () => {
    expect(from).toMatchObject({ version: 2, policy: "desk", target: "fix" });
    expect(from.choices).toEqual({
      tie: "close",
      atDue: "met",
      onSeverityChange: "carry-elapsed",
      onReopen: "resume",
      onLateReopen: "new-cycle",
      onceBreached: "rejudge",
      dayPauses: "day-ends",
      agreedDates: "replaces",
      onUnknownState: "refuse",
    });
  });

  it("and is refused by another target, and by another policy", () => {
    expect(refusal(() => reply.follow({ from }))).toEqual({
      code: "saved-clock-of-another",
      message:
        'HistoryError: The saved clock belongs to target "fix" of policy "desk" but was given to target "reply" of policy "desk"; give it to the target that saved it.',
    });
    const other = defineSla({ ...policy, id: "other" }).targets.fix;
    expect(refusal(() => other.follow({ from }))?.code).toBe("saved-clock-of-another");
    // Also with its history: it is another ticket's, or another desk's.
    expect(refusal(() => other.follow({ from, history: [open] }))?.code).toBe(
      "saved-clock-of-another",
    );
  });

  it("and under other choices or a changed policy its history goes on in its place", () => {
    const restart = { onReopen: "restart" } as const;
    const longer = defineSla({
      ...policy,
      targets: {
        ...policy.targets,
        fix: { ...policy.targets.fix, allowance: { ...eight, hours: 9 } },
      },
    }).targets.fix;
    const otherHours = defineSla({
      ...policy,
      calendars: { always: { timeZone: "UTC", hours: { daily: ["00:00-12:00"] } } },
    }).targets.fix;
    for (const [target, choices, dueAt] of [
      [fix, restart, mon("17:00")],
      [longer, {}, mon("18:00")],
      // 3 h of Monday and 5 of Tuesday.
      [otherHours, {}, tue("05:00")],
    ] as const) {
      const refused = refusal(() => target.follow({ from, ...choices }));
      expect(refused?.code).toBe("saved-clock-outdated");
      expect(refused?.message).toContain("follow({ from, history })");
      const clock = target.follow({ from, ...choices, history: [open] });
      expect(utc(clock.read(mon("10:00")).dueAt)).toBe(dueAt);
    }
  });

  it("and of the first form only its history goes on", () => {
    const first = { version: 1, activity: "running" } as unknown as ClockState;
    expect(refusal(() => fix.follow({ from: first }))).toEqual({
      code: "saved-clock-outdated",
      message:
        'HistoryError: The saved clock of target "fix" of policy "desk" was saved by an earlier version of the library, which did not say which target it was of; give the ticket\'s events with it, as follow({ from, history }), to take them anew.',
    });
    const clock = fix.follow({ from: first, history: [open] });
    expect(utc(clock.read(mon("10:00")).dueAt)).toBe(mon("17:00"));
  });

  it("and keeps its place although the policy is written in another order", () => {
    const { targets, calendars, ...rest } = policy;
    const turned = defineSla({
      targets: { fix: { ...states, allowance: { calendar: "always", hours: 8 } } },
      calendars,
      ...rest,
    }).targets.fix;
    expect(turned.follow({ from }).read(mon("10:00")).status).toBe("running");
  });
});

describe("a clock that does not keep its working", () => {
  const size = (clock: TicketClock) => JSON.stringify(clock.save()).length;
  const event = (i: number, words: readonly HistoryEvent[]): HistoryEvent => ({
    // Instants of one length, so the sizes can be compared.
    ...words[i % words.length],
    at: 1_500_000_000_000 + i * 1_000,
  });
  const run = (clock: TicketClock, count: number, words: readonly Omit<HistoryEvent, "at">[]) => {
    for (let i = 0; i < count; i++) clock.take(event(i, words as readonly HistoryEvent[]));
    return clock;
  };
  const graded = (choices: object) =>
    deskTarget(
      {
        allowance: { "1": { hours: 4, calendar: "always" }, "2": { hours: 8, calendar: "always" } },
        warnAt: [0.5, 0.9],
        ...choices,
      },
      { severities: ["1", "2"] },
    );
  const pausing = [{ state: "open", severity: "1" }, { state: "waiting" }];
  const changing = [{ state: "open", severity: "1" }, { severity: "2" }];
  const reopening = [{ state: "open", severity: "1" }, { state: "done" }];

  it.each([
    ["pauses", {}, pausing],
    ["pauses, all measured anew at a change", { onSeverityChange: "retroactive" }, pausing],
    ["changes of severity", {}, changing],
    ["changes of severity, measured anew", { onSeverityChange: "retroactive" }, changing],
    ["changes of severity, started again", { onSeverityChange: "restart" }, changing],
    ["re-openings", {}, reopening],
    ["re-openings, each a cycle", { onReopen: "new-cycle" }, reopening],
  ])("saves no more after 4,000 events than after 400: %s", (_, choices, words) => {
    const after = (count: number) => size(run(graded(choices).follow(), count, words));
    // Some digits more for larger amounts, and for how many events were taken.
    expect(after(4_000)).toBeLessThan(after(400) + 200);
  });

  it("takes 100,000 events, which is out of reach if each of them costs all before it", () => {
    const clock = run(graded({}).follow(), 100_000, pausing);
    expect(clock.read(2_000_000_000_000).paused).toBe(true);
  });

  it("takes 40,000 events of one instant, each of which changes the severity", () => {
    const clock = graded({}).follow();
    for (let i = 0; i < 40_000; i++) {
      clock.take({ at: mon("09:00"), state: "open", severity: i % 2 === 0 ? "1" : "2" });
    }
    expect(utc(clock.read(mon("10:00")).dueAt)).toBe(mon("17:00"));
  });

  it("remembers the last 20 cycles", () => {
    const clock = run(graded({ onReopen: "new-cycle" }).follow(), 100, reopening);
    const { cycles } = clock.read(1_600_000_000_000);
    // The present one, which is stopped, and 20 before it.
    expect(cycles).toHaveLength(21);
    const again = graded({ onReopen: "new-cycle" }).follow({ from: saved(clock) });
    expect(again.read(1_600_000_000_000).cycles).toHaveLength(21);
  });

  it("has no segments, and goes on from a clock that kept them", () => {
    const kept = saved(fix.follow({ keepWorking: true }), open, waiting);
    const clock = fix.follow({ from: kept, keepWorking: false });
    clock.take(resumed);
    expect(clock.read(mon("12:00")).segments).toEqual([]);
    expect(clock.read(mon("12:00")).elapsed.as("hours")).toBe(2);
    expect(clock.save().history).toBeNull();
  });
});

describe("a clock that keeps its working", () => {
  it("reads what track reads, segments and all, and stays so when it is restored", () => {
    const kept = saved(fix.follow({ keepWorking: true }), open, waiting);
    const clock = fix.follow({ from: kept });
    clock.take(resumed);
    const asOf = mon("12:00");
    expect(JSON.stringify(clock.read(asOf))).toBe(
      JSON.stringify(fix.track([open, waiting, resumed], { asOf })),
    );
    expect(clock.save().history).toHaveLength(3);
  });

  it("cannot go on from one that did not, but for the ticket's history", () => {
    const from = saved(fix.follow(), open);
    expect(refusal(() => fix.follow({ from, keepWorking: true }))?.code).toBe("working-not-kept");
    const clock = fix.follow({ from, keepWorking: true, history: [open] });
    expect(clock.read(mon("10:00")).segments).toHaveLength(1);
  });

  it("takes an event that comes late as if it had come in time", () => {
    const clock = fix.follow({ keepWorking: true });
    for (const event of [open, resumed]) clock.take(event);
    clock.take(waiting, { late: "replay" });
    const asOf = mon("12:00");
    expect(JSON.stringify(clock.read(asOf))).toBe(
      JSON.stringify(fix.track([open, waiting, resumed], { asOf })),
    );
    // Of one instant with another, it is taken after that one.
    clock.take({ at: mon("10:00"), state: "open" }, { late: "replay" });
    expect(clock.read(asOf).elapsed.as("hours")).toBe(3);
  });

  it("and is as it was if a late event cannot be taken", () => {
    const clock = fix.follow({ keepWorking: true });
    for (const event of [open, resumed]) clock.take(event);
    const before = JSON.stringify(clock.save());
    const lost = { at: mon("10:00"), state: "lost" };
    expect(refusal(() => clock.take(lost, { late: "replay" }))?.code).toBe("state-unknown");
    expect(JSON.stringify(clock.save())).toBe(before);
    expect(clock.read(mon("12:00")).elapsed.as("hours")).toBe(3);
  });

  it("or if it is not asked to replay it; and without its working it cannot", () => {
    const kept = fix.follow({ keepWorking: true });
    const plain = fix.follow();
    for (const clock of [kept, plain]) clock.take(resumed);
    expect(refusal(() => kept.take(waiting))?.code).toBe("event-out-of-order");
    const late = refusal(() => plain.take(waiting, { late: "replay" }));
    expect(late?.code).toBe("event-out-of-order");
    expect(late?.message).toContain("follow({ keepWorking: true })");
    // @ts-expect-error there is no such way
    expect(refusal(() => kept.take(waiting, { late: "ignore" }))?.code).toBe("option-invalid");
  });
});

describe("an event that cannot be taken leaves the clock as it was", () => {
  // Coverage ends with 2040; severity 2 would be due after that.
  const target = deskTarget(
    {
      allowance: { "1": { hours: 1, calendar: "uk" }, "2": { hours: 900, calendar: "uk" } },
      pauses: ["waiting"],
    },
    {
      severities: ["1", "2"],
      calendars: {
        uk: {
          timeZone: "Europe/London",
          hours: { weekdays: ["09:00-17:00"] },
          bankHolidays: "england-and-wales",
        },
      },
    },
  );
  const start = { at: "2040-12-03T09:00:00Z", state: "open", severity: "1" };

  it("as a new instant, or as one more event of the last", () => {
    for (const at of ["2040-12-03T09:00:00Z", "2040-12-03T09:30:00Z"]) {
      const clock = target.follow();
      clock.take(start);
      const before = JSON.stringify(clock.save());
      const again = { at, state: "done", severity: "2" };
      expect(refusal(() => clock.take(again))?.code).toBe("coverage-end");
      expect(JSON.stringify(clock.save())).toBe(before);
      expect(utc(clock.read("2040-12-03T09:30:00Z").dueAt)).toBe("2040-12-03T10:00:00Z");
    }
  });
});
