import { countText, hoursText } from "../../../../words/amounts";
import { plain } from "../../../../words/printable";
import { groupText } from "../../../../words/sentences";
import { MOST_PARTS, type TimeSpent as Spent } from "../../../model/first/time-spent";
import type { LogReport } from "../../../model/log-report";
import { NumberHead, WideTable } from "../section";

const PARTS = [
  ["counted", "Counted", ({ countedMs }: Spent) => countedMs],
  ["paused", "Paused", ({ pausedMs }: Spent) => pausedMs],
  ["out", "Out of hours", ({ outOfHoursMs }: Spent) => outOfHoursMs],
  ["stopped", "Stopped, then re-opened", ({ stoppedMs }: Spent) => stoppedMs],
] as const;

const allOf = (spent: Spent) => PARTS.reduce((sum, [, , of]) => sum + of(spent), 0);

/** Where the time of the tickets went: a bar, and the same in numbers. */
export function TimeSpent({ report }: { report: LogReport }) {
  const { total, byState, byGroup } = report.first.time;
  const all = allOf(total);
  if (all === 0) return null;
  return (
    <>
      <h3>Where the time went</h3>
      <Bar spent={total} />
      <WideTable
        caption="Where the time went, from the start of the clocks to their stop"
        class="time"
      >
        <thead>
          <tr>
            {report.groupBy === null ? <td /> : <th scope="col">{plain(report.groupBy)}</th>}
            {PARTS.map(([key, title]) => (
              <NumberHead key={key}>
                <span class={`key ${key}`} />
                {title}
              </NumberHead>
            ))}
            <NumberHead>Tickets</NumberHead>
          </tr>
        </thead>
        <tbody>
          {byGroup.slice(0, MOST_PARTS).map(({ group, spent }) => (
            <Row key={group ?? ""} label={groupText(group)} spent={spent} />
          ))}
          <Row
            label={byGroup.length > MOST_PARTS ? `All ${countText(byGroup.length)} groups` : "All"}
            spent={total}
          />
        </tbody>
      </WideTable>
      {byState.length > 0 && (
        <p class="states">
          Paused in{" "}
          {byState
            .slice(0, MOST_PARTS)
            .map(({ state, ms }) => `${plain(state)} ${hoursText(ms)}`)
            .join(", ")}
          {byState.length > MOST_PARTS &&
            ` and ${countText(byState.length - MOST_PARTS)} more states`}
          .
        </p>
      )}
    </>
  );
}

function Row({ label, spent }: { label: string; spent: Spent }) {
  return (
    <tr>
      <th scope="row">
        <bdi>{label}</bdi>
      </th>
      {PARTS.map(([key, , of]) => (
        <td key={key} class={of(spent) === 0 ? "number zero" : "number"}>
          {hoursText(of(spent))}
        </td>
      ))}
      <td class="number">{countText(spent.tickets)}</td>
    </tr>
  );
}

/** The parts as one bar; the table has their names and numbers. */
function Bar({ spent }: { spent: Spent }) {
  const all = allOf(spent);
  let at = 0;
  return (
    <svg class="time-bar" viewBox="0 0 1000 28" preserveAspectRatio="none" aria-hidden="true">
      {PARTS.map(([key, , of]) => {
        const width = (1000 * of(spent)) / all;
        const x = at;
        at += width;
        return <rect key={key} class={key} x={x} width={Math.max(0, width)} height="28" />;
      })}
    </svg>
  );
}
