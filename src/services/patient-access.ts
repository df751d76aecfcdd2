import policy from "../../calendars/policies/patient-access.json";
import type { BankHolidays } from "../calendar";
import type { PolicyDefinition, Sla } from "../sla";
import { shippedSla } from "../sla/define-sla";

/** The names of the policy's parts. */
export interface PatientAccessNames {
  readonly targets:
    | "escalationResponse"
    | "complaintResponse"
    | "formalAcknowledgement"
    | "complaintInvestigation";
  readonly milestones: "followUp";
  readonly windows: "complaint";
  readonly recurrences: never;
  readonly eligibility: "ombudsman";
  readonly forms: never;
  readonly availability: never;
  readonly attainment: never;
  readonly calendars: "workingDays";
  readonly states:
    | "escalation-requested"
    | "escalation-responded"
    | "withdrawn"
    | "complaint-received"
    | "complaint-responded"
    | "closed"
    | "formal-complaint-received"
    | "acknowledged"
    | "looked-into"
    | "delay-notified"
    | "followed-up"
    | "incident"
    | "discovery";
}

/** The readings to take where the document can be read in several ways; the default comes first. */
export interface PatientAccessOptions {
  /** Every working day: whose bank holidays apply. */
  readonly division?: "england-and-wales" | "scotland" | "northern-ireland" | undefined;
  /** PA-05: which kind of days the ten days of looking into a complaint are. */
  readonly investigation?: "calendar" | "working" | undefined;
  /** PA-05: whether looking into a complaint ends when that is done, or with the `response`. */
  readonly investigationEnd?: "looked-into" | "response" | undefined;
  /**
   * PA-07: the follow-up is on the 7th `calendar` day, on the 7th `working` day, or on the 7th calendar
   * day and, if that is not a working day, on the next (`roll-forward`).
   */
  readonly followUp?: "calendar" | "working" | "roll-forward" | undefined;
  /**
   * PA-03: what must come within 12 months of the incident: the `complaint`, or the `discovery`,
   * which then leaves 6 months to complain.
   */
  readonly outerLimit?: "complaint" | "discovery" | undefined;
  /** PA-02: whether its 10 working days bound a formal complaint as well. */
  readonly formalCap?: "none" | "ten-working-days" | undefined;
  /**
   * PA-01 to PA-05: when the last day is up: as it ends, or at the time of day at which the period
   * began. `by-unit`: working days as they end, calendar days and months at the time of day.
   */
  readonly lastDay?: "end-of-day" | "same-time" | "by-unit" | undefined;
  /** PA-08: whether only a final answer ends local resolution, or the ten days without one do too. */
  readonly ombudsman?: "final-answer" | "period-passed" | undefined;
  /** Newer bank holidays than those shipped, or other ones. */
  readonly bankHolidays?: readonly BankHolidays[] | undefined;
}

/**
 * What the complaint policy of Patient Access promises, clauses PA-01 to PA-08.
 *
 * An escalation request is responded to within 5 working days (PA-01), a complaint within 10 (PA-02). A
 * formal complaint is acknowledged within 3 (PA-04) and looked into within 10 calendar days of the
 * acknowledgement (PA-05); a closed case is followed up after 7 days (PA-07). `windows.complaint` says
 * until when a formal complaint is in time, from the `incident` and, where it came to light later, its
 * `discovery` (PA-03). `eligibility.ombudsman` says when the next stage is open (PA-08).
 *
 * A notice of delay is the state `delay-notified`, which moves no due date (PA-06).
 *
 * @param options the readings to take where the document can be read in several ways
 * @throws {DefinitionError} for an unknown option or value.
 * @example patientAccess().targets.complaintResponse.due("2026-12-14T10:00:00Z").toISO() //
 *   "2026-12-31T00:00:00.000+00:00"
 */
export function patientAccess(options: PatientAccessOptions = {}): Sla<PatientAccessNames> {
  return patientAccessOf(policy, options);
}

/** @internal The same function, for the policy with or without the words of its clauses. */
export function patientAccessOf(
  policy: Omit<typeof import("../../calendars/policies/patient-access.json"), "clauses">,
  options: PatientAccessOptions = {},
): Sla<PatientAccessNames> {
  const { bankHolidays, ...choose } = options ?? {};
  // TypeScript types the words in a JSON file as plain strings; the tests check them.
  return shippedSla(policy as PolicyDefinition, {
    choose,
    ...(bankHolidays && { bankHolidays }),
  }) as Sla<PatientAccessNames>;
}
