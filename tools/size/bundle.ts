import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, transform } from "esbuild";
import { rollup } from "rollup";

const root = join(import.meta.dirname, "../..");

const MINIFIED = { minify: true, format: "esm", target: "es2022" } as const;

/** The bytes that a page loads, gzipped. */
export const gzipped = (text: string | Uint8Array) => gzipSync(text, { level: 9 }).length;

/** The size of a bundle by esbuild, with the packages named in `external` left out. */
export async function byEsbuild(options: BuildOptions, external: string[] = []): Promise<number> {
  const { outputFiles } = await build({
    ...options,
    ...MINIFIED,
    absWorkingDir: root,
    bundle: true,
    external,
    write: false,
    logLevel: "error",
  });
  return gzipped(outputFiles.map((file) => file.text).join(""));
}

/** The input of esbuild for what a page writes. */
export const written = (code: string): BuildOptions => ({
  stdin: { contents: code, resolveDir: root },
});

/** The size of a bundle by Rollup, minified by esbuild because Rollup does not minify. */
export async function byRollup(code: string): Promise<number> {
  const entry = join(root, "entry.js");
  const bundle = await rollup({
    input: entry,
    onwarn() {}, // Circular imports within zod.
    // This package, Luxon and zod each say that they have no side effects.
    treeshake: { moduleSideEffects: (id) => id === entry },
    plugins: [
      {
        name: "entry-and-packages",
        resolveId(id) {
          if (id === entry) return entry;
          // A page loads the same files of Luxon and zod as Node.js does for an import.
          return /^[a-z@]/.test(id) ? fileURLToPath(import.meta.resolve(id)) : null;
        },
        load: (id) => (id === entry ? code : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "es" });
  const text = output.map((file) => ("code" in file ? file.code : "")).join("");
  return gzipped((await transform(text, MINIFIED)).code);
}
