import { describe, expect, it } from "vitest";
import { defineSla, type PolicyDefinition } from "../../../src";

/** A desk in London with weekdays, bank holidays and a calendar that never closes. */
const desk = {
  id: "desk",
  calendars: {
    days: {
      timeZone: "Europe/London",
      hours: { weekdays: ["00:00-24:00"] },
      bankHolidays: "england-and-wales",
    },
    office: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } },
    always: { timeZone: "Europe/London", hours: { daily: ["00:00-24:00"] } },
  },
  targets: {
    fix: { allowance: { hours: 8, calendar: "office" }, runs: ["open"], stops: ["done"] },
  },
} as const satisfies PolicyDefinition;

describe("states that no target minds", () => {
  it("are known, and change nothing", () => {
    const { fix } = defineSla({ ...desk, states: ["replied"] }).targets;
    const start = { at: "2026-11-16T09:00:00Z", state: "open" };
    const asOf = "2026-11-16T11:00:00Z";
    const reply = { at: "2026-11-16T10:00:00Z", state: "replied" };
    expect(fix.track([start, reply], { asOf }).elapsed.as("hours")).toBe(2);
    expect(fix.states.has("replied")).toBe(true);
    expect(() => defineSla(desk).targets.fix.track([start, reply], { asOf })).toThrow(/"replied"/);
  });
});
