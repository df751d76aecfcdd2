import { describe, expect, it } from "vitest";
import { alwaysOpen, availability, defineSla, eligibility, nhsmail } from "../../../src/index";
import { mon, office } from "../../reference/desk";
import { refusal, untyped, wordForWord } from "../../reference/refusals";

const sla = defineSla({
  id: "desk",
  timeZone: "UTC",
  calendars: { office },
  targets: {},
  milestones: { chase: { steps: [{ id: "first", after: { hours: 1, calendar: "office" } }] } },
  windows: {
    reopen: { anyOf: [[{ from: "resolved", within: { calendarDays: 3 } }]] },
    complain: {
      anyOf: [
        [{ from: "incident", within: { months: 12 } }],
        [{ from: "discovery", within: { months: 12 } }],
      ],
    },
  },
  recurrences: { update: { every: { workingDays: 2, calendar: "office" } } },
  eligibility: {
    escalate: {
      parameters: { closeTo: 0.9 },
      anyOf: [{ id: "close", title: "Close to it", all: [{ usedAtLeast: "closeTo" }] }],
    },
  },
  availability: { up: { calendar: "office", percent: 99.5 } },
});

const ask = (act: (given: never) => unknown, given: unknown) => untyped(act, given);

describe("a misspelt key is named, with what was meant:", () => {
  wordForWord([
    [
      "of milestones",
      ask((options) => sla.milestones.chase(0, options), { untl: 5 }),
      "option-unknown",
      '"untl" is not an option of milestones "chase"; did you mean "until"?',
      { option: "untl", meant: "until" },
    ],
    [
      "of a window",
      ask((options) => sla.windows.reopen(0, options), { asof: 5 }),
      "option-unknown",
      '"asof" is not an option of window "reopen"; did you mean "asOf"?',
      { meant: "asOf" },
    ],
    [
      "of the events of a window",
      ask((events) => sla.windows.complain(events), { incident: 0, discovry: 0 }),
      "option-unknown",
      '"discovry" is not an event of window "complain"; did you mean "discovery"?',
      { meant: "discovery" },
    ],
    [
      "of a recurrence",
      ask((options) => sla.recurrences.update(0, options), { asOf: 0, don: [0] }),
      "option-unknown",
      '"don" is not an option of recurrence "update"; did you mean "done"?',
      { meant: "done" },
    ],
    [
      "of an eligibility",
      ask((input) => sla.eligibility.escalate(input), { readin: null }),
      "option-unknown",
      '"readin" is not an option of eligibility "escalate"; did you mean "reading"?',
      { meant: "reading" },
    ],
    [
      "of the parameters of an eligibility",
      ask((parameters) => sla.eligibility.escalate({ parameters }), { closeto: 0.5 }),
      "option-unknown",
      '"closeto" is not a parameter of eligibility "escalate"; did you mean "closeTo"?',
      { meant: "closeTo" },
    ],
    [
      "of an availability",
      ask((input) => sla.availability.up(input), { month: "2026-12", outages: [], tests: "fixed" }),
      "option-unknown",
      '"tests" is not an option of availability; did you mean "test"?',
      { meant: "test" },
    ],
    [
      "of an outage",
      ask(
        (outages) => sla.availability.up({ month: "2026-12", outages }),
        [{ from: 0, to: 1, idd: "x" }],
      ),
      "option-unknown",
      '"idd" is not an option of an outage; did you mean "id"?',
      { meant: "id" },
    ],
    [
      "of defineSla",
      ask((options) => defineSla({ id: "desk", targets: {} }, options), { chose: {} }),
      "option-unknown",
      '"chose" is not an option of defineSla; did you mean "choose"?',
      { meant: "choose" },
    ],
  ]);

  it("of an availability by itself, and of a service", () => {
    const input = { month: "2026-12", outages: [], maintenence: [] };
    const alone = ask((given) => availability(alwaysOpen("UTC"), { percent: 99 }, given), input);
    expect(refusal(alone).message).toMatch(/did you mean "maintenance"\?$/);
    const service = ask((options) => nhsmail(options), { reopn: "resume" });
    expect(refusal(service).message).toContain("reopn: unknown option");
  });

  it("and an undefined key counts as absent", () => {
    const chase = () => sla.milestones.chase(mon("09:00"), { until: undefined });
    expect(chase()).toHaveLength(1);
    const undefinedKey = ask((options) => sla.milestones.chase(mon("09:00"), options), {
      untl: undefined,
    });
    expect(undefinedKey).not.toThrow();
  });
});

describe("a share of an allowance", () => {
  const closeTo = (share: number) => () =>
    eligibility(
      "escalate",
      {
        parameters: { closeTo: 0.9 },
        anyOf: [
          { id: "close", title: "Close", all: [{ usedAtLeast: "closeTo" }, { breached: true }] },
        ],
      },
      { parameters: { closeTo: share } },
    );

  it("is refused if it is a percentage: 90 is meant as 0.9", () => {
    const { fix } = defineSla({
      id: "desk",
      calendars: { office },
      targets: {
        fix: { allowance: { hours: 4, calendar: "office" }, runs: ["open"], stops: ["done"] },
      },
    }).targets;
    const reading = fix.track([{ at: mon("09:00"), state: "open" }], { asOf: mon("10:00") });
    const error = refusal(() => sla.eligibility.escalate({ reading, parameters: { closeTo: 90 } }));
    expect([error.code, error.message]).toEqual([
      "parameter-invalid",
      '90 is not a share; give "closeTo" as a share of the allowance from 0 to 10, such as 0.9 for 90 %.',
    ]);
    expect(sla.eligibility.escalate({ reading, parameters: { closeTo: 0.25 } }).eligible).toBe(
      true,
    );
    expect(closeTo(1)).toThrow("This cannot be judged"); // It is a share; the reading is missing.
  });

  it.each([
    ["usedAtLeast", { anyOf: [{ id: "x", title: "X", all: [{ usedAtLeast: 90 }] }] }],
    [
      "parameters.closeTo",
      { parameters: { closeTo: 90 }, anyOf: [{ id: "x", title: "X", all: [] }] },
    ],
  ])("is refused in a definition: %s", (place, definition) => {
    const error = refusal(() => eligibility("escalate", definition, {}));
    expect(error.code).toBe("definition-invalid");
    expect(error.message).toContain(place);
    expect(error.message).toContain("90 given; expected a share of the allowance of at most 10");
  });
});
