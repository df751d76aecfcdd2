import {
  type DeskDefinition,
  defineDesk,
  type HistoryEvent,
  type PolicyDefinition,
} from "../../../src/index";
import { always, office } from "../../reference/desk";

/** A policy whose tickets are to be fixed within some hours of the office. */
export const within = (id: string, hours: number, timeZone?: string) =>
  ({
    id,
    ...(timeZone === undefined ? {} : { timeZone }),
    calendars: { office, always },
    targets: {
      fix: {
        allowance: { hours, calendar: "office" },
        runs: ["open"],
        pauses: ["waiting"],
        stops: ["done"],
      },
    },
  }) satisfies PolicyDefinition;

export const gold: PolicyDefinition = {
  ...within("gold", 2),
  targets: {
    ...within("gold", 2).targets,
    reply: {
      allowance: { hours: 1, calendar: "office" },
      runs: ["open"],
      stops: ["waiting", "done"],
    },
  },
};

/** Two hours for A, four for B as of 17 November, eight for everybody else. */
const definition = {
  id: "helpdesk",
  policies: [
    { when: { customer: ["A"] }, policy: gold },
    { when: { customer: ["B"] }, from: "2026-11-17", policy: within("silver", 4) },
    { when: { customer: ["B", "C"] }, until: "2026-11-16", policy: within("before", 6) },
    { when: { kind: ["incident"] }, policy: within("rest", 8) },
  ],
} satisfies DeskDefinition;
export const desk = defineDesk(definition);

export const opened = (at: string, fields: HistoryEvent["fields"]): readonly HistoryEvent[] => [
  { at, state: "open", fields },
];
