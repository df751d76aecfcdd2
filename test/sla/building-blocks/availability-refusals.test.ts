import { describe, expect, it } from "vitest";
import { availability, defineCalendar } from "../../../src/index";
import { mon, office, utc } from "../../reference/desk";
import { refusal } from "../../reference/refusals";

describe("availability", () => {
  const calendar = defineCalendar(office);
  const promise = { percent: 99, fixedMinutes: 60 };
  const ask = (input: object, terms: object = promise) =>
    availability(calendar, terms as typeof promise, { month: "2026-11", outages: [], ...input });
  const outage = (from: string, to: string) => ({ outages: [{ from, to }] });

  it("is named by its title, or availability, and is full if nothing is promised", () => {
    expect(ask({})).toMatchObject({ title: "Availability", clause: null, uptimePercent: 100 });
    expect(ask({}, { ...promise, title: "Uptime" }).title).toBe("Uptime");
    const never = defineCalendar({ timeZone: "UTC", hours: { monday: [] } });
    const reading = availability(never, promise, { month: "2026-11", outages: [] });
    expect([reading.promised.toMillis(), reading.uptimePercent, reading.met]).toEqual([
      0,
      100,
      true,
    ]);
  });

  it("falls by what is lost, and is met as long as no more is lost than allowed", () => {
    // November 2026 has 21 weekdays of 8 h: 168 h, of which 1 % is 100.8 minutes.
    const hour = ask(outage(mon("10:00"), mon("11:00")));
    expect(hour.uptimePercent).toBeCloseTo((167 / 168) * 100, 9);
    expect([hour.metByFixed, hour.metByPercentage]).toEqual([true, true]);
    const more = ask(outage(mon("10:00"), mon("11:00:00.001")));
    expect([more.metByFixed, more.metByPercentage]).toEqual([false, true]);
  });

  it("is met by whichever figure decides", () => {
    const lost = outage(mon("10:00"), mon("11:30")); // More than 60 minutes, less than 100.8.
    const met = (test: string, terms: object = promise) => ask(lost, { ...terms, test }).met;
    expect([met("percentage"), met("fixed"), met("strictest")]).toEqual([true, false, false]);
    expect(met("strictest", { percent: 99 })).toBe(true);
    const much = ask(outage(mon("09:00"), mon("12:00")), { percent: 99, test: "strictest" });
    expect([much.met, much.metByFixed]).toEqual([false, null]);
  });

  it("shares what was lost, in instants of the calendar's zone", () => {
    const [only] = ask(outage(mon("10:00"), mon("11:00"))).outages;
    expect([utc(only?.from ?? null), utc(only?.to ?? null)]).toEqual([mon("10:00"), mon("11:00")]);
    expect([only?.share, only?.id, only?.from.zoneName]).toEqual([1, null, "UTC"]);
    const [none] = ask(outage(mon("18:00"), mon("19:00"))).outages;
    expect([none?.share, none?.lost.toMillis()]).toEqual([0, 0]);
    const instant = ask(outage(mon("10:00"), mon("10:00")));
    expect(instant.lost.toMillis()).toBe(0);
  });

  it.each<[string, () => unknown, string, string, object]>([
    [
      "an invalid month",
      () => ask({ month: "2026-13" }),
      "month-invalid",
      '"2026-13" is not a month; give "YYYY-MM", such as "2026-11".',
      { given: '"2026-13"' },
    ],
    [
      "a month that is not text",
      () => ask({ month: 202_611 }),
      "month-invalid",
      '202611 is not a month; give "YYYY-MM", such as "2026-11".',
      { given: "202611" },
    ],
    [
      "an outage that ends before it starts",
      () => ask(outage(mon("10:00"), mon("09:59"))),
      "outage-backwards",
      'The outage ends before it starts; give "from" and "to" in order.',
      { fromMs: Date.parse(mon("10:00")), toMs: Date.parse(mon("09:59")) },
    ],
    [
      "the same of one that has a name",
      () => ask({ outages: [{ id: "o1", from: mon("10:00"), to: mon("09:59") }] }),
      "outage-backwards",
      'The outage "o1" ends before it starts; give "from" and "to" in order.',
      {},
    ],
    [
      "outages that are not a list",
      () => ask({ outages: 5 }),
      "option-invalid",
      '5 given as "outages"; give a list, which may be empty.',
      { option: "outages", given: "5" },
    ],
    [
      "maintenance that is not a list",
      () => ask({ maintenance: "no" }),
      "option-invalid",
      '"no" given as "maintenance"; give a list, which may be empty.',
      { option: "maintenance" },
    ],
    [
      "a missing fixed figure",
      () => ask({}, { percent: 99, test: "fixed" }),
      "no-fixed-figure",
      'The test is "fixed", and no fixedMinutes are given; give them, or test the percentage.',
      {},
    ],
    [
      "an invalid promise",
      () => ask({}, { percent: "all" }),
      "definition-invalid",
      'The availability has 1 problem:\n  percent: "all" given; ',
      {},
    ],
  ])("refuses %s", (_, act, code, message, data) => {
    const error = refusal(act);
    expect(error).toMatchObject({ code, data });
    expect(error.message.startsWith(message)).toBe(true);
  });
});
