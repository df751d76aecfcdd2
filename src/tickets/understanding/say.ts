import { countText } from "../../words/amounts";
import { spokenInstant } from "../../words/instants";
import { quoted } from "../../words/printable";
import { CLAIM_KINDS } from "../log/claims/claim-kinds";
import { knownClaims } from "../log/claims/kinds";
import type { InstantReader } from "../log/instants";
import type { Mapping } from "../log/mapping";
import { type Policy, type Role, roleOf } from "../log/policies";
import { severityOf, stateMeant, stateOf } from "../log/policy-words";
import type { DateSeen } from "./date-evidence";
import { isGeneral } from "./presets/general";
import type { Meaning } from "./presets/preset";
import { plainColumn } from "./recognise";
import type { Survey } from "./survey";
import { alsoMeant } from "./twins";
import type { Understood, ZoneFrom } from "./understood";

/** The most columns without a meaning that are named. */
const MOST_UNUSED = 6;

/** A few lines under a heading, each of them of cells. */
export interface Section {
  readonly heading: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * What a reader of a report should know of what its file was taken for.
 *
 * @param used columns that are used for something else than the clocks
 */
export function takenForNotes(
  understood: Understood,
  survey: Survey,
  used: readonly string[] = [],
): string[] {
  const taken = takenForText(understood, survey, used);
  const [uneven] = understood.dates.evidence.flatMap(({ unevenly }) => unevenly ?? []);
  const digits = uneven
    ? `some dates have a number of one digit (${seenText(uneven.short)}) where others have a zero before it (${seenText(uneven.padded)}); a digit may be missing`
    : null;
  return [taken, digits].filter((note) => note !== null);
}

function seenText({ text, line }: DateSeen): string {
  return `${quoted(text)} on line ${line}`;
}

/** What a file is taken for, in one line; null for the project's own format, of which all is known. */
function takenForText(
  understood: Understood,
  survey: Survey,
  others: readonly string[],
): string | null {
  const { preset, dates, mapping, columns } = understood;
  const twins = alsoMeant(understood, survey);
  const isPlain =
    twins.length === 0 && dates.formats === undefined && dates.zoneFrom === "none-needed";
  const hasOwnNames = [...columns].every(([meaning, name]) => name === meaning);
  if (isPlain && preset.form === "events" && (preset.inPolicyWords || hasOwnNames)) return null;
  const { onHold } = mapping;
  const hold = onHold ? `, with "${onHold.column}" as time on hold${holdText(onHold)}` : "";
  const left = twins.map(([meaning, name]) => `${quoted(name)}, which may be ${MEANINGS[meaning]}`);
  const unused = unusedOf(understood, survey, others).map((name) => quoted(name));
  const rest =
    [...left, ...unused].length === 0 ? "" : `, without ${[...left, ...unused].join(", and ")}`;
  return `it is taken for ${preset.title}${datesText(dates.formats, mapping.at.zone)}${hold}${rest}; core-hours read shows how each of its columns is read`;
}

/** The columns of a table of no particular tool that mean nothing, if they are few. */
function unusedOf(
  { preset, columns, mapping }: Understood,
  { header }: Survey,
  others: readonly string[],
): string[] {
  if (!isGeneral(preset)) return [];
  const known = Object.values(preset.columns).flat();
  const otherPlaces = others.map((name) => header.names[header.indexOf(name)]);
  const used = new Set([...columns.values(), mapping.onHold?.column, ...otherPlaces]);
  const unused = header.names.filter(
    (name) => name !== "" && !used.has(name) && !known.includes(plainColumn(name)),
  );
  return unused.length > MOST_UNUSED ? [] : unused;
}

function datesText(formats: readonly string[] | undefined, zone: string | undefined): string {
  const written = formats === undefined ? "" : `, with dates as ${formats.join(" or ")}`;
  return zone === undefined
    ? written
    : `${written}${written === "" ? ", with dates" : ""} in ${zone}`;
}

/** What states and severities are shown in. */
export interface ShownBy {
  readonly policies: readonly Policy[];
  /** Whether they are policies that somebody named. */
  readonly isNamed: boolean;
  /** The columns that say whose each of them is. */
  readonly choosing?: readonly string[];
}

/**
 * All that a file is taken for, in words.
 *
 * @param shownBy the policies that its states and severities are shown in, each in turn
 */
export function sections(
  survey: Survey,
  understood: Understood,
  shownBy: ShownBy,
  readInstant: InstantReader,
): Section[] {
  const { policies, isNamed, choosing = [] } = shownBy;
  const words = policies.flatMap((policy) => {
    const own = [
      stateSection(survey, understood, policy, isNamed),
      severitySection(survey, understood, policy),
    ];
    return policies.length === 1 ? own : own.map((each) => under(policy, each));
  });
  return [
    fileSection(survey, understood),
    columnSection(survey, understood, choosing),
    dateSection(understood, policies, readInstant),
    ...words,
  ].filter(({ rows }) => rows.length > 0);
}

/** A section that says whose words it is about. */
function under({ id }: Policy, { heading, rows }: Section): Section {
  return { heading: `${heading} under ${id}`, rows };
}

function fileSection({ found, headerLine, above, rows }: Survey, { preset }: Understood): Section {
  const titles = above === 0 ? "" : `, under ${countText(above)} without a meaning`;
  return {
    heading: "file",
    rows: [
      [`taken for ${preset.title} (--as ${preset.id})`],
      [`read as ${found.written}`],
      [`header on line ${headerLine}${titles}; rows below it: ${countText(rows)}`],
    ],
  };
}

/** What each meaning of a column is called. */
export const MEANINGS: Readonly<Record<Meaning, string>> = {
  ticket: "the ticket",
  policy: "the policy it is judged under",
  at: "when it happened",
  until: "until when it lasted",
  state: "the state from then on",
  field: "which field changed",
  old: "the value of the field before",
  severity: "the severity",
  opened: "when it was opened",
  responded: "when it was responded to",
  resolved: "when it was resolved",
  closed: "when it was closed",
  reopened: "when or how often it was re-opened",
  onHold: "how long it was on hold",
  each: "which of a ticket's rows is which",
};

function columnSection(
  { header }: Survey,
  { columns, preset, mapping }: Understood,
  choosing: readonly string[],
): Section {
  const meant = new Map(columns);
  const places = choosing.map((name) => header.indexOf(name)).filter((place) => place >= 0);
  const policies = places
    .map((place) => header.names[place] ?? "")
    .filter((name) => ![...columns.values()].includes(name))
    .map((name) => [name, MEANINGS.policy]);
  if (mapping.onHold) meant.set("onHold", mapping.onHold.column);
  const used = [...meant].map(([meaning, name]) => {
    const isNow = meaning === "state" && preset.form === "tickets";
    const how = meaning === "onHold" ? holdText(mapping.onHold) : "";
    return [name, `${isNow ? "the state it is in now" : MEANINGS[meaning]}${how}`];
  });
  const taken = new Set([...meant.values(), ...policies.map(([name]) => name)]);
  const known = knownClaims(header, mapping);
  const claimed = new Set(known.map(({ column }) => column));
  const rest = header.names.filter((name) => name !== "" && !taken.has(name) && !claimed.has(name));
  const claims = known.map(({ column, kind }) => [
    column,
    `the tool's own verdict, ${CLAIM_KINDS[kind]}; breaches --claims auto compares with it`,
  ]);
  const others = rest.length === 0 ? [] : [[`not used: ${rest.join(", ")}`]];
  return { heading: "columns", rows: [...used, ...policies, ...claims, ...others] };
}

/** How time on hold is written and measured. */
function holdText(onHold: Mapping["onHold"]): string {
  if (!onHold) return "";
  const measured = onHold.measured === "wall" ? "the wall clock" : "the calendar of each target";
  return `, in ${onHold.written}, on ${measured}`;
}

const FROM: Readonly<Record<ZoneFrom, string>> = {
  given: "as --zone says",
  columns: "as the names of its columns say",
  file: "as such files have them",
  policy: "the zone of the policy, since the file does not say it",
  "none-needed": "",
  unknown: "since nothing says the zone: name it with --zone, or a policy with --policy",
};

function dateSection(
  { dates, mapping }: Understood,
  [policy]: readonly Policy[],
  read: InstantReader,
): Section {
  const zone = mapping.at.zone ?? policy?.timeZone ?? "UTC";
  const written =
    dates.formats?.join(" or ") ?? "as ISO 8601, a count since 1970, or a spreadsheet's";
  const where =
    dates.zoneFrom === "none-needed" ? "with their offset" : `in ${zone}, ${FROM[dates.zoneFrom]}`;
  const examples = dates.evidence.flatMap((each) => each.examples).slice(0, 5);
  const unread = dates.evidence.flatMap(({ unreadable }) => unreadable ?? []);
  return {
    heading: "dates",
    rows: [
      [`written ${written}; ${where}`],
      ...examples.map(({ text }) => {
        const at = read.text(text);
        return [text, typeof at === "number" ? `is ${spokenInstant(at, zone)}` : "cannot be read"];
      }),
      ...unread.map(({ text, line }) => [quoted(text), `on line ${line} cannot be read as a date`]),
    ],
  };
}

/** What each role of a state is called. */
export const DOES: Readonly<Record<Role, string>> = {
  runs: "the clock runs",
  pauses: "the clock is paused",
  stops: "the clock stops",
  cancels: "the ticket is withdrawn",
  none: "changes nothing",
};

function stateSection(
  survey: Survey,
  understood: Understood,
  policy: Policy,
  isNamed: boolean,
): Section {
  const { mapping } = understood;
  const { state } = mapping;
  if (!state) return { heading: "states", rows: [] };
  const rows = [...textsOf(survey, understood, "state")].map(([text, count]) => {
    const name = stateOf(text, state, policy);
    return [text, countText(count), doesText(name, policy, isNamed)];
  });
  const begun = (mapping.moments ?? []).map(({ column, state: meaning }) => [
    column,
    "",
    doesText(stateMeant(meaning, column, policy), policy, isNamed),
  ]);
  return { heading: "states", rows: [...begun, ...rows] };
}

function doesText(name: string | null | undefined, { targets }: Policy, isNamed: boolean): string {
  if (name === undefined)
    return "not known: its rows are not used (a mapping can say what it does)";
  if (name === null) return "left alone";
  const roles = targets.map((target) => roleOf(target, name));
  const [main = "none"] = roles;
  return isNamed ? `${DOES[main]} (${name})` : DOES[main];
}

function severitySection(survey: Survey, understood: Understood, policy: Policy): Section {
  const { severity } = understood.mapping;
  if (!severity) return { heading: "severities", rows: [] };
  const rows = [...textsOf(survey, understood, "severity")].map(([text, count]) => {
    const name = severityOf(text, severity, policy);
    if (name === undefined) return [text, countText(count), "not known: its rows are not used"];
    return [text, countText(count), name === null ? "left alone" : `severity ${name}`];
  });
  return { heading: "severities", rows };
}

/** The texts of a column of words with how often each occurs, the most frequent first. */
export function textsOf(
  { texts, changed }: Survey,
  { preset, columns }: Understood,
  which: "state" | "severity",
): [string, number][] {
  const column = columns.get(which);
  const counts =
    preset.fields && preset.form === "changes"
      ? preset.fields[which].flatMap((name) => [...(changed.get(plainColumn(name)) ?? [])])
      : [...((column === undefined ? undefined : texts.get(column)) ?? [])];
  return counts.filter(([text, count]) => text !== "" && count > 0).sort(([, a], [, b]) => b - a);
}
