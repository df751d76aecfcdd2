import { describe, expect, it } from "vitest";
import {
  explain,
  type HistoryEvent,
  historyColumns,
  readingFromJSON,
  snapshot,
  type Target,
} from "../../../src/index";
import { readAt } from "../../../src/live/index";
import { deskTarget, hours, mon, tue, utc, wed } from "../../reference/desk";
import { resumed } from "./resumed";

/** Eight working hours, from 09:00 to 17:00; two hours of pauses do not count, and what is beyond them does. */
const terms = {
  allowance: { hours: 8, calendar: "office" },
  pauseLimit: { hours: 2, calendar: "office" },
} as const;
const fix = deskTarget(terms);

const at = (instant: string, state: string): HistoryEvent => ({ at: instant, state });
const open = at(mon("09:00"), "open");
/** Two hours have been used; the limit is over at 13:00. */
const wait = at(mon("11:00"), "waiting");

const read = (events: readonly HistoryEvent[], asOf: string, target: Target = fix) => {
  const { status, dueAt, elapsed, pausedFor } = target.track(events, { asOf });
  return { status, dueAt: utc(dueAt), elapsed: hours(elapsed), pausedFor: hours(pausedFor) };
};

describe("what is paused beyond `pauseLimit` counts", () => {
  it("from the instant at which the limit is over", () => {
    const paused = { status: "paused", dueAt: null, elapsed: 2, pausedFor: 1 };
    expect(read([open, wait], mon("12:00"))).toEqual(paused);
    // Six hours are left at 13:00: four until 17:00, and two of Tuesday.
    const running = { status: "running", dueAt: tue("11:00"), elapsed: 2, pausedFor: 2 };
    expect(read([open, wait], mon("13:00"))).toEqual(running);
    expect(read([open, wait], mon("15:00"))).toEqual({ ...running, elapsed: 4 });
  });

  it("so a ticket that waits for too long is breached", () => {
    expect(read([open, wait], wed("12:00"))).toMatchObject({
      status: "breached",
      dueAt: tue("11:00"),
    });
    expect(read([open, wait, at(tue("11:00"), "done")], wed("12:00")).status).toBe("met");
  });

  it("in all pauses together", () => {
    const events = [open, at(mon("10:00"), "waiting"), at(mon("11:00"), "open")];
    // An hour of the limit is left at 12:00.
    expect(read([...events, at(mon("12:00"), "waiting")], mon("14:00"))).toMatchObject({
      elapsed: 3,
      pausedFor: 2,
    });
  });

  it("on the limit's own calendar", () => {
    const around = deskTarget({ ...terms, pauseLimit: { hours: 24, calendar: "always" } });
    // Over on Tuesday at 11:00.
    expect(read([open, wait], tue("12:00"), around).elapsed).toBe(3);
    // Of working hours, one is left on Monday at 16:00 and one on Tuesday.
    expect(read([open, at(mon("16:00"), "waiting")], tue("12:00")).elapsed).toBe(9);
  });

  it("of days, counted from the day on which each pause began", () => {
    const day = deskTarget({ ...terms, pauseLimit: { workingDays: 1, calendar: "office" } });
    // Monday is day 0, and Tuesday's end is the end of the limit: Wednesday counts from 09:00.
    expect(read([open, wait], tue("16:00"), day)).toMatchObject({ status: "paused", elapsed: 2 });
    expect(read([open, wait], wed("12:00"), day)).toMatchObject({ status: "running", elapsed: 5 });
  });

  it("for an allowance in days, which is used up at the end of a day", () => {
    const days = { allowance: { workingDays: 2, calendar: "office" } };
    const limited = deskTarget({ ...days, pauseLimit: { hours: 8, calendar: "office" } });
    // The limit is over on Tuesday at 11:00, so Tuesday's end and Wednesday's are used.
    expect(utc(limited.track([open, wait], { asOf: tue("12:00") }).dueAt)).toBe(
      "2026-11-19T00:00:00Z",
    );
    expect(deskTarget(days).track([open, wait], { asOf: tue("12:00") }).status).toBe("paused");
  });

  it("and a limit of nothing makes every pause count", () => {
    const none = deskTarget({ ...terms, pauseLimit: { hours: 0, calendar: "office" } });
    expect(read([open, wait], mon("15:00"), none)).toEqual({
      status: "running",
      dueAt: mon("17:00"),
      elapsed: 6,
      pausedFor: 0,
    });
  });

  it("also when another state that pauses comes", () => {
    const events = [open, wait, at(mon("14:00"), "waiting"), at(mon("15:00"), "waiting")];
    expect(read(events, mon("16:00"))).toMatchObject({ status: "running", elapsed: 5 });
  });

  it("until the clock starts again", () => {
    const events = [open, wait, at(mon("14:00"), "done"), at(mon("15:00"), "waiting")];
    for (const onReopen of ["restart", "new-cycle"] as const) {
      const target = deskTarget({ ...terms, onReopen });
      expect(read(events, mon("16:00"), target)).toMatchObject({ status: "paused", elapsed: 0 });
    }
    expect(read(events, mon("16:00"))).toMatchObject({ status: "running", elapsed: 4 });
  });

  it("a change of severity that starts the clock again pauses it again", () => {
    const target = deskTarget(
      {
        ...terms,
        allowance: { "1": terms.allowance, "2": { hours: 4, calendar: "office" } },
        onSeverityChange: "restart",
      },
      { severities: ["1", "2"] },
    );
    const events = [{ ...open, severity: "1" }, wait, { at: mon("14:00"), severity: "2" }];
    expect(read(events, mon("15:00"), target)).toMatchObject({ status: "paused", pausedFor: 1 });
    expect(read(events, mon("17:00"), target)).toMatchObject({ status: "running", elapsed: 1 });
  });
});

describe("the end of a pause that has lasted too long", () => {
  it("is what changes next", () => {
    const { nextChange } = fix.track([open, wait], { asOf: mon("12:00") });
    expect([nextChange?.kind, utc(nextChange?.at ?? null)]).toEqual(["pause-limit", mon("13:00")]);
  });

  it("is the same in every form", async () => {
    const events = [open, wait, at(tue("10:00"), "open"), at(tue("10:30"), "waiting")];
    const asOf = wed("10:00");
    const history = { ticket: "T", events };
    const [listed] = fix.trackMany([history], { asOf });
    const columns = fix.trackMany(historyColumns([history]), { asOf });
    const streamed = [];
    const log = events.map((event) => ({ ticket: "T", ...event }));
    for await (const result of fix.trackStream(log, { asOf })) streamed.push(result);
    expect(listed).toMatchObject({ dueAtMs: Date.parse(tue("11:00")) });
    expect(streamed).toEqual([listed]);
    expect(columns.dueAtMs[0]).toBe(Date.parse(tue("11:00")));
    const { segments, ...tracked } = fix.track(events, { asOf });
    const { segments: none, ...followed } = resumed(fix, events).read(asOf);
    expect(JSON.stringify(followed)).toBe(JSON.stringify(tracked));
  });

  it("comes by itself in a snapshot", () => {
    const reading = fix.track([open, wait], { asOf: mon("12:00") });
    const live = snapshot(reading, { until: wed("09:00") });
    const statuses = [mon("12:59:59"), mon("13:00"), tue("11:00"), tue("11:01")].map(
      (t) => readAt(live, Date.parse(t)).status,
    );
    expect(statuses).toEqual(["paused", "running", "running", "breached"]);
    // Half of eight hours are used two hours after 13:00.
    const warned = deskTarget({ ...terms, warnAt: [0.5] }).track([open, wait], {
      asOf: mon("12:00"),
    });
    expect(snapshot(warned, { until: wed("09:00") }).warnings).toEqual([
      { share: 0.5, atMs: Date.parse(mon("15:00")) },
    ]);
  });

  it("is shown in the working, and reads back from JSON", () => {
    const reading = fix.track([open, wait], { asOf: mon("15:00") });
    const text = explain(reading);
    expect(text).toContain("chosen: pauseLimit 2 h on office: what is paused beyond it counts");
    expect(text).toMatch(/11:00 +Mon 16 Nov 2026 13:00 +waiting +0 +2 h +paused: waiting/);
    expect(text).toMatch(/13:00 +Mon 16 Nov 2026 15:00 +waiting +2 h +4 h +counted/);
    const waiting = fix.track([open, wait], { asOf: mon("12:00") });
    const again = readingFromJSON(JSON.parse(JSON.stringify(waiting)));
    expect(again.nextChange?.kind).toBe("pause-limit");
  });
});

describe("a policy with a limit of pauses", () => {
  it("is refused unless the limit is an allowance", () => {
    const wrong = { ...terms, pauseLimit: { hours: 2 } };
    expect(() => deskTarget(wrong as unknown as typeof terms)).toThrow("targets.fix.pauseLimit");
  });
});
