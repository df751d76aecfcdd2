import fc from "fast-check";
import { DateTime, IANAZone } from "luxon";
import { describe, expect, it, vi } from "vitest";
import { DefinitionError, InvalidInstantError, zoneClock } from "../../src/index";
import { anyTimeZone, clockChanges } from "../../src/testing/arbitraries/zones";
import { zoneNamed } from "../../src/time/zone";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/timeline/units";
import { refusal } from "../reference/refusals";

const utc = Date.UTC;

describe("the clock of a zone", () => {
  const london = zoneClock("Europe/London");

  // British Summer Time of 2026 is from 29 March 01:00 UTC to 25 October 01:00 UTC.
  it("shows an instant as a wall clock there does", () => {
    expect(london.offsetAt(utc(2026, 6, 1))).toBe(HOUR_MS);
    expect(london.offsetAt(utc(2026, 11, 1))).toBe(0);
    expect(london.wallAt(utc(2026, 6, 1, 8))).toBe(utc(2026, 6, 1, 9));
    expect(london.wallAt(utc(2026, 9, 25, 1) - 1)).toBe(utc(2026, 9, 25, 2) - 1);
    expect(london.wallAt(utc(2026, 9, 25, 1))).toBe(utc(2026, 9, 25, 1));
  });

  it("knows when it shows a time", () => {
    expect(london.instantOf(utc(2026, 6, 1, 9))).toBe(utc(2026, 6, 1, 8));
    expect(london.timesShown(utc(2026, 6, 1, 9))).toBe(1);
  });

  it("takes the first of two times, and moves a skipped one on by the gap", () => {
    expect(london.timesShown(utc(2026, 9, 25, 1, 30))).toBe(2);
    expect(london.instantOf(utc(2026, 9, 25, 1, 30))).toBe(utc(2026, 9, 25, 0, 30));
    expect(london.timesShown(utc(2026, 2, 29, 1, 30))).toBe(0);
    // 01:30 is moved on to 02:30 in summer time.
    expect(london.instantOf(utc(2026, 2, 29, 1, 30))).toBe(utc(2026, 2, 29, 1, 30));
  });

  it("knows of a day that a zone has skipped", () => {
    // Samoa went from the end of 29 December 2011 to 31 December.
    const apia = zoneClock("Pacific/Apia");
    expect(apia.timesShown(utc(2011, 11, 30, 12))).toBe(0);
    expect(apia.timesShown(utc(2011, 11, 29, 12))).toBe(1);
    expect(apia.timesShown(utc(2011, 11, 31, 12))).toBe(1);
  });

  it("has the name of its zone as the database spells it", () => {
    expect(zoneClock("europe/LONDON").zone).toBe("Europe/London");
    expect(zoneClock("UTC").zone).toBe("UTC");
  });

  it("answers far from its table, too", () => {
    for (const year of [1850, 1969, 2100, 2101, 2500]) {
      const own = DateTime.fromMillis(utc(year, 6, 1), { zone: "Europe/London" });
      expect(london.offsetAt(utc(year, 6, 1))).toBe(Math.round(own.offset * MINUTE_MS));
    }
  });

  it("reads its zone once, however many instants are asked", () => {
    const clock = zoneClock("America/Toronto");
    clock.instantOf(utc(2016, 5, 1));
    const asked = vi.spyOn(IANAZone.prototype, "offset");
    for (let hour = 0; hour < 5_000; hour += 1) clock.instantOf(utc(2016, 1, 1, hour));
    expect(asked.mock.calls.length).toBeLessThanOrEqual(130);
    asked.mockRestore();
  });
});

describe("every zone", () => {
  it("shows each time as often as one finds by asking Luxon of every offset near it", () => {
    // Half of them within a day and a half of a change of the clocks.
    const around = anyTimeZone().chain((name) => {
      const changes = clockChanges(name, utc(1970, 1), utc(2037, 11));
      const any = fc.integer({ min: utc(1970, 1), max: utc(2037, 11) });
      const near = fc
        .tuple(fc.constantFrom(...changes, utc(2026, 0)), fc.integer({ min: -144, max: 144 }))
        .map(([at, quarters]) => at + quarters * 15 * MINUTE_MS);
      return fc.tuple(fc.constant(name), fc.oneof(any, near));
    });
    fc.assert(
      fc.property(around, ([name, wallMs]) => {
        const zone = new IANAZone(name);
        const offsetAt = (ms: number) => Math.round(zone.offset(ms) * MINUTE_MS);
        const near = new Set<number>();
        for (let hours = -36; hours <= 36; hours += 1) near.add(offsetAt(wallMs + hours * HOUR_MS));
        const shown = [...near]
          .map((offset) => wallMs - offset)
          .filter((ms) => ms + offsetAt(ms) === wallMs);
        const clock = zoneClock(name);
        expect(clock.timesShown(wallMs)).toBe(shown.length);
        if (shown.length > 0) expect(clock.instantOf(wallMs)).toBe(Math.min(...shown));
        const instant = clock.instantOf(wallMs);
        expect(Math.abs(clock.wallAt(instant) - wallMs)).toBeLessThanOrEqual(
          shown.length > 0 ? 0 : DAY_MS,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is not a zone or an instant", () => {
  it("is refused with what was probably meant", () => {
    expect(() => zoneClock("BST")).toThrow(DefinitionError);
    expect(() => zoneClock("BST")).toThrow('probably "Europe/London" was meant');
    expect(() => zoneClock("Europe/Londn")).toThrow('perhaps "Europe/London"');
    // @ts-expect-error a number is not a zone
    expect(() => zoneClock(1)).toThrow(DefinitionError);
    // An object without a prototype cannot be written as text.
    expect(() => zoneClock(Object.create(null))).toThrow(DefinitionError);
  });

  it("is refused in whole sentences", () => {
    expect(refusal(() => zoneClock("BST")).message).toBe(
      'The zone clock has 1 problem:\n  zone: "BST" given; an abbreviation is not the name of a zone, and engines differ on what it means; probably "Europe/London" was meant',
    );
    // @ts-expect-error a number is not a zone
    expect(refusal(() => zoneClock(1)).message).toBe(
      'The zone clock has 1 problem:\n  zone: 1 given; expected an IANA zone such as "Europe/London"',
    );
    expect(refusal(() => zoneClock("UTC").wallAt(Number.NaN))).toMatchObject({
      code: "instant-invalid",
      message:
        "NaN is not a number of milliseconds that a date can hold. Give epoch milliseconds, such as Date.UTC(2026, 10, 20, 16, 30).",
      data: { given: "NaN" },
    });
  });

  it("holds the greatest and the least number that a date can hold", () => {
    for (const at of [8.64e15, -8.64e15]) {
      // Luxon has no offset for the first and the last hours, and so it is 0.
      expect(zoneClock("UTC").offsetAt(at)).toBe(0);
      expect(zoneClock("UTC").wallAt(at)).toBe(at);
      expect(zoneNamed("Europe/London").offset(at)).toBeTypeOf("number");
      expect(zoneNamed("Europe/London").offset(at)).not.toBeNaN();
    }
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, "1", null])(
    "is refused as %s",
    (at) => {
      const clock = zoneClock("Europe/London");
      for (const ask of ["offsetAt", "wallAt", "instantOf", "timesShown"] as const) {
        expect(() => Reflect.apply(clock[ask], clock, [at])).toThrow(InvalidInstantError);
      }
    },
  );
});
