/** Writes CLAUSES.md from the policies. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { clauseDocument } from "./clause-register";

writeFileSync(join(import.meta.dirname, "../../CLAUSES.md"), clauseDocument());
