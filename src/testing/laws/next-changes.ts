import type { Obligation } from "../../sla/obligations/obligations";
import type { SlaReading } from "../../sla/reading/by-status";
import { isoOf } from "../../timeline/errors";
import { DAY_MS } from "../../timeline/units";
import { later } from "../ask";
import { is, same } from "../claims";
import { read, slaLaw } from "../sla-law";

/** How long what says that it never changes is watched. */
const A_MONTH_MS = 30 * DAY_MS;

/** The law of what changes next. */
export const nextChangeLaws = [
  slaLaw(
    "next-change",
    "nextChange is when a reading or an obligation next changes by itself: not before, and then it does",
    ({ sla, target, tickets, forAll }) => {
      forAll(tickets, ({ events, asOf }) => {
        const happened = events.filter(({ at }) => at <= asOf);
        const readAt = (at: string) => read(target, { events: happened, asOf: at });
        const now = readAt(asOf);
        const { nextChange } = now;
        const lastMs = nextChange ? nextChange.atMs - 1 : Date.parse(asOf) + A_MONTH_MS;
        const until = isoOf(lastMs);
        same({
          "where it stands": standing(now),
          "where it stands just before it changes": standing(readAt(until)),
        });
        if (nextChange && nextChange.kind !== "pause-limit") {
          const changed = standing(readAt(isoOf(nextChange.atMs)));
          is("whether it has changed then", changed !== standing(now), true);
        }
        const obligedAt = (at: string) =>
          sla.obligations(happened, { asOf: at, targets: [target.id], every: true });
        for (const each of obligedAt(asOf)) {
          if (each.kind === "target" || each.nextChange === null) continue;
          const found = (at: string) => statusIn(obligedAt(at), each);
          const { at, atMs } = each.nextChange;
          same({
            [`the ${each.kind} ${each.name}`]: each.status,
            [`just before ${isoOf(at.toMillis())}`]: found(isoOf(atMs - 1)),
          });
          const after = found(later(isoOf(atMs), 1));
          is(`whether the ${each.kind} ${each.name} has changed then`, after !== each.status, true);
        }
      });
    },
  ),
] as const;

/** What may change by itself: the status, and which warnings and escalations have come. */
function standing({ status, warnings, escalations }: SlaReading): string {
  const come = [...warnings, ...escalations].map(({ passed }) => (passed ? "come" : "ahead"));
  return [status, ...come].join(", ");
}

/** The status of the same obligation at another instant. */
function statusIn(all: readonly Obligation[], { kind, name, step, number, fromMs }: Obligation) {
  const same = all.find(
    (each) =>
      each.kind === kind &&
      each.name === name &&
      each.step === step &&
      each.number === number &&
      each.fromMs === fromMs,
  );
  return same?.status ?? "gone";
}
