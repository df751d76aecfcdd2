import fc from "fast-check";
import { checkSlaGiven } from "../../sla/given-sla";
import type { SlaNames } from "../../sla/names";
import type { Sla } from "../../sla/sla";
import type { CoreHoursError } from "../../timeline/errors";
import { askedTarget } from "../arbitraries/asked-target";
import { invalid, type LawOptions, lawOptions } from "../options";
import { subjectOf } from "../sla-law";
import { effortOf, tryAsync } from "../trial";
import { type AdapterCommand, anyCommands, type Delivered } from "./commands";
import type { DeskAdapter } from "./desk-adapter";

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
 * @param options how many examples, for how long, from which seed, and on which part of time; `saved` and
 *   `collect` are refused
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
  const checked: LawOptions = lawOptions(options, "checkAdapter");
  for (const name of ["saved", "collect"] as const) {
    if (checked[name] === undefined) continue;
    throw invalid(name, checked[name], "it to a law; deliveries are found again by their seed");
  }
  if (typeof begin !== "function") {
    throw invalid(
      "begin",
      begin,
      "a function that makes an adapter, such as () => new OurServer()",
    );
  }
  const asked = askedTarget(sla, target, checked);
  const subject = subjectOf(sla, target, asked.calendars);
  let misuse: CoreHoursError | undefined;
  const trial = tryAsync(
    {
      name: "adapter",
      title:
        "after any events, late, repeated or between restarts, it says what the library says of them",
      examples: anyCommands(asked),
      holds: async (commands) => {
        const real = await begin();
        if (!isAdapter(real)) {
          misuse = invalid(
            "adapter",
            real,
            "an object with the functions take, restart and readingOf",
          );
          throw misuse;
        }
        const model: Delivered = { tickets: new Map() };
        await fc.asyncModelRun(() => ({ model, real }), commands);
      },
      shown: (commands) => ({ commands: linesOf(commands) }),
    },
    { ...subject, name: `adapter of ${subject.name}` },
    effortOf(checked, ADAPTER_MS),
  );
  await trial.catch((error: unknown) => {
    throw misuse ?? error;
  });
}

/** Whether what was made can be asked at all. */
function isAdapter(made: unknown): made is DeskAdapter {
  if (typeof made !== "object" || made === null) return false;
  const names: readonly (keyof DeskAdapter)[] = ["take", "restart", "readingOf"];
  return names.every((name) => typeof Reflect.get(made, name) === "function");
}

/** The commands that were run, without what fast-check needs to run them again. */
function linesOf(commands: Iterable<AdapterCommand>): string[] {
  const [lines = ""] = String(commands).split(" /*replayPath=");
  return lines.split(/,(?=take |ask |restart)/);
}
