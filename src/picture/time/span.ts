/** Two instants in epoch milliseconds, the second not before the first. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The part of `span` that lies within `bounds`, or null if they do not overlap. */
export function clip(span: Span, bounds: Span): Span | null {
  const fromMs = Math.max(span.fromMs, bounds.fromMs);
  const toMs = Math.min(span.toMs, bounds.toMs);
  return fromMs < toMs ? { fromMs, toMs } : null;
}

/** Whether an instant lies in a span, its ends included. */
export function holds({ fromMs, toMs }: Span, ms: number): boolean {
  return fromMs <= ms && ms <= toMs;
}

/** Spans in order, with spans that touch or overlap merged. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.fromMs <= last.toMs) {
      joined[joined.length - 1] = { ...last, toMs: Math.max(last.toMs, span.toMs) };
    } else {
      joined.push(span);
    }
  }
  return joined;
}
