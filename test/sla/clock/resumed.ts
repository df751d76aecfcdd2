import type { HistoryEvent, Target, TicketClock } from "../../../src/index";

/** A clock of a target that has taken some events, saved as JSON and gone on from after each of them. */
export function resumed(
  target: Pick<Target, "follow">,
  events: readonly HistoryEvent[],
): TicketClock {
  let clock = target.follow();
  for (const event of events) {
    clock.take(event);
    clock = target.follow({ from: JSON.parse(JSON.stringify(clock.save())) });
  }
  return clock;
}
