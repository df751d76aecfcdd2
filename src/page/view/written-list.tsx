import type { ComponentChildren } from "preact";

/** A list that somebody writes: the controls of each entry in a row, and buttons to remove and to add one. */
export function WrittenList<Entry>(props: {
  legend: string;
  entries: readonly Entry[];
  /** The entry as it is added. */
  blank: Entry;
  /** The words of the button that adds one. */
  add: string;
  /** What an entry is called by the button that removes it. */
  nameOf: (entry: Entry, place: number) => string;
  hint?: string;
  onChange: (entries: readonly Entry[]) => void;
  children: (entry: Entry, put: (change: Partial<Entry>) => void) => ComponentChildren;
}) {
  const { legend, entries, blank, add, nameOf, hint, onChange, children } = props;
  const put = (i: number, change: Partial<Entry>) =>
    onChange(entries.map((each, at) => (at === i ? { ...each, ...change } : each)));
  return (
    <fieldset>
      <legend>{legend}</legend>
      {entries.map((entry, i) => (
        <div class="row" key={i}>
          {children(entry, (change) => put(i, change))}
          <button
            type="button"
            class="secondary"
            onClick={() => onChange(entries.filter((_, at) => at !== i))}
          >
            Remove<span class="unseen"> {nameOf(entry, i + 1)}</span>
          </button>
        </div>
      ))}
      {hint !== undefined && <p class="hint">{hint}</p>}
      <button type="button" class="secondary" onClick={() => onChange([...entries, blank])}>
        {add}
      </button>
    </fieldset>
  );
}
