import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { instantReader } from "../../../src/tickets/log/instants";

const read = instantReader({});
const inLondon = instantReader({ zone: "Europe/London" });
const reason = (pattern: string) => ({ reason: expect.stringContaining(pattern) });

describe("an instant as a database writes it", () => {
  it.each([
    "2026-11-20 16:30:00Z",
    "2026-11-20 16:30:00+00",
    "2026-11-20 16:30:00+00:00",
    "2026-11-20 16:30:00.000000+0000",
    "2026-11-20 17:30:00 +0100",
    "2026-11-20 16:30:00 UTC",
    "2026-11-20T16:30:00,000Z",
    "2026-11-20 16:30 GMT",
    "1795192200",
    "1795192200.000",
    "1795192200000",
  ])("is read from %s", (text) => {
    expect(read.text(text)).toBe(Date.parse("2026-11-20T16:30Z"));
  });

  it("without an offset is wall time in the zone of the map", () => {
    expect(inLondon.text("2026-07-01 09:00:00.000")).toBe(Date.parse("2026-07-01T08:00Z"));
    expect(inLondon.text("2026-07-01 09:00:00 BST")).toBe(Date.parse("2026-07-01T08:00Z"));
    expect(read.text("2026-07-01 09:00:00.000")).toEqual(reason("states no offset"));
    expect(read.text("2026-07-01 09:00:00 BST")).toEqual(reason("BST is an abbreviation"));
  });

  it.each([
    ["2026-11-20", "no time of day"],
    ["20261120", "a number alone"],
    ["46346.6875", "a number alone"],
    ["202611201630", "a number alone"],
    ["0000000001", "between 1990 and 2200"],
    ["9999999999999", "between 1990 and 2200"],
    ["2026-02-30 10:00Z", "there is no day 30"],
    ["2026-11-20T25:00Z", "there is no hour 25"],
    ["2026-11-20T10:00+25:00", "+25:00 is not an offset"],
  ])("is refused as %s", (text, why) => {
    expect(inLondon.text(text)).toEqual(reason(why));
  });
});

describe("any ISO text", () => {
  it("means what Luxon takes it to mean", () => {
    const shapes = fc.constantFrom(
      ...["yyyy-MM-dd'T'HH:mmZZ", "yyyy-MM-dd'T'HH:mm:ssZZZ", "yyyy-MM-dd'T'HH:mm:ss.SSSZZ"],
      ...["kkkk-'W'WW-c'T'HH:mmZZ", "yyyy-ooo'T'HH:mm:ssZZ", "yyyyMMdd'T'HHmmssZZZ"],
    );
    const zones = fc.constantFrom("UTC", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia");
    const time = fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2099, 0) });
    fc.assert(
      fc.property(shapes, zones, time, (shape, zone, ms) => {
        const text = DateTime.fromMillis(ms, { zone }).toFormat(shape);
        expect(read.text(text)).toBe(DateTime.fromISO(text).toMillis());
      }),
    );
  });
});
