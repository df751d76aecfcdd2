import { describe, expect, it } from "vitest";
import { deskTarget, mon, thu, utc, wed } from "../../reference/desk";

describe("days that pauses push on", () => {
  it("are not due before the change of severity that makes them due", () => {
    const target = deskTarget(
      {
        allowance: {
          "1": { workingDays: 1, calendar: "office" },
          "2": { workingDays: 5, calendar: "office" },
        },
        dayPauses: "push",
      },
      { severities: ["1", "2"] },
    );
    // By severity 1 it would have been due at the midnight that ends Tuesday; it has that from Wednesday at 10:00.
    const events = [
      { at: mon("10:00"), state: "open", severity: "2" },
      { at: wed("10:00"), severity: "1" },
    ];
    const reading = target.track(events, { asOf: thu("10:00") });
    expect([reading.status, utc(reading.breachedAt)]).toEqual(["breached", wed("10:00")]);
  });
});
