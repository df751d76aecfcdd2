import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { DRAWINGS_STYLE } from "./drawings";

/** Nothing runs, and nothing is fetched, whatever a log may hold. */
const CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

interface PageProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A complete page: one file without scripts that needs nothing from elsewhere. */
export function pageText(props: PageProps): string {
  return `<!doctype html>\n${render(<Page {...props} />)}\n`;
}

function Page({ title, children }: PageProps) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={CONTENT_POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style>{PAGE_STYLE + DRAWINGS_STYLE}</style>
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}

/**
 * The look of a page around a picture: readable on a dark screen and on paper. Like the style of the
 * picture, it has no character that needs escaping.
 */
export const PAGE_STYLE = `
:root { --page: #fff; --text: #1a1a1a; --dim: #555; --edge: #c9ced3; color-scheme: light dark; }
@media screen and (prefers-color-scheme: dark) {
  :root { --page: #14181d; --text: #ececec; --dim: #aeb5bc; --edge: #3b434b; }
}
* { box-sizing: border-box; }
html { background: var(--page); color: var(--text); }
body { margin: 0 auto; max-width: 1160px; padding: 1.5rem 1.25rem 4rem; font: 1rem/1.5 system-ui, -apple-system, Segoe UI, Roboto, Arial, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 0.5rem; }
p { margin: 0 0 0.75rem; max-width: 46rem; }
.standing { font-weight: 600; }
.facts { display: flex; flex-wrap: wrap; gap: 0.5rem 2.25rem; margin: 0 0 1.25rem; }
.facts dt { color: var(--dim); font-size: 0.875rem; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.875rem; }
caption { text-align: left; color: var(--dim); padding-bottom: 0.35rem; overflow-wrap: anywhere; }
th, td { padding: 0.25rem 0.9rem 0.25rem 0; border-bottom: 1px solid var(--edge); text-align: left; vertical-align: top; }
thead th { border-bottom-width: 2px; }
tbody th { font-weight: 400; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.instant { white-space: nowrap; font-variant-numeric: tabular-nums; }
ul { margin: 0; padding-left: 1.25rem; columns: 20rem; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .wide { overflow: visible; }
  tr, li { break-inside: avoid; }
  h2, caption { break-after: avoid; }
  thead { display: table-header-group; }
}
`;
/** A column of a table. */
export interface Column {
  readonly head: string;
  readonly kind?: "number" | "instant";
}

interface TableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly string[])[];
}

/** A table that a screen reader can find its way in. */
export function Table({ caption, columns, rows }: TableProps) {
  return (
    // A wide table can be scrolled with the keyboard, too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable.
    <section class="wide" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, kind }) => (
              <th key={head} scope="col" {...classOf(kind)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={`${row} ${cells[0]}`}>
              {columns.map(({ head, kind }, i) =>
                i === 0 ? (
                  <th key={head} scope="row" {...classOf(kind)}>
                    <bdi>{cells[i]}</bdi>
                  </th>
                ) : (
                  <td key={head} {...classOf(kind)}>
                    <bdi>{cells[i]}</bdi>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function classOf(kind: Column["kind"]) {
  return kind === undefined ? {} : { class: kind };
}

/** Renders to text that is well-formed as XML too: a text may not hold the end of a CDATA section. */
export function render(node: VNode): string {
  return renderToString(node).replaceAll("]]>", "]]&gt;");
}
