import { describe, expect, it } from "vitest";
import { CoreHoursError, gpsoc, nhsLogin, nhsmail } from "../../src/index";
import { london } from "./nhsmail-desk";

const ids = (fields: readonly { readonly id: string }[]) => fields.map(({ id }) => id);

describe("NM-22: the Escalation Input Form", () => {
  const { escalationInput } = nhsmail().forms;
  const whole = {
    affectedOrganisations: ["RXX"],
    ticketReference: "INC0012345",
    description: "Mailbox not migrated; asked twice",
    impact: "20 staff without mail",
    nextSteps: "A date for the migration",
  };

  it("has five required fields", () => {
    expect(escalationInput.missing(whole)).toEqual([]);
    expect(ids(escalationInput.missing({}))).toEqual(Object.keys(whole));
    for (const field of Object.keys(whole)) {
      expect(ids(escalationInput.missing({ ...whole, [field]: undefined }))).toEqual([field]);
    }
  });

  it.each([
    ["empty text", ""],
    ["blanks", "  "],
    ["null", null],
    ["an empty list", []],
    ["a list of nothing", ["", null]],
  ])("%s fills no field", (_, nothing) => {
    const form = { ...whole, impact: nothing };
    expect(ids(escalationInput.missing(form))).toEqual(["impact"]);
  });

  it("takes a field by the words of the document too, in any case", () => {
    const { affectedOrganisations, ...rest } = whole;
    const form = { ...rest, "AFFECTED ORGANISATION(S)": affectedOrganisations };
    expect(escalationInput.check(form).complete).toBe(true);
  });

  it("may lack the ticket reference of an escalation without a ticket, if that is chosen", () => {
    const form = { ...whole, ticketReference: "" };
    const { forms } = nhsmail({ ticketReference: "optional" });
    expect(forms.escalationInput.missing(form)).toEqual([]);
    expect(ids(forms.escalationInput.missing({ ...form, impact: "" }))).toEqual(["impact"]);
  });

  it("starts the clock of NM-04 when it is complete, what was said earlier included", () => {
    const { impact, ...first } = whole;
    const at = escalationInput.completedAt([
      { at: "2026-11-24T09:00Z", form: { impact } },
      { at: "2026-11-23T10:00Z", form: first },
      { at: "2026-11-25T09:00Z", form: { impact: "More" } },
    ]);
    expect(london(at)).toBe("Tue 2026-11-24 09:00 +00:00");
    // Tuesday is day 0, and Wednesday ends day 1.
    const due = nhsmail().targets.escalationAcknowledgement.due(at ?? "");
    expect(london(due)).toBe("Thu 2026-11-26 00:00 +00:00");
    expect(escalationInput.completedAt([{ at: "2026-11-23T10:00Z", form: first }])).toBeNull();
    // A later blank takes nothing back.
    const blank = [
      { at: "2026-11-23T10:00Z", form: first },
      { at: "2026-11-24T10:00Z", form: { ...first, description: "", impact } },
    ];
    expect(london(escalationInput.completedAt(blank))).toBe("Tue 2026-11-24 10:00 +00:00");
  });

  it.each([null, undefined, "a form", 5, []])("%j is not a form", (form) => {
    const ask = () => escalationInput.missing(form as never); // As a program without types may.
    expect(ask).toThrow(CoreHoursError);
    expect(ask).toThrow(/is not a filled form; give its fields as an object/);
  });
});

describe("NM-25: the Minimum Data Set of an incident", () => {
  it("has no fields in the document, and says so when it is asked", () => {
    const { minimumDataSet } = nhsmail().forms;
    expect(minimumDataSet.fields).toEqual([]);
    expect(() => minimumDataSet.missing({})).toThrow(
      /does not list the fields .*\(NM-25\); give yours/,
    );
  });

  it("has those that were given", () => {
    const { forms } = nhsmail({ minimumDataSet: ["Affected user", "Description"] });
    const { missing, complete } = forms.minimumDataSet.check({ affectedUser: "a@nhs.net" });
    expect([ids(missing), complete]).toEqual([["Description"], false]);
    expect(() => nhsmail({ minimumDataSet: "all" as never })).toThrow(/minimumDataSet.*list/);
  });
});

describe("NL-18: the required data of an incident", () => {
  const { incident } = nhsLogin().forms;
  const whole = {
    dateAndTime: "2026-11-20T10:00Z",
    userEmailAddress: "someone@example.org",
    errorType: "sign-in",
    issueDescription: "The code is refused",
    deviceType: "mobile",
    operatingSystem: "Android 15",
  };

  it("has six required fields, and two that are given if there are any", () => {
    expect(incident.fields).toHaveLength(8);
    expect(incident.missing(whole)).toEqual([]);
    expect(ids(incident.missing({}))).toEqual(Object.keys(whole));
    const optional = incident.fields.filter((field) => field.optional);
    expect(ids(optional)).toEqual(["errorCodes", "screenshots"]);
  });
});

describe("NL-19: no patient identifiable data", () => {
  const { incident } = nhsLogin().forms;
  const kinds = (form: Record<string, unknown>) =>
    incident.flagged(form).map(({ field, kind }) => `${field} ${kind}`);

  // 943 476 5919: 9×10 + 4×9 + 3×8 + 4×7 + 7×6 + 6×5 + 5×4 + 9×3 + 1×2 = 299 = 27×11 + 2, and 11 - 2 is 9.
  it.each(["9434765919", "943 476 5919", "943-476-5919", "His number is 943 476 5919."])(
    "flags an NHS number: %s",
    (text) => {
      expect(kinds({ issueDescription: text })).toEqual(["issueDescription nhs-number"]);
    },
  );

  it("flags one that was given as a number, in a list or in an object", () => {
    expect(kinds({ errorCodes: [9434765919] })).toEqual(["errorCodes.0 nhs-number"]);
    expect(kinds({ user: { id: "9434765919" } })).toEqual(["user.id nhs-number"]);
  });

  it.each([
    ["another check digit", "943 476 5918"],
    ["eleven digits", "19434765919"],
    ["a telephone number", "0333 200 1133"],
    ["a placeholder", "0000000000"],
    ["an e-mail address", "someone@example.org"],
    ["a date and time", "2026-11-20T10:00:00Z"],
  ])("does not flag %s", (_, text) => {
    expect(kinds({ issueDescription: text, userEmailAddress: text })).toEqual([]);
  });

  it.each(["lastName", "Last name", "surname", "patient_surname", "family name"])(
    "flags a field named %s",
    (field) => {
      expect(kinds({ [field]: "Smith" })).toEqual([`${field} last-name`]);
      expect(kinds({ [field]: " " })).toEqual([]);
    },
  );

  it("flags a last name that text gives as one, and never repeats what it found", () => {
    const [found] = incident.flagged({ issueDescription: "Surname: Smith" });
    expect([found?.kind, found?.says]).toEqual([
      "last-name",
      '"issueDescription" gives a last name',
    ]);
    expect(kinds({ issueDescription: "The last name field is empty" })).toEqual([]);
  });

  it("goes through a form that contains itself", () => {
    const form: Record<string, unknown> = { note: "9434765919" };
    form["again"] = form;
    expect(kinds(form)).toEqual(["note nhs-number"]);
  });

  it("is banned by NHS login alone", () => {
    expect(incident.banClause).toBe("NL-19");
    expect(gpsoc().forms.escalation.flagged({ lastName: "Smith" })).toEqual([]);
  });
});

describe("GP-12: the Live Service Escalation Form", () => {
  const { escalation } = gpsoc().forms;
  const rest = {
    dateRaised: "2009-07-01",
    supplier: "A supplier",
    details: "The details",
    contacts: "Practice manager",
  };

  it("has five required fields", () => {
    expect(ids(escalation.missing({}))).toEqual([
      "dateRaised",
      "supplier",
      "reference",
      "details",
      "contacts",
    ]);
  });

  it.each(["GPSoC Reference Number", "GPSoC Problem Record Number", "reference"])(
    "%s will do for the third",
    (field) => {
      expect(escalation.missing({ ...rest, [field]: "GP-1" })).toEqual([]);
      expect(ids(escalation.missing(rest))).toEqual(["reference"]);
    },
  );
});
