import { describe } from "vitest";
import { deskTarget, mon, tue } from "../../reference/desk";
import { untyped, wordForWord } from "../../reference/refusals";

/**
 * Every error of the layer, word for word. A person has nothing to go by but what was given, what was
 * expected and what to do, so these tests fail on any change to them.
 */

const graded = deskTarget(
  { allowance: { "1": { hours: 4, calendar: "office" }, "2": { hours: 8, calendar: "office" } } },
  { severities: ["1", "2", "3"] },
);
const plain = deskTarget({ allowance: { hours: 4, calendar: "office" } });
const open = { at: mon("09:00"), state: "open", severity: "1" };

const asOf = tue("12:00");
const STATES = [...plain.states].map((state) => `"${state}"`).join(", ");

describe("an invalid history", () => {
  const track = (events: unknown) =>
    untyped((events) => graded.track(events, { asOf, ticket: "INC1" }), events);
  wordForWord([
    [
      "no list",
      track({}),
      "history-invalid",
      "Ticket INC1: a list of events was expected, not the object {}.",
      { ticket: "INC1" },
    ],
    [
      "no event",
      track([open, null]),
      "event-invalid",
      "Ticket INC1, event 1: expected { at, state, severity }, not null.",
      { ticket: "INC1", index: 1 },
    ],
    [
      "a hole",
      track(Object.assign([open], { 2: open })),
      "event-invalid",
      "Ticket INC1, event 1: expected { at, state, severity }, not undefined.",
      { ticket: "INC1", index: 1 },
    ],
    [
      "an event that is text",
      track(["open"]),
      "event-invalid",
      'Ticket INC1, event 0: expected { at, state, severity }, not the text "open".',
      { ticket: "INC1", index: 0 },
    ],
    [
      "an unknown state",
      track([{ ...open, state: "opened" }]),
      "state-unknown",
      `Ticket INC1, event 0: unknown state "opened"; the policy has ${STATES}. Add it to the policy, or map it to one of those.`,
      { ticket: "INC1", index: 0, given: "opened", atMs: Date.parse(open.at) },
    ],
    [
      "an unknown severity",
      track([{ ...open, severity: "9" }]),
      "severity-unknown",
      'Ticket INC1, event 0: unknown severity "9"; the policy has "1", "2", "3".',
      { ticket: "INC1", index: 0, given: "9", atMs: Date.parse(open.at) },
    ],
    [
      "a severity that is a number",
      track([{ ...open, severity: 1 }]),
      "severity-unknown",
      'Ticket INC1, event 0: the severity is the number 1; give text, one of "1", "2", "3".',
      { ticket: "INC1", index: 0, given: 1 },
    ],
    [
      "a severity that is a number, where any word will do",
      untyped((events) => plain.track(events, { asOf }), [{ ...open, severity: 1 }]),
      "severity-unknown",
      'The history, event 0: the severity is the number 1; give text, such as "1".',
      { index: 0, given: 1 },
    ],
    [
      "a severity without an allowance",
      track([{ ...open, severity: "3" }]),
      "severity-without-allowance",
      'Ticket INC1, event 0: severity "3" has no allowance; there are allowances for "1", "2".',
      { ticket: "INC1", index: 0, given: "3", atMs: Date.parse(open.at) },
    ],
    [
      "an instant without an offset",
      track([{ ...open, at: "2026-11-16T09:00" }]),
      "event-instant-invalid",
      'Ticket INC1, event 0: "2026-11-16T09:00" is not an instant: it names no offset. End it with "Z" or an offset such as "+01:00", or read it as wall time in the calendar\'s zone with calendar.at(text).',
      { ticket: "INC1", index: 0, given: '"2026-11-16T09:00"' },
    ],
  ]);
});
