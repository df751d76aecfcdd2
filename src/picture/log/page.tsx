import { countText } from "../../words/amounts";
import { longDate } from "../../words/instants";
import { Drawings } from "../parts/drawings";
import { type Column, pageText, Table } from "../parts/page";
import type { BreachWeeks } from "./breach-weeks";
import { LogPicture, WIDTH } from "./picture";
import { countOfBreaches, DAYS } from "./words";

const COLUMNS: readonly Column[] = [
  { head: "week from" },
  ...DAYS.map((head): Column => ({ head: head.slice(0, 3), kind: "number" })),
  { head: "all", kind: "number" },
];

/** When the breaches of a log happened, as a picture and as a table: a page that needs nothing else. */
export function logPage(log: BreachWeeks, asOf: string): string {
  return pageText({
    title: "When breaches happen",
    children: (
      <>
        <h1>When breaches happen</h1>
        <p class="standing">{countOfBreaches(log)}</p>
        <p>
          As of {asOf}. A row for each week, the hours of the week across, on the wall of {log.zone}
          .
        </p>
        <Drawings
          label="The picture of when breaches happened"
          id="log"
          wide={WIDTH}
          draw={(drawing) => <LogPicture {...drawing} log={log} heading={false} />}
        />
        <BreachTable log={log} />
      </>
    ),
  });
}

/** The breaches of each week by the day. */
function BreachTable({ log }: { log: BreachWeeks }) {
  return (
    <Table
      caption="Breaches by week and day"
      columns={COLUMNS}
      rows={log.weeks.map(({ monday, days, count }) => [
        longDate(monday),
        ...[...days, count].map(countText),
      ])}
    />
  );
}
