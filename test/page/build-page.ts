import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtPage } from "../../tools/page/built-page";

/** Builds the page as it stands into a folder of its own, and removes it after the last of the tests. */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "core-hours-page-"));
  process.env["EXAMPLES_FOLDER"] = folder;
  const { text } = await builtPage();
  writeFileSync(join(folder, "core-hours.html"), text);
  return () => rmSync(folder, { recursive: true, force: true });
}
