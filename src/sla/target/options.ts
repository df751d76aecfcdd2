import { given, isAsyncIterable, isIterable } from "../../input/options";
import { describe, show, showNames } from "../../input/show";
import type { InstantLike } from "../../time/instant";
import { CoreHoursError } from "../../timeline";
import type { ChoiceOverrides } from "../clock/choices";
import { HistoryError, type HistoryEvent } from "../clock/history";
import type { ClockState } from "../clock/saved-clock";

/** The options of {@link Target.track}. */
export interface TrackOptions extends ChoiceOverrides {
  /** The instant to read the clock at; events after it have not happened yet. */
  readonly asOf: InstantLike;
  /** The ticket, for errors and for the reading. */
  readonly ticket?: string | undefined;
}

/** The options of the bulk forms. */
export type BulkOptions = Omit<TrackOptions, "ticket">;

/** The options of {@link Target.trackStream}. */
export interface StreamOptions<S extends string = string> extends BulkOptions {
  /** The states that close a ticket for good. */
  readonly closedBy?: readonly S[] | undefined;
}

/** The options of {@link Target.follow}. */
export interface FollowOptions extends ChoiceOverrides {
  /** The ticket, for errors and for readings. */
  readonly ticket?: string | undefined;
  /** What a clock of the same target saved earlier. */
  readonly from?: ClockState | undefined;
  /**
   * The ticket's events so far. They are taken if there is no `from`, or if `from` was saved before the
   * policy, the choices or the form of a saved clock changed. Otherwise they are ignored.
   */
  readonly history?: readonly HistoryEvent[] | undefined;
  /**
   * Whether to keep every event, so readings can be explained and late events can be replayed. The saved
   * clock then grows with the number of events. If omitted, the clock does as the saved clock did.
   */
  readonly keepWorking?: boolean | undefined;
}

/** The name of the ticket, if it is given. @throws {CoreHoursError} unless it is text. */
export function checkedTicket(
  options: { readonly ticket?: string | undefined } | undefined,
): string | undefined {
  const ticket: unknown = given(options).ticket;
  if (ticket === undefined || typeof ticket === "string") return ticket;
  throw new CoreHoursError(
    "option-invalid",
    `The ticket is ${describe(ticket)}; give its name as text, such as "NM-1".`,
    { option: "ticket", given: show(ticket) },
  );
}

/** The states that close tickets. @throws {CoreHoursError} unless all are states of the policy. */
export function closingStates(
  closedBy: readonly string[],
  states: ReadonlySet<string>,
): ReadonlySet<string> {
  if (Array.isArray(closedBy) && areAll(closedBy, states)) return new Set(closedBy);
  throw new CoreHoursError(
    "option-invalid",
    `${show(closedBy)} is not a list of states of the policy; it has ${showNames(states)}.`,
    { option: "closedBy", given: show(closedBy) },
  );
}

/** Refuses anything but a stream of events. @throws {HistoryError} */
export function checkStream(events: unknown): void {
  if (isIterable(events) || isAsyncIterable(events)) return;
  throw new HistoryError(
    "histories-invalid",
    `A stream of events was expected, not ${describe(events)}; give a list or an async iterable of { ticket, at, state }.`,
    { given: show(events) },
  );
}

/** Refuses to keep the working of a clock that was saved without it. */
export function workingNotKept(): HistoryError {
  return new HistoryError(
    "working-not-kept",
    "The saved clock did not keep its working, so a clock that keeps it cannot go on from it; give the ticket's events with it, as follow({ from, history, keepWorking: true }).",
  );
}

/** Whether a set has every item of a list. A hole in the list fails, although `every` would skip it. */
function areAll(list: readonly string[], set: ReadonlySet<string>): boolean {
  for (const item of list) {
    if (!set.has(item)) return false;
  }
  return true;
}
