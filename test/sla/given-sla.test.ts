import { describe, expect, it } from "vitest";
import { alwaysOpen, defineSla } from "../../src/index";
import { checkSlaGiven, targetNamed } from "../../src/sla/given-sla";
import { office } from "../reference/desk";
import { refusal, untyped } from "../reference/refusals";

const sla = defineSla({
  id: "desk",
  calendars: { office },
  targets: {
    fix: { allowance: { hours: 2, calendar: "office" }, runs: ["open"], stops: ["done"] },
    reply: { allowance: { hours: 1, calendar: "office" }, runs: ["open"], stops: ["done"] },
  },
});

describe("a policy that is given", () => {
  it("is one that defineSla made, or a copy of it", () => {
    expect(() => checkSlaGiven(sla, "report")).not.toThrow();
    expect(() => checkSlaGiven({ ...sla }, "report")).not.toThrow();
    expect(() => checkSlaGiven({ ...sla, targets: {}, calendars: {} }, "report")).not.toThrow();
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["text", "nhsmail"],
    ["a list", [sla]],
    ["an object", {}],
    ["its definition", { id: "desk", targets: {}, calendars: {} }],
    ["one without targets", { ...sla, targets: undefined }],
    ["one without calendars", { ...sla, calendars: null }],
    ["one with targets that are not targets", { ...sla, targets: { ...sla.targets, more: {} } }],
    ["one whose calendars are definitions", { ...sla, calendars: { a: alwaysOpen(), office } }],
    ["one that cannot be written", { ...sla, toJSON: {} }],
  ])("is not %s", (_, given) => {
    const error = refusal(() => checkSlaGiven(given, "report"));
    expect(error.code).toBe("not-an-sla");
    const { data, message } = error;
    expect(message).toBe(
      `${data["given"]} given to report; expected a policy. Make one with defineSla.`,
    );
  });
});

describe("a target by its name", () => {
  it("is a target of the policy", () => {
    expect(targetNamed(sla, "fix")).toBe(sla.targets.fix);
  });

  it.each<[unknown, string]>([
    ["moon", '"moon"'],
    ["constructor", '"constructor"'],
    [["fix"], '["fix"]'],
    [undefined, "undefined"],
  ])("is not %j", (name, shown) => {
    const error = refusal(untyped((given) => targetNamed(sla, given), name));
    expect([error.code, error.message, error.data]).toEqual([
      "target-unknown",
      `${shown} is not a target of policy "desk"; it has fix, reply.`,
      { given: shown },
    ]);
  });
});
