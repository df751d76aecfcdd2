import { ownError } from "../../input/own-error";
import type { CoreHoursError } from "../../timeline";
import { MAX_MS } from "../../timeline/units";
import {
  type DatedEvent,
  type HistoryEvent,
  hasSeverity,
  inOrder,
  readEvent,
  usesFields,
  type Vocabulary,
} from "../clock/history";
import type { NumericReading } from "../reading/numbers";
import { STATUSES } from "../reading/numbers";
import type { Asked } from "./asked";
import { strictestWords } from "./bulk";
import { checkColumns, type HistoryColumns, type ReadingColumns } from "./columns";
import { type BulkWork, type Filler, trackEvents, trackInPlace } from "./run";
import { numberRuns, numbersOf, type Run, runInPlace, runTogether } from "./together";

/** The status of a ticket that has an error. */
const NO_STATUS = 255;

/** Tickets in columns, all at once. */
export function trackColumns(columns: HistoryColumns, work: BulkWork): ReadingColumns {
  checkColumns(columns);
  const { tickets } = columns;
  const out = emptyColumns(tickets);
  const errors = new Map<number, CoreHoursError>();
  const known = knownCodes(columns, work.words);
  for (let row = 0; row < tickets.length; row++) {
    try {
      fill(out, row, trackRow(columns, row, work, known));
    } catch (error) {
      errors.set(row, ownError(error));
    }
  }
  return { ...out, errors };
}

/** The states and the severities of the policy, by their codes; code 0 stands for none. */
interface KnownCodes {
  readonly states: readonly boolean[];
  readonly severities: readonly boolean[];
}

function knownCodes({ states, severities }: HistoryColumns, words: Vocabulary): KnownCodes {
  return {
    states: [true, ...states.map((state) => words.states.has(state))],
    severities: [true, ...severities.map((severity) => hasSeverity(words, severity))],
  };
}

/** One row's numbers. Its events are read in place, unless one must be moved or refused. */
function trackRow(
  columns: HistoryColumns,
  row: number,
  work: BulkWork,
  known: KnownCodes,
): NumericReading {
  const { firstEvent, tickets } = columns;
  const ticket = tickets[row];
  // checkColumns has checked that every index below lies within its column.
  const first = firstEvent[row] as number;
  const end = firstEvent[row + 1] as number;
  if (usesFields(work.words) || !isPlain(columns, first, end, known)) {
    return trackEvents(eventsOf(columns, first, end, ticket), work, ticket);
  }
  return trackInPlace(end - first, filler(columns, first), work);
}

/** Fills in the events of a row, which begin at a given place of the columns. */
function filler(
  { atMs, state, severity, states, severities }: HistoryColumns,
  first: number,
): Filler {
  return (index, event) => {
    const e = first + index;
    event.atMs = atMs[e] as number;
    event.state = states[(state[e] as number) - 1];
    event.severity = severities[(severity[e] as number) - 1];
  };
}

/** Tickets in columns against several targets: the columns of each, all at once. */
export function trackColumnsTogether(
  columns: HistoryColumns,
  asked: readonly Asked[],
  asOfMs: number,
): Readonly<Record<string, ReadingColumns>> {
  checkColumns(columns);
  const { tickets, firstEvent } = columns;
  const words = strictestWords(asked);
  const known = words && knownCodes(columns, words);
  const outs = asked.map(() => ({
    ...emptyColumns(tickets),
    errors: new Map<number, CoreHoursError>(),
  }));
  for (let row = 0; row < tickets.length; row++) {
    // checkColumns has checked that every row lies within its columns.
    const first = firstEvent[row] as number;
    const end = firstEvent[row + 1] as number;
    const runs = numberRuns(asked);
    const refused = refusalOf(() => {
      if (known && isPlain(columns, first, end, known)) {
        runInPlace(runs, end - first, filler(columns, first), asOfMs);
      } else runTogether(runs, eventsOf(columns, first, end, tickets[row]), asOfMs, tickets[row]);
    });
    outs.forEach((out, i) => {
      const run = runs[i] as Run; // Each target has one of each.
      const error = refused ?? refusalOf(() => fill(out, row, numbersOf(run, asOfMs)));
      if (error) out.errors.set(row, error);
    });
  }
  return Object.fromEntries(asked.map(({ target }, i) => [target.id, outs[i] as ReadingColumns]));
}

/** The error that an action throws; null if it throws none. */
function refusalOf(act: () => void): CoreHoursError | null {
  try {
    act();
    return null;
  } catch (error) {
    return ownError(error);
  }
}

/**
 * Whether the events of a row are in order, in whole milliseconds and in known words. Only the first event
 * of an instant may give a severity, and no event may give an agreed date.
 */
function isPlain(columns: HistoryColumns, first: number, end: number, known: KnownCodes): boolean {
  const { atMs, state, severity, dueAtMs } = columns;
  let lastMs = Number.NEGATIVE_INFINITY;
  for (let e = first; e < end; e++) {
    const ms = atMs[e] as number;
    const isKnown =
      known.states[state[e] as number] === true && known.severities[severity[e] as number] === true;
    const isInOrder = ms > lastMs || (ms === lastMs && severity[e] === 0);
    const isAgreed = dueAtMs !== undefined && !Number.isNaN(dueAtMs[e]);
    if (!(isKnown && isInOrder && isWholeInstant(ms)) || isAgreed) return false;
    lastMs = ms;
  }
  return true;
}

/** The events of a row one by one, in order. @throws {HistoryError} for an invalid instant. */
function eventsOf(
  columns: HistoryColumns,
  first: number,
  end: number,
  ticket: string | undefined,
): DatedEvent[] {
  const events: DatedEvent[] = [];
  for (let e = first; e < end; e++) {
    // `first` and `end` bound a row, which lies within every column.
    const state = wordOf(columns.states, columns.state[e] as number);
    const severity = wordOf(columns.severities, columns.severity[e] as number);
    const at = columns.atMs[e] as number;
    const dueAt = agreedDate(columns.dueAtMs?.[e]);
    const index = e - first;
    if (dueAt === undefined && isWholeInstant(at)) {
      events.push({ index, atMs: at, state, severity, fields: undefined });
    } else events.push(readEvent({ at, state, severity, dueAt }, { ticket, index }));
  }
  return inOrder(events);
}

/** Whether it is an instant as it stands; what else is one, and what is refused, is read like any other. */
function isWholeInstant(ms: number): boolean {
  return Number.isInteger(ms) && Math.abs(ms) <= MAX_MS;
}

/** The word of a code. A code beyond the list gives a word that no policy has. */
function wordOf(words: readonly string[], code: number): string | undefined {
  return code === 0 ? undefined : (words[code - 1] ?? `code ${code}`);
}

/** The agreed date that a number of the column stands for; undefined if it stands for none. */
function agreedDate(dueAtMs = Number.NaN): HistoryEvent["dueAt"] {
  if (Number.isNaN(dueAtMs)) return undefined;
  return dueAtMs === Number.POSITIVE_INFINITY ? null : dueAtMs;
}

type Filling = Omit<ReadingColumns, "errors">;

function emptyColumns(tickets: readonly string[]): Filling {
  const rows = tickets.length;
  const numbers = () => new Float64Array(rows).fill(Number.NaN);
  return {
    tickets,
    status: new Uint8Array(rows).fill(NO_STATUS),
    breached: new Uint8Array(rows),
    startedAtMs: numbers(),
    originalDueAtMs: numbers(),
    dueAtMs: numbers(),
    projectedDueAtMs: numbers(),
    breachedAtMs: numbers(),
    stoppedAtMs: numbers(),
    allowance: numbers(),
    elapsed: numbers(),
    remaining: numbers(),
    overrun: numbers(),
    pausedFor: numbers(),
    wallElapsedMs: numbers(),
    percentElapsed: numbers(),
    provisional: new Uint8Array(rows),
  };
}

function fill(out: Filling, row: number, reading: NumericReading): void {
  out.status[row] = STATUSES.indexOf(reading.status);
  out.breached[row] = Number(reading.breached);
  out.startedAtMs[row] = reading.startedAtMs ?? Number.NaN;
  out.originalDueAtMs[row] = reading.originalDueAtMs ?? Number.NaN;
  out.dueAtMs[row] = reading.dueAtMs ?? Number.NaN;
  out.projectedDueAtMs[row] = reading.projectedDueAtMs ?? Number.NaN;
  out.breachedAtMs[row] = reading.breachedAtMs ?? Number.NaN;
  out.stoppedAtMs[row] = reading.stoppedAtMs ?? Number.NaN;
  out.allowance[row] = reading.allowance ?? Number.NaN;
  out.elapsed[row] = reading.elapsed;
  out.remaining[row] = reading.remaining ?? Number.NaN;
  out.overrun[row] = reading.overrun;
  out.pausedFor[row] = reading.pausedFor;
  out.wallElapsedMs[row] = reading.wallElapsedMs;
  out.percentElapsed[row] = reading.percentElapsed ?? Number.NaN;
  out.provisional[row] = Number(reading.provisional);
}
