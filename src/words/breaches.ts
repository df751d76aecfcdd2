import type { SlaReading } from "../index";
import { instantText } from "./instants";
import { plain } from "./printable";

/**
 * When an earlier cycle of a ticket was breached, if the verdict of its last cycle is another:
 * `an earlier cycle was breached at …`; null if there is no such cycle.
 */
export function earlierBreachText({ breached, cycles, timeZone }: SlaReading): string | null {
  if (breached) return null;
  const earlier = cycles
    .slice(0, -1)
    .filter((cycle) => cycle.breachedAt !== null)
    .at(-1);
  if (!earlier?.breachedAt) return null;
  return `an earlier cycle was breached at ${instantText(earlier.breachedAt.toMillis(), timeZone)}`;
}

/**
 * How a breach came about, if time alone did not cause it: `breached by the change to severity 1 at …`; null
 * if time did, or if there is no breach.
 */
export function breachText({
  breaches,
  breachedAt,
  segments,
  timeZone,
}: SlaReading): string | null {
  const breach = breaches.find(
    ({ at, takenBackAt }) => takenBackAt === null && at.toMillis() === breachedAt?.toMillis(),
  );
  if (!breach) return null;
  const atMs = breach.at.toMillis();
  const before = segments.filter(({ to }) => to.toMillis() <= atMs).at(-1);
  const after = segments.find(({ from }) => from.toMillis() === atMs);
  if (!before || !after || before.severity === after.severity || breach.severity === null)
    return null;
  return `breached by the change to severity ${plain(breach.severity)} at ${instantText(atMs, timeZone)}`;
}
