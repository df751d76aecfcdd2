import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { DefinitionError, defineCalendar } from "../../../src";
import { closuresFromICalendar } from "../../../src/interchange";
import { holds } from "../../reference/judge";
import { event, file } from "./write";

const DAY_MS = 86_400_000;
const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;

const isoOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const basicOf = (ms: number) => isoOf(ms).replaceAll("-", "");

/** Parts of a rule that let its first day through, so that it is one of its dates. */
function rulesFrom(firstMs: number): fc.Arbitrary<string> {
  const first = new Date(firstMs);
  const [year, month, day] = [first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate()];
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const weekday = WEEKDAYS[first.getUTCDay()] ?? "SU";
  const places = [Math.ceil(day / 7), -Math.ceil((length - day + 1) / 7)];
  const months = fc
    .subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    .map((some) => `BYMONTH=${[...new Set([...some, month + 1])].sort((a, b) => a - b).join()}`);
  const daysOfMonth = (own: fc.Arbitrary<number>, others: readonly number[]) =>
    fc
      .tuple(own, fc.subarray([...others]))
      .map(([first, rest]) => `BYMONTHDAY=${[...new Set([first, ...rest])].join()}`);
  // In several months of a year, ical.js counts from the end of the wrong one.
  const positive = daysOfMonth(fc.constant(day), [1, 15, 28]);
  const monthDays = daysOfMonth(fc.constantFrom(day, day - length - 1), [1, 15, -1, -2]);
  const nth = fc.constantFrom(...places).map((place) => `BYDAY=${place}${weekday}`);
  const weekdays = fc
    .subarray([...WEEKDAYS])
    .map((some) => `BYDAY=${[...new Set([weekday, ...some])].join()}`);
  const parts = (...some: readonly fc.Arbitrary<string>[]) =>
    fc.tuple(...some).map((texts) => texts.filter((text) => text !== "").join(";"));
  const perhaps = (one: fc.Arbitrary<string>) => fc.oneof(fc.constant(""), one);
  return fc.oneof(
    fc.constant("FREQ=YEARLY"),
    parts(fc.constant("FREQ=YEARLY"), months, perhaps(fc.oneof(positive, nth, weekdays))),
    // Of some months alone, ical.js counts those left out towards COUNT.
    parts(fc.constant("FREQ=MONTHLY"), fc.oneof(monthDays, nth)),
    parts(
      fc.constant("FREQ=WEEKLY"),
      fc.integer({ min: 1, max: 3 }).map((n) => `INTERVAL=${n}`),
      weekdays,
    ),
    fc.integer({ min: 1, max: 15 }).map((n) => `FREQ=DAILY;INTERVAL=${n}`),
  );
}

/** A series of closures: its lines, and its first day. */
const series = fc
  .record({
    firstMs: fc
      .integer({ min: Date.UTC(2024, 0, 1) / DAY_MS, max: Date.UTC(2029, 11, 31) / DAY_MS })
      .map((day) => day * DAY_MS)
      // ical.js turns 31 June into 1 July; such days are worked by hand in the examples.
      .map((ms) => ms - Math.max(0, new Date(ms).getUTCDate() - 28) * DAY_MS),
    days: fc.oneof({ weight: 2, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 12 })),
    removed: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 2 }),
    added: fc.uniqueArray(fc.integer({ min: 0, max: 2_000 }), { maxLength: 2 }),
  })
  .chain(({ firstMs, ...rest }) =>
    fc
      .tuple(
        rulesFrom(firstMs),
        fc.oneof(
          { weight: 2, arbitrary: fc.constant("") },
          fc.integer({ min: 1, max: 30 }).map((count) => `;COUNT=${count}`),
          fc
            .integer({ min: 0, max: 3_000 })
            .map((days) => `;UNTIL=${basicOf(firstMs + days * DAY_MS)}`),
        ),
      )
      .map(([rule, end]) => ({ firstMs, ...rest, rule: `${rule}${end}`, isBounded: end !== "" })),
  );

/** The days on which ical.js begins a recurrence, up to twelve years on. */
function startsByICal(rule: string, firstMs: number): readonly string[] {
  const first = ICAL.Time.fromDateString(isoOf(firstMs));
  const iterator = ICAL.Recur.fromString(rule).iterator(first);
  const end = isoOf(firstMs + 12 * 366 * DAY_MS);
  const starts: string[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const date = next.toString().slice(0, 10);
    if (date > end) break;
    starts.push(date);
  }
  return starts;
}

describe("the closures of a series", () => {
  it("are the days that ical.js gives, or it is refused because it has no end", () => {
    let said = 0;
    holds(series, ({ firstMs, days, rule, removed, added, isBounded }) => {
      const starts = startsByICal(rule, firstMs);
      const taken = removed.flatMap((i) => starts[i] ?? []);
      const others = added.map((day) => isoOf(firstMs + day * DAY_MS));
      const text = file(
        event(
          `DTSTART;VALUE=DATE:${basicOf(firstMs)}`,
          `DURATION:P${days}D`,
          `RRULE:${rule}`,
          ...taken.map((date) => `EXDATE;VALUE=DATE:${date.replaceAll("-", "")}`),
          ...others.map((date) => `RDATE;VALUE=DATE:${date.replaceAll("-", "")}`),
        ),
      );
      const closed = new Set(
        [...starts, ...others]
          .filter((date) => !taken.includes(date))
          .flatMap((date) =>
            Array.from({ length: days }, (_, i) => isoOf(Date.parse(date) + i * DAY_MS)),
          ),
      );
      let closures: ReturnType<typeof closuresFromICalendar>;
      try {
        closures = closuresFromICalendar(text);
      } catch (error) {
        if (!(error instanceof DefinitionError) || isBounded) throw error;
        expect(error.message).toContain("no rules of a calendar are closed on exactly these days");
        return;
      }
      said++;
      const hours = { daily: ["09:00-17:00"] };
      const calendar = defineCalendar({ timeZone: "UTC", hours, ...closures });
      for (let ms = firstMs - 40 * DAY_MS; ms < firstMs + 11 * 366 * DAY_MS; ms += DAY_MS) {
        const date = isoOf(ms);
        if (calendar.isWorkingDay(date) === closed.has(date)) {
          expect(`${date} of ${text}`).toBe(closed.has(date) ? "closed" : "open");
        }
      }
    });
    expect(said).toBeGreaterThan(0);
  });
});
