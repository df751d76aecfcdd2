import { describe, expect, it } from "vitest";
import { breachWeeks } from "../../../src/picture/log/breach-weeks";
import { logPicture } from "../../../src/picture/log/picture";
import { countOfBreaches, describeBreaches } from "../../../src/picture/log/words";

const London = "Europe/London";
const ms = (...texts: string[]) => texts.map((text) => Date.parse(text));

describe("the weeks of breaches", () => {
  it("have each breach at the hour of the wall, which the clock change moves", () => {
    // Fri 23 Oct 2026 09:30 BST is 08:30 UTC, and Mon 26 Oct 09:30 GMT is 09:30 UTC: 9 o'clock on both walls.
    const { weeks, most, count } = breachWeeks(
      ms("2026-10-23T08:30Z", "2026-10-23T08:45Z", "2026-10-26T09:30Z"),
      London,
    );
    expect(weeks.map(({ monday, hours }) => [monday, hours])).toEqual([
      ["2026-10-19", [{ hour: 4 * 24 + 9, count: 2 }]],
      ["2026-10-26", [{ hour: 9, count: 1 }]],
    ]);
    expect([most, count]).toEqual([2, 3]);
  });

  it("have no gap, and a Sunday belongs to the week before its Monday", () => {
    const { weeks } = breachWeeks(ms("2026-11-08T23:30Z", "2026-11-24T00:30Z"), London);
    expect(weeks.map(({ monday, count }) => [monday, count])).toEqual([
      ["2026-11-02", 1],
      ["2026-11-09", 0],
      ["2026-11-16", 0],
      ["2026-11-23", 1],
    ]);
    expect(weeks[0]?.days).toEqual([0, 0, 0, 0, 0, 0, 1]);
  });

  it("have what breached at a midnight at the end of the day before, as it was due then", () => {
    // The midnight that ends Sunday 1 Nov 2026 in London, and the one that ends Tuesday 30 June, in summer.
    const { weeks } = breachWeeks(ms("2026-11-02T00:00Z"), London);
    expect(weeks).toMatchObject([{ monday: "2026-10-26", hours: [{ hour: 167, count: 1 }] }]);
    expect(breachWeeks(ms("2026-06-30T23:00Z"), London).weeks[0]?.hours).toEqual([
      { hour: 47, count: 1 },
    ]);
  });

  it("that are not drawn are counted, and the picture says so", () => {
    const log = breachWeeks(
      ms("2026-11-02T12:00Z", "2026-11-10T12:00Z", "2026-11-17T12:00Z"),
      London,
      2,
    );
    expect(log.weeks).toHaveLength(2);
    expect(countOfBreaches(log)).toBe("3 breaches; 1 of them, in 1 earlier week, are not drawn");
  });

  it("are drawn, a circle for each hour, and described in words", () => {
    const log = breachWeeks(
      ms("2026-11-02T12:00Z", "2026-11-02T12:10Z", "2026-11-04T18:00Z"),
      London,
    );
    const svg = logPicture({ log });
    const [week = ""] = (svg.split('class="week"')[1] ?? "").split('class="legend"');
    expect(week.split("<circle").length - 1).toBe(2);
    expect(describeBreaches(log)).toContain("By day: Monday 2, Tuesday 0, Wednesday 1,");
  });

  it("say that nothing was breached", () => {
    const log = breachWeeks([], London);
    expect(countOfBreaches(log)).toBe("0 breaches");
    expect(logPicture({ log })).toContain("Nothing was breached.");
  });
});
