import { describe, expect, it } from "vitest";
import { defineSla } from "../../../src/index";
import { always, office } from "../../reference/desk";
import { untyped, wordForWord } from "../../reference/refusals";

const states = { runs: ["open"], stops: ["done"] };
const sla = defineSla({
  id: "desk",
  calendars: { office, always },
  targets: {
    reply: { allowance: { hours: 1, calendar: "office" }, ...states },
    fix: { allowance: { hours: 4, calendar: "office" }, ...states },
  },
});

describe("the targets that a call asks", () => {
  const asking = (targets: unknown) =>
    untyped((given) => sla.track([], given), { asOf: 0, targets });
  const KNOWN = "is not a target of the policy; the known names are reply, fix";

  wordForWord([
    [
      "are not text",
      asking("fix"),
      "option-invalid",
      '"fix" given as "targets"; give a list, which may be empty.',
      { option: "targets", given: '"fix"' },
    ],
    [
      "are not the name of another one",
      asking(["fixx"]),
      "option-invalid",
      '"fixx" is not a target of the policy; did you mean "fix"?',
      { option: "targets", given: "fixx", meant: "fix" },
    ],
    ["are not null", asking([null]), "option-invalid", `"null" ${KNOWN}`],
    ["are not a hole", asking(Array(1)), "option-invalid", `"undefined" ${KNOWN}`],
    ["are not a list with a name", asking([["fix"]]), "option-invalid", `"["fix"]" ${KNOWN}`],
    [
      "are not a name of every object",
      asking(["toString"]),
      "option-invalid",
      `"toString" ${KNOWN}`,
    ],
    // Such an object cannot be written as text.
    ["are not an object", asking([Object.create(null)]), "option-invalid", `"{}" ${KNOWN}`],
  ]);

  it("are all if none is named, and each once", () => {
    const named = (targets?: readonly ("fix" | "reply")[]) =>
      Object.keys(sla.track([], { asOf: 0, targets }));
    expect([named(), named([]), named(["fix", "fix"])]).toEqual([["reply", "fix"], [], ["fix"]]);
  });
});

describe("the options of each form", () => {
  const all = { onReopen: "resume", targets: ["fix"] };
  const history = [{ at: 0, state: "open" }];
  it.each<[string, (given: never) => unknown, object]>([
    ["track", (given) => sla.track(history, given), { ...all, asOf: 0, ticket: "T" }],
    ["trackMany", (given) => sla.trackMany([], given), { ...all, asOf: 0 }],
    ["trackStream", (given) => sla.trackStream([], given), { ...all, asOf: 0, closedBy: ["done"] }],
    ["follow", (given) => sla.follow(given), { ...all, ticket: "T", history, keepWorking: true }],
    ["follow, from what was saved", (given) => sla.follow(given), { from: sla.follow().save() }],
  ])("are taken by %s", (_, act, options) => {
    expect(untyped(act, options)).not.toThrow();
  });

  wordForWord([
    [
      "are those of track",
      untyped((given) => sla.track(history, given), { asOf: 0, tickets: "T" }),
      "option-unknown",
      '"tickets" is not an option of track; did you mean "ticket"?',
    ],
    [
      "are those of trackMany",
      untyped((given) => sla.trackMany([], given), { asOf: 0, target: ["fix"] }),
      "option-unknown",
      '"target" is not an option of trackMany; did you mean "targets"?',
    ],
    [
      "are those of trackStream",
      untyped((given) => sla.trackStream([], given), { asOf: 0, closeBy: ["done"] }),
      "option-unknown",
      '"closeBy" is not an option of trackStream; did you mean "closedBy"?',
    ],
    [
      "are those of follow",
      untyped((given) => sla.follow(given), { keepsWorking: true }),
      "option-unknown",
      '"keepsWorking" is not an option of follow; did you mean "keepWorking"?',
    ],
  ]);
});
