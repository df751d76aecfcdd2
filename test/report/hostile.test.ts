import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { codeBlock, codeText, plainText } from "../../src/report/formats/markdown/text";
import { breaches } from "../cli/run-breaches";
import { HOSTILE, hostileLog } from "./hostile-log";
import { textOf, ticketsOf } from "./read-html";

const report = async (...args: string[]) => (await breaches([...hostileLog(), ...args])).stdout;

/** What a page of this report is made of. */
const ELEMENTS = new Set(
  (
    "html head meta title style body header nav main footer section h1 h2 h3 p a ul ol li dl dt dd div span bdi cite time " +
    "noscript script strong details summary figure figcaption blockquote table caption thead tbody tfoot tr th td " +
    "svg g rect line path text tspan desc defs pattern circle polygon polyline clipPath"
  ).split(" "),
);

describe("text of a log in HTML", () => {
  let html: string;
  beforeAll(async () => {
    html = await report("--format", "html", "--pictures");
  });
  const tags = () => [...html.matchAll(/<([a-z][\w-]*)((?:"[^"]*"|[^"<>])*)>/gi)];

  it("makes no element", () => {
    expect(tags().filter(([, name = ""]) => !ELEMENTS.has(name))).toEqual([]);
  });

  it("makes no attribute that runs or leads elsewhere", () => {
    const attributes = tags().flatMap(([, , text = ""]) =>
      [...text.matchAll(/\s([\w:-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => ({
        name,
        value,
      })),
    );
    expect(attributes.filter(({ name }) => /^on|^src|^action/i.test(name))).toEqual([]);
    const styles = attributes.filter(({ name }) => name === "style");
    expect(styles.filter(({ value }) => !/^fill: url\(#[\w-]+\)$/.test(value))).toEqual([]);
    const links = attributes.filter(({ name }) => name === "href");
    expect(links.filter(({ value }) => !/^#[a-z]+(?:-[a-z0-9]+)*$/.test(value))).toEqual([]);
  });

  it("is shown as it is, with visible line breaks and direction marks", () => {
    const shown = new Set(ticketsOf(html));
    expect(shown.size).toBe(HOSTILE.length);
    for (const ticket of HOSTILE.slice(0, 14)) expect(shown).toContain(ticket);
    expect(shown).toContain("one\\x0a\\x0a## two\\x0a```\\x0a| x | y |\\x0a|---|---|");
    expect(shown).toContain("\\x202etxt.exe");
    expect(html).not.toMatch(/[\u202e\r]/);
  });

  it("is shown even if it was refused", () => {
    expect(textOf(html)).toContain('"<script>alert(3)</script>" cannot be read');
  });
});

describe("text of a log in Markdown", () => {
  let markdown: string;
  beforeAll(async () => {
    markdown = await report("--format", "md");
  });

  /** The report without its code, inside which nothing is markup. */
  const outsideCode = () =>
    markdown
      .replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, "")
      .replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");

  it("stays in its code", () => {
    const rest = outsideCode();
    expect(rest).toContain("## Terms");
    expect(rest).not.toMatch(/alert\(1\)|example\.org|two|fence|txt\.exe/);
    expect(rest).not.toContain("`");
  });

  it("has a backslash if it comes from the policy", () => {
    const rest = outsideCode();
    expect(rest).toContain("Fix \\| \\<img src\\=x onerror\\=alert\\(2\\)\\>");
    expect(rest).not.toMatch(/(?<!\\)</);
  });

  it("makes no cell, and no row", () => {
    const table = markdown.split("\n").filter((line) => /^\| +\d+ \|/.test(line));
    expect(table).toHaveLength(HOSTILE.length);
    for (const line of table) expect(line.split(/(?<!\\)\|/)).toHaveLength(9);
  });

  it("makes no heading", () => {
    const headings = outsideCode()
      .split("\n")
      .filter((line) => /^#+ /.test(line));
    expect(headings.filter((line) => line.startsWith("## "))).toEqual([
      "## Summary",
      "## Severity and month",
      "## Share of the allowance used",
      "## When breaches happened",
      "## Worst tickets",
      "## Rows and tickets not used, or in doubt",
      "## Terms",
    ]);
  });

  it.each([
    ["NM-1", "`NM-1`"],
    ["a`b", "``a`b``"],
    ["`a``", "``` `a`` ```"],
    ["a|b", "`a\\x7cb`"],
    ["a\nb", "`a\\x0ab`"],
    ["", ""],
  ])("is written as code: %j", (text, written) => {
    expect(codeText(text)).toBe(written);
  });

  it("cannot end the block of code it is in", () => {
    expect(codeBlock("a\n````\nb")).toBe("`````text\na\n````\nb\n`````");
  });

  it("is plain if it is not a code", () => {
    expect(plainText("*a* [b](c) www.d <e> \\| f_g")).toBe(
      "\\*a\\* \\[b\\]\\(c\\) www\\.d \\<e\\> \\\\\\| f\\_g",
    );
    expect(plainText("a\n# b\u202e")).toBe("a\\\\x0a\\# b\\\\x202e");
  });
});

describe("text of a log in CSV", () => {
  it("is not a formula, and every number is still one", async () => {
    const rows: Record<string, string>[] = parse(await report("--format", "csv"), {
      columns: true,
    });
    expect(rows).toHaveLength(HOSTILE.length);
    expect(
      rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+@\t\r]/.test(cell)),
    ).toEqual([]);
    // 20 h used of 4: 960 minutes over.
    expect(new Set(rows.map(({ balance }) => balance))).toEqual(new Set(["-960"]));
    expect(rows.map(({ ticket }) => ticket)).toContain('\'=HYPERLINK("https://example.org")');
  });
});

describe("text of a log in JSON", () => {
  it("is unchanged", async () => {
    const { rows } = JSON.parse(await report("--format", "json"));
    const tickets = rows.map(({ ticket }: { ticket: string }) => ticket);
    expect(new Set(tickets)).toEqual(new Set(HOSTILE));
  });
});
