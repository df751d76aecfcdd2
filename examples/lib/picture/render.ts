import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** Renders to text that is well-formed as XML too: a text may not hold the end of a CDATA section. */
export function render(node: VNode): string {
  return renderToString(node).replaceAll("]]>", "]]&gt;");
}
