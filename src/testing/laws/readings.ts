import type { DateTime } from "luxon";
import type { SlaReading } from "../../sla/reading/by-status";
import { isoOf } from "../../timeline/errors";
import { Amount } from "../amounts";
import type { Iso } from "../ask";
import { inOrder, is, same } from "../claims";
import { read, slaLaw } from "../sla-law";
import { numberOf, unitOf } from "./reading-numbers";

/** Laws about one reading: its parts agree. */
export const readingLaws = [
  slaLaw(
    "amounts",
    "elapsed and remaining make up the allowance, and once it is breached the overrun on top",
    ({ target, tickets, forAll }) => {
      forAll(tickets, (ticket) => {
        const reading = read(target, ticket);
        const amounts = amountsOf(reading);
        const unit = unitOf(reading);
        const told = (amount: number) => new Amount(amount, unit);
        for (const [name, amount] of Object.entries(amounts))
          inOrder({ nothing: told(0), [name]: told(amount) });
        const { allowance, elapsed, remaining, overrun } = amounts;
        if (reading.allowance === null) return; // Nothing is promised, or the promise is unknown.
        same({
          "elapsed + remaining": told(elapsed + remaining),
          "allowance + overrun": told(allowance + overrun),
        });
        if (overrun > 0) is("breached, if there is an overrun", reading.breached, true);
        const share = (elapsed / allowance) * 100;
        if (allowance > 0) is("percentElapsed", reading.percentElapsed, share);
      });
    },
  ),

  slaLaw(
    "status",
    "the status is one of the seven, and follows from when it started, breached, paused and stopped",
    ({ target, tickets, forAll }) => {
      forAll(tickets, (ticket) => {
        const reading = read(target, ticket);
        same({ breached: reading.breached, "breachedAt is told": reading.breachedAt !== null });
        const { status } = reading;
        if (status === "not-applicable") same({ allowance: reading.allowance, nothing: null });
        else if (status !== "cancelled") is("status", reading.status, statusOf(reading));
        // An agreed date does not wait for a pause to end.
        if (reading.paused && reading.agreedDate === null) {
          same({ "dueAt of what is paused": reading.dueAt, breachedAt: reading.breachedAt });
        }
        if (reading.startedAt === null)
          is("originalDueAt of what has not started", reading.originalDueAt, null);
      });
    },
  ),

  slaLaw(
    "instants",
    "started, breached, stopped and read come in this order, and what is not breached is not late",
    ({ target, tickets, forAll }) => {
      forAll(tickets, (ticket) => {
        const reading = read(target, ticket);
        const { status, breached, dueAt, projectedDueAt } = reading;
        const happened = told({
          startedAt: reading.startedAt,
          breachedAt: reading.breachedAt,
          stoppedAt: reading.stoppedAt,
          asOf: reading.asOf,
        });
        inOrder(happened);
        inOrder(told({ startedAt: reading.startedAt, originalDueAt: reading.originalDueAt }));
        if (status === "met") inOrder(told({ stoppedAt: reading.stoppedAt, dueAt }));
        // Pauses that push on a due instant may end after it, for no working time has passed in them.
        const mayEndLate = reading.paused && target.definition.dayPauses === "push";
        const isLive = status === "running" || (status === "paused" && !mayEndLate);
        if (isLive && !breached) inOrder(told({ asOf: reading.asOf, projectedDueAt }));
      });
    },
  ),

  slaLaw(
    "segments",
    "segments tile the time from the first event to asOf, and what they counted is what has elapsed",
    ({ target, tickets, forAll }) => {
      forAll(tickets, (ticket) => {
        const reading = read(target, ticket);
        const { segments, cycles } = reading;
        const first = ticket.events.map(({ at }) => at).sort()[0] ?? ticket.asOf;
        let end = first < ticket.asOf ? first : ticket.asOf;
        for (const { from, to } of segments) {
          same({ "the end of the last segment": end, "the start of the next": iso(from) });
          is("a segment has a length", from < to, true);
          end = iso(to);
        }
        same({ "the end of the last segment": end, asOf: ticket.asOf });
        for (const [i, cycle] of cycles.entries()) {
          const counted = segments.filter((segment) => segment.cycle === i);
          const sum = counted.reduce((total, segment) => total + numberOf(segment.counted), 0);
          same({
            "counted by the segments of the cycle": new Amount(sum, unitOf(cycle)),
            elapsed: cycle.elapsed,
          });
        }
        const last = cycles.at(-1);
        if (last) same({ "elapsed, of the last cycle": last.elapsed, elapsed: reading.elapsed });
      });
    },
  ),
] as const;

/** The lengths of a reading, all in the unit of its allowance. */
function amountsOf({ allowance, elapsed, remaining, overrun, pausedFor }: SlaReading) {
  return {
    allowance: allowance ? numberOf(allowance) : 0,
    elapsed: numberOf(elapsed),
    remaining: remaining ? numberOf(remaining) : 0,
    overrun: numberOf(overrun),
    pausedFor: numberOf(pausedFor),
  };
}

function statusOf({ startedAt, breached, stoppedAt, paused }: SlaReading): string {
  if (startedAt === null) return "pending";
  if (breached) return "breached";
  if (stoppedAt !== null) return "met";
  return paused ? "paused" : "running";
}

/** The given instants, without those that are missing. */
function told(instants: Readonly<Record<string, DateTime | null>>): Readonly<Record<string, Iso>> {
  const known = Object.entries(instants).flatMap(([name, at]) => (at ? [[name, iso(at)]] : []));
  return Object.fromEntries(known);
}

function iso(at: DateTime): Iso {
  return isoOf(at.toMillis());
}
