/**
 * Builds `dist/core-hours.html`: the whole desk in one file, opened from disk. Writes beside it which
 * files went into it, for THIRD-PARTY.md.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtPage } from "./page/built-page";

const dist = join(import.meta.dirname, "../dist");
const { text, files, program, worker } = await builtPage();

mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, "core-hours.html"), text);
const inputs = Object.fromEntries(files.map((path) => [path, {}]));
const account = { inputs: {}, outputs: { "dist/core-hours.html": { inputs } } };
writeFileSync(join(dist, "metafile-page.json"), JSON.stringify(account));
const kB = (length: number) => `${Math.round(length / 1000)} kB`;
console.log(
  `dist/core-hours.html ${kB(Buffer.byteLength(text))}: its program ${kB(program)}, its worker ${kB(worker)} before it is packed`,
);
