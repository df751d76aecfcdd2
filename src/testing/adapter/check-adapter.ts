import fc from "fast-check";
import type { SlaNames } from "../../sla/names";
import type { Sla } from "../../sla/sla";
import { askedTarget } from "../arbitraries/asked-target";
import { whyOf } from "../claims";
import { checkSlaGiven } from "../given";
import { LawError } from "../law-error";
import { type LawOptions, lawOptions } from "../options";
import { placeOf } from "../place";
import { effortOf } from "../trial";
import { anyCommands, type Delivered } from "./commands";
import type { DeskAdapter } from "./desk-adapter";

const LAW = {
  law: "adapter",
  title:
    "after any events, late, repeated or between restarts, it says what the library says of them",
};

/** How long the check goes on by default, in milliseconds. An adapter may have a database behind it. */
const ADAPTER_MS = 5_000;

/**
 * Tries your own program that keeps the clocks of tickets against the library, with random tickets near the edges
 * of the target's calendars. Their events come in order, late and more than once, and the program is restarted
 * between them.
 *
 * @param sla made by `defineSla`, or from the catalogue
 * @param target the name of the target that the program judges by
 * @param begin makes an adapter without tickets, for each example
 * @param options how many examples, for how long, from which seed, and on which part of time
 * @throws {LawError} with the fewest deliveries, restarts and questions found after which the two differ, or the
 *   adapter throws.
 * @throws {CoreHoursError} `not-an-sla` if it is not a policy; `target-unknown` for an unknown target;
 *   `span-empty` if its calendars cover nothing of the span; `option-invalid` and `option-unknown` for wrong options.
 * @example await checkAdapter(sla, "fix", () => new OurWebhookServer(":memory:"));
 */
export async function checkAdapter<N extends SlaNames>(
  sla: Sla<N>,
  target: N["targets"],
  begin: () => DeskAdapter | Promise<DeskAdapter>,
  options?: LawOptions,
): Promise<void> {
  checkSlaGiven(sla, "checkAdapter");
  const checked = lawOptions(options, "checkAdapter");
  const asked = askedTarget(sla, target, checked);
  const { numRuns, seed, limitMs } = effortOf(checked, ADAPTER_MS);
  const property = fc.asyncProperty(anyCommands(asked), async (commands) => {
    const real = await begin();
    const model: Delivered = { tickets: new Map() };
    await fc.asyncModelRun(() => ({ model, real }), commands);
  });
  const outcome = await fc.check(property, {
    numRuns,
    ...(seed === undefined ? {} : { seed }),
    ...(limitMs === undefined ? {} : { interruptAfterTimeLimit: limitMs }),
  });
  if (outcome.counterexample === null) return;
  const [commands] = outcome.counterexample;
  const [lines = ""] = String(commands).split(" /*replayPath=");
  const counterexample = { commands: lines.split(/,(?=take |ask |restart)/) };
  const subject = `adapter of target "${target}" of policy "${sla.id}"`;
  throw new LawError(
    { ...LAW, subject, counterexample, seed: outcome.seed },
    whyOf(outcome.errorInstance),
    placeOf(asked.calendars[0]),
  );
}
