import type { Window, WindowDefinition, WindowReading } from "../building-blocks/windows";
import { HistoryError } from "../clock/history";
import { type Arrival, begun, type Occurrence } from "./arrivals";
import type { Place, ToldObligation } from "./obligations";

/** A window whose events have come. */
export function windowObligations(
  name: string,
  definition: WindowDefinition,
  window: Window,
  place: Place,
): readonly ToldObligation[] {
  const { events = {}, doneOn } = definition;
  const startsOn = Object.values(events).flat();
  const bounds = { ...definition, startsOn, finishesOn: doneOn };
  return begun(bounds, place).flatMap((last) => obligationOf(name, last, events, window, place));
}

function obligationOf(
  name: string,
  last: Occurrence,
  events: Events,
  window: Window,
  place: Place,
): readonly ToldObligation[] {
  const instants = eventsOf(last, events);
  const untilMs = last.end?.atMs ?? place.asOfMs;
  const reading = asked(() => window(instants, { asOf: untilMs }));
  if (reading === null) return [];
  const { opensAt, opensAtMs, closesAt, inclusive, status, title, clause, provisional } = reading;
  // A window opens as one of its events comes.
  const from = [last.from, ...last.within].find(({ atMs }) => atMs === opensAtMs) as Arrival;
  const isDone = last.end?.how === "finished";
  const isShut = status === "closed" || last.end !== null;
  const changes = { at: closesAt.plus(inclusive ? 1 : 0), kind: "shut" as const };
  return [
    {
      kind: "window",
      name,
      step: null,
      number: null,
      byItself: false,
      title,
      clause,
      severity: null,
      event: from.word,
      from: opensAt,
      dueAt: closesAt,
      status: isDone ? "done" : isShut ? "shut" : "running",
      late: isDone && status === "closed",
      doneAt: isDone && last.end ? place.instant(last.end.atMs) : null,
      nextChange: isDone || isShut ? null : changes,
      provisional,
    },
  ];
}

type Events = NonNullable<WindowDefinition["events"]>;

/** When each event of a window came first, by its name. */
function eventsOf({ from, within }: Occurrence, events: Events) {
  const arrivals = [from, ...within];
  const found = Object.entries(events).flatMap(([name, words]) => {
    const arrival = arrivals.find(({ word }) => words.includes(word));
    return arrival ? [[name, arrival.atMs] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Null until all of the events that the window counts from have come. */
function asked(ask: () => WindowReading): WindowReading | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof HistoryError && error.code === "event-missing") return null;
    throw error;
  }
}
