import fc from "fast-check";
import { readAt } from "../../live";
import { snapshot } from "../../sla/reading/snapshot";
import { DAY_MS } from "../../timeline/units";
import { Amount } from "../amounts";
import { later } from "../ask";
import { alike } from "../claims";
import { read, slaLaw } from "../sla-law";
import { numberOf, unitOf } from "./reading-numbers";

/** The law of snapshots. */
export const liveLaws = [
  slaLaw(
    "snapshot",
    "a snapshot says at each millisecond that it tells of what the target says then",
    ({ target, tickets, forAll }) => {
      const shares = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 4 });
      const spanMs = fc.oneof(fc.constantFrom(1, DAY_MS), fc.integer({ min: 0, max: 14 * DAY_MS }));
      forAll(fc.record({ ticket: tickets, spanMs, shares }), ({ ticket, spanMs, shares }) => {
        const { asOf } = ticket;
        const happened = { ...ticket, events: ticket.events.filter(({ at }) => at <= asOf) };
        const reading = read(target, happened);
        // A page receives it as JSON.
        const taken: unknown = JSON.parse(
          JSON.stringify(snapshot(reading, { until: later(asOf, spanMs) })),
        );
        const edges = [reading.dueAt, ...reading.warnings.map(({ at }) => at)].flatMap((at) =>
          at ? [-1, 0, 1].map((off) => at.toMillis() + off - Date.parse(asOf)) : [],
        );
        const places = [0, spanMs, ...edges, ...shares.map((n) => Math.floor((spanMs * n) / 1000))];
        for (const place of places.filter((ms) => ms >= 0 && ms <= spanMs)) {
          const at = later(asOf, place);
          // A snapshot is checked as it is read.
          const said = readAt(taken as Parameters<typeof readAt>[0], Date.parse(at));
          const then = read(target, { ...happened, asOf: at });
          const unit = unitOf(then);
          alike({
            "from the snapshot": {
              status: said.status,
              breached: said.breached,
              elapsed: new Amount(said.elapsed, unit),
              remaining: said.remaining === null ? null : new Amount(said.remaining, unit),
              dueAtMs: said.dueAtMs,
            },
            "from the target": {
              status: then.status,
              breached: then.breached,
              elapsed: new Amount(numberOf(then.elapsed), unit),
              remaining: then.remaining && new Amount(numberOf(then.remaining), unit),
              dueAtMs: then.dueAt?.toMillis() ?? null,
            },
          });
        }
      });
    },
  ),
] as const;
