import { expect, it } from "vitest";
import { ownError } from "../../src/input/own-error";
import { CoreHoursError } from "../../src/timeline";

it("an error of the library comes back, and a fault is thrown on", () => {
  const own = new CoreHoursError("option-invalid", "7 is not a day.");
  expect(ownError(own)).toBe(own);
  for (const fault of [new TypeError("a fault"), "text", undefined]) {
    let thrown: unknown = "nothing";
    try {
      ownError(fault);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBe(fault);
  }
});
