import { describe, expect, it } from "vitest";
import { type ClockState, defineSla, type Sla, type SlaClockState } from "../../../src/index";
import { always, mon, office } from "../../reference/desk";
import { refusal, untyped, wordForWord } from "../../reference/refusals";

const states = { runs: ["open"], pauses: ["waiting"], stops: ["done"] };
const sla: Sla = defineSla({
  id: "desk",
  calendars: { office, always },
  targets: {
    reply: { allowance: { hours: 1, calendar: "office" }, ...states },
    fix: { allowance: { hours: 4, calendar: "office" }, ...states },
    close: { allowance: { hours: 8, calendar: "office" }, ...states },
  },
});
const ms = (at: string) => Date.parse(at);
const open = { at: mon("09:00"), state: "open" };
const waiting = { at: mon("10:00"), state: "waiting" };

function saved(options: object = {}): SlaClockState {
  const clocks = sla.follow({ targets: ["reply", "fix"], ...options });
  for (const event of [open, waiting]) clocks.take(event);
  return JSON.parse(JSON.stringify(clocks.save()));
}

describe("what the clocks of a ticket save", () => {
  const of = (id: string): ClockState => {
    const clock = sla.targets[id]?.follow();
    if (!clock) throw new Error("the policy has the target");
    for (const event of [open, waiting]) clock.take(event);
    return JSON.parse(JSON.stringify(clock.save()));
  };

  it("is what each saves by itself, and what they have in common once", () => {
    const targets = ["reply", "fix"].map((id) => {
      const { promise, choices, standing } = of(id);
      const { instant: _, ...rest } = standing ?? { instant: [] };
      return [id, { promise, choices, standing: rest }];
    });
    expect(saved()).toEqual({
      version: 2,
      policy: "desk",
      taken: 2,
      history: null,
      instant: [{ atMs: ms(mon("10:00")), state: "waiting" }],
      targets: Object.fromEntries(targets),
    });
  });

  it("is every event, and where no clock stands, if their working is kept", () => {
    const { history, instant, targets, taken } = saved({ keepWorking: true });
    expect({ history, instant, taken }).toEqual({
      history: [
        { atMs: ms(mon("09:00")), state: "open" },
        { atMs: ms(mon("10:00")), state: "waiting" },
      ],
      instant: [],
      taken: 2,
    });
    expect(Object.values(targets).map(({ standing }) => standing)).toEqual([null, null]);
  });

  it("is nothing if no target is followed", () => {
    const none = sla.follow({ targets: [] });
    none.take(open);
    const state = none.save();
    expect(state).toEqual({
      version: 2,
      policy: "desk",
      taken: 0,
      history: null,
      instant: [],
      targets: {},
    });
    expect(sla.follow({ targets: [], from: state }).read(mon("10:00"))).toEqual({});
  });
});

describe("clocks that were saved together", () => {
  const follow = (change: object, options: object = {}) =>
    untyped((given) => sla.follow(given), {
      targets: ["reply", "fix"],
      from: { ...saved(), ...change },
      ...options,
    });
  const { reply, fix } = saved().targets;
  const HEAD = "The saved state of the clocks has 1 problem:\n  ";

  it("go on where they stood", () => {
    const clocks = sla.follow({ targets: ["fix", "reply"], from: saved() });
    clocks.take({ at: mon("11:00"), state: "open" });
    const readings = clocks.read(mon("11:30"));
    expect([readings["fix"]?.elapsed.as("hours"), readings["reply"]?.elapsed.as("hours")]).toEqual([
      1.5, 1.5,
    ]);
    expect(clocks.save().taken).toBe(3);
  });

  wordForWord([
    [
      "are not text",
      untyped((from) => sla.follow({ from }), "saved"),
      "definition-invalid",
      `${HEAD}(the whole): "saved" given; expected what the clocks of a policy saved`,
    ],
    [
      "are no function",
      untyped(
        (from) => sla.follow({ from }),
        () => 1,
      ),
      "definition-invalid",
      `${HEAD}(the whole): expected JSON without a function`,
    ],
    [
      "have common parts of the right kind",
      follow({ version: 3, policy: 5, taken: 0.5, history: 5, instant: 5, targets: 5 }),
      "definition-invalid",
      [
        "The saved state of the clocks has 6 problems:",
        "  version: 3 given; expected 2, the form that this version of the library saves",
        "  policy: 5 given; expected the id of a policy",
        "  taken: 0.5 given; expected a whole number",
        "  history: 5 given; expected a list of events",
        "  instant: 5 given; expected a list of events",
        "  targets: 5 given; expected an object",
      ].join("\n"),
    ],
    [
      "stand somewhere",
      follow({ targets: { reply, fix: { ...fix, standing: 5 } } }),
      "definition-invalid",
      `${HEAD}targets.fix.standing: 5 given; expected an object`,
    ],
    [
      "have parts of their own at their place",
      follow({ targets: { reply, fix: { ...fix, promise: 5, choices: 7 } } }),
      "definition-invalid",
      "The saved state of the clocks has 2 problems:\n  targets.fix.promise: 5 given; expected text\n  targets.fix.choices: 7 given; expected an object",
    ],
    [
      "have events of their instant at one place",
      follow({ instant: [{ atMs: 0, state: 5 }] }),
      "definition-invalid",
      `${HEAD}instant[0].state: 5 given; expected text`,
    ],
    [
      "have not taken fewer events than none",
      follow({ taken: -1 }),
      "definition-invalid",
      `${HEAD}taken: -1 given; expected a whole amount`,
    ],
    [
      "belong to their policy",
      follow({ policy: "help" }),
      "saved-clock-of-another",
      'The saved clocks belong to policy "help" but were given to policy "desk"; give them to the policy that saved them.',
      { saved: { policy: "help" }, given: { policy: "desk" } },
    ],
    [
      "belong to their choices",
      follow({}, { onReopen: "restart" }),
      "saved-clock-outdated",
      `The saved clocks of policy "desk" were saved under other choices, or before the policy or its calendars were changed; give the ticket's events with them, as follow({ from, history }), to take them anew.`,
      { saved: ["reply", "fix"], given: ["reply", "fix"] },
    ],
    [
      "belong to their choices, each of them",
      follow({ targets: { reply, fix: { ...fix, promise: "another" } } }),
      "saved-clock-outdated",
      `The saved clocks of policy "desk" were saved under other choices, or before the policy or its calendars were changed; give the ticket's events with them, as follow({ from, history }), to take them anew.`,
    ],
    [
      "are those of the targets to follow",
      follow({}, { targets: ["fix", "close"] }),
      "saved-clock-outdated",
      `The saved clocks of policy "desk" cover the targets reply, fix, but the targets to follow are fix, close; give the ticket's events with them, as follow({ from, history }), to take them anew.`,
      { saved: ["reply", "fix"], given: ["fix", "close"] },
    ],
    [
      "are those of all targets to follow",
      follow({}, { targets: ["reply", "fix", "close"] }),
      "saved-clock-outdated",
      `The saved clocks of policy "desk" cover the targets reply, fix, but the targets to follow are reply, fix, close; give the ticket's events with them, as follow({ from, history }), to take them anew.`,
    ],
    [
      "are those of no further target",
      follow({}, { targets: ["fix"] }),
      "saved-clock-outdated",
      `The saved clocks of policy "desk" cover the targets reply, fix, but the targets to follow are fix; give the ticket's events with them, as follow({ from, history }), to take them anew.`,
    ],
    [
      "keep no working that they did not keep",
      follow({}, { keepWorking: true }),
      "working-not-kept",
      "The saved clock did not keep its working, so a clock that keeps it cannot go on from it; give the ticket's events with it, as follow({ from, history, keepWorking: true }).",
    ],
  ]);

  it("that are outdated take the ticket's events anew, and others do not", () => {
    const history = [open];
    const elapsed = (options: object) => {
      const given = { targets: ["reply", "fix"], history, ...options };
      const clocks = untyped((all) => sla.follow(all), given)() as ReturnType<typeof sla.follow>;
      return [clocks.read(mon("12:00"))["fix"]?.elapsed.as("hours"), clocks.save().taken];
    };
    // Without its pause at 10:00, the ticket has used three hours by 12:00.
    expect(elapsed({ from: saved(), onReopen: "restart" })).toEqual([3, 1]);
    expect(elapsed({ from: saved(), keepWorking: true })).toEqual([3, 1]);
    expect(elapsed({ from: saved() })).toEqual([1, 2]);
    expect(elapsed({ from: saved({ keepWorking: true }) })).toEqual([1, 2]);
    expect(elapsed({})).toEqual([3, 1]);
  });

  it("keep their working if they did, unless they are told not to", () => {
    const from = saved({ keepWorking: true });
    const targets = ["reply", "fix"];
    const short = sla.follow({ targets, from, keepWorking: false }).save();
    expect([sla.follow({ targets, from }).save().history?.length, short.history]).toEqual([
      2,
      null,
    ]);
    expect(sla.follow({ targets, from: saved() }).save().history).toBeNull();
    expect(sla.follow({ targets }).save().history).toBeNull();
  });

  it("are read at their last event or later", () => {
    const clocks = sla.follow({ targets: ["fix"] });
    for (const event of [open, waiting]) clocks.take(event);
    expect(clocks.read(mon("10:00"))["fix"]?.status).toBe("paused");
    expect(refusal(() => clocks.read(mon("09:59"))).code).toBe("as-of-before-last-event");
  });

  it("count the events that they have taken", () => {
    const spoilt = { at: "noon" };
    const clocks = sla.follow({ ticket: "T", targets: ["fix"] });
    clocks.take(open);
    expect(refusal(() => clocks.take(spoilt)).message).toMatch(/^Ticket T, event 1: /);
    const again = sla.follow({ ticket: "T", targets: ["reply", "fix"], from: saved() });
    expect(refusal(() => again.take(spoilt)).message).toMatch(/^Ticket T, event 2: /);
  });
});
