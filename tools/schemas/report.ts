import * as z from "zod";
import { STATUSES } from "../../src/index";
import { CLAIM_KIND_NAMES } from "../../src/tickets/log/claims/claim-kinds";
import { PROBLEM_KINDS, type ProblemKind } from "../../src/tickets/log/problems";

const count = z.int().nonnegative();
const percent = z.number().nonnegative();
const instant = z.iso
  .datetime({ offset: true })
  .describe("ISO 8601 with the offset of the row's zone");
const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);

const attainment = orNull(percent).describe(
  "met ÷ (met + breached), in percent; null if there is neither",
);

const counts = {
  met: count,
  breached: count,
  running: count,
  paused: count,
  pending: count,
  cancelled: count,
  atRisk: count.describe("running or paused, with the given share of the allowance used or more"),
};

const tally = {
  all: count,
  ...counts,
  breachedOpen: count.describe("the breached that have not stopped yet"),
  notApplicable: count
    .optional()
    .describe("verdicts to which nothing is promised; absent for none"),
  attainmentPercent: attainment,
};

const summary = z.strictObject({
  rows: count,
  rowsUsed: count,
  malformedRows: count.describe("rows that could not be used"),
  rowsLeftAlone: count.describe("rows that the mapping leaves alone"),
  eventsAfterAsOf: count,
  tickets: count,
  unjudgedTickets: count,
  doubts: count,
  verdicts: count.describe("a ticket has one for each target that it has begun"),
  ...counts,
  breachedTickets: count,
  attainmentPercent: attainment,
});

const target = z.strictObject({
  policy: z.string(),
  target: z.string(),
  title: z.string(),
  timeZone: z.string(),
  total: z.strictObject(tally),
  bySeverity: z.array(z.strictObject({ severity: orNull(z.string()), ...tally })),
  byMonth: z.array(z.strictObject({ month: orNull(z.string().regex(/^\d{4}-\d{2}$/)), ...tally })),
  byGroup: z
    .array(z.strictObject({ group: orNull(z.string()), ...tally }))
    .optional()
    .describe("by the column of --group-by"),
});

const row = z.strictObject({
  ticket: z.string(),
  policy: z.string(),
  target: z.string(),
  severity: orNull(z.string()),
  status: z.enum(STATUSES),
  breached: z.boolean(),
  hasAllowance: z
    .boolean()
    .describe("whether an amount is promised; if only an agreed date is, the amounts are 0"),
  usedPercent: percent,
  unit: z.enum(["milliseconds", "days"]).describe("of the four amounts"),
  elapsed: z.number().nonnegative(),
  remaining: z.number().nonnegative(),
  overdue: z.number().nonnegative(),
  pausedFor: z.number().nonnegative(),
  provisional: z.boolean().describe("it rests on bank holidays that are not published yet"),
  incomplete: z.boolean().describe("a row of the ticket could not be used or is in doubt"),
  opened: orNull(instant),
  due: orNull(instant).describe("null while paused"),
  projectedDue: orNull(instant),
  stopped: orNull(instant),
  breachedAt: orNull(instant),
  kept: z.record(z.string(), z.string()).optional().describe("the columns of --keep"),
});

const claimKind = z.enum(CLAIM_KIND_NAMES);
// Object.keys gives the keys of the table.
const problemKind = z.enum(Object.keys(PROBLEM_KINDS) as [ProblemKind, ...ProblemKind[]]);

const difference = z.strictObject({
  ticket: z.string(),
  target: z.string(),
  about: z.enum(["verdict", "figure"]),
  breached: z.boolean(),
  theirsBreached: orNull(z.boolean()),
  texts: z.record(z.string(), z.string()).describe("what the tool's columns hold"),
  figures: z.array(
    z.strictObject({
      name: z.enum(["due", "used", "left", "percent"]),
      theirs: z.union([z.number(), instant]).describe("milliseconds, percent, or when it was due"),
      ours: z.union([z.number(), instant]),
      isSame: z.boolean(),
    }),
  ),
  cause: orNull(
    z.strictObject({
      says: z.string(),
      turnsOn: orNull(z.string()),
      isExact: z.boolean().describe("it gives each figure of the tool exactly"),
      orElse: z.array(z.string()),
      contradicted: count,
    }),
  ),
});

const against = z.strictObject({
  columns: z.array(z.strictObject({ column: z.string(), kind: claimKind })),
  targets: z.array(z.string()),
  counts: z.strictObject({
    agrees: count,
    "verdict-differs": count,
    "figure-differs": count,
    "not-compared": count,
    "no-claim": count,
  }),
  causes: z.array(
    z.strictObject({ says: z.string(), contradicted: count, tickets: count, exact: count }),
  ),
  unexplained: count,
  unread: orNull(z.string()),
  differences: z.array(difference).describe("worst first"),
});

const month = z.string().regex(/^\d{4}-\d{2}$/);
const decided = { met: count, breached: count, attainmentPercent: attainment };
const verdict = {
  verdict: orNull(z.enum(["passes", "fails"])).describe("null while nothing is decided"),
  breachesLeft: orNull(count).describe("how many more may breach before it is missed"),
  metNeeded: orNull(count).describe(
    "how many in a row must be met to reach it again; null if it cannot be reached",
  ),
};
const decidedMonth = z.strictObject({ month, ...decided });
const promisedMonth = z.strictObject({
  month,
  ...decided,
  ...verdict,
  creditPercent: orNull(percent).describe("of the charge; null if the policy gives no credits"),
});
const time = {
  tickets: count,
  countedMs: count,
  pausedMs: count,
  outOfHoursMs: count,
  stoppedMs: count.describe("between a stop and a re-opening"),
};

const first = z.strictObject({
  title: z.string(),
  supplier: orNull(z.string()),
  services: z.array(z.string()),
  period: z.string(),
  promised: z
    .array(
      z.strictObject({
        policy: z.string(),
        name: z.string(),
        title: z.string(),
        clause: orNull(z.string()),
        target: z.string(),
        severities: orNull(z.array(z.string())),
        sharePercent: percent,
        by: z.enum(["opened", "due", "stopped"]),
        shown: promisedMonth.describe("the last month of the period in which anything was decided"),
        compared: z.array(promisedMonth).describe("the month before, and the month a year before"),
        months: z.array(promisedMonth).describe("those of the period"),
        trend: z.array(promisedMonth),
      }),
    )
    .describe("the attainment of the policies; empty under --target-share"),
  headlines: z.array(
    z.strictObject({
      name: z.string(),
      ...decided,
      target: orNull(z.strictObject({ percent, ...verdict })).describe("that of --target-share"),
      compared: z.array(
        z.strictObject({ label: z.string(), from: z.iso.date(), to: z.iso.date(), ...decided }),
      ),
    }),
  ),
  trend: z.array(decidedMonth),
  severityByMonth: z.array(
    z.strictObject({
      severity: z.string(),
      months: z.array(decidedMonth),
      total: z.strictObject(decided),
    }),
  ),
  time: z
    .strictObject({
      ...time,
      pausedIn: z.array(z.strictObject({ state: z.string(), ms: count })),
      byGroup: z.array(z.strictObject({ group: orNull(z.string()), ...time })),
    })
    .describe("where the time went"),
  worst: z.array(
    z.strictObject({
      ticket: z.string(),
      policy: z.string(),
      target: z.string(),
      severity: orNull(z.string()),
      status: z.enum(STATUSES),
      due: orNull(instant),
      usedPercent: percent,
      leftOrOver: z.string(),
      breachedBy: orNull(z.string()),
    }),
  ),
  madeFrom: z.strictObject({
    file: z.string(),
    sha256: orNull(z.string()),
    libraryVersion: orNull(z.string()),
    timeZoneData: orNull(z.string()),
    rows: count,
    used: count,
    notUsed: count,
    leftAlone: count,
    policies: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        fingerprint: z.string(),
        hours: orNull(z.string()).describe("the fingerprint of its hours"),
      }),
    ),
    years: orNull(z.strictObject({ from: z.iso.date(), to: z.iso.date() })),
  }),
});

/** What `core-hours breaches --format json` prints. */
export const reportSchema = z.strictObject({
  asOf: instant,
  warning: orNull(z.string()).describe("why verdicts may be wrong; null if nothing suggests it"),
  notes: z.array(z.string()),
  first: first.describe("what the first page says"),
  summary,
  targets: z.array(target),
  against: against.optional().describe("against the columns of --claims"),
  rows: z.array(row).describe("worst first"),
  unmatched: z
    .array(
      z.strictObject({
        ticket: z.string(),
        policy: z.null(),
        line: count.describe("the line of its first row"),
        reason: z.string(),
      }),
    )
    .optional()
    .describe("tickets that no policy of several is for; absent for none"),
  problemCounts: z.array(
    z.strictObject({ kind: problemKind, column: z.string().optional(), count }),
  ),
  problems: z
    .array(
      z.strictObject({
        kind: problemKind,
        line: count,
        column: z.string().optional(),
        ticket: z.string().optional(),
        reason: z.string(),
      }),
    )
    .describe("the first thousand of each kind"),
});
