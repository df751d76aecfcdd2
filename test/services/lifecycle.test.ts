import { describe, expect, it } from "vitest";
import {
  CoreHoursError,
  defineSla,
  gpsoc,
  HistoryError,
  nhsLogin,
  nhsmail,
  patientAccess,
  SERVICES,
  type Sla,
} from "../../src/index";
import { london } from "./nhsmail-desk";

type Events = readonly (readonly [at: string, state: string, severity?: string])[];

function life(sla: Sla, events: Events, asOf: string) {
  const history = events.map(([at, state, severity]) => ({
    at,
    state,
    ...(severity === undefined ? {} : { severity }),
  }));
  return sla.lifecycle(history, { asOf });
}

/** What is irregular, as `kind clause: says`. */
const irregular = (sla: Sla, events: Events, asOf: string) =>
  life(sla, events, asOf).irregularities.map(
    ({ kind, clause, says }) => `${kind} ${clause}: ${says}`,
  );

describe("NM-15 and NM-18: a ticket of NHSmail moves by itself", () => {
  // Asked on Wednesday 23 December 2026 at 11:30: Thu 24, then Fri 25 to Mon 28 do not count; Tue 29, Wed 30,
  // Thu 31 at 11:30.
  const asked: Events = [
    ["2026-12-23T09:00Z", "new"],
    ["2026-12-23T10:00Z", "in-progress"],
    ["2026-12-23T11:30Z", "awaiting-user-info"],
  ];

  it("is resolved after the reminders, and closed 72 hours later", () => {
    const before = life(nhsmail(), asked, "2026-12-31T11:29Z");
    const [incident] = before.lines;
    expect(incident?.state).toBe("awaiting-user-info");
    expect([incident?.next?.to, london(incident?.next?.at), incident?.next?.clause]).toEqual([
      "resolved",
      "Thu 2026-12-31 11:30 +00:00",
      "NM-15",
    ]);
    const [resolved] = life(nhsmail(), asked, "2026-12-31T11:30Z").lines;
    expect([resolved?.state, london(resolved?.since)]).toEqual([
      "resolved",
      "Thu 2026-12-31 11:30 +00:00",
    ]);
    expect(resolved?.allowed).toEqual(["reopened", "in-progress", "closed"]);
    // 72 hours by the clock.
    expect(london(resolved?.next?.at)).toBe("Sun 2027-01-03 11:30 +00:00");
    const closed = life(nhsmail(), asked, "2027-01-04T09:00Z");
    expect([closed.lines[0]?.state, closed.lines[0]?.isOver]).toEqual(["closed", true]);
    expect(
      closed.moves.filter(({ byItself }) => byItself).map(({ to, at }) => [to, london(at)]),
    ).toEqual([
      ["resolved", "Thu 2026-12-31 11:30 +00:00"],
      ["closed", "Sun 2027-01-03 11:30 +00:00"],
    ]);
    expect(closed.irregularities).toEqual([]);
  });

  it("gives a history with those moves in it, which a target takes", () => {
    const asOf = "2027-01-04T09:00Z";
    const { history } = life(nhsmail(), asked, asOf);
    const { incidentResolution } = nhsmail().targets;
    const reading = incidentResolution.track(history, { asOf });
    expect([reading.status, london(reading.stoppedAt)]).toEqual([
      "met",
      "Thu 2026-12-31 11:30 +00:00",
    ]);
    // 2.5 h before the question.
    expect(reading.elapsed.as("hours")).toBe(2.5);
  });

  it("stays as it is recorded: an answer ends the chain", () => {
    const answered: Events = [...asked, ["2026-12-30T09:00Z", "in-progress"]];
    const [incident] = life(nhsmail(), answered, "2027-01-04T09:00Z").lines;
    expect([incident?.state, incident?.next]).toEqual(["in-progress", null]);
  });

  it("keeps to the weekdays of the options", () => {
    const resolved: Events = [
      ["2026-11-20T09:00Z", "new"],
      ["2026-11-20T17:00Z", "resolved"],
    ];
    const [incident] = life(
      nhsmail({ reopenWindow: "weekdays" }),
      resolved,
      "2026-11-21T09:00Z",
    ).lines;
    expect(london(incident?.next?.at)).toBe("Wed 2026-11-25 17:00 +00:00");
  });
});

describe("NM-15: an incident of NHSmail", () => {
  // As the procedure has it: work and questions take turns, each may end it, and a user may withdraw it. What is
  // resolved is re-opened or closed.
  it.each([
    ["new", "new", "in-progress, awaiting-user-info, resolved, cancelled"],
    ["in progress", "new in-progress", "awaiting-user-info, resolved, cancelled"],
    ["waiting", "new awaiting-user-info", "in-progress, resolved, cancelled"],
    ["resolved", "new resolved", "reopened, in-progress, closed"],
    ["re-opened", "new resolved reopened", "in-progress, awaiting-user-info, resolved, cancelled"],
    ["closed", "new resolved closed", ""],
    ["cancelled", "new cancelled", ""],
  ])("that is %s may go on to what the procedure names", (_, states, allowed) => {
    const events = states
      .split(" ")
      .map((state, i): Events[number] => [`2026-11-20T1${i}:00Z`, state]);
    const [incident] = life(nhsmail(), events, "2026-11-20T13:00Z").lines;
    expect(incident?.allowed.join(", ")).toBe(allowed);
  });
});

describe("NM-17: a re-opening after the 72 hours is late", () => {
  const resolved: Events = [
    ["2026-11-16T09:00Z", "new"],
    ["2026-11-17T09:00Z", "resolved"],
  ];
  const late =
    'late-move NM-17: "reopened" comes after the time for it ended on Fri 20 Nov 2026 09:00';

  it.each<[string, Events, string[]]>([
    ["at the last instant", [["2026-11-20T09:00Z", "reopened"]], []],
    ["an instant later", [["2026-11-20T09:00:00.001Z", "reopened"]], [late]],
    ["13 days later", [["2026-11-30T09:00Z", "reopened"]], [late]],
    [
      "13 days later, the closure recorded",
      [
        ["2026-11-20T09:00Z", "closed"],
        ["2026-11-30T09:00Z", "reopened"],
      ],
      [late],
    ],
    [
      "within them, after the user had confirmed",
      [
        ["2026-11-17T12:00Z", "closed"],
        ["2026-11-18T09:00Z", "reopened"],
      ],
      ['impossible-move NM-15: "reopened" cannot follow "closed"; nothing follows it'],
    ],
  ])("%s", (_, after, expected) => {
    expect(irregular(nhsmail(), [...resolved, ...after], "2026-12-31T09:00Z")).toEqual(expected);
  });

  it("is not allowed any more, and an impossible move is taken as it was recorded", () => {
    const events: Events = [...resolved, ["2026-11-30T09:00Z", "reopened"]];
    const [incident] = life(nhsmail(), events, "2026-11-30T10:00Z").lines;
    expect(incident?.state).toBe("reopened");
    const [closed] = life(nhsmail(), resolved, "2026-11-30T08:00Z").lines;
    expect([closed?.state, closed?.allowed]).toEqual(["closed", []]);
  });
});

describe("impossible moves", () => {
  it.each<[string, Events, string[]]>([
    [
      "a ticket that begins in the middle",
      [["2026-11-16T09:00Z", "reopened"]],
      ['impossible-move NM-15: it begins as "reopened"; it may begin as "new"'],
    ],
    [
      "a ticket that is new again",
      [
        ["2026-11-16T09:00Z", "new"],
        ["2026-11-16T10:00Z", "in-progress"],
        ["2026-11-16T11:00Z", "new"],
      ],
      [
        'impossible-move NM-15: "new" cannot follow "in-progress"; "awaiting-user-info", "resolved", "cancelled" may',
      ],
    ],
    [
      "a state that is recorded twice",
      [
        ["2026-11-16T09:00Z", "new"],
        ["2026-11-16T10:00Z", "new"],
      ],
      [],
    ],
    [
      "a reply, which is not a move",
      [
        ["2026-11-16T09:00Z", "new"],
        ["2026-11-16T10:00Z", "replied"],
      ],
      [],
    ],
  ])("%s", (_, events, expected) => {
    expect(irregular(nhsmail(), events, "2026-11-16T12:00Z")).toEqual(expected);
  });

  it("of an escalation lie on a line beside the incident's", () => {
    const events: Events = [
      ["2026-11-16T09:00Z", "new"],
      ["2026-11-16T10:00Z", "escalation-form-received"],
      ["2026-11-16T11:00Z", "in-progress"],
    ];
    const reading = life(nhsmail(), events, "2026-11-16T12:00Z");
    expect(reading.lines.map(({ line, state }) => [line, state])).toEqual([
      ["incident", "in-progress"],
      ["escalation", "escalation-form-received"],
    ]);
    expect(reading.irregularities).toEqual([]);
  });

  it("a state that no policy has is an error that names the ticket and the event", () => {
    const ask = () =>
      nhsmail().lifecycle([{ at: "2026-11-16T09:00Z", state: "opened" as string }], {
        asOf: "2026-11-16T12:00Z",
        ticket: "NM-1",
      });
    expect(ask).toThrow(HistoryError);
    expect(ask).toThrow(/NM-1.*"opened"/);
  });
});

describe("NM-05: the originator is notified before the incident is closed", () => {
  const escalated: Events = [
    ["2026-11-16T09:00Z", "new"],
    ["2026-11-16T10:00Z", "escalation-form-received"],
    ["2026-11-16T11:00Z", "escalation-acknowledged"],
    ["2026-11-17T09:00Z", "resolved"],
  ];
  const broken =
    'out-of-order NM-05: "closed" comes without "originator-notified" before it: the originator of an escalation is notified before the incident is closed';

  it.each<[string, Events, string[]]>([
    ["not notified", [["2026-11-18T09:00Z", "closed"]], [broken]],
    [
      "notified after it",
      [
        ["2026-11-18T09:00Z", "closed"],
        ["2026-11-18T10:00Z", "originator-notified"],
      ],
      [broken],
    ],
    [
      "notified before it",
      [
        ["2026-11-17T10:00Z", "originator-notified"],
        ["2026-11-18T09:00Z", "closed"],
      ],
      [],
    ],
    [
      "notified at the same instant",
      [
        ["2026-11-18T09:00Z", "originator-notified"],
        ["2026-11-18T09:00Z", "closed"],
      ],
      [],
    ],
  ])("%s", (_, rest, expected) => {
    expect(irregular(nhsmail(), [...escalated, ...rest], "2026-11-19T09:00Z")).toEqual(expected);
  });

  it("asks nothing of a ticket that was not escalated", () => {
    const plain: Events = [
      ["2026-11-16T09:00Z", "new"],
      ["2026-11-17T09:00Z", "resolved"],
      ["2026-11-18T09:00Z", "closed"],
    ];
    const reading = life(nhsmail(), plain, "2026-11-19T09:00Z");
    expect(reading.irregularities).toEqual([]);
    expect(reading.order[0]?.status).toBe("waiting");
  });
});

describe("NM-02: a call that reached nobody is followed up by e-mail", () => {
  it("is open until it is, without a deadline", () => {
    const failed: Events = [
      ["2026-11-16T09:00Z", "complaint-reported"],
      ["2026-11-16T10:00Z", "contact-failed"],
    ];
    const followUp = (events: Events) =>
      life(nhsmail(), events, "2026-11-17T09:00Z").order.find(({ clause }) => clause === "NM-02");
    expect([followUp(failed)?.status, followUp(failed)?.deadline]).toEqual(["open", null]);
    expect(followUp([...failed, ["2026-11-16T11:00Z", "follow-up-sent"]])?.status).toBe("kept");
    expect(followUp([["2026-11-16T08:00Z", "follow-up-sent"], ...failed])?.status).toBe("open");
    expect(followUp(failed.slice(0, 1))?.status).toBe("waiting");
  });
});

describe("NL-12: a reported HSSI is updated", () => {
  it("at least once, since there is no interval", () => {
    const notified: Events = [
      ["2026-11-16T09:00Z", "hssi-happened", "1"],
      ["2026-11-16T09:20Z", "hssi-notified"],
    ];
    const status = (events: Events) =>
      life(nhsLogin(), events, "2026-11-17T09:00Z").order.find(({ clause }) => clause === "NL-12")
        ?.status;
    expect(status(notified)).toBe("open");
    expect(status([...notified, ["2026-11-16T12:00Z", "hssi-updated"]])).toBe("kept");
  });
});

describe("NL-17: features before the sprint, contents before the release", () => {
  const asOf = "2026-11-20T09:00Z";
  const order = (events: Events, id: string) =>
    life(nhsLogin(), events, asOf).order.find((each) => each.id === id);

  it("a planned sprint or release is the deadline", () => {
    const planned: Events = [["2026-11-23T09:00Z", "sprint-started"]];
    const features = order(planned, "features");
    expect([features?.status, london(features?.deadline)]).toEqual([
      "open",
      "Mon 2026-11-23 09:00 +00:00",
    ]);
    const told: Events = [["2026-11-19T09:00Z", "features-communicated"], ...planned];
    expect(order(told, "features")?.status).toBe("kept");
    expect(order([], "features")?.status).toBe("waiting");
  });

  it("one that has begun without it is out of order, each time anew", () => {
    const events: Events = [
      ["2026-11-02T09:00Z", "contents-published"],
      ["2026-11-03T09:00Z", "released"],
      ["2026-11-10T09:00Z", "released"],
    ];
    expect(order(events, "contents")?.status).toBe("broken");
    const { irregularities } = life(nhsLogin(), events, asOf);
    expect(irregularities.map(({ kind, clause, at }) => [kind, clause, london(at)])).toEqual([
      ["out-of-order", "NL-17", "Tue 2026-11-10 09:00 +00:00"],
    ]);
  });
});

describe("NL-02: an incident of NHS login goes on as its process lists it", () => {
  it("and its problem may be fixed when it is closed", () => {
    const events: Events = [
      ["2026-11-16T09:00Z", "new", "2"],
      ["2026-11-16T10:00Z", "in-progress"],
      ["2026-11-16T11:00Z", "problem-recorded"],
      ["2026-11-16T12:00Z", "response-provided"],
      ["2026-11-16T13:00Z", "closed"],
      ["2026-12-16T13:00Z", "fix-released"],
    ];
    expect(irregular(nhsLogin(), events, "2026-12-17T09:00Z")).toEqual([]);
  });
});

describe("GP-08: the contacts confirm before an escalation is closed", () => {
  const resolved: Events = [
    ["2026-11-16T09:00Z", "new", "1"],
    ["2026-11-16T10:00Z", "escalation-received"],
    ["2026-11-16T11:00Z", "escalation-acknowledged"],
    ["2026-11-17T09:00Z", "escalation-resolved"],
  ];

  it.each<[string, Events, number]>([
    [
      "in order",
      [
        ["2026-11-17T10:00Z", "contacts-informed"],
        ["2026-11-17T11:00Z", "closure-confirmed"],
        ["2026-11-17T12:00Z", "escalation-closed"],
      ],
      0,
    ],
    [
      "not confirmed",
      [
        ["2026-11-17T10:00Z", "contacts-informed"],
        ["2026-11-17T12:00Z", "escalation-closed"],
      ],
      1,
    ],
    [
      "confirmed before they were told",
      [
        ["2026-11-17T11:00Z", "closure-confirmed"],
        ["2026-11-17T12:00Z", "escalation-closed"],
      ],
      1,
    ],
    ["neither", [["2026-11-17T12:00Z", "escalation-closed"]], 1],
  ])("%s", (_, rest, breaks) => {
    const found = irregular(gpsoc(), [...resolved, ...rest], "2026-11-18T09:00Z");
    expect(found.filter((each) => each.startsWith("out-of-order GP-08"))).toHaveLength(breaks);
  });
});

describe("GP-13: the supplier first", () => {
  const received = (severity: string, before: Events = []): Events => [
    ["2026-11-16T09:00Z", "new", severity],
    ...before,
    ["2026-11-18T10:00Z", "escalation-received"],
  ];
  const told: Events = [["2026-11-17T09:00Z", "supplier-escalated"]];

  it.each<[string, Events, boolean]>([
    ["severity 3, without the supplier", received("3"), true],
    ["severity 3, after the supplier", received("3", told), false],
    // GP-02 lets these be escalated at the same time.
    ["severity 1, without the supplier", received("1"), false],
    ["severity 2, without the supplier", received("2"), false],
  ])("%s", (_, events, isBroken) => {
    const found = irregular(gpsoc(), events, "2026-11-19T09:00Z");
    expect(found.some((each) => each.startsWith("out-of-order GP-13"))).toBe(isBroken);
  });
});

describe("PA-05: a formal complaint is acknowledged, looked into and answered, in this order", () => {
  it("and a follow-up comes after the closure alone", () => {
    const events: Events = [
      ["2026-11-02T09:00Z", "formal-complaint-received"],
      ["2026-11-04T09:00Z", "acknowledged"],
      ["2026-11-10T09:00Z", "looked-into"],
      ["2026-11-11T09:00Z", "complaint-responded"],
      ["2026-11-12T09:00Z", "closed"],
      ["2026-11-19T09:00Z", "followed-up"],
    ];
    expect(irregular(patientAccess(), events, "2026-11-20T09:00Z")).toEqual([]);
    const skipped = irregular(
      patientAccess(),
      [...events.slice(0, 1), ...events.slice(2, 3)],
      "2026-11-20T09:00Z",
    );
    expect(skipped).toHaveLength(2);
    expect(skipped[1]).toMatch(/^out-of-order PA-05/);
  });
});

describe("a lifecycle of any policy", () => {
  const desk = {
    id: "desk",
    calendars: { always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } } },
    targets: {
      fix: { allowance: { hours: 8, calendar: "always" }, runs: ["open"], stops: ["done"] },
    },
    milestones: { sleep: { steps: [{ id: "wake", after: { hours: 1, calendar: "always" } }] } },
  } as const;
  const problems = (line: object) => {
    const lifecycle = { lines: { main: { starts: ["open"], ...line } } };
    try {
      defineSla({ ...desk, lifecycle } as never); // As a program without types may give it.
      return [];
    } catch (error) {
      return (error as { problems: { path: unknown[] }[] }).problems.map(({ path }) =>
        path.join("."),
      );
    }
  };
  const own = { from: "open", to: "done", milestone: "sleep", step: "wake" };

  it.each<[string, object, string[]]>([
    ["is whole", { moves: { open: ["done"], done: [] }, byThemselves: [own] }, []],
    ["lists every state", { moves: { open: ["done"] } }, ["lifecycle.lines.main.moves.open.0"]],
    [
      "begins in one of its states",
      { starts: ["new"], moves: { open: [] } },
      ["lifecycle.lines.main.starts.0"],
    ],
    [
      "moves by itself as it may move",
      { moves: { open: [], done: [] }, byThemselves: [own] },
      ["lifecycle.lines.main.byThemselves.0"],
    ],
    [
      "moves by a chain that exists",
      { moves: { open: ["done"], done: [] }, byThemselves: [{ ...own, milestone: "nap" }] },
      ["lifecycle.lines.main.byThemselves.0.milestone"],
    ],
    [
      "moves by a step that exists",
      { moves: { open: ["done"], done: [] }, byThemselves: [{ ...own, step: "doze" }] },
      ["lifecycle.lines.main.byThemselves.0.step"],
    ],
    [
      "never moves round by itself",
      {
        moves: { open: ["done"], done: ["open"] },
        byThemselves: [own, { ...own, from: "done", to: "open" }],
      },
      ["lifecycle.lines.main.byThemselves"],
    ],
    [
      "has windows that exist",
      { moves: { open: ["done"], done: [] }, within: [{ from: "open", to: "done", window: "w" }] },
      ["lifecycle.lines.main.within.0.window"],
    ],
  ])("%s", (_, line, expected) => {
    expect(problems(line)).toEqual(expected);
  });

  it("is refused if the policy has none", () => {
    const ask = () => defineSla(desk).lifecycle([], { asOf: "2026-11-20T09:00Z" });
    expect(ask).toThrow(CoreHoursError);
    expect(ask).toThrow(/The policy "desk" has no lifecycle/);
  });

  it.each(SERVICES)("$id has no irregular ticket without events", ({ define, example }) => {
    const reading = define(example).lifecycle([], { asOf: "2026-11-20T09:00Z" });
    expect([reading.lines, reading.moves, reading.irregularities]).toEqual([[], [], []]);
  });
});
