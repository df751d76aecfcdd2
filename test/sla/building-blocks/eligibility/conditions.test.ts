import { describe, expect, it } from "vitest";
import {
  defineSla,
  type EligibilityInput,
  eligibility,
  type HistoryEvent,
  type PolicyDefinition,
  type Sla,
} from "../../../../src/index";
import type { Condition } from "../../../../src/sla/building-blocks/eligibility/definition";
import { always, fri, mon, office, thu, tue, utc, wed } from "../../../reference/desk";
import { refusal, untyped, wordForWord } from "../../../reference/refusals";

const policy: PolicyDefinition = {
  id: "desk",
  calendars: { office, always },
  severities: ["1", "2", "3"],
  targets: {
    fix: {
      allowance: {
        "1": { hours: 4, calendar: "office" },
        "2": { hours: 8, calendar: "office" },
        "3": null,
      },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      cancels: ["void"],
    },
    reply: {
      allowance: { workingDays: 4, calendar: "office" },
      runs: ["open"],
      stops: ["replied"],
    },
  },
  windows: {
    reopen: { title: "Re-opening", anyOf: [[{ within: { hours: 24, calendar: "always" } }]] },
  },
  contacts: {
    desk: { title: "The desk", address: "desk@example.org" },
    lead: { title: "The lead" },
  },
};
const sla = defineSla(policy);

const open: HistoryEvent = { at: mon("09:00"), state: "open", severity: "2" };
const read = (events: readonly HistoryEvent[], asOf: string, ticket?: string) =>
  sla.targets["fix"]?.track(events as never, { asOf, ticket });
const running = read([open], mon("13:00"));
const done = (asOf: string) => read([open, { at: tue("09:00"), state: "done" }], asOf);

/** What one condition says and whether it is met, beside a ground that holds: nothing need be known. */
function judged(condition: Condition, input: EligibilityInput = {}) {
  const windows = {
    eligibility: {
      e: {
        anyOf: [
          { id: "g", title: "G", all: [condition] },
          { id: "h", title: "H", all: [] },
        ],
      },
    },
  };
  const { eligibility: ask }: Sla = defineSla({ ...policy, ...windows } as PolicyDefinition);
  const [told] = ask["e"]?.(input).grounds[0]?.conditions ?? [];
  return `${told?.met}: ${told?.text}`;
}

describe("a condition", () => {
  it.each<[string, Condition, EligibilityInput, string]>([
    ["without a ticket", { breached: true }, {}, "null: the ticket's reading is not given"],
    ["of no ticket at all", { breached: true }, { readings: [] }, "false: there is no such ticket"],
    [
      "that is open, of no ticket at all",
      { open: true },
      { readings: [] },
      "false: there is no such ticket",
    ],
    ["that is assumed", { open: true, assumed: true }, {}, "true: no ticket is given"],
    ["that is assumed otherwise", { open: true, assumed: false }, {}, "false: no ticket is given"],
    [
      "that is assumed, of no ticket",
      { open: false, assumed: false },
      { readings: [] },
      "true: no ticket is given",
    ],
    [
      "that is not assumed if there is a ticket",
      { open: false, assumed: false },
      { reading: running },
      "false: it is still open",
    ],
    [
      "on the severity of a ticket",
      { severityIn: ["1", "2"] },
      { reading: running },
      "true: severity is 2",
    ],
    [
      "on a severity given beside it",
      { severityIn: ["1", "2"] },
      { reading: running, severity: "3" },
      "false: severity is 3",
    ],
    [
      "on a severity that is not known",
      { severityIn: ["1"] },
      {},
      "null: the severity is not given",
    ],
    [
      "on the severity of no ticket",
      { severityIn: ["1"] },
      { readings: [] },
      "null: the severity is not given",
    ],
    ["on a fact that is not known", { fact: "told" }, {}, 'null: the fact "told" is not given'],
    [
      "on a fact that is null",
      { fact: "told" },
      { facts: { told: null as never } },
      'null: the fact "told" is not given',
    ],
    ["on a fact", { fact: "told" }, { facts: { told: true } }, "true: told is so"],
    [
      "on a fact that must not be so",
      { fact: "told", is: false },
      { facts: { told: true } },
      "false: told is so",
    ],
    ["on a fact that is assumed", { fact: "told", assumed: false }, {}, "false: told is not so"],
    [
      "on the status",
      { statusIn: ["running", "paused"] },
      { reading: running },
      "true: its status is running",
    ],
    ["on a breach", { breached: true }, { reading: running }, "false: it is not breached"],
    ["on no breach", { breached: false }, { reading: running }, "true: it is not breached"],
    ["on its being open", { open: true }, { reading: running }, "true: it is still open"],
    [
      "on its being open once it is done",
      { open: true },
      { reading: done(wed("09:00")) },
      "false: it is not open",
    ],
    [
      "on its being open before it began",
      { open: true },
      { reading: read([open], mon("08:00")) },
      "false: it is not open",
    ],
    [
      "on its being open once it is cancelled",
      { open: true },
      { reading: read([open, { at: mon("10:00"), state: "void" }], mon("12:00")) },
      "false: it is not open",
    ],
    [
      "on its coming back",
      { reopened: false },
      { reading: running },
      "true: it has not been re-opened",
    ],
    [
      "on what is used",
      { usedAtLeast: 0.5 },
      { reading: running },
      "true: 50.0 % is used of the 50.0 % it takes",
    ],
    [
      "on a share that nobody gives",
      { usedAtLeast: "close" },
      { reading: running },
      'null: the parameter "close" is not given',
    ],
    [
      "on what is used of nothing promised",
      { usedAtLeast: 0.5 },
      { reading: read([{ ...open, severity: "3" }], mon("13:00")) },
      "false: nothing is promised",
    ],
    [
      "on what is used before the severity is known",
      { usedAtLeast: 0 },
      { reading: read([{ at: mon("09:00"), state: "open" }], mon("13:00")) },
      "false: nothing is promised",
    ],
    [
      "on a window while the ticket is open",
      { inWindow: "reopen" },
      { reading: running },
      "false: it has not stopped",
    ],
    [
      "on a window at its last instant",
      { inWindow: "reopen" },
      { reading: done(wed("09:00")) },
      'true: the window "Re-opening" is open until Wed 18 Nov 2026 09:00',
    ],
    [
      "on a window after its last instant",
      { inWindow: "reopen" },
      { reading: done(wed("09:00:00.001")) },
      'false: the window "Re-opening" closed Wed 18 Nov 2026 09:00',
    ],
    [
      "of which one is enough, and one holds",
      { any: [{ breached: true }, { fact: "told" }, { open: true }] },
      { reading: running, facts: { told: true } },
      "true: told is so",
    ],
    [
      "of which one is enough, and none holds",
      { any: [{ breached: true }, { reopened: true }] },
      { reading: running },
      "false: it is not breached and it has not been re-opened",
    ],
    [
      "of which one is enough, and some are not known",
      { any: [{ breached: true }, { fact: "told" }, { fact: "asked" }] },
      { reading: running },
      'null: the fact "told" is not given and the fact "asked" is not given',
    ],
  ])("%s", (_, condition, input, expected) => {
    expect(judged(condition, input)).toBe(expected);
  });

  it("on what is used counts days in days", () => {
    const reply = (asOf: string) =>
      sla.targets["reply"]?.track([{ at: mon("09:00"), state: "open" }], { asOf });
    const used = (asOf: string) => judged({ usedAtLeast: 0.5 }, { reading: reply(asOf) });
    // Monday is day 0: one day is used up as Tuesday ends, and two of four as Wednesday ends.
    expect(used(wed("23:59"))).toBe("false: 25.0 % is used of the 50.0 % it takes");
    expect(used(thu("00:00"))).toBe("true: 50.0 % is used of the 50.0 % it takes");
  });

  it("on a window that it is asked about without its policy is not known", () => {
    const definition = {
      anyOf: [
        { id: "g", title: "G", all: [{ inWindow: "reopen" }] },
        { id: "h", title: "H", all: [] },
      ],
    };
    const { grounds } = eligibility("e", definition, { reading: running });
    expect(grounds[0]?.conditions[0]?.text).toBe('the window "reopen" is not given');
  });
});

describe("a ground", () => {
  const tell = (all: readonly Condition[], target?: string) => ({
    id: "g",
    title: "G",
    all,
    ...(target ? { target } : {}),
  });
  const textsOf = (definition: ReturnType<typeof tell>, input: EligibilityInput) =>
    eligibility("e", { anyOf: [definition, { id: "h", title: "H", all: [] }] }, input).grounds[0];
  const [a, b] = [read([open], mon("13:00"), "A"), read([open], tue("13:00"), "B")];
  if (!running || !a || !b) throw new Error("The desk has that target.");

  it("is judged by the ticket that keeps it least from holding, which is named", () => {
    const all: Condition[] = [{ breached: true }, { fact: "told" }];
    const ground = textsOf(tell(all), { readings: [a, b] });
    // A is not breached, which weighs more than a fact that nobody gave. B, done in 8 hours, is late.
    expect(ground?.conditions.map(({ text, met }) => `${met} ${text}`)).toEqual([
      "true B: it is breached",
      'null B: the fact "told" is not given',
    ]);
    expect(ground?.met).toBeNull();
    expect(Object.isFrozen(ground?.conditions)).toBe(true);
  });

  it("is judged by the first of several tickets that are alike", () => {
    const texts = (readings: readonly (typeof a)[]) =>
      textsOf(tell([{ reopened: true }]), { readings })?.conditions.map(({ text }) => text);
    expect(texts([a, b])).toEqual(["A: it has not been re-opened"]);
    expect(texts([b, a])).toEqual(["B: it has not been re-opened"]);
    // One alone is not named, and one without a name cannot be.
    expect(texts([a])).toEqual(["it has not been re-opened"]);
    expect(texts([running, a])).toEqual(["it has not been re-opened"]);
  });

  it("weighs how many conditions fail, and then how much is not known", () => {
    const all: Condition[] = [{ breached: true }, { severityIn: ["1"] }, { usedAtLeast: 0.5 }];
    const early = read([{ ...open, severity: "1" }], mon("10:00"), "C");
    if (!early) throw new Error("The desk has that target.");
    // A fails two of three and C two too; B is breached and fails one.
    expect(textsOf(tell(all), { readings: [a, early, b] })?.conditions[0]?.text).toBe(
      "B: it is breached",
    );
    const unknown: Condition[] = [
      { any: [{ breached: true }, { fact: "x" }] },
      { any: [{ breached: true }, { fact: "y" }] },
    ];
    expect(textsOf(tell(unknown), { readings: [a, b] })?.met).toBe(true);
    expect(textsOf(tell(unknown), { readings: [b, a] })?.conditions[0]?.text).toBe(
      "B: it is breached",
    );
  });

  it("takes a reading beside a list of them, and only those of its target", () => {
    const texts = (definition: ReturnType<typeof tell>, input: EligibilityInput) =>
      textsOf(definition, input)?.conditions.map(({ text }) => text);
    expect(texts(tell([{ breached: true }]), { reading: a, readings: [b] })).toEqual([
      "B: it is breached",
    ]);
    const reply = sla.targets["reply"]?.track([{ at: mon("09:00"), state: "open" }], {
      asOf: fri("13:00"),
    });
    expect(texts(tell([{ breached: true }], "fix"), { reading: reply })).toEqual([
      "the ticket's reading is not given",
    ]);
    expect(texts(tell([{ breached: true }], "fix"), { reading: reply, readings: [a] })).toEqual([
      "it is not breached",
    ]);
    expect(texts(tell([{ breached: true }], "fix"), { readings: reply ? [reply] : [] })).toEqual([
      "there is no such ticket",
    ]);
  });
});

describe("an eligibility", () => {
  it("tells the contacts of the grounds that hold once each, or those to turn to otherwise", () => {
    const { eligibility: ask }: Sla = defineSla({
      ...policy,
      eligibility: {
        e: {
          clause: "E-1",
          otherwise: ["lead"],
          anyOf: [
            { id: "a", title: "A", all: [{ fact: "a" }], tell: ["lead", "desk"] },
            { id: "b", title: "B", all: [{ fact: "b" }], tell: ["desk"] },
            { id: "c", title: "C", all: [{ fact: "c" }] },
          ],
        },
      },
    } as PolicyDefinition);
    const told = (a: boolean, b: boolean, c: boolean) =>
      ask["e"]?.({ facts: { a, b, c } }).tell.map(
        ({ id, title, address }) => `${id} ${title} ${address}`,
      );
    const [lead, desk] = ["lead The lead null", "desk The desk desk@example.org"];
    expect(told(true, true, false)).toEqual([lead, desk]);
    expect(told(false, true, true)).toEqual([desk]);
    expect(told(false, false, true)).toEqual([]);
    expect(told(false, false, false)).toEqual([lead]);
  });

  it("without its policy calls a contact by its id, and tells nobody if it names nobody", () => {
    const grounds = [{ id: "a", title: "A", all: [], tell: ["us"] }];
    expect(eligibility("e", { anyOf: grounds }, {}).tell).toEqual([
      { id: "us", title: "us", address: null },
    ]);
    const plain = { anyOf: [{ id: "a", title: "A", all: [{ fact: "a" }] }] };
    expect(eligibility("e", plain, { facts: { a: true } }).tell).toEqual([]);
    expect(eligibility("e", plain, { facts: { a: false } }).tell).toEqual([]);
  });

  const told = { anyOf: [{ id: "g", title: "G", all: [{ fact: "told" }, { usedAtLeast: 0.5 }] }] };
  const ask = (input: unknown) => untyped((given) => eligibility("esc", told, given), input);
  wordForWord([
    [
      "refuses anything but an object",
      ask("now"),
      "options-invalid",
      '"now" is not an object of options; give one such as { severity: "1", facts: {} }.',
    ],
    [
      "refuses parameters that are not an object",
      ask({ parameters: 0.5 }),
      "options-invalid",
      "0.5 is not an object of options; give one such as { closeTo: 0.9 }.",
    ],
    [
      "refuses a reading in place of a list of them",
      ask({ readings: "A" }),
      "option-invalid",
      '"A" given as "readings"; give a list, which may be empty.',
    ],
    [
      "refuses a parameter that is text",
      untyped(
        (given) =>
          eligibility(
            "esc",
            { anyOf: [{ id: "g", title: "G", all: [{ usedAtLeast: "close" }] }] },
            given,
          ),
        { reading: running, parameters: { close: "0.5" } },
      ),
      "parameter-invalid",
      '"0.5" is not a share; give "close" as a share of the allowance from 0 to 10, such as 0.9 for 90 %.',
      { parameter: "close", given: '"0.5"' },
    ],
  ]);

  it("takes a share of ten, and no parameter that no condition names", () => {
    const parameters = (all: readonly Condition[], given: Record<string, number>) => () =>
      eligibility(
        "esc",
        { anyOf: [{ id: "g", title: "G", all }] },
        { reading: running, parameters: given },
      );
    expect(parameters([{ usedAtLeast: "close" }], { close: 10 })().eligible).toBe(false);
    expect(parameters([{ any: [{ usedAtLeast: "close" }] }], { close: 0 })().eligible).toBe(true);
    // A share that the condition states itself is not a parameter.
    expect(
      refusal(parameters([{ usedAtLeast: 0.5 }, { open: true }], { "0.5": 1 })).message,
    ).toMatch(/^"0.5" is not a parameter of eligibility "esc"/);
    expect(refusal(parameters([{ fact: "told" }], { close: 1 })).message).toBe(
      '"close" is not a parameter of eligibility "esc"; take it out',
    );
  });

  it("refuses anything but a reading, in either place", () => {
    expect(refusal(ask({ reading: { status: "met" } }))).toMatchObject({
      code: "not-a-reading",
      message: expect.stringContaining('Eligibility "esc"'),
    });
    expect(refusal(ask({ readings: [running, 5] })).code).toBe("not-a-reading");
    expect(utc(running?.dueAt ?? null)).toBe(mon("17:00"));
  });
});
