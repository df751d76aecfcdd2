import type { ListSettings } from "./judged";

/** A file to take away. */
export interface TakeSettings {
  readonly format: "xlsx" | "csv" | "html" | "ics" | "json" | "md" | "svg";
  /** Whether to write what is due next, as CSV or as data, in the place of the verdicts. */
  readonly isNext?: boolean;
  /** Whether the page has a picture of each of the worst tickets. */
  readonly pictures: boolean;
  /** The filtered list, for CSV; all of it by default. */
  readonly only?: ListSettings;
  /** The ticket to draw. */
  readonly ticket?: string;
  readonly target?: string;
}

export interface Taken {
  readonly name: string;
  readonly type: string;
  readonly parts: readonly (string | Uint8Array<ArrayBuffer>)[];
}
