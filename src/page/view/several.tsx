import type { OnePromise, PromiseSettings } from "../wire/settings";
import { FileButton } from "./parts";

type Several = Extract<PromiseSettings, { kind: "several" }>;

/** Which policies there are, if each ticket has one of several. */
export function Several(props: {
  promise: Several;
  services: readonly { readonly value: string; readonly text: string }[];
  onChoose: (promise: PromiseSettings) => void;
  onPolicyFile: (file: File) => void;
}) {
  const { promise, services, onChoose, onPolicyFile } = props;
  const { policies } = promise;
  const put = (next: readonly OnePromise[]) => onChoose({ kind: "several", policies: next });
  const isService = (id: string) => (each: OnePromise) => each.kind === "service" && each.id === id;
  return (
    <fieldset>
      <legend>Which policies do the tickets have?</legend>
      {services.map(({ value, text }) => (
        <Check
          key={value}
          name={value}
          text={text}
          isOn={policies.some(isService(value))}
          onChange={(isOn) =>
            put(
              isOn
                ? [...policies, { kind: "service", id: value, choices: {} }]
                : policies.filter((each) => !isService(value)(each)),
            )
          }
        />
      ))}
      {policies.map((each, i) =>
        each.kind === "policy" ? (
          <Check
            key={each.name}
            name={`file-${i}`}
            text={each.name}
            isOn
            onChange={() => put(policies.filter((other) => other !== each))}
          />
        ) : null,
      )}
      <FileButton label="Add a policy file (.json)" accept=".json" onFile={onPolicyFile} />
    </fieldset>
  );
}

function Check(props: {
  name: string;
  text: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  const id = `several-${props.name}`;
  return (
    <div class="check">
      <input
        type="checkbox"
        id={id}
        checked={props.isOn}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label for={id}>
        <bdi>{props.text}</bdi>
      </label>
    </div>
  );
}

/** Some policies with one more; a file that is chosen again takes the place of what it was. */
export function withPolicy(
  policies: readonly OnePromise[],
  added: Extract<OnePromise, { kind: "policy" }>,
): readonly OnePromise[] {
  const isSame = (each: OnePromise) => each.kind === "policy" && each.name === added.name;
  return [...policies.filter((each) => !isSame(each)), added];
}
