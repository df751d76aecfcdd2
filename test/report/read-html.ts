/** The rows of the table of a page that has a caption, each as the texts of its cells. */
export function tableRows(html: string, caption: string): string[][] {
  const table = html.split("<table").find((each) => each.includes(`<caption>${caption}</caption>`));
  if (table === undefined) throw new Error(`there is no table "${caption}"`);
  const rows = (table.split("</table>")[0] ?? "").split(/<tr(?: [^>]*)?>/).slice(1);
  return rows.map((row) => matches(row, /<t[hd][^>]*>(.*?)<\/t[hd]>/gs).map(textOf));
}

/** The tickets that a page lists, in its order. */
export function ticketsOf(html: string): string[] {
  return matches(html, /<summary><h3>(.*?)<\/h3>/gs).map(textOf);
}

/** The numbers of the summary by their labels. */
export function summaryOf(html: string): Record<string, string> {
  const tiles = html.matchAll(/<dt>([^<]*)<\/dt><dd class="value">([^<]*)<\/dd>/g);
  return Object.fromEntries([...tiles].map(([, term = "", value = ""]) => [term, value]));
}

/** What a page says, without its markup. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .trim();
}

/** What a pattern's group holds, wherever the pattern is found. */
function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group = ""]) => group);
}
