import { describe, expect, it } from "vitest";
import { defineSla } from "../../../src/index";
import { type EscalationTime, timeInWords } from "../../../src/sla/reading/escalation-definition";
import { always, office } from "../../reference/desk";
import { refusal, untyped } from "../../reference/refusals";

describe("when an escalation is due, in words", () => {
  it.each<[EscalationTime, string]>([
    [{ share: 0.75 }, "75 %"],
    [{ share: 1.5 }, "150 %"],
    [{ share: 0.07 }, "7 %"], // 0.07 * 100 is 7.000000000000001
    [{ share: 1 / 3 }, "33.333333 %"],
    [{ before: { minutes: 30 } }, "30 min before"],
    [{ before: { minutes: 1 } }, "1 min before"],
    [{ after: { hours: 1 } }, "1 h after"],
    [{ after: { hours: 2, minutes: 15 } }, "2 h 15 min after"],
    [{ before: { workingDays: 1 } }, "1 working day before"],
    [{ before: { workingDays: 2 } }, "2 working days before"],
    [{ after: { calendarDays: 1 } }, "1 calendar day after"],
    [{ after: { calendarDays: 0 } }, "0 calendar days after"],
    [{ after: { hours: 1, calendar: "always" } }, "1 h on always after"],
  ])("%j is %s", (at, words) => {
    expect(timeInWords(at)).toBe(words);
  });
});

describe("the definition of an escalation", () => {
  /** The lines of the error for some escalations, without the name of the target. */
  const problems = (escalations: unknown) => {
    const policy = {
      id: "desk",
      calendars: { office, always },
      severities: ["1"],
      targets: {
        fix: {
          allowance: { hours: 8, calendar: "office" },
          runs: ["open"],
          stops: ["done"],
          escalations,
        },
      },
    };
    return refusal(untyped((given) => defineSla(given), policy))
      .message.split("\n")
      .slice(1)
      .map((line) => line.replace("  targets.fix.escalations", ""));
  };
  const before = (offset: object) => problems([{ at: { before: offset } }]);
  const ONE_LENGTH = 'expected "hours", "minutes" or both, or "workingDays", or "calendarDays"';

  it.each<[unknown, string]>([
    ["manager", ': "manager" given; expected a list of escalations'],
    [["manager"], '[0]: "manager" given; expected an object'],
    [
      [{}],
      '[0].at: missing; expected when it is due, such as { "share": 0.75 } or { "before": { "minutes": 30 } }',
    ],
    [[{ at: { share: 0 } }], "[0].at.share: 0 given; expected a share above 0"],
    [
      [{ at: { share: 10.5 } }],
      "[0].at.share: 10.5 given; expected a share of 10 or less, such as 0.9 for 90 %",
    ],
    [[{ at: {} }], '[0].at: {} given; expected exactly one of "share", "before" and "after"'],
    [
      [{ at: { before: { hours: 1 }, after: { hours: 1 } } }],
      '[0].at: {"before":{"hours":1},"after":{"hours":1}} given; expected exactly one of "share", "before" and "after"',
    ],
    [[{ id: "", at: { share: 1 } }], '[0].id: "" given; expected a name'],
    [[{ title: 5, at: { share: 1 } }], "[0].title: 5 given; expected text"],
    [
      [{ at: { share: 1 }, severities: [] }],
      "[0].severities: [] given; expected at least one severity",
    ],
    [[{ at: { share: 1 }, severities: [5] }], "[0].severities[0]: 5 given; expected text"],
    [
      [{ at: { share: 1 }, severities: ["2"] }],
      "[0].severities[0]: unknown severity; the policy has 1",
    ],
  ])("refuses %j", (escalations, line) => {
    expect(problems(escalations)).toEqual([line]);
  });

  it.each<[object, string]>([
    [{ hours: -1 }, ".hours: -1 given; expected hours of zero or more"],
    [{ minutes: -1 }, ".minutes: -1 given; expected minutes of zero or more"],
    [{ workingDays: -1 }, ".workingDays: -1 given; expected working days of zero or more"],
    [{ calendarDays: -1 }, ".calendarDays: -1 given; expected calendar days of zero or more"],
    [{ workingDays: 0.5 }, ".workingDays: 0.5 given; expected a whole number"],
    [{}, `: {} given; ${ONE_LENGTH}`],
    [{ calendar: "office" }, `: {"calendar":"office"} given; ${ONE_LENGTH}`],
    [{ hours: 1, workingDays: 1 }, `: {"hours":1,"workingDays":1} given; ${ONE_LENGTH}`],
    [{ minutes: 1, calendarDays: 1 }, `: {"minutes":1,"calendarDays":1} given; ${ONE_LENGTH}`],
    [
      { workingDays: 1, calendarDays: 1 },
      `: {"workingDays":1,"calendarDays":1} given; ${ONE_LENGTH}`,
    ],
    [
      { hours: 1, calendar: 5 },
      ".calendar: 5 given; expected the name of a calendar of the policy",
    ],
  ])("refuses a length of %j", (offset, line) => {
    expect(before(offset)[0]).toContain(`[0].at.before${line}`);
  });

  it("refuses a length that is text", () => {
    expect(problems([{ at: { before: "1 h" } }])).toEqual([
      '[0].at.before: "1 h" given; expected an amount such as { "minutes": 30 }',
    ]);
    expect(problems([{ at: { after: 30 } }])).toEqual([
      '[0].at.after: 30 given; expected an amount such as { "minutes": 30 }',
    ]);
  });

  it("takes the least and the most that may be meant", () => {
    const { fix } = defineSla({
      id: "desk",
      calendars: { office, always },
      targets: {
        fix: {
          allowance: { hours: 8, calendar: "office" },
          runs: ["open"],
          stops: ["done"],
          escalations: [
            { id: "n", title: "N", at: { share: 10 } },
            { at: { before: { hours: 0 } } },
            { at: { after: { minutes: 0 } } },
            { at: { after: { hours: 0, minutes: 0 } } },
            { at: { before: { workingDays: 0 } } },
            { at: { before: { calendarDays: 0, calendar: "always" } } },
          ],
        },
      },
    }).targets;
    expect(fix.track([], { asOf: 0 }).escalations.map(({ id, title }) => [id, title])).toEqual([
      ["n", "N"],
      ["0 h before", null],
      ["0 min after", null],
      ["0 h 0 min after", null],
      ["0 working days before", null],
      ["0 calendar days on always before", null],
    ]);
  });
});
