import { describe, expect, it } from "vitest";
import { defineSla, type PolicyDefinition } from "../../../src/index";
import { always, mon, tue, utc } from "../../reference/desk";

/** The first rule of a policy: "told" before "closed", or after it. */
type Rule = Omit<
  NonNullable<NonNullable<PolicyDefinition["lifecycle"]>["order"]>[number],
  "id" | "title" | "comes"
>;
/** Events of a Monday by their time, their state, and the severity given with it. */
type Events = readonly (readonly [time: string, state?: string | undefined, severity?: string])[];

function read(rule: Rule, events: Events, asOf = mon("12:00")) {
  const sla = defineSla({
    id: "desk",
    calendars: { always },
    targets: {
      fix: { allowance: { hours: 8, calendar: "always" }, runs: ["closed"], stops: ["told"] },
    },
    lifecycle: {
      lines: {},
      order: [{ id: "tell", title: "the user is told", comes: "told", ...rule }],
    },
    states: ["asked"],
  });
  const history = events.map(([time, state, severity]) => ({ at: mon(time), state, severity }));
  const reading = sla.lifecycle(history as never, { asOf }); // The names are those of this policy.
  const [order] = reading.order;
  return { order, irregularities: reading.irregularities };
}

/** Where the rule stands, when it came, its deadline, and when it was broken. */
function said(rule: Rule, events: Events, asOf?: string) {
  const { order, irregularities } = read(rule, events, asOf);
  const time = (at: Parameters<typeof utc>[0] | undefined) =>
    utc(at ?? null)?.slice(11, 16) ?? null;
  return [
    order?.status,
    time(order?.cameAt),
    time(order?.deadline),
    ...irregularities.map(({ at }) => time(at)),
  ];
}

const before: Rule = { before: "closed" };

describe("what must come before a state", () => {
  it.each<[string, Events, readonly (string | null)[]]>([
    ["waits if nothing has come", [], ["waiting", null, null]],
    ["is kept as it comes, with nothing planned", [["09:00", "told"]], ["kept", "09:00", null]],
    ["is open until what is planned", [["13:00", "closed"]], ["open", null, "13:00"]],
    [
      "is kept before what is planned",
      [
        ["09:00", "told"],
        ["13:00", "closed"],
      ],
      ["kept", "09:00", "13:00"],
    ],
    [
      "has not come while it is planned itself",
      [
        ["12:30", "told"],
        ["13:00", "closed"],
      ],
      ["open", null, "13:00"],
    ],
    [
      "is asked for at the very instant of the question",
      [["12:00", "closed"]],
      ["broken", null, "12:00", "12:00"],
    ],
    [
      "may come at the same instant",
      [
        ["12:00", "closed"],
        ["12:00", "told"],
      ],
      ["kept", "12:00", "12:00"],
    ],
    [
      "comes anew for each time",
      [
        ["09:00", "told"],
        ["10:00", "closed"],
        ["11:00", "closed"],
      ],
      ["broken", "09:00", "11:00", "11:00"],
    ],
    [
      "at the instant of one time is not for the next",
      [
        ["10:00", "closed"],
        ["10:00", "told"],
        ["11:00", "closed"],
      ],
      ["broken", "10:00", "11:00", "11:00"],
    ],
    [
      "may come between two times, if it came before the first too",
      [
        ["08:00", "told"],
        ["09:00", "closed"],
        ["10:00", "told"],
        ["11:00", "closed"],
      ],
      ["kept", "10:00", "11:00"],
    ],
    [
      "is broken by each time that it had not come",
      [
        ["09:00", "closed"],
        ["10:00", "closed"],
        ["11:00", "told"],
        ["13:00", "closed"],
      ],
      ["broken", "11:00", "13:00", "09:00", "10:00"],
    ],
    [
      "is open again for the next time that is planned",
      [
        ["08:00", "told"],
        ["09:00", "closed"],
        ["13:00", "closed"],
        ["14:00", "closed"],
      ],
      ["open", "08:00", "13:00"],
    ],
    [
      "is kept for the next time once it comes after the last",
      [
        ["08:00", "told"],
        ["09:00", "closed"],
        ["10:00", "told"],
        ["13:00", "closed"],
      ],
      ["kept", "10:00", "13:00"],
    ],
    [
      "is still open for the next time if it came with the last",
      [
        ["09:00", "closed"],
        ["09:00", "told"],
        ["13:00", "closed"],
      ],
      ["open", "09:00", "13:00"],
    ],
  ])("%s", (_, events, expected) => {
    expect(said(before, events)).toEqual(expected);
  });

  it("is told with its name, its clause and its sentence", () => {
    const { order, irregularities } = read(before, [["09:00", "closed"]]);
    expect(order).toMatchObject({
      id: "tell",
      title: "the user is told",
      clause: null,
      status: "broken",
      cameAt: null,
      cameAtMs: null,
      deadlineMs: Date.parse(mon("09:00")),
    });
    expect(irregularities).toMatchObject([
      {
        kind: "out-of-order",
        state: "closed",
        clause: null,
        atMs: Date.parse(mon("09:00")),
        says: '"closed" comes without "told" before it: the user is told',
      },
    ]);
    const clause = "X-1";
    const named = read({ ...before, clause }, [["09:00", "closed"]]);
    expect([named.order?.clause, named.irregularities[0]?.clause]).toEqual([clause, clause]);
  });
});

describe("what must come after a state", () => {
  const after: Rule = { after: "closed" };

  it.each<[string, Events, readonly (string | null)[]]>([
    ["waits until that state has come", [["13:00", "closed"]], ["waiting", null, null]],
    ["is open once it has, at the very instant", [["12:00", "closed"]], ["open", null, null]],
    [
      "is open if it came only before",
      [
        ["09:00", "told"],
        ["10:00", "closed"],
      ],
      ["open", "09:00", null],
    ],
    [
      "is kept at the same instant",
      [
        ["10:00", "closed"],
        ["10:00", "told"],
      ],
      ["kept", "10:00", null],
    ],
    [
      "is asked for anew by the last time",
      [
        ["09:00", "closed"],
        ["10:00", "told"],
        ["11:00", "closed"],
      ],
      ["open", "10:00", null],
    ],
    [
      "is not asked for anew by a time that is planned",
      [
        ["09:00", "closed"],
        ["10:00", "told"],
        ["13:00", "closed"],
      ],
      ["kept", "10:00", null],
    ],
    [
      "has not come while it is planned",
      [
        ["10:00", "closed"],
        ["13:00", "told"],
      ],
      ["open", null, null],
    ],
  ])("%s", (_, events, expected) => {
    expect(said(after, events)).toEqual(expected);
  });
});

describe("a rule of order", () => {
  it("applies only once what it is given for has come", () => {
    const rule = { ...before, given: "asked" };
    const closed: Events = [["10:00", "closed"]];
    expect(said(rule, closed)).toEqual(["waiting", null, null]);
    expect(said(rule, [...closed, ["13:00", "asked"]])).toEqual(["waiting", null, null]);
    expect(said(rule, [...closed, ["12:00", "asked"]])).toEqual(["broken", null, "10:00", "10:00"]);
  });

  it("applies to each severity but those that it leaves out", () => {
    const rule = { ...before, exceptSeverities: ["1", "2"] };
    const broken = ["broken", null, "10:00", "10:00"];
    const waiting = ["waiting", null, null];
    expect(said(rule, [["10:00", "closed"]])).toEqual(broken);
    expect(said(rule, [["10:00", "closed", "3"]])).toEqual(broken);
    expect(said(rule, [["10:00", "closed", "2"]])).toEqual(waiting);
    expect(said(before, [["10:00", "closed", "2"]])).toEqual(broken);
    // The severity stays until another is given, with a state or alone.
    expect(
      said(rule, [
        ["09:00", undefined, "2"],
        ["10:00", "closed"],
      ]),
    ).toEqual(waiting);
    expect(
      said(rule, [
        ["09:00", undefined, "2"],
        ["09:30", undefined, "3"],
        ["10:00", "closed"],
      ]),
    ).toEqual(broken);
    // A severity of the same instant holds for it, in whatever order the two were written.
    expect(
      said(rule, [
        ["10:00", "closed"],
        ["10:00", undefined, "2"],
      ]),
    ).toEqual(waiting);
  });

  it("may be one of several, and of none there are no readings", () => {
    const asOf = tue("12:00");
    const policy = {
      id: "desk",
      calendars: { always },
      targets: {
        fix: { allowance: { hours: 8, calendar: "always" }, runs: ["open"], stops: ["done"] },
      },
    } as const;
    const order = [
      { id: "b", title: "B", comes: "open", before: "done" },
      { id: "a", title: "A", comes: "done", after: "open" },
    ];
    const ask = (lifecycle: PolicyDefinition["lifecycle"]) =>
      defineSla({ ...policy, lifecycle } as PolicyDefinition).lifecycle([], { asOf }).order;
    expect(ask({ lines: {}, order }).map(({ id }) => id)).toEqual(["b", "a"]);
    expect(Object.isFrozen(ask({ lines: {}, order }))).toBe(true);
    expect(ask({ lines: {} })).toEqual([]);
  });
});
