import { holdColumn } from "../log/forms/on-hold";
import { DOINGS, type Mapping, type SeverityMeaning, type StateMeaning } from "../log/mapping";
import type { Policy } from "../log/policies";
import { stateOf } from "../log/policy-words";
import { InputError } from "../log/problems";
import type { DateEvidence, DatesRead } from "./date-evidence";
import type { DateOrder } from "./date-shapes";
import type { Meaning, Preset } from "./presets";
import { type Candidate, plainColumn } from "./recognise";
import type { Survey } from "./survey";
import { usualDoing, usualRank } from "./usual-words";

/** What has been said of a file beside what is in it. */
export interface Answers {
  /** The zone of instants without an offset. */
  readonly zone?: string | undefined;
  readonly order?: DateOrder | undefined;
  /** Which rows to read, by the text of a column that tells them apart. */
  readonly rows?: Readonly<Record<string, string>> | undefined;
  /** The zone of the policy, for instants of which nothing else says it. */
  readonly policyZone?: string | undefined;
  /** Whether instants of which nothing says the zone are shown in UTC rather than asked about. */
  readonly isForShow?: boolean;
}

/** Where the zone of the instants comes from. */
export type ZoneFrom = "given" | "file" | "policy" | "none-needed" | "unknown";

/** What a file is taken for. */
export interface Understood {
  readonly kind: "understood";
  readonly preset: Preset;
  readonly columns: ReadonlyMap<Meaning, string>;
  readonly mapping: Mapping;
  readonly dates: DatesRead & {
    readonly zoneFrom: ZoneFrom;
    readonly evidence: readonly DateEvidence[];
  };
}

/** What has to be asked before a file can be read. */
export type Question =
  | {
      readonly kind: "date-order";
      readonly text: string;
      readonly line: number;
      readonly readings: Readonly<Record<DateOrder, string>>;
    }
  | { readonly kind: "which-rows"; readonly column: string; readonly texts: readonly string[] }
  | { readonly kind: "zone"; readonly text: string; readonly line: number };

/**
 * What a file is taken for, or what is to be asked first.
 *
 * @throws {InputError} if its dates contradict each other, or an answer
 */
export function understand(survey: Survey, answers: Answers): Understood | Question {
  const { preset, columns } = chosen(survey);
  const each = columns.get("each");
  const wanted = each === undefined ? undefined : answers.rows?.[each];
  const texts = each === undefined ? [] : [...(survey.texts.get(each)?.keys() ?? [])];
  if (each !== undefined && wanted === undefined && texts.length > 1) {
    return { kind: "which-rows", column: each, texts };
  }
  const evidence = INSTANTS.flatMap((meaning) => {
    const column = columns.get(meaning);
    return column === undefined ? [] : (survey.dates.get(column) ?? []);
  });
  const order = orderOf(evidence, answers.order);
  if (typeof order === "object") return order;
  const read = joined(evidence.map((each) => each.readAs(order)));
  const zone = zoneOf(read, survey, preset, answers);
  if (zone.from === "unknown" && zone.name === undefined) {
    const [seen] = evidence.flatMap(({ examples }) => examples);
    return { kind: "zone", text: seen?.text ?? "", line: seen?.line ?? 0 };
  }
  const at = {
    ...(read.formats ? { formats: [...read.formats] } : {}),
    ...(zone.name === undefined ? {} : { zone: zone.name }),
  };
  return {
    kind: "understood",
    preset,
    columns,
    mapping: {
      ...blank(preset),
      ...(wanted === undefined || each === undefined ? {} : { rows: { [each]: wanted } }),
      ...formOf(preset, columns, survey, at),
    },
    dates: { ...read, zoneFrom: zone.from, evidence },
  };
}

const INSTANTS = ["at", "until", "opened", "responded", "resolved", "closed"] as const;

/**
 * The most particular preset whose form agrees with whether tickets have more than one row. A file
 * whose tickets all have one row may be a log of events, if it cannot be a list of tickets.
 */
function chosen({ candidates, repeated }: Survey): Candidate {
  const repeats = ({ columns }: Candidate) => repeated.has(columns.get("ticket") ?? "");
  const isOneEach = ({ preset, columns }: Candidate) =>
    preset.form === "tickets" && !columns.has("each");
  const found =
    candidates.find((each) =>
      repeats(each) ? !isOneEach(each) : isOneEach(each) || each.preset.form !== "events",
    ) ?? candidates[0];
  const own = candidates.find(({ preset }) => preset.id === "core-hours");
  const best = own ?? found;
  if (!best) throw new Error("a survey has a candidate");
  return best;
}

function orderOf(
  evidence: readonly DateEvidence[],
  answer: DateOrder | undefined,
): DateOrder | Question {
  const proofs = new Map(evidence.flatMap(({ proofs }) => [...proofs]));
  const [dayFirst, monthFirst] = [proofs.get("day-first"), proofs.get("month-first")];
  if (dayFirst && monthFirst) {
    throw new InputError(
      `its dates contradict each other: "${dayFirst.text}" on line ${dayFirst.line} has the day first, and "${monthFirst.text}" on line ${monthFirst.line} the month`,
    );
  }
  const proof = dayFirst ?? monthFirst;
  const proven = dayFirst ? "day-first" : monthFirst ? "month-first" : undefined;
  if (proven !== undefined && answer !== undefined && answer !== proven) {
    throw new InputError(
      `--dates ${answer} is wrong for this file: "${proof?.text}" on line ${proof?.line} can only be ${proven}`,
    );
  }
  if (proven ?? answer) return proven ?? answer ?? "day-first";
  const [open] = evidence.flatMap(({ ambiguous }) => ambiguous ?? []);
  // Where day and month are the same number in every date, the order makes no difference.
  if (!open) return "day-first";
  return { kind: "date-order", ...open, readings: readingsOf(open.text) };
}

/** A date that can be read in two ways, in words. */
function readingsOf(text: string): Readonly<Record<DateOrder, string>> {
  const [a = "", b = "", year = ""] = text.match(/\d+/g) ?? [];
  const full = year.length === 2 ? `20${year}` : year;
  const date = (day: string, month: string) =>
    `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${full}`;
  return { "day-first": date(a, b), "month-first": date(b, a) };
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July", "August"],
  ...["September", "October", "November", "December"],
];

function joined(reads: readonly DatesRead[]): DatesRead {
  const formats = [...new Set(reads.flatMap(({ formats = [] }) => formats))];
  return {
    formats: formats.length === 0 ? undefined : formats,
    needsZone: reads.some(({ needsZone }) => needsZone),
  };
}

function zoneOf(
  { needsZone, formats }: DatesRead,
  { found }: Survey,
  preset: Preset,
  { zone, policyZone, isForShow = false }: Answers,
): { readonly name?: string; readonly from: ZoneFrom } {
  if (zone !== undefined) return { name: zone, from: "given" };
  // The project's own format states offsets; a row that does not is not used.
  const isOwn = preset.inPolicyWords && formats === undefined;
  if (!needsZone || isOwn) return { from: "none-needed" };
  const ofFile = found.zone ?? preset.zone;
  if (ofFile !== undefined) return { name: ofFile, from: "file" };
  if (policyZone !== undefined) return { name: policyZone, from: "policy" };
  return isForShow ? { name: "UTC", from: "unknown" } : { from: "unknown" };
}

function blank({ title, missing = [] }: Preset) {
  return { version: 1 as const, title, missing: [...missing], optional: [], rows: {} };
}

type FormParts = Omit<Mapping, "version" | "title" | "missing" | "optional" | "rows">;

/** The parts of a mapping that say what the columns mean. */
function formOf(
  preset: Preset,
  columns: ReadonlyMap<Meaning, string>,
  survey: Survey,
  at: Mapping["at"],
): FormParts {
  const column = (meaning: Meaning) => columns.get(meaning);
  const ticket = column("ticket") ?? "";
  const severity = severityPart(preset, columns, survey);
  const state = statePart(preset, columns, survey);
  const policy = column("policy");
  const common = { ticket, ...(policy === undefined ? {} : { policy }) };
  const opened = column("opened");
  if (preset.form === "tickets") {
    const onHold = holdPart(preset, column("onHold"), survey);
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
      ...(onHold ? { onHold } : {}),
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

/** The column of time on hold: the preset's, or one whose name says how it is written. */
function holdPart(
  { onHold }: Preset,
  column: string | undefined,
  { header }: Survey,
): Mapping["onHold"] {
  return column !== undefined && onHold ? { column, ...onHold } : holdColumn(header);
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
function changedTexts(
  { form, fields }: Preset,
  which: "state" | "severity",
  { changed }: Survey,
): ReadonlyMap<string, number> | undefined {
  if (!fields || form !== "changes") return undefined;
  const names = fields[which].map(plainColumn);
  return new Map(names.flatMap((name) => [...(changed.get(name) ?? [])]));
}

/** What may be said of a state that is not known. */
export const STATE_ANSWERS = [...DOINGS, "ignore"] as const;
export type StateAnswer = (typeof STATE_ANSWERS)[number];

/** The states of a file that neither the policy nor their names make known, with how often each occurs. */
export function unknownStates(
  survey: Survey,
  { preset, mapping }: Understood,
  policy: Policy,
): [text: string, count: number][] {
  const { state } = mapping;
  if (!state) return [];
  const texts = changedTexts(preset, "state", survey) ?? survey.texts.get(state.column) ?? [];
  return [...texts].filter(
    ([text, count]) => text !== "" && count > 0 && stateOf(text, state, policy) === undefined,
  );
}

/** What a file is taken for, with what somebody said of its states. */
export function withStates(
  understood: Understood,
  answers: Readonly<Record<string, StateAnswer>>,
): Understood {
  const { mapping } = understood;
  if (!mapping.state || Object.keys(answers).length === 0) return understood;
  const said = Object.entries(answers).map(([text, does]): [string, StateMeaning] => [
    text,
    does === "ignore" ? "" : { does },
  ]);
  const values = { ...mapping.state.values, ...Object.fromEntries(said) };
  return { ...understood, mapping: { ...mapping, state: { ...mapping.state, values } } };
}

/** What a file is taken for, with the severity of the policy that somebody gave each of its texts. */
export function withSeverities(
  understood: Understood,
  answers: Readonly<Record<string, string>>,
): Understood {
  const { mapping } = understood;
  if (!mapping.severity || Object.keys(answers).length === 0) return understood;
  const values = { ...mapping.severity.values, ...answers };
  return { ...understood, mapping: { ...mapping, severity: { ...mapping.severity, values } } };
}
