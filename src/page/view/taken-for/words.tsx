import type { ComponentChildren } from "preact";
import type { StateAnswer } from "../../../tickets/understanding/unknown-words";
import type { FileSettings, SeverityShown, StateShown } from "../../wire/file";
import { NumberHead, Select, Wide } from "../parts";
import type { Change } from "./change";
import { useOpened } from "./use-opened";

const DOES: readonly (readonly [StateAnswer, string])[] = [
  ["runs", "the clock runs"],
  ["responds", "answers: stops the clock of a first response"],
  ["pauses", "the clock is paused"],
  ["stops", "the clock stops"],
  ["cancels", "the ticket is withdrawn"],
  ["ignore", "changes nothing"],
];

/** What stands in the place of an answer, as long as there is none. */
const OTHERWISE: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "": [["", "not known: say"]],
  differs: [["differs", "what each policy says"]],
};

/** What each state of the file does to the clock. */
export function States(props: {
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
        <Words
          caption="States in the file, the most frequent first"
          word="State"
          meaning="What it does"
          words={states}
        >
          {({ text, does }) => (
            <Select
              label={`What ${text} does`}
              isQuiet
              value={does ?? ""}
              options={[...(OTHERWISE[does ?? ""] ?? []), ...DOES]}
              onChoose={(answer) => {
                const said = DOES.find(([each]) => each === answer);
                if (said) onChange({ states: { ...settings.states, [text]: said[0] } });
              }}
            />
          )}
        </Words>
      </Wide>
    </details>
  );
}

/** Which severity each priority of the file is. */
export function Severities(props: {
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
          {unknown.length === 1 ? "One of them is" : `${unknown.length} of them are`} not known, and
          their rows are not used: choose a severity of the promise. If the promise has nothing for
          them, write a severity into it that has no amount, and choose that.
        </p>
      )}
      <Words caption="Priorities in the file" word="Priority" meaning="Severity" words={severities}>
        {({ text, severity, differs }) =>
          names.length === 0 ? (
            (severity ?? "as the promise will say")
          ) : (
            <Select
              label={`The severity of ${text}`}
              isQuiet
              value={differs ? "?" : (severity ?? "?")}
              options={[
                ...(severity === null ? [["?", "not known: say"] as const] : []),
                ...(differs ? [["?", "what each policy says"] as const] : []),
                ...names.map((name) => [name, `severity ${name}`] as const),
                ["", "as if it had none"],
              ]}
              onChoose={(name) =>
                name !== "?" && onChange({ severities: { ...settings.severities, [text]: name } })
              }
            />
          )
        }
      </Words>
    </details>
  );
}

interface Word {
  readonly text: string;
  readonly count: number;
}

/** The most words of a table; no system has so many states. */
const MOST_WORDS = 100;

/** The words of a column, how often each occurs, and what it is taken for. */
function Words<W extends Word>(props: {
  caption: string;
  word: string;
  meaning: string;
  words: readonly W[];
  children: (word: W) => ComponentChildren;
}) {
  const { caption, word, meaning, words, children } = props;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{word}</th>
          <NumberHead>Rows</NumberHead>
          <th scope="col">{meaning}</th>
        </tr>
      </thead>
      <tbody>
        {words.slice(0, MOST_WORDS).map((each) => (
          <tr key={each.text}>
            <th scope="row">
              <bdi>{each.text}</bdi>
            </th>
            <td class="number">{each.count.toLocaleString("en-GB")}</td>
            <td>{children(each)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
