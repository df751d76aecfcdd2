import { useRef } from "preact/hooks";
import type { Form, Meaning } from "../../tickets/understanding/presets/preset";
import type { StateAnswer } from "../../tickets/understanding/unknown-words";
import type { FileSettings, Looked, SeverityShown, StateShown } from "../wire/file";
import { FileButton, Input, Radios, Select, Wide } from "./parts";

type Change = (change: Partial<FileSettings>) => void;

interface Props {
  readonly looked: Looked;
  readonly settings: FileSettings;
  readonly onChange: Change;
  readonly onReset: () => void;
  readonly onSave: () => void;
  readonly onMapping: (file: File) => void;
}

/** The second step: what a file was taken for, in words, with a control to change every guess. */
export function TakenFor({ looked, settings, onChange, onReset, onSave, onMapping }: Props) {
  return (
    <>
      <p>
        <bdi>{looked.name}</bdi> was taken for <strong>{looked.title}</strong>: {looked.written},
        its header on line {looked.headerLine}
        {looked.above > 0 && ` under ${looked.above} that mean nothing`}, with{" "}
        {looked.rows.toLocaleString("en-GB")} {looked.rows === 1 ? "row" : "rows"}.
      </p>
      <FirstRows looked={looked} />
      {looked.isMappingLoaded ? (
        <div class="inset">
          <p>It is read by the mapping that was loaded.</p>
          <button type="button" class="secondary" onClick={onReset}>
            Forget that mapping
          </button>
        </div>
      ) : (
        <>
          <Columns looked={looked} settings={settings} onChange={onChange} />
          <WhichRows looked={looked} onChange={onChange} />
          <Hold looked={looked} onChange={onChange} />
          <Dates looked={looked} settings={settings} onChange={onChange} />
          <States states={looked.states} settings={settings} onChange={onChange} />
          <Severities
            severities={looked.severities}
            names={looked.severityNames}
            settings={settings}
            onChange={onChange}
          />
        </>
      )}
      <div class="row">
        <button type="button" class="secondary" disabled={looked.mapping === null} onClick={onSave}>
          Save how it is read
        </button>
        <FileButton label="Load a saved mapping" accept=".json" onFile={onMapping} />
        <button type="button" class="link" onClick={onReset}>
          Back to what was guessed
        </button>
      </div>
    </>
  );
}

/** Columns of the first rows that are shown: those with a meaning come first. */
const MOST_COLUMNS = 12;

function FirstRows({ looked }: { looked: Looked }) {
  const used = new Map(Object.entries(looked.columns).map(([meaning, name]) => [name, meaning]));
  const words = new Map<string, string>(looked.meanings);
  const order = [...looked.header.keys()].sort(
    (a, b) => Number(!used.has(looked.header[a] ?? "")) - Number(!used.has(looked.header[b] ?? "")),
  );
  const shown = order.slice(0, MOST_COLUMNS);
  const left = order.length - shown.length;
  return (
    <Wide label="The first rows">
      <table class="first-rows">
        <caption>
          The first rows{left > 0 ? `, without ${left} columns that mean nothing to a clock` : ""}
        </caption>
        <thead>
          <tr>
            {shown.map((i) => {
              const name = looked.header[i] ?? "";
              const meaning = words.get(used.get(name) ?? "");
              return (
                <th key={i} scope="col">
                  <bdi>{name}</bdi>
                  <span class="meaning">{meaning ?? "not used"}</span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {looked.firstRows.map((cells, row) => (
            <tr key={row}>
              {shown.map((i) => (
                <td key={i}>
                  <bdi>{short(cells[i] ?? "")}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const FORMS: readonly (readonly [Form, string])[] = [
  ["tickets", "one row for each ticket"],
  ["events", "a row for each change of state"],
  ["changes", "a row for each change of a field"],
  ["stays", "a row for each time in a state"],
];

function Columns(props: { looked: Looked; settings: FileSettings; onChange: Change }) {
  const { looked, settings, onChange } = props;
  const options: (readonly [string, string])[] = [
    ["", "no column"],
    ...looked.header.map((name) => [name, name] as const),
  ];
  const choose = (meaning: Meaning, name: string) =>
    onChange({ columns: { ...settings.columns, [meaning]: name } });
  const isOpen = looked.lacking.length > 0;
  return (
    <details open={useOpened(isOpen)}>
      <summary>Columns: which means what</summary>
      {isOpen && (
        <p class="warning">
          Say which column has{" "}
          {looked.meanings
            .filter(([meaning]) => looked.lacking.includes(meaning))
            .map(([, text]) => text)
            .join(", and which ")}
          .
        </p>
      )}
      <div class="grid">
        <Select
          label="The file has"
          value={looked.form}
          options={FORMS}
          onChoose={(form) =>
            onChange({ form: FORMS.find(([each]) => each === form)?.[0] ?? "tickets", columns: {} })
          }
        />
        {looked.presets.length > 1 && (
          <Select
            label="Taken for"
            value={looked.preset}
            options={looked.presets.map(({ id, title }) => [id, title])}
            onChoose={(as) => onChange({ as })}
          />
        )}
        {looked.meanings.map(([meaning, text]) => (
          <Select
            key={meaning}
            label={capital(text)}
            value={looked.columns[meaning] ?? ""}
            options={options}
            onChoose={(name) => choose(meaning, name)}
          />
        ))}
      </div>
      {looked.also.map(([name, meaning]) => (
        <p class="warning" key={name}>
          The column “{name}” may be {meaning} too. Another was taken; choose the one that is meant.
        </p>
      ))}
      {looked.onHold !== null && (
        <p class="hint">Time on hold is taken as written {looked.onHold}.</p>
      )}
    </details>
  );
}

function WhichRows({ looked, onChange }: { looked: Looked; onChange: Change }) {
  const { question } = looked;
  if (question?.kind !== "which-rows") return null;
  const { column, texts } = question;
  return (
    <div class="question">
      <Select
        label={`Which rows are meant? The column “${column}” tells several things apart.`}
        value=""
        options={[["", "choose"], ...texts.map((text) => [text, text] as const)]}
        onChoose={(text) => text !== "" && onChange({ rows: { [column]: text } })}
      />
    </div>
  );
}

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

const HOLDS = [
  ["hours", "hours"],
  ["minutes", "minutes"],
  ["seconds", "seconds"],
  ["ignore", "not time on hold"],
] as const;

/** What the numbers of a column mean, if they may be time on hold. */
function Hold({ looked, onChange }: { looked: Looked; onChange: Change }) {
  const { question } = looked;
  if (question?.kind !== "hold") return null;
  return (
    <div class="question">
      <Select
        label={`The column “${question.column}” may be time on hold. What are its numbers (${question.texts.join(", ")})?`}
        value=""
        options={[["", "choose"], ...HOLDS]}
        onChoose={(chosen) => {
          const hold = HOLDS.find(([each]) => each === chosen)?.[0];
          if (hold !== undefined) onChange({ hold });
        }}
      />
    </div>
  );
}

const ZONES = ["Europe/London", "UTC", "Europe/Dublin", "Europe/Paris", "America/New_York"];

const FROM = {
  given: "as you said",
  file: "as such files have them",
  policy: "the zone of the promise, since the file does not say it",
  "none-needed": "",
  unknown: "since nothing says it yet; the promise will",
} as const;

function Dates(props: { looked: Looked; settings: FileSettings; onChange: Change }) {
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
                {dates.zone === null ? ", with their offset" : `, in ${dates.zone}`}
                {dates.zone !== null && FROM[dates.zoneFrom] !== "" && ` (${FROM[dates.zoneFrom]})`}
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

const DOES: readonly (readonly [StateAnswer, string])[] = [
  ["runs", "the clock runs"],
  ["responds", "answers: stops the clock of a first response"],
  ["pauses", "the clock is paused"],
  ["stops", "the clock stops"],
  ["cancels", "the ticket is withdrawn"],
  ["ignore", "changes nothing"],
];

function States(props: {
  states: readonly StateShown[];
  settings: FileSettings;
  onChange: Change;
}) {
  const { states, settings, onChange } = props;
  const unknown = states.filter(({ does }) => does === null);
  const isOpen = useOpened(unknown.length > 0);
  if (states.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>States: what each does to the clock</summary>
      {unknown.length > 0 && (
        <p class="warning">
          {unknown.length === 1 ? "A state is" : `${unknown.length} states are`} not known: rows
          with {unknown.length === 1 ? "it" : "them"} are not used until you say what{" "}
          {unknown.length === 1 ? "it does" : "they do"}.
        </p>
      )}
      <Wide label="States">
        <table>
          <caption>States in the file, the most frequent first</caption>
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col" class="number">
                Rows
              </th>
              <th scope="col">What it does</th>
            </tr>
          </thead>
          <tbody>
            {states.slice(0, 100).map(({ text, count, does }) => (
              <tr key={text}>
                <th scope="row">
                  <bdi>{text}</bdi>
                </th>
                <td class="number">{count.toLocaleString("en-GB")}</td>
                <td>
                  <Select
                    label={`What ${text} does`}
                    isQuiet
                    value={does ?? ""}
                    options={does === null ? [["", "not known: say"], ...DOES] : DOES}
                    onChoose={(answer) => {
                      const said = DOES.find(([each]) => each === answer);
                      if (said) onChange({ states: { ...settings.states, [text]: said[0] } });
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </details>
  );
}

function Severities(props: {
  severities: readonly SeverityShown[];
  names: readonly string[];
  settings: FileSettings;
  onChange: Change;
}) {
  const { severities, names, settings, onChange } = props;
  const unknown = severities.filter(({ severity }) => severity === null);
  const isOpen = useOpened(unknown.length > 0);
  if (severities.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>Priorities: which severity each is</summary>
      {unknown.length > 0 && (
        <p class="warning">
          {unknown.length === 1 ? "One of them is" : `${unknown.length} of them are`} not known:
          choose a severity of the promise.
        </p>
      )}
      <table>
        <caption>Priorities in the file</caption>
        <thead>
          <tr>
            <th scope="col">Priority</th>
            <th scope="col" class="number">
              Rows
            </th>
            <th scope="col">Severity</th>
          </tr>
        </thead>
        <tbody>
          {severities.slice(0, 100).map(({ text, count, severity }) => (
            <tr key={text}>
              <th scope="row">
                <bdi>{text}</bdi>
              </th>
              <td class="number">{count.toLocaleString("en-GB")}</td>
              <td>
                {names.length === 0 ? (
                  (severity ?? "as the promise will say")
                ) : (
                  <Select
                    label={`The severity of ${text}`}
                    isQuiet
                    value={severity ?? "?"}
                    options={[
                      ...(severity === null ? [["?", "not known: say"] as const] : []),
                      ...names.map((name) => [name, `severity ${name}`] as const),
                      ["", "leave it alone"],
                    ]}
                    onChoose={(name) =>
                      name !== "?" &&
                      onChange({ severities: { ...settings.severities, [text]: name } })
                    }
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Whether a section is open: one that had a question to answer stays open once it is answered. */
function useOpened(hasToBe: boolean): boolean {
  const was = useRef(false);
  was.current ||= hasToBe;
  return was.current;
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}
