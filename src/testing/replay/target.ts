import type { Sla } from "../../sla/sla";
import type { Target } from "../../sla/target/target";
import { plainCalendar } from "./calendar";
import type { PlainTarget } from "./count";

/** The keys of a target that the replay knows, or may ignore. */
const KNOWN = [
  "title",
  "clause",
  "allowance",
  "runs",
  "pauses",
  "stops",
  "cancels",
  "warnAt",
  "escalations",
  "agreedDates",
  "tie",
  "atDue",
  "onSeverityChange",
  "onReopen",
];

/** The zone of civil days of a policy that has no calendar and names no zone. */
const DEFAULT_ZONE = "Europe/London";

/** A target as its definition says it; null if it makes a choice that the replay does not know. */
export function plainTarget(sla: Sla, { definition }: Target): PlainTarget | null {
  // A late re-opening that is treated like any other changes no number.
  const known =
    definition.onLateReopen === "go-on" ? [...KNOWN, "reopenWithin", "onLateReopen"] : KNOWN;
  if (!Object.keys(definition).every((key) => known.includes(key))) return null;
  const calendars = Object.entries(sla.calendars);
  const [first] = calendars;
  return {
    definition,
    calendars: Object.fromEntries(
      calendars.map(([name, calendar]) => [name, plainCalendar(calendar.toJSON())]),
    ),
    timeZone: sla.toJSON().timeZone ?? first?.[1].timeZone ?? DEFAULT_ZONE,
  };
}
