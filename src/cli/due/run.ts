import { AllowanceError, alwaysOpen, CoverageError, type Sla, type Target } from "../../index";
import { InputError } from "../../tickets/log/problems";
import { dueText } from "../../words/instants";
import { quoted } from "../../words/printable";
import { aligned } from "../../words/sentences";
import { commandNamed, orComplain, parsed } from "../options";
import { onlyPolicy } from "../policy-file";
import type { Terminal } from "../terminal";

interface DueOptions {
  readonly policy: string;
  readonly target: string | undefined;
  readonly severity: string | undefined;
}

const NOTES = `
Each line is a target of the policy, for each severity if its allowance depends on it, with the
instant at which a ticket that starts then and never pauses is due. An instant without an offset is
wall-clock time in the policy's zone.

Exit codes: 0 all is well, 2 nothing could be worked out.

Examples:
  core-hours due 2026-12-24T16:00
  core-hours due 2026-12-24T16:00Z --policy nhs-login --severity 2
  core-hours due 2026-12-24T16:00 --policy our-policy.json --target fix`;

/** Runs the command, and returns its exit code. */
export async function runDue(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = commandNamed("due", terminal)
    .description("When tickets that start at an instant are due.")
    .argument("<started>", "when the ticket starts, such as 2026-12-24T16:00")
    .option("--policy <name or file>", "a service, or a JSON file", "nhsmail")
    .option("--target <name>", "only this target of the policy")
    .option("--severity <severity>", "only this severity")
    .addHelpText("after", NOTES);
  const exitCode = parsed(command, args);
  if (exitCode !== null) return exitCode;
  return orComplain("due", terminal, async () => {
    const options = command.opts<DueOptions>();
    const policy = await onlyPolicy(options.policy);
    const startedAt = startOf(String(command.processedArgs[0]), policy.timeZone);
    const rows = targetsOf(policy.sla, options.target).flatMap((target) =>
      rowsOf(target, startedAt, options.severity, policy.timeZone),
    );
    terminal.stdout.write(`${aligned(rows).join("\n")}\n`);
    return 0;
  });
}

function targetsOf({ id, targets }: Sla, name: string | undefined): readonly Target[] {
  const all = Object.values(targets);
  if (name === undefined) return all;
  const named = all.filter((target) => target.id === name);
  if (named.length > 0) return named;
  throw new InputError(
    `${id} has no target ${quoted(name)}; it has ${all.map((target) => target.id).join(", ")}`,
  );
}

function rowsOf(
  target: Target,
  startedAt: string | number,
  severity: string | undefined,
  timeZone: string,
): string[][] {
  const { unstated } = target.definition;
  if (target.promises.length === 0) return [[target.title, "", `cannot be told: ${unstated}.`]];
  const graded = severitiesOf(target);
  const severities = severity === undefined ? (graded ?? [null]) : [severity];
  return severities.map((each) => {
    const grade = each === null ? "" : `severity ${each}`;
    return [target.title, grade, dueOrReason(target, startedAt, each, timeZone)];
  });
}

/** When it is due, or why that cannot be told. The other targets are still answered. */
function dueOrReason(
  target: Target,
  startedAt: string | number,
  severity: string | null,
  timeZone: string,
): string {
  const promise = target.promises.find((each) => [null, severity].includes(each.severity));
  if (promise?.allowance === "agreed") return "on the agreed date, once there is one";
  try {
    const dueAt = target.due(startedAt, severity === null ? {} : { severity });
    return dueText(dueAt.toMillis(), timeZone);
  } catch (error) {
    // An instant or a severity that is wrong is wrong for every target.
    const isOfTarget = error instanceof CoverageError || error instanceof AllowanceError;
    if (!isOfTarget) throw error;
    return `cannot be told: ${error.message}`;
  }
}

/** The severities that a target has allowances for; null if one allowance serves all. */
function severitiesOf({ promises, severities }: Target): readonly string[] | null {
  const keys = promises.flatMap(({ severity }) => severity ?? []);
  if (keys.length < promises.length) return null;
  return severities === null ? keys : [...severities].filter((each) => keys.includes(each));
}

/** The instant of a text: by its own offset, or in the zone if it states none. */
function startOf(text: string, timeZone: string): string | number {
  return /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(text) && /T/.test(text)
    ? text
    : alwaysOpen(timeZone).at(text).toMillis();
}
