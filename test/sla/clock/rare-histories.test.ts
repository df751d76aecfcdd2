import { describe, expect, it } from "vitest";
import type { HistoryEvent } from "../../../src/index";
import { deskTarget, fri, hours, mon, on, thu, tue, utc, wed } from "../../reference/desk";

/**
 * Histories on which the clock and the slow clock of the tests once disagreed. Each was worked out by hand,
 * from what the choices say; sometimes one of the two was wrong, sometimes the other.
 */

const grades = { severities: ["1", "2", "3"] };
const anyTime = { timeZone: "UTC", calendars: {} };

describe("the later of an agreed date and the allowance", () => {
  it("is breached by a date that passes as the ticket stops, and stays so after a re-opening", () => {
    const later = deskTarget({
      allowance: { hours: 8, calendar: "office" },
      atDue: "breached",
      agreedDates: "later",
    });
    const events = [
      { at: mon("09:00"), state: "open" },
      { at: mon("17:00"), state: "waiting" }, // The 8 h are up, so the date alone has a say.
      { at: mon("20:00"), state: "done", dueAt: mon("20:00") },
      { at: tue("06:00"), state: "open" },
    ];
    const stopped = later.track(events.slice(0, 3), { asOf: mon("21:00") });
    const reopened = later.track(events, { asOf: tue("06:00") });
    expect([stopped, reopened].map(({ breachedAt }) => utc(breachedAt))).toEqual([
      mon("20:00"),
      mon("20:00"),
    ]);
  });
});

describe("the earlier of an agreed date and the allowance", () => {
  const earlier = deskTarget({
    allowance: { hours: 8, calendar: "office" },
    agreedDates: "earlier",
  });
  const events = [
    { at: mon("09:00"), state: "open" },
    { at: mon("10:00"), dueAt: mon("20:00") },
    { at: mon("17:00"), state: "waiting" }, // The 8 h are used up exactly, and nothing is late.
  ];

  it("is the date for a ticket that is paused as its allowance is used up", () => {
    const { status, dueAt } = earlier.track(events, { asOf: mon("19:00") });
    expect([status, utc(dueAt)]).toEqual(["paused", mon("20:00")]);
  });

  it("is breached in that pause as the date passes, and not as the pause begins", () => {
    const { status, breachedAt } = earlier.track(events, { asOf: mon("21:00") });
    expect([status, utc(breachedAt)]).toEqual(["breached", mon("20:00")]);
  });

  it("is breached by the allowance alone until a date is agreed, and stays breached", () => {
    const atOnce = deskTarget({
      allowance: { calendarDays: 0 },
      atDue: "breached",
      agreedDates: "earlier",
    });
    const { status, breachedAt } = atOnce.track(
      [
        { at: mon("09:00"), state: "open" },
        { at: mon("10:00"), dueAt: mon("12:00") },
      ],
      { asOf: mon("11:00") },
    );
    expect([status, utc(breachedAt)]).toEqual(["breached", mon("09:00")]);
  });
});

describe("the later of an agreed date and the allowance", () => {
  it("is the date if the allowance was used up before, and does not wait for an opening", () => {
    const later = deskTarget({
      allowance: { hours: 2, calendar: "office" },
      tie: "next-open",
      agreedDates: "later",
    });
    const events = [
      { at: mon("09:00"), state: "open" },
      { at: mon("10:00"), dueAt: mon("20:00") },
      { at: mon("18:00"), state: "waiting" },
      { at: mon("18:30"), state: "open" },
    ];
    const before = later.track(events, { asOf: mon("19:00") });
    expect([before.status, utc(before.dueAt)]).toEqual(["running", mon("20:00")]);
    const after = later.track(events, { asOf: mon("21:00") });
    expect([after.status, utc(after.breachedAt)]).toEqual(["breached", mon("20:00")]);
  });
});

describe("the first promise of a count", () => {
  it("begins it, of a ticket that was re-opened without a promise as of one that is new", () => {
    const target = deskTarget(
      {
        allowance: { "1": { workingDays: 1, calendar: "office" }, "2": null },
        onReopen: "restart",
      },
      { severities: ["1", "2"] },
    );
    const graded = { at: wed("10:00"), severity: "1" };
    const again = [
      { at: mon("09:00"), state: "open", severity: "1" },
      { at: mon("10:00"), state: "done" },
      { at: tue("10:00"), state: "open", severity: "2" },
      graded,
    ];
    const anew = [{ at: tue("10:00"), state: "open", severity: "2" }, graded];
    // Wednesday is day 0, so it is due at the end of Thursday.
    for (const events of [again, anew]) {
      expect(utc(target.track(events, { asOf: wed("11:00") }).dueAt)).toBe(fri("00:00"));
    }
  });

  it("begins the limit of its pauses too", () => {
    const target = deskTarget(
      {
        allowance: { "1": { hours: 8, calendar: "office" }, "2": null },
        pauseLimit: { hours: 2, calendar: "office" },
      },
      { severities: ["1", "2"] },
    );
    const events = [
      { at: mon("09:00"), state: "waiting", severity: "2" },
      { at: mon("12:00"), severity: "1" },
    ];
    // Two hours of pauses from 12:00 on; after them, an hour has counted by 15:00.
    expect(target.track(events, { asOf: mon("13:59") }).status).toBe("paused");
    const { status, elapsed } = target.track(events, { asOf: mon("15:00") });
    expect([status, hours(elapsed)]).toEqual(["running", 1]);
  });
});

describe("a target that applies again to a ticket", () => {
  const desk = (onSeverityChange: "carry-elapsed" | "retroactive") =>
    deskTarget({
      allowance: { hours: 8, calendar: "office" },
      when: { type: ["incident"] },
      onSeverityChange,
    });
  const open = { at: mon("09:00"), state: "open" };
  const type = (at: string, value: string) => ({ at, fields: { type: value } });

  it("measures all of it again, if so chosen, also under one allowance for all", () => {
    const events = [
      { ...open, fields: { type: "incident" } },
      type(mon("11:00"), "question"),
      type(mon("14:00"), "incident"),
    ];
    const asOf = mon("15:00");
    // 2 h, 3 h without a promise, 1 h.
    expect(hours(desk("carry-elapsed").track(events, { asOf }).elapsed)).toBe(3);
    expect(hours(desk("retroactive").track(events, { asOf }).elapsed)).toBe(6);
  });

  it("measures it from its start, if it did not apply at first", () => {
    const events = [{ ...open, fields: { type: "question" } }, type(mon("14:00"), "incident")];
    const asOf = mon("15:00");
    const late = desk("carry-elapsed").track(events, { asOf });
    expect([hours(late.elapsed), utc(late.dueAt)]).toEqual([1, tue("14:00")]);
    const anew = desk("retroactive").track(events, { asOf });
    expect([hours(anew.elapsed), utc(anew.dueAt)]).toEqual([6, mon("17:00")]);
  });

  it("measures it again from a saved clock", () => {
    const target = desk("retroactive");
    const events = [{ ...open, fields: { type: "question" } }, type(mon("14:00"), "incident")];
    const before = target.follow();
    before.take(events[0] ?? open);
    const after = target.follow({ from: JSON.parse(JSON.stringify(before.save())) });
    after.take(events[1] ?? open);
    expect(hours(after.read(mon("15:00")).elapsed)).toBe(6);
  });

  it("counts nothing in the unit of its allowance", () => {
    const days = deskTarget({
      allowance: { workingDays: 2, calendar: "office" },
      when: { type: ["incident"] },
    });
    const { status, elapsed } = days.track([open], { asOf: tue("12:00") });
    expect([status, elapsed.toObject()]).toEqual(["not-applicable", { days: 0 }]);
  });
});

describe("a ticket that was stopped before anybody knew its severity", () => {
  const stopped = [
    { at: mon("09:00"), state: "open" },
    { at: mon("10:00"), state: "done" },
    { at: mon("16:00"), severity: "1" },
  ];

  it("has only the warnings that it had reached as it stopped, from the severity on", () => {
    const target = deskTarget(
      {
        allowance: { "1": { hours: 4, calendar: "office" } },
        onReopen: "continue",
        warnAt: [0.25, 0.5],
      },
      grades,
    );
    // One hour had been used, and by 16:30 seven and a half have passed.
    const { status, warnings } = target.track(stopped, { asOf: mon("16:30") });
    const told = warnings.map(({ at, passed }) => [utc(at), passed]);
    expect([status, told]).toEqual([
      "met",
      [
        [mon("16:00"), true],
        [null, false],
      ],
    ]);
  });

  it("has breached an allowance of nothing at its start, whatever a re-opening does", () => {
    for (const onReopen of ["resume", "continue"] as const) {
      const target = deskTarget(
        { allowance: { "1": { weeks: 0 } }, onReopen },
        { ...grades, ...anyTime },
      );
      const { status, breachedAt } = target.track(stopped, { asOf: mon("17:00") });
      expect([status, utc(breachedAt)], onReopen).toEqual(["breached", mon("09:00")]);
    }
  });
});

describe("a ticket that was paused until it stopped, before anybody knew its severity", () => {
  const graded = { at: mon("16:00"), severity: "1" };
  const paused = [
    { at: mon("09:00"), state: "waiting" },
    { at: mon("10:00"), state: "done" },
  ];
  const target = deskTarget(
    {
      allowance: { "1": { minutes: 0, calendar: "office" } },
      atDue: "breached",
      onReopen: "continue",
    },
    grades,
  );
  const verdictOn = (events: readonly HistoryEvent[]) => {
    const { status, breachedAt, dueAt } = target.track(events, { asOf: mon("17:00") });
    return [status, utc(breachedAt), utc(dueAt)];
  };

  it("met an allowance of nothing, which a pause does not use, as if the severity had been known", () => {
    const known = [{ at: mon("09:00"), state: "waiting", severity: "1" }, ...paused.slice(1)];
    expect(verdictOn(known)).toEqual(["met", null, mon("10:00")]);
    expect(verdictOn([...paused, graded])).toEqual(["met", null, mon("10:00")]);
  });

  it("breached it if it ran until it stopped, even if it was paused at that instant", () => {
    const ran = [
      { at: mon("09:00"), state: "open" },
      { at: mon("10:00"), state: "waiting" },
      { at: mon("10:00"), state: "done" },
      graded,
    ];
    expect(verdictOn(ran)).toEqual(["breached", mon("09:00"), mon("09:00")]);
  });
});

describe("a pause in which nothing was promised for a while", () => {
  it("had nothing paused before it, if it is the first", () => {
    const target = deskTarget(
      { allowance: { "1": { hours: 8, calendar: "office" }, "2": null } },
      { severities: ["1", "2"] },
    );
    const { pausedFor, pause } = target.track(
      [
        { at: mon("09:00"), state: "open", severity: "1" },
        { at: mon("10:00"), state: "waiting", severity: "2" },
        { at: mon("12:00"), severity: "1" },
      ],
      { asOf: mon("13:00") },
    );
    // Of the three hours of the pause, the last is paused under a promise.
    expect([hours(pausedFor), pause && hours(pause.pausedFor)]).toEqual([1, 0]);
  });
});

describe("a ticket that is re-opened and stopped again at one instant", () => {
  it("may use until a date in the past what it has used, and nothing more", () => {
    const target = deskTarget({ allowance: { hours: 8, calendar: "office" } });
    const { allowance, breachedAt } = target.track(
      [
        { at: mon("09:00"), state: "open" },
        { at: mon("10:00"), dueAt: on("2026-11-15")("12:00") },
        ...["done", "open", "done"].map((state) => ({ at: mon("12:00"), state })),
      ],
      { asOf: thu("12:00") },
    );
    // 3 h were used by 12:00, where it was re-opened; the date was breached as it was agreed.
    expect([hours(allowance), utc(breachedAt)]).toEqual([3, mon("10:00")]);
  });
});
