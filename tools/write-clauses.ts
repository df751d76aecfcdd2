/** Writes docs/clauses.md from the policies. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { clauseDocument } from "./clause-register";

writeFileSync(join(import.meta.dirname, "../docs/clauses.md"), clauseDocument());
