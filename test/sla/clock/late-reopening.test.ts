import { describe, expect, it } from "vitest";
import { deskTarget, fri, hours, mon, thu, utc, wed } from "../../reference/desk";
import { refusal } from "../../reference/refusals";

/** Around the clock, 8 hours; a ticket may be re-opened for three days after it was done. */
const target = (terms: Partial<Parameters<typeof deskTarget>[0]> = {}) =>
  deskTarget({
    allowance: { hours: 8, calendar: "always" },
    reopenWithin: { hours: 72, calendar: "always" },
    ...terms,
  });
const open = { at: mon("09:00"), state: "open" };
const done = { at: mon("11:00"), state: "done" };
const again = (at: string) => ({ at, state: "open" });

describe("a re-opening within the time for it", () => {
  it("goes on as onReopen says, to the last instant", () => {
    const reading = target().track([open, done, again(thu("11:00"))], { asOf: thu("12:00") });
    expect([hours(reading.elapsed), reading.cycles.length, reading.irregularities]).toEqual([
      3,
      1,
      [],
    ]);
  });
});

describe("a re-opening after it", () => {
  const late = [open, done, again("2026-11-19T11:00:00.001Z")];

  it("begins a second cycle, and the first keeps its verdict, whatever onReopen says", () => {
    for (const onReopen of ["resume", "continue", "restart", "new-cycle"] as const) {
      const reading = target({ onReopen }).track(late, { asOf: fri("11:00") });
      expect(reading.cycles.map(({ status, startedAt }) => [status, utc(startedAt)])).toEqual([
        ["met", mon("09:00")],
        ["breached", "2026-11-19T11:00:00.001Z"],
      ]);
    }
  });

  it("or changes nothing, if the policy ignores it", () => {
    const reading = target({ onLateReopen: "ignore" }).track(late, { asOf: fri("11:00") });
    expect([
      reading.status,
      utc(reading.stoppedAt),
      hours(reading.elapsed),
      reading.reopenings,
    ]).toEqual(["met", mon("11:00"), 2, 0]);
  });

  it("or goes on as after any re-opening, if the policy only reports it", () => {
    // 2 h were used by Monday 11:00, and 24 h more by Friday 11:00 (and a millisecond less).
    const reading = target({ onLateReopen: "go-on" }).track(late, { asOf: fri("11:00") });
    expect([reading.cycles.length, reading.reopenings, reading.elapsed.toMillis()]).toEqual([
      1,
      1,
      26 * 3_600_000 - 1,
    ]);
    const restarted = target({ onLateReopen: "go-on", onReopen: "restart" });
    expect(restarted.track(late, { asOf: thu("12:00") }).elapsed.toMillis()).toBe(3_600_000 - 1);
  });

  it("is an irregularity either way", () => {
    for (const onLateReopen of ["new-cycle", "ignore", "go-on"] as const) {
      const { irregularities } = target({ onLateReopen }).track(late, { asOf: fri("11:00") });
      expect(irregularities.map(({ kind, at, says }) => [kind, utc(at), says])).toEqual([
        [
          "reopened-late",
          "2026-11-19T11:00:00.001Z",
          '"open" re-opened the ticket after the time allowed for re-opening',
        ],
      ]);
    }
  });

  it("is found by working days too, and from a saved clock", () => {
    const days = target({ reopenWithin: { workingDays: 2, calendar: "office" } });
    const clock = days.follow();
    clock.take(open);
    clock.take(done);
    const goOn = (at: string) => {
      const next = days.follow({ from: JSON.parse(JSON.stringify(clock.save())) });
      next.take(again(at));
      return next.read(fri("12:00")).cycles.length;
    };
    // To the end of Wednesday.
    expect([goOn(wed("23:00")), goOn(thu("00:00")), goOn("2026-11-19T00:00:00.001Z")]).toEqual([
      1, 1, 2,
    ]);
  });

  it("has its calendar checked", () => {
    const wrong = () => target({ reopenWithin: { hours: 72, calendar: "nowhere" } });
    expect(refusal(wrong).message).toContain('targets.fix.reopenWithin.calendar: "nowhere" given');
  });
});
