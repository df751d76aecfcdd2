import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defineSla, type PolicyDefinition, SERVICES, type Service } from "../../src";

/**
 * The policies that come with the library are not checked when they are asked for, since a check would
 * slow the start of every process. They are checked here, with every value of every option.
 */

const POLICIES = join(import.meta.dirname, "../../calendars/policies");

/** A service's policy as its JSON file gives it. */
const policyOf = ({ id }: Service): PolicyDefinition =>
  JSON.parse(readFileSync(join(POLICIES, `${id}.json`), "utf8"));

const READINGS = SERVICES.flatMap((service) => {
  const options = Object.entries(policyOf(service).options ?? {});
  const readings = options.flatMap(([option, { values }]) =>
    Object.keys(values).map((value) => ({ [option]: value })),
  );
  return [{}, ...readings].map((choose) => ({ id: service.id, service, choose }));
});

describe("a policy that comes with the library", () => {
  it("lies in the file that its service's id names", () => {
    expect(SERVICES.map((service) => policyOf(service).id)).toEqual(SERVICES.map(({ id }) => id));
  });

  it.each(READINGS)("$id, read with $choose, passes every check", ({ service, choose }) => {
    const checked = defineSla(policyOf(service), { choose });
    const shipped = service.define(choose);
    expect(shipped.toJSON()).toEqual(checked.toJSON());
    expect(Object.keys(shipped.targets)).toEqual(Object.keys(checked.targets));
    expect(shipped.chosen).toEqual(checked.chosen);
  });

  it.each(SERVICES)("$id cannot be changed by its caller", ({ define, example }) => {
    const before = JSON.stringify(define(example));
    const given = define(example).toJSON() as { title: string; targets: Record<string, object> };
    expect(() => Object.assign(Object.values(given.targets)[0] ?? {}, { title: "x" })).toThrow();
    expect(() =>
      Object.assign(Object.values(define(example).targets)[0]?.definition ?? {}, { tie: 1 }),
    ).toThrow();
    expect(JSON.stringify(define(example))).toBe(before);
    expect(define(example).toJSON()).toEqual(JSON.parse(before));
  });

  it.each(SERVICES)("$id refuses an unknown option", ({ define, example }) => {
    expect(() => define({ ...example, weather: "fair" })).toThrow(/unknown option/);
  });

  it.each(SERVICES)(
    "$id works without options, except for the targets that need one of its parties' options",
    ({ define, needs, example }) => {
      expect(Object.keys(example)).toEqual(expect.arrayContaining([...needs]));
      const answers = (options: object | undefined) =>
        Object.values(define(options).targets).filter((target) => {
          try {
            const [first] = target.promises;
            // An agreed date is due as somebody agrees it, and needs no option.
            if (first?.allowance === "agreed") return true;
            return target.due("2026-11-20T10:00Z", { severity: first?.severity ?? undefined });
          } catch {
            return false;
          }
        }).length;
      const all = Object.keys(define(example).targets).length;
      expect(answers(example)).toBe(all);
      expect(answers(undefined)).toBe(all - needs.length);
    },
  );
});
