import type { FileSettings, LogFile } from "../wire/file";
import type { JudgeSettings } from "../wire/judged";
import type { PromiseSettings } from "../wire/settings";

/** A file on the page, with everything that was said about it. */
export interface Entry {
  readonly file: LogFile;
  readonly settings: FileSettings;
  readonly promise: PromiseSettings;
  readonly how: How;
}

/** How it is judged, except for the instant at which the desk is asked. */
export type How = Omit<JudgeSettings, "nowMs">;

export const NOTHING_SAID: FileSettings = { states: {}, severities: {} };

const PLAIN: How = {
  asOf: null,
  groupBy: null,
  by: "opened",
  from: null,
  to: null,
  atRisk: 75,
  claims: false,
};

let count = 0;

/** The entry of a newly opened file. */
export function entryOf(bytes: Blob, name: string, promise: PromiseSettings): Entry {
  count += 1;
  return {
    file: { id: `file-${count}`, name, bytes },
    settings: NOTHING_SAID,
    promise,
    how: PLAIN,
  };
}
