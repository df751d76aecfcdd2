import { describe, expect, it } from "vitest";
import {
  explain,
  type HistoryEvent,
  historyColumns,
  readingFromJSON,
  STATUSES,
  snapshot,
  summary,
  type Target,
  toJiraSla,
  toServiceNowTaskSla,
} from "../../../src/index";
import { readAt } from "../../../src/live/index";
import { deskTarget, fri, hours, mon, nextMon, thu, tue, utc, wed } from "../../reference/desk";
import { resumed } from "./resumed";

/** Eight working hours, Monday to Friday from 09:00 to 17:00: what opens on Monday at 09:00 is due at 17:00. */
const eight = { allowance: { hours: 8, calendar: "office" } } as const;
const fix = deskTarget(eight);

const at = (instant: string, state: string): HistoryEvent => ({ at: instant, state });
const open = at(mon("09:00"), "open");
/** On Monday at 11:00, Wednesday at 12:00 is agreed: 19 working hours after the start. */
const agreed: HistoryEvent = { at: mon("11:00"), dueAt: wed("12:00") };

const read = (events: readonly HistoryEvent[], asOf: string, target: Target = fix) => {
  const reading = target.track(events, { asOf });
  const { status, breached, dueAt, breachedAt } = reading;
  return { status, breached, dueAt: utc(dueAt), breachedAt: utc(breachedAt) };
};

describe("an agreed date", () => {
  it("takes the place of the allowance's due instant", () => {
    const expected = { status: "running", breached: false, dueAt: wed("12:00"), breachedAt: null };
    expect(read([open, agreed], tue("12:00"))).toEqual(expected);
    expect(read([open, agreed, at(wed("12:00"), "done")], fri("09:00")).status).toBe("met");
    const late = [open, agreed, at(wed("12:01"), "done")];
    expect(read(late, fri("09:00"))).toEqual({
      status: "breached",
      breached: true,
      dueAt: wed("12:00"),
      breachedAt: wed("12:00"),
    });
  });

  it("may come before the allowance is up", () => {
    const sooner = { at: mon("11:00"), dueAt: mon("13:00") };
    expect(read([open, sooner], mon("14:00")).breachedAt).toBe(mon("13:00"));
  });

  it("may lie out of hours", () => {
    const night = { at: mon("11:00"), dueAt: tue("20:00") };
    expect(read([open, night], tue("19:59")).status).toBe("running");
    expect(read([open, night], tue("20:01")).breachedAt).toBe(tue("20:00"));
  });

  it("exactly at it, as `atDue` says", () => {
    const strict = deskTarget({ ...eight, atDue: "breached" });
    const events = [open, agreed, at(wed("12:00"), "done")];
    expect(read(events, fri("09:00"), strict).breachedAt).toBe(wed("12:00"));
  });

  it("is replaced by a later one, and taken back by null", () => {
    const later = { at: tue("10:00"), dueAt: fri("16:00") };
    expect(read([open, agreed, later], tue("12:00")).dueAt).toBe(fri("16:00"));
    const back = { at: mon("12:00"), dueAt: null };
    expect(read([open, agreed, back], mon("13:00"))).toEqual({
      status: "running",
      breached: false,
      dueAt: mon("17:00"),
      breachedAt: null,
    });
  });

  it("taken back when more has been used than the allowance has, breaches then and not before", () => {
    // By Tuesday at 10:00 nine of the eight hours have been used.
    const events = [open, agreed, { at: tue("10:00"), dueAt: null }];
    expect(read(events, tue("11:00")).breachedAt).toBe(tue("10:00"));
  });

  it("taken back before any was agreed changes nothing", () => {
    // Eight hours are used up exactly at 17:00, which is breached already.
    const strict = deskTarget({ ...eight, atDue: "breached" });
    const events = [open, at(mon("17:00"), "waiting"), { at: mon("18:00"), dueAt: null }];
    expect(read(events, mon("19:00"), strict).breachedAt).toBe(mon("17:00"));
    const stopped = [open, { ...at(mon("16:00"), "done"), dueAt: null }];
    expect(fix.track(stopped, { asOf: mon("19:00") }).irregularities).toEqual([]);
  });

  it("taken back while it is stopped, breaches as it is re-opened and not before", () => {
    // Twelve of eight hours have been used by Tuesday at 13:00.
    const events = [
      open,
      agreed,
      at(tue("13:00"), "done"),
      { at: tue("14:00"), dueAt: null },
      at(tue("15:00"), "open"),
    ];
    expect(read(events, tue("14:30")).status).toBe("met");
    expect(read(events, tue("16:00")).breachedAt).toBe(tue("15:00"));
  });

  it("counts what may be used until then, and what is left of it", () => {
    // Monday 8 hours, Tuesday 8, Wednesday 3: 19. By Tuesday at 12:00, 8 + 3 have been used.
    const { allowance, elapsed, remaining, percentElapsed } = fix.track([open, agreed], {
      asOf: tue("12:00"),
    });
    expect([allowance, elapsed, remaining].map(hours)).toEqual([19, 11, 8]);
    expect(percentElapsed).toBeCloseTo((100 * 11) / 19, 10);
    const over = fix.track([open, agreed], { asOf: wed("14:00") });
    expect([over.allowance, over.remaining, over.overrun].map(hours)).toEqual([19, 0, 2]);
  });

  it("is told with the instant at which it was given, and leaves the original due instant", () => {
    const { agreedDate, originalDueAt } = fix.track([open, agreed], { asOf: tue("12:00") });
    expect([utc(agreedDate?.dueAt ?? null), utc(agreedDate?.givenAt ?? null)]).toEqual([
      wed("12:00"),
      mon("11:00"),
    ]);
    expect(utc(originalDueAt)).toBe(mon("17:00"));
    expect(fix.track([open], { asOf: tue("12:00") }).agreedDate).toBeNull();
  });

  it("warns at shares of what may be used until then", () => {
    // Half of 19 hours are used after Monday's 8 and 1.5 hours of Tuesday.
    const target = deskTarget({ ...eight, warnAt: [0.5] });
    const { warnings, nextChange } = target.track([open, agreed], { asOf: mon("12:00") });
    expect(warnings.map(({ at, passed }) => [utc(at), passed])).toEqual([[tue("10:30"), false]]);
    expect([nextChange?.kind, utc(nextChange?.at ?? null)]).toEqual(["warning", tue("10:30")]);
  });

  it("of days is an instant all the same", () => {
    const days = deskTarget({ allowance: { workingDays: 2, calendar: "office" } });
    // Due at the midnight that ends Wednesday; agreed is Thursday at 15:00, after the ends of Tuesday and Wednesday.
    const events = [open, { at: tue("10:00"), dueAt: thu("15:00") }];
    const { dueAt, allowance, remaining } = days.track(events, { asOf: wed("10:00") });
    expect([utc(dueAt), allowance?.days, remaining?.days]).toEqual([thu("15:00"), 2, 1]);
    expect(read(events, thu("15:01"), days).breachedAt).toBe(thu("15:00"));
  });
});

describe("an agreed date and a pause", () => {
  const wait = at(mon("13:00"), "waiting");

  it("does not move while the clock is paused", () => {
    const events = [open, agreed, wait];
    const { status, dueAt, paused, nextChange } = fix.track(events, { asOf: tue("12:00") });
    expect([status, paused, utc(dueAt)]).toEqual(["paused", true, wed("12:00")]);
    expect([nextChange?.kind, utc(nextChange?.at ?? null)]).toEqual([
      "breach",
      "2026-11-18T12:00:00.001Z",
    ]);
  });

  it("is breached when it passes in a pause", () => {
    const events = [open, agreed, wait];
    const reading = fix.track(events, { asOf: wed("15:00") });
    expect([reading.status, reading.paused, utc(reading.breachedAt)]).toEqual([
      "breached",
      true,
      wed("12:00"),
    ]);
  });

  it("leaves the working time until then, which a pause makes less", () => {
    // Four hours are used on Monday. On Tuesday at 12:00, five hours of Tuesday and three of Wednesday are left.
    const reading = fix.track([open, agreed, wait], { asOf: tue("12:00") });
    expect([reading.elapsed, reading.remaining, reading.allowance].map(hours)).toEqual([4, 8, 12]);
  });

  it("a warning that a pause makes due is due as the clock goes on", () => {
    // On Tuesday at 17:00, 4 of 7 hours are used: more than half.
    const target = deskTarget({ ...eight, warnAt: [0.5] });
    const events = [open, agreed, wait, at(wed("09:00"), "open")];
    const [warning] = target.track(events, { asOf: wed("09:30") }).warnings;
    expect([utc(warning?.at ?? null), warning?.passed]).toEqual([wed("09:00"), true]);
  });
});

describe("an agreed date and a severity", () => {
  const graded = (terms = {}) =>
    deskTarget(
      {
        allowance: {
          "1": { hours: 2, calendar: "office" },
          "2": { hours: 8, calendar: "office" },
          "3": null,
        },
        ...terms,
      },
      { severities: ["1", "2", "3"] },
    );
  const two = { ...open, severity: "2" };

  it("stays when the severity changes", () => {
    const events = [two, agreed, { at: mon("14:00"), severity: "1" }];
    for (const onSeverityChange of ["carry-elapsed", "retroactive", "restart"] as const) {
      const target = graded({ onSeverityChange });
      expect(read(events, tue("12:00"), target).dueAt).toBe(wed("12:00"));
      expect(target.track(events, { asOf: tue("12:00") }).breaches).toEqual([]);
    }
  });

  it("holds for a ticket whose severity nobody knows yet", () => {
    expect(read([open, agreed], tue("12:00"), graded())).toMatchObject({
      status: "running",
      dueAt: wed("12:00"),
    });
    expect(read([open, agreed], wed("13:00"), graded()).breachedAt).toBe(wed("12:00"));
    const done = [open, agreed, at(tue("12:00"), "done")];
    expect(read(done, fri("09:00"), graded()).status).toBe("met");
  });

  it("escalates before and after it, though there are no shares of an allowance", () => {
    const target = graded({
      escalations: [{ at: { before: { hours: 3, calendar: "office" } } }, { at: { share: 0.5 } }],
    });
    // Three hours before Wednesday at 12:00.
    const [before, half] = target.track([open, agreed], { asOf: wed("10:00") }).escalations;
    expect([utc(before?.at ?? null), before?.passed]).toEqual([wed("09:00"), true]);
    expect([half?.at, half?.passed]).toEqual([null, false]);
  });

  it("judges it still when the first severity comes after the stop", () => {
    const events = [open, agreed, at(tue("12:00"), "done"), { at: fri("09:00"), severity: "1" }];
    expect(read(events, fri("10:00"), graded())).toMatchObject({
      status: "met",
      dueAt: wed("12:00"),
    });
  });

  it("is a promise for a severity that has no other", () => {
    const events = [{ ...open, severity: "3" }, agreed];
    const reading = graded().track(events, { asOf: tue("12:00") });
    expect([reading.status, utc(reading.dueAt), reading.allowance]).toEqual([
      "running",
      wed("12:00"),
      null,
    ]);
    expect(explain(reading)).toContain("0 counted; due by an agreed date");
    const back = [...events, { at: tue("09:00"), dueAt: null }];
    expect(read(back, tue("12:00"), graded()).status).toBe("not-applicable");
  });

  it("does nothing to a ticket that the target does not apply to", () => {
    const target = graded({ when: { type: ["incident"] } });
    const events = [{ ...two, fields: { type: "request" } }, agreed];
    expect(read(events, fri("12:00"), target)).toMatchObject({
      status: "not-applicable",
      dueAt: null,
    });
  });
});

describe("an agreed date and a stop", () => {
  const done = at(mon("16:00"), "done");

  it("holds for the next run of a ticket that goes on", () => {
    const events = [open, agreed, done, at(tue("09:00"), "open")];
    for (const onReopen of ["resume", "continue"] as const) {
      expect(read(events, tue("12:00"), deskTarget({ ...eight, onReopen })).dueAt).toBe(
        wed("12:00"),
      );
    }
  });

  it("falls away when the clock starts again, or another cycle begins", () => {
    const events = [open, agreed, done, at(tue("09:00"), "open")];
    for (const onReopen of ["restart", "new-cycle"] as const) {
      const target = deskTarget({ ...eight, onReopen });
      expect(read(events, tue("12:00"), target).dueAt).toBe(tue("17:00"));
    }
    const cycles = deskTarget({ ...eight, onReopen: "new-cycle" }).track(events, {
      asOf: tue("12:00"),
    }).cycles;
    expect(cycles.map(({ dueAt }) => utc(dueAt))).toEqual([wed("12:00"), tue("17:00")]);
  });

  it("that is given while it is stopped holds for what comes next", () => {
    const given = { at: mon("18:00"), dueAt: thu("12:00") };
    const events = [open, done, given, at(tue("09:00"), "open")];
    for (const onReopen of ["resume", "restart", "new-cycle"] as const) {
      const target = deskTarget({ ...eight, onReopen });
      expect(read([open, done, given], mon("19:00"), target).dueAt).toBe(mon("17:00"));
      expect(read(events, tue("12:00"), target).dueAt).toBe(thu("12:00"));
    }
  });

  it("that passed while it was stopped is breached by the re-opening, and not before", () => {
    const events = [open, agreed, done, at(thu("10:00"), "open")];
    expect(read(events, thu("11:00"))).toMatchObject({
      status: "breached",
      breachedAt: thu("10:00"),
    });
    const never = deskTarget({ ...eight, onReopen: "continue" });
    expect(read(events, thu("11:00"), never).breachedAt).toBe(wed("12:00"));
  });

  it("given at the instant of the stop holds for the verdict, and is an irregularity", () => {
    // Without it, 18:00 on Monday is an hour after the due instant.
    const events = [open, at(mon("18:00"), "done"), { at: mon("18:00"), dueAt: tue("12:00") }];
    for (const history of [events, events.toReversed()]) {
      const reading = fix.track(history, { asOf: fri("09:00") });
      expect([reading.status, utc(reading.dueAt)]).toEqual(["met", tue("12:00")]);
      expect(reading.irregularities.map(({ kind, at }) => [kind, utc(at)])).toEqual([
        ["agreed-as-stopped", mon("18:00")],
      ]);
    }
  });
});

describe("an agreed date and a breach", () => {
  // Due on Monday at 17:00; on Tuesday at 10:00 Thursday is agreed.
  const later = { at: tue("10:00"), dueAt: thu("12:00") };

  it("a later date takes the breach back, and it is remembered", () => {
    const reading = fix.track([open, later], { asOf: tue("12:00") });
    expect([reading.status, utc(reading.dueAt)]).toEqual(["running", thu("12:00")]);
    expect(reading.breaches.map(({ at, takenBackAt }) => [utc(at), utc(takenBackAt)])).toEqual([
      [mon("17:00"), tue("10:00")],
    ]);
  });

  it("unless a breach is kept", () => {
    const keep = deskTarget({ ...eight, onceBreached: "keep" });
    expect(read([open, later], tue("12:00"), keep)).toMatchObject({
      status: "breached",
      breachedAt: mon("17:00"),
    });
  });

  it("a date in the past is due as it is given, and is an irregularity", () => {
    const past = { at: mon("12:00"), dueAt: mon("10:00") };
    const reading = fix.track([open, past], { asOf: mon("13:00") });
    expect([reading.status, utc(reading.dueAt), utc(reading.breachedAt)]).toEqual([
      "breached",
      mon("12:00"),
      mon("12:00"),
    ]);
    expect(reading.irregularities.map(({ kind }) => kind)).toEqual(["agreed-in-the-past"]);
    expect(read([open, { ...past, state: "done" }], mon("13:00")).status).toBe("breached");
  });

  it("a date before the start is due as the clock starts, and is an irregularity", () => {
    const before = { at: "2026-11-13T09:00:00Z", dueAt: "2026-11-15T12:00:00Z" };
    const reading = fix.track([before, open], { asOf: mon("10:00") });
    expect([reading.status, utc(reading.breachedAt)]).toEqual(["breached", mon("09:00")]);
    expect(reading.irregularities.map(({ kind }) => kind)).toEqual(["agreed-in-the-past"]);
  });

  it("a date given before the start holds from the start", () => {
    const before = { at: "2026-11-13T09:00:00Z", dueAt: thu("12:00") };
    expect(read([before, open], tue("12:00")).dueAt).toBe(thu("12:00"));
  });
});

describe("what a target does with agreed dates", () => {
  it.each([
    // The allowance is up on Monday at 17:00, the agreed date is on Wednesday at 12:00.
    ["replaces", wed("12:00"), mon("13:00")],
    ["earlier", mon("17:00"), mon("13:00")],
    ["later", wed("12:00"), mon("17:00")],
    ["ignore", mon("17:00"), mon("17:00")],
  ] as const)("%s", (agreedDates, dueLate, dueSoon) => {
    const target = deskTarget({ ...eight, agreedDates });
    const soon = { at: mon("11:00"), dueAt: mon("13:00") };
    expect(read([open, agreed], mon("12:00"), target).dueAt).toBe(dueLate);
    expect(read([open, soon], mon("12:00"), target).dueAt).toBe(dueSoon);
    expect(read([open, agreed], nextMon("09:00"), target).breachedAt).toBe(dueLate);
    expect(read([open, soon], nextMon("09:00"), target).breachedAt).toBe(dueSoon);
    expect(fix.track([open, agreed], { asOf: mon("12:00"), agreedDates }).dueAt).toEqual(
      target.track([open, agreed], { asOf: mon("12:00") }).dueAt,
    );
  });

  it("the later of both moves with a pause only as far as the allowance does", () => {
    // Paused from 13:00 on Monday until 17:00 on Wednesday: the four hours left are up on Thursday at 13:00.
    const events = [open, agreed, at(mon("13:00"), "waiting"), at(wed("17:00"), "open")];
    const later = deskTarget({ ...eight, agreedDates: "later" });
    const earlier = deskTarget({ ...eight, agreedDates: "earlier" });
    expect(read(events, wed("18:00"), later)).toMatchObject({
      breached: false,
      dueAt: thu("13:00"),
    });
    expect(read(events, nextMon("09:00"), later).breachedAt).toBe(thu("13:00"));
    expect(read(events, nextMon("09:00"), earlier).breachedAt).toBe(wed("12:00"));
  });
});

describe("every form follows an agreed date", () => {
  const pause = at(tue("10:00"), "waiting");
  const events = [open, agreed, pause, at(tue("12:00"), "open")];
  const asOf = wed("15:00");

  it("lists, columns and streams", async () => {
    const history = { ticket: "T", events };
    const [listed] = fix.trackMany([history], { asOf });
    const columns = fix.trackMany(historyColumns([history]), { asOf });
    const log = events.map((event) => ({ ticket: "T", ...event }));
    const streamed = [];
    for await (const result of fix.trackStream(log, { asOf })) streamed.push(result);
    const due = Date.parse(wed("12:00"));
    expect(listed).toMatchObject({ status: "breached", dueAtMs: due, breachedAtMs: due });
    expect(streamed).toEqual([listed]);
    expect(STATUSES[columns.status[0] ?? 255]).toBe("breached");
    expect([columns.dueAtMs[0], columns.breachedAtMs[0]]).toEqual([due, due]);
  });

  it("columns take an agreed date back", () => {
    const back = [...events, { at: tue("13:00"), dueAt: null }];
    const columns = historyColumns([
      { ticket: "A", events: back },
      { ticket: "B", events: [open] },
    ]);
    const tracked = fix.trackMany(columns, { asOf: tue("13:00") });
    // Nine of eight hours have been used by then: eight of Monday, one of Tuesday before and one after the pause.
    expect([...tracked.breachedAtMs]).toEqual(
      [tue("13:00"), mon("17:00")].map((t) => Date.parse(t)),
    );
    expect(historyColumns([{ ticket: "B", events: [open] }])).not.toHaveProperty("dueAtMs");
  });

  it("a clock that is followed, saved and gone on from at every event", () => {
    const { segments, ...tracked } = fix.track(events, { asOf });
    const { segments: none, ...followed } = resumed(fix, events).read(asOf);
    expect(JSON.stringify(followed)).toBe(JSON.stringify(tracked));
  });

  it("a snapshot, also of what a pause takes of the time until then", () => {
    const reading = fix.track([open, agreed, at(mon("13:00"), "waiting")], { asOf: mon("14:00") });
    const live = snapshot(reading, { until: wed("13:00") });
    // At 14:00 on Monday 3 + 8 + 3 hours are left; at 10:00 on Tuesday 7 + 3; on Wednesday at 12:00 none.
    const left = [mon("14:00"), tue("10:00"), wed("12:00")].map(
      (t) => (readAt(live, Date.parse(t)).remaining ?? Number.NaN) / 3_600_000,
    );
    expect(left).toEqual([14, 10, 0]);
    expect(JSON.stringify(live).length).toBeLessThan(2_000);
  });

  it("explain, JSON and summary", () => {
    const reading = fix.track(events, { asOf });
    expect(explain(reading)).toContain(
      "agreed on Mon 16 Nov 2026 11:00: due Wed 18 Nov 2026 12:00; due as it started Mon 16 Nov 2026 17:00",
    );
    const again = readingFromJSON(JSON.parse(JSON.stringify(reading)));
    expect(explain(again)).toBe(explain(reading));
    expect(utc(summary(reading).agreedDate?.dueAt ?? null)).toBe(wed("12:00"));
  });

  it("the shapes of Jira and ServiceNow", () => {
    const reading = fix.track([open, agreed], { asOf: tue("12:00") });
    const { ongoingCycle } = toJiraSla(reading);
    expect(ongoingCycle?.breachTime?.epochMillis).toBe(Date.parse(wed("12:00")));
    expect(ongoingCycle?.remainingTime.millis).toBe(8 * 3_600_000);
    expect(toServiceNowTaskSla(reading)).toMatchObject({
      planned_end_time: "2026-11-18 12:00:00",
      original_breach_time: "2026-11-16 17:00:00",
    });
  });

  it("an instant that cannot be read is named", () => {
    const events = [open, { at: mon("11:00"), dueAt: "Wednesday" }];
    expect(() => fix.track(events, { asOf, ticket: "T" })).toThrow(/^Ticket T, event 1: dueAt: /);
  });
});
