import { describe, expect, it } from "vitest";
import { compare, type KnownHoliday } from "../../../tools/bank-holidays/compare";
import { changeLines, sentenceOf } from "../../../tools/bank-holidays/print";

const day = (date: string, title: string, notes = "") => ({ date, title, notes });
const projected = (date: string, title: string, notes = ""): KnownHoliday => ({
  ...day(date, title, notes),
  status: "projected",
});
const published = (date: string, title: string, notes = ""): KnownHoliday => ({
  ...day(date, title, notes),
  status: "published",
});

const early = "Early May bank holiday";

describe("published dates against known ones", () => {
  it("are not a change if they are the same", () => {
    const title = "Good Friday";
    expect(compare([published("2028-04-14", title)], [day("2028-04-14", title)])).toEqual([]);
  });

  it("is foretold if it was projected", () => {
    const was = projected("2029-03-30", "Good Friday");
    const now = day("2029-03-30", "Good Friday");
    expect(compare([was], [now])).toEqual([{ kind: "foretold", was, now }]);
  });

  it("have moved if the date of a name and year differs", () => {
    const was = projected("2031-05-05", early);
    const now = day("2031-05-09", early);
    const changes = compare([was], [now]);
    expect(changes).toEqual([{ kind: "moved", was, now }]);
    expect(changes.map(sentenceOf)).toEqual([
      `2031-05-05 was projected as ${early}; published is 2031-05-09`,
    ]);
  });

  it("has moved if the name says why", () => {
    // As the 75 years since VE Day were kept in 2020.
    const was = projected("2020-05-04", early);
    const now = day("2020-05-08", `${early} (VE day)`);
    expect(compare([was], [now]).map(sentenceOf)).toEqual([
      `2020-05-04 was projected as ${early}; published is 2020-05-08 as ${early} (VE day)`,
    ]);
  });

  it("has moved beside a day that is added, as in 2022", () => {
    const spring = "Spring bank holiday";
    const jubilee = day("2022-06-03", "Platinum Jubilee bank holiday");
    const was = projected("2022-05-30", spring);
    const now = day("2022-06-02", spring);
    expect(compare([was], [now, jubilee])).toEqual([
      { kind: "moved", was, now },
      { kind: "added", now: jubilee },
    ]);
  });

  it("is added if nothing was known, and removed if nothing is published", () => {
    const now = day("2029-05-07", "Bank holiday for the coronation");
    const was = published("2029-08-27", "Summer bank holiday");
    const changes = compare([was], [now]);
    expect(changes.map(({ kind }) => kind)).toEqual(["added", "removed"]);
    expect(changes.map(sentenceOf)).toEqual([
      "2029-05-07 Bank holiday for the coronation is published, and was not known",
      "2029-08-27 was published as Summer bank holiday; it is not published now",
    ]);
  });

  it("is not one day of two years", () => {
    const was = projected("2029-12-31", "A day");
    const now = day("2030-01-01", "A day");
    expect(compare([was], [now]).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });

  it("is renamed if its title or its note differs", () => {
    const was = projected("2033-12-26", "Christmas Day", "Substitute day");
    const now = day("2033-12-26", "Boxing Day");
    const changes = compare([was], [now]);
    expect(changes.map(({ kind }) => kind)).toEqual(["foretold", "renamed"]);
    expect(changes.map(sentenceOf)).toEqual([
      "2033-12-26 Christmas Day is published as it was projected",
      "2033-12-26 Christmas Day (Substitute day) is now Boxing Day",
    ]);
  });

  it("keeps its note if the source says nothing of notes", () => {
    const was = published("2028-01-03", "New Year's Day", "Substitute day");
    const now = { ...day("2028-01-03", "New Year's Day"), notes: undefined };
    expect(compare([was], [now])).toEqual([]);
  });
});

describe("the changes in print", () => {
  const was = projected("2031-05-05", early);
  const now = day("2031-05-09", early);
  const friday = {
    was: projected("2031-04-11", "Good Friday"),
    now: day("2031-04-11", "Good Friday"),
  };
  const changes = compare([friday.was, was], [friday.now, now]);

  it("say once what several divisions share, and count what came as projected", () => {
    const lines = changeLines([
      { division: "england-and-wales", changes },
      { division: "scotland", changes },
    ]);
    expect(lines).toEqual([
      "unlike what was known",
      `  2031-05-05 was projected as ${early}; published is 2031-05-09 (england-and-wales, scotland)`,
      "",
      "published as projected",
      "  2031 england-and-wales: 1 date",
      "  2031 scotland: 1 date",
      "",
    ]);
  });

  it("are no lines for a division without changes", () => {
    expect(changeLines([{ division: "scotland", changes: [] }])).toEqual([]);
  });
});
