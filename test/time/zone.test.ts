import { DateTime, IANAZone } from "luxon";
import { describe, expect, it } from "vitest";
import { defineCalendar, InvalidInstantError } from "../../src";
import { isZoneName, zoneNamed } from "../../src/time/zone";
import { ZoneOffsets } from "../../src/time/zone-offsets";

const HOUR = 3_600_000;
const calendarIn = (timeZone: string) =>
  defineCalendar({ timeZone, hours: { daily: ["09:00-17:00"] } });

describe("a DateTime that the library returns", () => {
  const ours = calendarIn("Europe/London").nextOpen("2026-07-01T03:00:00Z");
  const luxons = DateTime.fromISO("2026-07-01T09:00:00", { zone: "Europe/London" });

  it("equals Luxon's own of that zone, both ways", () => {
    expect(ours.equals(luxons)).toBe(true);
    expect(luxons.equals(ours)).toBe(true);
    expect(ours.zone.equals(luxons.zone)).toBe(true);
    expect(ours.hasSame(luxons, "day")).toBe(true);
    expect(ours).toEqual(luxons);
  });

  it("formats and serialises like it", () => {
    expect(ours.toISO()).toBe("2026-07-01T09:00:00.000+01:00");
    expect(JSON.stringify(ours)).toBe(JSON.stringify(luxons));
    expect(ours.toFormat("ZZZZ z")).toBe(luxons.toFormat("ZZZZ z"));
    expect(ours.toLocaleString(DateTime.DATETIME_FULL)).toBe(
      luxons.toLocaleString(DateTime.DATETIME_FULL),
    );
    expect(ours.zoneName).toBe("Europe/London");
  });

  it("calculates like it, also far from the years of its table", () => {
    for (const years of [-400, -130, -1, 1, 9, 170, 4_000]) {
      expect(ours.plus({ years }).toISO()).toBe(luxons.plus({ years }).toISO());
    }
    expect(ours.plus({ months: 6 }).toISO()).toBe("2027-01-01T09:00:00.000+00:00");
    expect(ours.plus({ years: 300_000 }).isValid).toBe(luxons.plus({ years: 300_000 }).isValid);
  });
});

describe("a table of offsets", () => {
  it.each([
    "Europe/London",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Sao_Paulo",
    "Asia/Gaza",
    "Africa/Casablanca",
    "Africa/Tunis",
    "Europe/Amsterdam",
  ])("of %s has Luxon's offset in every hour of its unusual months", (zone) => {
    const table = new ZoneOffsets(zone);
    const luxon = IANAZone.create(zone);
    for (const [from, days] of [
      [Date.UTC(2040, 9, 10), 30], // Gaza: back for Ramadan and again a week later
      [Date.UTC(1943, 3, 10), 30], // Tunis: eight days
      [Date.UTC(2011, 11, 20), 20], // Apia skips 30 December
      [Date.UTC(2026, 2, 25), 14],
    ] as const) {
      for (let ms = from; ms < from + days * 24 * HOUR; ms += HOUR) {
        expect(table.offsetAt(ms), new Date(ms).toISOString()).toBe(
          Math.round(luxon.offset(ms) * 60_000),
        );
      }
    }
  });

  it("finds a change to the second, in whichever order the years are asked for", () => {
    const change = Date.UTC(2026, 2, 29, 1);
    for (const first of [Date.UTC(1950, 0, 1), Date.UTC(2100, 0, 1), change]) {
      const table = new ZoneOffsets("Europe/London");
      table.offsetAt(first);
      expect(table.offsetAt(change - 1)).toBe(0);
      expect(table.offsetAt(change)).toBe(HOUR);
    }
  });
});

describe("zone names", () => {
  it.each(["Europe/London", "UTC", "Etc/GMT+3", "America/Argentina/Buenos_Aires"])(
    "%s is one",
    (name) => {
      expect(isZoneName(name)).toBe(true);
    },
  );

  it.each(["", "+01:00", "UTC+3", "Mars/Olympus", "local", "Europe/London "])(
    "%o is none",
    (name) => {
      expect(isZoneName(name)).toBe(false);
    },
  );

  it("share one table each", () => {
    expect(zoneNamed("Europe/London")).toBe(zoneNamed("Europe/London"));
  });
});

describe("at reads wall-clock time in the calendar's zone", () => {
  const london = calendarIn("Europe/London");

  it.each([
    ["2026-11-20T16:30", "2026-11-20T16:30:00.000+00:00"],
    ["2026-07-20 16:30:15", "2026-07-20T16:30:15.000+01:00"],
    ["2026-07-20T16:30:15.25", "2026-07-20T16:30:15.250+01:00"],
    ["2026-07-20", "2026-07-20T00:00:00.000+01:00"],
    ["2026-07-20T24:00", "2026-07-21T00:00:00.000+01:00"],
    ["2026-10-25T01:30", "2026-10-25T01:30:00.000+01:00"], // Twice that night: the first.
    ["2026-03-29T01:30", "2026-03-29T02:30:00.000+01:00"], // Skipped: an hour on.
  ])("%s is %s", (text, iso) => {
    expect(london.at(text).toISO()).toBe(iso);
  });

  it.each([
    "2026-11-20T16:30Z",
    "2026-11-20T16:30+01:00",
    "2026-02-30T10:00",
    "2026-11-20T24:01",
    "2026-11-20T10:60",
    "20/11/2026 16:30",
    "",
  ])("%o is refused", (text) => {
    expect(() => london.at(text)).toThrow(InvalidInstantError);
  });
});
