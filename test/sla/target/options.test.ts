import { describe, expect, it } from "vitest";
import { deskTarget, mon } from "../../reference/desk";
import { refusal, untyped, wordForWord } from "../../reference/refusals";

const target = deskTarget({ allowance: { hours: 4, calendar: "office" } });
const history = [{ at: mon("09:00"), state: "open" }];

describe("the options of a target's forms", () => {
  const ask = (options: object) => untyped((given) => target.track(history, given), options);
  const stream = (events: unknown, options: object = {}) =>
    untyped((given) => target.trackStream(given, { asOf: 0, ...options }), events);

  wordForWord([
    [
      "name a ticket as text",
      ask({ asOf: 0, ticket: 5 }),
      "option-invalid",
      'The ticket is the number 5; give its name as text, such as "NM-1".',
      { option: "ticket", given: "5" },
    ],
    [
      "name a ticket as text, for a clock",
      untyped((given) => target.follow(given), { ticket: null }),
      "option-invalid",
      'The ticket is null; give its name as text, such as "NM-1".',
      { option: "ticket", given: "null" },
    ],
    [
      "close tickets by a list of states",
      stream([], { closedBy: "done" }),
      "option-invalid",
      '"done" is not a list of states of the policy; it has open, waiting, done, void.',
      { option: "closedBy", given: '"done"' },
    ],
    [
      "close tickets by states without a hole",
      stream([], { closedBy: Object.assign(["done"], { 2: "void" }) }),
      "option-invalid",
      '["done",null,"void"] is not a list of states of the policy; it has open, waiting, done, void.',
    ],
    [
      "close tickets by states of the policy",
      stream([], { closedBy: ["done", "shut"] }),
      "option-invalid",
      '["done","shut"] is not a list of states of the policy; it has open, waiting, done, void.',
    ],
    [
      "come with a stream",
      stream({ ticket: "T" }),
      "histories-invalid",
      'A stream of events was expected, not the object {"ticket":"T"}; give a list or an async iterable of { ticket, at, state }.',
      { given: '{"ticket":"T"}' },
    ],
    [
      "come with a stream that is not text",
      stream("events"),
      "histories-invalid",
      'A stream of events was expected, not the text "events"; give a list or an async iterable of { ticket, at, state }.',
    ],
    [
      "of track",
      ask({ asOf: 0, asOff: 1 }),
      "option-unknown",
      '"asOff" is not an option of track; did you mean "asOf"?',
    ],
    [
      "of due",
      untyped((given) => target.due(0, given), { severty: "1" }),
      "option-unknown",
      '"severty" is not an option of due; did you mean "severity"?',
    ],
    [
      "of follow",
      untyped((given) => target.follow(given), { form: {} }),
      "option-unknown",
      '"form" is not an option of follow; did you mean "from"?',
    ],
    [
      "of trackMany, which closes no ticket",
      untyped((given) => target.trackMany([], given), { asOf: 0, closedBy: ["done"] }),
      "option-unknown",
      expect.stringContaining('"closedBy" is not an option of trackMany; ') as unknown as string,
    ],
    [
      "of trackStream",
      stream([], { closeBy: ["done"] }),
      "option-unknown",
      '"closeBy" is not an option of trackStream; did you mean "closedBy"?',
    ],
    [
      "of take",
      () => target.follow().take({ at: 0 }, { late: "later" as "replay" }),
      "option-invalid",
      '"later" is not a late; give one of "refuse", "replay".',
    ],
    [
      "of take, by name",
      untyped((given) => target.follow().take({ at: 0 }, given), { lat: "replay" }),
      "option-unknown",
      '"lat" is not an option of take; did you mean "late"?',
    ],
    [
      "of take, as an object",
      untyped((given) => target.follow().take({ at: 0 }, given), 5),
      "options-invalid",
      '5 is not an object of options; give one such as { late: "replay" }.',
    ],
    [
      "keep no working that a saved clock did not keep",
      () => target.follow({ from: target.follow({ history }).save(), keepWorking: true }),
      "working-not-kept",
      "The saved clock did not keep its working, so a clock that keeps it cannot go on from it; give the ticket's events with it, as follow({ from, history, keepWorking: true }).",
    ],
  ]);

  const choice = { onReopen: "resume" };
  it.each<[string, () => unknown]>([
    ["due", untyped((given) => target.due(0, given), { ...choice, severity: "1" })],
    ["track", ask({ ...choice, asOf: 0, ticket: "T" })],
    [
      "follow",
      untyped((given) => target.follow(given), {
        ...choice,
        ticket: "T",
        history,
        keepWorking: true,
      }),
    ],
    ["follow, from what was saved", () => target.follow({ from: target.follow().save() })],
    ["trackMany", untyped((given) => target.trackMany([], given), { ...choice, asOf: 0 })],
    ["trackStream", stream([], { ...choice, closedBy: ["done", "void"] })],
    ["trackStream, of what comes in its own time", stream((async function* () {})())],
    ["take", () => target.follow().take({ at: 0 }, { late: "refuse" })],
  ])("are those of %s", (_, act) => {
    expect(act).not.toThrow();
  });
});

describe("histories that trackMany takes", () => {
  it.each([{}, new Map().size, "T", undefined, () => []])("are not %s", (histories) => {
    const error = refusal(untyped((given) => target.trackMany(given, { asOf: 0 }), histories));
    expect(error.code).toBe("histories-invalid");
  });
});
