import { isJsonObject, type JsonObject } from "../../input/json";
import { show } from "../../input/show";
import type { HistoryEvent } from "../../sla";
import { type Change, orderBy, type Trail, trailOf, type Value } from "./changes";
import { type AuditLogOptions, invalid, type Want, wantsOf } from "./options";
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
import { eventsOf, type WantedTrail } from "./to-events";

const USUAL = { status: "state", priority: "priority" };

/** The Table API writes instants in UTC and does not say so. */
const INSTANTS: InstantFormat = {
  toIso: (text) => text.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/, "$1T$2Z"),
  example: "2026-11-20 16:30:00",
};

const EXAMPLE = '{ "fieldname": "state", "oldvalue": "1", "newvalue": "2", "sys_created_on": … }';

/** How the audit log of a ServiceNow record is read in the words of a policy. */
export interface ServiceNowOptions extends AuditLogOptions {
  /**
   * The record itself, from the Table API. Its `opened_at`, or if it lacks one its `sys_created_on`,
   * is the creation. Fields that never changed are read from it too. It is needed if the log lacks the
   * insertion of the record, which ServiceNow leaves out unless it is told to keep it.
   */
  readonly record?: object | undefined;
}

/** A row of the log. */
interface Row {
  readonly row: JsonObject;
  readonly field: string | undefined;
  readonly path: Path;
}

/**
 * The history of a ServiceNow record, from its rows of `sys_audit` as the Table API gives them:
 * `GET /api/now/table/sys_audit?sysparm_query=documentkey={sys_id}`.
 *
 * The first event is the creation of the record, with the state and priority that it had before
 * their first change. Rows of other fields are ignored.
 *
 * Ask for `sysparm_display_value=false` (the default) or `all`. With `true` the instants are in the
 * zone of the user who asked, and nothing in them says so.
 *
 * @param rows the rows of one record in any order, or the `{ result }` around them; unknown keys are
 *   ignored. Rows of one second are put in order by their `record_checkpoint`, or if they lack it by
 *   their old and new values
 * @param options the policy's words for the values in the log, which are database values (`"1"`,
 *   not `New`); `record`: see {@link ServiceNowOptions}. If a table gives its state another name:
 *   `status: { field: "incident_state", values: { … } }`
 * @returns events for `track`, in order of time, with instants in epoch milliseconds
 * @throws {HistoryError} naming the record and the place: `history-invalid` for JSON of another shape
 *   and for rows of several records, `history-incomplete` if neither the log nor `record` has the
 *   creation, `event-instant-invalid`, and `state-unknown`, `severity-unknown` or `field-unknown` for a
 *   value that a map does not have.
 * @throws {CoreHoursError} `options-invalid`, or `option-unknown` or `option-invalid`, naming the option.
 * @example
 * const events = eventsFromServiceNowAudit(rows, {
 *   status: { "1": "new", "2": "in-progress", "3": "on-hold", "6": "resolved", "7": "closed" },
 *   record: { opened_at: "2026-11-20 16:30:00" },
 * });
 * events[0]; // { at: 1795192200000, state: "new", severity: "3" }
 */
export function eventsFromServiceNowAudit(
  rows: unknown,
  options?: ServiceNowOptions,
): HistoryEvent[] {
  const wants = wantsOf(options, USUAL, "eventsFromServiceNowAudit", ["record"]);
  const record = options?.record;
  if (record !== undefined && !isJsonObject(record)) {
    throw invalid(
      "record",
      record,
      'expected an object such as { opened_at: "2026-11-20 16:30:00" }',
    );
  }
  const source = { what: "ServiceNow record", ticket: nameAt(plain(record?.["number"])) };
  const { read, ticket } = rowsOf(rows, source);
  const named = { ...source, ticket: source.ticket ?? ticket };
  const trails = wants.map((want) => {
    const changes = read
      .filter(({ field }) => field === want.field)
      .map((each) => changeOf(each, named));
    return {
      want,
      trail: trailOf(changes, readValue(record?.[want.field], ["record", want.field])),
    };
  });
  return eventsOf(createdMsOf(record, trails, named), trails, named);
}

function rowsOf(rows: unknown, source: Source) {
  const isWrapped = isJsonObject(rows) && rows["result"] !== undefined;
  const path = isWrapped ? ["result"] : [];
  const list = listAt(isWrapped ? rows["result"] : rows, source, path, `[${EXAMPLE}]`);
  let ticket: string | undefined;
  const read = list.map((value, i): Row => {
    const place = [...path, i];
    const row = objectAt(value, source, place, EXAMPLE);
    const key = nameAt(plain(row["documentkey"]));
    ticket ??= key;
    if (key !== undefined && key !== ticket) {
      throw problemAt(
        { ...source, ticket },
        [...place, "documentkey"],
        "history-invalid",
        `${show(key)} is another record; give the rows of one record at a time`,
        key,
      );
    }
    return { row, field: nameAt(plain(row["fieldname"])), path: place };
  });
  return { read, ticket };
}

function changeOf({ row, path }: Row, source: Source): Change {
  const at = plain(row["sys_created_on"]);
  return {
    atMs: instantAt(at, INSTANTS, source, [...path, "sys_created_on"]),
    order: orderBy(nameAt(plain(row["record_checkpoint"])), 0),
    from: readValue(row["oldvalue"], [...path, "oldvalue"]),
    to: readValue(row["newvalue"], [...path, "newvalue"]),
  };
}

/** When the record was created: as it says itself, otherwise when it first had a state. */
function createdMsOf(
  record: JsonObject | undefined,
  trails: readonly WantedTrail[],
  source: Source,
): number {
  for (const key of ["opened_at", "sys_created_on"]) {
    const at = plain(record?.[key]);
    if (at !== undefined && at !== null && at !== "") {
      return instantAt(at, INSTANTS, source, ["record", key]);
    }
  }
  const inserted = trails.flatMap(({ want, trail }) => insertionOf(want, trail));
  if (inserted.length > 0) return Math.min(...inserted);
  throw problemAt(
    source,
    [],
    "history-incomplete",
    "the log does not have the insertion of the record, from which its clock runs; give the record too, as { record: { opened_at, state, priority } }",
  );
}

/** A record always has a state: a change from no state is its insertion. */
function insertionOf({ kind, field }: Want, { changes: [first] }: Trail): readonly number[] {
  const isState = kind === "state" || field === USUAL.status;
  return isState && first?.from === null ? [first.atMs] : [];
}

/** A value as the database has it; with `sysparm_display_value=all` it stands beside its display value. */
function plain(value: unknown): unknown {
  return isJsonObject(value) && Object.hasOwn(value, "value") ? value["value"] : value;
}

function readValue(given: unknown, path: Path): Value | null {
  const value = nameAt(plain(given));
  if (value === undefined || value === "") return null;
  const display = isJsonObject(given) ? nameAt(given["display_value"]) : undefined;
  // The database value comes first, because a log always has it.
  return { texts: display === undefined ? [value] : [value, display], path };
}
