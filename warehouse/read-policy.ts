import { readJson } from "../src/cli/files";
import { defineSla, type PolicyDefinition, type Sla } from "../src/index";
import type { Dates } from "../src/sql/measures";
import { type PolicyTables, tablesOf } from "../src/sql/policy";
import { SqlRefusal } from "../src/sql/refusal";
import { policyNamed } from "../src/tickets/log/policies";
import { InputError } from "../src/tickets/log/problems";

/** Which dates of a policy's calendars are written. */
export interface DatesGiven {
  /** The first date, ISO. */
  readonly from: string;
  /** The last date, ISO; by default the last whose bank holidays are published. */
  readonly to: string | undefined;
}

/**
 * The tables of a policy.
 *
 * @param given a service, or the path of a JSON file
 * @throws {InputError} for parts of the policy that SQL does not support
 */
export async function policyTables(given: string, dates: DatesGiven): Promise<PolicyTables> {
  return tablesWithin(await readPolicy(given), dates);
}

/** A service by its name, or the policy of a JSON file. */
export async function readPolicy(given: string): Promise<Sla> {
  const service = policyNamed(given);
  if (service) return service.sla;
  // defineSla checks whatever the file holds.
  return defineSla((await readJson(given)) as PolicyDefinition);
}

/** @throws {InputError} for parts of the policy that SQL does not support. */
export function tablesWithin(sla: Sla, { from, to }: DatesGiven): PolicyTables {
  try {
    return tablesOf(sla, { from, to: to ?? lastPublished(sla, from) });
  } catch (error) {
    if (error instanceof SqlRefusal) throw new InputError(error.message);
    throw error;
  }
}

/** The last date whose bank holidays are published; if none are used, ten years on. */
function lastPublished(sla: Sla, from: string): Dates["to"] {
  const published = Object.values(sla.calendars).map(({ coverage }) => coverage.publishedUntil);
  const last = published.filter((date) => date !== null).sort();
  return last[0] ?? `${Number(from.slice(0, 4)) + 10}-12-31`;
}
