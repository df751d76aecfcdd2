/**
 * Writes THIRD-PARTY.md: every package that is bundled into the command or the page, with its licence,
 * as the accounts of the builds name them. It needs a build. With `--check` it writes nothing, and fails if the
 * file differs from what it would write.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Bundled, bundledPackages, thirdPartyText } from "./third-party";

const root = join(import.meta.dirname, "..");
const file = join(root, "THIRD-PARTY.md");

const accounts = ["metafile-esm.json", "metafile-page.json"].map((name) =>
  JSON.parse(readFileSync(join(root, "dist", name), "utf8")),
);
const packages: readonly Bundled[] = bundledPackages(accounts, root);
const text = thirdPartyText(packages);
if (!process.argv.includes("--check")) {
  writeFileSync(file, text);
  console.log(`THIRD-PARTY.md: ${packages.map(({ name }) => name).join(", ")}`);
} else if (text === readFileSync(file, "utf8")) {
  console.log(
    `ok   THIRD-PARTY.md names the ${packages.length} packages in the command and the page`,
  );
} else {
  console.log("FAIL THIRD-PARTY.md is not current: npm run build && npm run third-party");
  process.exitCode = 1;
}
