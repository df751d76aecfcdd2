import { describe, expect, it } from "vitest";
import { closeBreach, noteBreach } from "../../../src/sla/clock/breaches";
import { type MutableNow, unstarted } from "../../../src/sla/clock/state";

const stands = { atMs: 10, severity: "1", takenBackAtMs: null };
/** A clock whose breach at 10 is recorded and stands. */
const breached = (more: Partial<MutableNow> = {}): MutableNow => ({
  ...unstarted(),
  breachedAtMs: 10,
  measuredAs: "1",
  breaches: [stands],
  isBreachOpen: true,
  ...more,
});
const recorded = ({ breaches, isBreachOpen }: MutableNow) => ({ breaches, isBreachOpen });

describe("the record of breaches", () => {
  it("begins with the first breach, by the severity in force", () => {
    const now = breached({ breaches: [], isBreachOpen: false });
    noteBreach(now, 20);
    expect(recorded(now)).toEqual({ breaches: [stands], isBreachOpen: true });
  });

  it("stays as it is without a breach, and while the same breach stands", () => {
    const none = unstarted();
    noteBreach(none, 20);
    expect(recorded(none)).toEqual({ breaches: [], isBreachOpen: false });
    const same = breached();
    noteBreach(same, 20);
    expect(recorded(same)).toEqual({ breaches: [stands], isBreachOpen: true });
  });

  it("says when a breach was taken back, or moved", () => {
    const back = breached({ breachedAtMs: null });
    noteBreach(back, 20);
    const closed = { ...stands, takenBackAtMs: 20 };
    expect(recorded(back)).toEqual({ breaches: [closed], isBreachOpen: false });
    const moved = breached({ breachedAtMs: 15, measuredAs: "2" });
    noteBreach(moved, 20);
    expect(recorded(moved)).toEqual({
      breaches: [closed, { atMs: 15, severity: "2", takenBackAtMs: null }],
      isBreachOpen: true,
    });
  });

  it("takes back only a breach that stands and is not kept", () => {
    for (const more of [{ keptBreachAtMs: 10 }, { isBreachOpen: false }]) {
      const now = breached(more);
      const before = recorded(now);
      closeBreach(now, 20);
      expect(recorded(now)).toEqual(before);
    }
    const none = breached({ breaches: [] });
    closeBreach(none, 20);
    expect(none.breaches).toEqual([]);
  });

  it("takes back the last breach alone", () => {
    const first = { atMs: 1, severity: null, takenBackAtMs: 2 };
    const now = breached({ breaches: [first, stands] });
    closeBreach(now, 20);
    expect(now.breaches).toEqual([first, { ...stands, takenBackAtMs: 20 }]);
  });

  it("has the last 20 at most", () => {
    const now = breached({ breaches: [], isBreachOpen: false });
    for (let atMs = 0; atMs < 25; atMs++) {
      now.isBreachOpen = false; // As after a restart.
      now.breachedAtMs = atMs;
      noteBreach(now, atMs);
    }
    expect(now.breaches.map(({ atMs }) => atMs)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 5),
    );
  });
});
