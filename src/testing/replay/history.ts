import type { DerivedState, When } from "../../sla/clock/fields";
import type { TargetDefinition } from "../../sla/target/definition";
import type { PlainCalendar } from "./calendar";
import { choicesOf, isGraded, type PlainTarget } from "./count";
import { NotJudged } from "./measure";

/** What a history says, put in the words of the replay. */

/** A target of a policy, for which the fields of its tickets may count. */
export interface ReplayedTarget extends PlainTarget {
  readonly calendars: Readonly<Record<string, PlainCalendar>>;
  /** The states that the fields of a ticket name; null if its events name them. */
  readonly derive: readonly DerivedState[] | null;
  /** The fields of the tickets that it applies to; null for all tickets. */
  readonly when: When | null;
}

/** An event of a ticket, its instants in epoch milliseconds. */
export interface PlainEvent {
  readonly atMs: number;
  readonly state?: string | undefined;
  readonly severity?: string | undefined;
  /** An agreed date; null takes it back. */
  readonly dueMs?: number | null | undefined;
  readonly fields?: Readonly<Record<string, string | null>> | undefined;
}

/** The severities of tickets that a target does not apply to, and of those that it applies to without grades. */
const UNMET = "(does not apply)";
export const MET = "(applies)";

/** A target that does not apply to some tickets promises nothing to a severity of theirs. */
export function withUnmet({ when, ...target }: TargetDefinition): TargetDefinition {
  if (when === undefined) return target;
  const { allowance } = target;
  const isEach = typeof allowance === "object" && isGraded({ definition: target });
  const graded = isEach ? allowance : { [MET]: allowance };
  // Either way it is one allowance for each severity.
  return { ...target, allowance: { ...graded, [UNMET]: null } as TargetDefinition["allowance"] };
}

/** Events of one instant are one change: the last severity and the last date given at it hold for the whole change. */
export function oneChange(
  { atMs, state }: PlainEvent,
  i: number,
  all: readonly PlainEvent[],
): PlainEvent[] {
  if (all[i - 1]?.atMs === atMs) return [{ atMs, state }];
  const once = all.filter((event) => event.atMs === atMs);
  const severity = once
    .map((event) => event.severity)
    .filter(isGiven)
    .at(-1);
  const dueMs = once
    .map((event) => event.dueMs)
    .filter(isGiven)
    .at(-1);
  return [{ atMs, state, severity, dueMs }];
}

function isGiven<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** Events in which the state is the one that fields name, and the severity says whether the target applies. */
export function asKnown(
  { derive, when, definition }: ReplayedTarget,
  events: readonly PlainEvent[],
): readonly PlainEvent[] {
  if (derive === null && when === null) return events;
  const known = new Map<string, string | null>();
  let last: string | undefined;
  const instants = [...new Set(events.map(({ atMs }) => atMs))];
  return instants.flatMap((atMs): PlainEvent[] => {
    const once = events.filter((event) => event.atMs === atMs);
    for (const { state, severity, fields } of once) {
      for (const [name, value] of Object.entries({ state, severity, ...fields })) {
        if (value !== undefined) known.set(name, value);
      }
    }
    const severity = known.get("severity") ?? undefined;
    const grade = Object.hasOwn(Object(definition.allowance), MET) ? MET : (severity ?? UNMET);
    const graded = when === null ? severity : meets(when, known) ? grade : UNMET;
    const before = last;
    if (derive) last = stateOf(derive, known) ?? last;
    const states: readonly PlainEvent[] = derive
      ? [{ atMs, state: last === before ? undefined : last }]
      : once.map(({ state }) => ({ atMs, state }));
    const dates = once.map(({ dueMs }) => ({ atMs, dueMs }));
    return [{ atMs, severity: graded }, ...dates, ...states];
  });
}

function stateOf(rows: readonly DerivedState[], known: Known): string | undefined {
  return rows.find(({ when = {} }) => meets(when, known))?.state;
}

type Known = ReadonlyMap<string, string | null>;

function meets(when: When, known: Known): boolean {
  return Object.entries(when).every(([name, values]) => values.includes(known.get(name) ?? ""));
}

/** Whether an agreed date has a say in a history. */
export function isAgreedIn(target: PlainTarget, events: readonly PlainEvent[]): boolean {
  const { agreedDates } = choicesOf(target);
  return agreedDates !== "ignore" && events.some(({ dueMs }) => dueMs !== undefined);
}

/** Refuses two choices at once of which the replay knows each alone. @throws {NotJudged} */
export function refuseUnjudged(target: ReplayedTarget, events: readonly PlainEvent[]): void {
  const { agreedDates, dayPauses } = choicesOf(target);
  const [first] = events;
  const isUngraded =
    isGraded(target) &&
    !events.some(({ atMs, severity }) => atMs === first?.atMs && severity !== undefined);
  const isAgreed = isAgreedIn(target, events);
  const countsBoth = isAgreed && agreedDates !== "replaces";
  const pushes = dayPauses === "push";
  if (isAgreed && (pushes || target.when !== null)) throw new NotJudged();
  if (isUngraded && (countsBoth || pushes || target.when !== null)) throw new NotJudged();
}
