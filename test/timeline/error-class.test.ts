import { afterEach, describe, expect, it, vi } from "vitest";
import {
  AllowanceError,
  alwaysOpen,
  CoreHoursError,
  CoverageError,
  DefinitionError,
  defineCalendar,
  type ErrorCode,
  HistoryError,
  InvalidInstantError,
} from "../../src";

function refusal(ask: () => unknown): unknown {
  try {
    ask();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was refused");
}

describe("an error as JSON", () => {
  it("has its name, code, message and data", () => {
    const error = refusal(() => alwaysOpen().isOpen("2026-11-20T16:30"));
    if (!(error instanceof CoreHoursError)) throw error;
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "InvalidInstantError",
      code: "instant-invalid",
      message: error.message,
      data: { given: '"2026-11-20T16:30"' },
    });
    expect(error.message).toContain("2026-11-20T16:30");
  });

  it("has every problem of a definition", () => {
    const error = refusal(() => defineCalendar({ timeZone: "UTC", hours: { monday: ["25:00"] } }));
    const { name, message, data } = JSON.parse(JSON.stringify(error));
    expect(name).toBe("DefinitionError");
    expect(message).toMatch(/^The calendar has 1 problem:/);
    expect(data.problems[0].path).toEqual(["hours", "monday", 0]);
  });
});

describe("an error of another copy of the library", () => {
  afterEach(() => vi.resetModules());

  const asks: readonly [string, (lib: typeof import("../../src")) => unknown, unknown][] = [
    ["InvalidInstantError", (lib) => lib.alwaysOpen().isOpen("soon"), InvalidInstantError],
    ["AllowanceError", (lib) => lib.alwaysOpen().add(0, "P1D"), AllowanceError],
    ["CoverageError", (lib) => lib.alwaysOpen().isOpen(8e15), CoverageError],
    ["DefinitionError", (lib) => lib.alwaysOpen("Mars/Base"), DefinitionError],
    [
      "HistoryError",
      (lib) =>
        lib
          .nhsmail()
          .targets.incidentResolution.track([{ at: 0, state: String("?") }], { asOf: 0 }),
      HistoryError,
    ],
  ];

  it.each(asks)("is an instance of its own class and no other: %s", async (name, ask, kind) => {
    vi.resetModules();
    const other = await import("../../src");
    expect(other.CoreHoursError).not.toBe(CoreHoursError);
    const error = refusal(() => ask(other));
    expect(error).toMatchObject({ name });
    expect(error instanceof CoreHoursError).toBe(true);
    const all = [AllowanceError, CoverageError, DefinitionError, HistoryError, InvalidInstantError];
    expect(all.filter((each) => error instanceof each)).toEqual([kind]);
  });
});

describe("a value that is not an error of the library", () => {
  class Ours extends AllowanceError {}

  it.each<[string, unknown]>([
    ["another error", new RangeError("x")],
    ["something of its name", { name: "CoreHoursError", code: "option-invalid" }],
    ["null", null],
    ["text", "CoreHoursError"],
  ])("is not an instance of it: %s", (_, value) => {
    expect(value instanceof CoreHoursError).toBe(false);
  });

  it("and a library error is not an instance of an application's subclass", () => {
    const code: ErrorCode = "amount-not-exact";
    expect(new AllowanceError(code, "x") instanceof Ours).toBe(false);
    expect(new Ours(code, "x") instanceof Ours).toBe(true);
    expect(new Ours(code, "x") instanceof AllowanceError).toBe(true);
    expect(new Ours(code, "x") instanceof CoverageError).toBe(false);
  });
});
