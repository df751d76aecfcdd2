import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { fileName, runTimeline } from "../../src/cli/timeline/run";
import { parseXml } from "../picture/xml";

const folder = mkdtempSync(join(tmpdir(), "timeline-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command within this process. */
async function timeline(args: readonly string[], stdin = "") {
  const text = { stdout: "", stderr: "" };
  const into = (name: keyof typeof text) =>
    new Writable({
      write(chunk, _encoding, done) {
        text[name] += chunk;
        done();
      },
    });
  const code = await runTimeline(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: into("stdout"),
    stderr: into("stderr"),
    nowMs: Date.parse("2027-04-05T11:00:00Z"),
  });
  return { ...text, code };
}

const path = (name: string) => join(folder, name);
const HEAD = "ticket,service,at,state,severity\n";

describe("npm run timeline", () => {
  it("writes a page of its own for a ticket of the sample, and says so", async () => {
    const out = path("NM-1005.html");
    const { stdout, stderr, code } = await timeline(["NM-1005", "--out", out]);
    expect({ stdout, code }).toEqual({ stdout: `wrote ${out}\n`, code: 0 });
    expect(stderr).toMatch(
      /^note: in the sample partners are open .*\nnote: .* the supplier .*\n$/,
    );
    const html = readFileSync(out, "utf8");
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(html).toContain("Breached: 54 h of 48 h used (112.5 %), 6 h over");
  });

  it("writes the picture alone if the file's name says svg, or --format does", async () => {
    const out = path("NM-1005.SVG");
    await timeline(["NM-1005", "--out", out]);
    expect(parseXml(readFileSync(out, "utf8")).name).toBe("svg");
    const { stdout } = await timeline(["NM-1005", "--out", "-", "--format", "svg"]);
    expect(stdout).toBe(readFileSync(out, "utf8"));
  });

  it("draws a month, by when its tickets are due", async () => {
    const { stdout } = await timeline(["--month", "2026-12", "--out", "-"]);
    const rows = [...stdout.matchAll(/<tr><th[^>]*><bdi>([^<]*)/g)].map(([, ticket]) => ticket);
    expect(rows).toEqual(["NM-1013", "NL-2013", "NL-2002", "NM-1005", "NM-1021", "NL-2012"]);
  });

  it("leaves out the tickets of a month that are due last if it is limited", async () => {
    const { stdout } = await timeline(["--month", "2026-12", "--limit", "2", "--out", "-"]);
    // By hand: NM-1005, NL-2002 and NL-2013 breached, the other three were met.
    expect(stdout).toContain("6 tickets: 3 met, 3 breached; 4 of them, due later, are not drawn");
  });

  it("draws any target of a policy", async () => {
    const args = ["NL-2004", "--target", "problemFix", "--out", "-"];
    expect((await timeline(args)).stdout).toContain("NL-2004: Problem fix");
  });

  it("lists the tickets if none is named", async () => {
    const { stdout, code } = await timeline([]);
    expect(stdout).toMatch(/^62 tickets\. Draw one with: core-hours timeline <ticket>\n/);
    expect(stdout).toContain("NM-1001  NM-1002");
    expect(code).toBe(0);
  });

  it("reads a log from standard input, judged as of now", async () => {
    const log = `${HEAD}T-1,nhsmail,2027-04-05T08:00Z,new,\n`;
    const { stdout } = await timeline(["T-1", "--log", "-", "--out", "-"], log);
    expect(stdout).toContain("Running: 3 h of 48 h used (6.3 %), 45 h left");
  });

  it("reports the rows of a log that it could not use", async () => {
    const log = `${HEAD}T-1,nhsmail,2027-04-05T08:00Z,new,\nT-1,nhsmail,never,new,\n`;
    const { stdout, stderr, code } = await timeline(["T-1", "--log", "-", "--out", "-"], log);
    expect(stdout).toContain(
      "A row of it was not used or is in doubt, so its verdict may be wrong.",
    );
    expect(stderr).toContain('<stdin>:3: column "at": "never" cannot be read');
    expect(code).toBe(1);
  });

  it.each([
    [["NM-100"], 'no ticket "NM-100"; the nearest to it are "NM-1001", "NM-1002"'],
    [["XX"], 'no ticket "XX"; without a ticket, the command lists them'],
    [["NM-1005", "--target", "none"], 'nhsmail has no target "none"; it has incidentResolution'],
    [["--month", "2026-13"], '--month "2026-13" is not a month; write one as 2026-11'],
    [["--month", "november"], '--month "november" is not a month'],
    [["--month", "2026-11", "--target", "none"], 'no policy of the log has a target "none"'],
    [["NM-1005", "--month", "2026-11"], "give one of a ticket, --month and --breaches"],
    [["NM-1005", "--as-of", "yesterday"], '--as-of "yesterday" cannot be read'],
    [["NM-1005", "--log", "nowhere.csv"], "nowhere.csv"],
    [["NM-1005", "--out", "/nowhere/x.html"], "--out /nowhere/x.html: it cannot be written"],
    [["NM-1005", "--format", "png"], "Allowed choices are html, svg"],
    [["--month", "2026-11", "--limit", "few"], "Give a whole number."],
  ])("refuses %j, and says why", async (args, reason) => {
    const { stdout, stderr, code } = await timeline(args);
    expect(stderr).toContain(reason);
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  });

  it("does not write over the log that it reads", async () => {
    const log = path("log.csv");
    writeFileSync(log, `${HEAD}T-1,nhsmail,2027-04-05T08:00Z,new,\n`);
    const { stderr, code } = await timeline(["T-1", "--log", log, "--out", log]);
    expect(stderr).toContain("the command reads this file and would overwrite it");
    expect(code).toBe(2);
    expect(readFileSync(log, "utf8")).toContain("T-1");
  });

  it("explains itself", async () => {
    const { stdout, code } = await timeline(["--help"]);
    expect(stdout).toContain("core-hours timeline --month 2026-12");
    expect(code).toBe(0);
  });
});

describe("the file that a ticket is written to", () => {
  it.each([
    ["NM-1005", "NM-1005"],
    ["A.b_c", "A.b_c"],
    ["../../etc/passwd", "%2e.%2f..%2fetc%2fpasswd"],
    ["/etc/passwd", "%2fetc%2fpasswd"],
    ["..", "%2e."],
    ["-rf", "%2drf"],
    ["a b\u0000c", "a%20b%00c"],
    ["", "%"],
    ["con", "%con"],
    ["\u20ac\u{1f600}", "%u20ac%U01f600"],
  ])("for %j is %s, in this folder", (ticket, file) => {
    expect(fileName(ticket)).toBe(file);
    expect(existsSync(file)).toBe(false);
  });

  it("is never the file of another ticket", () => {
    const tickets = fc.uniqueArray(fc.string({ unit: "binary", maxLength: 300 }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(tickets, (names) => {
        expect(new Set(names.map(fileName)).size).toBe(names.length);
      }),
    );
    expect(fileName("A/B")).not.toBe(fileName("A:B"));
    expect(fileName(`${"x".repeat(300)}1`)).not.toBe(fileName(`${"x".repeat(300)}2`));
    expect(fileName("x".repeat(300))).toHaveLength(100);
  });

  it("is not written through a link that lies there", async () => {
    const home = process.cwd();
    const mine = path("mine.txt");
    writeFileSync(mine, "mine");
    symlinkSync(mine, path("NM-1007.html"));
    process.chdir(folder);
    try {
      const { stderr, code } = await timeline(["NM-1007"]);
      expect(stderr).toContain("NM-1007.html: it is a link to another file");
      expect(code).toBe(2);
    } finally {
      process.chdir(home);
      rmSync(path("NM-1007.html"));
    }
    expect(readFileSync(mine, "utf8")).toBe("mine");
  });
});
