import { describe, expect, it } from "vitest";
import { timeBy } from "../../../src/index";
import { deskTarget, mon, thu, tue, wed } from "../../reference/desk";
import { refusal, untyped } from "../../reference/refusals";
import { waiting } from "./full-readings";

const group = (name: string | null, at: string) => ({ at, fields: { group: name } });
const open = { at: mon("09:00"), state: "open" };

describe("the time that each group had a ticket", () => {
  const target = deskTarget({ allowance: { hours: 8, calendar: "office" }, onReopen: "new-cycle" });

  it("is what was used while it had it, in the order in which it came to it", () => {
    const reading = target.track(
      [
        open,
        group("network", mon("10:00")),
        group("servers", mon("12:00")),
        { at: mon("13:00"), state: "waiting" },
        group("desk", mon("14:00")),
        group("network", mon("15:00")),
        { at: mon("16:00"), state: "open" },
        group(null, tue("10:00")),
      ],
      { asOf: tue("11:30") },
    );
    // Without a group 1 h and 1.5 h; the network 2 h, 1 h of Monday and 1 h of Tuesday. The desk had it while it
    // waited, which used nothing.
    const times = timeBy(reading, "group");
    expect(times.map(({ value, elapsedMs }) => [value, elapsedMs])).toEqual([
      [null, 2.5 * 3_600_000],
      ["network", 4 * 3_600_000],
      ["servers", 3_600_000],
    ]);
    expect(times.map(({ elapsed }) => elapsed.as("hours"))).toEqual([2.5, 4, 1]);
    expect([Object.isFrozen(times), Object.isFrozen(times[0])]).toEqual([true, true]);
  });

  it("is that of the present cycle", () => {
    const reading = target.track(
      [
        { ...open, fields: { group: "network" } },
        { at: mon("10:00"), state: "done" },
        { at: tue("09:00"), state: "open", fields: { group: "servers" } },
      ],
      { asOf: tue("09:30") },
    );
    expect(timeBy(reading, "group")).toMatchObject([{ value: "servers", elapsedMs: 1_800_000 }]);
    expect(timeBy(target.track([], { asOf: mon("09:00") }), "group")).toEqual([]);
  });

  it("is in days if the allowance is", () => {
    const days = deskTarget({ allowance: { workingDays: 5, calendar: "office" } });
    const reading = days.track(
      [{ ...open, fields: { group: "network" } }, group("servers", wed("12:00"))],
      { asOf: thu("12:00") },
    );
    // The ends of Tuesday and of Wednesday.
    expect(
      timeBy(reading, "group").map(({ value, elapsed, elapsedMs }) => [
        value,
        elapsed.toObject(),
        elapsedMs,
      ]),
    ).toEqual([
      ["network", { days: 1 }, null],
      ["servers", { days: 1 }, null],
    ]);
  });

  it("is nobody's if the ticket never had the field, whatever its name", () => {
    for (const name of ["team", "constructor", "toString"]) {
      expect(timeBy(waiting, name)).toMatchObject([{ value: null, elapsedMs: 4 * 3_600_000 }]);
    }
  });

  it("is that of a reading", () => {
    expect(refusal(untyped((given) => timeBy(given, "group"), {})).message).toMatch(
      /^timeBy takes a reading, /,
    );
  });
});
