import { type Mapping, OWN_MAPPING } from "../log/mapping";
import type { Understood } from "./understood";

/** Where the form of a mapping is described. */
const SCHEMA = "https://unpkg.com/core-hours/schemas/mapping.schema.json";

/** The mapping of what a file is taken for; the project's own format has its own. */
export function mappingOf({ mapping, preset }: Understood): Mapping {
  if (!preset.inPolicyWords) return mapping;
  const { column } = OWN_MAPPING.at;
  return {
    ...OWN_MAPPING,
    rows: mapping.rows,
    at: { ...mapping.at, ...(column === undefined ? {} : { column }) },
  };
}

/** A mapping as the text of a file, which both the command and the page read again. */
export function mappingText(mapping: Mapping): string {
  return `${JSON.stringify({ $schema: SCHEMA, ...mapping }, null, 2)}\n`;
}
