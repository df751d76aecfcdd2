import { useState } from "preact/hooks";
import type { DeskClient } from "../../wire/client";
import type { PromiseSettings } from "../../wire/settings";
import { ErrorBox, FileButton, Input } from "../parts";
import { Calendars, PromiseTable } from "../promise";
import { save } from "../save";
import { useAnswer } from "../use-answer";
import { type Draft, FIRST_DRAFT } from "./draft";
import { draftOf, keptParts } from "./draft-of";
import { policyOf } from "./policy-of";
import { Targets } from "./targets";
import { CalendarForm } from "./week";

/**
 * A promise that the user writes: the week, the closures and the targets, with its calendar drawn as it
 * is typed. A policy file can be loaded into it.
 */
export function OwnPromise(props: {
  client: DeskClient;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onUse: (promise: PromiseSettings) => void;
}) {
  const { client, draft, onDraft, onUse } = props;
  const put = (change: Partial<Draft>) => onDraft({ ...draft, ...change });
  const promise: PromiseSettings = { kind: "policy", name: draft.title, json: policyOf(draft) };
  const { answer, error, isBusy } = useAnswer(client, "promise", promise, JSON.stringify(promise));
  const [saved, setSaved] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const load = (file: File) =>
    loaded(client, file).then(
      (next) => {
        setRefused(null);
        onDraft(next);
      },
      (reason: unknown) => setRefused(reason instanceof Error ? reason.message : String(reason)),
    );
  const { calendar } = draft;
  const isReady = answer !== null && !isBusy;
  return (
    <>
      <h1>Write a promise of your own</h1>
      <p class="lead">
        When your desk is open, and how soon it must answer and fix. It is saved as a policy file,
        which the command and the library read too.
      </p>
      <section
        class="drop"
        aria-label="A policy file to go on from"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [file] = event.dataTransfer?.files ?? [];
          if (file) load(file);
        }}
      >
        <div class="row">
          <FileButton label="Go on from a policy file (.json)" accept=".json" onFile={load} />
          <button type="button" class="link" onClick={() => onDraft(FIRST_DRAFT)}>
            Begin anew
          </button>
        </div>
      </section>
      {refused !== null && <ErrorBox title="That file cannot be used" text={refused} />}
      <Kept draft={draft} />
      <div class="two">
        <div>
          <Input label="What it is called" value={draft.title} onType={(title) => put({ title })} />
          {calendar === null ? (
            <p class="inset">Its calendars are as the file has them.</p>
          ) : (
            <CalendarForm
              calendar={calendar}
              onChange={(change) => put({ calendar: { ...calendar, ...change } })}
            />
          )}
          <Targets draft={draft} onChange={put} />
        </div>
        <div class="preview">
          <h2>How that looks</h2>
          {error !== null && <ErrorBox title="It cannot be used yet" text={error} />}
          {error === null && answer !== null && (
            <>
              {answer.calendars.length > 0 && (
                <Calendars client={client} promise={promise} shown={answer} />
              )}
              <PromiseTable shown={answer} />
            </>
          )}
        </div>
      </div>
      <div class="row">
        <button type="button" disabled={!isReady} onClick={() => onUse(promise)}>
          Judge tickets by it
        </button>
        <button
          type="button"
          class="secondary"
          disabled={!isReady}
          onClick={() => {
            const text = answer?.json ?? "";
            const name = `${answer?.id ?? "policy"}.json`;
            save({ name, type: "application/json", parts: [text] });
            setSaved(true);
          }}
        >
          Save it as a policy file
        </button>
        <span role="status">{saved ? "Saved with your downloads." : ""}</span>
      </div>
    </>
  );
}

/** What a file says that the form does not show. */
function Kept({ draft }: { draft: Draft }) {
  const parts = keptParts(draft);
  if (parts.length === 0) return null;
  return (
    <details class="inset" open>
      <summary>What the form does not show is kept as the file has it, and holds</summary>
      <ul>
        {parts.map((part) => (
          <li key={part}>
            <bdi>{part}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The draft of a policy file; what is not a policy is refused in the words of the library. */
async function loaded(client: DeskClient, file: File): Promise<Draft> {
  const text = await file.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? `: ${error.message}` : "";
    throw new Error(`${file.name}: it is not JSON${why}`);
  }
  const draft = draftOf(json);
  if (draft) return draft;
  await client.ask("promise", { kind: "policy", name: file.name, json });
  throw new Error(`${file.name}: it is not a policy`);
}
