import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { alwaysOpen, DefinitionError, defineCalendar } from "../../src";
import { isZoneName, zoneNamed } from "../../src/time/zone";
import { ABBREVIATIONS, canonicalZone, zoneProblem } from "../../src/time/zone-names";

const NAMES: readonly string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "../data/zone-names.json"), "utf8"),
).names;

describe("the name of a zone", () => {
  const known = NAMES.filter((name) => canonicalZone(name) !== undefined);

  it("may be any of the IANA database but the abbreviations", () => {
    const refused = NAMES.filter((name) => !known.includes(name));
    expect(refused).toEqual(["CET", "EET", "EST", "HST", "MET", "MST", "WET"]);
  });

  it("is written in one way, whatever case it is given in", () => {
    for (const name of known) {
      for (const given of [name, name.toLowerCase(), name.toUpperCase()]) {
        expect(canonicalZone(given)).toBe(name);
      }
    }
  });

  it("in another case is the same zone, which is kept once", () => {
    expect(zoneNamed("europe/LONDON")).toBe(zoneNamed("Europe/London"));
    expect(alwaysOpen("EUROPE/london").timeZone).toBe("Europe/London");
    expect(alwaysOpen("utc").timeZone).toBe("UTC");
    expect(alwaysOpen("asia/calcutta").timeZone).toBe("Asia/Calcutta");
  });

  it.each([
    "",
    " ",
    "UTC ",
    "+01:00",
    "UTC+3",
    "local",
    "system",
    "Mars/Base",
    "Europe/",
    "a".repeat(1_000),
  ])("is not %j", (name) => {
    expect(isZoneName(name)).toBe(false);
  });
});

describe("an abbreviation", () => {
  // What each stands for, as people there use it.
  it.each([
    ["BST", '"Europe/London"'],
    ["bst", '"Europe/London"'],
    ["IST", '"Asia/Kolkata" or "Europe/Dublin" or "Asia/Jerusalem"'],
    ["PST", '"America/Los_Angeles" or "Asia/Manila"'],
    ["PDT", '"America/Los_Angeles"'],
    ["CST", '"America/Chicago" or "Asia/Shanghai" or "America/Havana"'],
    ["EST", '"America/New_York" or "America/Panama"'],
    ["EDT", '"America/New_York"'],
    ["MST", '"America/Denver" or "America/Phoenix"'],
    ["CET", '"Europe/Paris" or "Europe/Berlin"'],
    ["CEST", '"Europe/Paris" or "Europe/Berlin"'],
    ["EET", '"Europe/Athens" or "Europe/Helsinki"'],
    ["AEST", '"Australia/Sydney" or "Australia/Brisbane"'],
    ["JST", '"Asia/Tokyo"'],
    ["AST", '"America/Halifax" or "America/Puerto_Rico" or "Asia/Riyadh"'],
    ["SST", '"Pacific/Pago_Pago" or "Pacific/Guadalcanal"'],
    ["Z", '"UTC"'],
  ])("%s is refused, with the zone that was probably meant", (timeZone, zones) => {
    const make = () => defineCalendar({ timeZone, hours: { weekdays: ["09:00-17:00"] } });
    expect(make).toThrow(DefinitionError);
    expect(make).toThrow(
      `timeZone: "${timeZone}" given; an abbreviation is not the name of a zone, and engines differ on what it means; probably ${zones} was meant`,
    );
  });

  it.each(Object.entries(ABBREVIATIONS))("%s names existing zones", (name, zones) => {
    expect(isZoneName(name)).toBe(false);
    expect(zones.filter((zone) => !isZoneName(zone))).toEqual([]);
    expect(() => alwaysOpen(name)).toThrow(`probably "${zones[0]}"`);
  });

  it("is not confused with a zone: UTC, GMT and the names that contain an abbreviation", () => {
    for (const name of ["UTC", "GMT", "EST5EDT", "GB", "NZ", "PRC", "Etc/GMT+3"]) {
      expect(isZoneName(name)).toBe(true);
    }
  });

  it("of three letters is not a zone unless it is UTC, GMT or a country", () => {
    const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
    const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    expect(words.filter(isZoneName)).toEqual(["GMT", "PRC", "ROC", "ROK", "UCT", "UTC"]);
  });
});

describe("a misspelt zone", () => {
  it.each([
    ["Europe/Londn", "Europe/London"],
    ["London", "Europe/London"],
    ["America/NewYork", "America/New_York"],
    ["UTC ", "UTC"],
  ])("%s is refused with what was probably meant", (timeZone, meant) => {
    expect(() => alwaysOpen(timeZone)).toThrow(`expected an IANA zone, perhaps "${meant}"`);
  });

  it("is refused with an example where the engine cannot list its zones", () => {
    const listed = vi.spyOn(Intl, "supportedValuesOf").mockImplementation(() => {
      throw new RangeError("no list");
    });
    for (const name of ["Europe/Londn", "x".repeat(65)]) {
      expect(zoneProblem(name)).toBe('expected an IANA zone such as "Europe/London"');
    }
    listed.mockRestore();
  });
});
