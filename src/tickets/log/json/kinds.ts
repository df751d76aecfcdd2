import { CoreHoursError, type HistoryEvent } from "../../../index";
import { eventsFromJiraChangelog, eventsFromZendeskAudits } from "../../../interchange";
import { flatTable } from "./flat";
import { isObject, type JsonItem, type JsonObject, lostNumber } from "./items";
import { isJiraSla, jiraSlaCells } from "./jira-slas";
import { auditOf } from "./zendesk-events";

/** A table that the items of a JSON file make. */
export interface JsonTable {
  /** What the items are. */
  readonly title: string;
  readonly names: readonly string[];
  readonly rows: readonly JsonRow[];
  /** The zone of instants without an offset, if the kind of file has one. */
  readonly zone?: string;
}

/** A row of it, or why an item makes none. */
export type JsonRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly reason: string };

/** The kinds of items. The first kind that takes the first item is the kind of them all. */
const KINDS: readonly {
  readonly takes: (item: JsonObject) => boolean;
  readonly table: (items: readonly JsonItem[]) => JsonTable;
}[] = [
  {
    takes: ({ fields, changelog }) => isObject(fields) && isObject(changelog),
    table: (items) => ({
      title: "Jira issues with their changelog",
      ...eventTable(items, ({ value }) => ({
        ticket: value["key"],
        events: () => eventsFromJiraChangelog(value),
        also: slasOf(value["fields"]),
      })),
    }),
  },
  {
    takes: ({ audits, id }) => Array.isArray(audits) && id !== undefined,
    table: (items) => ({
      title: "Zendesk tickets with their audits",
      ...eventTable(items, ({ value }) => ({
        ticket: value["id"],
        events: () => eventsFromZendeskAudits(value["audits"]),
      })),
    }),
  },
  {
    takes: ({ ticket_id, events }) => ticket_id !== undefined && Array.isArray(events),
    table: (items) => {
      const byTicket = grouped(items, "ticket_id");
      return {
        title: "Zendesk audits",
        ...eventTable(
          byTicket.map(({ line }) => ({ line, value: {} })),
          (_, i) => ({
            ticket: byTicket[i]?.key,
            events: () => eventsFromZendeskAudits(byTicket[i]?.values ?? []),
          }),
        ),
      };
    },
  },
  {
    takes: ({ ticket_id, child_events }) => ticket_id !== undefined && Array.isArray(child_events),
    table: (items) => {
      const byTicket = grouped(items, "ticket_id");
      return {
        title: "Zendesk ticket events",
        ...eventTable(
          byTicket.map(({ line }) => ({ line, value: {} })),
          (_, i) => ({
            ticket: byTicket[i]?.key,
            events: () => eventsFromZendeskAudits((byTicket[i]?.values ?? []).map(auditOf)),
          }),
        ),
      };
    },
  },
  { takes: () => true, table: flatTable },
];

/** The table that some items make. */
export function tableOf(items: readonly JsonItem[]): JsonTable {
  const first = items[0]?.value ?? {};
  const kind = KINDS.find(({ takes }) => takes(first));
  return kind ? kind.table(items) : { title: "nothing", names: [], rows: [] };
}

interface Life {
  readonly ticket: unknown;
  readonly events: () => readonly HistoryEvent[];
  /** What else is known of it, by the names of columns. */
  readonly also?: ReadonlyMap<string, string>;
}

/** The parts of the SLAs among the fields of a Jira issue. */
function slasOf(fields: unknown): ReadonlyMap<string, string> {
  const slas = isObject(fields) ? Object.entries(fields) : [];
  return new Map(slas.flatMap(([key, each]) => (isJiraSla(each) ? jiraSlaCells(key, each) : [])));
}

/** A row for each event of each ticket. A ticket whose history cannot be told gives none. */
function eventTable(
  items: readonly JsonItem[],
  lifeOf: (item: JsonItem, i: number) => Life,
): Omit<JsonTable, "title"> {
  const lives = items.map((item, i) => ({ line: item.line, ...lifeOf(item, i) }));
  const more = [...new Set(lives.flatMap(({ also }) => [...(also?.keys() ?? [])]))];
  const rows = lives.flatMap(({ line, ticket, events, also }): readonly JsonRow[] => {
    const lost = lostNumber(ticket);
    if (lost !== null) return [{ line, reason: lost }];
    try {
      return events().map(({ at, state, severity }) => ({
        line,
        // The adapters give epoch milliseconds.
        cells: [
          ...[String(ticket ?? ""), isoOf(at), state ?? "", severity ?? ""],
          ...more.map((name) => also?.get(name) ?? ""),
        ],
      }));
    } catch (error) {
      if (!(error instanceof CoreHoursError)) throw error;
      return [{ line, reason: error.message }];
    }
  });
  return { names: ["ticket id", "changed at", "status", "priority", ...more], rows };
}

function isoOf(at: HistoryEvent["at"]): string {
  return typeof at === "number" ? new Date(at).toISOString() : String(at);
}

interface Group {
  readonly key: string;
  readonly line: number;
  readonly values: JsonObject[];
}

function grouped(items: readonly JsonItem[], key: string): Group[] {
  const groups = new Map<string, Group>();
  for (const { line, value } of items) {
    const name = String(value[key]);
    const group = groups.get(name);
    if (group) group.values.push(value);
    else groups.set(name, { key: name, line, values: [value] });
  }
  return [...groups.values()];
}
