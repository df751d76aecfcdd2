import { describe, expect, it } from "vitest";
import { deskTarget, mon, utc } from "../../reference/desk";
import { scene } from "../../reference/histories";
import { holds, targetOf } from "../../reference/scenes";

const target = deskTarget({ allowance: { hours: 4, calendar: "office" }, warnAt: [0.5, 1] });
const open = { at: mon("09:00"), state: "open" };
const nextAt = (
  asOf: string,
  events: Parameters<typeof target.track>[0] = [open],
  atDue?: "breached",
) => {
  const { nextChange } = target.track(events, { asOf, atDue });
  return nextChange && [utc(nextChange.at), nextChange.kind, nextChange.share];
};

describe("the next change of a reading", () => {
  it("is its next warning, and then the breach, the instant after it is due", () => {
    expect(nextAt(mon("09:00"))).toEqual([mon("11:00"), "warning", 0.5]);
    expect(nextAt(mon("11:00"))).toEqual([mon("13:00"), "warning", 1]);
    expect(nextAt(mon("13:00"))).toEqual(["2026-11-16T13:00:00.001Z", "breach", null]);
    expect(nextAt("2026-11-16T13:00:00.001Z")).toBeNull();
  });

  it("is the breach as it is due, if that is a breach", () => {
    expect(nextAt(mon("12:59"), [open], "breached")).toEqual([mon("13:00"), "warning", 1]);
    const bare = deskTarget({ allowance: { hours: 4, calendar: "office" }, atDue: "breached" });
    expect(utc(bare.track([open], { asOf: mon("12:59") }).nextChange?.at ?? null)).toBe(
      mon("13:00"),
    );
  });

  it("is nothing for a ticket that has not started, is paused, stopped or cancelled", () => {
    const then = (state: string) => [open, { at: mon("10:00"), state }];
    expect(nextAt(mon("10:00"), [])).toBeNull();
    for (const state of ["waiting", "done", "void"])
      expect(nextAt(mon("10:30"), then(state))).toBeNull();
  });

  it("of a ticket that waits is the end of its pause, or the breach of an agreed date before it", () => {
    const limited = deskTarget({
      allowance: { hours: 4, calendar: "office" },
      warnAt: [0.5],
      pauseLimit: { hours: 2, calendar: "always" },
    });
    const waits = [open, { at: mon("10:00"), state: "waiting" }];
    const next = (events: typeof waits) =>
      limited.track(events as never, { asOf: mon("10:30") }).nextChange;
    expect(next(waits)).toEqual({
      at: expect.anything(),
      atMs: Date.parse(mon("12:00")),
      kind: "pause-limit",
      share: null,
    });
    const agreed = (time: string) => [...waits, { at: mon("10:15"), dueAt: mon(time) } as never];
    expect(next(agreed("11:00"))).toMatchObject({
      atMs: Date.parse(mon("11:00")) + 1,
      kind: "breach",
      share: null,
    });
    expect(next(agreed("13:00"))).toMatchObject({ kind: "pause-limit" });
    // Once it has breached, the end of the pause is ahead alone.
    expect(next(agreed("10:20"))).toMatchObject({ kind: "pause-limit" });
  });

  it("is what comes first, a warning before an escalation of the same instant", () => {
    const both = deskTarget({
      allowance: { hours: 4, calendar: "office" },
      warnAt: [0.5],
      escalations: [
        { id: "late", at: { share: 2 } },
        { id: "half", at: { share: 0.5 } },
        { id: "soon", at: { share: 0.25 } },
      ],
    });
    const next = (asOf: string) => {
      const { nextChange } = both.track([open], { asOf });
      return nextChange && [utc(nextChange.at), nextChange.kind, nextChange.id, nextChange.share];
    };
    expect(next(mon("09:00"))).toEqual([mon("10:00"), "escalation", "soon", 0.25]);
    expect(next(mon("10:00"))).toEqual([mon("11:00"), "warning", undefined, 0.5]);
    expect(next(mon("11:00"))).toEqual(["2026-11-16T13:00:00.001Z", "breach", undefined, null]);
    expect(next(mon("14:00"))).toEqual([mon("17:00"), "escalation", "late", 2]);
  });

  it("is nothing before the severity is known or a date is agreed", () => {
    for (const allowance of [{ "1": { hours: 4, calendar: "office" } }, "agreed"] as const) {
      const unknown = deskTarget({ allowance, warnAt: [0.5] }, { severities: ["1"] });
      expect(unknown.track([open], { asOf: mon("10:00") }).nextChange).toBeNull();
    }
  });

  it("is no escalation that the calendar cannot tell", () => {
    // The calendar covers no hundred years of working days.
    const far = deskTarget(
      {
        allowance: { hours: 4, calendar: "office" },
        escalations: [{ at: { after: { workingDays: 26_000 } } }],
      },
      {
        calendars: {
          office: {
            timeZone: "UTC",
            hours: { weekdays: ["09:00-17:00"] },
            bankHolidays: "scotland",
          },
        },
      },
    );
    const { nextChange } = far.track([open], { asOf: mon("09:00") });
    expect(nextChange).toMatchObject({ kind: "breach", atMs: Date.parse(mon("13:00")) + 1 });
    expect(far.track([open], { asOf: mon("14:00") }).nextChange).toBeNull();
  });

  it("is nothing once it is done in time or late, though not all was warned of", () => {
    const done = (time: string) => [open, { at: mon(time), state: "done" }];
    expect(nextAt(mon("16:00"), done("10:00"))).toBeNull();
    expect(nextAt(mon("16:00"), done("15:00"))).toBeNull();
  });

  it("is when a reading first says it, and not a millisecond before", () => {
    holds(scene, (scene) => {
      const target = targetOf(scene);
      const last = scene.events.map(({ at }) => Date.parse(at)).reduce((a, b) => Math.max(a, b), 0);
      for (const asOf of scene.asOf.filter((each) => Date.parse(each) >= last)) {
        const options = { ...scene.call, asOf };
        const { nextChange } = target.track(scene.events, options);
        if (!nextChange) continue;
        const says = (ms: number) => {
          const reading = target.track(scene.events, { ...options, asOf: ms });
          if (nextChange.kind === "breach") return reading.breached;
          if (nextChange.kind === "pause-limit") return !reading.paused;
          if (nextChange.kind === "escalation") {
            return reading.escalations.some(({ id, passed }) => id === nextChange.id && passed);
          }
          return reading.warnings.some(({ share, passed }) => share === nextChange.share && passed);
        };
        const atMs = nextChange.at.toMillis();
        expect([says(atMs - 1), says(atMs)], `${nextChange.kind} at ${atMs}`).toEqual([
          false,
          true,
        ]);
      }
    });
  });
});
