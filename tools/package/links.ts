import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

/**
 * The broken relative links in the Markdown pages of a folder: those that do not lead to a file in it.
 *
 * @returns each as "page: link", in order
 */
export function brokenLinks(folder: string): string[] {
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !file.split(sep).includes("node_modules"))
    .toSorted();
  return pages.flatMap((page) =>
    linksOf(readFileSync(join(folder, page), "utf8"))
      .filter((link) => {
        const path = normalize(join(dirname(page), decodeURIComponent(link.split("#")[0] ?? "")));
        return path.startsWith("..") || !existsSync(join(folder, path));
      })
      .map((link) => `${page}: ${link}`),
  );
}

/** The targets of the links and pictures of a page, except addresses and places within the page. */
export function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/^(```|~~~).*?^\1/gms, "").replace(/`[^`\n]*`/g, "");
  const inline = [...prose.matchAll(/\]\(\s*(?:<([^>]*)>|([^)\s]+))(?:\s+"[^"]*")?\s*\)/g)];
  const named = [...prose.matchAll(/^\[[^\]]+\]:\s*<?([^\s>]+)/gm)];
  const html = [...prose.matchAll(/(?:href|src)="([^"]+)"/g)];
  return [...inline, ...named, ...html]
    .map(([, quoted, plain]) => quoted ?? plain ?? "")
    .filter((link) => !/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(link));
}
