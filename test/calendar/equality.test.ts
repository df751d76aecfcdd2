import assert from "node:assert/strict";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CoreHoursError, defineCalendar, WorkingCalendar } from "../../src";

const calendar = (weekdays: string, id = "desk") =>
  defineCalendar({ id, timeZone: "Europe/London", hours: { weekdays: [weekdays] } });

describe("two calendars", () => {
  it("with one id and different hours are not equal", () => {
    assert.notDeepStrictEqual(calendar("09:00-17:00"), calendar("08:00-18:00"));
    expect(calendar("09:00-17:00")).not.toEqual(calendar("08:00-18:00"));
  });

  it("of one definition are equal, also after questions to one of them", () => {
    const asked = calendar("09:00-17:00");
    asked.add("2026-11-20T16:00:00Z", { hours: 40 });
    asked.addWorkingDays("2026-11-20T16:00:00Z", 40);
    assert.deepStrictEqual(asked, calendar("09:00-17:00"));
    expect(asked).toEqual(calendar("09:00-17:00"));
  });

  it("made of others are compared by their parts", () => {
    const naming = { id: "both" };
    const union = (weekdays: string) => calendar("09:00-12:00").union(calendar(weekdays), naming);
    assert.deepStrictEqual(union("13:00-17:00"), union("13:00-17:00"));
    assert.notDeepStrictEqual(union("13:00-17:00"), union("13:00-18:00"));
  });

  it("of one division with different bank holidays are not equal", () => {
    const definition = { timeZone: "UTC", hours: {}, bankHolidays: "x" };
    const newer = (date: string) => ({
      division: "x",
      events: [{ date, title: "a", notes: "", status: "published" as const }],
      from: "2026-01-01",
      to: "2026-12-31",
      publishedUntil: "2026-12-31",
    });
    const of = (date: string) => defineCalendar(definition, { bankHolidays: [newer(date)] });
    assert.notDeepStrictEqual(of("2026-01-01"), of("2026-01-02"));
    assert.deepStrictEqual(of("2026-01-01"), of("2026-01-01"));
  });
});

describe("a calendar of another copy of the library", () => {
  afterEach(() => vi.resetModules());

  it("is a calendar, and can be combined with one of this copy", async () => {
    vi.resetModules();
    const other = await import("../../src");
    expect(other.WorkingCalendar).not.toBe(WorkingCalendar);
    const theirs = other.defineCalendar({
      id: "evening",
      timeZone: "Europe/London",
      hours: { weekdays: ["18:00-20:00"] },
    });
    expect(theirs instanceof WorkingCalendar).toBe(true);
    const union = calendar("09:00-17:00").union(theirs);
    expect(union.hoursOn("2026-11-20")).toEqual(["09:00-17:00", "18:00-20:00"]);
    expect(union.id).toBe("union(desk, evening)");
    expect(theirs.except(calendar("19:00-20:00")).hoursOn("2026-11-20")).toEqual(["18:00-19:00"]);
    // Deep within others it is as well.
    const deep = calendar("08:00-09:00").union(theirs.intersect(calendar("18:30-22:00")));
    expect(deep.hoursOn("2026-11-20")).toEqual(["08:00-09:00", "18:30-20:00"]);
  });

  it.each<[string, unknown]>([
    ["null", null],
    ["text", "desk"],
    ["a definition", calendar("09:00-17:00").toJSON()],
    ["something of its shape", { ...calendar("09:00-17:00") }],
  ])("is not %s", (_, value) => {
    expect(value instanceof WorkingCalendar).toBe(false);
    const union = () => calendar("09:00-17:00").union(value as WorkingCalendar);
    expect(union).toThrow(CoreHoursError);
    expect(union).toThrow(/^union takes another calendar, not .*; make one with defineCalendar\.$/);
  });
});

describe("a definition with keys that are undefined", () => {
  const weekdays = ["09:00-17:00"];

  it.each<[string, object]>([
    ["a day before the groups", { saturday: undefined, weekdays }],
    ["a day after them", { weekdays, saturday: undefined }],
    ["all of them", { monday: undefined, daily: undefined, weekend: undefined, weekdays }],
  ])("ignores them: %s", (_, hours) => {
    const definition = {
      id: undefined,
      title: undefined,
      timeZone: "UTC",
      hours,
      bankHolidays: undefined,
      exceptions: { "2026-11-20": undefined, "2026-11-19": { hours: [], title: undefined } },
    };
    // The types do not say undefined; programs that spread options do.
    const desk = defineCalendar(definition as never);
    expect(desk.hoursOn("2026-11-20")).toEqual(weekdays);
    expect(desk.hoursOn("2026-11-21")).toEqual([]);
    expect(desk.reasonFor("2026-11-19")).toEqual({ because: "exception" });
    expect(desk.toJSON()).toEqual({
      timeZone: "UTC",
      hours: { weekdays },
      exceptions: { "2026-11-19": { hours: [] } },
    });
  });

  it("still lacks the required key", () => {
    expect(() => defineCalendar({ timeZone: "UTC", hours: undefined } as never)).toThrow(
      "hours: missing;",
    );
    expect(() =>
      defineCalendar({ timeZone: "UTC", hours: { daily: [undefined] } } as never),
    ).toThrow("hours.daily[0]: missing;");
  });
});
