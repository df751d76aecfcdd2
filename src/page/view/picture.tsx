import { useEffect, useRef } from "preact/hooks";

/** A picture that the desk has drawn. Its style is part of the page, which allows no other style. */
export function Picture({ svg, label }: { svg: string; label: string }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    if (drawn.nodeName !== "svg") return;
    const own = document.importNode(drawn, true);
    for (const filled of own.querySelectorAll<SVGElement>("[data-fill]")) {
      filled.style.fill = filled.dataset["fill"] ?? "";
    }
    box.replaceChildren(own);
  }, [svg]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable.
    <section class="wide picture" tabIndex={0} aria-label={label} ref={place} />
  );
}
