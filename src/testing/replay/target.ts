import { AGREED } from "../../sla/allowance/definition";
import { CHOICE_NAMES } from "../../sla/clock/choices";
import type { Sla } from "../../sla/sla";
import { promisesOf } from "../../sla/target/definition";
import type { Target } from "../../sla/target/target";
import { plainCalendar } from "./calendar";
import type { PlainTarget } from "./count";
import { withUnmet } from "./history";

/** The keys of a target that the replay knows, or may ignore. */
const KNOWN: readonly string[] = [
  "title",
  "clause",
  "allowance",
  "runs",
  "pauses",
  "stops",
  "cancels",
  "warnAt",
  "escalations",
  "when",
  "clausesFor",
  "reopenWithin",
  "pauseLimit",
  ...CHOICE_NAMES,
];

/** The zone of civil days of a policy that has no calendar and names no zone. */
const DEFAULT_ZONE = "Europe/London";

/** A target as its definition says it; null if it makes a choice that the replay does not know. */
export function plainTarget(sla: Sla, { definition }: Target): PlainTarget | null {
  if (!Object.keys(definition).every((key) => KNOWN.includes(key))) return null;
  // A promise that is an agreed date alone is tried by hand.
  if (promisesOf(definition).some(({ allowance }) => allowance === AGREED)) return null;
  const calendars = Object.entries(sla.calendars);
  const [first] = calendars;
  const policy = sla.toJSON();
  return {
    definition: withUnmet(definition),
    derive: policy.derive ?? null,
    when: definition.when ?? null,
    calendars: Object.fromEntries(
      calendars.map(([name, calendar]) => [name, plainCalendar(calendar.toJSON())]),
    ),
    timeZone: policy.timeZone ?? first?.[1].timeZone ?? DEFAULT_ZONE,
  };
}
