import type { SlaReading } from "../../sla/reading/by-status";
import { isoOf } from "../../timeline/errors";
import { inOrder } from "../claims";
import { read, slaLaw } from "../sla-law";

/** The law that nothing is due before what made it due. */
export const causeLaws = [
  slaLaw(
    "causes",
    "nothing is due before what made it due: a warning, an escalation or a breach that an event brings comes with it",
    ({ target, tickets, forAll }) => {
      const isFromStart = target.definition.onSeverityChange === "retroactive";
      forAll(tickets, ({ events, asOf }) => {
        const instants = [...new Set(events.map(({ at }) => at))].filter((at) => at <= asOf);
        for (const at of instants) {
          const before = { events: events.filter((event) => event.at < at), asOf: at };
          const after = { events: events.filter((event) => event.at <= at), asOf: at };
          const [was, is] = [read(target, before), read(target, after)];
          // If the time while resolved counts, a re-opening brings what came to be due in it.
          if (was.stoppedAt && target.definition.onReopen === "continue") continue;
          const wasDue = dueIn(was);
          // A severity that measures a ticket from its start breaches it where it would have been breached.
          const isMeasured = was.allowance !== null && is.allowance !== null && !isFromStart;
          for (const [name, ms] of dueIn(is)) {
            if (name === BREACH && !isMeasured) continue;
            if (!wasDue.has(name)) inOrder({ "the event": at, [name]: isoOf(ms) });
          }
        }
        for (const [name, ms] of dueIn(read(target, { events, asOf }))) {
          inOrder({ [name]: isoOf(ms), asOf });
        }
      });
    },
  ),
] as const;

const BREACH = "the breach";

/** The instants of what has come to be due in a reading, by name. */
function dueIn({ warnings, escalations, breachedAt }: SlaReading): ReadonlyMap<string, number> {
  const due = new Map<string, number>();
  for (const { share, at, passed } of warnings) {
    if (passed && at) due.set(`the warning at ${share}`, at.toMillis());
  }
  for (const { id, at, passed } of escalations) {
    if (passed && at) due.set(`the escalation ${id}`, at.toMillis());
  }
  if (breachedAt) due.set(BREACH, breachedAt.toMillis());
  return due;
}
