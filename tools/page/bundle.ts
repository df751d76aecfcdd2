import { join } from "node:path";
import { build, type Rolldown } from "vite";

const root = join(import.meta.dirname, "../..");

/** A program as one script, and the files that went into it. */
export interface Bundle {
  readonly code: string;
  readonly files: readonly string[];
}

/** Bundles a program into one classic script, since a page from disk may load no modules. */
export async function bundle(entry: string): Promise<Bundle> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    root,
    // Its usual build asks Node for a Buffer.
    resolve: { alias: { "csv-stringify/sync": "csv-stringify/browser/esm/sync" } },
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      lib: { entry: join(root, entry), formats: ["iife"], name: "page" },
    },
  });
  const [output] = [built].flat();
  if (!output || !("output" in output)) throw new Error(`${entry}: nothing was built`);
  const [chunk] = output.output;
  return { code: chunk.code, files: filesOf(chunk) };
}

/** The files that contribute to a bundle, as esbuild's account of a build names them. */
function filesOf({ modules }: Rolldown.OutputChunk): string[] {
  return Object.entries(modules)
    .filter(([path, { renderedLength }]) => renderedLength > 0 && !path.includes("\0"))
    .map(([path]) => path.replace(`${root.split("\\").join("/")}/`, "").replace(/\?.*$/, ""));
}
