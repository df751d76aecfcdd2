import type { ComponentChildren } from "preact";
import { PAGE_STYLE } from "./page-style";
import { render } from "./render";

/** Nothing runs, and nothing is fetched, whatever a log may hold. */
const CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

interface PageProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A page of its own: one file without scripts that needs nothing from elsewhere. */
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
        <style>{PAGE_STYLE}</style>
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
