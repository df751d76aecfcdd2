import { defineSla, nhsLogin, nhsmail, type SlaReading } from "../../src/index";
import { ticketPicture } from "../../src/picture/ticket/picture";

const sla = nhsmail();
const target = sla.targets.incidentResolution;
/** Mon-Fri 07:00-22:00. */
export const CORE = sla.calendars["core"] ?? null;
/** Mon-Fri 08:00-18:00. */
export const SUPPORT = nhsLogin().calendars["support"] ?? null;

/** An NHSmail incident, whose clock takes 48 core hours. */
export function incident(history: readonly string[], asOf: string, ticket = "NM-1"): SlaReading {
  return target.track(events(history), { asOf, ticket });
}

/** The same, where each re-opening begins a new cycle. */
export function incidentInCycles(history: readonly string[], asOf: string): SlaReading {
  return target.track(events(history), { asOf, onReopen: "new-cycle" });
}

/** Events written as `instant state`. */
export function events(history: readonly string[]) {
  return history.map((event) => {
    const [at = "", state = ""] = event.split(" ");
    return { at, state };
  });
}

const AS_OF = "2027-04-05T12:00:00+01:00";

/** Tickets of every status, over every kind of life. */
export const READINGS = {
  /** Over Christmas: Wed 7 h, Thu 15 (22), Tue 15 (37), Wed 11: due Wed 30 at 18:00. */
  breached: incident(
    ["2026-12-23T15:00Z new", "2026-12-23T15:45Z in-progress", "2026-12-31T09:00Z resolved"],
    AS_OF,
  ),
  met: incident(["2026-11-02T09:00Z new", "2026-11-05T12:00Z resolved"], AS_OF),
  paused: incident(
    ["2027-03-30T09:00+01:00 new", "2027-04-01T10:00+01:00 awaiting-user-info"],
    AS_OF,
  ),
  running: incident(["2027-04-01T12:00+01:00 new"], AS_OF),
  pending: incident([], AS_OF),
  "never started": incident(["2027-04-01T12:00+01:00 resolved"], AS_OF),
  cancelled: incident(["2027-03-03T10:00Z new", "2027-03-03T11:30Z cancelled"], AS_OF),
  "re-opened": incident(
    ["2027-02-15T10:00Z new", "2027-02-16T21:00Z resolved", "2027-02-18T09:00Z in-progress"],
    "2027-02-19T12:00Z",
  ),
  "two hours": incident(["2026-11-04T10:05Z new", "2026-11-04T12:08Z resolved"], AS_OF),
  "an instant": incident(["2026-11-04T10:05Z new", "2026-11-04T10:05Z resolved"], AS_OF),
  "two months": incident(["2026-11-19T13:00Z new"], "2027-01-15T12:00Z"),
  "two years": incident(["2026-11-19T13:00Z new"], "2028-11-15T12:00Z"),
  "thirty years": incident(["2004-01-17T10:00Z new"], "2037-01-02T10:00Z"),
} as const;

export const picture = (reading: SlaReading) => ticketPicture({ reading, calendar: CORE });

/** Ten working days, and six months. */
export const COMPLAINTS = defineSla({
  id: "complaints",
  calendars: { core: "nhsmail-core" },
  targets: {
    answer: {
      allowance: { workingDays: 10, calendar: "core" },
      runs: ["new"],
      pauses: ["waiting"],
      stops: ["done"],
    },
    closure: { allowance: { months: 6 }, runs: ["new"], stops: ["done"] },
  },
});
