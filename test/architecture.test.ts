import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../src");
/** The layers from the bottom up: each may know those before it. */
const LAYERS = ["timeline", "calendar", "interchange", "sla", "services", "testing"];

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => {
    const text = readFileSync(join(SRC, file), "utf8");
    const imports = [...text.matchAll(/(?:from|import) "([^"]+)"/g)].map(([, name]) => name ?? "");
    return { file, text, imports };
  });

const layerOf = (file: string) => file.split("/")[0] ?? "";

describe("the layers", () => {
  it.each(files.filter(({ file }) => LAYERS.includes(layerOf(file))))(
    "$file knows none above its own",
    ({ file, imports }) => {
      const known = LAYERS.slice(0, LAYERS.indexOf(layerOf(file)) + 1);
      const others = imports
        .filter((name) => name.startsWith("."))
        .map((name) => layerOf(relative(SRC, join(SRC, dirname(file), name))));
      expect(others.filter((layer) => LAYERS.includes(layer) && !known.includes(layer))).toEqual(
        [],
      );
    },
  );

  it("the interchange of opening hours is an entry of its own, which no other layer needs", () => {
    const others = files.filter(({ file }) => layerOf(file) !== "interchange");
    const known = others.filter(({ file, imports }) =>
      imports.some(
        (name) => layerOf(relative(SRC, join(SRC, dirname(file), name))) === "interchange",
      ),
    );
    expect(known).toEqual([]);
  });

  it("the timeline imports nothing from outside itself", () => {
    const imports = files
      .filter(({ file }) => layerOf(file) === "timeline")
      .flatMap(({ imports }) => imports);
    expect(imports.filter((name) => !name.startsWith("./"))).toEqual([]);
  });

  const packagesOf = (some: typeof files) => {
    const packages = some.flatMap(({ imports }) => imports.filter((name) => !name.startsWith(".")));
    return [...new Set(packages)].toSorted();
  };

  it("the library imports luxon and zod and nothing else", () => {
    const library = files.filter(({ file }) => layerOf(file) !== "testing");
    expect(packagesOf(library)).toEqual(["luxon", "zod"]);
  });

  it("only its laws need fast-check, and they need no test runner", () => {
    const testing = files.filter(({ file }) => layerOf(file) === "testing");
    expect(packagesOf(testing)).toEqual(["fast-check", "luxon"]);
  });

  it("the main entry does without the laws", () => {
    const entry = files.find(({ file }) => file === "index.ts");
    expect(entry?.imports).not.toContain("./testing");
  });
});

describe("the core is pure", () => {
  const impure =
    /Date\.now\(|new Date\(\)|DateTime\.(?:now|local|utc)\(|process\.|Math\.random|node:|performance\.|globalThis|Settings\./;

  it.each(files)("$file reads nothing of the world outside", ({ text }) => {
    expect(text.match(impure)?.[0]).toBeUndefined();
  });
});
