import { join } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";

const root = join(import.meta.dirname, "../..");

/** A program as one script, and the files that went into it. */
export interface Bundle {
  readonly code: string;
  readonly files: readonly string[];
}

/**
 * Keeps a module that acts when it is imported. The package says that its modules do not, so it would be
 * left out, and zod would try in the page whether it may run text as a program.
 */
const keepsPlainZod: Plugin = {
  name: "keeps-plain-zod",
  transform: (code, id) =>
    /\/src\/page\/desk\/plain-zod\.ts$/.test(id) ? { code, moduleSideEffects: true } : null,
};

/** Bundles a program into one classic script, since a page from disk may load no modules. */
export async function bundle(entry: string): Promise<Bundle> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    root,
    plugins: [keepsPlainZod],
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
