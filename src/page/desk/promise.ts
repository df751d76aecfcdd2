import { type PolicyDefinition, SERVICES, type Target } from "../../index";
import { fieldsOf } from "../../tickets/log/desk/by-fields";
import { type Policy, prepared } from "../../tickets/log/policies";
import { longDate } from "../../words/instants";
import type { NeedShown, OptionShown, PartShown, PromiseShown } from "../wire/promise";
import type { OnePromise, PromiseSettings } from "../wire/settings";
import { deskOf, givenBy, policyOrAny } from "./given";

/**
 * What is promised, in words.
 *
 * @throws {CoreHoursError} for what is wrong with it
 */
export function shownPromise(settings: PromiseSettings): PromiseShown {
  // What is wrong with several together, such as two of one id, is said before they are shown one by one.
  givenBy(settings);
  const parts = partsOf(settings);
  if (parts === null) return shownPolicy(policyOrAny(settings), settings);
  const title = settings.kind === "desk" ? deskOf(settings.json).title : "Several policies";
  const fields = settings.kind === "desk" ? fieldsOf(deskOf(settings.json)) : [];
  return {
    ...{ id: settings.kind, title, source: null, timeZone: parts[0]?.timeZone ?? "UTC" },
    ...{ targets: [], severities: [], states: [], calendars: [], options: [], needs: [], json: "" },
    ...{ parts, fields },
  };
}

/** The policies of a desk, or those that were chosen; null if there is just one. */
function partsOf(settings: PromiseSettings): readonly PartShown[] | null {
  if (settings.kind === "several") {
    return settings.policies.map((promise) => partOf(policyOrAny(promise), promise, ""));
  }
  if (settings.kind !== "desk") return null;
  const desk = deskOf(settings.json);
  const rows = desk.toJSON().policies;
  return desk.policies.flatMap((sla, i) => {
    const row = rows[i];
    if (!row) return [];
    const promise = { kind: "policy", name: sla.title, json: row.policy } as const;
    return [partOf(prepared(sla), promise, whoseText(row))];
  });
}

function partOf(policy: Policy, promise: OnePromise, whose: string): PartShown {
  return { ...shownPolicy(policy, promise), promise, whose };
}

/** Which tickets are of a policy of a desk: `customer is A or B, opened until 31 March 2027`. */
function whoseText({ when = {}, from, until }: DeskRow): string {
  const fields = Object.entries(when).map(
    ([field, values]) => `${field} is ${values.map((value) => `“${value}”`).join(" or ")}`,
  );
  const opened = [
    ...(from === undefined ? [] : [`from ${longDate(from)}`]),
    ...(until === undefined ? [] : [`until ${longDate(until)}`]),
  ];
  const dates = opened.length === 0 ? [] : [`opened ${opened.join(" ")}`];
  return [...fields, ...dates].join(", ") || "every other ticket";
}

type DeskRow = ReturnType<ReturnType<typeof deskOf>["toJSON"]>["policies"][number];

function shownPolicy(policy: Policy, settings: PromiseSettings): PromiseShown {
  const { sla } = policy;
  const definition = sla.toJSON();
  const choices = settings.kind === "service" ? settings.choices : {};
  return {
    id: sla.id,
    title: sla.title,
    source: sourceText(definition.source),
    timeZone: policy.timeZone,
    targets: policy.targets.map((target) => ({
      id: target.id,
      title: target.title,
      clause: clauseText(target.definition.clause),
      allowances: allowancesOf(target),
      runs: target.definition.runs.join(", "),
      pauses: (target.definition.pauses ?? []).join(", "),
      stops: target.definition.stops.join(", "),
    })),
    severities: [...(policy.severities ?? [])],
    states: [...policy.states],
    calendars: Object.entries(sla.calendars).map(([id, { title }]) => [id, title]),
    options: optionsOf(definition, sla.chosen, defaultsOf(settings)),
    needs: settings.kind === "service" ? needsOf(settings.id, choices) : [],
    json: `${JSON.stringify(definition, null, 2)}\n`,
    ...{ parts: [], fields: [] },
  };
}

function sourceText(source: PolicyDefinition["source"]): string | null {
  if (source === undefined) return null;
  return typeof source === "string" ? source : Object.values(source).join("; ");
}

function clauseText(clause: Target["definition"]["clause"]): string | null {
  if (clause === undefined) return null;
  return typeof clause === "string" ? clause : [...new Set(Object.values(clause))].join(", ");
}

function allowancesOf({ promises }: Target): [severity: string, allowance: string][] {
  return promises.map(({ severity, allowance }) => [severity ?? "", allowanceText(allowance)]);
}

const UNITS = [
  ["weeks", "week"],
  ["months", "month"],
  ["calendarDays", "day"],
  ["workingDays", "working day"],
  ["hours", "hour"],
  ["minutes", "minute"],
] as const;

function allowanceText(allowance: Target["promises"][number]["allowance"]): string {
  if (allowance === null) return "no promise";
  if (allowance === "agreed") return "an agreed date";
  const given: Readonly<Record<string, unknown>> = { ...allowance };
  const amounts = UNITS.flatMap(([key, name]) => {
    const amount = given[key];
    return typeof amount === "number" ? [`${amount} ${name}${amount === 1 ? "" : "s"}`] : [];
  });
  const { calendar } = given;
  return `${amounts.join(" ")}${typeof calendar === "string" ? ` of “${calendar}”` : ""}`;
}

function optionsOf(
  { options = {} }: PolicyDefinition,
  chosen: Readonly<Record<string, string>>,
  defaults: Readonly<Record<string, string>>,
): OptionShown[] {
  return Object.entries(options).map(([name, option]) => {
    const value = chosen[name] ?? option.default;
    return {
      name,
      title: option.title,
      clauses: option.clauses ?? [],
      value,
      isDefault: value === (defaults[name] ?? option.default),
      values: Object.entries(option.values).map(([each, { reading }]) => ({
        value: each,
        reading,
      })),
    };
  });
}

/** The default options of a service. */
function defaultsOf(settings: PromiseSettings): Readonly<Record<string, string>> {
  if (settings.kind !== "service") return {};
  return SERVICES.find(({ id }) => id === settings.id)?.define().chosen ?? {};
}

function needsOf(id: string, choices: Readonly<Record<string, string>>): NeedShown[] {
  const service = SERVICES.find((each) => each.id === id);
  const example: Readonly<Record<string, unknown>> = { ...service?.example };
  // The needs include what accompanies them in the example, such as the calendars of fix times.
  const names = new Set([...(service?.needs ?? []), ...Object.keys(example)]);
  return [...names].map((name) => ({
    name,
    example: textOf(example[name]),
    value: choices[name] ?? "",
  }));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}
