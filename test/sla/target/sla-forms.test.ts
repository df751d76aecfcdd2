import { describe, expect, it } from "vitest";
import {
  type CalendarDefinition,
  DefinitionError,
  defineSla,
  type HistoryEvent,
  historyColumns,
  type PolicyDefinition,
  type SlaClockState,
} from "../../../src/index";
import { always, mon, office, tue, week } from "../../reference/desk";
import { refusal, untyped } from "../../reference/refusals";

/** The tickets of people who wait: a reply within an hour, a fix within four, of the office. */
const states = { runs: ["open"], pauses: ["waiting"], stops: ["done"] };
const policy = {
  id: "desk",
  calendars: { office, always },
  severities: ["1", "2"],
  targets: {
    reply: {
      allowance: { hours: 1, calendar: "office" },
      runs: ["open"],
      stops: ["waiting", "done"],
      onReopen: "first-only",
    },
    fix: {
      allowance: { "1": { hours: 4, calendar: "office" }, "2": { hours: 8, calendar: "office" } },
      ...states,
    },
    urgent: { allowance: { "1": { hours: 6, calendar: "always" } }, ...states },
  },
} as const satisfies PolicyDefinition;
const sla = defineSla(policy);

/** Opened at 09:00, waits from 09:30 to 11:30, done at 15:00. */
const history: readonly HistoryEvent[] = [
  { at: mon("09:00"), state: "open", severity: "1" },
  { at: mon("09:30"), state: "waiting" },
  { at: mon("11:30"), state: "open" },
  { at: mon("15:00"), state: "done" },
];

describe("the targets of a policy, asked together", () => {
  it("give a reading each, by name", () => {
    // Used of the fix: 0.5 h and 3.5 h, the four hours to the millisecond, which is in time.
    const readings = sla.track(history, { asOf: tue("09:00"), ticket: "T-1" });
    expect(Object.keys(readings)).toEqual(["reply", "fix", "urgent"]);
    expect(readings.reply.status).toBe("met");
    expect(readings.reply.stoppedAt?.toUTC().toISO()).toBe("2026-11-16T09:30:00.000Z");
    expect([readings.fix.status, readings.fix.elapsed.as("hours")]).toEqual(["met", 4]);
    expect([readings.urgent.status, readings.urgent.ticket]).toEqual(["met", "T-1"]);
  });

  it("can be some of them, in the order in which they are named", () => {
    const some = sla.track(history, { asOf: tue("09:00"), targets: ["fix", "reply", "fix"] });
    expect(Object.keys(some)).toEqual(["fix", "reply"]);
    const rows = [
      ...sla.trackMany([{ ticket: "T", events: history }], { asOf: 0, targets: ["fix"] }),
    ];
    expect(rows.map(({ ticket, target, error }) => [ticket, target, error])).toEqual([
      ["T", "fix", null],
    ]);
  });

  it("refuse together what one of them refuses, unless it is left out", () => {
    const graded = history.map((event) => ({ ...event, ...(event.severity && { severity: "2" }) }));
    const error = refusal(() => sla.track(graded, { asOf: tue("09:00"), ticket: "T-2" }));
    expect(error.code).toBe("severity-without-allowance");
    expect(error.message).toBe(
      'Ticket T-2, event 0: severity "2" has no allowance; there are allowances for "1".',
    );
    const { fix } = sla.track(graded, { asOf: tue("09:00"), targets: ["reply", "fix"] });
    expect(fix.status).toBe("met");
    const rows = [...sla.trackMany([{ ticket: "T", events: graded }], { asOf: tue("09:00") })];
    expect(rows.map((row) => (row.error ? row.error.code : row.status))).toEqual([
      "met",
      "met",
      "severity-without-allowance",
    ]);
  });

  it.each([
    ["track", () => sla.track(history, { asOf: 0, targets: ["fixx" as "fix"] })],
    ["trackMany", () => sla.trackMany([], { asOf: 0, targets: ["fixx" as "fix"] })],
    ["trackStream", () => sla.trackStream([], { asOf: 0, targets: ["fixx" as "fix"] })],
    ["follow", () => sla.follow({ targets: ["fixx" as "fix"] })],
  ])("refuse an unknown target in %s, and name the one that was meant", (_, act) => {
    const { code, message } = refusal(act);
    expect([code, message]).toEqual([
      "option-invalid",
      '"fixx" is not a target of the policy; did you mean "fix"?',
    ]);
  });

  it.each([
    ["a misspelt option", { asof: 0 }, "option-unknown"],
    ["no instant", {}, "instant-invalid"],
    ["a value that is not a list", { asOf: 0, targets: "fix" }, "option-invalid"],
    ["a target that is not text", { asOf: 0, targets: [null] }, "option-invalid"],
    ["an unknown choice", { asOf: 0, onReopen: "maybe" }, "option-invalid"],
  ])("refuse %s", (_, options, code) => {
    expect(refusal(untyped((given) => sla.track(history, given), options)).code).toBe(code);
  });
});

/** Events that count how often each of their keys is read. */
function counted(events: readonly HistoryEvent[]) {
  let reads = 0;
  const watched = events.map((event) => {
    const seen: HistoryEvent = { at: 0 };
    for (const [key, value] of Object.entries(event)) {
      Object.defineProperty(seen, key, {
        enumerable: true,
        get: () => {
          reads++;
          return value;
        },
      });
    }
    return seen;
  });
  return { watched, reads: () => reads };
}

const inMs = history.map((event) => ({ ...event, at: Date.parse(String(event.at)) }));
const asOf = tue("09:00");

describe("one pass over the events serves every target", () => {
  const one = { targets: ["fix"] } as const;
  const all = {};

  async function drained(results: AsyncIterable<unknown>): Promise<void> {
    for await (const _ of results);
  }

  it.each<[string, (events: readonly HistoryEvent[], which: object) => unknown]>([
    ["track", (events, which) => sla.track(events, { asOf, ...which })],
    [
      "trackMany",
      (events, which) => [...sla.trackMany([{ ticket: "T", events }], { asOf, ...which })],
    ],
    [
      "trackStream",
      (events, which) => {
        // A copy of a row would read it; this one only names the ticket.
        const rows = events.map((event) =>
          Object.create(event, { ticket: { value: "T", enumerable: true } }),
        );
        return drained(sla.trackStream(rows, { asOf, ...which }));
      },
    ],
    [
      "follow",
      (events, which) => {
        const clocks = sla.follow(which);
        for (const event of events) clocks.take(event);
        return clocks.read(asOf);
      },
    ],
  ])("in %s: three targets read no more than one does", async (_, form) => {
    for (const events of [history, inMs]) {
      const alone = counted(events);
      await form(alone.watched, one);
      const together = counted(events);
      await form(together.watched, all);
      // Every event says when it is and its state, and one its severity.
      expect(alone.reads()).toBeGreaterThanOrEqual(2 * events.length + 1);
      expect(together.reads()).toBe(alone.reads());
    }
  });

  it("reads a history that is asked for once, and each key of an event once", () => {
    const { watched, reads } = counted(history);
    sla.track(watched, { asOf });
    expect(reads()).toBe(2 * history.length + 1);
  });

  it("names the state by the fields once for all targets", () => {
    // The rows of a policy are copied, so what is counted is how often the ticket's fields are read.
    let reads = 0;
    const fields = { status: "open" };
    const event = {
      at: mon("09:00"),
      get fields() {
        reads++;
        return fields;
      },
    };
    const derived = defineSla({
      ...policy,
      derive: [{ state: "open", when: { status: ["open"] } }, { state: "done" }],
    });
    const readings = derived.track([event], { asOf: mon("10:30"), targets: ["reply", "fix"] });
    expect([readings.reply.status, readings.fix.status]).toEqual(["breached", "running"]);
    expect(reads).toBe(1);
  });
});

describe("the columns of several targets", () => {
  it("come by the name of the target, with the errors of each", () => {
    const columns = historyColumns([
      { ticket: "A", events: history },
      { ticket: "B", events: [{ at: mon("09:00"), state: "open", severity: "2" }] },
      { ticket: "C", events: [{ at: mon("09:00"), state: "lost" }] },
    ]);
    const { fix, urgent } = sla.trackMany(columns, { asOf: mon("10:00") });
    expect([...fix.errors].map(([row, { code }]) => [row, code])).toEqual([[2, "state-unknown"]]);
    expect([...urgent.errors].map(([row, { code }]) => [row, code])).toEqual([
      [1, "severity-without-allowance"],
      [2, "state-unknown"],
    ]);
    expect(fix.elapsed[0]).toBe(30 * 60_000);
    expect(fix.elapsed[1]).toBe(60 * 60_000);
  });
});

describe("the clocks of several targets", () => {
  const opened = { at: mon("09:00"), state: "open", severity: "1" };

  it("save one value, which has what they have in common once", () => {
    const clocks = sla.follow({ keepWorking: true });
    for (const event of history) clocks.take(event);
    const saved = clocks.save();
    expect(Object.keys(saved.targets)).toEqual(["reply", "fix", "urgent"]);
    expect(saved.history).toHaveLength(4);
    // The hour at which the ticket was done is written once, and not once for each target.
    const text = JSON.stringify(saved);
    expect(text.split(String(Date.parse(mon("15:00"))))).toHaveLength(2);
  });

  it("do not grow with the number of events if the working is not kept", () => {
    // After 100 irregularities, which are the last that a clock notes.
    const sizes = [400, 4_000].map((count) => {
      const clocks = sla.follow();
      clocks.take(opened);
      for (let i = 1; i <= count; i++) {
        const state = i % 2 === 0 ? "open" : "waiting";
        clocks.take({ at: Date.parse(mon("09:00")) + i * 1000, state });
      }
      return JSON.stringify(clocks.save()).length;
    });
    expect((sizes[1] ?? 0) - (sizes[0] ?? 0)).toBeLessThan(60); // Some numbers have more digits.
  });

  it("take an event together or not at all", () => {
    const clocks = sla.follow();
    clocks.take(opened);
    const before = JSON.stringify(clocks.save());
    // Two of the targets would take severity 2; the third has no allowance for it.
    const regraded = { at: mon("10:00"), state: "waiting", severity: "2" };
    expect(refusal(() => clocks.take(regraded)).code).toBe("severity-without-allowance");
    expect(JSON.stringify(clocks.save())).toBe(before);
    clocks.take({ at: mon("10:00"), state: "waiting" });
    const { fix } = clocks.read(mon("12:00"));
    expect([fix.status, fix.elapsed.as("hours")]).toEqual(["paused", 1]);
  });

  it("go back also in an instant that they have begun to take", () => {
    const clocks = sla.follow({ keepWorking: true });
    clocks.take(opened);
    clocks.take({ at: mon("10:00"), state: "waiting" });
    clocks.take({ at: mon("11:00"), state: "open" });
    const before = JSON.stringify(clocks.read(mon("12:00")));
    for (const at of [mon("11:00"), mon("11:30"), mon("09:15")]) {
      const late = { late: "replay" } as const;
      const code = refusal(() => clocks.take({ at, severity: "2" }, late)).code;
      expect(code).toBe("severity-without-allowance");
      expect(JSON.stringify(clocks.read(mon("12:00")))).toBe(before);
    }
    clocks.take({ at: mon("09:30"), state: "waiting" }, { late: "replay" });
    // Half an hour before, one after it went on.
    expect(clocks.read(mon("12:00")).fix.elapsed.as("hours")).toBe(1.5);
  });

  const saved = () => {
    const clocks = sla.follow();
    clocks.take(opened);
    return JSON.parse(JSON.stringify(clocks.save())) as SlaClockState;
  };
  const other = (change: Partial<PolicyDefinition>) => defineSla({ ...policy, ...change });

  it("go on under the policy that saved them, and under no other", () => {
    expect(sla.follow({ from: saved() }).read(mon("10:00")).fix.elapsed.as("hours")).toBe(1);
    const error = refusal(() => other({ id: "desk-2" }).follow({ from: saved() }));
    expect([error.code, error.message]).toEqual([
      "saved-clock-of-another",
      'The saved clocks belong to policy "desk" but were given to policy "desk-2"; give them to the policy that saved them.',
    ]);
  });

  const longer: CalendarDefinition = week({ weekdays: ["08:00-18:00"] });
  it.each([
    ["whose calendar has changed", other({ calendars: { office: longer, always } }), {}],
    ["with other choices", sla, { onReopen: "restart" }],
    ["that has lost a target", other({ targets: { fix: policy.targets.fix } }), {}],
    ["of which fewer are followed", sla, { targets: ["fix"] }],
  ] as const)("take the ticket's events anew under a policy %s", (_, changed, options) => {
    const error = refusal(() => changed.follow({ ...options, from: saved() }));
    expect(error.code).toBe("saved-clock-outdated");
    const clocks = changed.follow({ ...options, from: saved(), history, keepWorking: true });
    expect(clocks.read(asOf)["fix"]).toEqual(changed.track(history, { ...options, asOf })["fix"]);
  });

  it("say which targets were saved, and which are followed", () => {
    expect(refusal(() => sla.follow({ from: saved(), targets: ["fix"] })).message).toBe(
      `The saved clocks of policy "desk" cover the targets reply, fix, urgent, but the targets to follow are fix; give the ticket's events with them, as follow({ from, history }), to take them anew.`,
    );
  });

  it("keep no working on top of what was saved without it, unless the events come with it", () => {
    const keepWorking = true;
    const from = saved();
    expect(refusal(() => sla.follow({ from, keepWorking })).code).toBe("working-not-kept");
    const clocks = sla.follow({ from, keepWorking, history });
    expect(clocks.read(asOf).fix.segments.length).toBeGreaterThan(0);
  });

  it.each<[string, (from: SlaClockState) => unknown, string]>([
    ["no state", () => null, "(the whole): null given; expected what the clocks of a policy saved"],
    ["an earlier form", (from) => ({ ...from, version: 1 }), "version: "],
    ["a key of its own", (from) => ({ ...from, extra: 1 }), "extra: "],
    [
      "a spoilt clock",
      ({ targets, ...from }) => ({
        ...from,
        targets: { ...targets, fix: { ...targets["fix"], standing: { now: {} } } },
      }),
      "targets.fix.standing.now",
    ],
    ["an event without an instant", (from) => ({ ...from, instant: [{}] }), "instant[0].atMs: "],
    ["a negative number of events", (from) => ({ ...from, taken: -1 }), "taken: "],
  ])("are not made of %s", (_, spoil, place) => {
    const error = refusal(untyped((from) => sla.follow({ from }), spoil(saved())));
    expect(error).toBeInstanceOf(DefinitionError);
    expect(error.message).toContain(`\n  ${place}`);
  });
});
