import { checkKeys, isIterable } from "../../input/options";
import { describe, show } from "../../input/show";
import { CoreHoursError } from "../../timeline";
import { HistoryError, problem, readEvent, readTicket, type TicketHistory } from "../clock/history";
import { STATUSES } from "../reading/numbers";

/**
 * Histories as columns: event `e` of ticket `t` lies at `firstEvent[t] <= e < firstEvent[t + 1]`.
 */
export interface HistoryColumns {
  readonly tickets: readonly string[];
  /** The place at which each ticket's events begin. The last entry is the place at which all events end. */
  readonly firstEvent: Uint32Array;
  readonly atMs: Float64Array;
  /** 0 if an event does not give a state, else one more than the state's place in `states`. */
  readonly state: Uint16Array;
  readonly states: readonly string[];
  /** The same for severities. */
  readonly severity: Uint16Array;
  readonly severities: readonly string[];
  /**
   * The agreed dates that events give: NaN if an event does not mention one, Infinity if it takes one
   * back. The column is left out if no event mentions one.
   */
  readonly dueAtMs?: Float64Array | undefined;
}

/**
 * Readings as columns, one row for each ticket. NaN stands for a missing instant or allowance, and fills
 * the row of a ticket that has an error.
 */
export interface ReadingColumns {
  readonly tickets: readonly string[];
  /** Places in {@link STATUSES}; 255 for a ticket that has an error. */
  readonly status: Uint8Array;
  readonly breached: Uint8Array;
  readonly startedAtMs: Float64Array;
  readonly originalDueAtMs: Float64Array;
  readonly dueAtMs: Float64Array;
  readonly projectedDueAtMs: Float64Array;
  readonly breachedAtMs: Float64Array;
  readonly stoppedAtMs: Float64Array;
  readonly allowance: Float64Array;
  readonly elapsed: Float64Array;
  readonly remaining: Float64Array;
  readonly overrun: Float64Array;
  readonly pausedFor: Float64Array;
  readonly wallElapsedMs: Float64Array;
  readonly percentElapsed: Float64Array;
  readonly provisional: Uint8Array;
  /** The errors of tickets that cannot be tracked, by their row. */
  readonly errors: ReadonlyMap<number, CoreHoursError>;
}

/**
 * Puts histories into columns, for {@link Target.trackMany}.
 *
 * @throws {HistoryError} for a history or an event that cannot be read. It names the ticket and the event.
 * @throws {CoreHoursError} `too-many-words` for more than 65,535 states or severities.
 */
export function historyColumns(histories: Iterable<TicketHistory>): HistoryColumns {
  const tickets: string[] = [];
  const firstEvent: number[] = [0];
  const atMs: number[] = [];
  const state: number[] = [];
  const severity: number[] = [];
  const dueAtMs: number[] = [];
  const states = new Codes();
  const severities = new Codes();
  if (!isIterable(histories)) throw historiesInvalid(histories);
  for (const history of histories) {
    const { ticket, events } = readColumn(history);
    for (let index = 0; index < events.length; index++) {
      const event = readEvent(events[index], { ticket, index });
      if (event.fields !== undefined) {
        const what = "columns have no place for fields; give the histories to trackMany as a list";
        throw problem("event-key-unknown", what, { ticket, index });
      }
      atMs.push(event.atMs);
      state.push(states.of(event.state));
      severity.push(severities.of(event.severity));
      dueAtMs.push(
        event.dueAtMs === null ? Number.POSITIVE_INFINITY : (event.dueAtMs ?? Number.NaN),
      );
    }
    tickets.push(ticket);
    firstEvent.push(atMs.length);
  }
  return {
    tickets,
    firstEvent: Uint32Array.from(firstEvent),
    atMs: Float64Array.from(atMs),
    state: Uint16Array.from(state),
    states: states.words,
    severity: Uint16Array.from(severity),
    severities: severities.words,
    ...(dueAtMs.every(Number.isNaN) ? {} : { dueAtMs: Float64Array.from(dueAtMs) }),
  };
}

/** A history that can be put into columns. @throws {HistoryError} if it cannot. */
function readColumn(history: TicketHistory): TicketHistory {
  const read = readTicket(history);
  if (Array.isArray(read.events)) return read;
  throw problem("history-invalid", `a list of events was expected, not ${describe(read.events)}`, {
    ticket: read.ticket,
    given: show(read.events),
  });
}

/** Refuses anything but histories, for {@link historyColumns} and the bulk forms. */
export function historiesInvalid(given: unknown): HistoryError {
  return new HistoryError(
    "histories-invalid",
    `Histories were expected, not ${describe(given)}; give a list of { ticket, events }, or historyColumns of one.`,
    { given: show(given) },
  );
}

/** The most words that a Uint16Array can number from 1. */
const MOST_WORDS = 65_535;

function tooManyWords(): CoreHoursError {
  return new CoreHoursError(
    "too-many-words",
    `Columns hold at most ${MOST_WORDS} states or severities.`,
  );
}

/** Numbers words from 1, in the order in which they come. */
class Codes {
  readonly words: string[] = [];
  readonly #codes = new Map<string, number>();

  of(word: string | undefined): number {
    if (word === undefined) return 0;
    const known = this.#codes.get(word);
    if (known !== undefined) return known;
    if (this.words.length === MOST_WORDS) throw tooManyWords();
    this.words.push(word);
    this.#codes.set(word, this.words.length);
    return this.words.length;
  }
}

/** The names of the columns. They are the keys of a record, so a missing name does not compile. */
const COLUMNS = Object.keys({
  tickets: null,
  firstEvent: null,
  atMs: null,
  state: null,
  states: null,
  severity: null,
  severities: null,
  dueAtMs: null,
} satisfies Record<keyof HistoryColumns, null>);

/** Refuses columns that do not fit together. @throws {CoreHoursError} */
export function checkColumns(columns: HistoryColumns): void {
  checkKeys(columns, COLUMNS, "trackMany", "a column");
  const { tickets, firstEvent, atMs, state, severity, dueAtMs } = columns;
  const areLists = [tickets, columns.states, columns.severities].every(Array.isArray);
  const areNumbers =
    firstEvent instanceof Uint32Array &&
    atMs instanceof Float64Array &&
    state instanceof Uint16Array &&
    severity instanceof Uint16Array &&
    (dueAtMs === undefined || dueAtMs instanceof Float64Array);
  if (!areLists || !areNumbers) {
    throw new CoreHoursError(
      "columns-missing",
      "Columns are tickets, firstEvent, atMs, state, states, severity and severities; make them with historyColumns.",
      { given: Object.keys(columns) },
    );
  }
  if (Math.max(columns.states.length, columns.severities.length) > MOST_WORDS) throw tooManyWords();
  const ends = firstEvent.every((first, i) => first >= (firstEvent[i - 1] ?? 0));
  const fits =
    firstEvent.length === tickets.length + 1 &&
    firstEvent[tickets.length] === atMs.length &&
    state.length === atMs.length &&
    severity.length === atMs.length &&
    (dueAtMs === undefined || dueAtMs.length === atMs.length);
  if (ends && fits) return;
  throw new CoreHoursError(
    "length-mismatch",
    "The columns do not fit together: firstEvent must have one entry more than tickets, never fall, and end at the length that atMs, state and severity share. Make them with historyColumns.",
    {
      tickets: tickets.length,
      firstEvent: firstEvent.length,
      atMs: atMs.length,
      state: state.length,
      severity: severity.length,
    },
  );
}
