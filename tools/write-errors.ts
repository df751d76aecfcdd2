/** Writes docs/errors.md from the sources, and from the remedies in `tools/errors/remedies.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorDocument } from "./errors/document";

writeFileSync(join(import.meta.dirname, "../docs/errors.md"), errorDocument());
