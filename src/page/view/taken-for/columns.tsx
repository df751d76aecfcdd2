import type { Form, Meaning } from "../../../tickets/understanding/presets/preset";
import type { FileSettings, Looked } from "../../wire/file";
import { Select } from "../parts";
import { capital } from "../words";
import type { Change } from "./change";
import { useOpened } from "./use-opened";

const FORMS: readonly (readonly [Form, string])[] = [
  ["tickets", "one row for each ticket"],
  ["events", "a row for each change of state"],
  ["changes", "a row for each change of a field"],
  ["stays", "a row for each time in a state"],
];

/** Which column has which meaning, each to be chosen. */
export function Columns(props: { looked: Looked; settings: FileSettings; onChange: Change }) {
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
