import type fc from "fast-check";
import { givenList } from "../input/options";
import { show } from "../input/show";
import { checkSlaGiven } from "../sla/given-sla";
import type { SlaReading } from "../sla/reading/by-status";
import type { Sla } from "../sla/sla";
import type { Target } from "../sla/target/target";
import { CoreHoursError, CoverageError } from "../timeline/errors";
import { type AskedTarget, askedTarget } from "./arbitraries/asked-target";
import { anyInstantNear } from "./arbitraries/instants";
import { anyTicketOf, type ExampleTicket } from "./arbitraries/tickets";
import { edgesOf } from "./edges";
import type { Law } from "./law";
import { lawOptions, type SlaLawOptions } from "./options";
import { placeOf } from "./place";
import type { ReplayedTarget } from "./replay/history";
import { plainTarget } from "./replay/target";
import { effortOf, LAW_MS, type Subject, type Trial, trialOf } from "./trial";

/** A law of policies, which holds for each of their targets. */
export type SlaLaw = Law<Sla, SlaLawOptions>;

/** A target, with what it is tried with. */
export interface TargetTrial extends Trial {
  /** The policy of the target. */
  readonly sla: Sla;
  readonly target: Target;
  /** The target as defined, for the replay; null if the replay does not know every part of it. */
  readonly plain: ReplayedTarget | null;
  readonly tickets: fc.Arbitrary<ExampleTicket>;
  /** Instants near the edges of its calendars. */
  readonly instants: fc.Arbitrary<string>;
}

/**
 * The statement of a law about one target after another. An example outside the coverage of the calendars neither
 * confirms nor breaks it.
 */
export interface SlaStatement {
  readonly name: string;
  readonly title: string;
  readonly holds: (trial: TargetTrial) => void;
}

export function slaLaw(name: string, title: string, holds: SlaStatement["holds"]): SlaStatement {
  return Object.freeze({ name, title, holds });
}

/** Makes a law of a statement, which anyone can try. */
export function lawOf(statement: SlaStatement): SlaLaw {
  const { name, title } = statement;
  return Object.freeze({
    name,
    title,
    check: (sla, options) => tryOn(sla, [statement], options, `the law "${name}"`, LAW_MS),
  } satisfies SlaLaw);
}

/**
 * Tries statements on every target of a policy, or on those that the options name.
 *
 * @param what the function that was called, for errors
 * @param usualMs how long all of it may take by default
 */
export function tryOn(
  sla: Sla,
  statements: readonly SlaStatement[],
  options: SlaLawOptions | null | undefined,
  what: string,
  usualMs: number,
): void {
  checkSlaGiven(sla, what);
  const checked = lawOptions(options, what, ["targets"]);
  const names = targetsOf(sla, checked.targets);
  const effort = effortOf(checked, usualMs, statements.length * names.length);
  const trials = names.map((id) => preparedTrial(sla, id, askedTarget(sla, id, checked)));
  for (const statement of statements) {
    for (const { subject, ...prepared } of trials) {
      statement.holds({ ...prepared, ...trialOf(statement, subject, effort, isUncovered) });
    }
  }
}

function preparedTrial(sla: Sla, id: string, asked: AskedTarget) {
  const { target, calendars, bounds } = asked;
  const subject: Subject = subjectOf(sla, id, calendars);
  return {
    subject,
    sla,
    target,
    plain: plainTarget(sla, target),
    tickets: anyTicketOf(asked, true),
    instants: anyInstantNear(calendars[0], { from: bounds.fromMs, until: bounds.untilMs }),
  };
}

/** A target as the subject of a law. */
export function subjectOf(sla: Sla, id: string, calendars: AskedTarget["calendars"]): Subject {
  const edges = calendars.map(edgesOf);
  return {
    name: `target "${id}" of policy "${sla.id}"`,
    place: placeOf(calendars[0]),
    edgesAt: (atMs) => edges.flatMap((edgesAt) => edgesAt(atMs)),
  };
}

/** The names of the targets to try. */
export function targetsOf(sla: Sla, named: SlaLawOptions["targets"]): readonly string[] {
  const all = Object.keys(sla.targets);
  const names = named === undefined ? all : givenList("targets", named, (name) => name);
  if (names.length > 0) return names;
  const why =
    named === undefined
      ? `Policy "${sla.id}" has no targets`
      : `${show(named)} given as "targets" names none of policy "${sla.id}"`;
  throw new CoreHoursError(
    "law-untried",
    `${why}, so no law was tried. Give a policy with targets, and leave "targets" out to try them all.`,
    { policy: sla.id, targets: all },
  );
}

function isUncovered(error: unknown): boolean {
  return error instanceof CoverageError;
}

/** The reading of a ticket, with its whole history. */
export function read(target: Target, { events, asOf }: ExampleTicket): SlaReading {
  return target.track(events, { asOf, ticket: "example" });
}
