import { describe, expect, it } from "vitest";
import { type HistoryColumns, historyColumns } from "../../../src/index";
import { deskTarget, mon } from "../../reference/desk";
import { refusal, untyped } from "../../reference/refusals";

const target = deskTarget({ allowance: { hours: 4, calendar: "always" } });
const at = Date.parse(mon("09:00"));
const histories = [
  {
    ticket: "A",
    events: [
      { at, state: "open", severity: "1" },
      { at: at + 1, state: "done" },
    ],
  },
  { ticket: "B", events: [] },
  {
    ticket: "C",
    events: [
      { at: mon("09:00"), state: "open" },
      { at: at + 2, severity: "2" },
    ],
  },
];

describe("histories in columns", () => {
  it("number their words from 1, in the order in which they come, and give each once", () => {
    expect(historyColumns(histories)).toEqual({
      tickets: ["A", "B", "C"],
      firstEvent: Uint32Array.of(0, 2, 2, 4),
      atMs: Float64Array.of(at, at + 1, at, at + 2),
      state: Uint16Array.of(1, 2, 1, 0),
      states: ["open", "done"],
      severity: Uint16Array.of(1, 0, 0, 2),
      severities: ["1", "2"],
    });
  });

  it("have a column for agreed dates only if an event mentions one", () => {
    const events = [{ at, dueAt: mon("12:00") }, { at }, { at, dueAt: null }];
    expect(historyColumns([{ ticket: "A", events }]).dueAtMs).toEqual(
      Float64Array.of(Date.parse(mon("12:00")), Number.NaN, Number.POSITIVE_INFINITY),
    );
    expect(historyColumns(histories)).not.toHaveProperty("dueAtMs");
  });

  it.each([
    [{ group: "network" }, "event-key-unknown"],
    [{}, "event-key-unknown"],
  ])("have no place for the fields %j", (fields, code) => {
    const events = [{ at }, { at, fields }];
    const error = refusal(() => historyColumns([{ ticket: "A", events }]));
    expect([error.code, error.message]).toEqual([
      code,
      "Ticket A, event 1: columns have no place for fields; give the histories to trackMany as a list.",
    ]);
    expect(error.data).toMatchObject({ ticket: "A", index: 1 });
  });

  it.each([null, 5, {}])("are made of a list, and not of %j", (given) => {
    const error = refusal(untyped((all) => historyColumns(all), given));
    expect(error.code).toBe("histories-invalid");
  });

  it("may be made of anything that gives histories one by one", () => {
    expect(historyColumns(new Set(histories))).toEqual(historyColumns(histories));
  });
});

describe("columns that are given to trackMany", () => {
  const columns = historyColumns(histories);
  const many = (change: object) =>
    untyped((given) => target.trackMany(given, { asOf: at }), { ...columns, ...change });

  it.each<[string, object]>([
    ["nothing of them changed", {}],
    ["a column of agreed dates", { dueAtMs: new Float64Array(4).fill(Number.NaN) }],
    ["no column of agreed dates", { dueAtMs: undefined }],
  ])("are read with %s", (_, change) => {
    expect(many(change)).not.toThrow();
  });

  it.each<[keyof HistoryColumns, unknown]>([
    ["tickets", "ABC"],
    ["states", new Set(["open", "done"])],
    ["severities", undefined],
    ["firstEvent", [0, 2, 2, 4]],
    ["firstEvent", Float64Array.of(0, 2, 2, 4)],
    ["atMs", [at, at + 1, at, at + 2]],
    ["atMs", new Uint32Array(4)],
    ["state", [1, 2, 1, 0]],
    ["state", Uint8Array.of(1, 2, 1, 0)],
    ["severity", [1, 0, 0, 2]],
    ["severity", new Uint32Array(4)],
    ["dueAtMs", [0, 0, 0, 0]],
    ["dueAtMs", null],
  ])("need the right kind of %s", (name, value) => {
    const error = refusal(many({ [name]: value }));
    expect([error.code, error.message]).toEqual([
      "columns-missing",
      "Columns are tickets, firstEvent, atMs, state, states, severity and severities; make them with historyColumns.",
    ]);
    expect(error.data["given"]).toContain(name);
  });

  it.each<[string, object]>([
    ["more tickets than first events", { tickets: ["A", "B", "C", "D"] }],
    ["fewer tickets than first events", { tickets: ["A", "B"] }],
    [
      "a first event beyond the tickets",
      { tickets: ["A", "B"], firstEvent: Uint32Array.of(0, 2, 4, 4) },
    ],
    ["first events that fall", { firstEvent: Uint32Array.of(0, 3, 2, 4) }],
    ["first events that end early", { firstEvent: Uint32Array.of(0, 2, 2, 3) }],
    ["no first events", { firstEvent: new Uint32Array(0), tickets: [] }],
    ["an instant too few", { atMs: new Float64Array(3) }],
    ["a state too many", { state: new Uint16Array(5) }],
    ["a severity too many", { severity: new Uint16Array(5) }],
    ["an agreed date too many", { dueAtMs: new Float64Array(5) }],
  ])("do not fit together with %s", (_, change) => {
    const error = refusal(many(change));
    expect([error.code, error.message]).toEqual([
      "length-mismatch",
      "The columns do not fit together: firstEvent must have one entry more than tickets, never fall, and end at the length that atMs, state and severity share. Make them with historyColumns.",
    ]);
    expect(Object.keys(error.data)).toEqual(["tickets", "firstEvent", "atMs", "state", "severity"]);
  });

  it.each(["states", "severities"] as const)("have no more than 65,535 %s", (name) => {
    const words = Array.from({ length: 65_535 }, (_, i) => `word ${i}`);
    expect(many({ [name]: words })).not.toThrow();
    const error = refusal(many({ [name]: [...words, "one more"] }));
    expect([error.code, error.message]).toEqual([
      "too-many-words",
      "Columns hold at most 65535 states or severities.",
    ]);
  });
});
