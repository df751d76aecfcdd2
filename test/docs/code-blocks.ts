import { join } from "node:path";
import ts from "typescript";
import { blocksOf, PAGES, ROOT, textOf } from "../../tools/pages/page";

/** A fenced block of TypeScript on a page. */
export interface CodeBlock {
  /** Where it is, for titles: the page, and which of its blocks. */
  readonly title: string;
  readonly code: string;
}

/** The entries of the package, by the names that a reader imports. */
const ENTRIES = {
  "core-hours": "src/index.ts",
  "core-hours/nhs": "src/services/index.ts",
  "core-hours/timeline": "src/timeline/index.ts",
  "core-hours/live": "src/live/index.ts",
  "core-hours/interchange": "src/interchange/index.ts",
  "core-hours/testing": "src/testing/index.ts",
} as const;

export const entryNames = Object.keys(ENTRIES);

/** Every block of TypeScript on every page. */
export function codeBlocks(): readonly CodeBlock[] {
  return PAGES.flatMap((page) =>
    blocksOf(textOf(page), "ts").map((code, i) => ({ title: `${page}, block ${i + 1}`, code })),
  );
}

/**
 * What the compiler has to say of blocks of code, by block, each as a reader's own file in a strict
 * project.
 */
export function typeErrors(blocks: readonly CodeBlock[]): ReadonlyMap<CodeBlock, string[]> {
  const config = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const paths = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, file]) => [name, [join(ROOT, file)]]),
  );
  // A reader's block may hold a value that it only shows.
  const strict = { ...options, paths, noUnusedLocals: false };
  const files = new Map(
    blocks.map((block, i) => [join(ROOT, "test/docs", `block-${i}.ts`), block]),
  );
  const host = ts.createCompilerHost(strict);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists.call(host, file);
  host.readFile = (file) => files.get(file)?.code ?? readFile.call(host, file);
  const program = ts.createProgram([...files.keys()], strict, host);
  return new Map(
    [...files].map(([file, block]) => [
      block,
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(file))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    ]),
  );
}

/** A value that a block shows, and the comment beside it: `expression; // value: why`. */
interface Shown {
  readonly expression: string;
  readonly value: unknown;
}

/** What a block says of its own values. */
export function shownValues(code: string): readonly Shown[] {
  return statementsOf(code).flatMap(({ expression, comment }) => {
    const value = comment === undefined ? undefined : valueIn(comment);
    return value === undefined ? [] : [{ expression, value }];
  });
}

/**
 * Runs a block, and gives each value that it shows, with what the expression came to.
 *
 * @param load gives a module by the name that the block imports it by
 */
export function run(
  code: string,
  load: (name: string) => unknown,
): readonly { readonly shown: Shown; readonly found: unknown }[] {
  const found: { shown: Shown; found: unknown }[] = [];
  const shown = shownValues(code);
  let instrumented = code;
  for (const { from, to, comment, expression } of [...statementsOf(code)].reverse()) {
    if (comment === undefined || valueIn(comment) === undefined) continue;
    instrumented = `${instrumented.slice(0, from)}shows(${expression});${instrumented.slice(to)}`;
  }
  const { outputText } = ts.transpileModule(instrumented, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const shows = (value: unknown) => {
    const next = shown[found.length];
    if (next) found.push({ shown: next, found: value });
  };
  new Function("require", "exports", "shows", outputText)(load, {}, shows);
  return found;
}

/** The statements of a block that are expressions, each with the comment at the end of its line. */
function statementsOf(code: string) {
  const source = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2022, true);
  return source.statements.filter(ts.isExpressionStatement).map((statement) => {
    const [comment] = ts.getTrailingCommentRanges(code, statement.end) ?? [];
    return {
      from: statement.getStart(source),
      to: statement.end,
      expression: statement.expression.getText(source),
      comment: comment && code.slice(comment.pos, comment.end).replace(/^\/\/ ?/, ""),
    };
  });
}

/** The JSON that a comment begins with; undefined if it is prose. */
function valueIn(comment: string): unknown {
  const [, json] =
    /^("(?:[^"\\]|\\.)*"|-?\d[\d.]*|true|false|null|\[.*\])(?:[:,;].*)?$/.exec(comment) ?? [];
  return json === undefined ? undefined : JSON.parse(json);
}
