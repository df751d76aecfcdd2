import { useState } from "preact/hooks";
import type { DeskClient } from "../wire/client";
import type { Judged, ListRow, ListSettings } from "../wire/judged";
import type { TakeSettings } from "../wire/take";
import { ErrorBox } from "./parts";
import { save } from "./save";
import { ALL } from "./verdicts";

const FORMATS: readonly (readonly [format: TakeSettings["format"], title: string, says: string])[] =
  [
    ["xlsx", "Spreadsheet", "a summary, every verdict, and the working of the worst (.xlsx)"],
    ["html", "Report", "a page to send on or to print: how it was kept, and the worst (.html)"],
    ["csv", "Table", "the verdicts of the list as it is filtered now (.csv)"],
    ["ics", "Calendar", "what falls due, for your calendar (.ics)"],
    ["json", "Data", "all of it for programs (.json)"],
  ];

/** The fifth step: the verdicts as files, and on paper. */
export function TakeAway(props: {
  client: DeskClient;
  judged: Judged;
  list: ListSettings;
  /** Prints the verdicts of a list under a heading. */
  onPrint: (list: ListSettings, heading: string) => void;
}) {
  const { client, judged, list, onPrint } = props;
  const [error, setError] = useState<string | null>(null);
  const [pictures, setPictures] = useState(false);
  const take = (settings: TakeSettings) =>
    client.ask("take", settings).then(
      (taken) => {
        setError(null);
        save(taken);
      },
      (reason: unknown) => setError(reason instanceof Error ? reason.message : String(reason)),
    );
  return (
    <>
      <ul class="formats">
        {FORMATS.map(([format, title, says]) => (
          <li key={format}>
            <button
              type="button"
              onClick={() =>
                take({ format, pictures, ...(format === "csv" ? { only: list } : {}) })
              }
            >
              {title}
            </button>
            <span class="hint">{says}</span>
          </li>
        ))}
        <li>
          <button type="button" class="secondary" onClick={() => onPrint(list, "Verdicts")}>
            Print
          </button>
          <span class="hint">the summary and the list as it is filtered now</span>
        </li>
        <li>
          <button
            type="button"
            class="secondary"
            onClick={() => onPrint({ ...ALL, status: "breached" }, "Breaches")}
          >
            Print the breaches
          </button>
          <span class="hint">every breach, on paper or as a PDF, to be checked and signed</span>
        </li>
      </ul>
      <div class="check">
        <input
          type="checkbox"
          id="pictures"
          checked={pictures}
          onChange={(event) => setPictures(event.currentTarget.checked)}
        />
        <label for="pictures">With a picture of each of the worst tickets in the report</label>
      </div>
      {error !== null && <ErrorBox title={`${judged.source} was not written`} text={error} />}
    </>
  );
}

/** The most verdicts that are printed on paper. */
export const MOST_PRINTED = 2000;

/** A list as it stands on paper. */
export interface Printed {
  readonly heading: string;
  readonly rows: readonly ListRow[];
  readonly total: number;
}

/** The list on paper, which cannot be paged through forty rows at a time, with a place to sign it. */
export function PrintedList({ printed, judged }: { printed: Printed; judged: Judged }) {
  const { heading, rows, total } = printed;
  return (
    <section class="printed">
      <h3>
        {heading} of <bdi>{judged.source}</bdi>
      </h3>
      <p>
        By {judged.policies.join(", ")}, as of {judged.asOf}.
      </p>
      <table>
        <caption>
          {total > rows.length ? `The first ${rows.length} of ${total}` : `${total} in all`}
        </caption>
        <thead>
          <tr>
            {HEADINGS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.ticket} ${row.target}`}>
              <th scope="row">
                {row.ticket}
                {row.isInDoubt && " (in doubt)"}
              </th>
              <td>{row.targetTitle}</td>
              <td>{row.severity}</td>
              <td>{row.status}</td>
              <td>{row.opened}</td>
              <td>{row.due}</td>
              <td>{row.used}</td>
              <td>{row.balance}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl class="sign">
        {["Checked by", "Signature", "Date"].map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </section>
  );
}

const HEADINGS = [
  ...["Ticket", "Target", "Severity", "Status"],
  ...["Opened", "Due", "Used", "Left or over"],
];
