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
