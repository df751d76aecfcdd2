/** The text of small programs that use the packed package; `check-package.ts` runs them. */

const useIt = `
const sla = nhsmail();
const due = sla.targets.incidentResolution.due("2026-11-20T09:00:00Z").toISO();
if (due !== "2026-11-25T12:00:00.000+00:00") throw new Error(\`due \${due}\`);
try {
  new Timeline({ startMs: 0, endMs: 1, periods: () => ({ opens: [], closes: [] }) }).isOpen(2);
  throw new Error("no error");
} catch (error) {
  // One class, whichever of the two entries it comes from.
  if (!(error instanceof CoverageError)) throw error;
}
`;

const useNhs = `
if (nhs.nhsmail !== nhsmail) throw new Error("core-hours/nhs has a service of its own");
if (policy.id !== "nhsmail") throw new Error(\`policy \${policy.id}\`);
if (schema.$schema === undefined) throw new Error("no schema");
if (Object.keys(lean.nhsmail().clauses).length > 0) throw new Error("core-hours/nhs/lean has clauses");
if (nhs.nhsLogin().targets.incidentResolution === undefined) throw new Error("no target");
`;

const countDown = `
const reading = nhsmail().targets.incidentResolution.track(
  [{ at: "2026-11-20T16:30:00Z", state: "new", severity: "1" }],
  { asOf: "2026-11-20T16:30:00Z" },
);
const taken = snapshot(reading, { until: "2026-11-24T09:00:00Z" });
const left = live.remainingAt(taken, Date.parse("2026-11-20T17:30:00Z"));
// Of the 48 working hours, the half hour from 17:00 to 17:30 and the one before it are used.
if (left !== 47 * 3_600_000) throw new Error(\`left \${left}\`);
try {
  live.remainingAt(taken, 0);
  throw new Error("no error");
} catch (error) {
  if (!(error instanceof CoverageError)) throw error;
}
`;

/** The part of a program that checks that only a missing fast-check is reported, by its name. */
const missIt = `
  throw new Error("the laws were found without fast-check");
} catch (error) {
  const isMissing = /^(ERR_)?MODULE_NOT_FOUND$/.test(error.code);
  if (!isMissing || !error.message.includes("fast-check")) throw error;
}
`;

const tryLaws = `
checkCalendar(alwaysOpen("Europe/London"), { numRuns: 3 });
checkSla(nhsmail(), { targets: ["incidentResolution"], numRuns: 3 });
try {
  checkCalendar(alwaysOpen(), { until: 0, from: 1 });
  throw new Error("no error");
} catch (error) {
  // One class, whichever entry it comes from.
  if (!(error instanceof CoreHoursError) || error.code !== "span-empty") throw error;
}
`;

/** The files of an empty project: programs that use the package in each way it may be used. */
export const PROGRAMS: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "empty", "private": true }',
  "esm.mjs": `import { CoverageError, nhsmail } from "core-hours";
import { Timeline } from "core-hours/timeline";
${useIt}`,
  "cjs.cjs": `const { CoverageError, nhsmail } = require("core-hours");
const { Timeline } = require("core-hours/timeline");
${useIt}`,
  "nhs.mjs": `import { nhsmail } from "core-hours";
import * as nhs from "core-hours/nhs";
import * as lean from "core-hours/nhs/lean";
import policy from "core-hours/calendars/policies/nhsmail.json" with { type: "json" };
import schema from "core-hours/schemas/policy.schema.json" with { type: "json" };
import "core-hours/conformance/working-time.json" with { type: "json" };
${useNhs}`,
  "nhs.cjs": `const { nhsmail } = require("core-hours");
const nhs = require("core-hours/nhs");
const lean = require("core-hours/nhs/lean");
const policy = require("core-hours/calendars/policies/nhsmail.json");
const schema = require("core-hours/schemas/policy.schema.json");
${useNhs}`,
  "live.mjs": `import { CoverageError, nhsmail, snapshot } from "core-hours";
import * as live from "core-hours/live";
${countDown}`,
  "live.cjs": `const { CoverageError, nhsmail, snapshot } = require("core-hours");
const live = require("core-hours/live");
${countDown}`,
  "no-laws.mjs": `import "core-hours";
import "core-hours/timeline";
try {
  await import("core-hours/testing");${missIt}`,
  "no-laws.cjs": `require("core-hours");
require("core-hours/timeline");
try {
  require("core-hours/testing");${missIt}`,
  "laws.mjs": `import { alwaysOpen, CoreHoursError, nhsmail } from "core-hours";
import { checkCalendar, checkSla } from "core-hours/testing";
${tryLaws}`,
  "laws.cjs": `const { alwaysOpen, CoreHoursError, nhsmail } = require("core-hours");
const { checkCalendar, checkSla } = require("core-hours/testing");
${tryLaws}`,
  "laws.mts": `import { alwaysOpen, defineSla, nhsmail, type WorkingCalendar } from "core-hours";
import { anyInstantsNear, anyTicketFor, calendarLaws, checkSla, type Law } from "core-hours/testing";
import fc from "fast-check";
const calendar = alwaysOpen();
const first: Law<WorkingCalendar> | undefined = calendarLaws[0];
first?.check(calendar, { numRuns: 1, from: "2026-01-01T00:00:00Z" });
checkSla(nhsmail(), { targets: ["incidentResolution"] });
checkSla(defineSla({ id: "none", targets: {} }));
fc.assert(
  fc.property(anyInstantsNear(calendar, ["a", "b"]), ({ a, b }) => calendar.isOpen(a) && b !== ""),
);
const tickets = anyTicketFor(nhsmail(), "incidentResolution");
const asOf: string | undefined = fc.sample(tickets, 1)[0]?.asOf;
// @ts-expect-error no instant was called c
fc.property(anyInstantsNear(calendar, ["a", "b"]), ({ c }) => c !== "");
// @ts-expect-error a law of calendars is not for policies
first?.check(nhsmail());
export { asOf };
`,
  "laws.cts": `import testing = require("core-hours/testing");
const names: readonly string[] = testing.slaLaws.map(({ name }) => name);
export = names;
`,
  "types.mts": `import { defineCalendar, type SlaReading, nhsmail } from "core-hours";
import { type Severity, nhsLogin } from "core-hours/nhs";
import policy from "core-hours/calendars/policies/nhsmail.json" with { type: "json" };
import { remainingAt, type Snapshot } from "core-hours/live";
import { type Tie, Timeline } from "core-hours/timeline";
const left = (taken: Snapshot): number | null => remainingAt(taken, 0);
const tie: Tie = "close";
const calendar = defineCalendar({ timeZone: "Europe/London", hours: { weekdays: ["08:00-18:00"] } });
const timeline: Timeline = calendar.timeline;
const due: number = timeline.add(0, 1, tie);
const reading: SlaReading = nhsmail().targets.incidentResolution.track([], { asOf: due });
const at: string | null | undefined = reading.dueAt?.toISO();
// @ts-expect-error a DateTime has its own type, not any
reading.dueAt?.toIso();
// @ts-expect-error a misspelt target does not exist
nhsmail().targets.incidentResolutoin;
// @ts-expect-error an amount in days is not exact
calendar.add(0, { days: 1 });
const severity: Severity = "1";
const fix: string | null = nhsLogin().targets.incidentResolution.due(due, { severity }).toISO();
const id: string = policy.id;
export { at, fix, id, left };
`,
  "types.cts": `import core = require("core-hours");
import nhs = require("core-hours/nhs");
nhs.nhsmail();
const status: core.SlaStatus = "met";
export = status;
`,
};
