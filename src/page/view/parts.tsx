import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { useId } from "preact/hooks";
import { WEEKDAYS } from "./weeks";

/** A numbered step of the way from a file to a report. */
export function Step(props: {
  number: number;
  title: string;
  id: string;
  /** What must be done before it can begin; null if it can begin. */
  waits: string | null;
  children?: ComponentChildren;
}) {
  const { number, title, id, waits, children } = props;
  return (
    <section class={waits === null ? "step" : "step waiting"} id={id} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>
        <span class="number">{number}</span> {title}
      </h2>
      {waits === null ? children : <p class="hint">{waits}</p>}
    </section>
  );
}

/** A label above the control that it names. */
export function Field(props: {
  label: string;
  hint?: string;
  children: (ids: { id: string; describedBy: string | undefined }) => ComponentChildren;
}) {
  const id = useId();
  const { label, hint, children } = props;
  const describedBy = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={describedBy}>
          {hint}
        </p>
      )}
      {children({ id, describedBy })}
    </div>
  );
}

/** A choice among several options, as a drop-down. */
export function Select(props: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChoose: (value: string) => void;
  hint?: string;
  /** Whether the label is only read out, for example where the row of a table already shows it. */
  isQuiet?: boolean;
}) {
  const { label, value, options, onChoose, hint, isQuiet = false } = props;
  const select = (ids: { id?: string; describedBy?: string | undefined }) => (
    <select
      id={ids.id}
      aria-describedby={ids.describedBy}
      aria-label={isQuiet ? label : undefined}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {options.map(([each, text]) => (
        <option key={each} value={each} selected={each === value}>
          {text}
        </option>
      ))}
    </select>
  );
  if (isQuiet) return select({});
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {select}
    </Field>
  );
}

/** A line of text to type, or a date, a time or a number. */
export function Input(props: {
  label: string;
  value: string;
  onType: (value: string) => void;
  type?: "text" | "date" | "time" | "datetime-local" | "number" | "search" | "month";
  hint?: string;
  width?: "short" | "middle";
  placeholder?: string;
  isQuiet?: boolean;
}) {
  const { label, value, onType, type = "text", hint, width, placeholder, isQuiet = false } = props;
  // Each of these types takes the same attributes, but Preact types them one by one.
  const kind = { type, placeholder, autocomplete: "off" } as InputHTMLAttributes<HTMLInputElement>;
  const input = (ids: { id?: string; describedBy?: string | undefined }) => (
    <input
      {...kind}
      id={ids.id}
      aria-describedby={ids.describedBy}
      aria-label={isQuiet ? label : undefined}
      class={width}
      value={value}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
  if (isQuiet) return input({});
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {input}
    </Field>
  );
}

/** One of a few options, with all their words visible. */
export function Radios(props: {
  legend: string;
  name: string;
  value: string;
  options: readonly { readonly value: string; readonly text: string; readonly hint?: string }[];
  onChoose: (value: string) => void;
}) {
  const group = useId();
  const { legend, name, value, options, onChoose } = props;
  return (
    <fieldset class="radios">
      <legend>{legend}</legend>
      {options.map((each) => {
        const id = `${group}-${name}-${each.value}`;
        return (
          <div class="radio" key={each.value}>
            <input
              type="radio"
              id={id}
              name={`${group}-${name}`}
              checked={each.value === value}
              aria-describedby={each.hint === undefined ? undefined : `${id}-hint`}
              onChange={() => onChoose(each.value)}
            />
            <label for={id}>{each.text}</label>
            {each.hint !== undefined && (
              <p class="hint" id={`${id}-hint`}>
                {each.hint}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** What went wrong, and what to do about it. */
export function ErrorBox({ title, text }: { title: string; text: string }) {
  return (
    <div class="error" role="alert">
      <h3>{title}</h3>
      {text.split("\n").map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** How far something is, with a way to cancel it. */
export function Progress(props: { text: string; share: number; onCancel: () => void }) {
  const { text, share, onCancel } = props;
  const percent = Math.round(share * 100);
  return (
    <div class="progress">
      <label>
        {text} <progress max={100} value={percent} /> {percent} %
      </label>
      <button type="button" class="secondary" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}

/** A wide table, which the keyboard can scroll sideways too. */
export function Wide({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable.
    <section class="wide" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

/** The head of a table with a column for each day of a week. */
export function WeekHead() {
  return (
    <thead>
      <tr>
        {WEEKDAYS.map((day) => (
          <th key={day} scope="col">
            {day}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The head of a column of figures. */
export function NumberHead({ children }: { children: ComponentChildren }) {
  return (
    <th scope="col" class="number">
      {children}
    </th>
  );
}

/** Asks for a file. */
export function FileButton(props: { label: string; accept: string; onFile: (file: File) => void }) {
  const id = useId();
  return (
    <div class="file-button">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="file"
        accept={props.accept}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) props.onFile(file);
          // The same file can be chosen again after it was changed.
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
