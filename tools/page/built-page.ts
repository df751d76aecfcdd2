import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PICTURE_STYLE } from "../../src/picture/parts/style";
import { bundledPackages } from "../third-party";
import { bundle } from "./bundle";
import { pageText } from "./page-text";

const root = join(import.meta.dirname, "../..");

/** The page, and the sizes of its parts. */
export interface BuiltPage {
  readonly text: string;
  /** The files that went into it. */
  readonly files: readonly string[];
  /** Characters of its program, and of its worker's program before it is packed. */
  readonly program: number;
  readonly worker: number;
}

/** Builds the page from the sources. */
export async function builtPage(): Promise<BuiltPage> {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const script = await bundle("src/page/main.tsx");
  const worker = await bundle("src/page/worker.ts");
  // The style of the pictures is in the page itself, which allows no other style.
  const style = readFileSync(join(root, "src/page/style.css"), "utf8") + PICTURE_STYLE;
  const files = [...script.files, ...worker.files];
  const notices = noticesOf(files);
  return {
    text: pageText({ script: script.code, worker: worker.code, style, version, notices }),
    files,
    program: script.code.length,
    worker: worker.code.length,
  };
}

/** The licences of everything in the page, because people pass the page on by itself. */
function noticesOf(files: readonly string[]): string {
  const inputs = Object.fromEntries(files.map((path) => [path, {}]));
  const packages = bundledPackages([{ outputs: { page: { inputs } } }], root);
  const own = `core-hours (MIT)\n\n${readFileSync(join(root, "LICENSE"), "utf8").trim()}`;
  const others = packages.map(
    ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`,
  );
  return [own, ...others].join("\n\n----\n\n");
}
