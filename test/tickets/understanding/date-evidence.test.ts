import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateShape, ORDERS, ordersOf, wallMsBy } from "../../../src/tickets/log/dates/shapes";
import { DateEvidence, likeText } from "../../../src/tickets/understanding/date-evidence";

const two = (number: number) => String(number).padStart(2, "0");

/** Times as files write them: with and without a zero, seconds, and AM or PM. */
const time = fc
  .tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 61 }), fc.nat({ max: 61 }))
  .chain(([hour, minute, second]) =>
    fc.constantFrom(
      `${two(hour)}:${two(minute)}`,
      `${hour}:${two(minute)}`,
      `${two(hour)}:${two(minute)}:${two(second)}`,
      `${hour}:${two(minute)} AM`,
      `${two(hour)}:${two(minute)} pm`,
    ),
  );

const date = fc.constantFrom(
  ...["3/4/2026 ", "27/03/2016 ", "12-11-26 ", "2026-05-05T", "2026-05-05 ", "5 May 2026 "],
  ...["05.05.2026 ", "May 5, 2026, ", "2026/5/6 ", "Tue 5 May 2026 "],
);

/** All that a date proves by itself. */
function proof(text: string) {
  const shape = dateShape(text);
  if (shape?.kind !== "numbers") return shape;
  const read = ordersOf(shape).map(([order, format]) => [order, format, wallMsBy(format, text)]);
  const firstMs = Number(read[0]?.[2]);
  return {
    ...shape,
    read: read.map(([order, format, ms]) => [
      order,
      format,
      ms === null ? null : Number(ms) - firstMs,
    ]),
  };
}

/** Which numbers are of one digit, and which have a zero before them. */
const zeros = (text: string) =>
  (text.match(/\d+/g) ?? []).map((each) =>
    /^0\d$/.test(each) ? "0" : each.length === 1 ? "1" : "",
  );

describe("dates of one day that differ only in their time", () => {
  it("prove the same if they are alike", () => {
    fc.assert(
      fc.property(date, time, time, (day, a, b) => {
        const [one, other] = [`${day}${a}`, `${day}${b}`];
        fc.pre(likeText(one) === likeText(other));
        expect(proof(one)).toEqual(proof(other));
        expect(zeros(one)).toEqual(zeros(other));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["27/3/2016 09:41", "27/3/2016 08:59", true],
    ["27/3/2016 09:41", "27/3/2016 10:41", false],
    ["27/3/2016 09:41", "27/3/2016 9:41", false],
    ["27/3/2016 09:41", "28/3/2016 09:41", false],
    ["27/3/2016 13:41", "27/3/2016 11:41", false],
    ["27/3/2016 09:41", "27/3/2016 09:75", false],
  ])("%s and %s are alike: %s", (one, other, isAlike) => {
    expect(likeText(one) === likeText(other)).toBe(isAlike);
  });

  it("are looked at once, however many there are", () => {
    const evidence = new DateEvidence();
    for (let minute = 0; minute < 1_440; minute += 1) {
      evidence.add(`27/3/2016 ${two(Math.floor(minute / 60))}:${two(minute % 60)}`, minute + 2);
    }
    evidence.add("4/13/2016 09:00", 2_000);
    expect(ORDERS.filter((order) => evidence.against.has(order))).toEqual(
      expect.arrayContaining(["day-first", "month-first"]),
    );
    expect(evidence.against.get("day-first")).toEqual({ text: "4/13/2016 09:00", line: 2_000 });
  });
});
