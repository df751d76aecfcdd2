import policy from "../../calendars/policies/nhs-login.json";
import type { BankHolidays, CalendarDefinition } from "../calendar";
import { defineSla, type PolicyDefinition, type Sla } from "../sla";
import { shippedSla } from "../sla/define-sla";

/** The names of the policy's parts. */
export interface NhsLoginNames {
  readonly targets:
    | "incidentResolution"
    | "problemFix"
    | "serviceRequest"
    | "hssiNotification"
    | "multiPartyIntervention"
    | "enquiryResponse";
  readonly milestones: never;
  readonly windows: "recoveryPoint";
  readonly recurrences: "serviceReport";
  readonly eligibility: "hssi" | "hssiNotification";
  readonly forms: "incident";
  readonly availability: "service";
  readonly attainment: never;
  readonly calendars: "support" | "operational" | "clock" | "partner";
  readonly states:
    | "new"
    | "in-progress"
    | "reopened"
    | "resolved"
    | "problem-recorded"
    | "closed"
    | "cancelled"
    | "fix-released"
    | "request-raised"
    | "request-fulfilled"
    | "hssi-happened"
    | "hssi-notified"
    | "intervention-called"
    | "intervention-attended"
    | "response-provided"
    | "hssi-identified"
    | "awaiting-information"
    | "hssi-updated"
    | "enquiry-received"
    | "enquiry-answered"
    | "features-communicated"
    | "sprint-started"
    | "contents-published"
    | "released"
    | "service-started"
    | "service-failed"
    | "service-reported"
    | "data-recoverable";
  readonly severities: "1" | "2" | "3" | "4" | "5";
}

/**
 * The partner's hours, and the readings to take where the document can be read in several ways; the
 * default comes first.
 */
export interface NhsLoginOptions {
  /**
   * NL-11: the partner's hours of operation, or the name of a shipped calendar. The document does not
   * give them, and there is no default. Without them, `calendars.partner` never opens, and whatever
   * is measured in it throws a `CoverageError` that names them. Bank holidays are those of the
   * partner's own calendar; `division` does not touch them.
   */
  readonly partnerHours?: CalendarDefinition | string | undefined;
  /** NL-04, and every working day: whose bank holidays apply. */
  readonly division?: "england-and-wales" | "scotland" | "northern-ireland" | undefined;
  /** NL-02: whether an incident's clock stops once it is fixed or recorded, or at the `response`. */
  readonly stop?: "fixed-or-problem" | "response" | undefined;
  /** NL-SEV1 to NL-SEV5: what a change of severity does to what has been used. */
  readonly severityChange?: "carry-elapsed" | "retroactive" | "restart" | undefined;
  /** NL-SEV1 to NL-SEV5: what a re-opening does to the clock. The document does not say. */
  readonly reopened?: "resume" | "continue" | "restart" | "new-cycle" | undefined;
  /**
   * NL-SEV1 to NL-SEV5: whether the clock pauses in the state `awaiting-information`. The document
   * does not say.
   */
  readonly pauses?: "none" | "awaiting-information" | undefined;
  /**
   * NL-PRB1 to NL-PRB5: whether an agreed release `replaces` the working days, or whether the fix is
   * due at the `earlier` or the `later` of the two. Only `nhsLoginProblemFixDue` uses it, since a
   * target knows no release.
   */
  readonly problemRelease?: "replaces" | "earlier" | "later" | undefined;
  /** NL-06: which figure decides: the 99.5 %, the `fixed` 58 minutes, or whichever allows less. */
  readonly availability?: "percentage" | "fixed" | "strictest" | undefined;
  /** NL-05, NL-06: whether planned maintenance is left out, or `counted` as downtime. */
  readonly maintenance?: "excluded" | "counted" | undefined;
  /**
   * NL-11: whether the 30 minutes are of the partner's hours or of the `clock`. With `clock`, only an
   * HSSI that happens within those hours has them: ask `eligibility.hssiNotification` first, and give
   * the answer of `calendars.partner.isOpen` as the fact `happenedInPartnerHours`.
   */
  readonly hssiClock?: "partner-hours" | "clock" | undefined;
  /** NL-11: whether they start when the HSSI happens, or when the partner identifies it. */
  readonly hssiStart?: "happening" | "identification" | undefined;
  /** NL-13: whether the 30 minutes are of the clock or of the partner's hours. */
  readonly interventionClock?: "clock" | "partner-hours" | undefined;
  /** Newer bank holidays than those shipped, or other ones. */
  readonly bankHolidays?: readonly BankHolidays[] | undefined;
}

/**
 * What NHS login promises its partners and what they promise in return, clauses NL-01 to NL-20,
 * NL-SEV1 to NL-SEV5 and NL-PRB1 to NL-PRB5.
 *
 * Incident resolution: 4, 8, 20, 80 and 200 business support hours for severities 1 to 5, Monday to
 * Friday 08:00 to 18:00 without bank holidays (NL-SEV1 to NL-SEV5, NL-04). A problem recorded for an
 * incident is fixed within 30, 60, 120, 240 and 360 working days, or with an agreed release, for
 * which see {@link nhsLoginProblemFixDue} (NL-PRB1 to NL-PRB5). A service request takes 3 months
 * (NL-08). A partner notifies NHS login of an HSSI within 30 minutes of its own hours (NL-11), and
 * attends a Multi-Party Intervention within 30 minutes by the clock (NL-13). An HSSI has severity 1
 * or 2 (NL-14), or was defined as one by the NHS login team (NL-20), and at most 24 hours of data are
 * lost (NL-10).
 *
 * Availability is 99.5 % of a month's business support hours (NL-06). The document gives 58 minutes
 * of downtime a month beside it, and the two disagree: 0.5 % of a month is 3 minutes for each working
 * day, 54 to 69 minutes for 18 to 23 of them, and never 58. The percentage decides, and both are
 * reported; `availability: "fixed"` lets the 58 minutes decide, `"strictest"` whichever allows less.
 *
 * @param options the partner's hours, and the readings to take
 * @throws {DefinitionError} for an unknown option or value, and for partner's hours that are not a
 *   calendar.
 * @example nhsLogin().targets.incidentResolution.due("2026-11-20T16:00:00Z", { severity: "1" }).toISO() // "2026-11-23T10:00:00.000+00:00"
 */
export function nhsLogin(options: NhsLoginOptions = {}): Sla<NhsLoginNames> {
  return nhsLoginOf(policy, options);
}

/** @internal The same function, for the policy with or without the words of its clauses. */
export function nhsLoginOf(
  policy: Omit<typeof import("../../calendars/policies/nhs-login.json"), "clauses">,
  options: NhsLoginOptions = {},
): Sla<NhsLoginNames> {
  const { bankHolidays, partnerHours, ...choose } = options ?? {};
  const settings = { choose, ...(bankHolidays && { bankHolidays }) };
  // TypeScript types the words in a JSON file as plain strings; the tests check them.
  const shipped = policy as PolicyDefinition;
  const sla =
    partnerHours === undefined
      ? shippedSla(shipped, settings)
      : defineSla(
          { ...shipped, calendars: { ...shipped.calendars, partner: partnerHours } },
          settings,
        );
  return sla as Sla<NhsLoginNames>;
}
