import { describe, expect, it } from "vitest";
import { monthPage } from "../../src/picture/month/page";
import { monthPicture } from "../../src/picture/month/picture";
import type { MonthEntry } from "../../src/tickets/verdicts/month";
import { monthOf } from "./months";
import { CORE, incident, READINGS } from "./tickets";
import { type Element, elementsOf, parseXml, textOf, withClass } from "./xml";

const entry = (reading: MonthEntry["reading"]): MonthEntry => ({ reading, calendar: CORE });
const december = monthOf("2026-12", [
  entry(incident(["2026-12-07T08:00Z new", "2026-12-11T17:30Z resolved"], "2027-04-05T11:00Z")),
  entry(READINGS.breached),
]);
const root = parseXml(monthPicture({ month: december }));
const rows = withClass(root, "ticket");

/** The kinds of the marks of a row, each with where it is. */
const marksOf = (row: Element | undefined) =>
  Object.fromEntries(
    (row ? withClass(row, "mark") : []).map((mark) => {
      const shape = elementsOf(mark).find(({ attributes }) => attributes["transform"]);
      const x = /translate\(([\d.]+) /.exec(shape?.attributes["transform"] ?? "")?.[1];
      return [mark.attributes["data-kind"], Number(x)];
    }),
  );

/** Days of December over the 675 pixels from 170 to 845. */
const x = (days: number) => 170 + (days / 31) * 675;

describe("the picture of December", () => {
  it("has a row for each ticket, and says how it stands", () => {
    expect(rows.map(textOf)).toEqual([
      expect.stringMatching(/^NM-1.*breached, due Thu 10 Dec 11:00$/),
      expect.stringMatching(/^NM-1.*breached, due Wed 30 Dec 18:00$/),
    ]);
  });

  it("marks in each row when it started, was due and stopped", () => {
    expect(marksOf(rows[1])).toEqual({
      // Wed 23 Dec 15:00, Wed 30 Dec 18:00 and Thu 31 Dec 09:00.
      started: expect.closeTo(x(22 + 15 / 24), 0),
      breached: expect.closeTo(x(29 + 18 / 24), 0),
      stopped: expect.closeTo(x(30 + 9 / 24), 0),
    });
  });

  it("underlines what is overdue, from the breach to the stop", () => {
    const [overdue] = rows[1] ? withClass(rows[1], "overdue") : [];
    const [, from, to] = /M([\d.]+) \d+H([\d.]+)/.exec(overdue?.attributes["d"] ?? "") ?? [];
    expect(Number(from)).toBeCloseTo(x(29 + 18 / 24), 0);
    expect(Number(to)).toBeCloseTo(x(30 + 9 / 24), 0);
  });

  it("has a column for each day, by letter and number", () => {
    const heads = withClass(root, "days").flatMap(({ children }) =>
      children.map((child) => (typeof child === "object" ? textOf(child) : "")),
    );
    expect(heads.filter((text) => text !== "")).toHaveLength(31);
    expect(heads[0]).toBe("T1");
    expect(heads[24]).toBe("F25");
  });

  it("names the bank holidays", () => {
    expect(withClass(root, "instant").map(textOf)).toEqual([
      "Christmas Day Fri 25 Dec",
      "Boxing Day Mon 28 Dec",
    ]);
  });

  it("has a description in words", () => {
    const desc = elementsOf(root).find(({ name }) => name === "desc");
    expect(desc && textOf(desc)).toBe(
      "2 tickets: 2 breached, as of Mon 5 Apr 2027 12:00 BST. A row for each ticket that was open in December 2026, by when it is due, with a column for each day. Days that are not ordinary: Christmas Day on Fri 25 Dec 2026, Boxing Day on Mon 28 Dec 2026.",
    );
  });
});

describe("other months", () => {
  it("say when a paused ticket would be due, in brackets, and mark the as-of instant", () => {
    const month = monthOf("2027-04", [entry(READINGS.paused), entry(READINGS.running)]);
    const root = parseXml(monthPicture({ month }));
    const [paused, running] = withClass(root, "ticket");
    expect(paused && textOf(paused)).toContain("paused (due Tue 6 Apr 14:00)");
    expect(Object.keys(marksOf(paused))).toEqual(["projected-due"]);
    expect(Object.keys(marksOf(running))).toEqual(["due", "started"]);
    expect(running && withClass(running, "line-ahead")).toHaveLength(1);
    expect(withClass(root, "line-as-of")).toHaveLength(1);
  });

  it("give the year of a due date in another year", () => {
    const month = monthOf("2027-01", [entry(READINGS["two months"])]);
    expect(monthPicture({ month })).toContain("breached, due Tue 24 Nov 2026 16:00");
  });

  it("show a clock change and a cancelled ticket", () => {
    const month = monthOf("2027-03", [entry(READINGS.cancelled)]);
    const svg = monthPicture({ month });
    expect(svg).toContain("clocks go forward 1 h");
    expect(Object.keys(marksOf(withClass(parseXml(svg), "ticket")[0]))).toEqual([
      "started",
      "cancelled",
    ]);
  });

  it("may have no tickets", () => {
    const svg = monthPicture({ month: monthOf("2026-11", []) });
    expect(textOf(parseXml(svg))).toContain("No ticket was open in this month.");
  });
});

describe("the page of a month", () => {
  const text = monthPage(december)
    .replace(/<\/(?:t[dh]|tr|li|p)>/g, "|")
    .replace(/<style>.*?<\/style>|<svg.*<\/svg>|<[^>]*>/gs, "");

  it("has the tickets as a table", () => {
    expect(text).toContain(
      "NM-1|–|breached|Wed 23 Dec 2026 15:00 GMT|Wed 30 Dec 2026 18:00 GMT|Thu 31 Dec 2026 09:00 GMT|54 h of 48 h|",
    );
  });

  it("names a single target once, and the days that are not ordinary", () => {
    expect(text).toContain("Target: Incident resolution.");
    expect(text).toContain("Fri 25 Dec 2026: Christmas Day|");
  });
});
