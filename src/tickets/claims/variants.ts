import { CoreHoursError, defineSla, type NumericReading, type Target } from "../../index";
import type { Policy } from "../log/policies";
import type { TicketHistory } from "../log/ticket-log";
import { eventsFor } from "../verdicts/on-hold";
import { changedCalendar } from "./definitions";
import type { OtherReading } from "./other-readings";

/** A verdict by some reading, in plain numbers. */
export interface Outcome {
  readonly breached: boolean;
  readonly dueMs: number | null;
  readonly stoppedMs: number | null;
  readonly unit: NumericReading["unit"];
  readonly elapsed: number;
  readonly allowance: number | null;
}

/** A target read in one or two other ways at once. */
export interface Variant {
  readonly readings: readonly OtherReading[];
  /** The outcome of each ticket. A ticket is absent if the reading makes no difference to it or cannot judge it. */
  readonly outcomes: (
    histories: readonly TicketHistory[],
    asOfMs: number,
  ) => ReadonlyMap<string, Outcome>;
}

/** A target of a policy read in another way; null if that makes no difference to it, or is impossible. */
export function variantOf(
  policy: Policy,
  target: Target,
  readings: readonly OtherReading[],
): Variant | null {
  const other = otherTarget(policy, target, readings);
  if (!other) return null;
  const change = readings.flatMap(({ events }) => (events ? [events] : []));
  const rounding = readings.find((each) => each.rounding)?.rounding;
  return {
    readings,
    outcomes: (histories, asOfMs) => {
      const given = histories.flatMap((history) => {
        let events = eventsFor(other, history, asOfMs).events;
        for (const each of change) {
          const changed = each(events, other);
          if (!changed) return [];
          events = changed;
        }
        return [{ ticket: history.ticket, events }];
      });
      const found = new Map<string, Outcome>();
      for (const result of other.trackMany(given, { asOf: asOfMs })) {
        if (result.error === null) found.set(result.ticket, rounded(outcomeOf(result), rounding));
      }
      return found;
    },
  };
}

function otherTarget(
  policy: Policy,
  target: Target,
  readings: readonly OtherReading[],
): Target | null {
  let { clause, clausesFor, ...definition } = target.definition;
  for (const { target: change } of readings) {
    const changed = change ? change(definition) : definition;
    if (!changed) return null;
    definition = changed;
  }
  const calendars = Object.fromEntries(
    Object.entries(policy.sla.calendars).map(([name, { definition: own }]) => [
      name,
      readings.reduce(
        (hours, { calendar }) => (calendar ? changedCalendar(hours, calendar) : hours),
        own,
      ),
    ]),
  );
  try {
    const sla = defineSla({
      id: policy.id,
      calendars,
      ...(target.severities && { severities: [...target.severities] }),
      targets: { [target.id]: definition },
    });
    return Object.values<Target>(sla.targets)[0] ?? null;
  } catch (error) {
    // Another reading may make no sense for a policy, for example with hours that it does not have.
    if (error instanceof CoreHoursError) return null;
    throw error;
  }
}

function outcomeOf(reading: NumericReading): Outcome {
  return {
    breached: reading.breached,
    dueMs: reading.dueAtMs,
    stoppedMs: reading.stoppedAtMs,
    unit: reading.unit,
    elapsed: reading.elapsed,
    allowance: reading.allowance,
  };
}

function rounded(outcome: Outcome, rounding: OtherReading["rounding"]): Outcome {
  if (!rounding || outcome.unit === "days") return outcome;
  const elapsed = Math[rounding.how](outcome.elapsed / rounding.stepMs) * rounding.stepMs;
  const { allowance } = outcome;
  return { ...outcome, elapsed, breached: allowance !== null && elapsed > allowance };
}
