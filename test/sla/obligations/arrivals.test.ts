import { describe, expect, it } from "vitest";
import type { DatedEvent } from "../../../src/sla/clock/history";
import { arrivalsOf, type Bounds, begun } from "../../../src/sla/obligations/arrivals";
import { refusal, untyped } from "../../reference/refusals";

/** An event at a number of milliseconds. */
const event = (atMs: number, said: Partial<DatedEvent>): DatedEvent => ({
  index: 0,
  atMs,
  state: undefined,
  severity: undefined,
  fields: undefined,
  ...said,
});
/** Each arrival as `word instant`. */
const said = (arrivals: ReturnType<typeof arrivalsOf>) =>
  arrivals.map(({ word, atMs }) => `${word} ${atMs}`);

describe("the arrivals of a ticket", () => {
  const events = [
    event(1, { state: "open" }),
    event(2, { severity: "2" }),
    event(5, { state: "done" }),
  ];

  it("are its states and facts up to an instant, in order of time", () => {
    const facts = { told: [3, 1, 9], asked: 5, later: 6, never: undefined };
    expect(said(arrivalsOf(events, facts, null, 5))).toEqual([
      "open 1",
      "told 1",
      "told 3",
      "done 5",
      "asked 5",
    ]);
    expect(said(arrivalsOf(events, facts, null, 4))).toEqual(["open 1", "told 1", "told 3"]);
  });

  it("are its states alone without facts", () => {
    for (const facts of [undefined, null, {}]) {
      expect(said(arrivalsOf(events, facts as undefined, null, 9))).toEqual(["open 1", "done 5"]);
    }
  });

  it("are the states that its fields name, each as it comes", () => {
    const derive = [
      { state: "asleep", when: { mood: ["tired"] } },
      { state: "urgent", when: { severity: ["1"] } },
      { state: "up", when: { state: ["open"] } },
    ];
    const fields = [
      event(1, { fields: { mood: "none" } }),
      event(2, { state: "open" }),
      event(3, { state: "open" }),
      event(4, { fields: { mood: "tired" } }),
      event(4, { fields: { mood: "fine" } }),
      event(5, { severity: "1" }),
      event(6, { fields: { mood: "tired" } }),
      event(7, { fields: { mood: null } }),
      event(9, { fields: { mood: "tired" } }),
    ];
    // All events of the instant 4 are one change, so nothing came then. Nothing names a state at 1.
    expect(said(arrivalsOf(fields, undefined, derive, 8))).toEqual([
      "up 2",
      "urgent 5",
      "asleep 6",
      "urgent 7",
    ]);
  });

  it("do not come anew after a time without a state", () => {
    const mood = (atMs: number, mood: string | null) => event(atMs, { fields: { mood } });
    const events = [mood(1, "fine"), mood(2, null), mood(3, "fine")];
    const derive = [{ state: "up", when: { mood: ["fine"] } }];
    expect(said(arrivalsOf(events, undefined, derive, 9))).toEqual(["up 1"]);
  });

  it.each<[string, unknown, string]>([
    ["text", "incident", '"incident"'],
    ["a list", [5], "[5]"],
    ["a number", 5, "5"],
  ])("refuse %s in place of facts", (_, facts, shown) => {
    const ask = untyped((given) => arrivalsOf([], given, null, 9), facts);
    expect(refusal(ask)).toMatchObject({
      code: "option-invalid",
      message: `${shown} is not a fact of a ticket; give each with its instant, such as { facts: { incident: "2026-11-20T16:30:00Z" } }.`,
      data: { option: "facts", given: shown },
    });
  });

  it("refuse a fact that is only true", () => {
    const ask = untyped((given) => arrivalsOf([], given, null, 9), { incident: true });
    expect(refusal(ask).message).toMatch(/^true is not a fact of a ticket/);
    const holes = untyped((given) => arrivalsOf([], given, null, 9), {
      incident: [1, undefined, 3],
    });
    expect(refusal(holes).code).toBe("instant-invalid");
  });
});

describe("what has begun", () => {
  const arrivals = (words: string) => words.split(" ").map((word, i) => ({ word, atMs: i + 1 }));
  /** Each time as `from to end how [what came in between]`. */
  const times = (bounds: Bounds, words: string, every = true) =>
    begun(bounds, { arrivals: arrivals(words), every }).map(
      ({ from, end, within }) =>
        `${from.word} ${from.atMs}, ${end ? `${end.how} by ${end.word} ${end.atMs}` : "goes on"}: ${within.map(({ word }) => word).join(" ")}`,
    );
  const bounds: Bounds = {
    startsOn: ["open", "reopened"],
    endsOn: ["done"],
    cancelsOn: ["void", "done-in-error"],
    finishesOn: ["told"],
  };

  it("goes on from its first word until one that ends it", () => {
    expect(times(bounds, "noted open noted")).toEqual(["open 2, goes on: noted"]);
    expect(times(bounds, "done open noted done noted")).toEqual([
      "open 2, ended by done 4: noted done",
    ]);
    expect(times(bounds, "open void")).toEqual(["open 1, cancelled by void 2: void"]);
    expect(times(bounds, "reopened told")).toEqual(["reopened 1, finished by told 2: told"]);
    expect(times(bounds, "noted")).toEqual([]);
  });

  it("does not begin again while it goes on, and may afterwards", () => {
    expect(times(bounds, "open reopened done reopened")).toEqual([
      "open 1, ended by done 3: reopened done",
      "reopened 4, goes on: ",
    ]);
  });

  it("may begin again by the word that ends it", () => {
    expect(times({ startsOn: ["open"], endsOn: ["open"] }, "open noted open")).toEqual([
      "open 1, ended by open 3: noted open",
      "open 3, goes on: ",
    ]);
  });

  it("is called off by a word that would also end or finish it, and ended by one that would finish it", () => {
    const all = {
      startsOn: ["open"],
      endsOn: ["x", "y"],
      cancelsOn: ["x"],
      finishesOn: ["x", "y"],
    };
    expect(times(all, "open x")).toEqual(["open 1, cancelled by x 2: x"]);
    expect(times(all, "open y")).toEqual(["open 1, ended by y 2: y"]);
  });

  it("is given by its last time, unless every one is asked for", () => {
    expect(times(bounds, "open done open void", false)).toEqual([
      "open 3, cancelled by void 4: void",
    ]);
    expect(times(bounds, "noted", false)).toEqual([]);
  });

  it("never begins without words for it, and never ends without words for that", () => {
    expect(times({}, "open done")).toEqual([]);
    expect(times({ startsOn: ["open"] }, "open done")).toEqual(["open 1, goes on: done"]);
  });
});
