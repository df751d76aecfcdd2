import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** A package whose code is in a bundle. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  /** Its SPDX name, such as "MIT". */
  readonly license: string;
  /** Its licence file. */
  readonly text: string;
}

/** The part of esbuild's metafile that is read: which files went into each output. */
const metafile = z.object({
  outputs: z.record(z.string(), z.object({ inputs: z.record(z.string(), z.unknown()) })),
});
const manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/**
 * The packages of some builds, by name.
 *
 * @param accounts esbuild metafiles, or the account of another bundler in the same form
 *
 * @throws {Error} if a package has no licence file
 */
export function bundledPackages(accounts: readonly unknown[], root: string): Bundled[] {
  const inputs = accounts
    .flatMap((account) => Object.values(metafile.parse(account).outputs))
    .flatMap((output) => Object.keys(output.inputs));
  const folders = inputs.flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [],
  );
  return [...new Set(folders)].toSorted().map((folder) => packageIn(join(root, folder)));
}

function packageIn(folder: string): Bundled {
  const { name, version, license } = manifest.parse(
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
  );
  const file = readdirSync(folder).find((path) => /^(licen[cs]e|copying)(\.|$|-)/i.test(path));
  if (file === undefined) throw new Error(`${name} has no licence file`);
  const text = readFileSync(join(folder, file), "utf8").replace(/\r\n?/g, "\n").trim();
  return { name, version, license, text };
}

/** The page that ships with the command: the packages by name, each with its licence. */
export function thirdPartyText(packages: readonly Bundled[]): string {
  const sections = packages.map(
    ({ name, version, license, text }) =>
      `## ${name} ${version} (${license})\n\n\`\`\`text\n${text}\n\`\`\`\n`,
  );
  return [
    "# Third-party software\n",
    "The command `core-hours` and the page `core-hours.html` are one file each, and have these packages in",
    "them. The library has none in it: it asks for `luxon` and `zod` as its dependencies.\n",
    ...sections,
  ].join("\n");
}
