import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes a folder for what the tests of the examples write, and removes it after the last of them. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "core-hours-"));
  process.env["EXAMPLES_FOLDER"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
