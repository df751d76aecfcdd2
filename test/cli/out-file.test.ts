import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { smallLog } from "../report/small-log";
import { breaches, file } from "./run-breaches";

/** A path in the folder of this test's files. */
const beside = (name: string) => file("anchor", "").replace(/anchor$/, name);

describe("--out", () => {
  it.each([
    ["report.html", "<!doctype html>"],
    ["report.md", "# Service levels of `small.csv`"],
    ["report.csv", "ticket,policy,target,"],
    ["report.json", "{\n"],
    ["report.txt", "ticket  target"],
  ])("writes %s in the format that its name ends in", async (name, start) => {
    const out = beside(name);
    const run = await breaches([...smallLog(), "--out", out]);
    expect(run).toMatchObject({ stdout: "", code: 0 });
    expect(run.stderr).toMatch(/^9 tickets \(15 rows\) · 2 breached/);
    expect(readFileSync(out, "utf8").startsWith(start)).toBe(true);
  });

  it("writes what standard output would have had, in place of what was there", async () => {
    const out = file("old.html", "x".repeat(1_000_000));
    await breaches([...smallLog(), "--out", out]);
    const { stdout, stderr } = await breaches([...smallLog(), "--format", "html"]);
    expect(readFileSync(out, "utf8")).toBe(stdout);
    expect(stderr).toMatch(/^9 tickets/);
  });

  it("lets --format decide where both are given", async () => {
    const out = beside("page.txt");
    await breaches([...smallLog(), "--out", out, "--format", "html"]);
    expect(readFileSync(out, "utf8")).toContain("<h1>");
  });

  it("is standard output where it is a dash", async () => {
    const { stdout } = await breaches([...smallLog(), "--out", "-"]);
    expect(stdout).toContain("B-3");
  });

  it("never writes over what is read, by whatever name", async () => {
    const args = smallLog();
    const [path = "", , policy = ""] = args;
    const link = beside("link.html");
    symlinkSync(path, link);
    for (const out of [path, policy, link]) {
      const before = readFileSync(out, "utf8");
      const run = await breaches([...args, "--out", out]);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain("it is read from, and would be lost");
      expect(readFileSync(out, "utf8")).toBe(before);
    }
  });

  it("says so where the file cannot be written", async () => {
    const out = beside("no/such/folder.html");
    const run = await breaches([...smallLog(), "--out", out]);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^breaches: --out .*folder\.html: it cannot be written: ENOENT/);
    expect(existsSync(out)).toBe(false);
  });

  it("still says what could not be used", async () => {
    const path = file("one-bad.csv", "ticket,service,at,state\nT-1,nhsmail,never,new\n");
    const run = await breaches([path, "--out", beside("bad.html")]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('"never" cannot be read');
  });
});
