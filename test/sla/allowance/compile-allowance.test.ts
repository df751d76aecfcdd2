import { describe, expect, it } from "vitest";
import { defineCalendar } from "../../../src/index";
import {
  type AllowanceChoices,
  calendarNamed,
  civilZoneName,
  compileAllowance,
} from "../../../src/sla/allowance/compile-allowance";
import type { AllowanceDefinition } from "../../../src/sla/allowance/definition";
import { zoneNamed } from "../../../src/time/zone";
import { fri, mon, nextMon, sat, sun, thu, tue, wed, week } from "../../reference/desk";
import { refusal } from "../../reference/refusals";

const office = defineCalendar(week({ weekdays: ["09:00-17:00"] }));
const london = defineCalendar({
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:00"] },
  bankHolidays: "england-and-wales",
});
const context = {
  calendars: new Map([
    ["office", office],
    ["london", london],
  ]),
  zone: zoneNamed("Asia/Tokyo"),
};
const compile = (definition: AllowanceDefinition, choices: Partial<AllowanceChoices> = {}) =>
  compileAllowance(definition, { tie: "close", ...choices }, context);
/** When an allowance is up for a ticket that starts at an instant and never pauses. */
const dueOf = (allowance: ReturnType<typeof compile>, at: string) => {
  const atMs = Date.parse(at);
  const measure = allowance.from(atMs);
  return new Date(measure.add(atMs, measure.allowance)).toISOString().replace(".000Z", "Z");
};

describe("an allowance of working time", () => {
  it.each([
    [{ hours: 2, calendar: "office" }, 7_200_000],
    [{ minutes: 30, calendar: "office" }, 1_800_000],
    [{ hours: 2, minutes: 30, calendar: "office" }, 9_000_000],
    // A third of a minute, which no float holds exactly, is 20 seconds.
    [{ minutes: 1 / 3, calendar: "office" }, 20_000],
  ])("%j has its amount in milliseconds", (definition, amountMs) => {
    const measure = compile(definition).from(0);
    expect([measure.allowance, measure.unit, measure.work]).toEqual([
      amountMs,
      "milliseconds",
      null,
    ]);
  });

  it("is of its calendar's zone, and open when that is", () => {
    const allowance = compile({ hours: 1, calendar: "london" });
    expect(allowance.zone.name).toBe("Europe/London");
    expect(allowance.isOpen(Date.parse(mon("16:59")))).toBe(true);
    expect(allowance.isOpen(Date.parse(mon("17:00")))).toBe(false);
  });

  it("takes the call's cutoff before its own", () => {
    const own = { hours: 1, calendar: "office", cutoff: "12:00" };
    expect(dueOf(compile(own), mon("12:00"))).toBe(tue("10:00"));
    expect(dueOf(compile(own, { cutoff: "13:00" }), mon("12:00"))).toBe(mon("13:00"));
  });

  it("that runs out at a closing is due there, or at the next opening", () => {
    const eight = { hours: 8, calendar: "office" };
    expect(dueOf(compile(eight), mon("09:00"))).toBe(mon("17:00"));
    expect(dueOf(compile(eight, { tie: "next-open" }), mon("09:00"))).toBe(tue("09:00"));
    const none = { hours: 0, calendar: "office" };
    expect(dueOf(compile(none), mon("20:00"))).toBe(mon("20:00"));
    expect(dueOf(compile(none, { tie: "next-open" }), mon("20:00"))).toBe(tue("09:00"));
  });

  it("after the cutoff counts from the next opening, and splits its time there", () => {
    const [start, monday, opening, tuesday] = [
      mon("13:00"),
      mon("15:00"),
      tue("09:00"),
      tue("10:00"),
    ].map((at) => Date.parse(at)) as [number, number, number, number];
    const measure = compile({ hours: 1, calendar: "office", cutoff: "12:00" }).from(start);
    expect([measure.allowance, measure.unit, measure.work]).toEqual([
      3_600_000,
      "milliseconds",
      null,
    ]);
    expect(measure.between(start, monday)).toBe(0);
    expect(measure.between(monday, tuesday)).toBe(3_600_000);
    expect(measure.add(tuesday, 3_600_000)).toBe(Date.parse(tue("11:00")));
    const late = { amount: 0, why: "after-cutoff", title: null };
    const counted = { amount: 3_600_000, why: "counted", title: null };
    const rest = { fromMs: opening, toMs: tuesday, ...counted };
    expect(measure.split(start, monday)).toEqual([{ fromMs: start, toMs: monday, ...late }]);
    expect(measure.split(start, opening)).toEqual([{ fromMs: start, toMs: opening, ...late }]);
    expect(measure.split(start, tuesday)).toEqual([
      { fromMs: start, toMs: opening, ...late },
      rest,
    ]);
    expect(measure.split(opening, tuesday)).toEqual([rest]);
    // Later hours are as of any other ticket.
    expect(measure.split(tuesday, tuesday + 3_600_000)).toEqual([
      { fromMs: tuesday, toMs: tuesday + 3_600_000, ...counted },
    ]);
  });
});

describe("an allowance of working days", () => {
  const two = { workingDays: 2, calendar: "office" };

  it("is up at the end of its last day, or as the allowance or the call says", () => {
    const own = { ...two, due: "close", cutoff: "12:00" } as const;
    // Wednesday is the second working day after Monday.
    expect(dueOf(compile(two), mon("10:00"))).toBe(thu("00:00"));
    expect(dueOf(compile(own), mon("10:00"))).toBe(wed("17:00"));
    expect(dueOf(compile(own), mon("12:00"))).toBe(thu("17:00"));
    expect(dueOf(compile(own, { due: "same-time" }), mon("10:00"))).toBe(wed("10:00"));
    expect(dueOf(compile(own, { cutoff: "13:00" }), mon("12:00"))).toBe(wed("17:00"));
  });

  it("is of its calendar's zone, counts days and knows the working time in them", () => {
    const allowance = compile({ workingDays: 2, calendar: "london" });
    const measure = allowance.from(Date.parse(mon("10:00")));
    expect([allowance.zone.name, measure.unit, measure.allowance]).toEqual([
      "Europe/London",
      "days",
      2,
    ]);
    expect(measure.work?.between(Date.parse(mon("16:00")), Date.parse(tue("10:00")))).toBe(
      2 * 3_600_000,
    );
  });

  it("is open on its dates", () => {
    const allowance = compile(two);
    expect(allowance.isOpen(Date.parse(fri("23:00")))).toBe(true);
    expect(allowance.isOpen(Date.parse(sat("12:00")))).toBe(false);
  });

  it("uses no day from nothing on, and one for each end of a working day", () => {
    const measure = compile(two).from(Date.parse(fri("10:00")));
    const used = (from: string, to: string) => measure.between(Date.parse(from), Date.parse(to));
    expect(used(fri("10:00"), nextMon("23:59"))).toBe(0);
    expect(used(fri("10:00"), "2026-11-24T00:00:00Z")).toBe(1);
    expect(used("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")).toBe(1);
  });

  it("is used up at once by no days, on day 0 and later", () => {
    const measure = compile(two).from(Date.parse(mon("10:00")));
    for (const at of [mon("10:00"), tue("10:00")]) {
      expect(measure.add(Date.parse(at), 0)).toBe(Date.parse(at));
    }
  });

  it("counts from the first date that its calendar covers, and asks for none before it", () => {
    const firstMs = london.coverage.start.toMillis();
    const measure = compile({ workingDays: 1, calendar: "london" }).from(firstMs);
    expect(measure.between(firstMs, firstMs + 3_600_000)).toBe(0);
  });

  it("says why each date was counted or not", () => {
    const measure = compile(two).from(Date.parse(fri("10:00")));
    const pieces = measure.split(Date.parse(fri("10:00")), Date.parse("2026-11-24T12:00:00Z"));
    expect(
      pieces.map(({ toMs, amount, why }) => [new Date(toMs).toISOString(), amount, why]),
    ).toEqual([
      ["2026-11-21T00:00:00.000Z", 0, "day-zero"],
      ["2026-11-23T00:00:00.000Z", 0, "weekend"],
      ["2026-11-24T00:00:00.000Z", 1, "counted"],
      ["2026-11-24T12:00:00.000Z", 0, "day-not-over"],
    ]);
  });
});

describe("an allowance of civil days", () => {
  it.each<[AllowanceDefinition, number]>([
    [{ calendarDays: 10 }, 10],
    [{ weeks: 2 }, 14],
    // 30 November, 30 December, 30 January.
    [{ months: 2 }, 61],
    // 30 November is the last day of its month, and so is 31 January.
    [{ months: 2, monthEnd: "keep" }, 62],
    [{ months: 2, monthEnd: "clamp" }, 61],
    [{ weeks: 0 }, 0],
  ])("%j is as long as it is from 30 November", (definition, days) => {
    const measure = compile(definition).from(Date.parse("2026-11-30T03:00:00Z"));
    expect([measure.allowance, measure.unit]).toEqual([days, "days"]);
  });

  it("is of the policy's zone, on any day", () => {
    const allowance = compile({ calendarDays: 1 });
    expect(allowance.zone.name).toBe("Asia/Tokyo");
    expect(allowance.isOpen(Date.parse(sun("03:00")))).toBe(true);
  });

  it("is up at the time of its start, or as the allowance or the call says", () => {
    const one = { calendarDays: 1 };
    expect(dueOf(compile(one), mon("10:00"))).toBe(tue("10:00"));
    // Tuesday ends in Tokyo at 15:00 UTC.
    expect(dueOf(compile({ ...one, due: "end-of-day" }), mon("10:00"))).toBe(tue("15:00"));
    expect(dueOf(compile(one, { due: "end-of-day" }), mon("10:00"))).toBe(tue("15:00"));
    expect(dueOf(compile({ ...one, due: "end-of-day" }, { due: "same-time" }), mon("10:00"))).toBe(
      tue("10:00"),
    );
    // 10:00 UTC is 19:00 in Tokyo.
    expect(dueOf(compile(one, { cutoff: "19:00" }), mon("10:00"))).toBe(wed("10:00"));
    expect(dueOf(compile(one, { cutoff: "19:01" }), mon("10:00"))).toBe(tue("10:00"));
  });

  it("has all time as its working time, and rests on no bank holidays", () => {
    const measure = compile({ calendarDays: 1 }).from(0);
    expect(measure.work?.between(5, 12)).toBe(7);
    expect(measure.work?.add(5, 7)).toBe(12);
    expect(measure.isProvisional(Date.parse("2100-01-01T00:00:00Z"))).toBe(false);
  });
});

describe("an answer of an allowance", () => {
  it.each<AllowanceDefinition>([
    { hours: 1, calendar: "london" },
    { hours: 1, calendar: "london", cutoff: "00:00" },
    { workingDays: 1, calendar: "london" },
  ])("is provisional after the last published bank holidays: %j", (definition) => {
    const untilMs = london.publishedUntilMs;
    const measure = compile(definition).from(Date.parse(mon("10:00")));
    expect([untilMs, untilMs + 1].map((ms) => measure.isProvisional(ms))).toEqual([false, true]);
  });
});

describe("the basis of an allowance", () => {
  const basisOf = (definition: AllowanceDefinition, choices: Partial<AllowanceChoices> = {}) =>
    compile(definition, choices).basis;

  it("is one for amounts that are counted alike", () => {
    expect(basisOf({ hours: 1, calendar: "office" })).toBe(
      basisOf({ minutes: 5, calendar: "office" }),
    );
    expect(basisOf({ workingDays: 1, calendar: "office" })).toBe(
      basisOf({ workingDays: 2, calendar: "office", due: "end-of-day" }),
    );
    expect(basisOf({ calendarDays: 1 })).toBe(basisOf({ months: 2, due: "same-time" }));
  });

  it("is another for each calendar, unit, cutoff, tie and due moment", () => {
    const bases = [
      basisOf({ hours: 1, calendar: "office" }),
      basisOf({ hours: 1, calendar: "london" }),
      basisOf({ hours: 1, calendar: "office" }, { tie: "next-open" }),
      basisOf({ hours: 1, calendar: "office", cutoff: "12:00" }),
      basisOf({ hours: 1, calendar: "office" }, { cutoff: "13:00" }),
      basisOf({ workingDays: 1, calendar: "office" }),
      basisOf({ workingDays: 1, calendar: "london" }),
      basisOf({ workingDays: 1, calendar: "office", due: "close" }),
      basisOf({ workingDays: 1, calendar: "office", due: { at: "16:00" } }),
      basisOf({ workingDays: 1, calendar: "office", due: { at: "16:30" } }),
      basisOf({ workingDays: 1, calendar: "office", cutoff: "12:00" }),
      basisOf({ workingDays: 1, calendar: "office" }, { due: "same-time" }),
      basisOf({ calendarDays: 1 }),
      basisOf({ calendarDays: 1, due: "end-of-day" }),
      basisOf({ calendarDays: 1 }, { cutoff: "12:00" }),
    ];
    expect(new Set(bases).size).toBe(bases.length);
  });
});

describe("the zone of civil days", () => {
  it.each<[string | undefined, readonly string[], string | undefined]>([
    ["Asia/Tokyo", ["Europe/London", "UTC"], "Asia/Tokyo"],
    [undefined, ["UTC", "UTC"], "UTC"],
    [undefined, [], "Europe/London"],
    [undefined, ["Europe/London", "UTC"], undefined],
  ])("of a policy in %s with calendars in %j is %s", (timeZone, calendarZones, expected) => {
    expect(civilZoneName(timeZone, calendarZones)).toBe(expected);
  });
});

describe("a calendar of an allowance", () => {
  it("is the policy's by that name", () => {
    expect(calendarNamed("office", context)).toBe(office);
  });

  it("that the policy does not have is refused, with those it has", () => {
    const error = refusal(() => compile({ hours: 1, calendar: "core" }));
    expect([error.code, error.message, error.data]).toEqual([
      "calendar-unknown",
      'The policy has no calendar "core"; it has office, london.',
      { given: "core" },
    ]);
  });
});
