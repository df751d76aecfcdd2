import { describe, expect, it } from "vitest";
import { CoreHoursError } from "../../src";
import { checkKeys } from "../../src/input/options";

const refusal = (given: object, known: readonly string[]) => {
  try {
    checkKeys(given, known, "addWorkingDays");
  } catch (error) {
    if (error instanceof CoreHoursError) return error;
    throw error;
  }
  throw new Error("it was taken");
};

describe("an unknown option", () => {
  it("is named, with the one that was meant", () => {
    const error = refusal({ due: "close", cutof: "12:00" }, ["due", "cutoff"]);
    expect(error.message).toBe(
      '"cutof" is not an option of addWorkingDays; did you mean "cutoff"?',
    );
    expect(error.code).toBe("option-unknown");
    expect(error.data).toEqual({ option: "cutof", known: ["due", "cutoff"], meant: "cutoff" });
  });

  it("is named with all known options if none is similar", () => {
    expect(refusal({ allowance: 1 }, ["due", "cutoff"]).message).toBe(
      '"allowance" is not an option of addWorkingDays; the known names are due, cutoff',
    );
  });

  it("is ignored if it is undefined", () => {
    expect(() => checkKeys({ cutof: undefined }, ["cutoff"], "add")).not.toThrow();
    expect(() => checkKeys(undefined, ["cutoff"], "add")).not.toThrow();
    expect(() => checkKeys({ cutoff: null }, ["cutoff"], "add")).not.toThrow();
  });
});
