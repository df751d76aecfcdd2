import { afterEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { defineCalendar, defineSla, type PolicyDefinition, parseBankHolidays } from "../../src";
import { problemsIn } from "../../src/input/problems";
import { looseObject, strictObject } from "../../src/input/schema";

const before = { ...z.config() };
afterEach(() => {
  z.config({ customError: undefined, localeError: before.localeError, jitless: undefined });
});

/** Messages of many kinds: keys, types, words, numbers, lists, unions, records. */
function messages(): readonly string[] {
  const tries: readonly (() => unknown)[] = [
    () => defineCalendar({ timeZone: 5, hours: { monday: "x", tuesday: [5] }, id: "" } as never),
    () => defineCalendar({ timeZone: "UTC", hours: {}, source: 5, title: 7, nope: 1 } as never),
    () => defineCalendar({ timeZone: "UTC", hours: {}, exceptions: { "2026-02-30": 5 } } as never),
    () => defineCalendar({ timeZone: "UTC", hours: {}, bankHolidays: { events: [{}] } } as never),
    () => defineCalendar({ union: 5 } as never),
    () => parseBankHolidays({ scotland: { division: 5, events: [] } }, "scotland"),
    () => defineSla({ id: 5, targets: { a: { runs: 5, warnAt: [-1] } } } as never),
    () => defineSla({ id: "a", availability: { a: { percent: 101, test: "x" } } } as never),
  ];
  return tries.map((attempt) => {
    try {
      attempt();
      return "nothing was wrong";
    } catch (error) {
      return String(error);
    }
  });
}

describe("what an application sets in zod's global configuration", () => {
  const ours = messages();

  it("is not what these messages come from", () => {
    expect(ours.join("\n")).not.toMatch(/Invalid|nothing was wrong/);
  });

  it.each<[string, Parameters<typeof z.config>[0]]>([
    ["another language", z.locales.fr()],
    ["its own errors", { customError: () => "the application's" }],
    [
      "errors that throw",
      {
        customError: () => {
          throw new Error("the application's");
        },
      },
    ],
    ["no code at run time", { jitless: true }],
  ])("changes no message: %s", (_, config) => {
    z.config(config);
    expect(messages()).toEqual(ours);
  });

  it("is left as it was", () => {
    const customError = () => "the application's";
    z.config({ customError, jitless: false });
    messages();
    expect(z.config()).toMatchObject({ customError, jitless: false });
  });
});

describe("a schema of the library", () => {
  it("never asks whether code may be written at run time, which a strict CSP would report", async () => {
    // A fresh zod, which has not asked yet and would remember the answer.
    vi.resetModules();
    let asked = 0;
    const original = globalThis.Function;
    globalThis.Function = new Proxy(original, {
      construct: (target, args) => {
        asked++;
        return Reflect.construct(target, args);
      },
    });
    try {
      const fresh = await import("../../src");
      fresh.defineCalendar({ timeZone: "UTC", hours: { daily: ["09:00-17:00"] } });
      fresh.parseBankHolidays(
        { x: { division: "x", events: [{ title: "a", date: "2026-01-01" }] } },
        "x",
      );
      const policy: PolicyDefinition = {
        id: "desk",
        calendars: { core: { timeZone: "UTC", hours: { daily: ["09:00-17:00"] } } },
        targets: {
          fix: { allowance: { hours: 4, calendar: "core" }, runs: ["new"], stops: ["done"] },
        },
      };
      fresh.defineSla(policy);
      fresh.nhsmail();
      expect(asked).toBe(0);
      // That the count sees zod ask.
      (await import("zod")).object({});
      expect(asked).toBe(1);
    } finally {
      globalThis.Function = original;
    }
  });

  it("reads an object, and refuses what it does not know unless it is loose", () => {
    expect(problemsIn(strictObject({ a: z.number() }), { a: 1 })).toEqual([]);
    expect(problemsIn(looseObject({ a: z.number() }), { a: 1, b: 2 })).toEqual([]);
    expect(problemsIn(strictObject({}), 5)).toEqual([
      { path: [], message: "5 given; expected an object" },
    ]);
  });

  it("still has its shape, and names its keys, when it has been refined", () => {
    const refined = strictObject({ first: z.number() }).refine(() => true);
    expect(Object.keys(refined.shape)).toEqual(["first"]);
    expect(problemsIn(refined, { first: 1, frist: 1 })).toEqual([
      { path: ["frist"], message: 'unknown key; did you mean "first"?' },
    ]);
  });
});
