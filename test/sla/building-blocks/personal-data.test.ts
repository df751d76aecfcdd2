import { describe, expect, it } from "vitest";
import { personalDataIn } from "../../../src/sla/building-blocks/personal-data";

const found = (form: Readonly<Record<string, unknown>>) =>
  personalDataIn(form).map(({ field, kind, says }) => `${field} ${kind}: ${says}`);

describe("personal data in a form", () => {
  it.each([
    "last name: Smith",
    "Last-Name = Smith",
    "LASTNAME:Smith",
    "her family name :  Smith",
    "the familyname=Smith",
    "surname: Smith",
    "Surname = Smith",
    "SURNAME:Smith",
    "surname\t=\tSmith",
  ])("is a last name that text gives as one: %s", (text) => {
    expect(found({ note: text })).toEqual(['note last-name: "note" gives a last name']);
  });

  it.each([
    "last name",
    "last name: ",
    "last name Smith",
    "last_name: Smith",
    "lastXname: Smith",
    "everlast name: Smith",
    "surname",
    "surname: ",
    "surname Smith",
    "presurname: Smith",
    "surnames: Smith",
  ])("is not in text that gives none: %s", (text) => {
    expect(found({ note: text })).toEqual([]);
  });

  it("is a last name by the name of its field, and by that of an inner field alone", () => {
    expect(found({ "Patient's surname (2)": "Smith" })).toHaveLength(1);
    expect(found({ patient: { lastName: "Smith" } })).toEqual([
      'patient.lastName last-name: "patient.lastName" gives a last name',
    ]);
    expect(found({ surname: { of: "the ward" } })).toEqual([]);
  });

  it("is an NHS number by its check digit", () => {
    // 943 476 5919 is the example of the NHS Data Dictionary; 401 023 2137 is 4×10 + 0×9 + 1×8 + 0×7 + 2×6 + 3×5
    // + 2×4 + 1×3 + 3×2 = 92 = 8×11 + 4, and 11 − 4 is 7.
    for (const number of ["9434765919", "401 023 2137", "401-023-2137"]) {
      expect(found({ note: `It is ${number}, he says` })).toEqual([
        'note nhs-number: "note" holds an NHS number',
      ]);
    }
    for (const number of [
      "9434765918",
      "401 023 2136",
      "4010232173",
      "1111111111",
      "401  023 2137",
    ]) {
      expect(found({ note: number })).toEqual([]);
    }
    // The second of two is one.
    expect(found({ note: "9434765918 or 9434765919" })).toHaveLength(1);
  });

  it("is found in the order of the fields, whatever they hold", () => {
    const form: Record<string, unknown> = {
      surname: "Smith",
      nothing: null,
      missing: undefined,
      blank: "  ",
      lastName: null,
      familyName: undefined,
      inner: { surname: "Jones", list: ["x", { id: 9434765919 }], itself: null as unknown },
      number: 4010232137,
    };
    const { inner } = form;
    if (typeof inner === "object") Object.assign(inner as object, { itself: form });
    expect(personalDataIn(form).map(({ field }) => field)).toEqual([
      "surname",
      "inner.surname",
      "inner.list.1.id",
      "number",
    ]);
    const all = personalDataIn(form);
    expect(all.every(Object.isFrozen)).toBe(true);
  });
});
