import { describe, expect, it } from "vitest";
import { defineSla } from "../../../src/index";
import { office } from "../../reference/desk";
import { untyped, wordForWord } from "../../reference/refusals";

const made = (escalations: unknown, change: object = {}) =>
  untyped((policy) => defineSla(policy), {
    id: "desk",
    calendars: { office, night: office },
    severities: ["1", "2"],
    targets: {
      fix: {
        allowance: { hours: 4, calendar: "office" },
        runs: ["open"],
        stops: ["done"],
        escalations,
        ...change,
      },
    },
  });
const HEAD = 'The policy "desk" has 1 problem:\n  targets.fix.escalations';
const AGAIN = 'names another escalation already; give each an "id" of its own';
const share = { share: 0.5 };

describe("the escalations of a target", () => {
  wordForWord([
    [
      "name a calendar that the policy does not have",
      made([{ at: { before: { minutes: 30, calendar: "day" } } }]),
      "definition-invalid",
      `${HEAD}[0].at.before.calendar: "day" given; expected a calendar of the policy (office, night)`,
    ],
    [
      "name one after the due instant",
      made([{ at: share }, { at: { after: { workingDays: 1, calendar: "day" } } }]),
      "definition-invalid",
      `${HEAD}[1].at.after.calendar: "day" given; expected a calendar of the policy (office, night)`,
    ],
    [
      "name a severity that the policy does not have",
      made([{ at: share, severities: ["1", "3"] }]),
      "definition-invalid",
      `${HEAD}[0].severities[1]: unknown severity; the policy has 1, 2`,
    ],
    [
      "are called by one id",
      made([
        { id: "boss", at: share },
        { id: "boss", at: { share: 0.75 } },
      ]),
      "definition-invalid",
      `${HEAD}[1].id: "boss" ${AGAIN}`,
    ],
    [
      "are due at one time, so they have one name",
      made([{ at: share }, { at: share, severities: ["1"] }]),
      "definition-invalid",
      `${HEAD}[1]: "50 %" ${AGAIN}`,
    ],
    [
      "are due at one time, of which the first is for one severity",
      made([{ at: share, severities: ["1"] }, { at: share }]),
      "definition-invalid",
      `${HEAD}[1]: "50 %" ${AGAIN}`,
    ],
    [
      "are two for a severity, of which one has a name that stands for the other's time",
      made([
        { id: "50 %", at: { share: 0.75 }, severities: ["1", "2"] },
        { at: share, severities: ["2"] },
      ]),
      "definition-invalid",
      `${HEAD}[1]: "50 %" ${AGAIN}`,
    ],
    [
      "count working days, and the allowance is on no calendar",
      made([{ at: { before: { workingDays: 1 } } }], { allowance: { calendarDays: 5 } }),
      "definition-invalid",
      `${HEAD}[0].at.before.calendar: missing; the allowance is on no calendar, so working days need one, such as one of the policy`,
    ],
    [
      "count working days, and the allowance of one severity is on no calendar",
      made([{ at: { after: { workingDays: 1 } } }], {
        allowance: { "1": { workingDays: 5, calendar: "office" }, "2": { calendarDays: 5 } },
      }),
      "definition-invalid",
      `${HEAD}[0].at.after.calendar: missing; the allowance is on no calendar, so working days need one, such as one of the policy`,
    ],
    [
      "count working days, and an agreed date is promised",
      made([{ at: { before: { workingDays: 1 } } }], { allowance: "agreed" }),
      "definition-invalid",
      `${HEAD}[0].at.before.calendar: missing; the allowance is on no calendar, so working days need one, such as one of the policy`,
    ],
    [
      "count working days, and an agreed date is promised to one severity",
      made([{ at: { before: { workingDays: 1 } } }], {
        allowance: { "1": { hours: 4, calendar: "office" }, "2": "agreed" },
      }),
      "definition-invalid",
      `${HEAD}[0].at.before.calendar: missing; the allowance is on no calendar, so working days need one, such as one of the policy`,
    ],
    [
      "are not a list",
      made({ at: share }),
      "definition-invalid",
      `${HEAD}: {"at":{"share":0.5}} given; expected a list of escalations`,
    ],
    [
      "are not said to be due at any time",
      made([5, { at: 5 }, {}]),
      "definition-invalid",
      [
        'The policy "desk" has 3 problems:',
        "  targets.fix.escalations[0]: 5 given; expected an object",
        '  targets.fix.escalations[1].at: 5 given; expected when it is due, such as { "share": 0.75 } or { "before": { "minutes": 30 } }',
        '  targets.fix.escalations[2].at: missing; expected when it is due, such as { "share": 0.75 } or { "before": { "minutes": 30 } }',
      ].join("\n"),
    ],
    [
      "have severities and offsets of the wrong kind",
      made([
        { at: { before: 5 }, severities: [7] },
        { at: { after: { hours: 1, calendar: 5 } }, severities: "1" },
      ]),
      "definition-invalid",
      [
        'The policy "desk" has 4 problems:',
        '  targets.fix.escalations[0].at.before: 5 given; expected an amount such as { "minutes": 30 }',
        "  targets.fix.escalations[0].severities[0]: 7 given; expected text",
        "  targets.fix.escalations[1].at.after.calendar: 5 given; expected the name of a calendar of the policy",
        '  targets.fix.escalations[1].severities: "1" given; expected a list',
      ].join("\n"),
    ],
  ]);

  it.each<[string, unknown, object?]>([
    [
      "of one name for different severities",
      [
        { at: share, severities: ["1"] },
        { at: share, severities: ["2"] },
      ],
    ],
    ["of different names at one time", [{ at: share }, { id: "boss", at: share }]],
    [
      "on a calendar of their own",
      [{ at: { before: { workingDays: 1, calendar: "night" } } }],
      { allowance: { calendarDays: 5 } },
    ],
    [
      "in hours, beside calendar days",
      [{ at: { before: { hours: 1 } } }],
      { allowance: { calendarDays: 5 } },
    ],
    ["in working days, beside an amount on a calendar", [{ at: { before: { workingDays: 1 } } }]],
    [
      "in working days, if every severity with an amount has a calendar",
      [{ at: { before: { workingDays: 1 } } }],
      { allowance: { "1": { hours: 4, calendar: "office" }, "2": null } },
    ],
    [
      "in hours, beside an agreed date",
      [{ at: { before: { hours: 1 } } }],
      { allowance: "agreed" },
    ],
    [
      "in working days of a calendar, beside an agreed date",
      [{ at: { before: { workingDays: 1, calendar: "office" } } }],
      { allowance: "agreed" },
    ],
  ])("may be %s", (_, escalations, change) => {
    expect(made(escalations, change)).not.toThrow();
  });

  it("may be for severities that the policy does not list", () => {
    const policy = {
      id: "desk",
      calendars: { office },
      targets: {
        fix: {
          allowance: { hours: 4, calendar: "office" },
          runs: ["open"],
          stops: ["done"],
          escalations: [{ at: share, severities: ["urgent"] }],
        },
      },
    };
    expect(untyped((given) => defineSla(given), policy)).not.toThrow();
  });
});
