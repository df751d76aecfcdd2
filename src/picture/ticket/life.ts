import type { SlaReading } from "../../index";
import { HOUR_MS, MINUTE_MS } from "../../timeline/units";
import type { Span } from "../time/span";

const HALF_DAY_MS = 12 * HOUR_MS;

/** The longest a picture may be, in lengths of the ticket's life, to show when a stopped ticket was due. */
const MOST_LIVES = 4;

/** What a ticket's picture shows: from its first event to its end and its due instant. */
export function lifeOf(reading: SlaReading): Span {
  const { segments, startedAt, stoppedAt, asOf, cycles } = reading;
  const firstMs = (segments[0]?.from ?? startedAt ?? asOf).toMillis();
  const endMs = (stoppedAt ?? asOf).toMillis();
  const ahead = [reading.originalDueAt, reading.projectedDueAt, reading.breachedAt];
  const later = [...ahead, ...cycles.map(({ dueAt }) => dueAt)]
    .filter((at) => at !== null)
    .map((at) => at.toMillis());
  const isShown = (ms: number) =>
    stoppedAt === null || ms - firstMs <= MOST_LIVES * (endMs - firstMs);
  const isPending = startedAt === null;
  const toMs = Math.max(firstMs, endMs, ...(isPending ? [] : later.filter(isShown)));
  return { fromMs: firstMs, toMs };
}

/** A life with some room on either side of it. */
export function withMargin({ fromMs, toMs }: Span): Span {
  const marginMs = fromMs === toMs ? HALF_DAY_MS : Math.max(0.03 * (toMs - fromMs), 10 * MINUTE_MS);
  return { fromMs: fromMs - marginMs, toMs: toMs + marginMs };
}
