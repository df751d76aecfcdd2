import { describe, expect, it } from "vitest";
import { defineSla } from "../../../src/index";
import { deskTarget, office } from "../../reference/desk";
import { refusal, untyped } from "../../reference/refusals";

const amount = { hours: 4, calendar: "office" };

describe("what a target promises", () => {
  it.each([
    ["one amount", amount, [{ severity: null, allowance: amount }]],
    ["an agreed date", "agreed", [{ severity: null, allowance: "agreed" }]],
    [
      "by severity, in the order of its definition",
      { "2": null, low: "agreed", high: amount },
      [
        { severity: "2", allowance: null },
        { severity: "low", allowance: "agreed" },
        { severity: "high", allowance: amount },
      ],
    ],
  ] as const)("is %s", (_, allowance, promises) => {
    const target = deskTarget({ allowance });
    expect(target.promises).toEqual(promises);
    expect(Object.isFrozen(target.promises) && target.promises.every(Object.isFrozen)).toBe(true);
  });
});

describe("a part of a target's definition", () => {
  const problems = (change: object) => {
    const policy = {
      id: "desk",
      calendars: { office },
      targets: { fix: { allowance: amount, runs: ["open"], stops: ["done"], ...change } },
    };
    const { message } = refusal(untyped((given) => defineSla(given), policy));
    return message.replaceAll("targets.fix.", "").split("\n  ").slice(1);
  };
  const AMOUNT =
    'expected an amount such as { "hours": 48, "calendar": "core" }, { "workingDays": 2, "calendar": "core" } or { "calendarDays": 10 }';

  it.each<[object, readonly string[]]>([
    [{ when: 5 }, ["when: 5 given; expected lists of values by field"]],
    [{ when: { type: "incident" } }, ['when.type: "incident" given; expected a list of values']],
    [{ when: { type: [] } }, ["when.type: [] given; expected at least one value"]],
    [{ runs: "open" }, ['runs: "open" given; expected a list of states']],
    [{ stops: [] }, ["stops: [] given; expected at least one state in which the clock stops"]],
    [
      { reopenWithin: 5 },
      ["reopenWithin: 5 given; expected an allowance", `reopenWithin: 5 given; ${AMOUNT}`],
    ],
    [
      { pauseLimit: 5 },
      ["pauseLimit: 5 given; expected an allowance", `pauseLimit: 5 given; ${AMOUNT}`],
    ],
    [
      { warnAt: [0, 1.5] },
      [
        "warnAt[0]: 0 given; expected a share above 0",
        "warnAt[1]: 1.5 given; expected a share of 1 or less",
      ],
    ],
    [{ allowance: "soon" }, ['allowance: "soon" given; expected an allowance, or "agreed"']],
  ])("as %j is refused", (change, expected) => {
    expect(problems(change)).toEqual(expected);
  });
});
