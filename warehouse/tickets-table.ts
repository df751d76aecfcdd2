import type { Table } from "../src/sql/schema";

/** The questions about working time, one to a ticket. */
export interface TicketRow {
  readonly ticket: number;
  readonly calendar: string;
  readonly start_ms: number | null;
  readonly end_ms: number | null;
  readonly amount_ms: number | null;
}

export const TICKETS: Table<TicketRow> = {
  name: "tickets",
  columns: [
    { name: "ticket", type: "integer" },
    { name: "calendar", type: "text" },
    { name: "start_ms", type: "integer" },
    { name: "end_ms", type: "integer" },
    { name: "amount_ms", type: "integer" },
  ],
  key: "ticket",
};
