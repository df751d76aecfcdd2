import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

it("the nightly batch says of every ticket and target where it stands", () => {
  // Opened at 09:00, done at 11:00: the hour for a reply is over at 10:00, and the four hours at 13:00.
  const lines = [
    { ticket: "A", at: "2026-11-16T09:00:00Z", state: "open", severity: "1" },
    { ticket: "B", at: "2026-11-16T09:30:00Z", state: "open", severity: "2" },
    { ticket: "A", at: "2026-11-16T11:00:00Z", state: "done" },
    { ticket: "C", at: "2026-11-16T11:00:00Z", state: "lost" },
    { ticket: "B", at: "2026-11-16T11:30:00Z", state: "waiting" },
  ];
  const input = `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
  const program = ["--import", "tsx", "examples/desk/nightly.ts", "2026-11-16T12:00:00Z"];
  const { stdout, stderr, status } = spawnSync(process.execPath, program, {
    cwd: ROOT,
    input,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  const rows = stdout
    .trim()
    .split("\n")
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].slice(0, 5).map(([, cell]) => cell));
  const ten = String(Date.parse("2026-11-16T10:00:00Z"));
  const half = String(Date.parse("2026-11-16T10:30:00Z"));
  expect(rows).toEqual([
    ["ticket", "target", "status", "dueAtMs", "breachedAtMs"],
    ["C", "reply", "", "", ""],
    ["C", "fix", "", "", ""],
    ["A", "reply", "breached", ten, ten],
    ["A", "fix", "met", String(Date.parse("2026-11-16T13:00:00Z")), ""],
    ["B", "reply", "breached", half, half],
    ["B", "fix", "paused", "", ""],
  ]);
});
