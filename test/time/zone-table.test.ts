import { DateTime, IANAZone } from "luxon";
import { describe, expect, it, vi } from "vitest";
import { zoneNamed } from "../../src/time/zone";
import { ZoneOffsets } from "../../src/time/zone-offsets";
import { HOUR_MS } from "../../src/timeline/units";

describe("a zone as Luxon sees it", () => {
  it("answers within its table, near it and far from it as Luxon's own does", () => {
    const zone = zoneNamed("Europe/London");
    const winter = Date.UTC(2026, 0, 1);
    for (const ms of [
      winter,
      Date.UTC(2026, 6, 1),
      Date.UTC(2024, 6, 1),
      Date.UTC(1950, 6, 1),
      Date.UTC(2190, 6, 1),
    ]) {
      const own = DateTime.fromMillis(ms, { zone: "Europe/London" });
      expect(zone.offset(ms)).toBe(own.offset);
    }
    expect(zoneNamed("Europe/London")).toBe(zone);
  });

  it("answers beyond its table as Luxon's own does, around every change of the clocks", () => {
    for (const name of ["Europe/London", "Africa/Cairo", "Asia/Gaza", "Australia/Lord_Howe"]) {
      const { offsets } = zoneNamed(name);
      const own = new IANAZone(name);
      // Every twelfth day of a century, and an hour to each side.
      for (let ms = Date.UTC(1960, 0, 1); ms < Date.UTC(2060, 0, 1); ms += 12 * 24 * HOUR_MS) {
        for (const at of [ms - HOUR_MS, ms, ms + HOUR_MS]) {
          if (offsets.offsetAt(at) !== own.offset(at) * 60_000) {
            expect([name, at, offsets.offsetAt(at)]).toEqual([name, at, own.offset(at) * 60_000]);
          }
        }
      }
    }
  });

  it("reads its samples once, however often it is asked beyond its table", () => {
    const offsets = new ZoneOffsets("Europe/Paris");
    const asked = vi.spyOn(IANAZone.prototype, "offset");
    const winter = Date.UTC(2016, 0, 12);
    for (let minute = 0; minute < 1000; minute += 1) offsets.offsetAt(winter + minute * 60_000);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
    asked.mockRestore();
  });
});
