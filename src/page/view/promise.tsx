import { useState } from "preact/hooks";
import type { DeskClient } from "../wire/client";
import type { PromiseShown } from "../wire/promise";
import { isOne, type OnePromise, type PromiseSettings } from "../wire/settings";
import { Month } from "./month";
import { FileButton, Radios, Select, Wide } from "./parts";
import { Several } from "./several";

/** The services that come with the page. */
export const SERVICES = [
  {
    value: "nhsmail",
    text: "NHSmail",
    hint: "incidents within 48 core hours, and what is told on the way",
  },
  {
    value: "nhs-login",
    text: "NHS login",
    hint: "incidents by severity 1 to 5, high severity service incidents, availability",
  },
  {
    value: "gpsoc",
    text: "GPSoC",
    hint: "you give your supplier's fix times; escalation follows them",
  },
  {
    value: "patient-access",
    text: "Patient Access",
    hint: "complaints: ten days to look into them, and what follows",
  },
] as const;

/** The third step: by which promise the tickets are judged. */
export function ChoosePromise(props: {
  promise: PromiseSettings;
  shown: PromiseShown | null;
  namesPolicies: boolean;
  client: DeskClient;
  onChoose: (promise: PromiseSettings) => void;
  onPolicyFile: (file: File) => void;
  onWrite: () => void;
}) {
  const { promise, shown, namesPolicies, client, onChoose, onPolicyFile, onWrite } = props;
  const value = promise.kind === "service" ? promise.id : promise.kind;
  return (
    <>
      <Radios
        legend="Which promise are the tickets under?"
        name="promise"
        value={value}
        options={[
          ...(namesPolicies
            ? [{ value: "by-row", text: "Each row names its service", hint: "by its own column" }]
            : []),
          ...SERVICES,
          ...(promise.kind === "policy"
            ? [{ value: "policy", text: promise.name, hint: "your own" }]
            : []),
          ...(promise.kind === "desk"
            ? [{ value: "desk", text: promise.name, hint: "a desk of several policies" }]
            : []),
          {
            value: "several",
            text: "Several of them",
            hint: "each ticket has one, and a column of the file says which",
          },
        ]}
        onChoose={(chosen) => {
          if (chosen === "by-row") onChoose({ kind: "by-row" });
          else if (chosen === "several") {
            onChoose({ kind: "several", policies: isOne(promise) ? [promise] : [] });
          } else if (chosen !== promise.kind) {
            onChoose({ kind: "service", id: chosen, choices: {} });
          }
        }}
      />
      {promise.kind === "several" && (
        <Several
          promise={promise}
          services={SERVICES}
          onChoose={onChoose}
          onPolicyFile={onPolicyFile}
        />
      )}
      <div class="row">
        {promise.kind !== "several" && (
          <FileButton label="Use a policy file (.json)" accept=".json" onFile={onPolicyFile} />
        )}
        <button type="button" class="secondary" onClick={onWrite}>
          {promise.kind === "policy"
            ? "Change this promise in the form"
            : "Write a promise of your own"}
        </button>
      </div>
      {shown !== null && isOne(promise) && (
        <Promised promise={promise} shown={shown} client={client} onChoose={onChoose} />
      )}
      {shown?.parts.map((part, i) => (
        <details key={`${part.id} ${part.whose}`}>
          <summary>
            <bdi>{part.title}</bdi>
            {part.whose !== "" && `: ${part.whose}`}
          </summary>
          <Promised
            promise={part.promise}
            shown={part}
            client={client}
            onChoose={(changed) => {
              if (promise.kind !== "several") return;
              const policies = promise.policies.map((each, j) => (j === i ? changed : each));
              onChoose({ kind: "several", policies });
            }}
          />
        </details>
      ))}
    </>
  );
}

function Promised(props: {
  promise: OnePromise;
  shown: PromiseShown;
  client: DeskClient;
  onChoose: (promise: OnePromise) => void;
}) {
  const { promise, shown, client, onChoose } = props;
  const choose = (name: string, value: string) => {
    if (promise.kind !== "service") return;
    const { [name]: _, ...others } = promise.choices;
    onChoose({
      ...promise,
      choices: value === "" ? others : { ...promise.choices, [name]: value },
    });
  };
  const changed = shown.options.filter(({ isDefault }) => !isDefault).length;
  return (
    <>
      {shown.needs.length > 0 && (
        <details>
          <summary>What only you know</summary>
          {shown.needs.map(({ name, example, value }) => (
            <Need key={name} name={name} example={example} value={value} onSet={choose} />
          ))}
        </details>
      )}
      {shown.options.length > 0 && promise.kind === "service" && (
        <details>
          <summary>
            How its words are read
            {changed > 0 && `: ${changed} ${changed === 1 ? "reading" : "readings"} chosen by you`}
          </summary>
          <p class="hint">
            Where its documents can be read in more than one way, the usual reading is chosen. Try
            another and see below which verdicts change.
          </p>
          {shown.options.map((option) => (
            <Select
              key={option.name}
              label={option.title}
              hint={option.clauses.length > 0 ? `Clauses ${option.clauses.join(", ")}` : ""}
              value={option.value}
              options={option.values.map(({ value, reading }) => [value, reading])}
              onChoose={(value) => choose(option.name, value)}
            />
          ))}
        </details>
      )}
      <details>
        <summary>What it promises</summary>
        {shown.source !== null && <p class="hint">From {shown.source}</p>}
        <PromiseTable shown={shown} />
      </details>
      <details>
        <summary>Its calendar</summary>
        <Calendars promise={promise} shown={shown} client={client} />
      </details>
    </>
  );
}

function Need(props: {
  name: string;
  example: string;
  value: string;
  onSet: (name: string, value: string) => void;
}) {
  const { name, example, value, onSet } = props;
  const [text, setText] = useState(value);
  const id = `need-${name}`;
  return (
    <div class="field">
      <label for={id}>{NEEDS[name] ?? name}</label>
      <p class="hint" id={`${id}-hint`}>
        For example <code>{example}</code>
      </p>
      <textarea
        id={id}
        rows={example.length > 60 ? 4 : 1}
        aria-describedby={`${id}-hint`}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="button" class="secondary" onClick={() => onSet(name, text.trim())}>
        Use this
      </button>
    </div>
  );
}

const NEEDS: Readonly<Record<string, string>> = {
  fixTimes: "The supplier's fix times by severity",
  calendars: "The calendars of the fix times",
  partnerHours: "The partner's hours, in which it tells of a high severity incident",
};

/** What a promise promises, target by target. */
export function PromiseTable({ shown }: { shown: PromiseShown }) {
  return (
    <Wide label={`Targets of ${shown.title}`}>
      <table>
        <caption>Targets of {shown.title}</caption>
        <thead>
          <tr>
            <th scope="col">Target</th>
            <th scope="col">Within</th>
            <th scope="col">The clock runs in</th>
            <th scope="col">pauses in</th>
            <th scope="col">stops in</th>
          </tr>
        </thead>
        <tbody>
          {shown.targets.map((target) => (
            <tr key={target.id}>
              <th scope="row">
                {target.title}
                {target.clause !== null && <span class="hint"> {target.clause}</span>}
              </th>
              <td>
                {target.allowances.map(([severity, text]) => (
                  <div key={severity}>
                    {severity !== "" && `${severity}: `}
                    {text}
                  </div>
                ))}
              </td>
              <td>{target.runs}</td>
              <td>{target.pauses === "" ? "nothing" : target.pauses}</td>
              <td>{target.stops}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** The calendars of a promise, a month at a time. */
export function Calendars(props: {
  promise: PromiseSettings;
  shown: PromiseShown;
  client: DeskClient;
}) {
  const { promise, shown, client } = props;
  const [chosen, setChosen] = useState("");
  const calendar = shown.calendars.some(([id]) => id === chosen)
    ? chosen
    : (shown.calendars[0]?.[0] ?? "");
  return (
    <>
      {shown.calendars.length > 1 && (
        <Select label="Calendar" value={calendar} options={shown.calendars} onChoose={setChosen} />
      )}
      <Month client={client} promise={promise} calendar={calendar} />
    </>
  );
}
