import type { DayRow, PeriodRow } from "./tables";

/** What a row is made of: texts, and whole numbers. */
export type Value = string | number | null;
export type RowOf<Row> = { readonly [Column in keyof Row]: Value };

/** A table: its columns in order, and those that tell its rows apart. `calendar` is the one text. */
export interface Table<Row extends RowOf<Row>> {
  readonly name: string;
  readonly columns: readonly (keyof Row & string)[];
  readonly key: string;
}

export const DAYS: Table<DayRow> = {
  name: "core_hours_days",
  columns: ["calendar", "utc_day", "open_ms", "close_ms", "until_ms", "worked_before_ms"],
  key: "calendar, utc_day, open_ms",
};

export const PERIODS: Table<PeriodRow> = {
  name: "core_hours_periods",
  columns: [
    "calendar",
    "worked_day",
    "worked_before_ms",
    "worked_after_ms",
    "open_ms",
    "close_ms",
    "next_open_ms",
  ],
  key: "calendar, worked_day, worked_before_ms",
};

/** The questions, one to a ticket. */
export interface TicketRow {
  readonly ticket: number;
  readonly calendar: string;
  readonly start_ms: number | null;
  readonly end_ms: number | null;
  readonly amount_ms: number | null;
}

export const TICKETS: Table<TicketRow> = {
  name: "tickets",
  columns: ["ticket", "calendar", "start_ms", "end_ms", "amount_ms"],
  key: "ticket",
};
