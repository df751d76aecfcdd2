import { describe, expect, it } from "vitest";
import { CoreHoursError } from "../../src";
import * as services from "../../src/services";

/** What JavaScript may give where a policy, options or a list are expected. */
const GARBAGE: readonly unknown[] = [
  ...[undefined, null, 5, "x", true, {}, [], () => 1, { targets: 1 }, { targets: {} }],
  { targets: {}, calendars: {}, toJSON: 1 },
];

const FUNCTIONS = Object.entries(services).flatMap(([name, member]) =>
  typeof member === "function" && /^[a-z]/.test(name)
    ? [[name, member as (...given: readonly unknown[]) => unknown] as const]
    : [],
);

describe("garbage given to", () => {
  it("is tried on every function of the services", () => {
    expect(FUNCTIONS.map(([name]) => name)).toContain("nhsLoginProblemFixDue");
    expect(FUNCTIONS.length).toBeGreaterThan(7);
  });

  it.each(FUNCTIONS)("%s is answered, or refused by name", (_, call) => {
    for (const first of GARBAGE) {
      for (const second of GARBAGE) {
        for (const third of [undefined, null, {}, 5]) {
          try {
            call(first, second, third);
          } catch (error) {
            expect(error).toBeInstanceOf(CoreHoursError);
          }
        }
      }
    }
  });
});
