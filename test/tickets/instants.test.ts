import { describe, expect, it } from "vitest";
import { instantReader } from "../../src/tickets/log/instants";

const iso = instantReader({});
const london = instantReader({
  formats: ["d/M/yyyy HH:mm"],
  zone: "Europe/London",
});
const utc = (text: string) => Date.parse(text);

describe("an instant in ISO 8601", () => {
  it("has Z or an offset", () => {
    expect(iso.text("2026-11-20T16:30:00Z")).toBe(utc("2026-11-20T16:30:00Z"));
    expect(iso.text("2026-10-23T16:30+01:00")).toBe(utc("2026-10-23T15:30:00Z"));
    expect(iso.text("2026-10-23T16:30:00.250+0100")).toBe(utc("2026-10-23T15:30:00.250Z"));
  });

  it.each(["2026-11-20T16:30", "2026-11-20", "2026-11-20T16:30-"])("is refused as %s", (text) => {
    expect(iso.text(text)).toHaveProperty("reason");
  });

  it("says that it lacks its offset", () => {
    expect(iso.text("2026-11-20T16:30")).toEqual({ reason: expect.stringContaining("offset") });
  });

  it.each(["2026-02-30T10:00Z", "2026-11-20T25:00Z", "yesterday", "46346.5"])(
    "does not exist as %s",
    (text) => {
      expect(iso.text(text)).toHaveProperty("reason");
    },
  );

  it("may lack its offset if the map gives a zone", () => {
    const read = instantReader({ zone: "Europe/London" });
    expect(read.text("2026-07-01T09:00")).toBe(utc("2026-07-01T08:00:00Z"));
    expect(read.text("2026-07-01T09:00Z")).toBe(utc("2026-07-01T09:00:00Z"));
  });
});

describe("an instant in a format of the file's own", () => {
  it("is wall time in the zone of the map", () => {
    expect(london.text("29/2/2016 01:16")).toBe(utc("2016-02-29T01:16:00Z"));
    expect(london.text("1/7/2016 09:00")).toBe(utc("2016-07-01T08:00:00Z"));
  });

  it("means the first of a wall time that occurs twice", () => {
    expect(london.text("25/10/2026 01:30")).toBe(utc("2026-10-25T00:30:00Z"));
  });

  it("is moved on by the gap if the clocks skip it", () => {
    expect(london.text("28/3/2027 01:30")).toBe(utc("2027-03-28T01:30:00Z"));
  });

  it.each(["31/2/2016 10:00", "29/2/2015 10:00", "1/13/2016 10:00", "1/7/2016 24:30", "?"])(
    "is refused as %s",
    (text) => {
      expect(london.text(text)).toHaveProperty("reason");
    },
  );

  it("needs no zone if the format states an offset", () => {
    const read = instantReader({ formats: ["d/M/yyyy HH:mm ZZ"] });
    expect(read.text("1/7/2016 09:00 +01:00")).toBe(utc("2016-07-01T08:00:00Z"));
  });

  it("needs a zone that exists", () => {
    expect(() => instantReader({ zone: "Europe/Londn" })).toThrow("Europe/Londn");
  });
});
