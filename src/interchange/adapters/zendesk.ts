import { isJsonObject, type JsonObject } from "../../input/json";
import { show } from "../../input/show";
import type { HistoryEvent } from "../../sla";
import { type Change, orderBy, trailOf, type Value } from "./changes";
import { type AuditLogOptions, wantsOf } from "./options";
import {
  type InstantFormat,
  instantAt,
  listAt,
  nameAt,
  objectAt,
  type Path,
  problemAt,
  type Source,
} from "./place";
import { eventsOf } from "./to-events";

const USUAL = { status: "status", priority: "priority" };

/** ISO 8601, or the form of older exports: `2011/09/25 22:35:44 -0700`. */
const INSTANTS: InstantFormat = {
  toIso: (text) =>
    text.replace(/^(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d) ([+-]\d{4})$/, "$1-$2-$3T$4$5"),
  example: "2026-11-20T16:30:00Z",
};

const AUDIT = '{ "created_at": …, "events": [] }';
const EVENT = '{ "type": "Change", "field_name": "status", "value": "open" }';

/** An event that gives a field a value. */
interface Row {
  readonly event: JsonObject;
  readonly isCreation: boolean;
  readonly path: Path;
  readonly atMs: number;
  /** The audit's own number, and its place in the audit. */
  readonly id: string | undefined;
  readonly within: number;
}

/**
 * The history of a Zendesk ticket, from its audits: `GET /api/v2/tickets/{id}/audits`.
 *
 * The first event is the creation of the ticket, from the audit whose events are of type `Create`, with
 * the status and priority that it had then. Events of other types and fields are ignored.
 *
 * @param audits the audits of one ticket in any order, or the `{ audits }` around them; unknown keys are
 *   ignored. A page that is not the last is refused: put the audits of all pages into one list
 * @param options the policy's words for Zendesk's; see {@link AuditLogOptions}. A custom field is named by
 *   its number: `fields: { tier: "360001234567" }`; custom statuses are read by
 *   `status: { field: "custom_status_id", values: { … } }`
 * @returns events for `track`, in order of time, with instants in epoch milliseconds
 * @throws {HistoryError} naming the ticket and the place: `history-invalid` for JSON of another shape and
 *   for audits of several tickets, `history-incomplete` if the creation or a later page is missing,
 *   `event-instant-invalid`, and `state-unknown`, `severity-unknown` or `field-unknown` for a value that
 *   a map does not have.
 * @throws {CoreHoursError} `options-invalid`, or `option-unknown` or `option-invalid`, naming the option.
 * @example
 * const events = eventsFromZendeskAudits(audits, {
 *   status: { new: "new", open: "open", pending: "waiting", hold: "waiting", solved: "done", closed: "done" },
 *   priority: { urgent: "1", high: "2", normal: "3", low: "4" },
 * });
 * events[0]; // { at: 1795192200000, state: "new", severity: "3" }
 */
export function eventsFromZendeskAudits(
  audits: unknown,
  options?: AuditLogOptions,
): HistoryEvent[] {
  const wants = wantsOf(options, USUAL, "eventsFromZendeskAudits");
  const { rows, source } = rowsOf(audits);
  const created = rows.filter(({ isCreation }) => isCreation).map(({ atMs }) => atMs);
  if (created.length === 0) {
    throw problemAt(
      source,
      [],
      "history-incomplete",
      "no audit has events of type Create, from which the clock runs; put the audits of all pages into one list",
    );
  }
  const trails = wants.map((want) => {
    const changes = rows
      .filter(({ event }) => nameAt(event["field_name"]) === want.field)
      .map(changeOf);
    return { want, trail: trailOf(changes, null) };
  });
  return eventsOf(Math.min(...created), trails, source);
}

function rowsOf(given: unknown): { readonly rows: readonly Row[]; readonly source: Source } {
  const isPage = isJsonObject(given) && given["audits"] !== undefined;
  const path = isPage ? ["audits"] : [];
  let source: Source = { what: "Zendesk ticket", ticket: undefined };
  const list = listAt(isPage ? given["audits"] : given, source, path, `[${AUDIT}]`);
  const rows = list.flatMap((value, i) => {
    const place = [...path, i];
    const audit = objectAt(value, source, place, AUDIT);
    source = sameTicket(audit, source, place);
    return eventsOfAudit(audit, source, place);
  });
  if (isPage) refuseOnePage(given, source);
  return { rows, source };
}

function refuseOnePage(page: JsonObject, source: Source): void {
  const { next_page: next, meta } = page;
  const isLast = typeof next !== "string" && !(isJsonObject(meta) && meta["has_more"] === true);
  if (isLast) return;
  throw problemAt(
    source,
    ["audits"],
    "history-incomplete",
    "this page is not the last; put the audits of all pages into one list",
  );
}

function sameTicket(audit: JsonObject, source: Source, path: Path): Source {
  const ticket = nameAt(audit["ticket_id"]);
  if (source.ticket === undefined) return { ...source, ticket };
  if (ticket === undefined || ticket === source.ticket) return source;
  throw problemAt(
    source,
    [...path, "ticket_id"],
    "history-invalid",
    `${show(ticket)} is another ticket; give the audits of one ticket at a time`,
    ticket,
  );
}

function eventsOfAudit(audit: JsonObject, source: Source, path: Path): readonly Row[] {
  const atMs = instantAt(audit["created_at"], INSTANTS, source, [...path, "created_at"]);
  const events = listAt(audit["events"], source, [...path, "events"], `[${EVENT}]`);
  const id = nameAt(audit["id"]);
  return events.flatMap((value, within): readonly Row[] => {
    const place = [...path, "events", within];
    const event = objectAt(value, source, place, EVENT);
    const isCreation = event["type"] === "Create";
    if (!isCreation && event["type"] !== "Change") return [];
    return [{ event, isCreation, path: place, atMs, id, within }];
  });
}

function changeOf({ event, isCreation, path, atMs, id, within }: Row): Change {
  return {
    atMs,
    order: orderBy(id, within),
    from: isCreation ? null : readValue(event["previous_value"], [...path, "previous_value"]),
    to: readValue(event["value"], [...path, "value"]),
  };
}

function readValue(given: unknown, path: Path): Value | null {
  const text = nameAt(given);
  return text === undefined || text === "" ? null : { texts: [text], path };
}
