import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateShape, ordersOf } from "../../../src/tickets/log/dates/shapes";
import { timeShape } from "../../../src/tickets/log/dates/times";
import { instantReader } from "../../../src/tickets/log/instants";

/** What a text of no stated format says in London if its day comes first, as ISO in UTC; null if it is not a date. */
function read(text: string): string | null {
  const shape = dateShape(text);
  if (shape === null) return null;
  const format =
    shape.kind === "iso"
      ? undefined
      : shape.kind === "format"
        ? shape.format
        : shape.formats["day-first"];
  const formats = format === undefined ? undefined : [format];
  const instant = instantReader({ formats, zone: "Europe/London" }).text(text);
  return typeof instant === "number" ? new Date(instant).toISOString() : instant.reason;
}

/** In November London's clocks show UTC. */
const at = (time: string) => `2026-11-02T${time}Z`;

describe("a time of day beside a date", () => {
  it.each([
    ["02/11/2026 09h00", "09:00:00.000"],
    ["02/11/2026 9h30", "09:30:00.000"],
    ["02/11/2026 9H30", "09:30:00.000"],
    ["02/11/2026 09h", "09:00:00.000"],
    ["02/11/2026 24h00", "24:00:00.000"],
    ["02/11/2026 à 9 h 30", "09:30:00.000"],
    ["02/11/2026 9\u202fh\u202f30", "09:30:00.000"],
    ["2 novembre 2026 à 9 heures 30", "09:30:00.000"],
    ["lundi 2 novembre 2026 09h30m15s", "09:30:15.000"],
    ["02/11/2026 9h30min", "09:30:00.000"],
    ["02.11.2026 09.00", "09:00:00.000"],
    ["2026-11-02 09.05.07", "09:05:07.000"],
    ["02.11.2026 9.30 Uhr", "09:30:00.000"],
    ["02/11/2026 0900", "09:00:00.000"],
    ["02/11/26 1630hrs", "16:30:00.000"],
    ["2 Nov 2026 1630 HRS", "16:30:00.000"],
    ["02/11/2026 163015", "16:30:15.000"],
    ["02/11/2026 0430 pm", "16:30:00.000"],
    ["20261102 1630", "16:30:00.000"],
    ["20261102 16:30:15", "16:30:15.000"],
    ["2026-11-02 1630", "16:30:00.000"],
    ["2026-11-02T16h30", "16:30:00.000"],
    ["2026-11-02 16:30 hrs", "16:30:00.000"],
    ["2026-11-02 16:30h", "16:30:00.000"],
    ["02/11/2026 1630 GMT", "16:30:00.000"],
    ["02/11/2026 17h30 Europe/Paris", "16:30:00.000"],
  ])("is read: %s", (text, time) => {
    const expected = time === "24:00:00.000" ? "2026-11-03T00:00:00.000Z" : at(time);
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["0900 02/11/2026", "09:00:00.000"],
    ["09h30 le 2 novembre 2026", "09:30:00.000"],
    ["9h 02/11/2026", "09:00:00.000"],
    ["16:30 on 2 November 2026", "16:30:00.000"],
    ["4:30 PM, Nov 2, 2026", "16:30:00.000"],
    ["16:30:15 2026-11-02", "16:30:15.000"],
    ["16:30 - Mon 2 Nov 2026", "16:30:00.000"],
  ])("may come first: %s", (text, time) => {
    expect(read(text)).toBe(at(time));
  });

  it.each([
    // 9:05 or 9:50; 9:00 or 90 something; two times; a length.
    ...["02/11/2026 9h5", "02/11/2026 900", "02/11/2026 0900 0900", "02/11/2026 9,5h"],
    ...["02/11/2026 9", "02/11/2026", "02/11/2026 2460", "02/11/2026 25h00", "02/11/2026 9h60"],
    ...[
      "09 02/11/2026",
      "0900 0900",
      "0900",
      "9h30",
      "9:30 Foo 2 Nov 2026",
      "02/11/2026 1630 hr 5",
    ],
  ])("is not guessed: %s", (text) => {
    expect(dateShape(text)).toBeNull();
  });

  it("leaves the order of day and month as open as any other time does", () => {
    for (const time of ["09h00", "9h", "0900", "09.00"]) {
      for (const text of [`02/11/2026 ${time}`, `${time} 02/11/2026`]) {
        const shape = dateShape(text);
        const orders = shape?.kind === "numbers" ? ordersOf(shape).map(([order]) => order) : [];
        expect(orders, text).toEqual(["day-first", "month-first"]);
      }
    }
  });

  it("is the same however it is written", () => {
    const two = (number: number) => String(number).padStart(2, "0");
    fc.assert(
      fc.property(fc.nat({ max: 23 }), fc.nat({ max: 59 }), (hour, minute) => {
        const [hh, mm] = [two(hour), two(minute)];
        const usual = at(`${hh}:${mm}:00.000`);
        const ways = [
          `${hh}h${mm}`,
          `${hour}h${mm}`,
          `${hour} h ${mm}`,
          `${hh}.${mm}`,
          `${hh}${mm}hrs`,
        ];
        for (const way of [...ways, `${hh}${mm}`, `${hh}:${mm} Uhr`]) {
          expect(read(`02/11/2026 ${way}`), way).toBe(usual);
          expect(read(`${way} 02/11/2026`), way).toBe(usual);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("the format of a time", () => {
  it.each([
    ["9h30", "HH'h'mm", false],
    ["09H", "HH'h'", false],
    ["0900", "HHmm", false],
    ["4:30 pm", "hh:mm a", false],
    ["4.30p.m. BST", "hh.mma z", true],
    ["09:00:15,250+01:00", "HH:mm:ss,SSSZZ", true],
  ])("%s is %s", (text, format, statesOffset) => {
    expect(timeShape(text)).toMatchObject({ format, statesOffset });
  });
});

describe("a format whose hours have a letter", () => {
  it.each([
    "dd/MM/yyyy HHhmm",
    "dd/MM/yyyy HH'h'mm",
    "%d/%m/%Y %Hh%M",
    'dd/mm/yyyy hh"h"mm',
    "like 25/12/2026 23h59",
  ])("may be spelt %s", (format) => {
    const reader = instantReader({ formats: [format], zone: "UTC" });
    expect(reader.text("02/11/2026 9h30")).toBe(Date.parse(at("09:30:00")));
  });
});
