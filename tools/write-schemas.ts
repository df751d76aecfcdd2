/** Writes the JSON Schemas of calendars and policies from the zod schemas that check them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SCHEMAS } from "./schemas/documents";
import { formatted } from "./schemas/json";

const folder = join(import.meta.dirname, "../schemas");
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(SCHEMAS)) {
  writeFileSync(join(folder, name), `${formatted(schema)}\n`);
}
