import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";

const ROOT = join(import.meta.dirname, "../..");

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

export function readJson(path: string): unknown {
  return JSON.parse(readText(path));
}

/** What the shipped schema of that name says against a value, as `path problem`; nothing if it holds. */
export function validator(
  name: "calendar" | "desk" | "policy" | "vectors",
): (value: unknown) => readonly string[] {
  const ajv = new Ajv({ allErrors: true, strictTypes: true, strictTuples: true });
  formats.default(ajv);
  const schema = readJson(`schemas/${name}.schema.json`);
  if (typeof schema !== "object" || schema === null) throw new Error(`${name}: no schema`);
  const validate = ajv.compile(schema);
  return (value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
