import type { FileSettings, Looked } from "../../wire/file";
import { FileButton, Select, Wide } from "../parts";
import { counted } from "../words";
import type { Change } from "./change";
import { Columns } from "./columns";
import { Dates } from "./dates";
import { Severities, States } from "./words";

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
        {looked.above > 0 &&
          ` under ${counted(looked.above, "line")} above it that a clock does not need`}
        , with {counted(looked.rows, "row")}.
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
  for (const name of looked.chooses) if (!used.has(name)) used.set(name, "policy");
  words.set("policy", "whose it is");
  const order = [...looked.header.keys()].sort(
    (a, b) => Number(!used.has(looked.header[a] ?? "")) - Number(!used.has(looked.header[b] ?? "")),
  );
  const shown = order.slice(0, MOST_COLUMNS);
  const left = order.length - shown.length;
  return (
    <Wide label="The first rows">
      <table class="first-rows">
        <caption>
          The first rows
          {left > 0 ? `, without ${counted(left, "column")} that a clock does not need` : ""}
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
