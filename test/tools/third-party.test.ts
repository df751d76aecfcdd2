import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundledPackages, thirdPartyText } from "../../tools/third-party";

const root = mkdtempSync(join(process.env["EXAMPLES_FOLDER"] ?? tmpdir(), "third-party-"));

/** A package in the folder, with the files that are given. */
function install(name: string, files: Readonly<Record<string, string>>): void {
  const folder = join(root, "node_modules", name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
}

/** An account of a build that put these files into one bundle. */
const account = (...inputs: readonly string[]) => ({
  inputs: {},
  outputs: { "dist/cli/bin.js": { inputs: Object.fromEntries(inputs.map((path) => [path, {}])) } },
});

const manifest = (name: string, license = "MIT") =>
  JSON.stringify({ name, version: "1.2.3", license });

install("left", { "package.json": manifest("left"), LICENSE: "Left's own words.\r\n" });
install("@team/right", {
  "package.json": manifest("@team/right", "ISC"),
  "license.md": "Right's words.",
});
install("bare", { "package.json": manifest("bare") });

describe("the packages of some bundles", () => {
  it("are those whose files went into any of them, each once, with its licence", () => {
    const files = ["node_modules/left/a.js", "node_modules/left/b.js", "src/cli/bin.ts"];
    expect(
      bundledPackages([account(...files), account("node_modules/@team/right/x/y.js")], root),
    ).toEqual([
      { name: "@team/right", version: "1.2.3", license: "ISC", text: "Right's words." },
      { name: "left", version: "1.2.3", license: "MIT", text: "Left's own words." },
    ]);
  });

  it("are refused if one has no licence file", () => {
    expect(() => bundledPackages([account("node_modules/bare/index.js")], root)).toThrow(
      "bare has no licence file",
    );
  });

  it("stand on the page with name, version, licence and its text", () => {
    const text = thirdPartyText(bundledPackages([account("node_modules/left/a.js")], root));
    expect(text).toContain("## left 1.2.3 (MIT)\n\n```text\nLeft's own words.\n```\n");
  });
});
