import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bankHolidays, defineCalendar, parseBankHolidays } from "../../src/index";
import {
  calendarFromOpeningHours,
  calendarFromSchemaOrg,
  toGovUkBankHolidays,
  toOpeningHours,
  toSchemaOrg,
} from "../../src/interchange/index";
import { holds, outcome } from "./doors";
import { anything, type Gift } from "./hostile";
import { call } from "./loosely";
import { json, mutated } from "./mutations";

const OPTIONS = { id: "desk", timeZone: "Europe/London", bankHolidays: ["2026-12-25"] };

const TEXTS = [
  "Mo-Fr 08:00-18:00; PH off",
  "Mo-Th 08:00-12:00,13:00-17:00; Fr 08:00-26:00, Sa 10:00-12:00; 2026 Dec 24 08:00-12:00",
  "24/7; 2026 Dec 25-2027 Jan 02 off",
];
const PLACE = {
  "@context": "https://schema.org",
  "@type": "Store",
  openingHoursSpecification: [
    {
      "@type": "OpeningHoursSpecification",
      dayOfWeek: ["Monday", "Friday"],
      opens: "09:00",
      closes: "17:00",
    },
    { dayOfWeek: "PublicHolidays", opens: "00:00", closes: "00:00" },
  ],
  specialOpeningHoursSpecification: {
    validFrom: "2026-12-24",
    validThrough: "2026-12-26",
    opens: "22:00",
    closes: "02:00",
    name: "Christmas",
  },
};

/** A text to which a few things have happened. */
const texts = fc.oneof(
  fc
    .record({
      text: fc.constantFrom(...TEXTS),
      changes: fc.array(
        fc.record({
          at: fc.nat({ max: 80 }),
          length: fc.nat({ max: 5 }),
          put: fc.oneof(
            fc.constantFrom(
              ";",
              ",",
              "-",
              "||",
              " off",
              "PH ",
              "SH ",
              "24:00",
              "48:00",
              "2026 Feb 30",
            ),
            fc.string({ maxLength: 4 }),
          ),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ text, changes }) =>
      changes.reduce(
        (whole, { at, length, put }) => whole.slice(0, at) + put + whole.slice(at + length),
        text,
      ),
    ),
  fc.string(),
);

/** A definition that was imported is one, and can be written again. */
function expectImported(made: unknown): void {
  const calendar = call(defineCalendar, made);
  outcome(() => call(toOpeningHours, made));
  outcome(() => call(toSchemaOrg, made));
  expect(calendar).toBeDefined();
}

describe("hours that are imported", () => {
  it("from opening_hours", () => {
    holds(
      texts,
      (text) => {
        const made = outcome(() => calendarFromOpeningHours(text, OPTIONS));
        if ("value" in made) expectImported(made.value);
      },
      10,
    );
  });

  it("from schema.org", () => {
    const { openingHoursSpecification } = PLACE;
    holds(
      fc.oneof(mutated([PLACE, openingHoursSpecification]), json),
      (value) => {
        const made = outcome(() => calendarFromSchemaOrg(value, OPTIONS));
        if ("value" in made) expectImported(made.value);
      },
      10,
    );
  });

  it("by invalid options", () => {
    holds(
      fc.oneof(mutated([OPTIONS]), json),
      (options) => {
        outcome(() => call(calendarFromOpeningHours, TEXTS[0], options));
        outcome(() => call(calendarFromSchemaOrg, PLACE, options));
      },
      5,
    );
  });

  it("from anything at all", () => {
    holds(
      anything,
      (gift: Gift) => {
        outcome(() => call(calendarFromOpeningHours, gift.make(), OPTIONS));
        outcome(() => call(calendarFromSchemaOrg, gift.make(), OPTIONS));
        outcome(() => call(calendarFromOpeningHours, TEXTS[0], gift.make()));
        outcome(() => call(calendarFromSchemaOrg, PLACE, gift.make()));
      },
      5,
    );
  });
});

describe("hours that are written for others", () => {
  const night = { ...OPTIONS, hours: { daily: ["22:00-07:00"], monday: [] } };

  it("of an arbitrarily changed definition", () => {
    holds(
      fc.oneof(mutated([night, { union: [night, night] }]), json),
      (definition) => {
        outcome(() => call(toOpeningHours, definition));
        outcome(() => call(toSchemaOrg, definition));
      },
      5,
    );
  });

  it("of arbitrarily changed bank holidays, or of any value", () => {
    const scotland = {
      ...bankHolidays("scotland"),
      events: bankHolidays("scotland").events.slice(0, 3),
    };
    holds(fc.oneof(mutated([[scotland]]), json), (given) => {
      outcome(() => call(toGovUkBankHolidays, given));
    });
    holds(anything, (gift: Gift) => {
      outcome(() => call(toGovUkBankHolidays, gift.make()));
    });
  });

  it("and bank holidays, which can be read again", () => {
    const file = toGovUkBankHolidays([bankHolidays("scotland")]);
    expect(parseBankHolidays(file, "scotland").events.length).toBeGreaterThan(200);
  });
});

describe("of hostile size,", () => {
  it.each<[string, () => unknown]>([
    ["a text of a megabyte", () => calendarFromOpeningHours("x".repeat(1_000_000), OPTIONS)],
    [
      "a rule for each of 50 000 days",
      () => calendarFromOpeningHours("Mo 08:00-09:00; ".repeat(50_000), OPTIONS),
    ],
    [
      "50 000 times in a day",
      () => calendarFromOpeningHours(`Mo ${"08:00-09:00,".repeat(50_000)}`, OPTIONS),
    ],
    ["brackets without end", () => calendarFromOpeningHours("(".repeat(100_000), OPTIONS)],
    [
      "dates of ten thousand years",
      () => calendarFromOpeningHours("0001 Jan 01-9999 Dec 31 off", OPTIONS),
    ],
    [
      "10 000 entries",
      () =>
        calendarFromSchemaOrg(
          Array.from({ length: 10_000 }, () => PLACE.openingHoursSpecification[0]),
          OPTIONS,
        ),
    ],
    [
      "a megabyte of days",
      () => calendarFromSchemaOrg({ ...PLACE, dayOfWeek: "x".repeat(1_000_000) }, OPTIONS),
    ],
    [
      "years of entries",
      () =>
        calendarFromSchemaOrg(
          { validFrom: "0001-01-01", validThrough: "9999-12-31", opens: "09:00", closes: "10:00" },
          OPTIONS,
        ),
    ],
  ])("%s", (_, act) => {
    outcome(act);
  });
});
