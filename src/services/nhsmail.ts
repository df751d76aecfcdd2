import policy from "../../calendars/policies/nhsmail.json";
import type { BankHolidays } from "../calendar";
import { isJsonObject } from "../input/json";
import { DefinitionError, type DefinitionProblem, problemsIn, under } from "../input/problems";
import { show, showNames } from "../input/show";
import type { AllowanceDefinition, PolicyDefinition, Sla } from "../sla";
import { allowanceSchemaFor } from "../sla/allowance/definition";
import { shippedSla } from "../sla/define-sla";

/** The names of the policy's parts. */
export interface NhsmailNames {
  readonly targets: "incidentResolution" | "complaintAcknowledgement" | "escalationAcknowledgement";
  readonly milestones: "informationRequest" | "automaticClosure";
  readonly windows: "reopen";
  readonly recurrences: "escalationUpdate";
  readonly eligibility: "escalation" | "reopenToEscalate" | "feedback" | "route";
  readonly forms: "escalationInput" | "minimumDataSet";
  readonly availability: never;
  readonly attainment: never;
  readonly calendars: "core" | "workingDays" | "autoResolution" | "acknowledgement" | "always";
  readonly states:
    | "new"
    | "in-progress"
    | "reopened"
    | "awaiting-user-info"
    | "resolved"
    | "closed"
    | "cancelled"
    | "complaint-reported"
    | "complaint-acknowledged"
    | "escalation-form-received"
    | "escalation-acknowledged"
    | "escalation-refused"
    | "clinical-escalation-received"
    | "clinical-process-started"
    | "replied"
    | "escalation-contacted"
    | "originator-notified"
    | "follow-up-sent"
    | "contact-failed"
    | "resolution-identified"
    | "escalation-updated";
}

/** The readings to take where the documents can be read in several ways; the default comes first. */
export interface NhsmailOptions {
  /** NM-16 and every working day: whose bank holidays apply. */
  readonly division?: "england-and-wales" | "scotland" | "northern-ireland" | undefined;
  /**
   * NM-06: which hours are core. `weekdays`: 07:00 to 22:00, Monday to Friday. `weekends-core`, the
   * literal wording: those hours and the whole of Saturday and Sunday. `daily`: 07:00 to 22:00 every
   * day. `flat-3-working-days`: the allowance is not 48 hours but runs to the end of the third
   * working day.
   */
  readonly coreHours?: "weekdays" | "weekends-core" | "daily" | "flat-3-working-days" | undefined;
  /** NM-06: whether a bank holiday has the usual core hours of its day of the week. */
  readonly bankHolidaysAsCore?: "no" | "yes" | undefined;
  /** NM-14: whether the clock of NM-06 pauses while Awaiting User info. The pause is inferred. */
  readonly pauseAwaitingUserInfo?: "yes" | "no" | undefined;
  /**
   * NM-01, NM-04: when one working day is up: at the `end-of-day`, at the `same-time` of the next
   * working day, or after 15 `core-hours`.
   */
  readonly acknowledgement?: "end-of-day" | "same-time" | "core-hours" | undefined;
  /** NM-04: whether only a `completed` form starts the acknowledgement, or `any-contact`. */
  readonly escalationForm?: "completed" | "any-contact" | undefined;
  /** NM-22: whether an escalation without a ticket needs a ticket reference in its form. */
  readonly ticketReference?: "required" | "optional" | undefined;
  /**
   * NM-25: the fields of the Minimum Data Set of an incident, in words. The document does not list
   * them, and there is no default: without them `forms.minimumDataSet` throws an error that says so.
   */
  readonly minimumDataSet?: readonly string[] | undefined;
  /**
   * NM-06: your own resolution times by severity, in place of the 48 core hours that the document
   * gives every incident. Hours are counted on the policy's calendar `core` or on `always`, working
   * days on `workingDays`.
   */
  readonly resolutionTimes?: Readonly<Record<string, AllowanceDefinition>> | undefined;
  /** NM-08: whether updates count from the last one, or stand on a grid from the logging. */
  readonly progressUpdates?: "rolling" | "grid" | undefined;
  /**
   * NM-07: what re-opening leaves. `resume`: the remainder; `deemed-elapsed`: for an escalation,
   * nothing; `continue`: the remainder less the time while resolved; `restart`: the whole.
   */
  readonly reopened?: "resume" | "deemed-elapsed" | "continue" | "restart" | undefined;
  /** NM-11, NM-17, NM-18: whether the 72 hours are of the `clock`, or of `weekdays` alone. */
  readonly reopenWindow?: "clock" | "weekdays" | undefined;
  /**
   * NM-13, NM-14, NM-16: whether the reminders' timer is `frozen` on excluded days. Otherwise it runs
   * on, and a step that falls on an excluded day moves to the next day that is not excluded.
   */
  readonly reminders?: "frozen" | "roll-forward" | undefined;
  /** NM-15: whether the last 24 hours exclude weekends and bank holidays, or are of the `clock`. */
  readonly autoResolution?: "weekdays" | "clock" | undefined;
  /** Newer bank holidays than those shipped, or other ones. */
  readonly bankHolidays?: readonly BankHolidays[] | undefined;
}

/**
 * What the NHSmail helpdesk promises, clauses NM-01 to NM-25.
 *
 * Incident resolution: 48 core hours, Monday to Friday 07:00 to 22:00 without bank holidays, paused
 * while awaiting information from the user (NM-06 and, by inference, NM-14). Acknowledgements within
 * one working day (NM-01, NM-04); reminders and automatic resolution (NM-13 to NM-16), re-opening and
 * automatic closure (NM-11, NM-17 to NM-19), progress updates (NM-08), and when an issue may be
 * escalated (NM-06, NM-07, NM-10, NM-20, NM-21, NM-24). A clinical issue is routed to the Clinical
 * Safety Incident process at the point of receipt and has no clock (NM-09, NM-23).
 *
 * A ticket whose user confirms the resolution closes at that instant: give it to `automaticClosure` as
 * `until`. A reply to the resolution is the state `replied`, which changes nothing; the link in it is
 * the state `reopened`.
 *
 * @param options the readings to take where the documents can be read in several ways
 * @throws {DefinitionError} for an unknown option or value.
 * @example nhsmail().targets.incidentResolution.due("2026-11-20T09:00:00Z").toISO() // "2026-11-25T12:00:00.000+00:00"
 */
export function nhsmail(options: NhsmailOptions = {}): Sla<NhsmailNames> {
  return nhsmailOf(policy, options);
}

/** @internal The same function, for the policy with or without the words of its clauses. */
export function nhsmailOf(
  policy: Omit<typeof import("../../calendars/policies/nhsmail.json"), "clauses">,
  options: NhsmailOptions = {},
): Sla<NhsmailNames> {
  const { bankHolidays, minimumDataSet, resolutionTimes, ...choose } = options ?? {};
  const settings = { choose, ...(bankHolidays && { bankHolidays }) };
  // TypeScript types the words in a JSON file as plain strings; the tests check them.
  const shipped = policy as PolicyDefinition;
  if (minimumDataSet === undefined && resolutionTimes === undefined) {
    return shippedSla(shipped, settings) as Sla<NhsmailNames>;
  }
  const problems = timeProblems(resolutionTimes, Object.keys(policy.calendars));
  if (problems.length > 0) throw new DefinitionError("options of nhsmail", problems);
  const { incidentResolution } = policy.targets;
  return shippedSla(
    {
      ...policy,
      targets: {
        ...policy.targets,
        incidentResolution: {
          ...incidentResolution,
          ...(resolutionTimes && { allowance: resolutionTimes }),
        },
      },
      forms: { ...policy.forms, ...(minimumDataSet && ownDataSet(policy.forms, minimumDataSet)) },
    } as PolicyDefinition,
    settings,
  ) as Sla<NhsmailNames>;
}

/**
 * What is wrong with the given resolution times. The rest of the policy is as shipped, and the check
 * of a whole policy would be half of what a page loads.
 */
function timeProblems(times: unknown, calendars: readonly string[]): DefinitionProblem[] {
  if (times === undefined) return [];
  if (!isJsonObject(times) || Object.keys(times).length === 0) {
    const message = `${show(times)} given; expected amounts by severity, such as { "1": { "hours": 4, "calendar": "core" } }`;
    return [{ path: ["resolutionTimes"], message }];
  }
  return Object.entries(times).flatMap(([severity, amount]) => {
    const path = ["resolutionTimes", severity];
    const schema = allowanceSchemaFor(amount);
    if (!schema) {
      const message = `${show(amount)} given; expected an amount such as { "hours": 4, "calendar": "core" }`;
      return [{ path, message }];
    }
    const found = under(path, problemsIn(schema(), amount));
    const calendar = isJsonObject(amount) ? amount["calendar"] : undefined;
    if (typeof calendar !== "string" || calendars.includes(calendar)) return found;
    const message = `${show(calendar)} given; expected a calendar of the policy (${showNames(calendars)})`;
    return [...found, { path: [...path, "calendar"], message }];
  });
}

/** The form of the Minimum Data Set with the fields that were given. */
function ownDataSet(forms: typeof policy.forms, titles: readonly string[]) {
  if (!Array.isArray(titles)) {
    const message = `${show(titles)} given; expected a list of the fields in words`;
    throw new DefinitionError("options of nhsmail", [{ path: ["minimumDataSet"], message }]);
  }
  const fields = Object.fromEntries(titles.map((title) => [title, { title }]));
  return { minimumDataSet: { ...forms.minimumDataSet, fields } };
}
