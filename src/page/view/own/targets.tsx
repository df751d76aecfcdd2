import { Input, Select, Wide } from "../parts";
import {
  ALWAYS,
  type Draft,
  type DraftAllowance,
  type DraftTarget,
  isCounted,
  NO_ALLOWANCE,
  RESPONSE,
  UNITS,
  wordsIn,
} from "./draft";
import { isInDays, usedBy } from "./policy-of";

/** What is promised, target by target: how soon, and in which states of a ticket its clock runs. */
export function Targets({
  draft,
  onChange,
}: {
  draft: Draft;
  onChange: (to: Partial<Draft>) => void;
}) {
  const { targets } = draft;
  return (
    <>
      <Input
        label="Severities or priorities of tickets, separated by commas"
        hint="Empty if a ticket has none"
        value={draft.severities}
        onType={(severities) => onChange({ severities })}
      />
      {targets.map((target, i) => (
        <Target
          key={i}
          target={target}
          draft={draft}
          onChange={(change) =>
            onChange({
              targets: targets.map((each, at) => (at === i ? { ...each, ...change } : each)),
            })
          }
          onRemove={() => onChange({ targets: targets.filter((_, at) => at !== i) })}
        />
      ))}
      <button
        type="button"
        class="secondary"
        onClick={() => onChange({ targets: [...targets, addedTo(draft)] })}
      >
        Add a target
      </button>
    </>
  );
}

/** A further target of a draft, on the draft's own calendar. */
function addedTo({ calendar, targets }: Draft): DraftTarget {
  const on = (each: DraftAllowance) => ({ ...each, calendar: calendar?.id ?? "" });
  const each = Object.entries(RESPONSE.each).map(([name, one]) => [name, on(one)] as const);
  const isFirst = !targets.some(({ title }) => title === RESPONSE.title);
  return {
    ...RESPONSE,
    title: isFirst ? RESPONSE.title : "",
    each: Object.fromEntries(each),
    all: on(RESPONSE.all),
  };
}

function Target(props: {
  target: DraftTarget;
  draft: Draft;
  onChange: (change: Partial<DraftTarget>) => void;
  onRemove: () => void;
}) {
  const { target, draft, onChange, onRemove } = props;
  const name = target.title || target.id || "this target";
  return (
    <fieldset class="target">
      <legend>{target.title || target.id || "A target"}</legend>
      <Input
        label="What is promised"
        value={target.title}
        onType={(title) => onChange({ title })}
      />
      <HowSoon target={target} draft={draft} onChange={onChange} />
      <LastDay target={target} draft={draft} onChange={onChange} />
      <fieldset>
        <legend>States of a ticket, separated by commas</legend>
        {STATES.map(([key, label]) => (
          <Input
            key={key}
            label={label}
            value={target[key]}
            onType={(states) => onChange({ [key]: states })}
          />
        ))}
      </fieldset>
      <details>
        <summary>What comes late in the day, changes on the way, and warnings</summary>
        <Input
          label="What comes at or after this time counts as received on the next working day"
          hint="Empty if it counts at once"
          type="time"
          width="middle"
          value={target.cutoff}
          onType={(cutoff) => onChange({ cutoff })}
        />
        <Select
          label="When the severity changes"
          value={target.onSeverityChange}
          options={CHANGES}
          onChoose={(onSeverityChange) => onChange({ onSeverityChange })}
        />
        <Select
          label="When a ticket is opened again"
          value={target.onReopen}
          options={REOPENINGS}
          onChoose={(onReopen) => onChange({ onReopen })}
        />
        <Input
          label="Warn at these percentages of the time"
          width="middle"
          value={target.warnAt}
          onType={(warnAt) => onChange({ warnAt })}
        />
      </details>
      <button type="button" class="link" onClick={onRemove}>
        Remove<span class="unseen"> {name}</span>
      </button>
    </fieldset>
  );
}

const STATES = [
  ["runs", "The clock runs in"],
  ["pauses", "It pauses in"],
  ["stops", "It stops in"],
  ["cancels", "The ticket is withdrawn in"],
] as const;

const CHANGES = [
  ["", "as usual: what was used stays used"],
  ["carry-elapsed", "what was used stays used, and the new time applies"],
  ["retroactive", "it counts as if it had been so from the start"],
  ["restart", "the clock starts again"],
] as const;

const REOPENINGS = [
  ["", "as usual: the clock goes on"],
  ["resume", "the clock goes on, without the time while it was resolved"],
  ["continue", "the clock goes on, and the time while it was resolved counts"],
  ["restart", "the clock starts again"],
  ["new-cycle", "a second clock begins, and the first keeps its verdict"],
  ["first-only", "nothing: the first stop is final"],
] as const;

interface Part {
  readonly target: DraftTarget;
  readonly draft: Draft;
  readonly onChange: (change: Partial<DraftTarget>) => void;
}

/** The amounts, one by severity or one for all. */
function HowSoon({ target, draft, onChange }: Part) {
  const severities = wordsIn(draft.severities);
  if (target.by === "as-in-the-file") {
    return (
      <p class="inset">
        Its time is as the file has it: <code>{JSON.stringify(target.rest["allowance"])}</code>{" "}
        <button
          type="button"
          class="link"
          onClick={() => {
            const { allowance: _, ...rest } = target.rest;
            onChange({ by: "severity", rest });
          }}
        >
          Write it here
        </button>
      </p>
    );
  }
  const put = (severity: string | null, allowance: DraftAllowance) =>
    onChange(
      severity === null ? { all: allowance } : { each: { ...target.each, [severity]: allowance } },
    );
  return (
    <>
      {severities.length > 0 && (
        <Select
          label="How soon"
          value={target.by}
          options={[
            ["severity", "by severity"],
            ["all", "the same for every severity"],
          ]}
          onChoose={(by) => onChange({ by: by === "all" ? "all" : "severity" })}
        />
      )}
      <Wide label={`How soon: ${target.title}`}>
        <table class="amounts">
          <caption class="unseen">How soon: {target.title}</caption>
          <thead>
            <tr>
              <th scope="col">Severity</th>
              <th scope="col">Within</th>
              <th scope="col">Unit</th>
              <th scope="col">Counted in</th>
            </tr>
          </thead>
          <tbody>
            {usedBy(target, severities).map(([severity, allowance]) => (
              <Amount
                key={severity}
                title={target.title}
                severity={severity}
                allowance={onCalendarOf(draft, allowance)}
                draft={draft}
                onChange={(to) => put(severity, to)}
              />
            ))}
          </tbody>
        </table>
      </Wide>
      <p class="hint">A severity without an amount has no promise.</p>
    </>
  );
}

/** What nobody has written yet counts on the calendar of the form. */
function onCalendarOf({ calendar }: Draft, allowance: DraftAllowance): DraftAllowance {
  return allowance === NO_ALLOWANCE && calendar !== null
    ? { ...allowance, calendar: calendar.id }
    : allowance;
}

function Amount(props: {
  title: string;
  severity: string | null;
  allowance: DraftAllowance;
  draft: Draft;
  onChange: (allowance: DraftAllowance) => void;
}) {
  const { title, severity, allowance, draft, onChange } = props;
  const put = (change: Partial<DraftAllowance>) => onChange({ ...allowance, ...change });
  const of = severity === null ? title : `${title}, severity ${severity}`;
  return (
    <tr>
      <th scope="row">{severity ?? "all"}</th>
      {allowance.kept === null ? (
        <>
          <td>
            <Input
              label={`${of}: within`}
              isQuiet
              type="number"
              width="short"
              value={allowance.amount}
              onType={(amount) => put({ amount })}
            />
          </td>
          <td>
            <Select
              label={`${of}: unit`}
              isQuiet
              value={allowance.unit}
              options={UNITS}
              onChoose={(unit) =>
                put({ unit: UNITS.find(([each]) => each === unit)?.[0] ?? "hours" })
              }
            />
          </td>
          <td>
            {isCounted(allowance.unit) ? (
              <Select
                label={`${of}: counted in`}
                isQuiet
                value={allowance.calendar}
                options={calendarsOf(draft, allowance.calendar)}
                onChoose={(calendar) => put({ calendar })}
              />
            ) : (
              "every day"
            )}
          </td>
        </>
      ) : (
        <td colSpan={3}>
          as in the file: <code>{JSON.stringify(allowance.kept)}</code>{" "}
          <button type="button" class="link" onClick={() => put({ kept: null })}>
            Write it here<span class="unseen">: {of}</span>
          </button>
        </td>
      )}
    </tr>
  );
}

/** The calendars that an amount can be counted on: the one of the form, those of the file, and every hour. */
function calendarsOf({ calendar, calendars }: Draft, chosen: string) {
  const names = new Map([
    ...(calendar === null ? [] : [[calendar.id, "opening hours"] as const]),
    ...Object.keys(calendars).map((id) => [id, id] as const),
    [ALWAYS, "every hour, day and night"],
  ]);
  if (!names.has(chosen)) names.set(chosen, chosen);
  return [...names];
}

/** When the last day of an amount in days is up. */
function LastDay({ target, draft, onChange }: Part) {
  const used = usedBy(target, wordsIn(draft.severities)).map(([, each]) => each);
  const written = used.filter(({ kept, amount }) => kept === null && amount.trim() !== "");
  if (!written.some(({ unit }) => isInDays(unit)) && target.due === "") return null;
  return (
    <div class="row">
      <Select
        label="The last of its days is up"
        value={target.due}
        options={DUES}
        onChoose={(due) => onChange({ due: DUES.find(([each]) => each === due)?.[0] ?? "" })}
      />
      {target.due === "at" && (
        <Input
          label="At"
          type="time"
          value={target.dueAt}
          onType={(dueAt) => onChange({ dueAt })}
        />
      )}
    </div>
  );
}

const DUES = [
  ["", "as usual: working days at the end of the day, others at the hour of the start"],
  ["end-of-day", "at the end of that day"],
  ["close", "when the desk closes on that day"],
  ["same-time", "at the hour of the start"],
  ["at", "at a time of that day"],
] as const;
