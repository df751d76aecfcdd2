import { useState } from "preact/hooks";
import type { DeskClient } from "../../wire/client";
import type { PromiseSettings } from "../../wire/settings";
import { Month } from "../month";
import { ErrorBox, Input, Select } from "../parts";
import { PromiseTable } from "../promise";
import { save } from "../save";
import { useAnswer } from "../use-answer";
import { capital } from "../words";
import { WrittenList } from "../written-list";
import { DAYS, type Draft, type DraftDay, type DraftSeverity, policyOf } from "./draft";

/**
 * A promise that the user writes: the week, the closures and the targets, with its calendar drawn as it
 * is typed.
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
  const { answer, error } = useAnswer(client, "promise", promise, JSON.stringify(promise));
  const [saved, setSaved] = useState(false);
  return (
    <>
      <h1>Write a promise of your own</h1>
      <p class="lead">
        When your desk is open, and how soon each severity must be fixed. It is saved as a policy
        file, which the command and the library read too.
      </p>
      <div class="two">
        <div>
          <Input label="What it is called" value={draft.title} onType={(title) => put({ title })} />
          <Input
            label="Time zone"
            hint="Its IANA name, such as Europe/London"
            width="middle"
            value={draft.timeZone}
            onType={(timeZone) => put({ timeZone })}
          />
          <Week draft={draft} onChange={put} />
          <Select
            label="Bank holidays"
            value={draft.bankHolidays}
            options={DIVISIONS}
            onChoose={(value) =>
              put({ bankHolidays: DIVISIONS.find(([each]) => each === value)?.[0] ?? "" })
            }
          />
          <Closures draft={draft} onChange={put} />
          <Severities draft={draft} onChange={put} />
          <Select
            label="When the severity changes"
            value={draft.onSeverityChange}
            options={CHANGES}
            onChoose={(value) =>
              put({
                onSeverityChange: CHANGES.find(([each]) => each === value)?.[0] ?? "carry-elapsed",
              })
            }
          />
          <fieldset>
            <legend>States of a ticket, separated by commas</legend>
            <Input label="The clock runs in" value={draft.runs} onType={(runs) => put({ runs })} />
            <Input label="It pauses in" value={draft.pauses} onType={(pauses) => put({ pauses })} />
            <Input label="It stops in" value={draft.stops} onType={(stops) => put({ stops })} />
            <Input
              label="Warn at these percentages of the time"
              width="middle"
              value={draft.warnAt}
              onType={(warnAt) => put({ warnAt })}
            />
          </fieldset>
        </div>
        <div class="preview">
          <h2>How that looks</h2>
          {error !== null ? (
            <ErrorBox title="It cannot be used yet" text={error} />
          ) : (
            <>
              <Month client={client} promise={promise} calendar="desk" />
              {answer !== null && <PromiseTable shown={answer} />}
            </>
          )}
        </div>
      </div>
      <div class="row">
        <button type="button" disabled={answer === null} onClick={() => onUse(promise)}>
          Judge tickets by it
        </button>
        <button
          type="button"
          class="secondary"
          disabled={answer === null}
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

const CHANGES = [
  ["carry-elapsed", "what was used stays used, and the new time applies"],
  ["retroactive", "it counts as if it had been so from the start"],
  ["restart", "the clock starts again"],
] as const;

const DIVISIONS = [
  ["england-and-wales", "England and Wales"],
  ["scotland", "Scotland"],
  ["northern-ireland", "Northern Ireland"],
  ["", "none: open on bank holidays"],
] as const;

function Week({ draft, onChange }: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  const put = (i: number, change: Partial<DraftDay>) =>
    onChange({ days: draft.days.map((day, at) => (at === i ? { ...day, ...change } : day)) });
  return (
    <fieldset>
      <legend>Opening hours</legend>
      <table class="week">
        <caption class="unseen">Opening hours of each day</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Opens</th>
            <th scope="col">Closes</th>
          </tr>
        </thead>
        <tbody>
          {DAYS.map((name, i) => {
            const day = draft.days[i];
            if (!day) return null;
            const title = capital(name);
            return (
              <tr key={name}>
                <th scope="row">
                  <span class="check">
                    <input
                      type="checkbox"
                      id={`open-${name}`}
                      checked={day.isOpen}
                      onChange={(event) => put(i, { isOpen: event.currentTarget.checked })}
                    />
                    <label for={`open-${name}`}>{title}</label>
                  </span>
                </th>
                {day.isOpen ? (
                  <>
                    <td>
                      <Input
                        label={`${title} opens`}
                        isQuiet
                        type="time"
                        value={day.from}
                        onType={(from) => put(i, { from })}
                      />
                    </td>
                    <td>
                      <Input
                        label={`${title} closes`}
                        isQuiet
                        type="time"
                        value={day.to}
                        onType={(to) => put(i, { to })}
                      />
                    </td>
                  </>
                ) : (
                  <td colSpan={2} class="hint">
                    closed
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <div class="row">
        <Input
          label="Lunch from"
          type="time"
          value={draft.lunchFrom}
          onType={(lunchFrom) => onChange({ lunchFrom })}
        />
        <Input
          label="Lunch to"
          type="time"
          value={draft.lunchTo}
          onType={(lunchTo) => onChange({ lunchTo })}
        />
      </div>
    </fieldset>
  );
}

function Closures(props: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  return (
    <WrittenList
      legend="Days on which you are closed"
      entries={props.draft.closures}
      blank={{ date: "", title: "" }}
      add="Add a day"
      nameOf={(_, place) => `closure ${place}`}
      onChange={(closures) => props.onChange({ closures })}
    >
      {(closure, put) => (
        <>
          <Input label="Date" type="date" value={closure.date} onType={(date) => put({ date })} />
          <Input label="Why" value={closure.title} onType={(title) => put({ title })} />
        </>
      )}
    </WrittenList>
  );
}

const UNITS = [
  ["hours", "hours"],
  ["minutes", "minutes"],
  ["workingDays", "working days"],
] as const;

const NO_SEVERITY: DraftSeverity = { name: "", amount: "", unit: "hours" };

function Severities(props: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  return (
    <WrittenList
      legend="How soon each severity is fixed"
      entries={props.draft.severities}
      blank={NO_SEVERITY}
      add="Add a severity"
      nameOf={({ name }) => `severity ${name}`}
      hint="A severity without an amount has no promise."
      onChange={(severities) => props.onChange({ severities })}
    >
      {(severity, put) => (
        <>
          <Input
            label="Severity"
            width="short"
            value={severity.name}
            onType={(name) => put({ name })}
          />
          <Input
            label="Within"
            type="number"
            width="short"
            value={severity.amount}
            onType={(amount) => put({ amount })}
          />
          <Select
            label="Unit"
            value={severity.unit}
            options={UNITS}
            onChoose={(unit) =>
              put({ unit: UNITS.find(([each]) => each === unit)?.[0] ?? "hours" })
            }
          />
        </>
      )}
    </WrittenList>
  );
}
