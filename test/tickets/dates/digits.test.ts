import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digitReaders } from "../../../src/tickets/log/dates/digits";
import { readIsoText } from "../../../src/tickets/log/dates/iso";
import { formatsMeant, ISO } from "../../../src/tickets/log/dates/meant";
import { formatReader } from "../../../src/tickets/log/dates/read-format";

function meantBy(format: string) {
  const meant = formatsMeant(format);
  if ("reason" in meant) throw new Error(meant.reason);
  return meant;
}

/** Formats of every dialect whose dates have nothing but digits. */
const IN_DIGITS = [
  ...[
    "d/M/yyyy HH:mm",
    "dd/mm/yyyy hh:mm",
    "MM/DD/YYYY HH:MM:SS",
    "%d/%m/%Y %H:%M",
    "yyyy-MM-dd HH24:MI",
  ],
  ...["dd.MM.yy H:mm", "yyyyMMdd HHmmss", "yyyy-MM-dd'T'HH:mm:ss", "'at' d/M/yyyy HH:mm"],
];

describe("the quick readers of a file", () => {
  it.each(IN_DIGITS)("take what %s reads, with or without leading zeros", (format) => {
    expect(digitReaders(meantBy(format))).toHaveLength(1);
  });

  it.each([
    ["d MMM yyyy HH:mm"],
    ["dd/MM/yyyy hh:mm a"],
    ["dd/MM/yyyy HH:mm ZZ"],
    ["dd/MM/yyyy HH:mm:ss.SSS"],
    ["X"],
    // Day and month may be either, so each date is read by both orders.
    ["like 02/11/2026 09:00"],
  ])("leave %s to its own reader", (format) => {
    expect(digitReaders(meantBy(format))).toHaveLength(0);
  });

  it("are none if a file mixes two ways of writing dates", () => {
    const mixed = ["d/M/yyyy HH:mm", "M/d/yyyy HH:mm"].flatMap(meantBy);
    expect(digitReaders(mixed)).toHaveLength(0);
    expect(digitReaders([])).toHaveLength(0);
  });

  it("read what the format's own reader reads, or leave it to that", () => {
    const letters = fc.constantFrom(..."0123456789/-.: T");
    const digits = (count: number) =>
      fc.string({ unit: fc.constantFrom(..."0123"), minLength: 1, maxLength: count });
    const dates = fc
      .tuple(
        digits(4),
        digits(2),
        digits(4),
        digits(2),
        digits(2),
        digits(2),
        fc.constantFrom("/", "-", "."),
      )
      .map(
        ([a, b, c, h, m, s, sep]) =>
          `${a}${sep}${b}${sep}${c} ${h}:${m}${s.length > 1 ? `:${s}` : ""}`,
      );
    fc.assert(
      fc.property(
        fc.constantFrom(...IN_DIGITS, ISO),
        fc.oneof(dates, fc.string({ unit: letters, maxLength: 20 })),
        (format, text) => {
          const [meant] = meantBy(format);
          const own = meant === undefined || meant === ISO ? readIsoText : formatReader(meant);
          const quick = digitReaders(meantBy(format)).map((reader) => reader.text(text));
          for (const wallMs of quick)
            if (wallMs !== undefined) expect(own(text)).toEqual({ wallMs });
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
