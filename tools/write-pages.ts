/** Writes the parts of README.md and docs/ that programs print, each between its marks. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./pages/page";
import { writtenPages } from "./pages/written";

for (const [page, text] of writtenPages()) writeFileSync(join(ROOT, page), text);
