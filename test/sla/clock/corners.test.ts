import { describe, expect, it } from "vitest";
import { CivilDays } from "../../../src/calendar/days/civil-days";
import {
  DefinitionError,
  defineSla,
  explain,
  historyColumns,
  type PolicyDefinition,
  toServiceNowTaskSla,
} from "../../../src/index";
import { zoneNamed } from "../../../src/time/zone";
import { always, deskTarget, hours, mon, office, on, tue, utc, wed } from "../../reference/desk";

describe("a clock that was restarted, saved, and is measured anew", () => {
  it("counts what came after the restart alone, as one that was never saved does", () => {
    const target = deskTarget({
      allowance: { "1": { hours: 4, calendar: "always" }, "3": { hours: 8, calendar: "office" } },
      onSeverityChange: "retroactive",
      onReopen: "restart",
    });
    const events = [
      { at: mon("09:00"), state: "open", severity: "3" },
      { at: mon("11:00"), state: "done" },
      { at: mon("12:00"), state: "open" },
    ];
    const change = { at: mon("14:00"), severity: "1" };
    const clock = target.follow();
    for (const event of events) clock.take(event);
    const goingOn = target.follow({ from: JSON.parse(JSON.stringify(clock.save())) });
    goingOn.take(change);
    const whole = target.track([...events, change], { asOf: mon("14:00") });
    for (const reading of [goingOn.read(mon("14:00")), whole]) {
      // From 12:00 on, around the clock: 2 h of 4.
      expect([reading.status, hours(reading.elapsed), utc(reading.dueAt)]).toEqual([
        "running",
        2,
        mon("16:00"),
      ]);
    }
  });
});

describe("what an event's own accessors throw", () => {
  const target = deskTarget({ allowance: { hours: 4, calendar: "office" } });
  const faulty = {
    ticket: "T-1",
    at: mon("09:00"),
    get state(): string {
      throw new TypeError("a fault of the caller's");
    },
  };
  const asOf = tue("09:00");

  const says = "Ticket T-1, event 0: an unreadable object cannot be read; give a plain object.";

  it("is the ticket's error, in every form", async () => {
    const stream = await target.trackStream([faulty], { asOf }).next();
    expect(stream.value?.error?.message).toBe(says);
    const lists = target.trackMany([{ ticket: "T-1", events: [faulty] }], { asOf }).next();
    expect(lists.value?.error?.message).toBe(says);
    expect(() => historyColumns([{ ticket: "T-1", events: [faulty] }])).toThrow(says);
    expect(() => target.track([faulty], { asOf, ticket: "T-1" })).toThrow(says);
  });

  it("is an error of the options, if they cannot be read", () => {
    const trap = () => {
      throw new TypeError("a fault of the caller's");
    };
    const options = {
      asOf,
      ticket: "T-1",
      get tie(): "close" {
        return trap();
      },
    };
    const says = "an unreadable object is not an object of options";
    expect(() => target.track([], options)).toThrow(says);
    expect(() => target.track([], new Proxy({ asOf }, { ownKeys: trap }))).toThrow(says);
    expect(() => target.follow(new Proxy({}, { ownKeys: trap }))).toThrow(says);
  });
});

describe("trackMany over lists", () => {
  const target = deskTarget({ allowance: { hours: 4, calendar: "office" } });
  const one = (events: readonly object[], asOf = tue("12:00")) =>
    target.trackMany([{ ticket: "T-1", events: events as never }], { asOf }).next().value;
  const at = (iso: string) => Date.parse(iso);
  const opened = { at: at(mon("09:00")), state: "open" };
  const waiting = { at: at(mon("10:00")), state: "waiting" };

  it("gives the same whether instants are numbers in order, in none, or text", () => {
    const expected = { ticket: "T-1", error: null, status: "paused", elapsed: 3_600_000 };
    const text = [
      { at: mon("09:00"), state: "open" },
      { at: mon("10:00"), state: "waiting" },
    ];
    for (const events of [[opened, waiting], [waiting, opened], text]) {
      expect(one(events)).toMatchObject(expected);
    }
    expect(one([opened, waiting], mon("09:30"))).toMatchObject({ status: "running" });
  });

  it("keeps the order of what happens at one instant", () => {
    const done = { ...waiting, state: "done" };
    expect(one([opened, waiting, done])).toMatchObject({ status: "met" });
    expect(one([opened, done, { ...waiting, state: "open" }])).toMatchObject({ reopenings: 1 });
  });

  it.each<[string, unknown, string]>([
    ["half a millisecond", { ...waiting, at: 0.5 }, "event-instant-invalid"],
    ["no number", { ...waiting, at: Number.NaN }, "event-instant-invalid"],
    ["more than a date holds", { ...waiting, at: 8.64e15 + 2 }, "event-instant-invalid"],
    ["less than a date holds", { ...waiting, at: -8.64e15 - 2 }, "event-instant-invalid"],
    ["an unknown state", { ...waiting, state: "lost" }, "state-unknown"],
    ["a severity that is not a word", { ...waiting, severity: 1 }, "severity-unknown"],
    ["nothing", null, "event-invalid"],
    ["a word", "open", "event-invalid"],
    ["a list of nothing", undefined, "event-invalid"],
  ])("refuses %s, by its place", (_, event, code) => {
    const result = one([opened, event as object]);
    expect(result?.error).toMatchObject({ code, data: { ticket: "T-1", index: 1 } });
  });

  it("takes what was before 1970, as far as a date goes", () => {
    const years = deskTarget({ allowance: { hours: 4, calendar: "always" } });
    const events = [{ at: Date.UTC(1965, 0, 1), state: "open" }];
    const options = { asOf: Date.UTC(1965, 0, 1, 3) };
    const [result] = years.trackMany([{ ticket: "T-1", events }], options);
    expect(result).toMatchObject({ status: "running", elapsed: 3 * 3_600_000 });
  });
});

describe("a policy", () => {
  const policy = (over: object) =>
    ({
      id: "desk",
      calendars: { office, always },
      targets: {
        fix: { allowance: { hours: 4, calendar: "office" }, runs: ["open"], stops: ["done"] },
      },
      ...over,
    }) as PolicyDefinition;

  it("whose calendars are nothing is refused", () => {
    for (const calendars of [null, 5, "office"]) {
      expect(() => defineSla(policy({ calendars }))).toThrow(DefinitionError);
    }
  });

  it("with calendars of several zones needs a zone of its own only for civil time, wherever that is", () => {
    const tokyo = { timeZone: "Asia/Tokyo", hours: { daily: ["09:00-17:00"] } };
    const calendars = { office, tokyo };
    const worked = { hours: 4, calendar: "tokyo" };
    const civil = { calendarDays: 2 };
    const parts = (after: object) => [
      { milestones: { chase: { steps: [{ id: "first", after }] } } },
      { windows: { reopen: { anyOf: [[{ from: "done", within: after }]] } } },
      { recurrences: { update: { every: after } } },
    ];
    for (const part of parts(worked)) {
      expect(() => defineSla(policy({ calendars, ...part }))).not.toThrow();
    }
    for (const part of parts(civil)) {
      expect(() => defineSla(policy({ calendars, ...part }))).toThrow(/timeZone: missing/);
      expect(() => defineSla(policy({ calendars, timeZone: "UTC", ...part }))).not.toThrow();
    }
  });
});

describe("a recurrence that was done several times", () => {
  it("takes them in order of time, in whatever order they are given", () => {
    const { recurrences } = defineSla({
      id: "desk",
      calendars: { office },
      targets: {},
      recurrences: { update: { every: { workingDays: 1, calendar: "office" } } },
    });
    const done = [wed("10:00"), mon("12:00"), tue("11:00")];
    const reading = recurrences.update(mon("09:00"), { asOf: wed("12:00"), done });
    expect(reading.occurrences.map(({ doneAt }) => utc(doneAt))).toEqual([
      mon("12:00"),
      tue("11:00"),
      wed("10:00"),
      null,
    ]);
  });
});

describe("civil days", () => {
  const days = new CivilDays(zoneNamed("Europe/London"));

  it("all count, each with the hours of its week", () => {
    expect(days.has()).toBe(true);
    expect(days.reasonFor()).toEqual({ because: "week" });
    expect(days.nth(100, -3)).toBe(97);
    expect(days.between(100, 97)).toBe(-3);
  });

  it("end at the close of a day, which is its end", () => {
    const day = Date.UTC(2026, 6, 1) / 86_400_000;
    expect(days.dueOn(day, "close", 0)).toBe(Date.UTC(2026, 6, 1, 23));
    expect(days.endOf(day)).toBe(Date.UTC(2026, 6, 1, 23));
  });

  it("reach from 1900 to 2200, both included", () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000;
    const last = Date.UTC(2200, 11, 31) / 86_400_000;
    expect([days.nth(first + 1, -1), days.nth(last - 1, 1)]).toEqual([first, last]);
    const message =
      "Calendar days are counted from 1900 to 2200, and this leads beyond them. Give an instant within them, or a smaller amount.";
    const data = { from: "1900-01-01", to: "2200-12-31" };
    expect(() => days.nth(first, -1)).toThrow(
      expect.objectContaining({ code: "coverage-start", message, data }),
    );
    expect(() => days.nth(last, 1)).toThrow(
      expect.objectContaining({ code: "coverage-end", message, data }),
    );
  });

  it("take what comes at a cutoff, or after it, for the next day's", () => {
    const noon = Date.UTC(2026, 6, 1, 11);
    expect(days.received(noon - 1, "12:00")).toBe(days.dayAt(noon));
    expect(days.received(noon, "12:00")).toBe(days.dayAt(noon) + 1);
    expect(days.received(noon, undefined)).toBe(days.dayAt(noon));
  });
});

describe("a reading in ServiceNow's form", () => {
  it("of an allowance of nothing that is stopped at once is used up, not divided by nothing", () => {
    const target = deskTarget({ allowance: { hours: 0, calendar: "always" } });
    const at = on("2026-11-16")("09:00");
    const events = [
      { at, state: "open" },
      { at, state: "done" },
    ];
    const row = toServiceNowTaskSla(target.track(events, { asOf: tue("09:00") }));
    expect([row?.percentage, row?.task, row?.timezone]).toEqual([100, "", "UTC"]);
  });
});

describe("an explanation", () => {
  it("of a clause whose reading is not in doubt quotes it, and says no more", () => {
    const sla = defineSla({
      id: "desk",
      calendars: { office },
      targets: {
        fix: {
          clause: "X-1",
          allowance: { hours: 4, calendar: "office" },
          runs: ["open"],
          stops: ["done"],
        },
      },
      clauses: { "X-1": { document: "A document", quotes: ["Four hours."] } },
    } as PolicyDefinition);
    const fix = sla.targets["fix"];
    if (!fix) throw new Error("there is one");
    const text = explain(fix.track([{ at: mon("09:00"), state: "open" }], { asOf: mon("10:00") }));
    expect(text).toContain('X-1, A document: "Four hours."');
    expect(text).not.toContain("read as");
  });
});
