import { useRef } from "preact/hooks";
import type { DeskClient } from "../wire/client";
import type { ListColumn, ListRow, ListSettings } from "../wire/judged";
import { Wide } from "./parts";
import { useAnswer } from "./use-answer";

interface Props {
  readonly client: DeskClient;
  /** Identifies a judgement. */
  readonly stamp: string;
  readonly list: ListSettings;
  readonly groupBy: string | null;
  readonly onList: (list: ListSettings) => void;
  readonly onTicket: (ticket: string, target: string) => void;
}

const COLUMNS: readonly {
  readonly id: ListColumn;
  readonly title: string;
  readonly kind?: "number";
}[] = [
  { id: "ticket", title: "Ticket" },
  { id: "target", title: "Target" },
  { id: "severity", title: "Severity" },
  { id: "status", title: "Status" },
  { id: "opened", title: "Opened" },
  { id: "due", title: "Due" },
  { id: "used", title: "Used", kind: "number" },
  { id: "balance", title: "Left or over", kind: "number" },
];

/** The verdicts, forty at a time, sorted and filtered by the desk. */
export function VerdictTable({ client, stamp, list, groupBy, onList, onTicket }: Props) {
  const { answer, error } = useAnswer(client, "list", list, JSON.stringify([stamp, list]));
  const heading = useRef<HTMLParagraphElement>(null);
  if (error !== null) return <p class="warning">{error}</p>;
  if (answer === null) return null;
  const { total, from, rows } = answer;
  const columns =
    groupBy === null ? COLUMNS : [...COLUMNS, { id: "group", title: groupBy } as const];
  const sortBy = (column: ListColumn) =>
    onList({
      ...list,
      from: 0,
      sort: column,
      descending: list.sort === column ? !list.descending : false,
    });
  return (
    <>
      <p aria-live="polite" tabIndex={-1} ref={heading}>
        {total === 0
          ? "No verdict matches the filters."
          : `${from + 1} to ${from + rows.length} of ${total.toLocaleString("en-GB")}`}
        {list.sort === null && total > 0 && ", worst first"}
      </p>
      <Wide label="Every verdict">
        <table class="verdicts">
          <caption class="unseen">Every verdict, {list.sort ?? "worst first"}</caption>
          <thead>
            <tr>
              {columns.map(({ id, title, ...more }) => (
                <th
                  key={id}
                  scope="col"
                  class={"kind" in more ? more.kind : undefined}
                  aria-sort={ariaSort(id, list)}
                >
                  <button type="button" class="sort" onClick={() => sortBy(id)}>
                    {title}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={`${row.ticket} ${row.target}`}
                row={row}
                hasGroup={groupBy !== null}
                onTicket={onTicket}
              />
            ))}
          </tbody>
        </table>
      </Wide>
      {total > list.count && (
        <Pages
          list={list}
          total={total}
          onFrom={(start) => {
            onList({ ...list, from: start });
            heading.current?.focus();
          }}
        />
      )}
    </>
  );
}

function ariaSort(column: ListColumn, { sort, descending }: ListSettings) {
  if (sort !== column) return undefined;
  return descending ? "descending" : "ascending";
}

function Row(props: {
  row: ListRow;
  hasGroup: boolean;
  onTicket: (ticket: string, target: string) => void;
}) {
  const { row, hasGroup, onTicket } = props;
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" onClick={() => onTicket(row.ticket, row.target)}>
          <bdi>{row.ticket}</bdi>
        </button>
        {row.isInDoubt && <span class="tag doubt">in doubt</span>}
      </th>
      <td>{row.targetTitle}</td>
      <td>{row.severity}</td>
      <td>
        <span class={`tag ${row.status}`}>{STATUS_TEXT[row.status] ?? row.status}</span>
      </td>
      <td>{row.opened}</td>
      <td>{row.due}</td>
      <td class="number">{row.used}</td>
      <td class="number">{row.balance}</td>
      {hasGroup && (
        <td>
          <bdi>{row.group}</bdi>
        </td>
      )}
    </tr>
  );
}

const STATUS_TEXT: Readonly<Record<string, string>> = {
  pending: "not begun",
  cancelled: "withdrawn",
  "not-applicable": "no promise",
};

function Pages(props: { list: ListSettings; total: number; onFrom: (from: number) => void }) {
  const { list, total, onFrom } = props;
  const last = Math.floor((total - 1) / list.count) * list.count;
  const go = (from: number) => onFrom(Math.max(0, Math.min(last, from)));
  return (
    <nav class="pages" aria-label="Pages of the list">
      <button type="button" class="secondary" disabled={list.from === 0} onClick={() => go(0)}>
        First
      </button>
      <button
        type="button"
        class="secondary"
        disabled={list.from === 0}
        onClick={() => go(list.from - list.count)}
      >
        Previous
      </button>
      <span>
        Page {Math.floor(list.from / list.count) + 1} of {Math.floor(last / list.count) + 1}
      </span>
      <button
        type="button"
        class="secondary"
        disabled={list.from >= last}
        onClick={() => go(list.from + list.count)}
      >
        Next
      </button>
      <button type="button" class="secondary" disabled={list.from >= last} onClick={() => go(last)}>
        Last
      </button>
    </nav>
  );
}
