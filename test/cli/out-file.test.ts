import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { writeOut } from "../../src/cli/out";
import { smallLog } from "../report/small-log";
import { breaches, file } from "./run-breaches";

const COLUMNS = JSON.stringify({
  ticket: "ticket",
  at: { column: "at" },
  state: { column: "state" },
  severity: { column: "severity" },
});

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
    expect(run.stderr).toMatch(/^9 tickets \(15 rows\) · 2 breached/m);
    expect(readFileSync(out, "utf8").startsWith(start)).toBe(true);
  });

  it("writes what standard output would have had, in place of what was there", async () => {
    const out = file("old.html", "x".repeat(1_000_000));
    await breaches([...smallLog(), "--out", out]);
    const { stdout, stderr } = await breaches([...smallLog(), "--format", "html"]);
    expect(readFileSync(out, "utf8")).toBe(stdout);
    expect(stderr).toMatch(/^9 tickets/m);
  });

  it("lets --format decide if both are given", async () => {
    const out = beside("page.txt");
    await breaches([...smallLog(), "--out", out, "--format", "html"]);
    expect(readFileSync(out, "utf8")).toContain("<h1>");
  });

  it("is standard output if it is a dash", async () => {
    const { stdout } = await breaches([...smallLog(), "--out", "-"]);
    expect(stdout).toContain("B-3");
  });

  it("never writes over a file that it reads, by any name", async () => {
    const args = smallLog();
    const [path = "", , policy = ""] = args;
    const link = beside("link.html");
    symlinkSync(path, link);
    for (const out of [path, policy, link]) {
      const before = readFileSync(out, "utf8");
      const run = await breaches([...args, "--out", out]);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain("the command reads this file and would overwrite it");
      expect(readFileSync(out, "utf8")).toBe(before);
    }
  });

  it("reports a file that cannot be written", async () => {
    const out = beside("no/such/folder.html");
    const run = await breaches([...smallLog(), "--out", out]);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^breaches: --out .*folder\.html: it cannot be written: ENOENT/);
    expect(existsSync(out)).toBe(false);
  });

  it("still reports the rows that could not be used", async () => {
    const good = "T-2,nhsmail,2026-11-02T09:00Z,new";
    const path = file("one-bad.csv", `ticket,service,at,state\nT-1,nhsmail,never,new\n${good}\n`);
    const run = await breaches([path, "--out", beside("bad.html")]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('"never" cannot be read');
  });

  it("never writes over the mapping that lies beside the policy", async () => {
    const [log = "", , policy = ""] = smallLog();
    const map = file("beside.columns.json", COLUMNS);
    const out = file("beside.json", readFileSync(policy, "utf8"));
    const run = await breaches([log, "--policy", out, "--out", map]);
    expect(run.stderr).toContain("the command reads this file and would overwrite it");
    expect(readFileSync(map, "utf8")).toBe(COLUMNS);
  });

  it("never writes over the file that is piped in", async () => {
    const [log = "", ...policy] = smallLog();
    const before = readFileSync(log, "utf8");
    const stdin = openSync(log, "r");
    const args = ["--import", "tsx", "src/cli/bin.ts", "breaches", "-", ...policy, "--out", log];
    const { status, stderr } = spawnSync(process.execPath, args, {
      stdio: [stdin, "pipe", "pipe"],
      encoding: "utf8",
    });
    expect(stderr).toContain("the command reads this file and would overwrite it");
    expect(status).toBe(2);
    expect(readFileSync(log, "utf8")).toBe(before);
  });

  it("leaves the old file as it was if the new one cannot be finished", async () => {
    const out = file("whole.txt", "the old one");
    const parts = function* () {
      yield "half of the new one";
      throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    };
    await expect(writeOut(out, parts(), new PassThrough())).rejects.toThrow(
      /cannot be written: no space left/,
    );
    expect(readFileSync(out, "utf8")).toBe("the old one");
    expect(readdirSync(dirname(out)).filter((name) => name.startsWith("whole.txt"))).toEqual([
      "whole.txt",
    ]);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"])("leaves the old file alone at %s", (signal) => {
    const out = file(`${signal}.txt`, "the old one");
    const program = `
      import { writeOut } from "./src/cli/out.ts";
      function* parts() {
        for (let i = 0; ; i++) {
          if (i === 3) process.kill(process.pid, "${signal}");
          yield "half of the new one";
        }
      }
      await writeOut(${JSON.stringify(out)}, parts(), process.stdout);
    `;
    const args = ["--import", "tsx", "--input-type=module", "-e", program];
    const run = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 60_000 });
    expect(run).toMatchObject({ signal, stdout: "", stderr: "" });
    expect(readFileSync(out, "utf8")).toBe("the old one");
    // Nothing lies beside it that could be taken for a whole file.
    expect(readdirSync(dirname(out)).filter((name) => name.startsWith(signal))).toEqual([
      `${signal}.txt`,
    ]);
  });

  it("leaves the old file as it was while the new one is being written", async () => {
    const out = file("during.txt", "the old one");
    const seen: string[] = [];
    const parts = function* () {
      yield "first";
      seen.push(readFileSync(out, "utf8"));
      yield "second";
    };
    await writeOut(out, parts(), new PassThrough());
    expect(seen).toEqual(["the old one"]);
    expect(readFileSync(out, "utf8")).toBe("firstsecond");
  });

  it("keeps the mode of the file, and writes to where a link leads", async () => {
    const target = file("target.txt", "old");
    chmodSync(target, 0o640);
    const link = beside("to-target.txt");
    symlinkSync(target, link);
    await writeOut(link, ["new"], new PassThrough());
    expect(readFileSync(target, "utf8")).toBe("new");
    expect(statSync(target).mode & 0o777).toBe(0o640);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });
});

describe("standard output", () => {
  const desk = () =>
    smallLog()
      .map((arg) => `'${arg}'`)
      .join(" ");
  const shell = (line: string) =>
    spawnSync("bash", ["-c", line], { encoding: "utf8", env: { ...process.env, TZ: "UTC" } });
  const BIN = `'${process.execPath}' --import tsx src/cli/bin.ts`;

  it("gives the exit code of a breach, even if its reader has seen enough", () => {
    const line = `${BIN} breaches ${desk()} --format json --fail-on-breach | head -1; echo $PIPESTATUS`;
    const { stdout, stderr } = shell(line);
    expect(stdout).toBe("{\n3\n");
    expect(stderr.replace(/^(?:9 tickets|note: 1 event of 1 ticket).*\n/gm, "")).toBe("");
  });

  it("is waited for without leaving a listener behind for each part", async () => {
    const slow = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => void setImmediate(done),
    });
    const before = ["close", "drain", "error"].map((name) => slow.listenerCount(name));
    await writeOut(
      undefined,
      Array.from({ length: 30 }, () => "part"),
      slow,
    );
    expect(["close", "drain", "error"].map((name) => slow.listenerCount(name))).toEqual(before);
  });

  it("says that a disk is full", () => {
    const { stderr, status } = shell(`${BIN} breaches ${desk()} > /dev/full`);
    expect(stderr).toMatch(/^core-hours: the output cannot be written: ENOSPC/m);
    expect(stderr).not.toContain("    at ");
    expect(status).toBe(2);
  });
});
