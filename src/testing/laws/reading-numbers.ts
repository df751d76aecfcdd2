import type { Duration } from "luxon";
import type { NumericReading } from "../../sla/reading/numbers";
import { STATUSES } from "../../sla/reading/numbers";
import type { SlaReading } from "../../sla/reading/sla-reading";
import type { ReadingColumns } from "../../sla/target/columns";

const INSTANTS = [
  "startedAt",
  "originalDueAt",
  "dueAt",
  "projectedDueAt",
  "breachedAt",
  "stoppedAt",
] as const;
const AMOUNTS = ["allowance", "elapsed", "remaining", "overrun", "pausedFor"] as const;

/** What a reading says in every form that it comes in, in plain numbers. */
export type ReadingNumbers = Readonly<Record<string, unknown>>;

export function ofReading(reading: SlaReading): ReadingNumbers {
  return numbers(
    { ...reading, wallElapsedMs: reading.wallElapsed.toMillis() },
    (instant) => reading[instant]?.toMillis() ?? null,
    (amount) => amountOf(reading[amount]),
  );
}

export function ofNumbers(reading: NumericReading): ReadingNumbers {
  return numbers(
    reading,
    (instant) => reading[`${instant}Ms`],
    (amount) => reading[amount],
  );
}

/** Of one row of columns, where NaN stands for an instant that there is not. */
export function ofColumns(columns: ReadingColumns, row: number): ReadingNumbers {
  // A column is as long as the list of tickets.
  const at = (column: ArrayLike<number>) => column[row] as number;
  return numbers(
    {
      status: STATUSES[at(columns.status)],
      breached: at(columns.breached) === 1,
      provisional: at(columns.provisional) === 1,
      percentElapsed: at(columns.percentElapsed),
      wallElapsedMs: at(columns.wallElapsedMs),
    },
    (instant) => {
      const ms = at(columns[`${instant}Ms`]);
      return Number.isNaN(ms) ? null : ms;
    },
    (amount) => at(columns[amount]),
  );
}

/** A length in days where those are what is counted, in milliseconds otherwise. */
export function amountOf(length: Duration): number {
  return length.toObject().days ?? length.toMillis();
}

type Rest = "breached" | "provisional" | "percentElapsed" | "wallElapsedMs";

function numbers(
  rest: Pick<NumericReading, Rest> & { readonly status: string | undefined },
  instantMs: (name: (typeof INSTANTS)[number]) => number | null,
  amount: (name: (typeof AMOUNTS)[number]) => number,
): ReadingNumbers {
  const { status, breached, provisional, percentElapsed, wallElapsedMs } = rest;
  const told = { status, breached, provisional, percentElapsed, wallElapsedMs };
  const instants = INSTANTS.map((name) => [name, instantMs(name)]);
  const amounts = AMOUNTS.map((name) => [name, amount(name)]);
  return { ...told, ...Object.fromEntries([...instants, ...amounts]) };
}
