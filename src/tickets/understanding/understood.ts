import type { DateOrder } from "../log/dates/shapes";
import type { HoldWritten } from "../log/forms/hold-columns";
import type { Mapping } from "../log/mapping";
import type { DateEvidence, DatesRead } from "./date-evidence";
import type { OpenDate } from "./date-order";
import type { Meaning, Preset } from "./presets/preset";

/** What people have said about a file, beside what is in it. */
export interface Answers {
  /** The zone of instants without an offset. */
  readonly zone?: string | undefined;
  readonly order?: DateOrder | undefined;
  /** When the file is read, epoch milliseconds. */
  readonly nowMs?: number | undefined;
  /** How time on hold is written, or that no column is time on hold. */
  readonly hold?: HoldWritten | "ignore" | undefined;
  /** Which rows to read, by the text of a column that tells them apart. */
  readonly rows?: Readonly<Record<string, string>> | undefined;
  /** The zone of the policy, for instants whose zone nothing else says. */
  readonly policyZone?: string | undefined;
  /** Whether to show instants of an unknown zone in UTC rather than ask about them. */
  readonly isForShow?: boolean;
}

/** Where the zone of the instants comes from. */
export type ZoneFrom = "given" | "columns" | "file" | "policy" | "none-needed" | "unknown";

/** What a file is taken for. */
export interface Understood {
  readonly kind: "understood";
  readonly preset: Preset;
  readonly columns: ReadonlyMap<Meaning, string>;
  readonly mapping: Mapping;
  readonly dates: DatesRead & {
    readonly zoneFrom: ZoneFrom;
    readonly evidence: readonly DateEvidence[];
  };
}

/** What has to be asked before a file can be read. */
export type Question =
  | ({ readonly kind: "date-order" } & OpenDate)
  | { readonly kind: "which-rows"; readonly column: string; readonly texts: readonly string[] }
  | { readonly kind: "zone"; readonly text: string; readonly line: number }
  /** How a column that may be time on hold is written, with some of its texts. */
  | { readonly kind: "hold"; readonly column: string; readonly texts: readonly string[] };
