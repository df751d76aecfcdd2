import type { DateTime } from "luxon";
import { type NhsmailOptions, nhsmail, type SlaReading } from "../../src/index";

/** What the tests of the NHSmail policy share. Its instants are written with their offset. */

/** An instant as the clock on a wall in London shows it: `Wed 2026-11-25 12:00 +00:00`. */
export function london(at: DateTime | null | undefined): string | null {
  if (!at) return null;
  const wall = at.setZone("Europe/London").setLocale("en-GB");
  const seconds = wall.toMillis() % 60_000 === 0 ? "" : ":ss.SSS";
  return wall.toFormat(`ccc yyyy-MM-dd HH:mm${seconds} ZZ`);
}

/** When an incident that is created at an instant, and never pauses, is due. */
export function incidentDue(createdAt: string, options?: NhsmailOptions): string | null {
  return london(nhsmail(options).targets.incidentResolution.due(createdAt));
}

/** The reading of an incident, from its events as `[instant, state]`. */
export function incident(
  events: readonly (readonly [at: string, state: string])[],
  asOf: string,
  options?: NhsmailOptions,
): SlaReading {
  const history = events.map(([at, state]) => ({ at, state }));
  return nhsmail(options).targets.incidentResolution.track(history, { asOf });
}
