import { describe, expect, it } from "vitest";
import {
  DefinitionError,
  type DeskClockState,
  defineDesk,
  defineSla,
  type HistoryEvent,
  historyColumns,
  nhsmail,
  SERVICES,
} from "../../../src/index";
import { always, mon, office, tue, wed } from "../../reference/desk";
import { refusal, untyped } from "../../reference/refusals";
import { validator } from "../../schemas/schemas";
import { desk, opened, within } from "./helpdesk";

const fixDue = (history: readonly HistoryEvent[], asOf: string) =>
  desk.track(history, { asOf }).fix?.dueAt?.toUTC().toISO();

describe("the policy of a ticket", () => {
  it.each([
    [{ customer: "A" }, mon("09:00"), "gold"],
    [{ customer: "A", kind: "incident" }, tue("09:00"), "gold"],
    // In UTC, the zone of its calendars, the 17th begins at midnight.
    [{ customer: "B" }, "2026-11-17T00:00:00Z", "silver"],
    [{ customer: "B" }, "2026-11-16T23:59:59.999Z", "before"],
    [{ customer: "C" }, mon("09:00"), "before"],
    [{ customer: "C", kind: "incident" }, tue("09:00"), "rest"],
    [{ kind: "incident" }, mon("09:00"), "rest"],
    [{ customer: "C" }, tue("09:00"), undefined],
    [{}, mon("09:00"), undefined],
  ])("with %j, opened %s, is %s", (fields, openedAt, id) => {
    expect(desk.policyFor(fields, { openedAt })?.id).toBe(id);
    const history = [{ at: openedAt, state: "open", fields }];
    const [row] = [...desk.trackMany([{ ticket: "T", events: history }], { asOf: wed("09:00") })];
    expect(row?.policy).toBe(id ?? null);
  });

  it("can be told without the date if no date matters to it", () => {
    expect(desk.policyFor({ customer: "A" })?.id).toBe("gold");
    expect(desk.policyFor({ kind: "incident" })?.id).toBe("rest");
    const error = refusal(() => desk.policyFor({ customer: "B" }));
    expect([error.code, error.message]).toEqual([
      "opened-at-missing",
      'Whether policy "silver" matches the ticket depends on when the ticket was opened (from 2026-11-17); give { openedAt }, or a history with an event.',
    ]);
    expect(refusal(() => desk.track([], { asOf: 0 })).code).toBe("policy-unmatched");
  });

  it.each([
    ["the desk", "Pacific/Auckland", "UTC"],
    ["the policy", undefined, "Pacific/Auckland"],
  ])("has its dates in the zone of %s", (_, timeZone, own) => {
    // Midnight in Auckland, summer time, is 11:00 UTC of the day before.
    const zoned = defineDesk({
      ...(timeZone === undefined ? {} : { timeZone }),
      policies: [
        { from: "2026-11-17", policy: within("new", 4, own) },
        { policy: within("old", 8) },
      ],
    });
    expect(zoned.policyFor({}, { openedAt: "2026-11-16T11:00:00Z" })?.id).toBe("new");
    expect(zoned.policyFor({}, { openedAt: "2026-11-16T10:59:59Z" })?.id).toBe("old");
  });

  it("may ask for the state and the severity, which are fields like the others", () => {
    const graded = defineDesk({
      policies: [
        { when: { severity: ["1"] }, policy: within("urgent", 1) },
        { policy: within("rest", 8) },
      ],
    });
    const history = [{ at: mon("09:00"), state: "open", severity: "1" }];
    expect(graded.track(history, { asOf: mon("09:30") }).fix?.allowance?.as("hours")).toBe(1);
    expect(graded.policyFor({ severity: "1" })?.id).toBe("urgent");
  });
});

describe("a desk tracks each ticket by its policy", () => {
  it("with every target of it", () => {
    const readings = desk.track(opened(mon("09:00"), { customer: "A" }), { asOf: mon("10:30") });
    expect(Object.keys(readings)).toEqual(["fix", "reply"]);
    expect([readings.fix?.status, readings.reply?.status]).toEqual(["running", "breached"]);
    expect(fixDue(opened(tue("09:00"), { customer: "B" }), tue("09:00"))).toBe(
      "2026-11-17T13:00:00.000Z",
    );
  });

  it("by the policy that it has at the instant of the reading, from its start on", () => {
    const history = [
      ...opened(mon("09:00"), { kind: "incident" }),
      { at: mon("10:00"), fields: { customer: "A" } },
    ];
    // Eight hours from 09:00 until it is known whose it is; then two, of which one has gone.
    expect(fixDue(history, mon("09:59"))).toBe("2026-11-16T17:00:00.000Z");
    expect(fixDue(history, mon("10:00"))).toBe("2026-11-16T11:00:00.000Z");
  });

  it("by its first event, if that has yet to come", () => {
    expect(
      desk.track(opened(tue("09:00"), { customer: "A" }), { asOf: mon("09:00") }).fix?.status,
    ).toBe("pending");
  });

  it("and refuses one that no policy matches, saying what each asks for", () => {
    const history = opened(tue("09:00"), { customer: "C" });
    const error = refusal(() => desk.track(history, { asOf: tue("10:00"), ticket: "D-7" }));
    expect([error.code, error.message]).toEqual([
      "policy-unmatched",
      'No policy of the desk matches ticket D-7 with {"state":"open","customer":"C"}, opened 2026-11-17T09:00:00.000Z; the desk has "gold" (customer A), "silver" (customer B, from 2026-11-17), "before" (customer B or C, until 2026-11-16), "rest" (kind incident). Add a policy for such tickets, or one without "when" as the last.',
    ]);
  });

  it("in bulk, with the policy and the target in each row, and one row for a ticket of no policy", async () => {
    const histories = [
      { ticket: "a", events: opened(mon("09:00"), { customer: "A" }) },
      { ticket: "none", events: opened(mon("09:00"), { customer: "Z" }) },
      { ticket: "bad", events: [{ at: "yesterday" }] },
      { ticket: "lost", events: opened(mon("09:00"), { customer: "C", state: "gone" }) },
      {
        ticket: "r",
        events: [
          ...opened(mon("09:00"), { kind: "incident" }),
          { at: mon("10:00"), state: "gone" },
        ],
      },
    ];
    const told = (results: Iterable<ReturnType<typeof rowOf>>) => [...results];
    const rowOf = (
      row: ReturnType<typeof desk.trackMany> extends Iterable<infer R> ? R : never,
    ) => [
      row.ticket,
      row.policy,
      row.target,
      row.error ? row.error.code : "status" in row && row.status,
    ];
    const rows = told([...desk.trackMany(histories, { asOf: mon("11:00") })].map(rowOf));
    expect(rows).toEqual([
      ["a", "gold", "fix", "running"],
      ["a", "gold", "reply", "breached"],
      ["none", null, null, "policy-unmatched"],
      ["bad", null, null, "event-instant-invalid"],
      ["lost", "before", "fix", "running"],
      ["r", "rest", "fix", "state-unknown"],
    ]);
    const stream = histories.flatMap(({ ticket, events }) =>
      events.map((event) => ({ ticket, ...event })),
    );
    const streamed: ReturnType<typeof rowOf>[] = [];
    for await (const row of desk.trackStream(stream, { asOf: mon("11:00") }))
      streamed.push(rowOf(row));
    expect(streamed.toSorted()).toEqual(rows.toSorted());
  });

  it("and has no columns, which have no place for fields", () => {
    const columns = historyColumns([{ ticket: "T", events: [] }]);
    const error = refusal(untyped((given) => desk.trackMany(given, { asOf: 0 }), columns));
    expect([error.code, error.message.slice(-35)]).toEqual([
      "histories-invalid",
      "since columns have no place for fields.".slice(-35),
    ]);
  });

  it.each([
    ["an unknown target", { asOf: 0, targets: ["fixx"] }, "option-invalid"],
    ["targets that are not a list", { asOf: 0, targets: "fix" }, "option-invalid"],
    ["an unknown option", { asOf: 0, target: ["fix"] }, "option-unknown"],
    ["an unknown choice", { asOf: 0, onReopen: "maybe" }, "option-invalid"],
  ])("refuses %s", (_, options, code) => {
    const history = opened(mon("09:00"), { customer: "A" });
    expect(refusal(untyped((given) => desk.track(history, given), options)).code).toBe(code);
  });

  it("with all that it has begun", () => {
    const history = opened(mon("09:00"), { customer: "A" });
    const begun = desk.obligations(history, { asOf: mon("09:30") });
    expect(begun.map(({ name, dueAt }) => [name, dueAt?.toUTC().toISO()])).toEqual([
      ["reply", "2026-11-16T10:00:00.000Z"],
      ["fix", "2026-11-16T11:00:00.000Z"],
    ]);
    const nobody = opened(mon("09:00"), { customer: "Z" });
    expect(refusal(() => desk.obligations(nobody, { asOf: mon("09:30") })).code).toBe(
      "policy-unmatched",
    );
  });

  it("asks the targets that are named of the policies that have them", () => {
    const only = { asOf: mon("10:30"), targets: ["reply"] } as const;
    const named = (customer: string) =>
      Object.keys(desk.track(opened(mon("09:00"), { customer }), only));
    expect([named("A"), named("C")]).toEqual([["reply"], []]);
  });
});

describe("a stream of a desk's tickets", () => {
  const rows = [
    { ticket: "1", at: mon("09:00"), state: "open", fields: { customer: "A" } },
    { ticket: "2", at: mon("09:30"), state: "open", fields: { kind: "incident" } },
    { ticket: "1", at: mon("10:00"), state: "done" },
    { ticket: "1", at: mon("10:00"), fields: { customer: "C" } },
    { ticket: "2", at: mon("10:30"), state: "waiting" },
  ];
  const told = async (events: typeof rows) => {
    const all: unknown[] = [];
    const options = { asOf: tue("09:00"), closedBy: ["done"], targets: ["fix"] } as const;
    for await (const row of desk.trackStream(events, options)) {
      all.push([row.ticket, row.policy, row.error?.code ?? null]);
    }
    return all;
  };

  it("gives a ticket once the log goes on from the instant at which it closed", async () => {
    // All of one instant is one change: it is C's ticket as it closes.
    expect(await told(rows)).toEqual([
      ["1", "before", null],
      ["2", "rest", null],
    ]);
  });

  it("says of one that comes back that its result no longer holds, once", async () => {
    const back = { ticket: "1", at: mon("11:00"), state: "open" };
    expect(await told([...rows, back, back])).toEqual([
      ["1", "before", null],
      ["1", "before", "ticket-came-back"],
      ["2", "rest", null],
    ]);
  });

  it("refuses an event out of order", async () => {
    expect(await told([...rows, { ticket: "2", at: mon("10:00"), state: "open" }])).toEqual([
      ["1", "before", null],
      ["2", null, "event-out-of-order"],
    ]);
  });
});

describe("a desk's clock", () => {
  const first = { at: mon("09:00"), state: "open" };
  const isA = (at: string) => ({ at, fields: { customer: "A" } });
  const again = (state: DeskClockState) => JSON.parse(JSON.stringify(state)) as DeskClockState;

  it("waits for a policy within the first instant, and goes on under it", () => {
    let clock = desk.follow({ ticket: "T" });
    clock.take(first);
    expect([clock.policy, refusal(() => clock.read(mon("09:00"))).code]).toEqual([
      null,
      "policy-unmatched",
    ]);
    clock = desk.follow({ ticket: "T", from: again(clock.save()) });
    clock.take(isA(mon("09:00")));
    clock = desk.follow({ ticket: "T", from: again(clock.save()) });
    clock.take({ at: mon("10:00"), state: "waiting" });
    const saved = again(clock.save());
    expect([clock.policy, saved.events]).toEqual(["gold", null]);
    clock = desk.follow({ ticket: "T", from: saved });
    clock.take({ at: mon("11:00"), state: "open" });
    expect(clock.read(mon("11:30")).fix?.elapsed.as("hours")).toBe(1.5);
  });

  it("waits for a policy as long as it takes, with all that has come", () => {
    const clock = desk.follow();
    for (const event of [first, { at: mon("10:00"), state: "waiting" }, isA(mon("11:00"))]) {
      clock.take(event);
    }
    expect(clock.read(mon("12:00")).fix?.elapsed.as("hours")).toBe(1);
  });

  const regraded = [
    { ...first, fields: { kind: "incident" } },
    { at: mon("09:30"), state: "waiting" },
  ];

  it("comes under another policy if it keeps its working", () => {
    const clock = desk.follow({ keepWorking: true });
    for (const event of [...regraded, isA(mon("10:00"))]) clock.take(event);
    expect(clock.policy).toBe("gold");
    const read = clock.read(mon("11:00"));
    const tracked = desk.track([...regraded, isA(mon("10:00"))], { asOf: mon("11:00") });
    expect(JSON.stringify(read)).toBe(JSON.stringify(tracked));
    // As it turns out, it was somebody else's all along.
    clock.take({ at: mon("08:00"), fields: { kind: "request" } }, { late: "replay" });
    expect(clock.read(mon("11:00")).fix?.startedAt?.toUTC().toISO()).toBe(
      "2026-11-16T09:00:00.000Z",
    );
  });

  it("asks for the events otherwise, and stays as it was", () => {
    const clock = desk.follow();
    for (const event of regraded) clock.take(event);
    const before = JSON.stringify(clock.save());
    const error = refusal(() => clock.take(isA(mon("10:00"))));
    expect([error.code, error.message]).toEqual([
      "policy-changed",
      'The event brings the ticket from policy "rest" to "gold", whose clocks have not taken its events; give them all, as follow({ history }), or follow it with { keepWorking: true }.',
    ]);
    expect(JSON.stringify(clock.save())).toBe(before);
    expect(desk.follow({ history: [...regraded, isA(mon("10:00"))] }).policy).toBe("gold");
  });

  it("refuses a late event as others do", () => {
    for (const keepWorking of [true, false]) {
      const clock = desk.follow({ keepWorking, history: [first] });
      expect(refusal(() => clock.take({ at: mon("08:00"), state: "open" })).code).toBe(
        "event-out-of-order",
      );
    }
  });

  it("is refused by a desk that gives the ticket another policy, unless its events come with it", () => {
    const clock = desk.follow();
    for (const event of regraded) clock.take(event);
    const from = again(clock.save());
    const other = defineDesk({ policies: [{ policy: within("one", 3) }] });
    const error = refusal(() => other.follow({ from }));
    expect([error.code, error.message]).toEqual([
      "saved-clock-outdated",
      `The saved clock belongs to policy "rest", but the ticket now has policy "one"; give the ticket's events with it, as follow({ from, history }), to take them anew.`,
    ]);
    const longer = defineDesk({ policies: [{ policy: within("rest", 9) }] });
    expect(refusal(() => longer.follow({ from })).code).toBe("saved-clock-outdated");
    expect(
      longer.follow({ from, history: regraded }).read(tue("09:00")).fix?.allowance?.as("hours"),
    ).toBe(9);
    expect(refusal(() => desk.follow({ from, keepWorking: true })).code).toBe("working-not-kept");
    const kept = desk.follow({ from, keepWorking: true, history: regraded });
    expect(kept.read(mon("10:00")).fix?.segments).toHaveLength(2);
  });

  it.each<[string, object]>([
    ["another form", { version: 1 }],
    ["neither events nor clocks", { events: null, clocks: null }],
    ["a field that is not text", { fields: { customer: 1 } }],
    ["an unknown key", { more: true }],
  ])("is not made of %s", (_, spoilt) => {
    const from = { ...desk.follow({ history: [first] }).save(), ...spoilt };
    expect(refusal(untyped((given) => desk.follow({ from: given }), from))).toBeInstanceOf(
      DefinitionError,
    );
  });
});

describe("the definition of a desk", () => {
  const problems = validator("desk");

  it("comes back as JSON, and its policies may be made ready or definitions", () => {
    const made = defineDesk({
      policies: [
        { when: { service: ["mail"] }, policy: nhsmail({ coreHours: "daily" }) },
        { policy: defineSla(within("rest", 8)) },
      ],
    });
    const json = JSON.parse(JSON.stringify(made));
    expect(problems(json)).toEqual([]);
    expect(defineDesk(json).toJSON()).toEqual(made.toJSON());
    expect(made.policies.map(({ id }) => id)).toEqual(["nhsmail", "rest"]);
    expect(made.policyFor({ service: "mail" })?.chosen["coreHours"]).toBe("daily");
    expect([desk.id, desk.title]).toEqual(["helpdesk", "helpdesk"]);
  });

  it.each<[string, unknown, string]>([
    ["no list of policies", {}, "policies: missing; expected a list of policies"],
    ["an empty list", { policies: [] }, "policies: [] given; expected at least one policy"],
    [
      "a misspelt key",
      { policies: [{ policy: within("a", 1), untl: "2026-01-01" }] },
      'policies[0].untl: unknown key; did you mean "until"?',
    ],
    [
      "a date that does not exist",
      { policies: [{ policy: within("a", 1), from: "2026-02-30" }] },
      "policies[0].from: ",
    ],
    [
      "an end before its beginning",
      { policies: [{ policy: within("a", 1), from: "2026-02-02", until: "2026-02-01" }] },
      'policies[0].until: "2026-02-01" given; expected a date that is not before "from"',
    ],
    [
      "a policy with a fault",
      { policies: [{ policy: { ...within("a", 1), calendars: {} } }] },
      "policies[0].policy.targets.fix.allowance.calendar: ",
    ],
    [
      "two policies of one id",
      { policies: [{ policy: within("a", 1) }, { policy: within("a", 2) }] },
      'policies[1].policy.id: "a" is the id of another policy of the desk; give each its own',
    ],
    ["an unknown zone", { timeZone: "BST", policies: [{ policy: within("a", 1) }] }, "timeZone: "],
    [
      "dates of several zones",
      {
        policies: [
          {
            until: "2026-01-01",
            policy: {
              ...within("a", 1),
              calendars: { office, always: { ...always, timeZone: "Asia/Tokyo" } },
            },
          },
        ],
      },
      "policies[0].until: the calendars of the policy have several zones; give the policy or the desk a timeZone for its dates",
    ],
  ])("is refused with %s", (_, given, line) => {
    const error = refusal(untyped((desk) => defineDesk(desk), given));
    expect(error).toBeInstanceOf(DefinitionError);
    expect(error.message).toContain(`\n  ${line}`);
  });

  it("may name a service with its options, if it is given the services", () => {
    const json = {
      policies: [
        {
          when: { service: ["mail"] },
          policy: "nhsmail",
          options: { pauseAwaitingUserInfo: "no" },
        },
        { when: { service: ["gp"] }, policy: "gpsoc", options: SERVICES[2]?.example },
        { policy: within("rest", 8) },
      ],
    };
    expect(problems(json)).toEqual([]);
    const made = defineDesk(json, { services: SERVICES });
    expect(made.policies.map(({ id }) => id)).toEqual(["nhsmail", "gpsoc", "rest"]);
    expect(made.policyFor({ service: "mail" })?.chosen["pauseAwaitingUserInfo"]).toBe("no");
    // Friday 20 November 2026 09:00 and 48 hours of Mon-Fri 07:00-22:00: 13, 15, 15 and 5 of them.
    const history = [{ at: "2026-11-20T09:00:00Z", state: "new", fields: { service: "mail" } }];
    const readings = made.track(history, { asOf: "2026-11-20T10:00:00Z" });
    expect(readings["incidentResolution"]?.dueAt?.toUTC().toISO()).toBe("2026-11-25T12:00:00.000Z");
    const whole = JSON.parse(JSON.stringify(made));
    expect(whole.policies[0]).not.toHaveProperty("options");
    expect(defineDesk(whole).toJSON()).toEqual(made.toJSON());
  });

  it.each<[string, unknown, unknown, string]>([
    [
      "a service that nobody knows",
      { policy: "nhsmial" },
      SERVICES,
      'policies[0].policy: "nhsmial" given; expected a policy, or the name of a service: nhsmail, nhs-login, gpsoc, patient-access; did you mean "nhsmail"?',
    ],
    [
      "a service, if it is given none",
      { policy: "nhsmail" },
      undefined,
      'policies[0].policy: "nhsmail" given; expected a policy. A service may be named if defineDesk is given them',
    ],
    [
      "an option that the service does not have",
      { policy: "nhsmail", options: { pauseAwaitngUserInfo: "no" } },
      SERVICES,
      "policies[0].options.pauseAwaitngUserInfo: ",
    ],
    [
      "a value that the service does not take",
      { policy: "nhsmail", options: { coreHours: "nightly" } },
      SERVICES,
      "policies[0].options",
    ],
    [
      "options beside a policy",
      { policy: within("a", 1), options: { coreHours: "daily" } },
      SERVICES,
      "policies[0].options: options are for a service that is named; a policy states its own choices",
    ],
    [
      "a number",
      { policy: 7 },
      SERVICES,
      "policies[0].policy: 7 given; expected a policy, or the name",
    ],
  ])("is refused if a row names %s", (_, row, services, line) => {
    // A program without types may give anything as services.
    const given = { services: services as typeof SERVICES };
    const error = refusal(untyped((desk) => defineDesk(desk, given), { policies: [row] }));
    expect(error).toBeInstanceOf(DefinitionError);
    expect(error.message).toContain(`\n  ${line}`);
  });

  it("takes its services as a list of them", () => {
    const given = { policies: [{ policy: within("a", 1) }] };
    for (const services of ["nhsmail", [{ id: "nhsmail" }], {}]) {
      // A program without types may give anything.
      const options = { services: services as typeof SERVICES };
      const error = refusal(untyped((desk) => defineDesk(desk, options), given));
      expect(error.code).toBe("option-invalid");
    }
  });

  it("may have one policy for several kinds of tickets", () => {
    const one = within("one", 1);
    const twice = defineDesk({
      policies: [
        { when: { customer: ["A"] }, policy: one },
        { when: { kind: ["incident"] }, policy: one },
      ],
    });
    expect(twice.policyFor({ kind: "incident" })?.id).toBe("one");
  });

  it.each([
    ["null", null],
    ["a number", { customer: 1 }],
    ["a list", ["A"]],
  ])("asks for fields that are text by name, not %s", (_, fields) => {
    expect(refusal(untyped((given) => desk.policyFor(given), fields)).code).toBe("option-invalid");
  });
});
