import { describe, expect, it } from "vitest";
import { defineSla, type PolicyDefinition, type Sla, type WindowEvents } from "../../../src/index";
import { always, mon, tue, utc, wed } from "../../reference/desk";
import { refusal, wordForWord } from "../../reference/refusals";

const within = (hours: number) => ({ hours, calendar: "always" });
const { windows }: Sla = defineSla({
  id: "desk",
  timeZone: "Europe/Paris",
  calendars: { always },
  targets: { fix: { allowance: within(1), runs: ["open"], stops: ["done"] } },
  windows: {
    plain: { anyOf: [[{ within: within(24) }]] },
    named: { title: "The claim", clause: "W-1", anyOf: [[{ within: within(24) }]] },
    // A day from the discovery, and two from the incident if it is known.
    claim: {
      anyOf: [
        [
          { from: "discovery", within: within(24) },
          { from: "incident", within: within(48), ifKnown: true },
          { from: "incident", of: "notice", within: within(48), ifKnown: true },
        ],
      ],
    },
    // Of two ways, one needs the incident, and the notice within a day of it.
    either: {
      anyOf: [
        [
          { from: "incident", within: within(72) },
          { from: "incident", of: "notice", within: within(24) },
        ],
        [{ from: "discovery", within: within(24) }],
      ],
    },
    start: {
      anyOf: [[{ within: within(24) }, { from: "call", within: within(1), ifKnown: true }]],
    },
  },
} as PolicyDefinition);
const ask = (name: string, events: WindowEvents, asOf?: string) => {
  const window = windows[name];
  if (window === undefined) throw new Error(`There is no window ${name}.`);
  return window(events, { asOf });
};

describe("a window", () => {
  it("is called by its title, or its name", () => {
    expect(ask("named", mon("09:00"))).toMatchObject({ title: "The claim", clause: "W-1" });
    expect(ask("plain", mon("09:00"))).toMatchObject({ title: "plain", clause: null });
    const [way] = ask("plain", mon("09:00")).ways;
    expect([way?.from, way?.closesAtMs]).toEqual([["start"], Date.parse(tue("09:00"))]);
  });

  it("counts from its start, which is an instant or is named", () => {
    for (const events of [mon("09:00"), Date.parse(mon("09:00")), { start: mon("09:00") }]) {
      expect(utc(ask("start", events).closesAt)).toBe(tue("09:00"));
    }
    expect(ask("start", mon("09:00")).unknown).toEqual(["call"]);
    const both = ask("start", { start: mon("09:00"), call: mon("10:00") });
    expect(utc(both.closesAt)).toBe(mon("11:00"));
  });

  it("names the events that could close it sooner", () => {
    expect(ask("claim", { discovery: mon("09:00") })).toMatchObject({
      unknown: ["incident", "notice"],
      ways: [{ from: ["discovery"] }],
    });
    const incident = ask("claim", { discovery: mon("09:00"), incident: mon("08:00") });
    expect([incident.unknown, incident.ways[0]?.from]).toEqual([
      ["notice"],
      ["discovery", "incident"],
    ]);
    const notice = ask("claim", { discovery: mon("09:00"), notice: mon("08:00") });
    expect([notice.unknown, notice.ways[0]?.from]).toEqual([["incident"], ["discovery"]]);
    const all = { discovery: mon("09:00"), incident: mon("08:00"), notice: mon("08:30") };
    expect(ask("claim", all)).toMatchObject({
      unknown: [],
      ways: [{ from: ["discovery", "incident", "incident"] }],
    });
    expect(Object.isFrozen(ask("claim", all).unknown)).toBe(true);
  });

  it("opens when the last event of a way has come, and closes with its first limit", () => {
    const events = { discovery: tue("12:00"), incident: mon("09:00") };
    const status = (asOf: string) => ask("claim", events, asOf).status;
    // Two days from Monday 09:00 end sooner than a day from Tuesday noon.
    expect(utc(ask("claim", events).closesAt)).toBe(wed("09:00"));
    expect(utc(ask("claim", events).opensAt)).toBe(tue("12:00"));
    expect([status(tue("11:59")), status(tue("12:00")), status(wed("09:00"))]).toEqual([
      "not-open-yet",
      "open",
      "open",
    ]);
    expect(status(wed("09:00:00.001"))).toBe("closed");
  });

  it("closes with the ways that are left if an event missed another", () => {
    const missed = { incident: mon("09:00"), notice: tue("09:00:00.001"), discovery: mon("09:00") };
    const reading = ask("either", missed, tue("09:00"));
    expect([utc(reading.closesAt), reading.status]).toEqual([tue("09:00"), "open"]);
    expect(reading.ways.map(({ from }) => from)).toEqual([["discovery"]]);
    // A day from the discovery on Monday 08:00, although the limit that was missed ends later.
    const sooner = ask("either", { ...missed, discovery: mon("08:00") });
    expect(utc(sooner.closesAt)).toBe(tue("08:00"));
    const kept = ask("either", { ...missed, notice: tue("09:00") }, tue("09:00"));
    // Three days from Monday 09:00.
    expect([utc(kept.closesAt), kept.ways.length]).toEqual(["2026-11-19T09:00:00Z", 2]);
    const alone = ask("either", { incident: mon("09:00"), notice: tue("10:00") }, tue("08:00"));
    expect(alone).toMatchObject({ status: "closed", isOpen: false, ways: [] });
    expect(utc(alone.closesAt)).toBe(tue("09:00"));
  });

  it("leaves out a way that lacks the event that it bounds", () => {
    expect(
      ask("either", { incident: mon("09:00"), discovery: mon("10:00") }).ways.map(
        ({ from }) => from,
      ),
    ).toEqual([["discovery"]]);
  });

  it("says what it needs, and what it was given, if nothing can be told", () => {
    const error = refusal(() => ask("either", { incident: mon("09:00") }));
    expect(error).toMatchObject({
      code: "event-missing",
      message:
        'Window "either" counts from incident, notice, discovery; not enough of them were given to say when it closes.',
      data: { window: "either", needed: ["incident", "notice", "discovery"], given: ["incident"] },
    });
  });

  wordForWord([
    [
      "refuses an unknown event",
      () => ask("either", { incidnt: mon("09:00"), discovery: mon("09:00") }),
      "option-unknown",
      '"incidnt" is not an event of window "either"; did you mean "incident"?',
    ],
  ]);

  it("lacks its event if it is given nothing", () => {
    expect(refusal(() => ask("plain", undefined as never)).code).toBe("event-missing");
  });

  it.each([null, {}, "soon"])("refuses %j for an instant", (events) => {
    expect(refusal(() => ask("plain", events as never)).code).toMatch(/^instant-/);
  });
});
