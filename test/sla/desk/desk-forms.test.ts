import { describe, expect, it } from "vitest";
import { mon, tue } from "../../reference/desk";
import { untyped, wordForWord } from "../../reference/refusals";
import { desk, opened } from "./helpdesk";

describe("a desk takes only the options of each form", () => {
  const history = opened(mon("09:00"), { customer: "A" });
  const from = desk.follow({ history }).save();
  const all = { onReopen: "resume", targets: ["fix"] };
  const asOf = tue("09:00");

  it.each<[string, (given: never) => unknown, object]>([
    ["track", (given) => desk.track(history, given), { ...all, asOf, ticket: "T" }],
    ["trackMany", (given) => desk.trackMany([], given), { ...all, asOf }],
    ["trackStream", (given) => desk.trackStream([], given), { ...all, asOf, closedBy: ["done"] }],
    ["follow", (given) => desk.follow(given), { ...all, ticket: "T", history, keepWorking: true }],
    ["follow, from what was saved", (given) => desk.follow(given), { from, ticket: "T" }],
  ])("of %s", (_, act, options) => {
    expect(untyped(act, options)).not.toThrow();
  });

  wordForWord([
    [
      "and names track",
      untyped((given) => desk.track(history, given), { asOf, tickets: "T" }),
      "option-unknown",
      '"tickets" is not an option of track; did you mean "ticket"?',
      { option: "tickets", meant: "ticket" },
    ],
    [
      "and names trackMany",
      untyped((given) => desk.trackMany([], given), { asOf, target: ["fix"] }),
      "option-unknown",
      '"target" is not an option of trackMany; did you mean "targets"?',
    ],
    [
      "and names trackStream",
      untyped((given) => desk.trackStream([], given), { asOf, closeBy: ["done"] }),
      "option-unknown",
      '"closeBy" is not an option of trackStream; did you mean "closedBy"?',
    ],
    [
      "and names follow",
      untyped((given) => desk.follow(given), { keepsWorking: true }),
      "option-unknown",
      '"keepsWorking" is not an option of follow; did you mean "keepWorking"?',
    ],
  ]);
});

describe("a desk is given histories as a list", () => {
  const EXPECTED =
    "give a desk a list of { ticket, events }, since columns have no place for fields.";
  const many = (histories: unknown) =>
    untyped((given) => desk.trackMany(given, { asOf: 0 }), histories);
  wordForWord([
    [
      "and not as null",
      many(null),
      "histories-invalid",
      `Histories were expected, not null; ${EXPECTED}`,
      { given: "null" },
    ],
    [
      "and not as text",
      many("T"),
      "histories-invalid",
      `Histories were expected, not the text "T"; ${EXPECTED}`,
      { given: '"T"' },
    ],
    [
      "and not as a number, for a stream",
      untyped((given) => desk.trackStream(given, { asOf: 0 }), 5),
      "histories-invalid",
      "A stream of events was expected, not the number 5; give a list or an async iterable of { ticket, at, state }.",
      { given: "5" },
    ],
    [
      "with states of its policies as those that close",
      untyped((closedBy) => desk.trackStream([], { asOf: 0, closedBy }), ["shut"]),
      "option-invalid",
      '["shut"] is not a list of states of the policy; it has open, waiting, done.',
      { option: "closedBy", given: '["shut"]' },
    ],
  ]);
});
