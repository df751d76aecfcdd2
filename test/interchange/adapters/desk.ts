import { defineSla, type HistoryEvent } from "../../../src";
import jiraIssue from "../../data/audit-logs/jira-issue.json";
import serviceNowAudit from "../../data/audit-logs/service-now-audit.json";
import zendeskAudits from "../../data/audit-logs/zendesk-audits.json";

/** Tickets in the formats of three systems, written by hand after the documentation of each. */

export { jiraIssue, serviceNowAudit, zendeskAudits };

/** A desk of London, Mondays to Fridays from nine to five: 4 hours for severity 1, 8 for severity 2. */
const desk = defineSla({
  id: "desk",
  calendars: {
    office: {
      timeZone: "Europe/London",
      hours: { weekdays: ["09:00-17:00"] },
      bankHolidays: "england-and-wales",
    },
  },
  severities: ["1", "2"],
  targets: {
    fix: {
      allowance: { "1": { hours: 4, calendar: "office" }, "2": { hours: 8, calendar: "office" } },
      runs: ["new", "in-progress"],
      pauses: ["waiting"],
      stops: ["resolved", "closed"],
    },
  },
});

/** What a reading says, in minutes, of events that an adapter gave. */
export function fixOf(events: readonly HistoryEvent[], asOf: string) {
  const reading = desk.targets.fix.track(events, { asOf });
  return {
    status: reading.status,
    severity: reading.severity,
    startedAt: reading.startedAt?.toUTC().toISO(),
    stoppedAt: reading.stoppedAt?.toUTC().toISO(),
    breachedAt: reading.breachedAt?.toUTC().toISO(),
    elapsed: reading.elapsed.as("minutes"),
    pausedFor: reading.pausedFor.as("minutes"),
    percent: reading.percentElapsed,
  };
}

/** Events with instants as one reads them. */
export function written(events: readonly HistoryEvent[]) {
  return events.map(({ at, ...rest }) => ({ at: new Date(Number(at)).toISOString(), ...rest }));
}
