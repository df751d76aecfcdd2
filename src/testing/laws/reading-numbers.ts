import type { Duration } from "luxon";
import type { Unit } from "../../sla/allowance/measure";
import type { SlaReading } from "../../sla/reading/by-status";
import type { NumericReading } from "../../sla/reading/numbers";
import { STATUSES } from "../../sla/reading/numbers";
import type { ReadingColumns } from "../../sla/target/columns";
import { isoOf } from "../../timeline/errors";
import { Amount } from "../amounts";
import { amountOf } from "../claims";

const INSTANTS = [
  "startedAt",
  "originalDueAt",
  "dueAt",
  "projectedDueAt",
  "breachedAt",
  "stoppedAt",
] as const;
const AMOUNTS = ["allowance", "elapsed", "remaining", "overrun", "pausedFor"] as const;

/** A reading in plain numbers, whatever form it comes in. */
export type ReadingNumbers = Readonly<Record<string, unknown>>;

export function ofReading(reading: SlaReading): ReadingNumbers {
  return numbers(
    { ...reading, wallElapsedMs: reading.wallElapsed.toMillis() },
    (instant) => reading[instant]?.toMillis() ?? null,
    (amount) => {
      const length = reading[amount];
      return length && amountOf(length);
    },
  );
}

export function ofNumbers(reading: NumericReading): ReadingNumbers {
  return numbers(
    reading,
    (instant) => reading[`${instant}Ms`],
    (amount) => {
      const number = reading[amount];
      return number === null ? null : new Amount(number, reading.unit);
    },
  );
}

/** The numbers of one row of columns, in which NaN stands for no instant. */
export function ofColumns(columns: ReadingColumns, row: number, unit: Unit): ReadingNumbers {
  // A column is as long as the list of tickets.
  const at = (column: ArrayLike<number>) => column[row] as number;
  return numbers(
    {
      status: STATUSES[at(columns.status)],
      breached: at(columns.breached) === 1,
      provisional: at(columns.provisional) === 1,
      percentElapsed: Number.isNaN(at(columns.percentElapsed)) ? null : at(columns.percentElapsed),
      wallElapsedMs: at(columns.wallElapsedMs),
    },
    (instant) => {
      const ms = at(columns[`${instant}Ms`]);
      return Number.isNaN(ms) ? null : ms;
    },
    (amount) => {
      const number = at(columns[amount]);
      return Number.isNaN(number) ? null : new Amount(number, unit);
    },
  );
}

/** The unit in which the lengths of a reading are counted. */
export function unitOf({ elapsed }: Pick<SlaReading, "elapsed">): Unit {
  return elapsed.toObject().days === undefined ? "milliseconds" : "days";
}

/** A length as a number: of days if it counts days, of milliseconds otherwise. */
export function numberOf(length: Duration): number {
  return Number(amountOf(length));
}

type Rest = "breached" | "provisional" | "percentElapsed" | "wallElapsedMs";

function numbers(
  rest: Pick<NumericReading, Rest> & { readonly status: string | undefined },
  instantMs: (name: (typeof INSTANTS)[number]) => number | null,
  amount: (name: (typeof AMOUNTS)[number]) => Amount | null,
): ReadingNumbers {
  const { status, breached, provisional, percentElapsed, wallElapsedMs } = rest;
  const wallElapsed = new Amount(wallElapsedMs);
  const told = { status, breached, provisional, percentElapsed, wallElapsed };
  const instants = INSTANTS.map((name) => {
    const ms = instantMs(name);
    return [name, ms === null ? null : isoOf(ms)];
  });
  const amounts = AMOUNTS.map((name) => [name, amount(name)]);
  return { ...told, ...Object.fromEntries([...instants, ...amounts]) };
}
