import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { zoneNamed } from "../../src/time/zone";

describe("what a zone is for Luxon", () => {
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
});
