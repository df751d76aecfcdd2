import { afterEach, describe, expect, it, vi } from "vitest";
import { type CalendarDefinition, defineCalendar } from "../../src";
import { ZoneOffsets } from "../../src/time/zone-offsets";

/** A day of 24 half hours, one after a half hour's break. */
const halves = Array.from({ length: 24 }, (_, hour) => {
  const at = String(hour).padStart(2, "0");
  return `${at}:00-${at}:30`;
});
const leaf: CalendarDefinition = { timeZone: "UTC", hours: { daily: halves } };

const NESTS: readonly (readonly [string, (inner: CalendarDefinition) => CalendarDefinition])[] = [
  ["intersect, the deep one first", (inner) => ({ intersect: [inner, leaf] })],
  ["intersect, the deep one second", (inner) => ({ intersect: [leaf, inner] })],
  ["except, the deep one first", (inner) => ({ except: [inner, { ...leaf, hours: {} }] })],
  ["union, the deep one first", (inner) => ({ union: [inner, leaf] })],
];

/** How many days of its parts one question to a calendar of some depth looks at. */
function daysLookedAt(nest: (inner: CalendarDefinition) => CalendarDefinition, depth: number) {
  let definition = leaf;
  for (let i = 0; i < depth; i++) definition = nest(definition);
  const calendar = defineCalendar(definition);
  const spy = vi.spyOn(ZoneOffsets.prototype, "ensure");
  expect(calendar.isWorkingDay("2026-11-20")).toBe(true);
  return spy.mock.calls.length;
}

afterEach(() => vi.restoreAllMocks());

describe("the cost of a date of deeply nested calendars", () => {
  it.each(NESTS)("grows with their number: %s", (_, nest) => {
    const few = daysLookedAt(nest, 7);
    vi.restoreAllMocks();
    const many = daysLookedAt(nest, 28);
    expect(few).toBeGreaterThan(0);
    // Four times as many calendars; the square of it would be sixteen.
    expect(many / few).toBeLessThan(4.5);
  });

  it("is named in few words, however deep the nesting", () => {
    let calendar = defineCalendar(leaf);
    const other = defineCalendar(leaf);
    for (let i = 0; i < 500; i++) calendar = calendar.union(other);
    expect(calendar.id.length).toBeLessThan(200);
  });
});
