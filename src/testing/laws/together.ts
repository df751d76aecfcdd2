import { ownError } from "../../input/own-error";
import { defineDesk } from "../../sla/define-desk";
import type { SlaReading } from "../../sla/reading/by-status";
import type { Sla } from "../../sla/sla";
import type { SlaClockState } from "../../sla/target/saved-sla";
import type { ExampleTicket } from "../arbitraries/tickets";
import { alike, is } from "../claims";
import { read, slaLaw } from "../sla-law";
import { ofNumbers, ofReading, type ReadingNumbers } from "./reading-numbers";

/** Laws about asking a whole policy, a desk of policies, or all that a ticket has begun. */
export const togetherLaws = [
  slaLaw(
    "together",
    "a policy asked as a whole, once, in bulk or event by event, says what each target says alone",
    ({ sla, target, tickets, forAll }) => {
      const { id } = target;
      const targets = [id];
      forAll(tickets, (ticket) => {
        const history = { ticket: "example", events: ticket.events };
        const options = { asOf: ticket.asOf, targets };
        const [listed] = [...sla.trackMany([history], options)];
        const followed = eventByEvent(ticket, (from?: SlaClockState) =>
          sla.follow({ targets, from }),
        );
        const reading = ofReading(read(target, ticket));
        alike({
          "from the target": reading,
          "from track": numbersOf(sla.track(ticket.events, options)[id]),
          "from trackMany": listed?.error === null ? ofNumbers(listed) : {},
          "from follow": numbersOf(followed.read(ticket.asOf)[id]),
        });
        const all = allTogether(sla, ticket);
        if (all === undefined) return;
        alike({
          "from the target": reading,
          "from track of all targets": numbersOf(all[id]),
        });
      });
    },
  ),

  slaLaw(
    "desk",
    "a desk of one policy says what the policy says",
    ({ sla, target, tickets, forAll }) => {
      const desk = defineDesk({ policies: [{ policy: sla }] });
      forAll(tickets, (ticket) => {
        const history = { ticket: "example", events: ticket.events };
        const { asOf } = ticket;
        const listed = [...desk.trackMany([history], { asOf })];
        const result = listed.find((each) => each.target === target.id);
        alike({
          "from the target": ofReading(read(target, ticket)),
          "from trackMany of the desk": result?.error === null ? ofNumbers(result) : {},
        });
      });
    },
  ),

  slaLaw(
    "obligations",
    "the obligations of a ticket have what its target says, if it is asked alone",
    ({ sla, target, tickets, forAll }) => {
      forAll(tickets, (ticket) => {
        const reading = read(target, ticket);
        const { startedAt, status, dueAt, breached, stoppedAt, nextChange } = reading;
        const all = sla.obligations(ticket.events, { asOf: ticket.asOf, targets: [target.id] });
        const found = all.find(({ kind, name }) => kind === "target" && name === target.id);
        const isBegun = startedAt !== null && status !== "not-applicable";
        is("whether an obligation names the target", found !== undefined, isBegun);
        if (!found) return;
        alike({
          "from the target": {
            dueAt,
            late: breached,
            doneAt: status === "cancelled" ? null : stoppedAt,
            nextChangeAt: nextChange?.at ?? null,
          },
          "from obligations": {
            dueAt: found.dueAt,
            late: found.late,
            doneAt: found.doneAt,
            nextChangeAt: found.nextChange?.at ?? null,
          },
        });
      });
    },
  ),
] as const;

/** The readings of all targets; undefined if one of the others refuses the ticket. */
function allTogether(sla: Sla, { events, asOf }: ExampleTicket) {
  try {
    return sla.track(events, { asOf });
  } catch (error) {
    ownError(error);
    return undefined;
  }
}

function numbersOf(reading: SlaReading | undefined): ReadingNumbers {
  return reading ? ofReading(reading) : {};
}

interface Followed<S> {
  readonly take: (event: ExampleTicket["events"][number]) => void;
  readonly save: () => S;
}

/** A clock that has taken the events of a ticket until it is read, saved and restored before each. */
function eventByEvent<S, C extends Followed<S>>(
  { events, asOf }: ExampleTicket,
  follow: (from?: S) => C,
): C {
  let clock = follow();
  const happened = events.filter(({ at }) => at <= asOf);
  for (const event of [...happened].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    clock.take(event);
    clock = follow(JSON.parse(JSON.stringify(clock.save())) as S); // It is JSON, as it was saved.
  }
  return clock;
}
