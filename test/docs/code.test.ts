import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as coreHours from "../../src";
import { defineCalendar, defineSla } from "../../src";
import * as interchange from "../../src/interchange";
import * as live from "../../src/live";
import * as nhs from "../../src/services";
import { mappingSchema } from "../../src/tickets/log/mapping";
import * as timeline from "../../src/timeline";
import { blocksOf, PAGES, textOf } from "../../tools/pages/page";
import { codeBlocks, entryNames, run, shownValues, typeErrors } from "./code-blocks";

const require = createRequire(import.meta.url);
const modules: Readonly<Record<string, unknown>> = {
  "core-hours": coreHours,
  "core-hours/nhs": nhs,
  "core-hours/timeline": timeline,
  "core-hours/live": live,
  "core-hours/interchange": interchange,
};
const load = (name: string) => modules[name] ?? require(name);

const blocks = codeBlocks();
/** What only a test runner, or only a database's own folder, can run is checked for its types alone. */
const runnable = blocks.filter(
  ({ code }) => !/from "vitest"/.test(code) && !/warehouse/.test(code),
);

describe("the code on the pages for people", () => {
  const misspelt = { title: "misspelt", code: 'import { nope } from "core-hours";' };
  const errors = typeErrors([...blocks, misspelt]);

  it.each(blocks)("$title compiles", (block) => {
    expect(errors.get(block)).toEqual([]);
  });

  it.each(runnable)("$title gives what it says", ({ code }) => {
    const found = run(code, load);
    expect(found.map((each) => each.found)).toEqual(shownValues(code).map(({ value }) => value));
  });

  it("says at least twenty values, among them the README's due date", () => {
    const values = blocks.flatMap(({ code }) => shownValues(code).map(({ value }) => value));
    expect(values.length).toBeGreaterThanOrEqual(20);
    expect(values).toContain("2026-12-30T18:00:00.000+00:00");
  });

  it("has the test of a desk as a test of ours runs it", () => {
    const body = (text: string) => text.replaceAll(/^import .*\n/gm, "").trim();
    const ours = readFileSync(join(import.meta.dirname, "../testing/paste-me.test.ts"), "utf8");
    expect(body(blocksOf(textOf("docs/testing.md"), "ts")[0] ?? "")).toBe(body(ours));
  });

  it("imports the package by the names of its entries", () => {
    const names = blocks.flatMap(({ code }) =>
      [...code.matchAll(/from "(core-hours[^"]*)"/g)].map(([, name]) => name),
    );
    expect(names.filter((name) => !entryNames.includes(name ?? ""))).toEqual([]);
  });

  it("a value that is not what the comment says is found", () => {
    expect(run("1 + 1; // 3", load)).toEqual([
      { shown: { expression: "1 + 1", value: 3 }, found: 2 },
    ]);
    expect(errors.get(misspelt)).not.toEqual([]);
  });
});

describe("the JSON on the pages for people", () => {
  const all = PAGES.flatMap((page) =>
    blocksOf(textOf(page), "json").map((text, i) => ({ title: `${page}, block ${i + 1}`, text })),
  );
  const definitions = all.filter(({ text }) => /"(?:targets|hours)":/.test(text));

  it("has a mapping that the command takes", () => {
    const maps = all.filter(({ text }) => text.includes('"column":'));
    expect(maps.map(({ title }) => title)).toEqual(["docs/mappings.md, block 1"]);
    for (const { text } of maps)
      expect(mappingSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  it.each(all)("$title is JSON", ({ text }) => {
    expect(() => JSON.parse(text)).not.toThrow();
  });

  it.each(definitions)("$title is a definition that the library takes", ({ text }) => {
    const json = JSON.parse(text);
    expect(() => ("targets" in json ? defineSla(json) : defineCalendar(json))).not.toThrow();
  });
});
