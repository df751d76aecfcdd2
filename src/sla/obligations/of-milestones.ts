import type { Milestone, Milestones, MilestonesDefinition } from "../building-blocks/milestones";
import { begun, type Occurrence } from "./arrivals";
import type { ObligationStatus, Place, ToldChange, ToldObligation } from "./obligations";

/** The steps of a chain that have come or will come. */
export function milestoneObligations(
  name: string,
  definition: MilestonesDefinition,
  milestones: Milestones,
  place: Place,
): readonly ToldObligation[] {
  const finishesOn = definition.steps.at(-1)?.doneOn;
  return begun({ ...definition, finishesOn }, place).flatMap((chain) =>
    stepsOf(chain, milestones).map((step) => obligationOf(name, step, chain, definition, place)),
  );
}

function obligationOf(
  name: string,
  step: Milestone,
  chain: Occurrence,
  definition: MilestonesDefinition,
  place: Place,
): ToldObligation {
  const done = definition.steps.find(({ id }) => id === step.id)?.doneOn ?? null;
  const stands = done ? byHand(step, done, chain, place) : byItself(step, place);
  return {
    kind: "milestone",
    name,
    step: step.id,
    number: null,
    byItself: done === null,
    title: step.title,
    clause: step.clause,
    severity: null,
    event: chain.from.word,
    from: place.instant(chain.from.atMs),
    dueAt: step.at,
    provisional: step.provisional,
    ...stands,
  };
}

/** The steps that come. An early end may bring about others, and calling a chain off ends it. */
function stepsOf({ from, end }: Occurrence, milestones: Milestones): readonly Milestone[] {
  if (end === null || end.how === "finished") return milestones(from.atMs);
  if (end.how === "ended") return milestones(from.atMs, { until: end.atMs });
  return milestones(from.atMs).filter(({ at }) => at.toMillis() <= end.atMs);
}

type Stands = Pick<ToldObligation, "status" | "late" | "doneAt" | "nextChange">;

/** A step that happens by itself is done as its time comes. */
function byItself({ at }: Milestone, { asOfMs }: Place): Stands {
  const isDone = at.toMillis() <= asOfMs;
  const status: ObligationStatus = isDone ? "done" : "running";
  const nextChange: ToldChange | null = isDone ? null : { at, kind: "done" };
  return { status, late: false, doneAt: isDone ? at : null, nextChange };
}

/** A step that somebody takes is done when they say so. */
function byHand(
  { at }: Milestone,
  words: readonly string[],
  { within, end }: Occurrence,
  { asOfMs, instant }: Place,
): Stands {
  const done = within.find(({ word }) => words.includes(word));
  const dueMs = at.toMillis();
  if (done) {
    const late = done.atMs > dueMs;
    return { status: "done", late, doneAt: instant(done.atMs), nextChange: null };
  }
  const late = (end?.atMs ?? asOfMs) > dueMs;
  if (end !== null) return { status: "shut", late, doneAt: null, nextChange: null };
  const nextChange: ToldChange | null = late ? null : { at: instant(dueMs + 1), kind: "late" };
  return { status: late ? "late" : "running", late, doneAt: null, nextChange };
}
