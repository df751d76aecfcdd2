import * as z from "zod";
import policy from "../../calendars/policies/gpsoc.json";
import type { BankHolidays, CalendarDefinition } from "../calendar";
import { mergePatch } from "../input/json";
import { once } from "../input/once";
import { DefinitionError, problemsIn } from "../input/problems";
import { looseObject } from "../input/schema";
import { type AllowanceDefinition, defineSla, type PolicyDefinition, type Sla } from "../sla";
import { shippedSla } from "../sla/define-sla";

/** The names of the policy's parts. */
export interface GpsocNames {
  readonly targets: "fix" | "escalationAcknowledgement" | "initialFeedback";
  readonly milestones: "documentReview";
  readonly windows: "deploymentVerification";
  readonly recurrences: "trackerUpdate" | "serviceReview";
  readonly eligibility: "escalation" | "route";
  readonly forms: "escalation";
  readonly availability: never;
  readonly attainment: never;
  readonly states:
    | "new"
    | "in-progress"
    | "reopened"
    | "resolved"
    | "closed"
    | "cancelled"
    | "escalation-received"
    | "escalation-acknowledged"
    | "feedback-given"
    | "awaiting-information"
    | "escalation-resolved"
    | "contacts-informed"
    | "closure-confirmed"
    | "escalation-closed"
    | "supplier-escalated"
    | "document-published"
    | "document-reviewed"
    | "deployment-verified"
    | "tracker-updated"
    | "service-reviewed"
    | "deployed";
}

/** The supplier's fix times, and the readings to take of the document; the default comes first. */
export interface GpsocOptions {
  /**
   * GP-02: the supplier's fix times by severity, from its SLA. The document names them without
   * numbers, and there is no default: without them `targets.fix` throws an error that says so, and
   * everything else works. The document lets an incident of severity `"1"` or `"2"` escalate as soon
   * as its fix time is exceeded. Hours are counted on a calendar of `calendars`. Working days are
   * counted on one of those or on the policy's own calendar, `"workingDays"`.
   */
  readonly fixTimes?: Readonly<Record<string, AllowanceDefinition>> | undefined;
  /** The calendars of the fix times, or the names of shipped ones. */
  readonly calendars?: Readonly<Record<string, CalendarDefinition | string>> | undefined;
  /** GP-01: how many days of deployment verification were agreed; usually 45. */
  readonly verificationDays?: number | undefined;
  /** The policy's own working days: whose bank holidays apply. The given calendars have their own. */
  readonly division?: "england-and-wales" | "scotland" | "northern-ireland" | undefined;
  /** GP-04: when the one working day is up: as it ends, or at the time of day of the receipt. */
  readonly acknowledgement?: "end-of-day" | "same-time" | undefined;
  /** GP-01: which days deployment verification is counted in. */
  readonly verification?: "calendar-days" | "working-days" | undefined;
  /** GP-01: when its last day is up: at the time of day at which it began, or as that day ends. */
  readonly verificationEnd?: "same-time" | "end-of-day" | undefined;
  /**
   * GP-02: what a change of severity does to the fix time. What was used can only be carried over
   * (`carry-elapsed`) if all fix times are hours, or all are days.
   */
  readonly severityChange?: "retroactive" | "carry-elapsed" | "restart" | undefined;
  /** GP-02: what a re-opening does to the fix time. The document does not say. */
  readonly reopened?: "resume" | "continue" | "restart" | "new-cycle" | undefined;
  /** GP-02: whether the fix time pauses in the state `awaiting-information`. The document does not say. */
  readonly pauses?: "none" | "awaiting-information" | undefined;
  /** GP-05: whether the week counts from the last update, or stands on a grid from the receipt. */
  readonly trackerUpdates?: "rolling" | "grid" | undefined;
  /** Newer bank holidays than those shipped, or other ones. */
  readonly bankHolidays?: readonly BankHolidays[] | undefined;
}

const NO_DEFAULT =
  'expected the fix times by severity, such as { "1": { "hours": 4, "calendar": "support" } }. The GPSoC document names the fix times of the supplier\'s SLA without numbers (GP-02), and there is no default; take yours from your supplier\'s SLA';

/** The options that only the caller can give. The policy checks the fix times and calendars themselves. */
const given = once(() =>
  looseObject(
    {
      fixTimes: z
        .record(z.string(), z.unknown(), NO_DEFAULT)
        .refine((fixTimes) => "1" in fixTimes || "2" in fixTimes, { error: NO_DEFAULT })
        .optional(),
      calendars: looseObject(
        {
          workingDays: z
            .undefined("expected another name; the policy has working days of its own")
            .optional(),
        },
        "expected calendars by name",
      ).optional(),
      verificationDays: z
        .int("expected a whole number of days")
        .positive("expected one day or more")
        .optional(),
    },
    "expected options, with fixTimes",
  ),
);

/**
 * What the GPSoC escalation process promises, clauses GP-01 to GP-14.
 *
 * NHS CFH Service Management acknowledges an escalation within one working day (GP-04) and updates
 * the tracker every week (GP-05). `eligibility.escalation` says whether an issue may be escalated. A
 * Severity 1 or 2 incident may be escalated as soon as its fix time is exceeded (GP-02). Any other
 * issue may be escalated once the supplier's own process has been followed (GP-03: the facts
 * `supplierProcessFollowed` and `satisfactoryOutcome`). Both hold only while the issue is not
 * satisfactorily resolved (GP-10: its ticket is open, or the fact `issueResolved` is false).
 * `eligibility.route` says who takes an issue (GP-13, GP-14). Deployment verification takes 45 days
 * unless others were agreed (GP-01).
 *
 * @param options the supplier's fix times, for which there is no default, and the readings to take
 * @throws {DefinitionError} for an unknown option or value, and for fix times that include neither
 *   severity 1 nor severity 2.
 * @example
 * const support = { timeZone: "Europe/London", hours: { weekdays: ["08:00-18:00"] } };
 * const sla = gpsoc({ fixTimes: { "1": { hours: 4, calendar: "support" } }, calendars: { support } });
 * sla.targets.fix.due("2026-11-20T16:00:00Z", { severity: "1" }).toISO(); // "2026-11-23T10:00:00.000+00:00"
 */
export function gpsoc(options: GpsocOptions = {}): Sla<GpsocNames> {
  return gpsocOf(policy, options);
}

type GpsocPolicy = Omit<typeof import("../../calendars/policies/gpsoc.json"), "clauses">;

/** @internal The same function, for the policy with or without the words of its clauses. */
export function gpsocOf(policy: GpsocPolicy, options: GpsocOptions = {}): Sla<GpsocNames> {
  const problems = problemsIn(given(), options ?? {});
  if (problems.length > 0) throw new DefinitionError("options of gpsoc", problems);
  const { fixTimes, calendars, verificationDays, bankHolidays, ...choose } = options ?? {};
  const settings = { choose, ...(bankHolidays && { bankHolidays }) };
  // TypeScript types the words in a JSON file as plain strings; the tests check them.
  const shipped = (
    verificationDays === undefined ? policy : agreed(policy, verificationDays)
  ) as PolicyDefinition;
  if (fixTimes === undefined && calendars === undefined) {
    return shippedSla(shipped, settings) as Sla<GpsocNames>;
  }
  const { unstated, ...fix } = policy.targets.fix;
  const own = {
    ...shipped,
    calendars: { ...policy.calendars, ...calendars },
    targets: {
      ...policy.targets,
      fix: { ...fix, ...(fixTimes === undefined ? { unstated } : { allowance: fixTimes }) },
    },
  };
  // It is checked as it loads, together with the given options.
  return defineSla(own as PolicyDefinition, settings) as Sla<GpsocNames>;
}

/** The policy with another length of deployment verification, in either kind of days. */
function agreed(policy: GpsocPolicy, days: number): GpsocPolicy {
  const within = (amount: AllowanceDefinition) => ({
    windows: { deploymentVerification: { anyOf: [[{ within: amount }]] } },
  });
  const patch = within({ workingDays: days, calendar: "workingDays" });
  const merged = mergePatch(policy, {
    ...within({ calendarDays: days }),
    options: { verification: { values: { "working-days": { patch } } } },
  });
  // Only the number of days differs.
  return merged as GpsocPolicy;
}
