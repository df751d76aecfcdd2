import type { ListSettings } from "./judged";

/** A file to take away. */
export interface TakeSettings {
  readonly format: "xlsx" | "csv" | "html" | "ics" | "json" | "md" | "svg";
  /** Whether the page has a picture of each of the worst tickets. */
  readonly pictures: boolean;
  /** The list as it is filtered, for csv; all of it if not said. */
  readonly only?: ListSettings;
  /** The ticket of a picture. */
  readonly ticket?: string;
  readonly target?: string;
}

export interface Taken {
  readonly name: string;
  readonly type: string;
  readonly parts: readonly (string | Uint8Array<ArrayBuffer>)[];
}
