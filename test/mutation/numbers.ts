import { spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { packageCommand } from "../../tools/npm";
import { FOLDER, type Score, type Survivor } from "./score";

/** Where the policies, the hours and the severity matrix are. */
const FOLDERS = ["calendars/policies", "calendars/hours", "calendars"];
/** Dates, which tests of their own hold. */
const DATES = "bank-holidays.json";
/** What the tests of the services read. */
const NEEDED = [
  "calendars",
  "conformance",
  "docs",
  "schemas",
  "src",
  "test",
  "tools",
  "package.json",
  "tsconfig.json",
];
/** Words about a policy, and names; they promise nothing. */
const WORDS = new Set([
  "$schema",
  "id",
  "title",
  "source",
  "clause",
  "clauses",
  "clausesFor",
  "reading",
]);
/** How many mutants are judged at a time. */
const AT_A_TIME = 2;

/** A place in a JSON file. */
type Path = readonly (string | number)[];

/** One number of a file, changed. */
interface NumberMutant {
  readonly file: string;
  readonly path: Path;
  readonly was: number | string;
  readonly is: number | string;
}

/** Changes each number of the policies and of the hours a little, and asks the tests of the services. */
export async function changeNumbers(): Promise<Score> {
  const waiting = mutants();
  const survivors: Survivor[] = [];
  let seen = 0;
  const judge = async (sandbox: string) => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const { file, path, was, is } = mutant;
      const code = `${path.join(".")}: ${was}`;
      const isSeen = await fails(sandbox, mutant);
      console.log(`${isSeen ? "seen    " : "SURVIVED"} ${file} ${code} is now ${is}`);
      if (isSeen) seen++;
      else survivors.push({ file, code, becomes: String(is) });
    }
  };
  const sandboxes = Array.from({ length: AT_A_TIME }, (_, i) => makeSandbox(i));
  await Promise.all(sandboxes.map(judge));
  for (const sandbox of sandboxes) rmSync(sandbox, { recursive: true, force: true });
  return { seen, survivors };
}

function mutants(): NumberMutant[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".json") && name !== DATES)
      .map((name) => `${folder}/${name}`),
  );
  return files.flatMap((file) =>
    [...leaves(JSON.parse(readFileSync(file, "utf8")))].flatMap(({ path, value }) =>
      changesOf(value).map((is) => ({ file, path, was: value, is })),
    ),
  );
}

/** The numbers and texts of a document that are promises or hours. */
function* leaves(
  value: unknown,
  path: Path = [],
): Generator<{ readonly path: Path; readonly value: number | string }> {
  if (typeof value === "number" || typeof value === "string") yield { path, value };
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (!WORDS.has(key)) yield* leaves(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** A number is one more and one less, and a period of a day opens or closes an hour beside. */
function changesOf(value: number | string): (number | string)[] {
  if (typeof value === "number") return value === 0 ? [1] : [value + 1, value - 1];
  const [, openHour, openRest, closeHour, closeRest] =
    /^(\d\d)(:\d\d-)(\d\d)(:\d\d)$/.exec(value) ?? [];
  if (openHour === undefined || closeHour === undefined) return [];
  const hour = (of: number) => String(of).padStart(2, "0");
  return [
    `${hour(Number(openHour) + 1)}${openRest}${closeHour}${closeRest}`,
    `${openHour}${openRest}${hour(Number(closeHour) - 1)}${closeRest}`,
  ];
}

function makeSandbox(number: number): string {
  const folder = resolve(FOLDER, `numbers-${number}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of NEEDED) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

/** Whether a test fails with the changed number. */
async function fails(sandbox: string, { file, path, is }: NumberMutant): Promise<boolean> {
  const target = join(sandbox, file);
  const text = readFileSync(file, "utf8");
  writeFileSync(target, JSON.stringify(changed(JSON.parse(text), path, is)));
  const [command, args] = packageCommand("vitest", "vitest", [
    ...["run", "--root", sandbox, "--config", "test/mutation/vitest.config.ts", "--bail", "1"],
  ]);
  const status = await new Promise((done) => {
    spawn(command, args, { cwd: sandbox, stdio: "ignore" }).on("close", done);
  });
  writeFileSync(target, text);
  return status !== 0;
}

/** A document with one place changed. */
function changed(value: unknown, [key, ...rest]: Path, is: number | string): unknown {
  if (key === undefined) return is;
  if (Array.isArray(value)) {
    return value.map((child, i) => (i === key ? changed(child, rest, is) : child));
  }
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, child]) => [
      name,
      name === key ? changed(child, rest, is) : child,
    ]),
  );
}
