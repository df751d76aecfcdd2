import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { defineCalendar, defineSla, parseBankHolidays } from "../../src";
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

  it("does not change these messages", () => {
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
  it("never tries to generate code, which a strict CSP would report", () => {
    // In a process of its own, since zod asks once and remembers the answer.
    const program = `
      let asked = 0;
      globalThis.Function = new Proxy(Function, {
        construct: (target, args) => (asked++, Reflect.construct(target, args)),
      });
      const { defineCalendar, defineSla, nhsmail, parseBankHolidays } = await import("./src/index.ts");
      defineCalendar({ timeZone: "UTC", hours: { daily: ["09:00-17:00"] } });
      const event = { title: "a", date: "2026-01-01" };
      parseBankHolidays({ scotland: { division: "scotland", events: [event] } }, "scotland");
      const target = { allowance: { hours: 4, calendar: "core" }, runs: ["new"], stops: ["done"] };
      const core = { timeZone: "UTC", hours: { daily: ["09:00-17:00"] } };
      defineSla({ id: "desk", calendars: { core }, targets: { fix: target } });
      nhsmail();
      const byLibrary = asked;
      // The count must notice when zod asks.
      (await import("zod")).object({});
      console.log(byLibrary, asked);
    `;
    const args = ["--import", "tsx", "--input-type=module", "--eval", program];
    const root = join(import.meta.dirname, "../..");
    const printed = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    expect(printed.trim()).toBe("0 1");
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
