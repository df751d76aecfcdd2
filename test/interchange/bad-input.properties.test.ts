import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CoreHoursError, defineCalendar } from "../../src";
import { calendarFromOpeningHours, calendarFromSchemaOrg } from "../../src/interchange";
import { holds } from "../reference/judge";

const options = { id: "example", timeZone: "UTC", bankHolidays: ["2026-12-25"] };

/** Pieces of opening_hours values, and things that look like them. */
const PIECES = [
  ..."Mo|Fr|Su|PH|SH|Mo-Fr|Sa,Su|24/7|open|off|closed|unknown|week|easter|sunrise".split("|"),
  ..."08:00|18:00|24:00|26:00|48:00|8:00|25:61|08:00-18:00|22:00-07:00|2026|Dec|24|31|0".split("|"),
  ...[
    "; ",
    ", ",
    ",",
    "||",
    " ",
    "-",
    "+",
    "/",
    ":",
    "(",
    ")",
    "[",
    "]",
    '"',
    '"x"',
    "\u2013",
    "é",
  ],
];

const anyText = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(" ")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join("")),
);

const anyEntry = fc.record(
  {
    dayOfWeek: fc.constantFrom<unknown>("Monday", ["Friday", "PublicHolidays"], "Mo", [], 1),
    opens: fc.constantFrom<unknown>("08:00", "00:00", "22:00:00", "8", null),
    closes: fc.constantFrom<unknown>("18:00", "00:00", "23:59", "07:00", "24:00", "24:01", {}),
    validFrom: fc.constantFrom<unknown>("2026-12-24", "2026-02-30", "1900-01-01", 2026),
    validThrough: fc.constantFrom<unknown>("2026-12-26", "2026-12-24", "2199-01-01", null),
    more: fc.anything(),
  },
  { requiredKeys: ["dayOfWeek", "opens", "closes"] },
);
const anyJson = fc.oneof(fc.anything(), anyEntry, fc.array(anyEntry, { maxLength: 5 }));

/** Whether a call gives a calendar; any other outcome must be an error of the library. */
function isTaken(make: () => Parameters<typeof defineCalendar>[0]): boolean {
  try {
    defineCalendar(make());
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(CoreHoursError);
    return false;
  }
}

describe("any input gives a calendar, or an error that says why", () => {
  it("of any text", () => {
    holds(anyText, (text) => void isTaken(() => calendarFromOpeningHours(text, options)));
  });

  it("of any JSON, and of anything else", () => {
    holds(anyJson, (value) => void isTaken(() => calendarFromSchemaOrg(value, options)));
  });

  it("soon, even if it is long", () => {
    const dated = Array.from({ length: 1_000 }, (_, i) => `${2000 + i} Dec 24 off`).join(", ");
    const texts = [
      "(".repeat(20_000),
      "Mo,".repeat(6_000),
      '"'.repeat(20_000),
      " ".repeat(20_000),
      "08:00-09:00,".repeat(1_600),
      `Mo-Su 22:00-07:00, PH 22:00-07:00 off, ${dated}`,
    ];
    const start = performance.now();
    for (const text of texts) isTaken(() => calendarFromOpeningHours(text, options));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
