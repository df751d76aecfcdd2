/**
 * Misspelt words that must not compile, form by form, and the calls beside them that must; checked by
 * `npm run types`.
 */
import {
  type Desk,
  type DeskInput,
  defineDesk,
  defineSla,
  type HistoryEvent,
  nhsmail,
  type TicketEvent,
  type TicketHistory,
} from "../../src/index";

const office = { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } } as const;
const sla = defineSla({
  id: "desk",
  calendars: { office },
  severities: ["1", "2"],
  targets: {
    fix: {
      allowance: { "1": { hours: 4, calendar: "office" }, "2": null },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
      warnAt: [0.5],
      escalations: [{ id: "m", at: { share: 0.5 }, severities: ["1"] }],
    },
    reply: { allowance: { weeks: 1 }, runs: ["open"], stops: ["replied"] },
  },
});
const asOf = "2026-11-20T16:30:00Z";
const at = asOf;
const { fix } = sla.targets;
const desk = defineDesk({ policies: [{ policy: sla }] });

// ------------------------------------------------------------------------------------------------ misspelt

// @ts-expect-error a misspelt state among many tickets
fix.trackMany([{ ticket: "A", events: [{ at, state: "opne" }] }], { asOf });
// @ts-expect-error a misspelt state among many tickets, asked of all targets
sla.trackMany([{ ticket: "A", events: [{ at, state: "opne" }] }], { asOf });
// @ts-expect-error a misspelt state in a stream
fix.trackStream([{ ticket: "A", at, state: "opne" }], { asOf });
// @ts-expect-error a misspelt state in a stream, asked of all targets
sla.trackStream([{ ticket: "A", at, state: "opne" }], { asOf });
// @ts-expect-error an unknown severity among many tickets
fix.trackMany([{ ticket: "A", events: [{ at, severity: "7" }] }], { asOf });
// @ts-expect-error an unknown severity in a stream
sla.trackStream([{ ticket: "A", at, severity: "7" }], { asOf });
// @ts-expect-error a misspelt state in the history that a clock begins with
fix.follow({ history: [{ at, state: "opne" }] });
// @ts-expect-error the same of all targets
sla.follow({ history: [{ at, state: "opne" }] });
// @ts-expect-error a misspelt state, asked of a desk
desk.track([{ at, state: "opne" }], { asOf });
// @ts-expect-error a misspelt state among a desk's tickets
desk.trackMany([{ ticket: "A", events: [{ at, state: "opne" }] }], { asOf });
// @ts-expect-error a misspelt state in a desk's stream
desk.trackStream([{ ticket: "A", at, state: "opne" }], { asOf });
// @ts-expect-error a misspelt state, as it happens at a desk
desk.follow().take({ at, state: "opne" });
// @ts-expect-error a misspelt state that closes a desk's tickets
desk.trackStream([], { asOf, closedBy: ["opne"] });
// @ts-expect-error a misspelt state that closes tickets
sla.trackStream([], { asOf, closedBy: ["opne"] });
// @ts-expect-error a misspelt target of many tickets
sla.trackMany([], { asOf, targets: ["fixx"] });
// @ts-expect-error a misspelt target of a stream
sla.trackStream([], { asOf, targets: ["fixx"] });
// @ts-expect-error a misspelt target of a clock
sla.follow({ targets: ["fixx"] });
// @ts-expect-error a misspelt target of a desk
desk.trackMany([], { asOf, targets: ["fixx"] });
// @ts-expect-error a misspelt state whose obligations are asked for
sla.obligations([{ at, state: "opne" }], { asOf });
// @ts-expect-error a misspelt target whose obligations are asked for
sla.obligations([], { asOf, targets: ["fixx"] });
// @ts-expect-error a misspelt state in a life cycle
sla.lifecycle([{ at, state: "opne" }], { asOf });
// @ts-expect-error a misspelt state whose obligations a desk is asked for
desk.obligations([{ at, state: "opne" }], { asOf });
// @ts-expect-error a misspelt choice
fix.trackMany([], { asOf, onReopn: "restart" });
// @ts-expect-error a misspelt option of a clock
fix.follow({ keepWorkin: true });
// @ts-expect-error a misspelt option of a stream
fix.trackStream([], { asOf, closdBy: [] });
defineSla({
  id: "d",
  calendars: { office },
  severities: ["1"],
  targets: {
    fix: {
      allowance: { hours: 1, calendar: "office" },
      runs: ["open"],
      stops: ["done"],
      // @ts-expect-error an unknown severity of an escalation
      escalations: [{ at: { share: 0.5 }, severities: ["9"] }],
    },
  },
});
defineSla({
  id: "d",
  calendars: { office },
  targets: {
    fix: {
      allowance: { hours: 1, calendar: "office" },
      runs: ["open"],
      stops: ["done"],
      // @ts-expect-error a misspelt key of a target
      warnAtt: [0.5],
    },
  },
});
defineSla({
  id: "d",
  calendars: { office },
  targets: {
    fix: {
      allowance: { hours: 1, calendar: "office" },
      runs: ["open"],
      stops: ["done"],
      // @ts-expect-error an unknown value of a choice
      onReopen: "rest",
    },
  },
});
defineSla({
  id: "d",
  calendars: { office },
  targets: {
    fix: {
      allowance: { hours: 1, calendar: "office" },
      runs: ["open"],
      stops: ["done"],
      // @ts-expect-error a misspelt calendar of an escalation
      escalations: [{ at: { before: { minutes: 30, calendar: "offce" } } }],
    },
  },
});
defineSla({
  id: "d",
  calendars: { office },
  targets: {
    fix: {
      allowance: { hours: 1, calendar: "office" },
      runs: ["open"],
      stops: ["done"],
      // @ts-expect-error a misspelt calendar of a limit on pauses
      pauseLimit: { hours: 1, calendar: "offce" },
    },
  },
});
defineSla({
  id: "d",
  calendars: { office },
  targets: {
    fix: { allowance: { hours: 1, calendar: "office" }, runs: ["open"], stops: ["done"] },
  },
  // @ts-expect-error a misspelt target of an attainment
  attainment: { a: { target: "fixx", share: 0.9 } },
});
// @ts-expect-error a misspelt key of a desk's policy
defineDesk({ policies: [{ wen: {}, policy: sla }] });
// @ts-expect-error a misspelt key of an event
fix.track([{ at, stat: "open" }], { asOf });
// @ts-expect-error a misspelt key of an event among many tickets
fix.trackMany([{ ticket: "A", events: [{ at, stat: "open" }] }], { asOf });
// @ts-expect-error an attainment that the policy does not have
sla.attainment.sev1;
// @ts-expect-error a misspelt kind of obligation
sla.obligations([], { asOf, kinds: ["targt"] });
// @ts-expect-error a misspelt option of due
fix.due(at, { severty: "1" });
// @ts-expect-error a misspelt option of policyFor
desk.policyFor({ customer: "A" }, { opendAt: at });
// @ts-expect-error an unknown severity, as it happens
fix.follow().take({ at, severity: "9" });

// ----------------------------------------------------------------------------- what is spelt right, or not known

declare const tickets: readonly TicketHistory[];
declare const stream: AsyncIterable<TicketEvent>;
declare const events: readonly HistoryEvent[];
declare const json: DeskInput;
declare const found: Iterable<{ ticket: string; events: { at: string; state: string }[] }>;
fix.trackMany([{ ticket: "A", events: [{ at, state: "open", severity: "1" }, { at }] }], { asOf });
sla.trackMany(tickets, { asOf, targets: ["fix"] });
fix.trackMany(found, { asOf });
fix.trackStream([{ ticket: "A", at, state: "waiting", fields: { group: "any" } }], { asOf });
sla.trackStream(stream, { asOf, closedBy: ["done"] });
fix.follow({ history: [{ at, state: "open" }], ticket: "A" });
sla.follow({ history: events, targets: ["reply"], from: undefined });
sla.obligations(events, { asOf, targets: ["reply"] });
sla.lifecycle([{ at, state: "replied" }], { asOf });
desk.track([{ at, state: "open", severity: "2" }], { asOf }).fix?.status;
desk.trackMany(tickets, { asOf });
desk.trackStream(stream, { asOf, closedBy: ["replied"] });
desk.follow({ history: events }).take({ at, state: "done" });
const loaded = defineDesk(json);
loaded.track([{ at, state: "whatever", severity: "any" }], { asOf });
const anyDesk: Desk = desk;
const mixed = defineDesk({
  policies: [{ when: { service: ["mail"] }, policy: nhsmail() }, { policy: sla }],
});
mixed.track(
  [
    { at, state: "awaiting-user-info" },
    { at, state: "replied" },
  ],
  { asOf },
);
// @ts-expect-error a state that neither of its policies has
mixed.track([{ at, state: "opne" }], { asOf });

export { anyDesk };
