import { useState } from "preact/hooks";
import type { DeskClient } from "../wire/client";
import type { Asked, Due } from "../wire/due";
import { isOne, type OnePromise, type PromiseSettings } from "../wire/settings";
import { Obligations } from "./obligations";
import { ErrorBox, Input, Select } from "./parts";
import { Picture } from "./picture";
import { SERVICES } from "./promise";
import { Facts, Working } from "./ticket";
import { useAnswer } from "./use-answer";
import { WrittenList } from "./written-list";

type Question = Omit<Asked, "promise" | "nowMs">;

const BLANK: Question = { opened: "", severity: "", target: "", pauses: [], asOf: "" };

/** One question: when is a ticket due, given its opening and its pauses? */
export function Ask(props: { client: DeskClient; promise: PromiseSettings }) {
  const { client } = props;
  const [promise, setPromise] = useState<OnePromise>(
    isOne(props.promise) ? props.promise : { kind: "service", id: "nhsmail", choices: {} },
  );
  const chosen = useAnswer(client, "promise", props.promise, JSON.stringify(props.promise));
  // Policies of files: the one that is chosen, or those among several.
  const own: readonly OnePromise[] =
    props.promise.kind === "policy"
      ? [props.promise]
      : (chosen.answer?.parts ?? []).map((part) => part.promise);
  const files = own.filter((each) => each.kind === "policy");
  const [question, setQuestion] = useState<Question>(BLANK);
  const shown = useAnswer(client, "promise", promise, JSON.stringify(promise));
  const nowMs = Date.now();
  const asked = question.opened === "" ? null : { ...question, promise, nowMs };
  const due = useAnswer(client, "due", asked, JSON.stringify([promise, question]));
  const put = (change: Partial<Question>) => setQuestion({ ...question, ...change });
  const { answer } = shown;
  return (
    <>
      <h1>When is it due?</h1>
      <p class="lead">Ask of one ticket, without a file.</p>
      <div class="grid">
        <Select
          label="Promise"
          value={promise.kind === "service" ? promise.id : `own-${placeIn(files, promise)}`}
          options={[
            ...SERVICES.map(({ value, text }) => [value, text] as const),
            ...files.map(({ name }, i) => [`own-${i}`, name] as const),
          ]}
          onChoose={(id) => {
            const file = files.find((_, i) => id === `own-${i}`);
            const service = own.find((each) => each.kind === "service" && each.id === id);
            setPromise(file ?? service ?? { kind: "service", id, choices: {} });
            put({ severity: "", target: "" });
          }}
        />
        {answer !== null && answer.targets.length > 1 && (
          <Select
            label="Target"
            value={question.target === "" ? (answer.targets[0]?.id ?? "") : question.target}
            options={answer.targets.map(({ id, title }) => [id, title])}
            onChoose={(target) => put({ target })}
          />
        )}
        {answer !== null && answer.severities.length > 0 && (
          <Select
            label="Severity"
            value={question.severity}
            options={[["", "not said"], ...answer.severities.map((each) => [each, each] as const)]}
            onChoose={(severity) => put({ severity })}
          />
        )}
        <Input
          label="Opened"
          type="datetime-local"
          hint={`Time in ${answer?.timeZone ?? "the promise's zone"}`}
          value={question.opened}
          onType={(opened) => put({ opened })}
        />
        <Input
          label="Seen as of"
          type="datetime-local"
          hint="Empty for now, or for the opening if that is later"
          value={question.asOf}
          onType={(asOf) => put({ asOf })}
        />
      </div>
      <Pauses pauses={question.pauses} onChange={(pauses) => put({ pauses })} />
      {shown.error !== null && <ErrorBox title="The promise cannot be used" text={shown.error} />}
      {due.error !== null && <ErrorBox title="The question cannot be answered" text={due.error} />}
      {due.answer !== null && <Answer due={due.answer} />}
    </>
  );
}

/** The place of a policy among some; they may have come from the desk anew. */
function placeIn(files: readonly OnePromise[], promise: OnePromise): number {
  const text = JSON.stringify(promise);
  return files.findIndex((each) => JSON.stringify(each) === text);
}

function Pauses(props: {
  pauses: Question["pauses"];
  onChange: (pauses: Question["pauses"]) => void;
}) {
  const { pauses, onChange } = props;
  return (
    <WrittenList
      legend="Paused"
      entries={pauses}
      blank={{ from: "", to: "" }}
      add="Add a pause"
      nameOf={(_, place) => `pause ${place}`}
      onChange={onChange}
    >
      {(pause, put) => (
        <>
          <Input
            label="From"
            type="datetime-local"
            value={pause.from}
            onType={(from) => put({ from })}
          />
          <Input
            label="To (empty if still paused)"
            type="datetime-local"
            value={pause.to}
            onType={(to) => put({ to })}
          />
        </>
      )}
    </WrittenList>
  );
}

function Answer({ due }: { due: Due }) {
  return (
    <section aria-labelledby="answer-h" class="answer">
      <h2 id="answer-h">The answer</h2>
      <p class="big" aria-live="polite">
        {due.due !== null
          ? `Due ${due.due}`
          : due.projected !== null
            ? `Paused: due ${due.projected} if it went on now`
            : "No due date is known"}
      </p>
      <p class="standing">{due.standing}</p>
      <Facts facts={due.facts} />
      {due.notes.map((note) => (
        <p class="inset" key={note}>
          {note}
        </p>
      ))}
      {due.reminders.length > 0 && (
        <>
          <h3>What to think of before that</h3>
          <ul>
            {due.reminders.map(({ name, at, passed }) => (
              <li key={`${name} ${at}`}>
                {at}: {name}
                {passed && " (past)"}
              </li>
            ))}
          </ul>
        </>
      )}
      {due.obligations.length > 0 && (
        <Obligations
          caption="What else is due, and when the promise reminds"
          rows={due.obligations}
          onTicket={null}
        />
      )}
      {due.svg !== "" && <Picture svg={due.svg} label="Picture of the ticket" />}
      <Working lines={due.working} />
      {due.others.length > 0 && (
        <details>
          <summary>The other targets, if they began then</summary>
          <Facts facts={due.others} />
        </details>
      )}
    </section>
  );
}
