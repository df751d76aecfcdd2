/**
 * What TypeScript refuses and what it takes, checked by `npm run types`: each line after a
 * `@ts-expect-error` must not compile.
 */
import type { DateTime } from "luxon";
import {
  type AttainmentReading,
  type AvailabilityReading,
  defineDesk,
  defineSla,
  type HistoryEvent,
  type LifecycleMove,
  type Milestone,
  nhsLogin,
  nhsmail,
  type Obligation,
  type Occurrence,
  type OutageShare,
  type PolicyDefinition,
  patientAccess,
  type ReadingParts,
  type RecurrenceReading,
  type Sla,
  type SlaReading,
  type Target,
  type WindowReading,
} from "../../src/index";
import type { InMs } from "../../src/sla/reading/in-ms";

const office = { timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } } as const;
const sla = defineSla({
  id: "desk",
  calendars: { office, shipped: "nhsmail-core" },
  severities: ["1", "2"],
  states: ["noted"],
  derive: [{ state: "derived", when: { status: ["new"] } }],
  targets: {
    fix: {
      allowance: { "1": { hours: 4, calendar: "office" }, "2": null },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
    },
    reply: { allowance: { weeks: 1 }, runs: ["open"], stops: ["replied"] },
  },
});
const asOf = "2026-11-20T16:30:00Z";
const at = asOf;
const { fix } = sla.targets;

// ------------------------------------------------------------------- states, severities, calendars, targets

fix.track([{ at, state: "open", severity: "1" }, { at, state: "derived" }, { at }], { asOf });
fix.track([{ at, state: "replied", severity: undefined, fields: { group: "a" } }], { asOf });
// @ts-expect-error a misspelt state
fix.track([{ at, state: "opne" }], { asOf });
const opened = { at, state: "open" } as const;
// @ts-expect-error a misspelt state beside a good one
fix.track([opened, { at, state: "don" }], { asOf });
// @ts-expect-error a severity that the policy does not have
fix.track([{ at, state: "open", severity: "3" }], { asOf });
// @ts-expect-error a misspelt state after events that are known
fix.track([...[opened], { at, state: "opne" }], { asOf });
// @ts-expect-error a misspelt state, asked of all targets
sla.track([{ at, state: "opne" }], { asOf });
// @ts-expect-error a misspelt state, as it happens
fix.follow().take({ at, state: "opne" });
// @ts-expect-error a misspelt state, as it happens to all targets
sla.follow().take({ at, state: "opne" });
// @ts-expect-error a severity that the policy does not have
fix.due(at, { severity: "3" });
// @ts-expect-error a misspelt target
sla.targets.fixx;
// @ts-expect-error a misspelt target among those asked
sla.track([], { asOf, targets: ["fixx"] });
// @ts-expect-error a target that was not asked
sla.track([], { asOf, targets: ["fix"] }).reply;
// @ts-expect-error a misspelt calendar
sla.calendars.offce;
// @ts-expect-error a misspelt state that closes tickets
fix.trackStream([], { asOf, closedBy: ["closd"] });
// @ts-expect-error a misspelt option
fix.track([], { asOf, onReopn: "restart" });
// @ts-expect-error an unknown choice
fix.track([], { asOf, onReopen: "again" });

// ------------------------------------------------------------------------------------ the policy itself

const target = { runs: ["open"], stops: ["done"] } as const;
defineSla({
  id: "desk",
  calendars: { office },
  // @ts-expect-error a misspelt calendar
  targets: { fix: { ...target, allowance: { hours: 1, calendar: "offce" } } },
});
defineSla({
  id: "desk",
  calendars: { office },
  severities: ["1"],
  // @ts-expect-error a severity that the policy does not have
  targets: { fix: { ...target, allowance: { "2": { hours: 1, calendar: "office" } } } },
});
defineSla({
  id: "desk",
  calendars: { office },
  severities: ["1"],
  // @ts-expect-error a misspelt calendar of one severity
  targets: { fix: { ...target, allowance: { "1": { hours: 1, calendar: "offce" } } } },
});

// ------------------------------------------------------------------------------ words that are not known

declare const events: HistoryEvent[];
declare const state: string;
declare const severity: string;
fix.track(events, { asOf });
fix.track([{ at, state, severity }], { asOf });
fix.track([...events, { at, state: "open" }], { asOf });
fix.follow().take({ at, state });
fix.due(at, { severity });
sla.track(events, { asOf });
declare const json: PolicyDefinition;
const loaded: Sla = defineSla(json);
loaded.targets["any"]?.track([{ at, state: "whatever" }], { asOf });
const anySla: Sla = sla;
const anyTarget: Target = fix;
export const widened = [anySla, anyTarget];

// ------------------------------------------------------------------------------------------ the services

nhsmail().targets.incidentResolution.track([{ at, state: "awaiting-user-info" }], { asOf });
// @ts-expect-error a misspelt state of NHSmail
nhsmail().targets.incidentResolution.track([{ at, state: "awaiting-user" }], { asOf });
// @ts-expect-error a severity that NHS login does not have
nhsLogin().targets.incidentResolution.due(at, { severity: "6" });
// @ts-expect-error a misspelt state of Patient Access
patientAccess().targets.complaintResponse.track([{ at, state: "complaint" }], { asOf });
// @ts-expect-error a misspelt calendar of NHSmail
nhsmail().calendars.cores;

// -------------------------------------------------------------------------------------------------- desks

const desk = defineDesk({ policies: [{ policy: sla }] });
desk.track([{ at, state: "open" }], { asOf }).fix?.status;
// @ts-expect-error a misspelt target of a desk
desk.track([], { asOf }).fixx;
// @ts-expect-error a target of a desk that may not be the ticket's
desk.track([], { asOf }).fix.status;

// ----------------------------------------------------------------------- options that may be undefined

fix.track([], { asOf, ticket: undefined, onReopen: undefined, due: undefined, cutoff: undefined });
fix.due(at, { severity: undefined, tie: undefined });
fix.follow({ ticket: undefined, from: undefined, history: undefined, keepWorking: undefined });
fix.trackStream([], { asOf, closedBy: undefined });
sla.track([], { asOf, targets: undefined });
sla.follow({ from: undefined, targets: undefined });
desk.follow({ from: undefined });
desk.policyFor({}, { openedAt: undefined });
defineSla(json, { choose: undefined, bankHolidays: undefined });
defineDesk({ policies: [{ policy: json }] }, { bankHolidays: undefined });
nhsmail({ coreHours: undefined, bankHolidays: undefined });

// ------------------------------------------------------------------ the numbers beside instants and lengths

type HasNumbers<T> = T extends InMs<T> ? true : false;
export const numbered: Readonly<Record<string, true>> = {
  reading: true satisfies HasNumbers<ReadingParts>,
  warning: true satisfies HasNumbers<SlaReading["warnings"][number]>,
  escalation: true satisfies HasNumbers<SlaReading["escalations"][number]>,
  breach: true satisfies HasNumbers<SlaReading["breaches"][number]>,
  change: true satisfies HasNumbers<NonNullable<SlaReading["nextChange"]>>,
  agreed: true satisfies HasNumbers<NonNullable<SlaReading["agreedDate"]>>,
  pause: true satisfies HasNumbers<NonNullable<SlaReading["pause"]>>,
  irregularity: true satisfies HasNumbers<SlaReading["irregularities"][number]>,
  cycle: true satisfies HasNumbers<SlaReading["cycles"][number]>,
  segment: true satisfies HasNumbers<SlaReading["segments"][number]>,
  obligation: true satisfies HasNumbers<Obligation>,
  milestone: true satisfies HasNumbers<Milestone>,
  window: true satisfies HasNumbers<WindowReading>,
  recurrence: true satisfies HasNumbers<RecurrenceReading>,
  occurrence: true satisfies HasNumbers<Occurrence>,
  move: true satisfies HasNumbers<LifecycleMove>,
  availability: true satisfies HasNumbers<AvailabilityReading>,
  outage: true satisfies HasNumbers<OutageShare>,
  attainment: true satisfies HasNumbers<AttainmentReading>,
};
// @ts-expect-error an instant without its number
true satisfies HasNumbers<{ readonly dueAt: DateTime }>;

// ------------------------------------------------------------------------ what the status of a reading says

export function told(reading: SlaReading): string | null {
  switch (reading.status) {
    case "pending":
      return reading.startedAt satisfies null;
    case "paused":
      return `${reading.dueAt?.toISO() ?? "nobody knows"} since ${reading.pause.since.toISO()}`;
    case "breached":
      return reading.breachedAt.toISO() + (reading.dueAtMs - reading.breachedAtMs).toFixed();
    case "met":
      return reading.stoppedAt.toISO() + String(reading.breachedAt satisfies null);
    case "not-applicable":
      return reading.allowance satisfies null;
    case "running":
      // @ts-expect-error before its severity is known, nobody knows when it is due
      return reading.dueAt.toISO();
    case "cancelled":
      return reading.status;
  }
}
