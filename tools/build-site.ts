/**
 * Writes the library as one script beside the site that TypeDoc has built, for the examples on its pages.
 * `npm run docs` runs both.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./page/bundle";

const site = join(import.meta.dirname, "../reports/site");
const { code } = await bundle("tools/site/library.ts");
writeFileSync(join(site, "assets/core-hours.js"), code);
console.log(`reports/site/index.html, with the library in ${Math.round(code.length / 1000)} kB`);
