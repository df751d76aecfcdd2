import type fc from "fast-check";
import { show } from "../input/show";
import type { SlaReading } from "../sla/reading/sla-reading";
import type { Sla } from "../sla/sla";
import type { Target } from "../sla/target/target";
import { CoreHoursError, CoverageError } from "../timeline/errors";
import { askedTarget } from "./arbitraries/asked-target";
import { anyInstantNear } from "./arbitraries/instants";
import { anyTicketOf, type ExampleTicket } from "./arbitraries/tickets";
import { type ForAll, type Law, trialOf } from "./law";
import type { SlaLawOptions } from "./options";

/** A law of policies: of each of their targets. */
export type SlaLaw = Law<Sla, SlaLawOptions>;

/** A target, and what to try it with. */
export interface TargetTrial {
  readonly target: Target;
  readonly tickets: fc.Arbitrary<ExampleTicket>;
  /** Instants near the edges of its calendars. */
  readonly instants: fc.Arbitrary<string>;
  readonly forAll: ForAll;
}

/**
 * @param statement the law, put to one target after the other. An example that the coverage of its
 *   calendars does not hold says nothing of it.
 */
export function slaLaw(
  name: string,
  title: string,
  statement: (trial: TargetTrial) => void,
): SlaLaw {
  return Object.freeze({
    name,
    title,
    check: (sla, options = {}) => {
      checkSlaGiven(sla);
      for (const id of options.targets ?? Object.keys(sla.targets)) {
        const asked = askedTarget(sla, id, options);
        const { target, calendars, bounds } = asked;
        const subject = `target "${id}" of policy "${sla.id}"`;
        statement({
          target,
          tickets: anyTicketOf(asked),
          instants: anyInstantNear(calendars[0], { from: bounds.fromMs, until: bounds.untilMs }),
          forAll: trialOf({ name, title }, subject, options, isUncovered),
        });
      }
    },
  } satisfies SlaLaw);
}

function isUncovered(error: unknown): boolean {
  return error instanceof CoverageError;
}

/** The reading of a ticket, with all that happened to it. */
export function read(target: Target, { events, asOf }: ExampleTicket): SlaReading {
  return target.track(events, { asOf, ticket: "example" });
}

function checkSlaGiven(sla: unknown): void {
  if (typeof sla === "object" && sla !== null && "targets" in sla && "calendars" in sla) return;
  throw new CoreHoursError(
    "not-an-sla",
    `${show(sla)} is no policy to try laws on. Make one with defineSla.`,
    { given: show(sla) },
  );
}
