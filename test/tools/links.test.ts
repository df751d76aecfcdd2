import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brokenLinks, linksOf } from "../../tools/package/links";

describe("the links of a page", () => {
  it("are relative ones, in every way that Markdown writes them", () => {
    const page = [
      "[a](a.md), [b](<b c.md>) and ![c](pictures/c.svg)",
      '[d](d.md "a title") <img src="e.png"> [f][f]',
      "[f]: ../f.md#part",
    ].join("\n");
    expect(linksOf(page).toSorted()).toEqual(
      ["../f.md#part", "a.md", "b c.md", "d.md", "e.png", "pictures/c.svg"].toSorted(),
    );
  });

  it("are not addresses, places within the page, or code", () => {
    const page = "[a](https://a.example) [b](#b) [c](mailto:c@d.example) `[d](d.md)`\n";
    expect(linksOf(`${page}\`\`\`md\n[e](e.md)\n\`\`\`\n`)).toEqual([]);
  });
});

describe("a link is broken", () => {
  const folder = mkdtempSync(join(process.env["EXAMPLES_FOLDER"] ?? tmpdir(), "links-"));
  mkdirSync(join(folder, "docs"));
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

  it("if it leads to no file, or out of the folder", () => {
    write("README.md", "[a](docs/a.md) [b](docs/a.md#there) [c](docs/c.md) [d](../README.md)");
    write("docs/a.md", "[up](../README.md) [down](b.md)");
    expect(brokenLinks(folder)).toEqual([
      "README.md: docs/c.md",
      "README.md: ../README.md",
      "docs/a.md: b.md",
    ]);
  });
});
