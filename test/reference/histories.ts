import fc from "fast-check";
import type {
  AllowanceDefinition,
  ChoiceOverrides,
  CivilAllowance,
  DerivedState,
  EscalationDefinition,
  PolicyDefinition,
  TargetDefinition,
  TimeAllowance,
  WorkingDayAllowance,
} from "../../src/index";
import { isGraded } from "../../src/testing/replay/count";
import { calendarNames, definitionNamed, edgesOf, moments, referenceNamed } from "./sla-calendars";
import { type SlowEvent, type SlowTarget, slowReading, slowTarget } from "./sla-clock";
import { DAY, HOUR, MINUTE } from "./wall-time";
import { OutsideSpan } from "./working-time";

/**
 * Random policies and random tickets, weighted towards where clocks go wrong: events on openings,
 * closings, midnights, clock changes and due instants, one millisecond off them, and several at once.
 */

/** How many random examples each property is shown; PROPERTY_RUNS asks for more or for fewer. */
export const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 100);

// ---------------------------------------------------------------------------------------- policies

const zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"];
const severities = ["1", "2", "3"] as const;

const calendar = fc.constantFrom("a", "b");
const few = (max: number) => fc.oneof(fc.integer({ min: 1, max }), fc.integer({ min: 0, max }));
const cutoff = fc.constantFrom("00:00", "09:00", "12:00", "17:00", "23:59");
const due: fc.Arbitrary<NonNullable<WorkingDayAllowance["due"]>> = fc.oneof(
  fc.constantFrom("end-of-day" as const, "close" as const, "same-time" as const),
  fc.record({ at: fc.constantFrom("16:00", "02:15") }),
);
const civilDue = fc.constantFrom("end-of-day", "same-time");

const time: fc.Arbitrary<TimeAllowance> = fc.oneof(
  fc.record({ hours: fc.constantFrom(1, 2, 4, 7.5, 8, 10, 16, 20, 24), calendar }),
  fc.record({ hours: fc.constantFrom(2, 8, 16), calendar, cutoff }),
  fc.record({ minutes: few(2_400), calendar }),
  fc.record({ hours: few(20), minutes: fc.constantFrom(0, 0.5, 30), calendar }),
);

/** An allowance of no days is never due at a close, since day 0 may have none. */
const workingDays: fc.Arbitrary<WorkingDayAllowance> = fc
  .record(
    { workingDays: few(6), calendar, due, cutoff },
    { requiredKeys: ["workingDays", "calendar"] },
  )
  .map((days) =>
    days.due === "close" || typeof days.due === "object"
      ? { ...days, workingDays: days.workingDays || 1 }
      : days,
  );

const civil: fc.Arbitrary<CivilAllowance> = fc.oneof(
  fc.record({ calendarDays: few(9), due: civilDue }, { requiredKeys: ["calendarDays"] }),
  fc.record({ weeks: few(2), due: civilDue }, { requiredKeys: ["weeks"] }),
  fc.record({ months: few(2) }),
);

const days: fc.Arbitrary<AllowanceDefinition> = fc.oneof(workingDays, civil);
const any: fc.Arbitrary<AllowanceDefinition> = fc.oneof(time, workingDays, civil);

/** One severity in four has no promise. */
const bySeverity = (each: fc.Arbitrary<AllowanceDefinition>) => {
  const maybe = fc.option(each, { freq: 3 });
  return fc.record({ "1": each, "2": maybe, "3": maybe });
};

/** What was used of hours cannot be carried to days, so only the other choices mix them. */
const allowances = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      allowance: fc.oneof(time, bySeverity(time)),
      onSeverityChange: fc.constantFrom("carry-elapsed", "retroactive", "restart"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      allowance: fc.oneof(days, bySeverity(days)),
      onSeverityChange: fc.constantFrom("carry-elapsed", "retroactive", "restart"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      allowance: bySeverity(any),
      onSeverityChange: fc.constantFrom("retroactive", "restart"),
    }),
  },
);

const choices = {
  tie: fc.constantFrom("close", "next-open"),
  atDue: fc.constantFrom("met", "breached"),
  onReopen: fc.constantFrom("resume", "continue", "restart", "new-cycle", "first-only"),
  onceBreached: fc.constantFrom("rejudge", "keep"),
} as const;

const escalations: readonly EscalationDefinition[] = [
  { at: { share: 0.7 } },
  { at: { share: 1.5 }, severities: ["1", "3"] },
  { id: "soon", at: { before: { minutes: 90 } } },
  { id: "elsewhere", at: { before: { hours: 3, calendar: "b" } } },
  { id: "late", at: { after: { hours: 1 } } },
];

/** An allowance beside the one that is counted: how long after a stop, or of pauses. */
const further: fc.Arbitrary<AllowanceDefinition> = fc.oneof(
  fc.record({ hours: fc.constantFrom(0, 1, 4, 8, 24), calendar }),
  fc.record({ workingDays: few(3), calendar }),
  fc.record({ calendarDays: few(3) }),
);

const chosen = {
  ...choices,
  onLateReopen: fc.constantFrom("new-cycle", "ignore", "go-on"),
  agreedDates: fc.constantFrom("replaces", "earlier", "later", "ignore"),
  dayPauses: fc.constantFrom("day-ends", "push"),
  reopenWithin: further,
  pauseLimit: further,
  warnAt: fc.constant([0.5, 0.9, 1]),
  escalations: fc.constant(escalations),
};

const target: fc.Arbitrary<TargetDefinition> = fc
  .record({ measured: allowances, chosen: fc.record(chosen, { requiredKeys: [] }) })
  .map(({ measured, chosen }) => ({
    ...measured,
    ...fitting(chosen, measured),
    onUnknownState: "ignore" as const,
    runs: ["new", "active"],
    pauses: ["waiting"],
    stops: ["done", "closed"],
    cancels: ["void"],
  }));

/** What is measured anew cannot be pushed on by pauses. What does both, an agreed date and a push, is tried by hand. */
function fitting<
  T extends { readonly dayPauses?: "day-ends" | "push"; readonly agreedDates?: string },
>(chosen: T, { onSeverityChange }: { readonly onSeverityChange: string }): T {
  if (chosen.dayPauses !== "push") return chosen;
  if (onSeverityChange === "retroactive") return { ...chosen, dayPauses: "day-ends" };
  return { ...chosen, agreedDates: "ignore" };
}

const call: fc.Arbitrary<ChoiceOverrides> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({ ...choices, due: civilDue, cutoff }, { requiredKeys: [] }),
  },
);

// ------------------------------------------------------------------------------------------ steps

/** Where the next event lies, counted from the one before it. */
interface Step {
  readonly to: "same" | "edge" | "due" | "later";
  readonly edges: number;
  readonly laterMs: number;
  readonly shiftMs: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  to: fc.constantFrom("edge", "due", "later", "same"),
  edges: fc.nat({ max: 8 }),
  laterMs: fc.oneof(
    fc.constantFrom(1, 30 * MINUTE, HOUR, 8 * HOUR, DAY, 3 * DAY, 7 * DAY),
    fc.integer({ min: 1, max: 2 * DAY }),
  ),
  shiftMs: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.constantFrom(-1, 1) },
    { weight: 1, arbitrary: fc.integer({ min: -2 * HOUR, max: 2 * HOUR }) },
  ),
});

const state = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("new", "active") },
  { weight: 4, arbitrary: fc.constant("waiting") },
  { weight: 3, arbitrary: fc.constantFrom("done", "closed") },
  { weight: 1, arbitrary: fc.constantFrom("note", "void") },
  { weight: 1, arbitrary: fc.constant("strange") },
);

/** How long after its event an agreed date lies; null takes it back. */
const dueIn = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(30 * MINUTE, 8 * HOUR, DAY, 3 * DAY, 7 * DAY) },
  { weight: 1, arbitrary: fc.constantFrom(-DAY, 0) },
  { weight: 2, arbitrary: fc.constant(null) },
);

/** What else is known of a ticket: by it, rows name its state and a target applies. */
const fields = fc.oneof(
  fc.record({ waitsFor: fc.constantFrom("customer", "us", null) }),
  fc.record({ type: fc.constantFrom("incident", "question", null) }),
);

const happening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ state }) },
  { weight: 2, arbitrary: fc.record({ severity: fc.constantFrom(...severities) }) },
  { weight: 2, arbitrary: fc.record({ state, severity: fc.constantFrom(...severities) }) },
  { weight: 2, arbitrary: fc.record({ dueIn }) },
  { weight: 1, arbitrary: fc.record({ state, dueIn }) },
);

const start = fc.oneof(
  { weight: 8, arbitrary: fc.record({ state: fc.constant("new"), severity: fc.constant("1") }) },
  { weight: 2, arbitrary: fc.record({ state: fc.constant("new") }) },
  { weight: 1, arbitrary: happening },
);

const draft = fc.record({
  about: fc.constantFrom(...moments),
  calendars: fc.tuple(fc.constantFrom(...calendarNames), fc.constantFrom(...calendarNames)),
  timeZone: fc.constantFrom(...zones),
  target,
  call,
  first: fc.record({ step, daysBefore: fc.nat({ max: 6 }), what: start }),
  next: fc.array(fc.record({ step, what: happening }), { maxLength: 7 }),
  asOf: fc.array(fc.record({ after: fc.nat({ max: 8 }), step }), { minLength: 1, maxLength: 3 }),
  isGradedAtOnce: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()),
  order: fc.option(fc.array(fc.nat({ max: 100 }), { minLength: 8, maxLength: 8 })),
});

// ----------------------------------------------------------------------------------------- scenes

/** The state that the fields of a ticket name: who works on it does not work while the customer is asked. */
export const derivedStates: readonly DerivedState[] = [
  { state: "waiting", when: { state: ["new", "active"], waitsFor: ["customer"] } },
  ...["new", "active", "waiting", "done", "closed", "note", "void"].map((state) => ({
    state,
    when: { state: [state] },
  })),
];

/** An event as a person reads it. */
export interface TicketEvent {
  readonly at: string;
  readonly state?: string;
  readonly severity?: string;
  readonly dueAt?: string | null;
  readonly fields?: Readonly<Record<string, string | null>>;
}

/** A policy, a ticket under it, and instants at which to read its clock. */
export interface Scene {
  readonly about: string;
  readonly calendars: readonly [string, string];
  readonly timeZone: string;
  readonly target: TargetDefinition;
  readonly call: ChoiceOverrides;
  /** Whether the fields of a ticket name its state. */
  readonly derives?: boolean;
  readonly events: readonly TicketEvent[];
  readonly asOf: readonly string[];
}

export const scene: fc.Arbitrary<Scene> = draft.map(
  ({ first, next, asOf, order, isGradedAtOnce, ...world }): Scene => {
    const slow = slowTargetOf(world);
    const from = { events: [], lastMs: Date.parse(world.about) - first.daysBefore * DAY };
    let place = follow(world, slow, from, first.step, first.what);
    const places = [place];
    for (const { step, what } of next) {
      place = follow(world, slow, place, step, what);
      places.push(place);
    }
    const instants = asOf.map(({ after, step }) => {
      const from = places[after % places.length] ?? place;
      return isoOf(reach(world, slow, from, step));
    });
    const events = shuffled(place.events, order);
    // Before a severity is known, pauses push on by the first allowance's calendar.
    const { dayPauses, agreedDates } = { ...world.target, ...world.call };
    const needsIt = dayPauses === "push" || agreedDates === "earlier" || agreedDates === "later";
    const isGraded = isGradedAtOnce || needsIt;
    const known = isGraded ? graded(events) : events;
    return { ...world, events: known.map(written), asOf: instants };
  },
);

/** Scenes of tickets whose fields name their states, or say whether the target applies to them. */
export const sceneOfFields: fc.Arbitrary<Scene> = fc
  .record({
    scene,
    uses: fc.constantFrom("states", "target", "both"),
    given: fc.array(fields, { minLength: 1, maxLength: 8 }),
    places: fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 8 }),
  })
  .map(({ scene, uses, given, places }) => {
    const events = scene.events.map((event, i) => {
      const own = given.filter((_, n) => (places[n % places.length] ?? 0) === i);
      return own.length === 0 ? event : { ...event, fields: Object.assign({}, ...own) };
    });
    const derives = uses !== "target";
    if (uses === "states") return { ...scene, events, derives };
    // A date that is agreed on does nothing to a ticket that the target does not apply to; that is tried by hand.
    const own = { when: { type: ["incident"] }, agreedDates: "ignore" } as const;
    const target = { ...scene.target, ...own };
    return { ...scene, target, derives, events: gradedFirst(events) };
  });

/** The same events, of which the first has a severity. */
function gradedFirst(events: readonly TicketEvent[]): readonly TicketEvent[] {
  const first = events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))[0];
  return events.map((event) => (event === first ? { severity: "1", ...event } : event));
}

/** Scenes without agreed dates and limits of pauses, and whose pauses push nothing on. */
export const plainScene: fc.Arbitrary<Scene> = scene.map(({ target, events, ...rest }) => {
  const { pauseLimit, dayPauses, ...plain } = target;
  return { ...rest, target: plain, events: events.map(({ dueAt, ...event }) => event) };
});

type World = Pick<Scene, "about" | "calendars" | "timeZone" | "target" | "call" | "derives">;

/** What happens in one event. */
type Happening = Pick<SlowEvent, "state" | "severity"> & { readonly dueIn?: number | null };

/** A ticket so far. */
interface Place {
  readonly events: readonly SlowEvent[];
  readonly lastMs: number;
}

function follow(
  world: World,
  slow: SlowTarget,
  from: Place,
  step: Step,
  { dueIn, ...what }: Happening,
): Place {
  const atMs = reach(world, slow, from, step);
  const agreed = dueIn === undefined ? {} : { dueMs: dueIn === null ? null : atMs + dueIn };
  return { events: [...from.events, { atMs, ...what, ...agreed }], lastMs: atMs };
}

/** The instant that a step leads to; at most some weeks from what the scene is about. */
function reach(world: World, slow: SlowTarget, { events, lastMs }: Place, step: Step): number {
  const { to, edges, laterMs, shiftMs } = step;
  const aboutMs = Date.parse(world.about);
  const onward = () => {
    if (to === "same") return lastMs;
    if (to === "later") return lastMs + laterMs;
    if (to === "due") return projectedDue(slow, graded(events), lastMs);
    const ahead = world.calendars
      .flatMap((name) => edgesOf(name, world.about))
      .filter((ms) => ms > lastMs)
      .toSorted((a, b) => a - b);
    return ahead[edges] ?? lastMs;
  };
  return Math.min(Math.max(onward() + shiftMs, aboutMs - 30 * DAY), aboutMs + 30 * DAY);
}

function projectedDue(slow: SlowTarget, events: readonly SlowEvent[], atMs: number): number {
  try {
    return slowReading(slow, events, atMs).projectedDueAtMs ?? atMs;
  } catch (error) {
    if (error instanceof OutsideSpan) return atMs;
    throw error;
  }
}

/** The events with a severity in the first of them, so no start lacks one. */
function graded(events: readonly SlowEvent[]): readonly SlowEvent[] {
  const first = events.toSorted((a, b) => a.atMs - b.atMs)[0];
  return events.map((event) => (event === first ? { severity: "1", ...event } : event));
}

function written({ atMs, dueMs, ...what }: SlowEvent): TicketEvent {
  const agreed = dueMs === undefined ? {} : { dueAt: dueMs === null ? null : isoOf(dueMs) };
  return { at: isoOf(atMs), ...what, ...agreed };
}

/** The events in another order, given by numbers; in their own order without numbers. */
export function shuffled<T>(events: readonly T[], order: readonly number[] | null): readonly T[] {
  if (order === null) return events;
  return events
    .map((event, i) => ({ event, key: order[i % order.length] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ event }) => event);
}

export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

// ------------------------------------------------------------------------------ scenes made real

/** The policy of a scene. Its second target only makes `note` a known state. */
export function policyOf({ calendars: [a, b], timeZone, target, derives = false }: World) {
  return {
    ...(derives ? { derive: derivedStates } : {}),
    id: "desk",
    timeZone,
    calendars: { a: definitionNamed(a), b: definitionNamed(b) },
    severities,
    targets: {
      fix: target,
      reply: {
        allowance: { weeks: 1 },
        runs: ["note"],
        stops: ["done"],
        onUnknownState: "ignore",
      },
    },
  } satisfies PolicyDefinition;
}

/** The target of a scene as the slow clock takes it. */
export function slowTargetOf({
  about,
  calendars: [a, b],
  timeZone,
  target,
  call,
}: World): SlowTarget {
  const calendarNamed = (name: string) => referenceNamed(name === "a" ? a : b, about);
  return slowTarget(withUnmet(target), calendarNamed, timeZone, call);
}

/** The severities of tickets that a target does not apply to, and of those that it applies to without grades. */
const [UNMET, MET] = ["does not apply", "applies"];

/** A target that does not apply to some tickets promises nothing to a severity of theirs. */
function withUnmet({ when, ...target }: TargetDefinition): TargetDefinition {
  if (when === undefined) return target;
  const { allowance } = target;
  const graded = isGraded({ definition: target }) ? Object(allowance) : { [MET]: allowance };
  return { ...target, allowance: { ...graded, [UNMET]: null } as TargetDefinition["allowance"] };
}

/** The events of a scene as the slow clock takes them. */
export function slowEventsOf({
  events,
  target,
  derives = false,
}: Pick<Scene, "events"> & Partial<Pick<Scene, "target" | "derives">>): readonly SlowEvent[] {
  const told = events.map(({ at, dueAt, ...what }) => ({
    atMs: Date.parse(at),
    ...what,
    ...(dueAt === undefined ? {} : { dueMs: dueAt === null ? null : Date.parse(dueAt) }),
  }));
  if (!derives && target?.when === undefined) return told.map(({ fields: _, ...event }) => event);
  return known(told, target, derives);
}

type Told = SlowEvent & Pick<TicketEvent, "fields">;

/** Events in which the state is the one that the fields name, and the severity says whether the target applies. */
function known(
  told: readonly Told[],
  target: TargetDefinition | undefined,
  derives: boolean,
): readonly SlowEvent[] {
  const instants = [...new Set(told.map(({ atMs }) => atMs))].toSorted((a, b) => a - b);
  const fields = new Map<string, string | null>();
  let state: string | undefined;
  return instants.flatMap((atMs): SlowEvent[] => {
    const once = told.filter((event) => event.atMs === atMs);
    for (const { state, severity, fields: more } of once) {
      for (const [name, value] of Object.entries({ state, severity, ...more })) {
        if (value !== undefined) fields.set(name, value);
      }
    }
    const isSo = (when: Readonly<Record<string, readonly string[]>> = {}) =>
      Object.entries(when).every(([name, values]) => values.includes(fields.get(name) ?? ""));
    const before = state;
    if (derives) state = derivedStates.find(({ when }) => isSo(when))?.state ?? state;
    const states: SlowEvent[] = once.map(({ fields: _, severity: __, ...event }) => event);
    const changes: readonly SlowEvent[] = derives
      ? [
          ...states.map(({ state: _, ...event }) => event),
          ...(state === before || state === undefined ? [] : [{ atMs, state }]),
        ]
      : states;
    const severity = fields.get("severity");
    const given = severity === undefined || severity === null ? {} : { severity };
    if (target?.when === undefined) return [{ atMs, ...given }, ...changes];
    const graded = isGraded({ definition: target }) ? (severity ?? UNMET) : MET;
    return [{ atMs, severity: isSo(target.when) ? graded : UNMET }, ...changes];
  });
}
