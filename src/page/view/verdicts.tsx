import { useState } from "preact/hooks";
import type { DeskClient } from "../wire/client";
import type { Grouped, GroupRow, Judged, ListSettings } from "../wire/judged";
import { Against } from "./against";
import type { How } from "./entry";
import { Input, NumberHead, Select, Wide } from "./parts";
import { VerdictTable } from "./verdict-table";
import { counted } from "./words";

export const ALL: ListSettings = {
  text: "",
  status: "",
  target: "",
  severity: "",
  month: "",
  group: "",
  sort: null,
  descending: false,
  from: 0,
  count: 40,
};

/** The fourth step: how the promise was kept, and every verdict. */
export function Verdicts(props: {
  judged: Judged;
  how: How;
  columns: readonly string[];
  /** The columns that hold the tool's own verdict. */
  claims: readonly string[];
  client: DeskClient;
  /** Identifies a judgement. */
  stamp: string;
  list: ListSettings;
  onList: (list: ListSettings) => void;
  onHow: (how: Partial<How>) => void;
  onTicket: (ticket: string, target: string) => void;
}) {
  const { judged, how, columns, claims, client, stamp, list, onList, onHow, onTicket } = props;
  const filterBy = (change: Partial<ListSettings>) => onList({ ...list, ...change, from: 0 });
  return (
    <>
      {judged.warning !== null && <p class="warning">{judged.warning}</p>}
      <Problems judged={judged} />
      <p>
        {counted(judged.tickets, "ticket")} with {counted(judged.verdicts, "verdict")}, judged as of{" "}
        <strong>{judged.asOf}</strong>.
      </p>
      <dl class="tiles">
        {judged.figures.map(({ name, value, kind }) => (
          <div key={name} class={`tile ${kind}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Changes judged={judged} onTicket={onTicket} />
      <HowJudged judged={judged} how={how} columns={columns} claims={claims} onHow={onHow} />
      <Against against={judged.against} onTicket={onTicket} />
      <Groups judged={judged} onFilter={filterBy} />
      <h3 id="list">Every verdict</h3>
      <Filters judged={judged} list={list} onFilter={filterBy} />
      <VerdictTable
        client={client}
        stamp={stamp}
        list={list}
        groupBy={how.groupBy}
        onList={onList}
        onTicket={onTicket}
      />
      <Notes judged={judged} />
    </>
  );
}

function HowJudged(props: {
  judged: Judged;
  how: How;
  columns: readonly string[];
  claims: readonly string[];
  onHow: (how: Partial<How>) => void;
}) {
  const { judged, how, columns, claims, onHow } = props;
  return (
    <details>
      <summary>As of when, which period, grouped by what</summary>
      <div class="grid">
        <Input
          label="Judged as of"
          hint={`Time in ${judged.timeZone}; empty for now`}
          type="datetime-local"
          value={how.asOf ?? ""}
          onType={(asOf) => onHow({ asOf: asOf === "" ? null : asOf })}
        />
        <Select
          label="A verdict belongs to a month or period by when"
          value={how.by}
          options={[
            ["opened", "its clock started"],
            ["due", "it was due"],
            ["stopped", "it was decided or withdrawn"],
          ]}
          onChoose={(by) => onHow({ by: by === "due" || by === "stopped" ? by : "opened" })}
        />
        <Input
          label="From"
          type="date"
          value={how.from ?? ""}
          onType={(from) => onHow({ from: from === "" ? null : from })}
        />
        <Input
          label="To the end of"
          type="date"
          value={how.to ?? ""}
          onType={(to) => onHow({ to: to === "" ? null : to })}
        />
        <Select
          label="Grouped by"
          value={how.groupBy ?? ""}
          options={[
            ["", "nothing more"],
            ...columns.map((name) => [name, `the column ${name}`] as const),
          ]}
          onChoose={(name) => onHow({ groupBy: name === "" ? null : name })}
        />
        {(claims.length > 0 || how.claims) && (
          <Select
            label="Compared with the tool’s own verdict"
            value={how.claims ? "yes" : ""}
            options={[
              ["", "no"],
              ["yes", `in ${claims.join(", ")}`],
            ]}
            onChoose={(chosen) => onHow({ claims: chosen === "yes" })}
          />
        )}
        <Input
          label="At risk from this percentage on"
          type="number"
          width="short"
          value={String(how.atRisk)}
          onType={(text) => Number(text) > 0 && onHow({ atRisk: Number(text) })}
        />
      </div>
    </details>
  );
}

/** A longer list of changes is closed at first, so what comes after it is not far away. */
const MOST_OPEN = 20;

function Changes(props: { judged: Judged; onTicket: (ticket: string, target: string) => void }) {
  const { changes } = props.judged;
  if (changes === null) return null;
  if (changes.count === 0) {
    return (
      <p class="inset" role="status">
        No verdict changed.
      </p>
    );
  }
  return (
    <details class="inset" open={changes.count <= MOST_OPEN}>
      <summary>
        {changes.count.toLocaleString("en-GB")} {changes.count === 1 ? "verdict" : "verdicts"}{" "}
        changed
      </summary>
      <Wide label="Changed verdicts">
        <table class="tickets">
          <caption>
            Verdicts that have changed
            {changes.count > changes.first.length && `: the first ${changes.first.length}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">Ticket</th>
              <th scope="col">Target</th>
              <th scope="col">Before</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {changes.first.map(({ ticket, target, targetTitle, before, after }) => (
              <tr key={`${ticket} ${target}`}>
                <th scope="row">
                  <button type="button" class="link" onClick={() => props.onTicket(ticket, target)}>
                    <bdi>{ticket}</bdi>
                  </button>
                </th>
                <td>{targetTitle}</td>
                <td>{before}</td>
                <td>
                  <strong>{after}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </details>
  );
}

function Groups(props: { judged: Judged; onFilter: (change: Partial<ListSettings>) => void }) {
  const { judged, onFilter } = props;
  const titles = new Map(judged.targets);
  const [first, ...rest] = judged.groups;
  return (
    <>
      {first && <GroupTable grouped={first} titles={titles} onFilter={onFilter} />}
      {rest.length > 0 && (
        <details>
          <summary>By severity and by month</summary>
          {rest.map((grouped) => (
            <GroupTable key={grouped.title} grouped={grouped} titles={titles} onFilter={onFilter} />
          ))}
        </details>
      )}
    </>
  );
}

function GroupTable(props: {
  grouped: Grouped;
  titles: ReadonlyMap<string, string>;
  onFilter: (change: Partial<ListSettings>) => void;
}) {
  const { grouped, titles, onFilter } = props;
  const text = ({ key }: GroupRow) => {
    if (key === "") return "none";
    return grouped.filter === "target" ? (titles.get(key) ?? key) : key;
  };
  const filterOf = ({ key }: GroupRow): Partial<ListSettings> => ({
    [grouped.filter]: key === "" && grouped.filter === "severity" ? "none" : key,
    ...(grouped.target === null ? {} : { target: grouped.target }),
  });
  return (
    <Wide label={grouped.title}>
      <table class="groups">
        <caption>{grouped.title}</caption>
        <thead>
          <tr>
            <th scope="col">{NAMES[grouped.filter]}</th>
            <th scope="col">Kept</th>
            <NumberHead>Met</NumberHead>
            <NumberHead>Breached</NumberHead>
            <NumberHead>Open</NumberHead>
            <NumberHead>All</NumberHead>
          </tr>
        </thead>
        <tbody>
          {grouped.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <button type="button" class="link" onClick={() => onFilter(filterOf(row))}>
                  <bdi>{text(row)}</bdi>
                </button>
              </th>
              <td class="share">
                <Share met={row.met} breached={row.breached} />
                {row.attainment === "–" ? "–" : `${row.attainment} %`}
              </td>
              <td class="number">{row.met.toLocaleString("en-GB")}</td>
              <td class="number">{row.breached.toLocaleString("en-GB")}</td>
              <td class="number">{row.open.toLocaleString("en-GB")}</td>
              <td class="number">{row.all.toLocaleString("en-GB")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

const NAMES = { target: "Target", severity: "Severity", month: "Month", group: "Group" } as const;

/** The share of decided verdicts that were met, as a bar. */
function Share({ met, breached }: { met: number; breached: number }) {
  const decided = met + breached;
  const width = decided === 0 ? 0 : (100 * met) / decided;
  return (
    <svg class="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="breached" width={decided === 0 ? 0 : 100} height={8} />
      <rect class="met" width={width} height={8} />
    </svg>
  );
}

const STATUSES: readonly (readonly [string, string])[] = [
  ["", "all"],
  ["breached", "breached"],
  ["at-risk", "at risk"],
  ["open", "running or paused"],
  ["running", "running"],
  ["paused", "paused"],
  ["met", "met"],
  ["pending", "not begun"],
  ["cancelled", "withdrawn"],
  ["not-applicable", "no promise"],
];

function Filters(props: {
  judged: Judged;
  list: ListSettings;
  onFilter: (change: Partial<ListSettings>) => void;
}) {
  const { judged, list, onFilter } = props;
  const [typed, setTyped] = useState(list.text);
  const isNarrowed =
    [list.text, list.status, list.target, list.severity, list.month, list.group].join("") !== "";
  return (
    <search class="filters">
      <Input
        label="Search for a ticket"
        type="search"
        value={typed}
        onType={(text) => {
          setTyped(text);
          onFilter({ text });
        }}
      />
      <Select
        label="Status"
        value={list.status}
        options={STATUSES}
        onChoose={(status) => onFilter({ status })}
      />
      {judged.targets.length > 1 && (
        <Select
          label="Target"
          value={list.target}
          options={[["", "all"], ...judged.targets]}
          onChoose={(target) => onFilter({ target })}
        />
      )}
      {judged.severities.length > 1 && (
        <Select
          label="Severity"
          value={list.severity}
          options={[
            ["", "all"],
            ...judged.severities.map(
              (each) => [each === "" ? "none" : each, each === "" ? "none" : each] as const,
            ),
          ]}
          onChoose={(severity) => onFilter({ severity })}
        />
      )}
      {isNarrowed && (
        <button
          type="button"
          class="secondary"
          onClick={() => {
            setTyped("");
            onFilter({ text: "", status: "", target: "", severity: "", month: "", group: "" });
          }}
        >
          Show all
          {list.month !== "" && ` (now ${list.month})`}
          {list.group !== "" && ` (now ${list.group})`}
        </button>
      )}
    </search>
  );
}

/** What is wrong with the file, so what may be wrong with the verdicts. */
function Problems({ judged: { problems, problemCount } }: { judged: Judged }) {
  if (problemCount === 0) return null;
  return (
    <details>
      <summary>Not used or in doubt: {counted(problemCount, "finding")}</summary>
      <Texts texts={problems} />
    </details>
  );
}

function Notes({ judged: { notes } }: { judged: Judged }) {
  if (notes.length === 0) return null;
  return (
    <details>
      <summary>How this came about</summary>
      <Texts texts={notes} />
    </details>
  );
}

function Texts({ texts }: { texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}
