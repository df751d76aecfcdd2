import { describe, expect, it } from "vitest";
import { DefinitionError, defineSla, type NhsmailOptions, nhsmail } from "../../src/index";
import quotations from "../data/clauses.json";

describe("the register", () => {
  it("has every clause of NHSmail, word for word", () => {
    const expected = quotations.filter(({ id }) => id.startsWith("NM-"));
    expect(expected).toHaveLength(25);
    const clauses = Object.values(nhsmail().clauses);
    expect(clauses.map(({ id, quotes }) => ({ id, quotes }))).toEqual(expected);
  });

  it("gives each clause a reading, or why it is not acted on", () => {
    const clauses = Object.values(nhsmail().clauses);
    const either = clauses.filter((each) => (each.reading === null) !== (each.notActedOn === null));
    expect(either).toHaveLength(25);
    const notActedOn = clauses.filter(({ notActedOn }) => notActedOn !== null);
    expect(notActedOn.map(({ id }) => id)).toEqual(["NM-12"]);
  });

  it("dates each clause by its document", () => {
    const { clauses } = nhsmail();
    expect(clauses["NM-11"]?.document).toContain("Complaints and Escalations Process");
    expect(clauses["NM-11"]?.document).toContain("22/02/2023");
    expect(clauses["NM-12"]?.document).toContain("Incident Procedure");
    expect(clauses["NM-12"]?.document).toContain("02/09/2021");
  });
});

describe("the options", () => {
  const defaults = {
    division: "england-and-wales",
    coreHours: "weekdays",
    bankHolidaysAsCore: "no",
    pauseAwaitingUserInfo: "yes",
    acknowledgement: "end-of-day",
    escalationForm: "completed",
    ticketReference: "required",
    progressUpdates: "rolling",
    reopened: "resume",
    reopenWindow: "clock",
    reminders: "frozen",
    autoResolution: "weekdays",
  } satisfies NhsmailOptions;

  it("each has a documented default", () => {
    expect(nhsmail().chosen).toEqual(defaults);
    expect(nhsmail(defaults).chosen).toEqual(defaults);
  });

  it("every value of every one makes a policy, which its JSON makes again", () => {
    const { options = {} } = nhsmail().toJSON();
    const values = Object.entries(options).flatMap(([option, { values }]) =>
      Object.keys(values).map((value) => [option, value] as const),
    );
    // 3 divisions, 4 of coreHours, 2, 2, 3 acknowledgements, 2, 2, 2, 4 of reopened, 2, 2 and 2.
    expect(values).toHaveLength(30);
    for (const [option, value] of values) {
      const sla = defineSla(nhsmail().toJSON(), { choose: { [option]: value } });
      const again = defineSla(sla.toJSON());
      expect(again.chosen).toEqual({ ...defaults, [option]: value });
      expect(again.clauses).toEqual(sla.clauses);
    }
  });

  it("refuses an unknown option or value by name", () => {
    // As a program without types may give them.
    const wrongValue = { coreHours: "always" } as unknown as NhsmailOptions;
    const wrongName = { corehours: "daily" } as unknown as NhsmailOptions;
    expect(() => nhsmail(wrongValue)).toThrow(DefinitionError);
    expect(() => nhsmail(wrongValue)).toThrow(/coreHours.*"always".*flat-3-working-days/);
    expect(() => nhsmail(wrongName)).toThrow(DefinitionError);
    expect(() => nhsmail(wrongName)).toThrow(/corehours.*unknown option.*coreHours/);
  });
});
