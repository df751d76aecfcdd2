import { describe, expect, it } from "vitest";
import { CoreHoursError, defineSla, eligibility } from "../../../../src";
import { londonDesk } from "../../../reference/london-desk";

describe("eligibility", () => {
  const definition = {
    title: "Escalation",
    clause: "X-1",
    parameters: { close: 0.75 },
    anyOf: [
      { id: "breached", title: "It is breached", all: [{ breached: true }] },
      { id: "close", title: "It is close", clause: "X-2", all: [{ usedAtLeast: "close" }] },
      {
        id: "grave",
        title: "It is grave and known",
        all: [{ severityIn: ["1", "2"] }, { fact: "toldSupplier" }],
      },
      { id: "again", title: "It came back", all: [{ reopened: true }, { usedAtLeast: 1 }] },
    ],
  } as const;
  const { fix } = defineSla(londonDesk).targets;
  const start = { at: "2026-11-16T09:00:00Z", state: "open" };
  const at = (asOf: string) => fix.track([start], { asOf });
  const facts = { toldSupplier: false };

  it("says which grounds hold, with their clauses", () => {
    // 6 of 8 hours are 75 % exactly.
    const verdict = eligibility("esc", definition, {
      reading: at("2026-11-16T15:00:00Z"),
      severity: "3",
      facts,
    });
    expect(verdict).toMatchObject({
      eligible: true,
      title: "Escalation",
      reasons: ["It is close (X-2)"],
    });
    expect(verdict.grounds.map(({ id, met, clause }) => [id, met, clause])).toEqual([
      ["breached", false, "X-1"],
      ["close", true, "X-2"],
      ["grave", false, "X-1"],
      ["again", false, "X-1"],
    ]);
  });

  it("says what every ground lacks if none holds", () => {
    const verdict = eligibility("esc", definition, {
      reading: at("2026-11-16T14:59:59.999Z"),
      severity: "1",
      facts,
    });
    expect(verdict.eligible).toBe(false);
    expect(verdict.reasons).toEqual([
      "It is breached (X-1): no, it is not breached",
      "It is close (X-2): no, 75.0 % is used of the 75.0 % it takes",
      "It is grave and known (X-1): no, toldSupplier is not so",
      "It came back (X-1): no, it has not been re-opened; 75.0 % is used of the 100.0 % it takes",
    ]);
  });

  it("takes other numbers for its parameters", () => {
    const input = { reading: at("2026-11-16T13:00:00Z"), severity: "3", facts };
    expect(eligibility("esc", definition, input).eligible).toBe(false);
    expect(eligibility("esc", definition, { ...input, parameters: { close: 0.5 } }).eligible).toBe(
      true,
    );
  });

  it("knows a ticket that has been re-opened", () => {
    const reading = fix.track(
      [
        start,
        { at: "2026-11-16T10:00:00Z", state: "done" },
        { at: "2026-11-17T09:00:00Z", state: "open" },
      ],
      { asOf: "2026-11-17T16:00:00Z" }, // 1 h and 7 h: the allowance, to the millisecond.
    );
    const verdict = eligibility("esc", definition, { reading, severity: "3", facts });
    expect(verdict.grounds.find(({ id }) => id === "again")?.met).toBe(true);
    expect(verdict.grounds.find(({ id }) => id === "breached")?.met).toBe(false);
  });

  it("may ask for the status", () => {
    const ask = {
      anyOf: [{ id: "open", title: "It is open", all: [{ statusIn: ["running"] }] }],
    } as const;
    const asOf = "2026-11-16T15:00:00Z";
    expect(eligibility("esc", ask, { reading: at(asOf) }).eligible).toBe(true);
    const done = fix.track([start, { at: "2026-11-16T10:00:00Z", state: "done" }], { asOf });
    expect(eligibility("esc", ask, { reading: done }).reasons).toEqual([
      "It is open: no, its status is met",
    ]);
  });

  it("refuses to judge if the verdict depends on what it is not given", () => {
    const reading = at("2026-11-16T10:00:00Z");
    for (const [input, what] of [
      [{ severity: "1", facts }, /reading/],
      [{ reading, facts: { toldSupplier: true } }, /severity/],
      [{ reading, severity: "1" }, /toldSupplier/],
    ] as const) {
      expect(() => eligibility("esc", definition, input)).toThrow(what);
      expect(() => eligibility("esc", definition, input)).toThrow(CoreHoursError);
    }
  });

  it("judges without what the verdict does not depend on", () => {
    const close = { reading: at("2026-11-16T16:00:00Z") };
    expect(eligibility("esc", definition, close).eligible).toBe(true);
    const grave = { severity: "1", facts: { toldSupplier: true } };
    expect(eligibility("esc", definition, grave).reasons).toEqual(["It is grave and known (X-1)"]);
  });
});

describe("facts that are misspelt", () => {
  const definition = {
    anyOf: [{ id: "told", title: "T", all: [{ fact: "toldSupplier", assumed: false }] }],
  } as const;

  it("are refused, since they would be ignored, and facts of other questions are not", () => {
    const judge = (facts: Record<string, boolean>) => eligibility("esc", definition, { facts });
    expect(() => judge({ toldSuplier: true })).toThrow(/"toldSuplier" is not a fact.*toldSupplier/);
    expect(judge({ toldSupplier: true, weather: true }).eligible).toBe(true);
  });
});
