import { isJsonObject, type JsonObject } from "../../input/json";
import { ownError } from "../../input/own-error";
import { formatPath } from "../../input/problems";
import { show } from "../../input/show";
import { HistoryError } from "../../sla";
import { toEpochMs } from "../../time/instant";

/** Where something lies in what was given, outermost key first. */
export type Path = readonly (string | number)[];

/** What is being read, for errors. */
export interface Source {
  /** Its kind, such as `Jira issue`. */
  readonly what: string;
  /** The ticket, if it is known. */
  readonly ticket: string | undefined;
}

/** The codes of what can be wrong with a system's audit log. */
export type LogErrorCode =
  | "history-invalid"
  | "history-incomplete"
  | "event-instant-invalid"
  | "state-unknown"
  | "severity-unknown"
  | "field-unknown";

/** A {@link HistoryError} whose message begins with the ticket and the place. */
export function problemAt(
  source: Source,
  path: Path,
  code: LogErrorCode,
  what: string,
  given?: unknown,
): HistoryError {
  const { ticket } = source;
  const name = ticket === undefined ? source.what : `${source.what} ${show(ticket)}`;
  const place = path.length === 0 ? "" : `, ${formatPath(path)}`;
  return new HistoryError(code, `${name}${place}: ${what}.`, {
    ticket,
    path,
    ...(given === undefined ? {} : { given: show(given) }),
  });
}

/** The object at a place. @throws {HistoryError} `history-invalid` if it is something else. */
export function objectAt(value: unknown, source: Source, path: Path, example: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw problemAt(
    source,
    path,
    "history-invalid",
    `${show(value)} given; expected an object such as ${example}`,
    value,
  );
}

/** The list at a place. @throws {HistoryError} `history-invalid` if it is something else. */
export function listAt(
  value: unknown,
  source: Source,
  path: Path,
  example: string,
): readonly unknown[] {
  // A copy, in which holes are undefined and can be refused by their place.
  if (Array.isArray(value)) return Array.from<unknown>(value);
  throw problemAt(
    source,
    path,
    "history-invalid",
    `${show(value)} given; expected a list such as ${example}`,
    value,
  );
}

/** How a system writes instants. */
export interface InstantFormat {
  /** The text of an instant as ISO 8601 with an offset; anything else as it is. */
  readonly toIso: (text: string) => string;
  readonly example: string;
}

/** The instant at a place, epoch milliseconds. @throws {HistoryError} `event-instant-invalid`. */
export function instantAt(
  value: unknown,
  { toIso, example }: InstantFormat,
  source: Source,
  path: Path,
): number {
  try {
    if (typeof value === "string") return toEpochMs(toIso(value));
  } catch (error) {
    ownError(error); // The error below says more.
  }
  throw problemAt(
    source,
    path,
    "event-instant-invalid",
    `${show(value)} given; expected an instant such as "${example}"`,
    value,
  );
}

/** A number or a text as text, such as the key of a ticket; undefined for anything else. */
export function nameAt(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
