import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defineCalendar, defineSla } from "../../src";
import { OMISSIONS, SCHEMAS } from "../../tools/schemas/documents";
import { formatted } from "../../tools/schemas/json";
import { readJson, readText, validator } from "./schemas";

const ROOT = join(import.meta.dirname, "../..");
const inFolder = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".json") && !name.endsWith(".columns.json"))
    .map((name) => `${folder}/${name}`);

const calendars = inFolder("calendars/hours");
const policies = [...inFolder("calendars/policies"), ...inFolder("examples/policies")];

describe("the shipped schemas", () => {
  it.each(Object.entries(SCHEMAS))("%s is what `npm run schemas` writes", (name, schema) => {
    expect(readText(`schemas/${name}`)).toBe(`${formatted(schema)}\n`);
  });

  it("are complete", () => {
    expect(readdirSync(join(ROOT, "schemas")).toSorted()).toEqual(Object.keys(SCHEMAS).toSorted());
  });

  it("describe every property, and only existing ones", () => {
    expect(OMISSIONS).toEqual({ unplaced: [], bare: [] });
  });
});

describe("the schema of calendars", () => {
  const problems = validator("calendar");

  it.each(calendars)("takes %s", (path) => {
    expect(problems(readJson(path))).toEqual([]);
  });

  it("takes every form that a definition can have", () => {
    const hours = { timeZone: "Europe/London", hours: { daily: ["22:00-07:00"] } };
    const forms = [
      { ...hours, source: "the wall", bankHolidays: "jersey" },
      { ...hours, source: { page: "1" }, bankHolidays: ["2028-02-29"], exceptions: {} },
      { ...hours, bankHolidays: [{ date: "2026-12-25" }, { date: "2026-12-26", title: "Box" }] },
      { ...hours, exceptions: { "2026-12-24": [], "2026-12-31": { hours: ["00:00-24:00"] } } },
      { $schema: "a", id: "b", title: "c", union: [hours, { except: [hours, hours] }] },
    ];
    for (const form of forms) expect(problems(form)).toEqual([]);
  });
});

describe("the schema of policies", () => {
  const problems = validator("policy");

  it.each(policies)("takes %s", (path) => {
    expect(problems(readJson(path))).toEqual([]);
  });

  it("asks a target without an allowance why it has none", () => {
    const target = (rest: object) => ({
      id: "desk",
      targets: { fix: { allowance: {}, runs: ["a"], stops: ["b"], ...rest } },
    });
    expect(problems(target({ unstated: "The supplier has it" }))).toEqual([]);
    expect(problems(target({}))).toContain(
      "/targets/fix/allowance must NOT have fewer than 1 properties",
    );
  });
});

describe("a definition's own $schema", () => {
  const calendar = { timeZone: "UTC", hours: { daily: ["09:00-17:00"] } };
  const target = { allowance: { hours: 1, calendar: "core" }, runs: ["a"], stops: ["b"] };
  const policy = { id: "desk", calendars: { core: calendar }, targets: { fix: target } };

  it("leads from every shipped file to its schema", () => {
    for (const path of [...calendars, ...policies]) {
      const kind = calendars.includes(path) ? "calendar" : "policy";
      expect(readJson(path), path).toHaveProperty("$schema", `../../schemas/${kind}.schema.json`);
    }
  });

  it("is kept, and changes nothing", () => {
    const named = { $schema: "./calendar.schema.json", ...calendar };
    expect(defineCalendar(named).toJSON()).toEqual(named);
    expect(defineCalendar(named).hoursOn("2026-11-20")).toEqual(["09:00-17:00"]);
    const whole = { $schema: "./policy.schema.json", ...policy };
    expect(defineSla(whole).toJSON()).toEqual(whole);
  });

  it("is text", () => {
    expect(() => defineCalendar(JSON.parse('{"$schema":1,"timeZone":"UTC","hours":{}}'))).toThrow(
      "$schema",
    );
  });
});
