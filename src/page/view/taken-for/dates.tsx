import type { FileSettings, Looked } from "../../wire/file";
import { Input, Radios, Select } from "../parts";
import type { Change } from "./change";

const ORDERS = {
  "day-first": "Day first",
  "month-first": "Month first",
  "year-first": "Year first",
} as const;

/** Dates that can be read in several ways, each shown, until one is chosen. */
function SeveralWays(props: { looked: Looked; settings: FileSettings; onChange: Change }) {
  const { looked, settings, onChange } = props;
  const [first] = looked.severalWays;
  if (!first) return null;
  const orders = first.readings.map(([order]) => order);
  return (
    <div class={settings.order === undefined ? "question" : undefined}>
      <table>
        <caption>Its dates can be read in {orders.length === 2 ? "two" : "three"} ways</caption>
        <thead>
          <tr>
            <th scope="col">In the file</th>
            {orders.map((order) => (
              <th key={order} scope="col">
                {ORDERS[order]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {looked.severalWays.map(({ text, readings }) => (
            <tr key={text}>
              <th scope="row">{text}</th>
              {readings.map(([order, reading]) => (
                <td key={order} class={settings.order === order ? "chosen" : undefined}>
                  {reading}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Radios
        legend="Which is right?"
        name="order"
        value={settings.order ?? ""}
        options={first.readings.map(([order, reading]) => ({
          value: order,
          text: `${ORDERS[order]}: ${reading}`,
        }))}
        onChoose={(chosen) => {
          const order = orders.find((each) => each === chosen);
          if (order !== undefined) onChange({ order });
        }}
      />
    </div>
  );
}

const ZONES = ["Europe/London", "UTC", "Europe/Dublin", "Europe/Paris", "America/New_York"];

const FROM = {
  given: "as you said",
  columns: "as the names of its columns say",
  file: "as such files have them",
  policy: "the zone of the promise, since the file does not say it",
  "none-needed": "",
} as const;

/** How the dates are read, and in which zone. */
export function Dates(props: { looked: Looked; settings: FileSettings; onChange: Change }) {
  const { looked, settings, onChange } = props;
  const { dates, question } = looked;
  return (
    <>
      <SeveralWays looked={looked} settings={settings} onChange={onChange} />
      {question?.kind === "zone" && (
        <p class="warning">
          “{question.text}” on line {question.line} states no zone. Choose it below.
        </p>
      )}
      {(dates !== null || question?.kind === "zone") && (
        <details open={question?.kind === "zone"}>
          <summary>
            Dates
            {dates !== null &&
              `: ${dates.examples[0] ? `“${dates.examples[0].text}” is ${dates.examples[0].reads}` : dates.written}`}
          </summary>
          {dates !== null && (
            <>
              <p>
                Written as {dates.written}
                {dates.zone === null
                  ? ", with their offset"
                  : dates.zoneFrom === "unknown"
                    ? ", in the zone of the promise, once it is chosen"
                    : `, in ${dates.zone} (${FROM[dates.zoneFrom]})`}
                .
              </p>
              <table>
                <caption>The first dates</caption>
                <thead>
                  <tr>
                    <th scope="col">In the file</th>
                    <th scope="col">Read as</th>
                  </tr>
                </thead>
                <tbody>
                  {dates.examples.map(({ text, reads }) => (
                    <tr key={text}>
                      <th scope="row">{text}</th>
                      <td>{reads}</td>
                    </tr>
                  ))}
                  {dates.unreadable.map(({ text, line }) => (
                    <tr key={text}>
                      <th scope="row">{text}</th>
                      <td>cannot be read as a date (line {line})</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
          {dates?.zone !== null && (
            <Select
              label="Their zone"
              value={settings.zone ?? ""}
              options={[
                ["", "as the file or the promise says"],
                ...ZONES.map((zone) => [zone, zone] as const),
              ]}
              onChoose={(zone) => onChange({ zone })}
            />
          )}
          {dates?.zone !== null && (
            <Input
              label="Another zone"
              hint="Its IANA name, such as Europe/Lisbon"
              width="middle"
              value={ZONES.includes(settings.zone ?? "") ? "" : (settings.zone ?? "")}
              onType={(zone) => onChange({ zone })}
            />
          )}
        </details>
      )}
    </>
  );
}
