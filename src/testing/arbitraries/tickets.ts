import fc from "fast-check";
import { checkSlaGiven } from "../../sla/given-sla";
import type { SlaNames } from "../../sla/names";
import type { Sla } from "../../sla/sla";
import type { Target } from "../../sla/target/target";
import { CoreHoursError, isoOf } from "../../timeline/errors";
import { DAY_MS, HOUR_MS } from "../../timeline/units";
import { drawOptions, type Span, within } from "../options";
import { type AskedTarget, askedTarget, nextEdge, severitiesOf } from "./asked-target";
import { EDGES, edgeFinder } from "./edges";
import { anyDay, anyPlace, anyShift } from "./instants";

/** An event of a ticket, as in a history; its instant is ISO text in UTC. */
export interface ExampleEvent {
  readonly at: string;
  readonly state?: string;
  readonly severity?: string;
  /** A date that is agreed on; null takes it back. */
  readonly dueAt?: string | null;
  readonly fields?: Readonly<Record<string, string | null>>;
}

/** A ticket, and an instant at which to read its clock. */
export interface ExampleTicket {
  readonly events: readonly ExampleEvent[];
  readonly asOf: string;
}

/** How the next instant of a ticket is found from the one before it. */
interface Step {
  readonly to: "later" | "edge" | "due" | "same";
  readonly edges: number;
  readonly laterMs: number;
  readonly shiftMs: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  to: fc.constantFrom("later", "edge", "due", "same"),
  edges: fc.integer({ min: 1, max: 4 }),
  laterMs: fc.oneof(
    fc.constantFrom(HOUR_MS, 8 * HOUR_MS, DAY_MS, 7 * DAY_MS),
    fc.integer({ min: 1, max: 3 * DAY_MS }),
  ),
  shiftMs: anyShift,
});

const start = fc.record({
  place: anyPlace,
  edge: fc.constantFrom(...EDGES),
  shiftMs: anyShift,
});

/**
 * Any ticket of one target of a policy: one to eight events with the policy's own states and
 * severities, at openings, closings, midnights and due instants of the target's calendars, a
 * millisecond off them, several at once, now and then out of order; and an instant to read its clock
 * at, which may come before some of them. A severity comes with its first event if the allowance
 * depends on it. Fields that the policy asks for come with any event, and agreed dates if the target's
 * `agreedDates` says what they do. All events are early enough for the calendars to cover the due instant, so `track`
 * accepts every such ticket. Shrinks to fewer events.
 *
 * @param sla made by `defineSla`, or from the catalogue
 * @param target the name of one of its targets
 * @param span `from` and `until`, if only a part of what its calendars cover is of interest
 * @throws {CoreHoursError} `not-an-sla` if it is not a policy; `target-unknown` for an unknown
 *   target; `span-empty` if its calendars cover nothing of the span.
 * @example
 * fc.property(anyTicketFor(sla, "fix"), ({ events, asOf }) => {
 *   const reading = sla.targets.fix.track(events, { asOf });
 *   return reading.status !== "pending" || reading.startedAt === null;
 * });
 */
export function anyTicketFor<N extends SlaNames>(
  sla: Sla<N>,
  target: N["targets"],
  span?: Span,
): fc.Arbitrary<ExampleTicket> {
  checkSlaGiven(sla, "anyTicketFor");
  return anyTicketOf(askedTarget(sla, target, drawOptions(span, "anyTicketFor")));
}

/**
 * Any ticket of a target, near the edges of its calendars and within bounds.
 *
 * @param isAny whether dates may be agreed on for it, whatever the target makes of them, and whether its
 *   severity may not be known at first
 */
export function anyTicketOf(
  { target, calendars, bounds, fields }: AskedTarget,
  isAny = false,
): fc.Arbitrary<ExampleTicket> {
  const reach = (fromMs: number, events: readonly ExampleEvent[], step: Step): number => {
    const onward = {
      later: () => fromMs + step.laterMs,
      edge: () => nthEdge(fromMs, step.edges),
      due: () => dueOf(target, events, fromMs),
      same: () => fromMs,
    };
    return within(bounds, onward[step.to]() + step.shiftMs);
  };
  const nthEdge = (fromMs: number, n: number): number =>
    n === 0 ? fromMs : nthEdge(nextEdge(calendars, fromMs), n - 1);

  return fc
    .record({
      day: anyDay(bounds),
      find: fc.constantFrom(...calendars.map((calendar) => edgeFinder(calendar, bounds))),
      start,
      first: anyStart(target),
      next: fc.array(fc.record({ step, what: anyChange(target) }), { maxLength: 7 }),
      more: anyMore(target, fields, isAny),
      isUngraded: isAny ? fc.integer({ min: 0, max: 9 }).map((n) => n === 9) : fc.constant(false),
      asOf: fc.record({ after: fc.nat({ max: 7 }), step }),
    })
    .map(({ day, find, start, first, next, more, isUngraded, asOf }) => {
      const placeMs = find.place(day * DAY_MS, start.place);
      let atMs = within(bounds, find.edge(placeMs, start.edge) + start.shiftMs);
      const events: ExampleEvent[] = [{ at: isoOf(atMs), ...first }];
      for (const { step, what } of next) {
        atMs = reach(atMs, events, step);
        events.push({ at: isoOf(atMs), ...what });
      }
      const after = events[asOf.after % events.length]?.at ?? isoOf(atMs);
      const known = isUngraded ? events : graded(events, severitiesOf(target));
      return {
        events: known.map((event, i) => withMore(event, more[i], bounds)),
        asOf: isoOf(reach(Date.parse(after), events, asOf.step)),
      };
    });
}

/**
 * Only the events of {@link anyTicketFor any ticket} of a target.
 *
 * @example fc.sample(anyHistoryFor(nhsmail(), "incidentResolution"), 1) // such as [[{ at:
 *   "2024-01-01T07:00:00.000Z", state: "new" }]]
 */
export function anyHistoryFor<N extends SlaNames>(
  sla: Sla<N>,
  target: N["targets"],
  span?: Span,
): fc.Arbitrary<readonly ExampleEvent[]> {
  return anyTicketFor(sla, target, span).map(({ events }) => events);
}

/** When a ticket is due after its events so far; at once if that is unknown. */
function dueOf(target: Target, events: readonly ExampleEvent[], asOfMs: number): number {
  try {
    return target.track(events, { asOf: asOfMs }).projectedDueAt?.toMillis() ?? asOfMs;
  } catch (error) {
    if (error instanceof CoreHoursError) return asOfMs;
    throw error;
  }
}

/** What else an event may give: fields, and a date so long after it; null takes a date back. */
interface More {
  readonly fields: readonly (readonly [string, string | null])[];
  readonly dueInMs?: number | null;
}

function anyMore(
  { definition }: Target,
  known: AskedTarget["fields"],
  isAny: boolean,
): fc.Arbitrary<readonly (More | undefined)[]> {
  const agrees = isAny || (definition.agreedDates ?? "ignore") !== "ignore";
  const fields = [...known].map(([name, values]) =>
    fc.tuple(fc.constant(name), fc.constantFrom(...values, "(another)", null)),
  );
  if (!agrees && fields.length === 0) return fc.constant([]);
  const [field, ...others] = fields;
  const given = field ? fc.array(fc.oneof(field, ...others), { maxLength: 2 }) : fc.constant([]);
  const dueInMs = fc.constantFrom(HOUR_MS, DAY_MS, 3 * DAY_MS, 7 * DAY_MS, 0, -DAY_MS, null);
  const dated = { weight: 1, arbitrary: fc.record({ fields: given, dueInMs }) };
  const undated = { weight: 5, arbitrary: fc.record({ fields: given }) };
  const more: fc.Arbitrary<More> = agrees ? fc.oneof(undated, dated) : undated.arbitrary;
  return fc.array(more, { maxLength: 8 });
}

function withMore(event: ExampleEvent, more: More | undefined, bounds: AskedTarget["bounds"]) {
  if (more === undefined) return event;
  const { fields, dueInMs } = more;
  const told = fields.length === 0 ? event : { ...event, fields: Object.fromEntries(fields) };
  if (dueInMs === undefined) return told;
  const dueAt = dueInMs === null ? null : isoOf(within(bounds, Date.parse(event.at) + dueInMs));
  return { ...told, dueAt };
}

type What = Omit<ExampleEvent, "at">;

/** The first event of a ticket: mostly one that starts its clock. */
function anyStart(target: Target): fc.Arbitrary<What> {
  const [severity, ...others] = severitiesOf(target);
  const runs = fc.record({ state: fc.constantFrom(...target.definition.runs) });
  if (severity === undefined) return fc.oneof({ weight: 6, arbitrary: runs }, anyChange(target));
  const severities = fc.constantFrom(severity, ...others);
  return fc
    .tuple(fc.oneof({ weight: 6, arbitrary: runs }, anyChange(target)), severities)
    .map(([what, severity]) => ({ ...what, severity }));
}

/** What happens to a ticket: another state, another severity, or both. */
function anyChange(target: Target): fc.Arbitrary<What> {
  const { runs, pauses = [], stops, cancels = [], onUnknownState } = target.definition;
  const unknown = onUnknownState === "ignore" ? ["(unknown)"] : [];
  const known = [...runs, ...pauses, ...stops, ...cancels];
  const foreign = [...target.states].filter((state) => !known.includes(state));
  const among = (weight: number, states: readonly string[]) =>
    states.length === 0 ? [] : [{ weight, arbitrary: fc.constantFrom(...states) }];
  const state = fc.oneof(
    { withCrossShrink: true },
    ...among(6, runs),
    ...among(4, pauses),
    ...among(4, stops),
    ...among(1, cancels),
    ...among(1, foreign),
    ...among(1, unknown),
  );
  const [severity, ...others] = severitiesOf(target);
  if (severity === undefined) return fc.record({ state });
  const severities = fc.constantFrom(severity, ...others);
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: fc.record({ state }) },
    { weight: 1, arbitrary: fc.record({ severity: severities }) },
    { weight: 1, arbitrary: fc.record({ state, severity: severities }) },
  );
}

/** Puts a severity into the first event, if the policy has severities. */
function graded(
  events: readonly ExampleEvent[],
  [severity]: readonly string[],
): readonly ExampleEvent[] {
  if (severity === undefined) return events;
  const first = [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0];
  return events.map((event) =>
    event === first ? { ...event, severity: event.severity ?? severity } : event,
  );
}
