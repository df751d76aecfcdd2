import { describe, expect, it } from "vitest";
import {
  availability,
  defineCalendar,
  defineSla,
  type PolicyDefinition,
  type Sla,
} from "../../../src/index";
import { mon, office, tue, utc, wed } from "../../reference/desk";
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

  it("is met by no fixed figure if there is none", () => {
    const none = ask(outage(mon("09:00"), mon("09:30")), { percent: 99 });
    expect([none.fixedAllowance, none.fixedAllowanceMs, none.metByFixed]).toEqual([
      null,
      null,
      null,
    ]);
    const fixed = ask(outage(mon("09:00"), mon("09:30")));
    expect([fixed.fixedAllowanceMs, fixed.fixedAllowance?.toMillis()]).toEqual([
      3_600_000, 3_600_000,
    ]);
    const lost = ask(outage(mon("09:00"), mon("12:00")), {
      percent: 99,
      fixedMinutes: 240,
      test: "strictest",
    });
    expect([lost.metByPercentage, lost.metByFixed, lost.met]).toEqual([false, true, false]);
  });

  it("of a policy may be decided by another test for once", () => {
    const { uptime }: Sla["availability"] = defineSla({
      id: "desk",
      calendars: { office },
      targets: {},
      availability: { uptime: { calendar: "office", ...promise } },
    } as PolicyDefinition).availability;
    const met = (test?: string) =>
      uptime?.({ month: "2026-11", ...outage(mon("09:00"), mon("10:30")), test } as never).met;
    expect([met(), met("fixed"), met("strictest")]).toEqual([true, false, false]);
    expect(refusal(() => met("worst")).message).toBe(
      '"worst" is not a test; give one of "percentage", "fixed", "strictest".',
    );
  });

  it("takes a percentage in any way of writing a number", () => {
    // 168 hours are 604,800,000 ms. All but 1e-7 % of them: 0.6048 ms may be lost.
    expect(ask({}, { percent: 99.999_999_9 }).allowanceMs).toBeCloseTo(0.6048, 9);
    // Of 1e-7 % promised, all but that may be lost.
    expect(ask({}, { percent: 1e-7 }).allowanceMs).toBeCloseTo(604_800_000 - 0.6048, 6);
    expect(ask({}, { percent: 50 }).allowanceMs).toBe(302_400_000);
    expect(ask({}, { percent: 0 }).allowanceMs).toBe(604_800_000);
  });

  it("loses what lies between the hours of two days once", () => {
    // From an opening to the closing of the next day, and then again from that closing to the next opening.
    const reading = ask({
      outages: [
        { from: mon("09:00"), to: tue("17:00") },
        { from: tue("17:00"), to: wed("09:00") },
        { from: wed("09:00"), to: wed("10:00") },
      ],
    });
    expect(reading.outages.map(({ lostMs }) => lostMs / 3_600_000)).toEqual([16, 0, 1]);
    expect(reading.outages[0]?.from.zoneName).toBe("UTC");
  });

  it("is told in the calendar's zone", () => {
    const paris = defineCalendar({ ...office, timeZone: "Europe/Paris" });
    const { outages } = availability(paris, promise, {
      month: "2026-11",
      ...outage(mon("10:00"), mon("11:00")),
    });
    expect(outages[0]?.from.zoneName).toBe("Europe/Paris");
  });

  it.each<[string, () => unknown, string, string, object]>([
    [
      "input that is not an object",
      () => availability(calendar, promise, "2026-11" as never),
      "options-invalid",
      '"2026-11" is not an object of options; give one such as { month: "2026-11", outages: [] }.',
      {},
    ],
    [
      "an outage that is not an object",
      () => ask({ outages: [5] }),
      "options-invalid",
      '5 is not an object of options; give one such as { from: "2026-11-20T09:00:00Z", to: "..." }.',
      {},
    ],
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
      "a month in a list",
      () => ask({ month: ["2026-11"] }),
      "month-invalid",
      '["2026-11"] is not a month; give "YYYY-MM", such as "2026-11".',
      {},
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
