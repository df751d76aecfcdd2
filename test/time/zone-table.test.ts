import { DateTime, IANAZone } from "luxon";
import { describe, expect, it, vi } from "vitest";
import { type TabledZone, zoneNamed } from "../../src/time/zone";
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

  it("knows the seconds of local mean time, and the second at which it ended", () => {
    // London's was a minute and a quarter behind Greenwich, until 1 December 1847.
    const table = new ZoneOffsets("Europe/London");
    const end = Date.UTC(1847, 11, 1, 0, 1, 15);
    expect([table.offsetAt(end - 1), table.offsetAt(end)]).toEqual([-75_000, 0]);
    table.ensure(end - STEP_MS, end + STEP_MS);
    expect([table.offsetAt(end - 1), table.offsetAt(end)]).toEqual([-75_000, 0]);
    expect(table.changesWithin(end - 1, end)).toBe(true);
    expect(table.changesWithin(end, end + 1)).toBe(false);
    expect(table.changesWithin(end - 2, end - 1)).toBe(false);
  });
});

/** How far apart offsets are read. */
const STEP_MS = 6 * 24 * HOUR_MS;

describe("a table of offsets reads its zone as seldom as it can:", () => {
  const WINTER = 2_800 * STEP_MS; // 31 December 2015; the clocks change on 27 March 2016.

  /** How often a call reads the zone. */
  function reads(act: () => unknown): number {
    const asked = vi.spyOn(IANAZone.prototype, "offset");
    act();
    const { length } = asked.mock.calls;
    asked.mockRestore();
    return length;
  }

  it("at each step once, and at the ends of what it knows", () => {
    const table = new ZoneOffsets("Europe/Paris");
    const [from, to] = [WINTER, WINTER + 5 * STEP_MS];
    expect([table.holds(0), table.holds(from)]).toEqual([false, false]);
    // The first step twice, and the five after it.
    expect(reads(() => table.ensure(from + 1, to - 1))).toBe(7);
    expect([from - 1, from, to, to + 1].map((ms) => table.holds(ms))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(reads(() => table.ensure(from, to))).toBe(0);
    for (const ms of [from, from + 1, to]) {
      expect(reads(() => table.offsetAt(ms))).toBe(0);
      expect(table.offsetAt(ms)).toBe(HOUR_MS);
    }
    // Two steps more, from where it ends; and two steps before, and the first of them once more.
    expect(reads(() => table.ensure(from, to + 2 * STEP_MS))).toBe(3);
    expect(reads(() => table.ensure(from - 2 * STEP_MS, to))).toBe(4);
    expect(reads(() => table.ensure(from - 2 * STEP_MS, to + 2 * STEP_MS))).toBe(0);
  });

  it("around a change by halves, first of hours and then of seconds", () => {
    const table = new ZoneOffsets("Europe/Paris");
    const change = Date.UTC(2016, 2, 27, 1);
    const first = Math.floor(change / STEP_MS) * STEP_MS;
    // A step has 144 hours, which are halved eight times; the change is on the hour, as one more reading tells.
    expect(reads(() => table.ensure(first, first + STEP_MS))).toBeLessThanOrEqual(3 + 8 + 1);
    expect([table.offsetAt(change - 1), table.offsetAt(change)]).toEqual([HOUR_MS, 2 * HOUR_MS]);
  });

  it("beyond its table at both steps around an instant, and keeps some seventy years of them", () => {
    const table = new ZoneOffsets("Europe/Paris");
    const at = (step: number) => () => table.offsetAt(step * STEP_MS + 1);
    expect(reads(at(2_800))).toBe(2);
    expect(reads(at(2_801))).toBe(1);
    expect(reads(at(2_800))).toBe(0);
    for (let step = 0; step < 4_095; step++) at(-step)();
    // With 2,800 to 2,802 there are more than 4,096 now, so the first of them have been dropped.
    expect(reads(at(2_800))).toBe(2);
  });
});

describe("a zone for Luxon", () => {
  /** Whether an instant is in the zone's table after it was asked about. */
  const joins = (zone: TabledZone, ms: number) => {
    zone.offset(ms);
    return zone.offsets.holds(ms);
  };

  it("reads on into the table up to 400 days beyond it, and asks Luxon about what is further", () => {
    const zone = zoneNamed("Asia/Yakutsk");
    let [from, to] = [0, 10 * STEP_MS];
    zone.offsets.ensure(from, to);
    // Zones are kept, so its table may reach further by now.
    while (zone.offsets.holds(from - STEP_MS)) from -= STEP_MS;
    while (zone.offsets.holds(to + STEP_MS)) to += STEP_MS;
    const days = (count: number) => count * 24 * HOUR_MS;
    expect(joins(zone, to + days(401))).toBe(false);
    expect(joins(zone, from - days(401))).toBe(false);
    expect(joins(zone, to + days(399))).toBe(true);
    expect(joins(zone, from - days(399))).toBe(true);
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
