import { CoreHoursError } from "../../../timeline";
import { type Case, type ConditionVerdict, judge, type Subject, verdict } from "./conditions";
import type { EligibilityDefinition, GroundDefinition } from "./definition";

/** One ground, judged. */
export interface GroundVerdict {
  readonly id: string;
  readonly title: string;
  readonly clause: string | null;
  /** null if that depends on input that was not given, and another ground holds. */
  readonly met: boolean | null;
  readonly conditions: readonly ConditionVerdict[];
}

/** A ground, judged by the reading for which most of its conditions hold. */
export function judgeGround(
  ground: GroundDefinition,
  { clause }: EligibilityDefinition,
  by: Omit<Case, "subject">,
): GroundVerdict {
  const conditions = bestConditions(ground, by);
  return Object.freeze({
    id: ground.id,
    title: ground.title,
    clause: ground.clause ?? clause ?? null,
    met: allMet(conditions),
    conditions: Object.freeze(conditions),
  });
}

function bestConditions(
  { all, target }: GroundDefinition,
  by: Omit<Case, "subject">,
): readonly ConditionVerdict[] {
  const { reading, readings } = by.input;
  const given = [...(reading ? [reading] : []), ...(readings ?? [])];
  const about = given.filter((each) => target === undefined || each.target === target);
  const judged = (subject: Subject) => all.map((each) => judge(each, { ...by, subject }));
  if (about.length === 0) return judged(readings === undefined ? "unknown" : "none");
  return about
    .map((subject) => {
      const { ticket } = subject;
      if (about.length === 1 || ticket === null) return judged(subject);
      return judged(subject).map(({ text, met }) => verdict(`${ticket}: ${text}`, met));
    })
    .reduce((best, each) => (unmet(each) < unmet(best) ? each : best));
}

/** How much keeps a ground from holding: a missing fact weighs less than a condition that fails. */
function unmet(conditions: readonly ConditionVerdict[]): number {
  const failing = conditions.filter(({ met }) => met === false).length;
  const unknown = conditions.filter(({ met }) => met === null).length;
  return failing > 0 ? conditions.length + failing : unknown;
}

/** Whether every condition holds; null if that depends on input that was not given. */
function allMet(conditions: readonly ConditionVerdict[]): boolean | null {
  if (conditions.some(({ met }) => met === false)) return false;
  return conditions.some(({ met }) => met === null) ? null : true;
}

/** Why something may be done: the grounds that hold. If none does, what each of them lacks. */
export function reasonsOf(grounds: readonly GroundVerdict[]): readonly string[] {
  const holding = grounds.filter(({ met }) => met);
  return holding.length > 0
    ? holding.map(named)
    : grounds.map((ground) => `${named(ground)}: no, ${lacks(ground)}`);
}

function named({ title, clause }: GroundVerdict): string {
  return clause === null ? title : `${title} (${clause})`;
}

function lacks({ conditions }: GroundVerdict): string {
  const lacking = conditions.filter(({ met }) => met === false).map(({ text }) => text);
  return [...new Set(lacking)].join("; ");
}

/** Refuses to judge if no ground holds and some depend on input that was not given. */
export function checkDecided(grounds: readonly GroundVerdict[]): void {
  const undecided = grounds.filter(({ met }) => met === null);
  if (undecided.length === 0 || grounds.some(({ met }) => met)) return;
  const asked = undecided.flatMap(({ conditions }) =>
    conditions.filter(({ met }) => met === null).map(({ text }) => text),
  );
  const what = [...new Set(asked)];
  throw new CoreHoursError(
    "input-missing",
    `This cannot be judged: ${what.join("; ")}. Give what is missing.`,
    { what },
  );
}
