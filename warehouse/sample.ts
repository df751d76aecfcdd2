import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Sla } from "../src/index";
import type { ReadTicket } from "./random-tickets";
import type { EventRow } from "./readings-table";

/** The tickets of the examples. */
const SAMPLE = join(import.meta.dirname, "../examples/data/tickets.csv");

/** The instant of the examples' report. */
export const SAMPLE_AS_OF_MS = Date.UTC(2027, 3, 5, 11);

/** The tickets of a service among those of the examples; none for any other policy. */
export function sampleTickets(sla: Sla): readonly ReadTicket[] {
  const lines: readonly Record<"ticket" | "service" | "at" | "state", string>[] = parse(
    readFileSync(SAMPLE),
    { columns: true },
  );
  const byTicket = new Map<string, EventRow[]>();
  for (const { ticket, service, at, state } of lines) {
    const atMs = Date.parse(at);
    if (service !== sla.id || Number.isNaN(atMs)) continue;
    const rows = byTicket.get(ticket) ?? [];
    byTicket.set(ticket, rows);
    rows.push({
      policy: sla.id,
      ticket: Number(ticket.replace(/\D/g, "")),
      at_ms: atMs,
      state,
      severity: null,
      ordinal: rows.length,
    });
  }
  return [...byTicket.values()].map((rows) => ({
    sla,
    rows,
    ticket: String(rows[0]?.ticket),
    events: rows.map(({ at_ms, state }) => ({ at: at_ms, state: state ?? "" })),
  }));
}
