import { DAY, HOUR, refusal } from "./reading.mjs";

/** A timeline of ten days from the epoch, open from 09:00 to 17:00 on the first three. */
export function timelineFacts({
  AllowanceError,
  CoreHoursError,
  CoverageError,
  differenceOf,
  InvalidInstantError,
  intersectionOf,
  periodsFrom,
  Timeline,
  tidyPeriods,
  unionOf,
}) {
  const bounds = { startMs: 0, endMs: 10 * DAY };
  const source = (...spans) =>
    periodsFrom(
      spans.map(([open]) => open * HOUR),
      spans.map(([, close]) => close * HOUR),
    );
  const days = source([9, 17], [33, 41], [57, 65]);
  const office = new Timeline({ ...bounds, label: "office", periods: days });
  const late = source([12, 20]);
  const worked = (periods) => new Timeline({ ...bounds, periods }).between(0, DAY) / HOUR;
  const at = (...given) => office.add(...given) / HOUR;
  return [
    [
      "timeline: half-open",
      () => [9 * HOUR, 17 * HOUR - 1, 17 * HOUR].map((ms) => office.isOpen(ms)),
      [true, true, false],
    ],
    [
      "timeline: between, there and back",
      () => [office.between(10 * HOUR, 34 * HOUR), office.between(34 * HOUR, 10 * HOUR)],
      [8 * HOUR, -8 * HOUR],
    ],
    [
      "timeline: add, in a day, over a night, to a closing, to the next opening",
      () => [
        at(10 * HOUR, 2 * HOUR),
        at(10 * HOUR, 8 * HOUR),
        at(9 * HOUR, 8 * HOUR),
        at(9 * HOUR, 8 * HOUR, "next-open"),
      ],
      [12, 34, 17, 33],
    ],
    ["timeline: add nothing", () => at(3 * HOUR, 0), 3],
    [
      "timeline: subtract is its mirror",
      () => [office.subtract(34 * HOUR, HOUR), office.subtract(34 * HOUR, 2 * HOUR)],
      [33 * HOUR, 16 * HOUR],
    ],
    [
      "timeline: openings and closings",
      () =>
        ["nextOpen", "nextClose", "previousOpen", "previousClose"].map(
          (ask) => office[ask](20 * HOUR) / HOUR,
        ),
      [33, 41, 9, 17],
    ],
    [
      "timeline: periods, clipped",
      () => [...office.periods(10 * HOUR, 35 * HOUR)],
      [
        { openMs: 10 * HOUR, closeMs: 17 * HOUR },
        { openMs: 33 * HOUR, closeMs: 35 * HOUR },
      ],
    ],
    [
      "timeline: in bulk",
      () => {
        const starts = Float64Array.of(0, 10 * HOUR, 17 * HOUR);
        const out = new Float64Array(3);
        const filled = office.addMany(starts, HOUR, out) === out;
        const many = office.addMany(starts, Float64Array.of(HOUR, 2 * HOUR, 0));
        return [filled, [...out], [...many]];
      },
      // 09:00-10:00; 10:00-11:00; 09:00-10:00 of the next day.
      [true, [10 * HOUR, 11 * HOUR, 34 * HOUR], [10 * HOUR, 12 * HOUR, 17 * HOUR]],
    ],
    // 09:00-17:00 and 12:00-20:00.
    [
      "timeline: union, intersection and difference",
      () => [unionOf, intersectionOf, differenceOf].map((join) => worked(join(days, late))),
      [11, 5, 3],
    ],
    [
      "timeline: loose periods made tidy",
      () => tidyPeriods([5, 0, 3, 9], [6, 3, 5, 9], 1, 10),
      { opens: [1], closes: [6] },
    ],
    [
      "timeline: what it cannot answer",
      () => [
        refusal(() => office.isOpen(-1), CoverageError),
        refusal(() => office.add(0, 24 * HOUR + 1), CoreHoursError),
        refusal(() => office.add(0, Number.NaN), AllowanceError)[1],
        refusal(() => office.isOpen(Number.NaN), InvalidInstantError)[1],
      ],
      [["coverage-start", true, true], ["coverage-end", true, true], true, true],
    ],
  ];
}
