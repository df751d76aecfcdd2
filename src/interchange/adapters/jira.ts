import { isJsonObject, type JsonObject, own } from "../../input/json";
import type { HistoryEvent } from "../../sla";
import { type Change, type Order, orderBy, trailOf, type Value } from "./changes";
import { type AuditLogOptions, type Want, wantsOf } from "./options";
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

const INSTANTS: InstantFormat = {
  toIso: (text) => text,
  example: "2026-11-20T16:30:00.000+0000",
};

const ASK =
  "ask Jira for the issue with expand=changelog and the fields created, status and priority";

/** One field's row of a history: its value before, and its value from then on. */
interface Row {
  readonly item: JsonObject;
  readonly path: Path;
  readonly atMs: number;
  readonly order: Order | null;
}

/**
 * The history of a Jira issue, from the JSON of `GET /rest/api/3/issue/{key}?expand=changelog` (and of
 * version 2, and of a search).
 *
 * The first event is the creation of the issue, at `fields.created`, with the status and priority that
 * it had before their first change. Changes to other fields are ignored.
 *
 * The issue that Jira gives has at most the latest hundred histories. An issue with more is
 * refused: read the pages of `/rest/api/3/issue/{key}/changelog` and put the values of all of
 * them together into `changelog.histories`.
 *
 * @param issue its `key`, `fields` and `changelog.histories`, in any order; unknown keys are ignored.
 *   A status or priority is found in a map by its name, or by its identifier
 * @param options the policy's words for Jira's; see {@link AuditLogOptions}. A field may be named by its
 *   identifier, `customfield_10050`, or by its name
 * @returns events for `track`, in order of time, with instants in epoch milliseconds
 * @throws {HistoryError} naming the issue and the place: `history-invalid` for JSON of another shape,
 *   `history-incomplete` for a changelog that lacks some of its histories, `event-instant-invalid`, and
 *   `state-unknown`, `severity-unknown` or `field-unknown` for a value that a map does not have.
 * @throws {CoreHoursError} `options-invalid`, or `option-unknown` or `option-invalid`, naming the option.
 * @example
 * const events = eventsFromJiraChangelog(issue, {
 *   status: { "To Do": "new", "In Progress": "in-progress", Done: "resolved" },
 *   priority: { High: "1", Medium: "2", Low: "3" },
 * });
 * events[0]; // { at: 1795192200000, state: "new", severity: "2" }
 */
export function eventsFromJiraChangelog(issue: unknown, options?: AuditLogOptions): HistoryEvent[] {
  const wants = wantsOf(options, USUAL, "eventsFromJiraChangelog");
  const what = "Jira issue";
  const whole = objectAt(issue, { what, ticket: undefined }, [], '{ "key": "DESK-1", … }');
  const source = { what, ticket: nameAt(whole["key"]) ?? nameAt(whole["id"]) };
  const fields = objectAt(whole["fields"], source, ["fields"], `{ "created": … }; ${ASK}`);
  const createdMs = instantAt(fields["created"], INSTANTS, source, ["fields", "created"]);
  const rows = rowsOf(whole["changelog"], source);
  const trails = wants.map((want) => {
    const changes = rows.filter(({ item }) => isOf(item, want)).map(changeOf);
    return { want, trail: trailOf(changes, currentOf(fields, want)) };
  });
  for (const { want, trail } of trails) {
    if (want.kind === "state" && !trail.initial && trail.changes.length === 0) {
      throw problemAt(source, ["fields", want.field], "history-invalid", `missing; ${ASK}`);
    }
  }
  return eventsOf(createdMs, trails, source);
}

function rowsOf(changelog: unknown, source: Source): readonly Row[] {
  const log = objectAt(changelog, source, ["changelog"], `{ "histories": [] }; ${ASK}`);
  // The pages of /changelog call them values.
  const key =
    log["histories"] === undefined && log["values"] !== undefined ? "values" : "histories";
  const path = ["changelog", key];
  const histories = listAt(log[key], source, path, `[{ "created": …, "items": [] }]; ${ASK}`);
  refuseIncomplete(log, histories.length, source, path);
  return histories.flatMap((value, i) => {
    const place = [...path, i];
    const history = objectAt(value, source, place, '{ "created": …, "items": [] }');
    const atMs = instantAt(history["created"], INSTANTS, source, [...place, "created"]);
    const id = nameAt(history["id"]);
    const items = listAt(history["items"], source, [...place, "items"], '[{ "field": "status" }]');
    return items.map((each, j) => {
      const path = [...place, "items", j];
      const item = objectAt(each, source, path, '{ "field": "status" }');
      return { item, path, atMs, order: orderBy(id, j) };
    });
  });
}

function refuseIncomplete(log: JsonObject, count: number, source: Source, path: Path): void {
  const { total, startAt, isLast } = log;
  const isShort = typeof total === "number" && total > count;
  const isLater = typeof startAt === "number" && startAt > 0;
  if (!isShort && !isLater && isLast !== false) return;
  const of = typeof total === "number" ? ` of ${total}` : "";
  throw problemAt(
    source,
    path,
    "history-incomplete",
    `${count}${of} histories given; read every page of /rest/api/3/issue/{key}/changelog and put all their values here`,
    { total, startAt, isLast },
  );
}

/** Whether a row is of a field. Names are not unique, so the usual fields go by identifier. */
function isOf(item: JsonObject, { field, isNamed }: Want): boolean {
  const { fieldId, field: name } = item;
  if (typeof fieldId === "string" && !isNamed) return fieldId === field;
  return fieldId === field || name === field;
}

function changeOf({ item, path, atMs, order }: Row): Change {
  return {
    atMs,
    order,
    from: readValue([own(item, "fromString"), own(item, "from")], [...path, "fromString"]),
    // Every object inherits toString, so only a key of the row itself counts.
    to: readValue([own(item, "toString"), own(item, "to")], [...path, "toString"]),
  };
}

/** The value of a field now, as its name and identifier, or as plain text. */
function currentOf(fields: JsonObject, { field }: Want): Value | null {
  const value = own(fields, field);
  const path = ["fields", field];
  if (!isJsonObject(value)) return readValue([value], path);
  const { name, value: option, displayName, id } = value;
  return readValue([name ?? option ?? displayName, id], path);
}

function readValue(given: readonly unknown[], path: Path): Value | null {
  const [first, ...rest] = given.map(nameAt).filter((text) => text !== undefined && text !== "");
  return first === undefined ? null : { texts: [first, ...rest.filter(isText)], path };
}

function isText(text: string | undefined): text is string {
  return text !== undefined;
}
