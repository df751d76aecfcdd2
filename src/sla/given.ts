import { show } from "../calendar/show";
import { CoreHoursError } from "../timeline";

/**
 * The options of a call, where none, undefined and null are all the same.
 *
 * @throws {CoreHoursError} `options-invalid` for what is no object.
 */
export function given<T extends object>(options: T | null | undefined): Partial<T> {
  if (options === undefined || options === null) return {};
  if (typeof options === "object") return options;
  throw new CoreHoursError(
    "options-invalid",
    `${show(options)} is no options; give an object such as { asOf: "2026-11-20T16:30:00Z" }.`,
    { given: show(options) },
  );
}
