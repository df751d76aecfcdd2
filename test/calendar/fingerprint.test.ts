import { describe, expect, it } from "vitest";
import { alwaysOpen, CoreHoursError, CoverageError, defineCalendar } from "../../src";
import { refusal } from "../reference/refusals";

const YEAR = { from: "2027-01-01", to: "2027-12-31" };
const desk = (more: object = {}) =>
  defineCalendar({
    id: "desk",
    timeZone: "Europe/London",
    hours: { weekdays: ["09:00-17:00"] },
    ...more,
  });

describe("fingerprint", () => {
  it("is short, and the same on every machine", () => {
    // As this version has printed it from the first: it must not change without a word in the changelog.
    expect(desk().fingerprint(YEAR)).toMatch(/^[0-9a-f]{16}$/);
    expect(desk().fingerprint(YEAR)).toBe(desk({ id: "other", title: "Other" }).fingerprint(YEAR));
  });

  it("depends on the compiled periods alone, however the definition is written", () => {
    const named = ["monday", "tuesday", "wednesday", "thursday", "friday"];
    const byDay = { hours: Object.fromEntries(named.map((day) => [day, ["09:00-17:00"]])) };
    expect(desk(byDay).fingerprint(YEAR)).toBe(desk().fingerprint(YEAR));
    const byRule = {
      hours: {},
      rules: [{ from: "01-01", to: "12-31", hours: { weekdays: ["09:00-17:00"] } }],
    };
    expect(desk(byRule).fingerprint(YEAR)).toBe(desk().fingerprint(YEAR));
    const touching = { hours: { weekdays: ["09:00-12:00", "12:00-17:00"] } };
    expect(desk(touching).fingerprint(YEAR)).toBe(desk().fingerprint(YEAR));
  });

  it.each<[string, object]>([
    ["a minute of one day", { exceptions: { "2027-06-01": ["09:00-17:01"] } }],
    ["the last day", { exceptions: { "2027-12-31": [] } }],
    ["the first day", { exceptions: { "2027-01-01": [] } }],
    ["the same hours in another zone", { timeZone: "Europe/Paris" }],
    // The same instants in winter, an hour apart in summer.
    ["summer time alone", { timeZone: "Africa/Abidjan" }],
    ["a night that runs into the span", { exceptions: { "2026-12-31": ["22:00-02:00"] } }],
  ])("differs by %s", (_, more) => {
    expect(desk(more).fingerprint(YEAR)).not.toBe(desk().fingerprint(YEAR));
  });

  it("tells of a night that runs into the span only what lies in it", () => {
    const before = (hours: readonly string[]) =>
      desk({ exceptions: { "2026-12-31": hours } }).fingerprint(YEAR);
    expect(before(["09:00-24:00"])).toBe(before([]));
    expect(before(["22:00-02:00"])).toBe(before(["23:00-02:00"]));
    expect(before(["22:00-02:00"])).not.toBe(before(["22:00-03:00"]));
  });

  it("differs by the midnights of two zones, even if nothing is open", () => {
    const closed = (timeZone: string) => desk({ timeZone, hours: {} }).fingerprint(YEAR);
    expect(closed("Europe/London")).toBe(closed("Europe/London"));
    expect(closed("Europe/London")).not.toBe(closed("Europe/Paris"));
  });

  it("may be of one date", () => {
    const date = { from: "2027-06-01", to: "2027-06-01" };
    expect(desk().fingerprint(date)).toMatch(/^[0-9a-f]{16}$/);
    expect(desk().fingerprint(date)).not.toBe(
      desk().fingerprint({ from: "2027-06-01", to: "2027-06-02" }),
    );
  });

  it("covers the span alone", () => {
    const other = desk({
      exceptions: { "2026-12-31": ["09:00-12:00"], "2028-01-01": ["09:00-12:00"] },
    });
    expect(other.fingerprint(YEAR)).toBe(desk().fingerprint(YEAR));
    expect(other.fingerprint({ from: "2026-12-31", to: "2027-12-31" })).not.toBe(
      desk().fingerprint({ from: "2026-12-31", to: "2027-12-31" }),
    );
  });

  it("covers the whole coverage if no span is given", () => {
    const list = desk({ bankHolidays: ["2027-06-01"] });
    expect(list.fingerprint()).toBe(list.fingerprint(YEAR));
    expect(list.fingerprint({ from: "2027-06-01" })).toBe(
      list.fingerprint({ from: "2027-06-01", to: "2027-12-31" }),
    );
  });

  it("takes the open hours of a combined calendar", () => {
    const round = alwaysOpen("Europe/London");
    expect(desk().intersect(round).fingerprint(YEAR)).toBe(desk().fingerprint(YEAR));
    expect(round.except(desk()).fingerprint(YEAR)).not.toBe(round.fingerprint(YEAR));
  });

  it("refuses a span that is empty, not covered or invalid", () => {
    const list = desk({ bankHolidays: ["2027-06-01"] });
    expect(refusal(() => list.fingerprint({ from: "2027-06-02", to: "2027-06-01" }))).toMatchObject(
      {
        code: "span-empty",
        message:
          '"2027-06-02" comes after "2027-06-01"; give "from" and "to" in order, both included.',
        data: { from: '"2027-06-02"', to: '"2027-06-01"' },
      },
    );
    expect(() => list.fingerprint({ from: "2026-12-31" })).toThrow(CoverageError);
    expect(() => list.fingerprint({ to: "2028-01-01" })).toThrow(CoverageError);
    expect(() => list.fingerprint({ from: "2027-02-30" })).toThrow(CoreHoursError);
    expect(() => list.fingerprint({ form: "2027-01-01" } as object)).toThrow(
      '"form" is not an option of fingerprint; did you mean "from"?',
    );
  });
});
