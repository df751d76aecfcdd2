import { describe, expect, it } from "vitest";
import { type CalendarDefinition, defineDesk, defineSla, parseBankHolidays } from "../../src/index";
import { always, fri, mon, office, tue, utc } from "../reference/desk";
import { refusal, untyped } from "../reference/refusals";
import { desk, opened, within } from "./desk/helpdesk";

describe("a desk", () => {
  it("has a name and a title, its own or others", () => {
    const policies = [{ policy: within("a", 1) }] as const;
    const named = (more: object) => {
      const { id, title } = defineDesk({ ...more, policies });
      return [id, title];
    };
    expect(named({})).toEqual(["desk", "desk"]);
    expect(named({ id: "help" })).toEqual(["help", "help"]);
    expect(named({ title: "Help" })).toEqual(["desk", "Help"]);
    expect(named({ id: "help", title: "Help" })).toEqual(["help", "Help"]);
  });

  it("cannot be changed, and is written as it was given", () => {
    const given = { policies: [{ when: { customer: ["A"] }, policy: within("a", 1) }] } as const;
    const made = defineDesk(given);
    expect([Object.isFrozen(made), Object.isFrozen(made.policies)]).toEqual([true, true]);
    expect(made.toJSON()).toEqual(given);
  });

  it("is made with known options", () => {
    const given = { policies: [{ policy: within("a", 1) }] };
    const error = refusal(untyped((options) => defineDesk(given, options), { service: [] }));
    expect(error.message).toBe(
      '"service" is not an option of defineDesk; did you mean "services"?',
    );
  });

  it.each<[unknown, string]>([
    ["nhsmail", '"nhsmail"'],
    [[5], "[5]"],
    [[{ id: 5, define: () => null }], '[{"id":5}]'],
    [[{ id: "a" }], '[{"id":"a"}]'],
    [null, "null"],
  ])("does not take %j for services", (services, shown) => {
    const given = { policies: [{ policy: within("a", 1) }] };
    const call = untyped((options) => defineDesk(given, options), { services });
    if (services === null) {
      // No services are the same as none given.
      expect(call).not.toThrow();
      return;
    }
    const error = refusal(call);
    expect(error.code).toBe("option-invalid");
    expect(error.message).toMatch(
      / given as "services"; give a list of services, such as SERVICES\.$/,
    );
    expect(error.data).toEqual({ option: "services", given: shown });
  });

  it.each<[unknown, string]>([
    [5, "(the whole): 5 given; expected a desk"],
    [{ policies: 5 }, "policies: 5 given; expected a list of policies"],
    [
      { policies: [5] },
      'policies[0]: 5 given; expected { "policy": { … } }, with "when", "from" and "until" where they matter',
    ],
    [
      { policies: [{ policy: 5 }] },
      "policies[0].policy: 5 given; expected a policy, or the name of a service",
    ],
    [
      { policies: [{ policy: null }] },
      "policies[0].policy: null given; expected a policy, or the name of a service",
    ],
    [
      { policies: [{}] },
      "policies[0].policy: missing; expected a policy, or the name of a service",
    ],
    [{ id: "x", policies: [] }, "policies: [] given; expected at least one policy"],
  ])("is not %j", (given, line) => {
    const name = Object.hasOwn(Object(given), "id") ? 'desk "x"' : "desk";
    expect(refusal(untyped((each) => defineDesk(each), given)).message).toBe(
      `The ${name} has 1 problem:\n  ${line}`,
    );
  });

  it("is named as what was given, if it cannot be copied", () => {
    const given = { policies: [{ policy: within("a", 1) }], title: () => "Help" };
    expect(refusal(untyped((each) => defineDesk(each), given)).message).toBe(
      "The desk has 1 problem:\n  (the whole): expected JSON without a function",
    );
  });

  it("takes an object that writes itself for its definition", () => {
    const policy = {
      name: "self",
      toJSON() {
        return within(this.name, 3);
      },
    };
    const given = untyped((each) => expect(defineDesk(each).policies[0]?.id).toBe("self"), {
      policies: [{ policy }],
    });
    expect(given).not.toThrow();
    const spoilt = { policies: [{ policy: { ...within("a", 1), toJSON: 5 } }] };
    expect(refusal(untyped((each) => defineDesk(each), spoilt)).message).toContain(
      "policies[0].policy.toJSON: unknown key",
    );
  });

  it("tells every problem of every policy at once", () => {
    const paris = { ...always, timeZone: "Europe/Paris" };
    const mixed = { ...within("mixed", 1), calendars: { office, paris } };
    const given = {
      policies: [
        { policy: "moon" },
        { policy: { ...within("b", 1), calendars: {} } },
        { from: "2026-01-01", until: "2026-12-31", policy: mixed },
        { until: "2026-12-31", policy: { ...mixed, id: "later" } },
        { policy: within("e", 1) },
        { policy: within("e", 2) },
        { policy: within("e", 1) },
      ],
    };
    const lines = refusal(untyped((each) => defineDesk(each), given)).message.split("\n  ");
    const ZONES =
      "the calendars of the policy have several zones; give the policy or the desk a timeZone for its dates";
    expect(lines.slice(1)).toEqual([
      'policies[0].policy: "moon" given; expected a policy. A service may be named if defineDesk is given them: defineDesk(desk, { services: SERVICES })',
      'policies[1].policy.targets.fix.allowance.calendar: "office" given; expected a calendar of the policy (none)',
      `policies[2].from: ${ZONES}`,
      `policies[3].until: ${ZONES}`,
      'policies[5].policy.id: "e" is the id of another policy of the desk; give each its own',
    ]);
    expect(lines[0]).toBe("The desk has 5 problems:");
  });

  it("has dates in a zone of its own, or none, whatever zones a policy has", () => {
    const paris = { ...always, timeZone: "Europe/Paris" };
    const mixed = { ...within("mixed", 1), calendars: { office, paris } };
    const made = (more: object, row: object) =>
      untyped((each) => defineDesk(each), { ...more, policies: [{ ...row, policy: mixed }] });
    expect(made({}, {})).not.toThrow();
    expect(made({ timeZone: "UTC" }, { from: "2026-01-01" })).not.toThrow();
    expect(made({}, { from: "2026-01-01" })).toThrow("have several zones");
  });

  it("takes newer bank holidays for the calendars of its policies", () => {
    const scottish: CalendarDefinition = { ...office, bankHolidays: "scotland" };
    const newer = parseBankHolidays(
      {
        scotland: {
          division: "scotland",
          events: [{ title: "Bank holiday", date: "2026-11-23", notes: "", bunting: true }],
        },
      },
      "scotland",
    );
    const given = {
      policies: [{ policy: { ...within("a", 8), calendars: { office: scottish, always } } }],
    };
    // An hour of Friday, and seven of Monday, or of Tuesday if Monday is off.
    const due = (made: ReturnType<typeof defineDesk>) =>
      utc(made.policies[0]?.targets["fix"]?.due(fri("16:00")) ?? null);
    expect(due(defineDesk(given))).toBe("2026-11-23T16:00:00Z");
    expect(due(defineDesk(given, { bankHolidays: [newer] }))).toBe("2026-11-24T16:00:00Z");
    const error = refusal(() => defineDesk(given, untypedList("scotland")));
    expect(error.code).toBe("definition-invalid");
  });
});

/** Options with text in place of a list of bank holidays, as a program without types may give them. */
const untypedList = (bankHolidays: string) => ({ bankHolidays }) as never;

describe("the policy of a ticket by its fields", () => {
  it("is asked with text by name and an instant", () => {
    const policyFor = (fields: unknown, options?: unknown) =>
      desk.policyFor(fields as never, options as never);
    expect(policyFor({ customer: "A" })?.id).toBe("gold");
    expect(policyFor({ customer: "B" }, { openedAt: tue("09:00") })?.id).toBe("silver");
    expect(policyFor({}, { openedAt: tue("09:00") })).toBeNull();
    const { code, message, data } = refusal(() => policyFor({ customer: 1 }));
    expect([code, message, data]).toEqual([
      "option-invalid",
      'The fields are the object {"customer":1}; give text by name, such as { customer: "A" }.',
      { option: "fields", given: '{"customer":1}' },
    ]);
    expect(refusal(() => policyFor(["A"])).message).toMatch(/^The fields are the list \["A"\]; /);
    expect(refusal(() => policyFor({}, { opened: 1 })).message).toBe(
      '"opened" is not an option of policyFor; did you mean "openedAt"?',
    );
    expect(refusal(() => policyFor({}, { openedAt: "then" })).code).toBe("instant-invalid");
    const unread = refusal(() => policyFor({}, 5));
    expect([unread.code, unread.message]).toEqual([
      "options-invalid",
      '5 is not an object of options; give one such as { openedAt: "2026-11-20T16:30:00Z" }.',
    ]);
  });
});

describe("the obligations of a ticket of a desk", () => {
  const history = opened(mon("09:00"), { customer: "Z" });
  it("are those of its policy, and the ticket is named if it has none", () => {
    const about = { asOf: mon("10:00"), ticket: "D-1" };
    const error = refusal(() => desk.obligations(history, about));
    expect([error.code, error.message.slice(0, 44)]).toEqual([
      "policy-unmatched",
      "No policy of the desk matches ticket D-1 wit",
    ]);
    expect(refusal(untyped((given) => desk.obligations(history, given), {})).code).toMatch(
      /^(?:as-of-missing|instant-invalid|option)/,
    );
  });

  it("come with a policy that was made ready before", () => {
    const ready = defineDesk({ policies: [{ policy: defineSla(within("a", 2)) }] });
    const begun = ready.obligations(opened(mon("09:00"), {}), { asOf: mon("10:00") });
    expect(begun.map(({ name, dueAt }) => [name, utc(dueAt)])).toEqual([["fix", mon("11:00")]]);
  });
});
