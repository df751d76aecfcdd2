import { describe, expect, it } from "vitest";
import {
  defineSla,
  explain,
  type HistoryEvent,
  historyColumns,
  type PolicyDefinition,
  readingFromJSON,
  timeBy,
} from "../../../src/index";
import { derivedState, fieldsAfter, matches } from "../../../src/sla/clock/fields";
import { always, hours, mon, tue, utc } from "../../reference/desk";
import { refusal, untyped } from "../../reference/refusals";
import { resumed } from "./resumed";

/** A clock that runs while the customer waits and nothing is pending: two conditions at once. */
const policy = {
  id: "desk",
  calendars: { always },
  severities: ["1", "2"],
  derive: [
    { state: "answered", when: { lastFrom: ["agent"] } },
    { state: "pending", when: { status: ["pending"] } },
    { state: "customer", when: { lastFrom: ["customer"] } },
  ],
  targets: {
    reply: {
      allowance: { hours: 1, calendar: "always" },
      runs: ["customer"],
      pauses: ["pending"],
      stops: ["answered"],
      onReopen: "new-cycle",
    },
  },
} as const satisfies PolicyDefinition;
const { reply } = defineSla(policy).targets;

const told = (at: string, fields: HistoryEvent["fields"]) => ({ at, fields });
const waiting = [
  told(mon("09:00"), { status: "new", lastFrom: "customer" }),
  told(mon("09:30"), { status: "pending" }),
  told(mon("11:00"), { status: "open" }),
];

describe("a state that fields name", () => {
  it("is the state of the first row that matches, so the clock runs while two conditions hold", () => {
    const reading = reply.track(waiting, { asOf: mon("11:10") });
    // Half an hour before it was pending, ten minutes after.
    expect([reading.status, reading.elapsed.as("minutes"), hours(reading.pausedFor)]).toEqual([
      "running",
      40,
      1.5,
    ]);
    expect(reading.segments.map(({ state, fields }) => [state, fields])).toEqual([
      ["customer", { status: "new", lastFrom: "customer" }],
      ["pending", { status: "pending", lastFrom: "customer" }],
      ["customer", { status: "open", lastFrom: "customer" }],
    ]);
    expect(explain(readingFromJSON(JSON.parse(JSON.stringify(reading))))).toBe(explain(reading));
  });

  it("is one for all fields of an instant, in whatever order they were written", () => {
    const apart = [
      told(mon("09:00"), { status: "new" }),
      told(mon("09:00"), { lastFrom: "customer" }),
    ];
    for (const events of [apart, apart.toReversed()]) {
      const reading = reply.track([...events, ...waiting.slice(1)], { asOf: mon("11:10") });
      expect(reading.elapsed.as("minutes")).toBe(40);
    }
  });

  it("stays if no row matches, and if a field is taken away", () => {
    const gone = [...waiting, told(mon("11:20"), { lastFrom: null })];
    const reading = reply.track(gone, { asOf: mon("11:30") });
    expect([reading.status, reading.segments.at(-1)?.fields]).toEqual([
      "running",
      { status: "open" },
    ]);
  });

  it("stops the clock, and begins another cycle", () => {
    const answered = [
      ...waiting,
      told(mon("11:10"), { lastFrom: "agent" }),
      told(mon("12:00"), { lastFrom: "customer" }),
    ];
    const reading = reply.track(answered, { asOf: mon("12:15") });
    expect(reading.cycles.map(({ status, elapsed }) => [status, elapsed.as("minutes")])).toEqual([
      ["met", 40],
      ["running", 15],
    ]);
  });

  it("is the same in every form, and through a saved clock after every event", async () => {
    const expected = [mon("11:30"), 40];
    const histories = [{ ticket: "T", events: waiting }];
    const [numbers] = [...reply.trackMany(histories, { asOf: mon("11:10") })];
    if (!numbers || numbers.error) throw numbers?.error;
    expect([
      new Date(numbers.dueAtMs ?? 0).toISOString().replace(".000", ""),
      numbers.elapsed / 60_000,
    ]).toEqual(expected);
    const log = waiting.map((event) => ({ ticket: "T", ...event }));
    for await (const result of reply.trackStream(log, { asOf: mon("11:10") })) {
      expect(result).toEqual(numbers);
    }
    const read = resumed(reply, waiting).read(mon("11:10"));
    expect([utc(read.dueAt), read.elapsed.as("minutes")]).toEqual(expected);
    expect(refusal(() => historyColumns(histories)).message).toContain(
      "columns have no place for fields",
    );
  });

  it("may be named by the state and the severity of the ticket, which are fields like the others", () => {
    const { fix } = defineSla({
      id: "desk",
      calendars: { always },
      derive: [
        { state: "urgent", when: { state: ["open"], severity: ["1"] } },
        { state: "parked" },
      ],
      targets: {
        fix: {
          allowance: { hours: 1, calendar: "always" },
          runs: ["urgent"],
          pauses: ["parked"],
          stops: ["done"],
        },
      },
    }).targets;
    const events = [
      { at: mon("09:00"), state: "open", severity: "1" },
      { at: mon("09:20"), severity: "2" },
    ];
    const reading = fix.track(events, { asOf: mon("10:00") });
    expect([reading.status, reading.elapsed.as("minutes")]).toEqual(["paused", 20]);
  });
});

describe("a target that applies to some tickets", () => {
  const { fix } = defineSla({
    id: "desk",
    calendars: { always },
    targets: {
      fix: {
        when: { type: ["incident", "outage"], customer: ["A"] },
        allowance: { hours: 4, calendar: "always" },
        runs: ["open"],
        stops: ["done"],
      },
    },
  }).targets;
  const open = (fields: HistoryEvent["fields"]) => ({ at: mon("09:00"), state: "open", fields });

  it("is not applicable to the others: every field must have one of its values", () => {
    const statusOf = (fields: HistoryEvent["fields"]) =>
      fix.track([open(fields)], { asOf: mon("10:00") }).status;
    expect(statusOf({ type: "incident", customer: "A" })).toBe("running");
    expect(statusOf({ type: "outage", customer: "A" })).toBe("running");
    expect(statusOf({ type: "request", customer: "A" })).toBe("not-applicable");
    expect(statusOf({ type: "incident" })).toBe("not-applicable");
    expect(statusOf(undefined)).toBe("not-applicable");
    // Of a ticket without an event nothing is known yet.
    expect(fix.track([], { asOf: mon("10:00") }).status).toBe("pending");
  });

  it("begins with the field that makes it apply, and ends with one that does not", () => {
    const events = [
      open({ type: "incident" }),
      told(mon("11:00"), { customer: "A" }),
      told(mon("12:00"), { type: "request" }),
    ];
    const at = (asOf: string) => fix.track(events, { asOf });
    expect([at(mon("10:00")).status, utc(at(mon("11:30")).dueAt), at(mon("12:30")).status]).toEqual(
      ["not-applicable", mon("15:00"), "not-applicable"],
    );
  });
});

describe("the time by a field", () => {
  it("splits what was used, exactly", () => {
    const events = [
      told(mon("09:00"), { lastFrom: "customer", group: "first line" }),
      told(mon("09:10"), { group: "network" }),
      told(mon("09:15"), { status: "pending" }),
      told(mon("10:00"), { status: "open", group: "first line" }),
      told(mon("10:05"), { group: null }),
    ];
    const reading = reply.track(events, { asOf: mon("10:06") });
    const split = timeBy(reading, "group").map(({ value, elapsed }) => [
      value,
      elapsed.as("minutes"),
    ]);
    expect(split).toEqual([
      ["first line", 15],
      ["network", 5],
      [null, 1],
    ]);
    expect(reading.elapsed.as("minutes")).toBe(21);
    expect(timeBy(reading, "unheard-of").map(({ value }) => value)).toEqual([null]);
  });
});

describe("fields that are invalid", () => {
  it.each([
    ["a number", { group: 5 }, 'the field "group" is the number 5; give text by name'],
    ["text", "network", 'the fields are the text "network"; give text by name'],
    ["a list", ["a"], 'the fields are the list ["a"]; give text by name'],
  ])("are refused: %s", (_, fields, message) => {
    const track = untyped(
      (fields) => reply.track([{ at: mon("09:00"), fields }], { asOf: mon("10:00") }),
      fields,
    );
    expect(refusal(track).message).toContain(`The history, event 0: ${message}`);
  });

  it("are refused in a definition", () => {
    const bad = { ...policy, derive: [{ state: "x", when: { status: [] } }] };
    expect(refusal(() => defineSla(bad)).message).toContain(
      "derive[0].when.status: [] given; expected at least one value",
    );
  });
});

describe("an unknown state", () => {
  const { fix } = defineSla({
    id: "desk",
    calendars: { always },
    targets: {
      fix: {
        allowance: { hours: 4, calendar: "always" },
        runs: ["open"],
        stops: ["done"],
        onUnknownState: "ignore",
      },
    },
  }).targets;
  const events = [
    { at: mon("09:00"), state: "open" },
    { at: mon("10:00"), state: "seen by the cat" },
    { at: mon("11:00"), state: "done" },
  ];

  it("is ignored if so chosen, in every form, and is an error otherwise", async () => {
    const asOf = tue("09:00");
    const reading = fix.track(events, { asOf });
    expect([reading.status, hours(reading.elapsed)]).toEqual(["met", 2]);
    expect(reading.segments.map(({ state }) => state)).toEqual(["open", "open", "done"]);
    const histories = [{ ticket: "T", events }];
    const [list] = [...fix.trackMany(histories, { asOf })];
    const columns = fix.trackMany(historyColumns(histories), { asOf });
    expect([list?.error, columns.elapsed[0], columns.errors.size]).toEqual([null, 7_200_000, 0]);
    const log = events.map((event) => ({ ticket: "T", ...event }));
    for await (const result of fix.trackStream(log, { asOf })) expect(result).toEqual(list);
    const clock = fix.follow();
    for (const event of events) clock.take(event);
    expect(clock.read(asOf).status).toBe("met");
    const strict = refusal(() => fix.track(events, { asOf, onUnknownState: "refuse" }));
    expect(strict.code).toBe("state-unknown");
  });
});

describe("the fields of a ticket", () => {
  const before = Object.freeze({ group: "network", floor: "2" });
  const given = (...fields: readonly HistoryEvent["fields"][]) =>
    fields.map((each) => ({ fields: each }));

  it("stay the same object if nothing new is given", () => {
    expect(fieldsAfter(before, [])).toBe(before);
    expect(fieldsAfter(before, given(undefined, undefined))).toBe(before);
    expect(fieldsAfter(before, given(undefined, {}))).toBe(before);
  });

  it("keep what was given last, and lose what is null", () => {
    const after = fieldsAfter(
      before,
      given({ group: "print" }, undefined, { group: "mail", floor: null }),
    );
    expect(after).toEqual({ group: "mail" });
    expect(Object.isFrozen(after)).toBe(true);
    expect(before).toEqual({ group: "network", floor: "2" });
  });

  it("may have any name", () => {
    const after = fieldsAfter({}, given(JSON.parse('{ "__proto__": "x" }')));
    expect(Object.keys(after)).toEqual(["__proto__"]);
    expect(matches({ ["__proto__"]: ["x"] }, {})).toBe(false);
    expect(matches({ toString: ["x"] }, {})).toBe(false);
  });

  it.each([
    [{}, true],
    [{ group: ["network"] }, true],
    [{ group: ["print", "network"], floor: ["2"] }, true],
    [{ group: ["network"], floor: ["3"] }, false],
    [{ group: [] }, false],
    [{ customer: ["A"] }, false],
  ])("match %j: %s", (when, isSo) => {
    expect(matches(when, before)).toBe(isSo);
  });

  it("name the state of the first row that they match, or none", () => {
    const rows = [
      { state: "mail", when: { group: ["mail"] } },
      { state: "network", when: { group: ["network"] } },
      { state: "other" },
    ];
    expect(derivedState(rows, before)).toBe("network");
    expect(derivedState(rows, {})).toBe("other");
    expect(derivedState(rows.slice(0, 2), {})).toBeUndefined();
  });
});
