import { useEffect, useRef, useState } from "preact/hooks";
import choices from "../../../examples/data/tickets.choices.json";
import example from "../../../examples/data/tickets.csv?raw";
import type { DeskClient } from "../wire/client";
import type { FileSettings } from "../wire/file";
import type { Judged, ListSettings } from "../wire/judged";
import type { PromiseSettings } from "../wire/settings";
import { ChooseFile } from "./choose-file";
import { type Dropped, promiseOf, promiseWith, sorted } from "./dropped";
import { type Entry, entryOf, type How, NOTHING_SAID } from "./entry";
import { NextDue } from "./next-due";
import { ErrorBox, Progress, Step } from "./parts";
import { ChoosePromise } from "./promise";
import { save } from "./save";
import { MOST_PRINTED, type Printed, PrintedList, TakeAway } from "./take-away";
import { TakenFor } from "./taken-for/taken-for";
import { TicketDialog } from "./ticket";
import { useAnswer } from "./use-answer";
import { ALL, Verdicts } from "./verdicts";
import { isChoosable, Whose } from "./whose";

interface Props {
  readonly client: DeskClient;
  readonly entries: readonly Entry[];
  readonly entry: Entry | null;
  readonly promise: PromiseSettings;
  readonly onEntries: (change: (all: readonly Entry[]) => readonly Entry[]) => void;
  /** Opens further files, each under the promise that it has, and shows the last of them. */
  readonly onAdd: (make: (promise: PromiseSettings) => readonly Entry[]) => void;
  readonly onCurrent: (id: string | null) => void;
  /** Chooses another promise, by the one that is chosen then. */
  readonly onPromise: (change: (before: PromiseSettings) => PromiseSettings) => void;
  readonly onWrite: () => void;
}

/** The example's tickets date from 2026 and 2027, so they are judged as of this instant. */
const EXAMPLE_AS_OF = "2027-04-05T12:00:00";

/** The way from a file to a report, step by step. */
export function Check(props: Props) {
  const { client, entries, entry, promise, onEntries, onAdd, onCurrent, onPromise, onWrite } =
    props;
  const [complaint, setComplaint] = useState<string | null>(null);
  const [again, setAgain] = useState(0);

  const take = async (files: readonly Dropped[]) => {
    const { policies, exports } = await sorted(files);
    setComplaint(null);
    if (exports.length === 0) onPromise((before) => promiseWith(before, policies));
    else {
      onAdd((before) => {
        const chosen = promiseWith(before, policies);
        return exports.map(({ bytes, name }) => entryOf(bytes, name, chosen));
      });
    }
  };
  const change = (with_: (entry: Entry) => Entry) =>
    onEntries((all) => all.map((each) => (each.file.id === entry?.file.id ? with_(each) : each)));
  const say = (said: Partial<FileSettings>) =>
    change((each) => ({ ...each, settings: { ...each.settings, ...said } }));
  const readJson = (file: File, use: (json: unknown) => void) => {
    file
      .text()
      .then((text) => use(JSON.parse(text)))
      .then(() => setComplaint(null))
      .catch((error: unknown) =>
        setComplaint(
          `${file.name}: it is not JSON: ${error instanceof Error ? error.message : ""}`,
        ),
      );
  };
  const usePolicy = (file: File) =>
    readJson(file, (json) =>
      onPromise((before) => promiseWith(before, [promiseOf(file.name, json)])),
    );

  const lookKey = JSON.stringify([entry?.file.id, entry?.settings, entry?.promise, again]);
  const read = entry && { ...entry, nowMs: Date.now() };
  const looked = useAnswer(client, "look", read, lookKey);
  const promised = useAnswer(client, "promise", promise, JSON.stringify(promise));
  const file = entry === null ? null : looked.answer;

  return (
    <>
      <h1>Check tickets against a service promise</h1>
      <p class="lead">
        From an export of your ticket system to a list of what has breached and what is about to,
        with the working of each. Nothing leaves this computer.
      </p>
      {complaint !== null && <ErrorBox title="That file cannot be used" text={complaint} />}
      <Step number={1} title="Choose the export" id="step-file" waits={null}>
        <ChooseFile
          entries={entries}
          current={entry?.file.id ?? null}
          onFiles={take}
          onCurrent={onCurrent}
          onRemove={(id) => {
            onEntries((all) => all.filter((each) => each.file.id !== id));
            if (entry?.file.id === id) onCurrent(null);
          }}
          onExample={() => {
            const byRow = { kind: "by-row", choices } as const;
            const made = entryOf(new Blob([example]), "example.csv", byRow);
            setComplaint(null);
            onAdd(() => [{ ...made, how: { ...made.how, asOf: EXAMPLE_AS_OF } }]);
          }}
        />
        {looked.isBusy && (
          <Progress
            text="Looking at the file"
            share={looked.share}
            onCancel={() => client.cancel()}
          />
        )}
        {looked.isCancelled && <Again onAgain={() => setAgain(again + 1)} />}
      </Step>
      <Step
        number={2}
        title="What it was taken for"
        id="step-read"
        waits={entry === null ? "Choose a file first." : null}
      >
        {looked.error !== null && <ErrorBox title="The file cannot be read" text={looked.error} />}
        {file !== null && entry !== null && (
          <TakenFor
            looked={file}
            settings={entry.settings}
            onChange={say}
            onReset={() => change((each) => ({ ...each, settings: NOTHING_SAID }))}
            onSave={() =>
              save({
                name: `${entry.file.name.replace(/\.[^.]*$/, "")}.columns.json`,
                type: "application/json",
                parts: [file.mappingText ?? ""],
              })
            }
            onMapping={(chosen) => readJson(chosen, (mapping) => say({ mapping }))}
          />
        )}
      </Step>
      <Step number={3} title="Choose the promise" id="step-promise" waits={null}>
        {promised.error !== null && (
          <ErrorBox title="The promise cannot be used" text={promised.error} />
        )}
        <ChoosePromise
          promise={promise}
          shown={promised.answer}
          namesPolicies={file?.namesPolicies ?? false}
          client={client}
          onChoose={(chosen) => onPromise(() => chosen)}
          onPolicyFile={usePolicy}
          onWrite={onWrite}
        />
        {entry !== null && file !== null && (
          <Whose
            client={client}
            entry={entry}
            looked={file}
            shown={promised.answer}
            onChange={say}
          />
        )}
      </Step>
      <Judging
        client={client}
        entry={entry}
        isReady={
          entry !== null &&
          file !== null &&
          file.mapping !== null &&
          entry.promise.kind !== "none" &&
          isChoosable(entry.promise, file)
        }
        columns={file?.header ?? []}
        claims={file?.claims ?? []}
        lookKey={lookKey}
        onHow={(how) => change((each) => ({ ...each, how: { ...each.how, ...how } }))}
      />
    </>
  );
}

function Again({ onAgain }: { onAgain: () => void }) {
  return (
    <p class="inset" role="status">
      It was cancelled.{" "}
      <button type="button" class="secondary" onClick={onAgain}>
        Read it again
      </button>
    </p>
  );
}

/** Identifies a judgement, so a new one asks again for what was listed of the last. */
function useJudgement(answer: Judged | null): string {
  const last = useRef<{ answer: Judged | null; count: number }>({ answer: null, count: 0 });
  if (last.current.answer !== answer) last.current = { answer, count: last.current.count + 1 };
  return String(last.current.count);
}

/** How long somebody may rest between two digits of a date. */
const SETTLES_MS = 800;

/** No log of tickets is older. A year before it is one that is still being typed, such as 0202. */
const FIRST_YEAR = 1970;

/**
 * What to ask by: the last key whose dates have stood for a while. So the verdicts are compared with those
 * before the change, and not with those of a date that was half typed. Another file is asked about at once.
 */
function useSettled(key: string, how: How | null, file: string): string {
  const typed = JSON.stringify([how?.asOf, how?.from, how?.to, how?.atRisk]);
  const [settled, setSettled] = useState(typed);
  const asked = useRef({ key, file });
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const dates = [how?.asOf, how?.from, how?.to];
  const isWhole = dates.every((date) => !date || Number.parseInt(date, 10) >= FIRST_YEAR);
  const isSettled = settled === typed && isWhole;
  if (isSettled || asked.current.file !== file) asked.current = { key, file };
  return asked.current.key;
}

function Judging(props: {
  client: DeskClient;
  entry: Entry | null;
  isReady: boolean;
  columns: readonly string[];
  claims: readonly string[];
  lookKey: string;
  onHow: (how: Partial<How>) => void;
}) {
  const { client, entry, isReady, columns, claims, lookKey, onHow } = props;
  const [list, setList] = useState<ListSettings>(ALL);
  const [open, setOpen] = useState<{ ticket: string; target: string } | null>(null);
  const [printed, setPrinted] = useState<(Printed & { readonly of: string }) | null>(null);
  const [again, setAgain] = useState(0);
  const given =
    entry !== null && isReady ? { ...entry, how: { ...entry.how, nowMs: Date.now() } } : null;
  const stamp = JSON.stringify([lookKey, entry?.how, isReady, again]);
  const asked = useSettled(stamp, entry?.how ?? null, lookKey);
  const { answer, error, isCancelled, share, ...state } = useAnswer(client, "judge", given, asked);
  const isBusy = state.isBusy || asked !== stamp;
  const judgement = useJudgement(answer);
  const print = (which: ListSettings, heading: string) =>
    client.ask("list", { ...which, from: 0, count: MOST_PRINTED }).then(({ rows, total }) => {
      setPrinted({ heading, rows, total, of: judgement });
      // The list must be on the page before it is printed.
      setTimeout(() => window.print(), 50);
    });
  const waits =
    entry === null
      ? "Choose a file first."
      : isReady || answer !== null
        ? null
        : "Answer the open questions above, and choose a promise.";
  return (
    <>
      <Step number={4} title="See the verdicts" id="step-verdicts" waits={waits}>
        {isBusy && (
          <Progress text="Reading and judging" share={share} onCancel={() => client.cancel()} />
        )}
        {isCancelled && <Again onAgain={() => setAgain(again + 1)} />}
        {error !== null && <ErrorBox title="Nothing could be judged" text={error} />}
        {answer !== null && entry !== null && (
          <div class={isBusy ? "stale" : undefined} aria-busy={isBusy}>
            <Verdicts
              judged={answer}
              how={entry.how}
              columns={columns}
              claims={claims}
              client={client}
              stamp={judgement}
              list={list}
              onList={setList}
              onHow={onHow}
              onTicket={(ticket, target) => setOpen({ ticket, target })}
            />
            <NextDue
              client={client}
              stamp={judgement}
              onTicket={(ticket, target) => setOpen({ ticket, target })}
            />
            {printed?.of === judgement && <PrintedList printed={printed} judged={answer} />}
          </div>
        )}
      </Step>
      <Step
        number={5}
        title="Take it away"
        id="step-take"
        waits={answer === null ? "There is nothing to take away yet." : null}
      >
        {answer !== null && (
          <TakeAway client={client} judged={answer} list={list} onPrint={print} />
        )}
      </Step>
      {open !== null && (
        <TicketDialog
          client={client}
          stamp={judgement}
          ticket={open.ticket}
          target={open.target}
          onClose={() => setOpen(null)}
          onPicture={() =>
            client.ask("take", { format: "svg", pictures: false, ...open }).then(save, () => {})
          }
        />
      )}
    </>
  );
}
