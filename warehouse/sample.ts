import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Sla } from "../src/index";
import type { ReadTicket } from "./random-tickets";
import type { EventRow } from "./readings-table";

/** The tickets of the dbt package's sample, made up by hand. */
const SAMPLE = join(import.meta.dirname, "dbt/seeds/ticket_events.csv");

/** The instant at which they are read; some are open, and one waits. */
export const SAMPLE_AS_OF_MS = Date.UTC(2027, 3, 5, 11);

/** The sample's tickets for its own policy; none for any other policy. */
export function sampleTickets(sla: Sla): readonly ReadTicket[] {
  const lines: readonly Record<keyof EventRow, string>[] = parse(readFileSync(SAMPLE), {
    columns: true,
  });
  const byTicket = new Map<string, EventRow[]>();
  for (const { policy, ticket, at_ms, state, severity, ordinal } of lines) {
    if (policy !== sla.id) continue;
    const rows = byTicket.get(ticket) ?? [];
    byTicket.set(ticket, rows);
    rows.push({
      policy,
      ticket: Number(ticket),
      at_ms: Number(at_ms),
      state: state === "" ? null : state,
      severity: severity === "" ? null : severity,
      ordinal: Number(ordinal),
    });
  }
  return [...byTicket].map(([ticket, rows]) => ({
    sla,
    rows,
    ticket,
    events: rows.map(({ at_ms, state, severity }) => ({
      at: at_ms,
      ...(state === null ? {} : { state }),
      ...(severity === null ? {} : { severity }),
    })),
  }));
}
