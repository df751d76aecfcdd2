/** Puts what the examples print into the README, between its marks. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readmeExamples } from "./readme-examples";

const path = join(import.meta.dirname, "../README.md");
const text = readFileSync(path, "utf8");
writeFileSync(
  path,
  text.replace(
    /<!-- examples -->[\s\S]*?(?=\nAny policy can use)/,
    () => `<!-- examples -->\n\n${readmeExamples()}`,
  ),
);
