import { describe, expect, it } from "vitest";
import {
  type EligibilityDefinition,
  type EligibilityInput,
  eligibility,
} from "../../../../src/index";
import { deskTarget, mon, wed } from "../../../reference/desk";
import { refusal } from "../../../reference/refusals";

describe("eligibility", () => {
  const { fix } = { fix: deskTarget({ allowance: { hours: 8, calendar: "office" } }) };
  const reading = fix.track([{ at: mon("09:00"), state: "open" }], { asOf: mon("13:00") });
  const judge = (all: readonly object[], input: object = {}, also: object = {}) =>
    eligibility(
      "esc",
      { anyOf: [{ id: "g", title: "G", all }], ...also } as unknown as EligibilityDefinition,
      { reading, ...input } as EligibilityInput,
    );
  const told = [{ fact: "told" }];
  const grave = [{ severityIn: ["1"] }];
  const half = [{ usedAtLeast: "share" }];

  it("is called by its id, of no clause, if it has neither", () => {
    expect(judge(told, { facts: { told: true } })).toMatchObject({
      title: "esc",
      clause: null,
      eligible: true,
      reasons: ["G"],
    });
  });

  it("takes a share of nothing, which is always used", () => {
    expect(judge(half, { parameters: { share: 0 } }).eligible).toBe(true);
    expect(judge(half, { parameters: { share: 0.5 } }).eligible).toBe(true); // 4 h of 8.
    expect(judge(half, { parameters: { share: 0.51 } }).reasons).toEqual([
      "G: no, 50.0 % is used of the 51.0 % it takes",
    ]);
  });

  it("says what is so, condition by condition", () => {
    const texts = (all: readonly object[]) =>
      judge(all, { facts: { told: true }, severity: "1" }).grounds.flatMap(({ conditions }) =>
        conditions.map(({ text, met }) => [text, met]),
      );
    expect(texts([...told, { breached: true }, { reopened: true }])).toEqual([
      ["told is so", true],
      ["it is not breached", false],
      ["it has not been re-opened", false],
    ]);
    const late = fix.track(
      [
        { at: mon("09:00"), state: "open" },
        { at: mon("10:00"), state: "done" },
        { at: mon("11:00"), state: "open" },
      ],
      { asOf: wed("13:00") },
    );
    const [ground] = judge([{ breached: true }, { reopened: true }], { reading: late }).grounds;
    expect(ground?.conditions.map(({ text }) => text)).toEqual([
      "it is breached",
      "it has been re-opened",
    ]);
  });

  it.each<[string, () => unknown, string, string, object]>([
    [
      "an invalid fact",
      () => judge(told, { facts: { told: "yes" } }),
      "fact-invalid",
      '"yes" is not a fact; give "told" as true or false.',
      { fact: "told", given: '"yes"' },
    ],
    [
      "a severity that is not text",
      () => judge(grave, { severity: 1 }),
      "severity-invalid",
      '1 is not a severity; give one as text, such as "1".',
      { given: "1" },
    ],
    [
      "a share that is not a number",
      () => judge(half, { parameters: { share: "half" } }),
      "parameter-invalid",
      '"half" is not a share; give "share" as a share of the allowance from 0 to 10',
      { parameter: "share", given: '"half"' },
    ],
    [
      "a share below zero",
      () => judge(half, { parameters: { share: -0.1 } }),
      "parameter-invalid",
      '-0.1 is not a share; give "share" as a share of the allowance from 0 to 10',
      { parameter: "share", given: "-0.1" },
    ],
    ["no share", () => judge(half), "input-missing", "", {}],
    ["no fact", () => judge(told, { facts: { told: null } }), "input-missing", "", {}],
    ["no reading", () => judge([{ breached: true }], { reading: null }), "input-missing", "", {}],
    [
      "grounds that are a number",
      () => judge([], {}, { anyOf: 5 }),
      "definition-invalid",
      "The eligibility has 1 problem:\n  anyOf: 5 given; ",
      {},
    ],
  ])("refuses %s", (_, act, code, message, data) => {
    const error = refusal(act);
    expect(error).toMatchObject({ code, data });
    expect(error.message.startsWith(message)).toBe(true);
  });

  it("names all that is missing, and nothing that is not", () => {
    const error = refusal(() => judge([...told, ...half, { breached: false }]));
    expect(error.message).toBe(
      'This cannot be judged: the fact "told" is not given; the parameter "share" is not given. Give what is missing.',
    );
    expect(Object.keys(error.data)).toEqual(["what"]);
  });
});
