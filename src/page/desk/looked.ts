import { knownClaims } from "../../tickets/log/claims/kinds";
import { type DateOrder, ORDERS, wallMsBy } from "../../tickets/log/dates/shapes";
import { fieldsOf } from "../../tickets/log/desk/by-fields";
import { type Choosing, columnsToChoose, withPolicyColumns } from "../../tickets/log/desk/desk-of";
import { instantReader } from "../../tickets/log/instants";
import { type Mapping, mappingFrom } from "../../tickets/log/mapping";
import { type Policy, roleOf } from "../../tickets/log/policies";
import { severityOf, stateOf } from "../../tickets/log/policy-words";
import { TITLES } from "../../tickets/understanding/by-hand";
import type { DateEvidence } from "../../tickets/understanding/date-evidence";
import { dateOrderOf } from "../../tickets/understanding/date-order";
import { mappingOf, mappingText } from "../../tickets/understanding/mapping-of";
import type { Form, Meaning } from "../../tickets/understanding/presets/preset";
import { MEANINGS, textsOf } from "../../tickets/understanding/say";
import { evidenceOf, type Survey } from "../../tickets/understanding/survey";
import { alsoMeant } from "../../tickets/understanding/twins";
import { understand } from "../../tickets/understanding/understand";
import type { Understood } from "../../tickets/understanding/understood";
import { STATE_ANSWERS, type StateAnswer } from "../../tickets/understanding/unknown-words";
import { spokenInstant } from "../../words/instants";
import type { DateSeveralWays, Looked, SeverityShown, StateShown } from "../wire/file";
import { choosingIn, givenBy, givenWith, policiesOrAny } from "./given";
import { answersOf, lackingIn, said, type ToRead } from "./said";

/** The meanings that the columns of each form can have. */
const MEANINGS_OF: Readonly<Record<Form, readonly Meaning[]>> = {
  tickets: [
    ...(["ticket", "opened", "responded", "resolved", "closed"] as const),
    ...(["state", "severity", "reopened", "onHold", "each"] as const),
  ],
  events: ["ticket", "at", "state", "severity", "opened", "policy"],
  changes: ["ticket", "at", "field", "old", "state", "opened"],
  stays: ["ticket", "at", "until", "state", "severity", "opened"],
};

/** What a file is taken for, ready to be shown, and which questions are open. */
export function looked(asked: ToRead, survey: Survey): Looked {
  const { file, settings, promise } = asked;
  const policies = policiesOrAny(promise);
  const lacking = lackingIn(survey);
  const open = lacking.length > 0 ? null : understand(survey, answersOf(asked));
  const understood = open?.kind === "understood" ? said(open, settings) : null;
  const candidate = survey.candidates[0];
  const preset = understood?.preset ?? candidate?.preset;
  const columns = understood?.columns ?? candidate?.columns ?? new Map();
  const form = preset?.form ?? "tickets";
  const isLoaded = settings.mapping !== undefined;
  const isByRow = promise.kind === "by-row" || (promise.kind === "none" && preset?.inPolicyWords);
  const read = isLoaded
    ? mappingFrom(settings.mapping, "the mapping")
    : understood && mappingOf(understood);
  const mapping = read && withChoice(read, asked);
  const policyColumn = settings.policyColumn ?? read?.policy ?? columns.get("policy") ?? null;
  const fields = { ...read?.fields, ...settings.fields };
  return {
    name: file.name,
    header: survey.header.names.filter((name) => name !== ""),
    claims: mapping
      ? (mapping.claims ?? knownClaims(survey.header, mapping)).map(({ column }) => column)
      : [],
    firstRows: shownRows(survey),
    written: survey.found.written,
    headerLine: survey.headerLine,
    above: survey.above,
    rows: survey.rows,
    presets: survey.candidates.map((each) => ({ id: each.preset.id, title: each.preset.title })),
    preset: preset?.id ?? "by-hand",
    title: preset?.title ?? TITLES[form],
    form,
    columns: Object.fromEntries(columns),
    lacking,
    meanings: MEANINGS_OF[form].map((meaning) => [meaning, meaningText(meaning, form)]),
    onHold: mapping?.onHold
      ? `in ${mapping.onHold.written}, ${mapping.onHold.measured === "wall" ? "on the wall clock" : "on the calendar of each target"}`
      : null,
    question: open && open.kind !== "understood" ? open : null,
    severalWays: severalWays(evidenceOf(survey, columns), asked.nowMs),
    also: understood
      ? alsoMeant(understood, survey).map(([meaning, name]) => [name, MEANINGS[meaning]])
      : [],
    dates: understood && datesOf(understood, policies),
    // If each row names its service, each service has its own words.
    states: understood && !isByRow ? statesOf(survey, understood, policies) : [],
    severities: understood && !isByRow ? severitiesOf(survey, understood, policies) : [],
    severityNames: [...new Set(policies.flatMap(({ severities }) => [...(severities ?? [])]))],
    mapping,
    mappingText: mapping && mappingText(mapping),
    isMappingLoaded: isLoaded,
    namesPolicies: columns.has("policy") || read?.policy !== undefined,
    policyColumn,
    chooses: choosingColumns(asked, survey, { column: policyColumn ?? undefined, fields }),
    fields: fieldColumns(asked, survey, fields),
    sendsTo: [...new Set(Object.values(read?.policies ?? {}))].filter((name) => name !== null),
  };
}

/** The columns of a file by which one of several policies is chosen. */
function choosingColumns({ promise }: ToRead, { header }: Survey, by: Choosing): string[] {
  const given = givenBy(promise);
  if (given?.kind !== "several" && given?.kind !== "desk") return [];
  const places = columnsToChoose(given, by).map((name) => header.indexOf(name));
  return [...new Set(places)].flatMap((place) => header.names[place] ?? []);
}

/** The column of each field of a desk, in the file's own spelling: the one that was named, or the one of its name. */
function fieldColumns(
  { promise }: ToRead,
  { header }: Survey,
  named: Readonly<Record<string, string>>,
): Record<string, string> {
  const given = givenBy(promise);
  if (given?.kind !== "desk") return {};
  const columns = fieldsOf(given.desk).flatMap((field) => {
    const name = Object.hasOwn(named, field) ? (named[field] ?? field) : field;
    const column = header.names[header.indexOf(name)];
    return column === undefined ? [] : [[field, column] as const];
  });
  return Object.fromEntries(columns);
}

/** A mapping that says by which columns policies are chosen too, if that was said. */
function withChoice(mapping: Mapping, { promise, settings }: ToRead): Mapping {
  const given = givenWith(promise, settings);
  return given ? withPolicyColumns(mapping, given, choosingIn(settings)) : mapping;
}

function shownRows({ header, firstRows }: Survey): string[][] {
  const places = header.names.flatMap((name, i) => (name === "" ? [] : [i]));
  return firstRows.map((cells) => places.map((i) => cells[i] ?? ""));
}

function meaningText(meaning: Meaning, form: Form): string {
  return meaning === "state" && form === "tickets" ? "the state it is in now" : MEANINGS[meaning];
}

/** Dates that can be read in several ways, with each reading; none if the file itself says which is meant. */
function severalWays(evidence: readonly DateEvidence[], nowMs: number): DateSeveralWays[] {
  const order = dateOrderOf(evidence, undefined, nowMs);
  if (typeof order === "string") return [];
  const orders = ORDERS.filter((each) => order.readings[each] !== undefined);
  const seen = [order, ...evidence.flatMap(({ examples }) => examples)];
  const unlike = seen.filter(({ text }, i) => seen.findIndex((each) => each.text === text) === i);
  return unlike.slice(0, 5).map(({ text, line }) => ({
    text,
    line,
    readings: orders.map((each) => [each, readAs(evidence, each, text)]),
  }));
}

function readAs(evidence: readonly DateEvidence[], order: DateOrder, text: string): string {
  const formats = evidence.flatMap((each) => each.readAs(order).formats ?? []);
  for (const format of formats) {
    const wallMs = wallMsBy(format, text);
    if (wallMs !== null) return spokenInstant(wallMs, "UTC").replace(/ UTC$/, "");
  }
  return "cannot be read";
}

function datesOf(
  { dates, mapping }: Understood,
  [policy]: readonly Policy[],
): NonNullable<Looked["dates"]> {
  const zone = mapping.at.zone ?? policy?.timeZone ?? "UTC";
  const read = instantReader(mapping.at);
  const seen = dates.evidence.flatMap(({ examples }) => examples);
  return {
    written: dates.formats?.join(" or ") ?? "ISO 8601, a count since 1970, or a spreadsheet's own",
    zone: dates.zoneFrom === "none-needed" ? null : zone,
    zoneFrom: dates.zoneFrom,
    examples: seen.slice(0, 5).map(({ text }) => {
      const at = read.text(text);
      if (typeof at !== "number") return { text, reads: "cannot be read" };
      const reads = spokenInstant(at, zone);
      // As long as nothing says the zone, none is named.
      return { text, reads: dates.zoneFrom === "unknown" ? reads.replace(/ \S+$/, "") : reads };
    }),
    unreadable: dates.evidence.flatMap(({ unreadable }) => unreadable ?? []),
  };
}

const DOES: Readonly<Record<string, StateAnswer>> = {
  runs: "runs",
  pauses: "pauses",
  stops: "stops",
  cancels: "cancels",
  none: "ignore",
};

function statesOf(
  survey: Survey,
  understood: Understood,
  policies: readonly Policy[],
): StateShown[] {
  const { state } = understood.mapping;
  if (!state) return [];
  return textsOf(survey, understood, "state").map(([text, count]) => {
    const meant = policies.map((policy) => stateIn(policy, text, state));
    const does = common(meant.map((each) => each.does));
    return { text, count, does, name: common(meant.map(({ name }) => name)) };
  });
}

/** What a state of the file is under a policy. */
function stateIn(
  policy: Policy,
  text: string,
  state: NonNullable<Mapping["state"]>,
): { readonly does: StateAnswer | null; readonly name: string | null } {
  const name = stateOf(text, state, policy);
  if (name === undefined) return { does: null, name: null };
  if (name === null) return { does: "ignore", name: null };
  const given = Object.hasOwn(state.values ?? {}, text) ? state.values?.[text] : undefined;
  const does =
    typeof given === "object" ? STATE_ANSWERS.find((each) => each === given.does) : undefined;
  const [main] = policy.targets;
  return { does: does ?? (main ? (DOES[roleOf(main, name)] ?? null) : null), name };
}

function severitiesOf(
  survey: Survey,
  understood: Understood,
  policies: readonly Policy[],
): SeverityShown[] {
  const { severity } = understood.mapping;
  if (!severity) return [];
  return textsOf(survey, understood, "severity").map(([text, count]) => {
    const names = policies.map((policy) => {
      const name = severityOf(text, severity, policy);
      return name === undefined ? null : (name ?? "");
    });
    const name = common(names);
    return { text, count, severity: name === "differs" ? "" : name, differs: name === "differs" };
  });
}

/** What several policies say of a text if they agree; null if one of them does not know it. */
function common<T extends string>(said: readonly (T | null)[]): T | "differs" | null {
  const [first = null, another] = new Set(said);
  if (said.includes(null)) return null;
  return another === undefined ? first : "differs";
}
