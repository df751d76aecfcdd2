import { describe, expect, it } from "vitest";
import {
  DefinitionError,
  defineSla,
  type PatientAccessOptions,
  patientAccess,
} from "../../src/index";
import quotations from "../data/clauses.json";
import { desk } from "./gpsoc-desk";

describe.each([
  ["GP-", 14, desk(), ["GP-06"], "15/06/2009"],
  ["PA-", 8, patientAccess(), [], "undated"],
] as const)("the register of %s", (prefix, count, sla, idle, dated) => {
  const clauses = Object.values(sla.clauses);

  it("has every clause, word for word", () => {
    const expected = quotations.filter(({ id }) => id.startsWith(prefix));
    expect(expected).toHaveLength(count);
    expect(clauses.map(({ id, quotes }) => ({ id, quotes }))).toEqual(expected);
  });

  it("gives each clause its document and a reading, or why it is not acted on", () => {
    expect(clauses).toHaveLength(count);
    for (const { document } of clauses) expect(document).toContain(dated);
    expect(clauses.filter((each) => each.reading === null).map(({ id }) => id)).toEqual(idle);
    expect(clauses.filter((each) => each.notActedOn !== null).map(({ id }) => id)).toEqual(idle);
  });

  it("every value of every option makes a policy, which its JSON makes again", () => {
    for (const [option, { values }] of Object.entries(sla.toJSON().options ?? {})) {
      for (const value of Object.keys(values)) {
        // What was used cannot be carried from the hours of severities 1 and 2 to the days of 3.
        if (value === "carry-elapsed") continue;
        const chosen = defineSla(sla.toJSON(), { choose: { [option]: value } });
        const again = defineSla(chosen.toJSON());
        expect(again.chosen).toEqual({ ...sla.chosen, [option]: value });
        expect(again.clauses).toEqual(chosen.clauses);
      }
    }
  });
});

describe("the options of Patient Access", () => {
  it("each has a documented default", () => {
    const defaults = {
      division: "england-and-wales",
      investigation: "calendar",
      investigationEnd: "looked-into",
      followUp: "calendar",
      outerLimit: "complaint",
      formalCap: "none",
      lastDay: "end-of-day",
      ombudsman: "final-answer",
    } satisfies PatientAccessOptions;
    expect(patientAccess().chosen).toEqual(defaults);
    expect(patientAccess(defaults).chosen).toEqual(defaults);
  });

  it("refuses an unknown option or value by name", () => {
    // As a program without types may give them.
    const wrongValue = { followUp: "never" } as unknown as PatientAccessOptions;
    const wrongName = { followup: "working" } as unknown as PatientAccessOptions;
    expect(() => patientAccess(wrongValue)).toThrow(DefinitionError);
    expect(() => patientAccess(wrongValue)).toThrow(/followUp.*"never".*roll-forward/);
    expect(() => patientAccess(wrongName)).toThrow(DefinitionError);
    expect(() => patientAccess(wrongName)).toThrow(/followup.*unknown option.*followUp/);
  });
});
