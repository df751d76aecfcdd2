import { describe, expect, it } from "vitest";
import { checkCalendar, checkSla, LawError } from "../../src/testing";
import { REVIEWED_CALENDARS } from "./planted/reviewed-calendars";
import { REVIEWED_SLAS } from "./planted/reviewed-slas";
import { YEARS } from "./planted/subjects";

/** What a reviewer may plant, in the ways in which a user of the library would wrap it. */

describe("a whole check refuses a calendar of which", () => {
  it.each(Object.entries(REVIEWED_CALENDARS))("%s", (_, planted) => {
    expect(() => checkCalendar(planted, { numRuns: 100, seed: 7 })).toThrow(LawError);
  });
});

describe("a whole check refuses a policy of which", () => {
  it.each(Object.entries(REVIEWED_SLAS))("%s", (_, planted) => {
    expect(() => checkSla(planted, { numRuns: 100, seed: 7, ...YEARS })).toThrow(LawError);
  });
});
