import { describe, expect, it } from "vitest";
import { defineSla } from "../../../src";
import { londonDesk } from "../../reference/london-desk";

describe("states that no target minds", () => {
  it("are known, and change nothing", () => {
    const { fix } = defineSla({ ...londonDesk, states: ["replied"] }).targets;
    const start = { at: "2026-11-16T09:00:00Z", state: "open" };
    const asOf = "2026-11-16T11:00:00Z";
    const reply = { at: "2026-11-16T10:00:00Z", state: "replied" };
    expect(fix.track([start, reply], { asOf }).elapsed.as("hours")).toBe(2);
    expect(fix.states.has("replied")).toBe(true);
    expect(() => defineSla(londonDesk).targets.fix.track([start, reply], { asOf })).toThrow(
      /"replied"/,
    );
  });
});
