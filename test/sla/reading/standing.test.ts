import { describe, expect, it } from "vitest";
import { deskTarget, hours, mon, thu, tue, utc, wed } from "../../reference/desk";

type Target = ReturnType<typeof deskTarget>;
type Events = Parameters<Target["track"]>[0];

const open = { at: mon("09:00"), state: "open" };
const then = (state: string, at: string) => ({ at, state });

/** 4 hours of Monday to Friday, 09:00 to 17:00. */
const target = deskTarget({ allowance: { hours: 4, calendar: "office" } });
const standing = (events: Events, asOf: string, of: Target = target) => {
  const { countedFrom, pushedDueAt } = of.track(events, { asOf });
  return [utc(countedFrom), utc(pushedDueAt)];
};
const pause = (events: Events, asOf: string, of: Target = target) => {
  const found = of.track(events, { asOf }).pause;
  return (
    found && [
      utc(found.since),
      utc(found.dueAt),
      hours(found.pausedFor),
      hours(found.wallPausedFor),
    ]
  );
};

describe("the due instant that pauses push on", () => {
  const waits = [open, then("waiting", mon("10:00"))];
  const goesOn = [...waits, then("open", mon("12:00"))];

  it("is the start, the allowance and all that was paused before the present pause", () => {
    expect(standing([open], mon("10:00"))).toEqual([mon("09:00"), mon("13:00")]);
    expect(standing(waits, mon("11:00"))).toEqual([mon("09:00"), mon("13:00")]);
    // Two hours were paused: 6 h after the start.
    expect(standing(goesOn, mon("12:00"))).toEqual([mon("09:00"), mon("15:00")]);
    const again = [...goesOn, then("waiting", mon("13:00"))];
    expect(standing(again, mon("16:00"))).toEqual([mon("09:00"), mon("15:00")]);
  });

  it("stands as it stood at the stop", () => {
    const done = [...goesOn, then("done", mon("13:00"))];
    expect(standing(done, thu("09:00"))).toEqual([mon("09:00"), mon("15:00")]);
  });

  it("counts from the last restart", () => {
    const anew = deskTarget({ allowance: { hours: 4, calendar: "office" }, onReopen: "restart" });
    const events = [...goesOn, then("done", mon("13:00")), then("open", tue("10:00"))];
    expect(standing(events, tue("10:00"), anew)).toEqual([tue("10:00"), tue("14:00")]);
  });

  it("is the agreed date, or whichever of both the target says", () => {
    const agreed = [...goesOn, { at: mon("12:00"), dueAt: wed("12:00") }];
    const by = (agreedDates: "replaces" | "earlier" | "later" | "ignore") => {
      const allowance = { hours: 4, calendar: "office" };
      return standing(agreed, mon("12:00"), deskTarget({ allowance, agreedDates }))[1];
    };
    expect([by("replaces"), by("earlier"), by("later"), by("ignore")]).toEqual([
      wed("12:00"),
      mon("15:00"),
      wed("12:00"),
      mon("15:00"),
    ]);
  });

  it("is not known before the start, without an allowance, or beyond the calendar", () => {
    expect(standing([], mon("10:00"))).toEqual([null, null]);
    const graded = deskTarget(
      { allowance: { "1": { hours: 4, calendar: "office" }, "4": null } },
      { severities: ["1", "4"] },
    );
    expect(standing([open], mon("10:00"), graded)).toEqual([null, null]);
    expect(standing([{ ...open, severity: "4" }], mon("10:00"), graded)).toEqual([null, null]);
    expect(standing([{ ...open, severity: "1" }], mon("10:00"), graded)).toEqual([
      mon("09:00"),
      mon("13:00"),
    ]);
    // A severity that comes after the stop gives it one.
    const late = [open, then("done", mon("10:00")), { at: mon("11:00"), severity: "1" }];
    expect(standing(late, mon("12:00"), graded)).toEqual([mon("09:00"), mon("13:00")]);
  });
});

describe("the pause that a ticket is in", () => {
  const waits = [open, then("waiting", mon("10:00"))];

  it("says since when, when it was due, and what was paused before", () => {
    expect(pause([open], mon("10:00"))).toBeNull();
    // 3 h of 4 are left at 10:00, or at whatever time it is read.
    expect(pause(waits, mon("10:00"))).toEqual([mon("10:00"), mon("13:00"), 0, 0]);
    expect(pause(waits, thu("10:00"))).toEqual([mon("10:00"), mon("13:00"), 0, 0]);
    // Waits from 16:00 to 10:00: two hours of the office, 18 by the wall. It goes on for an hour: at 11:00, 2 h
    // are left of 4.
    const again = [
      { at: mon("15:00"), state: "open" },
      then("waiting", mon("16:00")),
      then("open", tue("10:00")),
      then("waiting", tue("11:00")),
    ];
    expect(pause(again, wed("12:00"))).toEqual([tue("11:00"), tue("13:00"), 2, 18]);
  });

  it("was due when it breached, if it had", () => {
    const late = [open, then("waiting", mon("15:00"))];
    expect(pause(late, mon("16:00"))).toEqual([mon("15:00"), mon("13:00"), 0, 0]);
  });

  it("is over once it goes on, is done or cancelled", () => {
    for (const state of ["open", "done", "void"]) {
      expect(pause([...waits, then(state, mon("11:00"))], mon("12:00"))).toBeNull();
    }
  });

  it("was due at the agreed date, whatever is left of the allowance", () => {
    const agreed = [...waits, { at: mon("11:00"), dueAt: wed("12:00") }];
    expect(pause(agreed, mon("12:00"))).toEqual([mon("10:00"), wed("12:00"), 0, 0]);
  });

  describe("of a ticket whose allowance is not known", () => {
    const graded = deskTarget(
      { allowance: { "1": { hours: 4, calendar: "office" }, "4": null } },
      { severities: ["1", "4"] },
    );
    const twice = [
      open,
      then("waiting", mon("15:00")),
      then("open", tue("10:00")),
      then("waiting", tue("11:00")),
    ];

    it("is counted by the first allowance", () => {
      // From Monday 15:00 to Tuesday 10:00: 3 h of the office, 19 by the wall. Since then, an hour more.
      expect(pause(twice, tue("12:00"), graded)).toEqual([tue("11:00"), null, 3, 19]);
    });

    it("was due at an agreed date, if there is one", () => {
      const agreed = [...twice, { at: tue("11:30"), dueAt: wed("12:00") }];
      expect(pause(agreed, tue("12:00"), graded)).toEqual([tue("11:00"), wed("12:00"), 3, 19]);
    });

    it("has no part in the working time if nothing is promised", () => {
      const nothing = [{ ...open, severity: "4" }, ...twice.slice(1)];
      expect(pause(nothing, tue("12:00"), graded)).toEqual([tue("11:00"), null, 0, 19]);
      const unpromised = deskTarget({ allowance: { "4": null } }, { severities: ["4"] });
      expect(pause(twice, tue("12:00"), unpromised)).toEqual([tue("11:00"), null, 0, 19]);
    });

    it("is over with the stop", () => {
      expect(pause([...twice, then("done", tue("12:00"))], wed("12:00"), graded)).toBeNull();
    });
  });
});
