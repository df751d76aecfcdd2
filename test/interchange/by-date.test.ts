import { describe, expect, it } from "vitest";
import { byDate } from "../../src/interchange/by-date";
import type { DateRange } from "../../src/interchange/day-kind";

interface Item {
  readonly name: string;
  readonly dates?: readonly DateRange[];
}

const item = (name: string, ...dates: readonly DateRange[]): Item =>
  dates.length === 0 ? { name } : { name, dates };
const namesOn = (items: readonly Item[], date: number | undefined) =>
  byDate(items, ({ dates }) => dates)?.(date).map(({ name }) => name);

describe("the items of a date", () => {
  const items = [
    item("every day"),
    item("ten to twelve", { from: 10, to: 12 }),
    item("also every day"),
    item("twelve, twice", { from: 12, to: 12 }, { from: 11, to: 13 }),
  ];

  it("are those that hold on it, in their order", () => {
    expect(namesOn(items, 9)).toEqual(["every day", "also every day"]);
    expect(namesOn(items, 10)).toEqual(["every day", "ten to twelve", "also every day"]);
    expect(namesOn(items, 13)).toEqual(["every day", "also every day", "twelve, twice"]);
  });

  it("come once, even if two of their ranges overlap", () => {
    expect(namesOn(items, 12)).toEqual(items.map(({ name }) => name));
  });

  it("are those of every day if there is no date", () => {
    expect(namesOn(items, undefined)).toEqual(["every day", "also every day"]);
  });

  it("are found without asking each item for each date", () => {
    let asked = 0;
    const find = byDate(
      Array.from({ length: 1_000 }, (_, i) => i),
      (i) => {
        asked++;
        return [{ from: i, to: i + 3 }];
      },
    );
    for (let date = 3; date < 1_000; date++) expect(find?.(date)).toHaveLength(4);
    expect(asked).toBeLessThanOrEqual(2_000); // Twice each: once to index, once for those of every day.
  });

  it("are not looked for if there are too many of them for too many dates", () => {
    const decade = { from: 0, to: 3_999 };
    expect(
      namesOn(
        Array.from({ length: 101 }, () => item("decade", decade)),
        5,
      ),
    ).toBeUndefined();
    const everyDay = Array.from({ length: 101 }, () => item("every day"));
    expect(namesOn([item("decade", decade), ...everyDay], 5)).toBeUndefined();
  });
});
