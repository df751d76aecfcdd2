import { type PatientAccessOptions, patientAccess } from "../../src/index";
import { london } from "./nhsmail-desk";

/** What the tests of the Patient Access policy share. */

type Name = keyof ReturnType<typeof patientAccess>["targets"];

/** When a target that starts at an instant is due. */
export function due(name: Name, startedAt: string, options?: PatientAccessOptions): string | null {
  return london(patientAccess(options).targets[name].due(startedAt));
}

/** The reading of a target, from events as `[instant, state]`. */
export function track(
  name: Name,
  events: readonly (readonly [at: string, state: string])[],
  asOf: string,
  options?: PatientAccessOptions,
) {
  const history = events.map(([at, state]) => ({ at, state }));
  return patientAccess(options).targets[name].track(history, { asOf });
}
