import type { TicketLog } from "../../tickets/log/ticket-log";
import type { ReportRow } from "../../tickets/verdicts/row";

/** Tells a target apart from targets of other policies with the same name. */
export function targetKey({ policy, target }: Pick<ReportRow, "policy" | "target">): string {
  return `${policy}/${target}`;
}

/** The title of each target by its key; the policy is added if there are several. */
export function targetTitles(log: TicketLog): Map<string, string> {
  const policies = [...log.policies()];
  const titles = policies.flatMap(({ id: policy, sla, targets }) =>
    targets.map(({ id, title }): [string, string] => [
      targetKey({ policy, target: id }),
      policies.length > 1 ? `${sla.title}: ${title}` : title,
    ]),
  );
  return new Map(titles);
}
