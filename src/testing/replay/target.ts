import { AGREED } from "../../sla/allowance/definition";
import { CHOICE_NAMES } from "../../sla/clock/choices";
import type { Sla } from "../../sla/sla";
import { promisesOf } from "../../sla/target/definition";
import type { Target } from "../../sla/target/target";
import { plainCalendar } from "./calendar";
import { choicesOf } from "./count";
import { type ReplayedTarget, withUnmet } from "./history";
import { measureOf } from "./measure";

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
export function plainTarget(sla: Sla, { definition: own }: Target): ReplayedTarget | null {
  if (!Object.keys(own).every((key) => KNOWN.includes(key))) return null;
  // A promise that is an agreed date alone is tried by hand.
  if (promisesOf(own).some(({ allowance }) => allowance === AGREED)) return null;
  const all = Object.entries(sla.calendars);
  const policy = sla.toJSON();
  const definition = withUnmet(own);
  const calendars = Object.fromEntries(
    all.map(([name, calendar]) => [name, plainCalendar(calendar.toJSON())]),
  );
  const timeZone = policy.timeZone ?? all[0]?.[1].timeZone ?? DEFAULT_ZONE;
  const { tie } = choicesOf({ definition });
  return {
    definition,
    derive: policy.derive ?? null,
    when: own.when ?? null,
    calendars,
    measure: (allowance, startMs) => measureOf(allowance, startMs, { calendars, timeZone, tie }),
    measureBeside: (allowance, startMs) =>
      measureOf(allowance, startMs, { calendars, timeZone, tie: "close" }),
  };
}
