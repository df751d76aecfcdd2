import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blocksOf } from "./page";

const BIN = join(import.meta.dirname, "../../src/cli/bin.ts");
const TSX = import.meta.resolve("tsx");

/** What the command prints, run from a folder. @throws {Error} if it fails. */
function printed(args: readonly string[], cwd?: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", TSX, BIN, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  if (status !== 0) throw new Error(`core-hours ${args.join(" ")} failed:\n${stderr}`);
  return stdout;
}

/** The names of the commands, as the help of `core-hours` lists them. */
function commandNames(): readonly string[] {
  const [, list = ""] = printed(["--help"]).split("Commands:");
  const names = [...list.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name = ""]) => name);
  return names.filter((name) => name !== "help");
}

/** The help of each command. */
export function helpOfCommands(): string {
  return commandNames()
    .map((name) => `### ${name}\n\n\`\`\`text\n${printed([name, "--help"]).trimEnd()}\n\`\`\``)
    .join("\n\n");
}

/** The picture of a ticket of the sample. */
export function drawn(ticket: string): string {
  return printed(["timeline", ticket, "--format", "svg", "--out", "-"]);
}

/** The output for a page's own policy and tickets, with the options that it shows. */
export function ownReport(page: string): string {
  const folder = mkdtempSync(join(tmpdir(), "core-hours-readme-"));
  try {
    writeFileSync(join(folder, "desk.json"), blocksOf(page, "json")[0] ?? "");
    writeFileSync(join(folder, "tickets.csv"), blocksOf(page, "csv")[0] ?? "");
    const [, args = ""] = /^npm run breaches -- (tickets\.csv .*)$/m.exec(page) ?? [];
    return `\`\`\`text\n${printed(["breaches", ...args.split(" ")], folder).trimEnd()}\n\`\`\``;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
