import { DateTime } from "luxon";
import { checkKeys, given } from "../input/options";
import type { Sla } from "../sla";
import { checkSlaGiven, targetNamed } from "../sla/given-sla";
import { type InstantLike, toEpochMs } from "../time/instant";
import type { NhsLoginNames } from "./nhs-login";

/** What the fix of a problem depends on. */
export interface ProblemFixOptions {
  /** The severity of the incident that was recorded as a problem. */
  readonly severity: string;
  /** The release that was agreed for the fix, if there is one. */
  readonly agreedReleaseAt?: InstantLike | undefined;
}

/**
 * When the fix of a problem is due (NL-PRB1 to NL-PRB5). Without an agreed release, it is due at the
 * end of the working days. With one, the option `problemRelease` decides.
 *
 * @param sla from `nhsLogin`, with its option `problemRelease`
 * @param recordedAt when the problem was recorded
 * @throws {HistoryError} for an unknown severity, or none.
 * @throws {CoreHoursError} `not-an-sla` if it is not a policy; `target-unknown` if it is another service's.
 * @example
 * const recordedAt = "2026-11-20T10:00:00Z";
 * const agreed = { severity: "1", agreedReleaseAt: "2027-01-18T09:00:00Z" };
 * nhsLoginProblemFixDue(nhsLogin(), recordedAt, { severity: "1" }).toISO(); // "2027-01-07T00:00:00.000+00:00"
 * nhsLoginProblemFixDue(nhsLogin(), recordedAt, agreed).toISO(); // "2027-01-18T09:00:00.000+00:00"
 */
export function nhsLoginProblemFixDue(
  sla: Sla<NhsLoginNames>,
  recordedAt: InstantLike,
  options: ProblemFixOptions,
): DateTime {
  checkSlaGiven(sla, "nhsLoginProblemFixDue");
  const { severity, agreedReleaseAt } = given(options, '{ severity: "1" }');
  checkKeys(options, ["severity", "agreedReleaseAt"], "nhsLoginProblemFixDue");
  const countedAt = targetNamed(sla, "problemFix").due(recordedAt, { severity });
  if (agreedReleaseAt === undefined) return countedAt;
  const releaseAt = DateTime.fromMillis(toEpochMs(agreedReleaseAt), { zone: countedAt.zone });
  switch (sla.chosen["problemRelease"]) {
    case "earlier":
      return DateTime.min(countedAt, releaseAt);
    case "later":
      return DateTime.max(countedAt, releaseAt);
    default:
      return releaseAt;
  }
}
