import { printable } from "../../../words/printable";

/**
 * Words of a policy, as Markdown that shows exactly those words: a backslash stands before anything
 * that could be markup, a link, an address or the end of a table's cell.
 */
export function plainText(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>()#+!|~&@:=$^.]/g, "\\$&");
}

/**
 * Text from a log, as code, inside which nothing is markup, a name or a number to link. A line
 * break or a bar, which would end a table's cell even so, is shown as `\x0a` or `\x7c`.
 */
export function codeText(text: string): string {
  const shown = printable(text).replaceAll("|", "\\x7c");
  if (shown === "") return "";
  const fence = "`".repeat(longestRun(shown) + 1);
  const needsSpace = shown.startsWith("`") || shown.endsWith("`");
  return needsSpace ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** Lines of text, as a block of code. */
export function codeBlock(text: string): string {
  const lines = text.split("\n").map(printable);
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return [`${fence}text`, ...lines, fence].join("\n");
}

function longestRun(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}
