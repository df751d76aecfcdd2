/** Puts what the examples print, and the table of choices, into the README between its marks. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readmeChoices } from "./readme-choices";
import { readmeExamples } from "./readme-examples";

const path = join(import.meta.dirname, "../README.md");
const text = readFileSync(path, "utf8");
writeFileSync(
  path,
  text
    .replace(
      /<!-- examples -->[\s\S]*?(?=\nAny policy can use)/,
      () => `<!-- examples -->\n\n${readmeExamples()}`,
    )
    .replace(
      /<!-- choices -->[\s\S]*?(?=\n\n<!-- end of choices -->)/,
      () => `<!-- choices -->\n\n${readmeChoices()}`,
    ),
);
