import type { Mapping, SeverityMeaning, StateMeaning } from "../log/mapping";
import type { Meaning, Preset } from "./presets/preset";
import { plainColumn } from "./recognise";
import type { Survey } from "./survey";
import { usualDoing, usualRank } from "./usual-words";

/** The parts of a mapping that do not depend on the columns of the file. */
export function blank({ title, missing = [] }: Preset) {
  return { version: 1 as const, title, missing: [...missing], optional: [], rows: {} };
}

type FormParts = Omit<Mapping, "version" | "title" | "missing" | "optional" | "rows">;

/** The parts of a mapping that say what the columns mean. */
export function formOf(
  preset: Preset,
  columns: ReadonlyMap<Meaning, string>,
  survey: Survey,
  { at, onHold }: Pick<Mapping, "at" | "onHold">,
): FormParts {
  const column = (meaning: Meaning) => columns.get(meaning);
  const ticket = column("ticket") ?? "";
  const severity = severityPart(preset, columns, survey);
  const state = statePart(preset, columns, survey);
  const policy = column("policy");
  const common = { ticket, ...(policy === undefined ? {} : { policy }) };
  const opened = column("opened");
  if (preset.form === "tickets") {
    const reopened = column("reopened");
    return {
      ...common,
      at,
      ...(state ? { state } : {}),
      ...(severity ? { severity } : {}),
      moments: MOMENTS.flatMap(([meaning, means]) => {
        const name = column(meaning);
        return name === undefined ? [] : [{ column: name, state: means }];
      }),
      ...(reopened === undefined ? {} : { reopened: { column: reopened } }),
      ...(onHold === undefined ? {} : { onHold }),
    };
  }
  const until = column("until");
  const field = column("field");
  const old = column("old");
  return {
    ...common,
    at: { ...at, column: column("at") ?? "" },
    ...(state ? { state } : {}),
    ...(severity ? { severity } : {}),
    ...(opened === undefined ? {} : { opened: { column: opened, state: NEW } }),
    ...(until === undefined ? {} : { until: { column: until } }),
    ...(field === undefined || !preset.fields
      ? {}
      : {
          field: {
            column: field,
            state: [...preset.fields.state],
            severity: [...preset.fields.severity],
            ...(old === undefined ? {} : { old }),
          },
        }),
  };
}

const NEW: StateMeaning = { does: "runs", called: "New" };

/** What the columns of a row for each ticket begin, in the order in which they come. */
const MOMENTS: readonly (readonly [meaning: Meaning, state: StateMeaning])[] = [
  ["opened", NEW],
  ["responded", { does: "responds", called: "Responded" }],
  ["resolved", { does: "stops", called: "Resolved" }],
  ["closed", { does: "stops", called: "Closed" }],
];

function statePart(
  preset: Preset,
  columns: ReadonlyMap<Meaning, string>,
  survey: Survey,
): Mapping["state"] {
  const column = columns.get("state");
  if (column === undefined) return undefined;
  const texts = changedTexts(preset, "state", survey) ?? survey.texts.get(column) ?? new Map();
  const values: Record<string, StateMeaning> = {};
  for (const text of preset.inPolicyWords ? [] : texts.keys()) {
    const meaning = stateMeaning(text, preset);
    if (text !== "" && meaning) values[text] = meaning;
  }
  const other = preset.other ?? "refuse";
  return { column, ...(Object.keys(values).length > 0 ? { values } : {}), other };
}

function stateMeaning(text: string, { states = {} }: Preset): StateMeaning | undefined {
  const code = Object.hasOwn(states, text.toLowerCase()) ? states[text.toLowerCase()] : undefined;
  if (code) return { does: code[1], called: code[0] };
  const does = usualDoing(text);
  return does && { does };
}

function severityPart(
  preset: Preset,
  columns: ReadonlyMap<Meaning, string>,
  survey: Survey,
): Mapping["severity"] {
  const isChanges = preset.form === "changes" || columns.has("field");
  const column = columns.get(isChanges ? "state" : "severity");
  if (column === undefined) return undefined;
  const texts = changedTexts(preset, "severity", survey) ?? survey.texts.get(column) ?? new Map();
  const values: Record<string, SeverityMeaning> = {};
  for (const text of preset.inPolicyWords ? [] : texts.keys()) {
    const own = preset.ranks?.[text.toLowerCase().trim()];
    const rank = own ?? usualRank(text);
    if (text !== "" && rank !== undefined) values[text] = { rank };
  }
  return { column, ...(Object.keys(values).length > 0 ? { values } : {}), other: "refuse" };
}

/** The values that the rows of some fields give, for a row for each change. */
export function changedTexts(
  { form, fields }: Preset,
  which: "state" | "severity",
  { changed }: Survey,
): ReadonlyMap<string, number> | undefined {
  if (!fields || form !== "changes") return undefined;
  const names = fields[which].map(plainColumn);
  return new Map(names.flatMap((name) => [...(changed.get(name) ?? [])]));
}
