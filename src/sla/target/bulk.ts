import { MAX_MS } from "../../timeline/units";
import {
  type HistoryEvent,
  hasKnownKeys,
  hasSeverity,
  readHistory,
  readTicket,
  type TicketHistory,
  ticketNamed,
  usesFields,
  type Vocabulary,
} from "../clock/history";
import type { NumericReading } from "../reading/numbers";
import type { Asked } from "./asked";
import {
  type BulkResult,
  type BulkWork,
  type Filler,
  resultOf,
  trackEvents,
  trackInPlace,
} from "./run";
import { numberRuns, numbersOf, runInPlace, runTogether } from "./together";

/** The numbers of one ticket. @throws {HistoryError} if its history cannot be tracked. */
function trackHistory(
  events: readonly HistoryEvent[],
  work: BulkWork,
  ticket: string,
): NumericReading {
  if (usesFields(work.words) || !isPlain(events, work.words))
    return trackEvents(readHistory(events, ticket), work, ticket);
  return trackInPlace(events.length, filler(events), work);
}

/** Fills in the events of a plain list. */
function filler(events: readonly HistoryEvent[]): Filler {
  return (index, event) => {
    // isPlain has checked that the index is within the list and that the instant is a number.
    const { at, state, severity } = events[index] as HistoryEvent;
    event.atMs = at as number;
    event.state = state;
    event.severity = severity;
  };
}

/**
 * Whether every event of a history is in order, at an instant in milliseconds and in known words. Only the
 * first event of an instant may give a new severity, and no event may give fields or an agreed date.
 */
function isPlain(events: readonly HistoryEvent[], words: Vocabulary): boolean {
  try {
    return arePlain(events, words);
  } catch {
    return false; // An event cannot be read. Reading that ticket by itself says why.
  }
}

function arePlain(events: readonly HistoryEvent[], words: Vocabulary): boolean {
  if (!Array.isArray(events)) return false;
  let lastMs = -MAX_MS;
  let lastSeverity: string | undefined;
  for (let index = 0; index < events.length; index++) {
    // An event that is null, or a hole, cannot be read.
    const event = events[index] as HistoryEvent;
    const { at, state, severity } = event;
    const isGood =
      typeof at === "number" &&
      at >= lastMs &&
      at <= MAX_MS &&
      Number.isInteger(at) &&
      (state === undefined || words.states.has(state)) &&
      (severity === undefined ||
        severity === lastSeverity ||
        (at > lastMs && hasSeverity(words, severity))) &&
      hasKnownKeys(event) &&
      event.fields === undefined &&
      event.dueAt === undefined;
    if (!isGood) return false;
    lastMs = at;
    lastSeverity = severity ?? lastSeverity;
  }
  return true;
}

/** Tickets whose histories are lists, one by one as they are asked for. */
export function* trackEach(
  histories: Iterable<TicketHistory>,
  work: BulkWork,
): Generator<BulkResult, undefined> {
  for (const history of histories) {
    const ticket = ticketNamed(history);
    yield resultOf(ticket, () => trackHistory(readTicket(history).events, work, ticket));
  }
}

/** One ticket's outcome against one of several targets. */
export type NamedResult = BulkResult & { readonly target: string };

/** The same against several targets. For each ticket, their results come one after the other. */
export function* trackEachTogether(
  histories: Iterable<TicketHistory>,
  asked: readonly Asked[],
  asOfMs: number,
): Generator<NamedResult, undefined> {
  const words = strictestWords(asked);
  for (const history of histories) {
    const ticket = ticketNamed(history);
    const runs = numberRuns(asked);
    let refused: unknown;
    try {
      const { events } = readTicket(history);
      if (words && isPlain(events, words)) {
        runInPlace(runs, events.length, filler(events), asOfMs);
      } else runTogether(runs, readHistory(events, ticket), asOfMs, ticket);
    } catch (error) {
      refused = error;
    }
    for (const run of runs) {
      const result = resultOf(ticket, () => {
        if (refused !== undefined) throw refused;
        return numbersOf(run, asOfMs);
      });
      yield Object.assign(result, { target: run.asked.target.id });
    }
  }
}

/** The words that every target knows, so a history is plain for all; null if a target asks for fields. */
export function strictestWords(asked: readonly Asked[]): Vocabulary | null {
  const [first] = asked;
  if (!first || asked.some(({ words }) => usesFields(words))) return null;
  const graded = asked.flatMap(({ words }) => (words.graded ? [words.graded] : []));
  const [some, ...others] = graded;
  const common = some && new Set([...some].filter((each) => others.every((o) => o.has(each))));
  // All targets of a policy share its states and its severities.
  return { ...first.words, graded: common ?? null };
}
