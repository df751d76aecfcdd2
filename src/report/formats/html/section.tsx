import type { ComponentChildren } from "preact";

/** How wide its pictures are on a wide screen, which is as wide as its text, in pixels. */
export const REPORT_WIDTH = 964;

/** A part of the page with its heading, which names it to a screen reader too. */
export function Section(props: { id: string; title: string; children: ComponentChildren }) {
  const { id, title, children } = props;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Content that may be wider than the page, and then scrolls, by the keyboard too. */
export function Wide({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: not every browser lets the keyboard scroll it otherwise
    <section class="wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** A table that may be wider than the page. Its caption names it to a screen reader too. */
export function WideTable(props: { caption: string; class?: string; children: ComponentChildren }) {
  const { caption, children } = props;
  return (
    <Wide label={caption}>
      <table class={props.class}>
        <caption>{caption}</caption>
        {children}
      </table>
    </Wide>
  );
}

/** The head of a column of figures, which line up on the right. */
export function NumberHead({ children }: { children: ComponentChildren }) {
  return (
    <th scope="col" class="number">
      {children}
    </th>
  );
}
