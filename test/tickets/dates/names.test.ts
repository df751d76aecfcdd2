import { describe, expect, it } from "vitest";
import { monthNamed, weekdayNamed } from "../../../src/tickets/log/dates/names";
import { dateShape } from "../../../src/tickets/log/dates/shapes";
import { instantReader } from "../../../src/tickets/log/instants";

/** What a text of no stated format says in Paris, as ISO in UTC; null if it is not a date. */
function read(text: string): string | null {
  const shape = dateShape(text);
  if (shape?.kind !== "format") return null;
  const instant = instantReader({ formats: [shape.format], zone: "Europe/Paris" }).text(text);
  return typeof instant === "number" ? new Date(instant).toISOString() : instant.reason;
}

describe("names of months and weekdays", () => {
  it.each([
    [1, "janvier janv. jan"],
    [2, "février févr. fév fevrier FÉVRIER fe\u0301vrier"],
    [3, "mars mar."],
    [4, "avril avr."],
    [5, "mai"],
    [6, "juin jun"],
    [7, "juillet juil. jul"],
    [8, "août aout aoû."],
    [9, "septembre sept."],
    [10, "octobre oct."],
    [11, "novembre nov."],
    [12, "décembre déc."],
  ] as const)("%i may be French: %s", (month, names) => {
    for (const name of names.split(" ")) expect(monthNamed(name), name).toBe(month);
  });

  it("are not guessed: jui is June or July", () => {
    expect(monthNamed("jui")).toBeUndefined();
    expect(monthNamed("lundi")).toBeUndefined();
    expect(weekdayNamed("juin")).toBeUndefined();
  });

  it("of weekdays may be French", () => {
    const days = ["lundi", "Mardi", "mercredi", "jeudi", "vendredi", "samedi", "DIMANCHE"];
    expect(days.map(weekdayNamed)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const short = ["lun.", "mar.", "mer.", "jeu", "ven", "sam", "dim."];
    expect(short.map(weekdayNamed)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

// Paris is an hour ahead of UTC in winter, and two in summer.
describe("a date with French names", () => {
  it.each([
    ["2 novembre 2026 09:00", "2026-11-02T08:00:00.000Z"],
    ["2-nov.-2026 09:00", "2026-11-02T08:00:00.000Z"],
    ["lundi 2 novembre 2026 09:00", "2026-11-02T08:00:00.000Z"],
    ["lundi, 2 novembre 2026 à 09:00:30", "2026-11-02T08:00:30.000Z"],
    ["lun. 1er févr. 2027 à 09:00", "2027-02-01T08:00:00.000Z"],
    ["1er août 2027 09:00", "2027-08-01T07:00:00.000Z"],
    ["mercredi 4 aou\u0302t 2027 09:00", "2027-08-04T07:00:00.000Z"],
  ])("is read: %s", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it("is refused if its weekday is another's, or if there is no such day", () => {
    expect(read("mardi 2 novembre 2026 09:00")).toBeNull();
    expect(read("31 novembre 2026 09:00")).toBeNull();
    expect(read("2 brumaire 2026 09:00")).toBeNull();
  });
});
