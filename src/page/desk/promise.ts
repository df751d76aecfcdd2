import { defineSla, type PolicyDefinition, SERVICES, type Target } from "../../index";
import {
  type ChoosePolicy,
  chooserByName,
  type Policy,
  policyNamed,
  prepared,
} from "../../tickets/log/policies";
import { InputError } from "../../tickets/log/problems";
import { anyPolicy } from "../../tickets/understanding/any-policy";
import type { NeedShown, OptionShown, PromiseShown } from "../wire/promise";
import type { PromiseSettings } from "../wire/settings";

/** How the policy of each ticket is chosen, and the only policy if there is just one. */
export interface Chosen {
  readonly choose: ChoosePolicy;
  readonly only: Policy | null;
}

const NO_TARGETS: readonly string[] = [];

/**
 * What tickets are judged by.
 *
 * @throws {InputError} if nothing has been chosen, or the service does not have the choices
 * @throws {DefinitionError} for everything that is wrong with a policy
 */
export function chosenPolicy(settings: PromiseSettings): Chosen {
  if (settings.kind === "by-row") {
    const { choices = {} } = settings;
    return { choose: chooserByName({ targets: NO_TARGETS, choices }), only: null };
  }
  const only = onlyPolicy(settings);
  if (!only) throw new InputError("choose a promise to judge by");
  return { choose: () => only, only };
}

/** The chosen policy; null if none was chosen, or if each row names its own. */
export function onlyPolicy(settings: PromiseSettings): Policy | null {
  switch (settings.kind) {
    case "none":
    case "by-row":
      return null;
    case "service": {
      const { id, choices } = settings;
      const policy = policyNamed(id, { targets: NO_TARGETS, choices });
      if (!policy) throw new InputError(`there is no service ${id}`);
      return policy;
    }
    case "policy":
      // defineSla checks what the JSON holds.
      return prepared(defineSla(settings.json as PolicyDefinition));
  }
}

/** The chosen policy; otherwise a policy that stands in for any. */
export function policyOrAny(settings: PromiseSettings): Policy {
  return onlyPolicy(settings) ?? anyPolicy();
}

/**
 * What is promised, in words.
 *
 * @throws {CoreHoursError} for what is wrong with it
 */
export function shownPromise(settings: PromiseSettings): PromiseShown {
  const policy = policyOrAny(settings);
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
