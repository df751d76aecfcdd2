import { describe, expect, it } from "vitest";
import type { HistoryEvent } from "../../../src/index";
import {
  describeOddity,
  IRREGULARITY_KINDS,
  type IrregularityKind,
} from "../../../src/sla/clock/irregularities";
import { deskTarget, mon, tue, utc } from "../../reference/desk";

const terms = {
  allowance: {
    "1": { hours: 1, calendar: "always" },
    "2": { hours: 4, calendar: "always" },
    "3": { hours: 8, calendar: "always" },
  },
} as const;
const target = deskTarget(terms, { severities: ["1", "2", "3"] });
const firstOnly = deskTarget({ ...terms, onReopen: "first-only" }, { severities: ["1", "2", "3"] });

const oddities = (events: readonly HistoryEvent[], fix = target) =>
  fix
    .track(events, { asOf: tue("00:00") })
    .irregularities.map(({ kind, at, says }) => [kind, utc(at), says]);

const open = { at: mon("09:00"), state: "open", severity: "2" };
const done = { at: mon("11:00"), state: "done" };

describe("a reading names what a person should look at", () => {
  it("nothing, in an ordinary history", () => {
    expect(oddities([open, { at: mon("10:00"), state: "waiting" }, done])).toEqual([]);
    expect(oddities([open, done, { at: mon("12:00"), state: "open" }])).toEqual([]);
    expect(oddities([open, done, { at: mon("12:00"), state: "done" }])).toEqual([]);
  });

  it("a stop before the clock had started", () => {
    expect(oddities([{ at: mon("08:00"), state: "done" }, open])).toEqual([
      ["done-before-open", mon("08:00"), '"done" came before the clock had started'],
    ]);
  });

  it("a cancellation after a stop, which changes nothing", () => {
    const events = [open, done, { at: mon("12:00"), state: "void" }];
    expect(target.track(events, { asOf: tue("00:00") }).status).toBe("met");
    expect(oddities(events)).toEqual([
      [
        "state-after-ending",
        mon("12:00"),
        '"void" came after the clock had ended, and changed nothing',
      ],
    ]);
  });

  it("work after an ending for good", () => {
    const again = { at: mon("12:00"), state: "open" };
    const kinds = (events: readonly HistoryEvent[], fix = target) =>
      oddities(events, fix).map(([kind, at]) => [kind, at]);
    const expected = [["state-after-ending", mon("12:00")]];
    expect(kinds([open, { at: mon("10:00"), state: "void" }, again])).toEqual(expected);
    expect(kinds([open, done, again], firstOnly)).toEqual(expected);
  });

  it("a severity given as the ticket was stopped", () => {
    expect(oddities([open, { ...done, severity: "3" }])).toEqual([
      [
        "graded-as-stopped",
        mon("11:00"),
        "severity 3 was given at the instant of the stop, and the verdict takes account of it",
      ],
    ]);
    // The same severity again is not a change, and neither is the first of a ticket done at once.
    expect(oddities([open, { ...done, severity: "2" }])).toEqual([]);
    expect(oddities([open, { at: mon("09:00"), state: "done" }])).toEqual([]);
  });

  it("a severity that jumped, by more than a step in the policy's list", () => {
    const change = (from: string, to: string) =>
      oddities([
        { ...open, severity: from },
        { at: mon("09:30"), severity: to },
      ]);
    expect(change("3", "2")).toEqual([]);
    expect(change("1", "2")).toEqual([]);
    expect(change("1", "3")).toEqual([
      [
        "severity-jumped",
        mon("09:30"),
        "severity 3 is more than one step from the severity before it",
      ],
    ]);
  });

  it("a breach by a change of severity", () => {
    // 2 h have been used of 4, and severity 1 has 1 h.
    expect(oddities([open, { at: mon("11:00"), severity: "1" }])).toEqual([
      [
        "breached-by-severity-change",
        mon("11:00"),
        "the change to severity 1 breached the target, since more had been used than its allowance",
      ],
    ]);
    // Breached before it, at 13:00.
    expect(oddities([open, { at: mon("14:00"), severity: "1" }])).toEqual([]);
  });

  it("a hundred of them at most", () => {
    const early = Array.from({ length: 150 }, (_, i) => ({ at: i, state: "done" }));
    expect(oddities(early)).toHaveLength(100);
  });
});

describe("an irregularity says what was odd", () => {
  const SAYS: Readonly<Record<IrregularityKind, string>> = {
    "done-before-open": '"held" came before the clock had started',
    "state-after-ending": '"held" came after the clock had ended, and changed nothing',
    "reopened-late": '"held" re-opened the ticket after the time allowed for re-opening',
    "graded-as-stopped":
      "severity 3 was given at the instant of the stop, and the verdict takes account of it",
    "agreed-as-stopped":
      "an agreed date was given or taken back at the instant of the stop, and the verdict takes account of it",
    "agreed-in-the-past": "the agreed date had passed before it was given or the clock started",
    "severity-jumped": "severity 3 is more than one step from the severity before it",
    "breached-by-severity-change":
      "the change to severity 3 breached the target, since more had been used than its allowance",
  };

  it.each(IRREGULARITY_KINDS)("%s", (kind) => {
    expect(describeOddity({ kind, atMs: 0, state: "held", severity: "3" })).toBe(SAYS[kind]);
  });

  it("of every kind", () => {
    expect(IRREGULARITY_KINDS).toEqual(Object.keys(SAYS));
  });
});
