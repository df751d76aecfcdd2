import { describe, expect, it } from "vitest";
import { HistoryError } from "../../../src/index";
import {
  checkEventKeys,
  checkSeverity,
  checkState,
  hasKnownKeys,
  hasSeverity,
  inOrder,
  problem,
  readEvent,
  readHistory,
  readTicket,
  ticketNamed,
  ticketOf,
  usesFields,
  type Vocabulary,
} from "../../../src/sla/clock/history";
import { refusal, untyped } from "../../reference/refusals";

const place = { ticket: "INC1", index: 4 };
const words: Vocabulary = {
  roles: new Map([["open", "runs"]]),
  states: new Set(["open", "done"]),
  severities: null,
  derive: null,
  when: null,
  ignoresUnknown: false,
  graded: null,
};
/** What a refused call says, with its code and its data. */
const said = (act: () => unknown) => {
  const { code, message, data } = refusal(act);
  return { code, message, data };
};
const unreadable = Object.defineProperty({}, "at", {
  enumerable: true,
  get() {
    throw new RangeError("no");
  },
});

describe("the events of a history", () => {
  it("are read with their place in the list, in order of time, and in their order at one instant", () => {
    const events = readHistory([
      { at: 20, state: "b" },
      { at: 10, severity: "1" },
      { at: 20, state: "a" },
    ]);
    expect(events.map(({ index, atMs }) => [index, atMs])).toEqual([
      [1, 10],
      [0, 20],
      [2, 20],
    ]);
    const dated = events.map((event) => ({ ...event, atMs: -event.index }));
    expect(inOrder(dated).map(({ index }) => index)).toEqual([2, 1, 0]);
  });

  it("have an agreed date only if they give one or take it back", () => {
    const base = { index: 4, atMs: 10, state: undefined, severity: undefined, fields: undefined };
    expect(readEvent({ at: 10 }, place)).toStrictEqual(base);
    expect(readEvent({ at: 10, dueAt: undefined }, place)).toStrictEqual(base);
    expect(readEvent({ at: 10, dueAt: null }, place)).toStrictEqual({ ...base, dueAtMs: null });
    expect(readEvent({ at: 10, dueAt: 0 }, place)).toStrictEqual({ ...base, dueAtMs: 0 });
  });

  it("keep the text and the nulls of their fields", () => {
    const fields = { group: "network", customer: null };
    expect(readEvent({ at: 10, fields }, place).fields).toEqual(fields);
    expect(readEvent({ at: 10, fields: {} }, place).fields).toEqual({});
  });

  it.each<[string, unknown, string, string]>([
    ["that are text", "network", 'the fields are the text "network"', "event-invalid"],
    ["that are null", null, "the fields are null", "event-invalid"],
    ["that are a list", ["network"], 'the fields are the list ["network"]', "event-invalid"],
    [
      "of which one is a number",
      { group: "network", floor: 5 },
      'the field "floor" is the number 5',
      "event-invalid",
    ],
    [
      "of which one is a list",
      { group: ["network"] },
      'the field "group" is the list ["network"]',
      "event-invalid",
    ],
  ])("with fields %s are refused", (_, fields, what, code) => {
    expect(said(untyped((event) => readEvent(event, place), { at: 10, fields }))).toEqual({
      code,
      message: `Ticket INC1, event 4: ${what}; give text by name, such as { group: "network" }.`,
      data: place,
    });
  });

  it("that cannot be read are refused", () => {
    expect(said(untyped((event) => readEvent(event, place), unreadable))).toEqual({
      code: "event-invalid",
      message: "Ticket INC1, event 4: an unreadable object cannot be read; give a plain object.",
      data: place,
    });
  });

  it("with an agreed date that is not an instant are refused, by the name of the date", () => {
    for (const [event, prefix] of [
      [{ at: 10, dueAt: "soon" }, "dueAt: "],
      [{ at: "soon" }, ""],
    ] as const) {
      const { code, message, data } = said(() => readEvent(event, place));
      expect(code).toBe("event-instant-invalid");
      expect(message.startsWith(`Ticket INC1, event 4: ${prefix}"soon" is not an instant`)).toBe(
        true,
      );
      expect(message).not.toMatch(/\.\.$/);
      expect(data).toEqual({ ...place, given: '"soon"' });
    }
  });
});

describe("the keys of an event", () => {
  const known = { at: 0, state: "", severity: "", fields: {}, dueAt: 0, ticket: "T" };

  it("are known", () => {
    expect(hasKnownKeys(known)).toBe(true);
    expect(hasKnownKeys({ ...known, status: "open" })).toBe(false);
    expect(() => checkEventKeys(known, place)).not.toThrow();
  });

  it("that have no value, or belong to its prototype, are passed over", () => {
    expect(() => checkEventKeys({ ...known, status: undefined }, place)).not.toThrow();
    expect(() => checkEventKeys(Object.create({ status: "open" }), place)).not.toThrow();
  });

  it("that are unknown are refused, with the one that was probably meant", () => {
    expect(said(() => checkEventKeys({ at: 0, note: undefined, severty: "1" }, place))).toEqual({
      code: "event-key-unknown",
      message: 'Ticket INC1, event 4: "severty" is not a key of an event; did you mean "severity"?',
      data: { ...place, given: "severty", meant: "severity" },
    });
    expect(said(() => checkEventKeys({ xyz: 1 }, { ticket: undefined }))).toEqual({
      code: "event-key-unknown",
      message:
        'The history: "xyz" is not a key of an event; the known names are at, state, severity, fields, dueAt, ticket',
      data: { ticket: undefined, given: "xyz", meant: undefined },
    });
    expect(() => readEvent({ at: 0, xyz: 1 } as { at: number }, place)).toThrow(
      expect.objectContaining({ code: "event-key-unknown" }),
    );
  });
});

describe("the state of an event", () => {
  it("is known, or any text where unknown states are ignored", () => {
    expect(() => checkState("open", words, place, 7)).not.toThrow();
    expect(() => checkState("lost", { ...words, ignoresUnknown: true }, place, 7)).not.toThrow();
  });

  it("that is unknown is refused, with the states there are", () => {
    expect(said(() => checkState("lost", words, place, 7))).toEqual({
      code: "state-unknown",
      message:
        'Ticket INC1, event 4: unknown state "lost"; the policy has "open", "done". Add it to the policy, or map it to one of those.',
      data: { ...place, atMs: 7, given: "lost" },
    });
  });

  it("that is not text is refused, where unknown states are ignored too", () => {
    for (const ignoresUnknown of [false, true]) {
      const check = (state: never) => checkState(state, { ...words, ignoresUnknown }, place, 7);
      expect(said(untyped(check, 3))).toEqual({
        code: "state-unknown",
        message:
          'Ticket INC1, event 4: the state is the number 3; give text, one of "open", "done".',
        data: { ...place, atMs: 7, given: 3 },
      });
    }
  });

  it("is cut where it is long, in the list of states too", () => {
    const long = "x".repeat(81);
    const { message } = said(() => checkState("lost", { states: new Set([long]) }, place, 7));
    // 80 characters of it are shown, of which the first is the quote.
    expect(message).toContain(`the policy has "${"x".repeat(79)}…. Add`);
  });
});

describe("the severity of an event", () => {
  const severities = new Set(["1", "2", "3"]);
  const graded = new Set(["1", "2"]);

  it.each<[string, Partial<Vocabulary>, unknown, boolean]>([
    ["any text, if the policy lists none", {}, "9", true],
    ["a number", {}, 1, false],
    ["one of the policy's list", { severities }, "3", true],
    ["text that is not in the list", { severities }, "9", false],
    ["one that has an allowance", { severities, graded }, "2", true],
    ["one that has no allowance", { severities, graded }, "3", false],
    ["one that has no allowance, without a list", { graded }, "3", false],
    [
      "one that has an allowance and is not in the list",
      { severities, graded: new Set(["9"]) },
      "9",
      false,
    ],
  ])("%s: %j %j", (_, more, severity, isKnown) => {
    expect(hasSeverity({ ...words, ...more }, severity)).toBe(isKnown);
    const check = untyped((given) => checkSeverity(given, { ...words, ...more }, place), severity);
    if (isKnown) expect(check).not.toThrow();
    else expect(check).toThrow(HistoryError);
  });

  const refused = (more: Partial<Vocabulary>, severity: unknown) =>
    said(untyped((given) => checkSeverity(given, { ...words, ...more }, place, 7), severity));
  it.each<[Partial<Vocabulary>, unknown, string, string]>([
    [{}, 1, "severity-unknown", 'the severity is the number 1; give text, such as "1"'],
    [{ graded }, 1, "severity-unknown", 'the severity is the number 1; give text, one of "1", "2"'],
    [
      { severities, graded },
      null,
      "severity-unknown",
      'the severity is null; give text, one of "1", "2", "3"',
    ],
    [
      { severities, graded },
      "9",
      "severity-unknown",
      'unknown severity "9"; the policy has "1", "2", "3"',
    ],
    [
      { severities, graded },
      "3",
      "severity-without-allowance",
      'severity "3" has no allowance; there are allowances for "1", "2"',
    ],
    [
      { graded: new Set(), unstated: "The contract gives no fix times" },
      "3",
      "severity-without-allowance",
      "the target has no allowance. The contract gives no fix times",
    ],
    [
      { graded, unstated: "The contract gives no fix times" },
      "3",
      "severity-without-allowance",
      'severity "3" has no allowance; there are allowances for "1", "2"',
    ],
    [
      { graded: new Set() },
      "3",
      "severity-without-allowance",
      'severity "3" has no allowance; there are allowances for none',
    ],
  ])("with %j, %j is refused as %s", (more, severity, code, message) => {
    expect(refused(more, severity)).toEqual({
      code,
      message: `Ticket INC1, event 4: ${message}.`,
      data: { ...place, atMs: 7, given: severity },
    });
  });
});

describe("an error of a history", () => {
  it.each([
    [{ ticket: "INC1", index: 0 }, "Ticket INC1, event 0: it is late."],
    [{ ticket: "INC1" }, "Ticket INC1: it is late."],
    [{ ticket: undefined, index: 2 }, "The history, event 2: it is late."],
    [{ ticket: undefined, subject: "The question" }, "The question: it is late."],
    [{ ticket: "INC1", subject: "The question" }, "Ticket INC1: it is late."],
    [{ ticket: "x".repeat(81) }, `Ticket ${"x".repeat(80)}…: it is late.`],
  ])("names what it is about: %j", (where, message) => {
    const error = problem("history-invalid", "it is late", where);
    expect(error.message).toBe(message);
    expect(error.code).toBe("history-invalid");
    const { subject: _, ...data } = { subject: undefined, ...where };
    expect(error.data).toEqual(data);
  });

  it("names a ticket that is not text as a value", () => {
    const named = (ticket: unknown) =>
      problem("history-invalid", "it is late", { ticket } as never).message;
    expect(named(42)).toBe("Ticket 42: it is late.");
    expect(named({ id: 42 })).toBe('Ticket {"id":42}: it is late.');
  });

  it("says what is not a list of events", () => {
    expect(said(untyped((history) => readHistory(history, "INC1"), "open"))).toEqual({
      code: "history-invalid",
      message: 'Ticket INC1: a list of events was expected, not the text "open".',
      data: { ticket: "INC1" },
    });
  });
});

describe("the ticket of an event", () => {
  it("is its name, which may be empty", () => {
    expect(ticketOf({ ticket: "INC1" })).toBe("INC1");
    expect(ticketOf({ ticket: "" })).toBe("");
    expect(ticketNamed({ ticket: "INC1", events: [] })).toBe("INC1");
    expect(ticketNamed({ events: [] } as never)).toBe("");
  });

  const GIVE = 'give { ticket: "...", ... }.';
  const throwing = Object.defineProperty({}, "ticket", {
    get() {
      throw new RangeError("no");
    },
  });
  it.each<[string, unknown, string, string]>([
    ["none", {}, `No ticket is named by {}; ${GIVE}`, "{}"],
    ["null", null, `No ticket is named by null; ${GIVE}`, "null"],
    ["undefined", undefined, `No ticket is named by undefined; ${GIVE}`, "undefined"],
    ["one that cannot be read", throwing, `No ticket is named by {}; ${GIVE}`, "{}"],
    [
      "a number",
      { ticket: 42 },
      'The ticket is the number 42; give its name as text, such as "42".',
      "42",
    ],
    [
      "null as its ticket",
      { ticket: null },
      'The ticket is null; give its name as text, such as "INC1".',
      "null",
    ],
  ])("that names %s is an error", (_, event, message, given) => {
    const error = ticketOf(event as never);
    expect(error).toBeInstanceOf(HistoryError);
    expect(error).toMatchObject({ code: "ticket-missing", message, data: { given } });
  });
});

describe("a ticket and its events", () => {
  it("is copied, and its values are read once", () => {
    let reads = 0;
    const events = [{ at: 0 }];
    const ticket = {
      ticket: "INC1",
      get events() {
        reads++;
        return events;
      },
    };
    expect(readTicket(ticket)).toEqual({ ticket: "INC1", events });
    expect(reads).toBe(1);
  });

  it.each<[string, unknown, string, string, object]>([
    [
      "an unknown key",
      { ticket: "INC1", event: [] },
      "history-invalid",
      'Ticket INC1: "event" is not a key of a history; did you mean "events"?',
      { ticket: "INC1", given: "event", meant: "events" },
    ],
    [
      "another unknown key",
      { ticket: "INC1", xyz: [] },
      "history-invalid",
      'Ticket INC1: "xyz" is not a key of a history; the known names are ticket, events',
      { ticket: "INC1", given: "xyz", meant: undefined },
    ],
    [
      "events that cannot be read",
      Object.defineProperty({ ticket: "INC1" }, "events", {
        get() {
          throw new RangeError("no");
        },
      }),
      "history-invalid",
      "Ticket INC1: it cannot be read; give { ticket, events }.",
      { ticket: "INC1" },
    ],
    [
      "no ticket",
      { events: [] },
      "ticket-missing",
      'No ticket is named by {"events":[]}; give { ticket: "...", ... }.',
      { given: '{"events":[]}' },
    ],
  ])("with %s is refused", (_, history, code, message, data) => {
    expect(said(untyped((ticket) => readTicket(ticket), history))).toEqual({
      code,
      message,
      data,
    });
  });
});

it("a ticket's fields matter if its state or its target depends on them", () => {
  expect(usesFields(words)).toBe(false);
  expect(usesFields({ ...words, derive: [] })).toBe(true);
  expect(usesFields({ ...words, when: {} })).toBe(true);
});
