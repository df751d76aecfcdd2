import { describe, expect, it } from "vitest";
import {
  availability,
  CoreHoursError,
  DefinitionError,
  defineCalendar,
  defineSla,
  eligibility,
  nhsmail,
  type PolicyDefinition,
  parseBankHolidays,
} from "../../src";
import { formatPath } from "../../src/input/problems";

/** A desk in London with weekdays, bank holidays and a calendar that never closes. */
const desk = {
  id: "desk",
  calendars: {
    days: {
      timeZone: "Europe/London",
      hours: { weekdays: ["00:00-24:00"] },
      bankHolidays: "england-and-wales",
    },
    office: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } },
    always: { timeZone: "Europe/London", hours: { daily: ["00:00-24:00"] } },
  },
  targets: {
    fix: { allowance: { hours: 8, calendar: "office" }, runs: ["open"], stops: ["done"] },
  },
} as const satisfies PolicyDefinition;

const isoOf = (at: { toISO: () => string | null } | null) => at?.toISO() ?? null;

describe("milestones", () => {
  const { chase } = defineSla({
    ...desk,
    milestones: {
      chase: {
        title: "Chasing",
        steps: [
          { id: "first", title: "First letter", after: { hours: 24, calendar: "days" } },
          { id: "second", after: { workingDays: 1, calendar: "days" } },
          { id: "week", from: "start", after: { weeks: 1 } },
          { id: "rolled", from: "start", after: { hours: 48, calendar: "always" }, rollTo: "days" },
        ],
      },
    },
  }).milestones;

  it("are each so long after the one before, or after the start, and roll off closed dates", () => {
    // Thursday 24 December 2026, 15:00: 9 h that day, 15 h on Tuesday the 29th; then the end of the
    // 30th; a week is the 31st, 15:00; 48 h is Saturday the 26th, rolled on to Tuesday the 29th.
    const chain = chase("2026-12-24T15:00:00Z");
    expect(chain.map(({ id, title, at }) => [id, title, isoOf(at)])).toEqual([
      ["first", "First letter", "2026-12-29T15:00:00.000+00:00"],
      ["second", "second", "2026-12-31T00:00:00.000+00:00"],
      ["week", "week", "2026-12-31T15:00:00.000+00:00"],
      ["rolled", "rolled", "2026-12-29T15:00:00.000+00:00"],
    ]);
  });

  it("end where the chain ends early, from that instant on", () => {
    const ids = (until: string) => chase("2026-12-24T15:00:00Z", { until }).map(({ id }) => id);
    expect(ids("2026-12-29T15:00:00Z")).toEqual([]);
    expect(ids("2026-12-29T15:00:00.001Z")).toEqual(["first"]);
  });

  it("say when they rest on projected bank holidays", () => {
    expect(chase("2026-12-24T15:00:00Z").some(({ provisional }) => provisional)).toBe(false);
    const later = chase("2029-01-02T15:00:00Z");
    expect(later.map(({ id, provisional }) => [id, provisional])).toEqual([
      ["first", true],
      ["second", true],
      ["week", false], // Civil days know no bank holidays,
      ["rolled", true], // but rolling off them does.
    ]);
  });
});

describe("windows", () => {
  const { windows } = defineSla({
    ...desk,
    windows: {
      reopen: { anyOf: [[{ within: { hours: 72, calendar: "always" } }]] },
      strict: { anyOf: [[{ within: { hours: 72, calendar: "always" } }]], inclusive: false },
      complaint: {
        anyOf: [
          [{ from: "incident", within: { months: 6 } }],
          [
            { from: "discovery", within: { months: 6 } },
            { from: "incident", within: { months: 12 } },
          ],
        ],
      },
    },
  });

  it("are open up to their last instant, which is in time unless they say otherwise", () => {
    const at = "2026-11-20T10:00:00Z";
    const isOpen = (name: "reopen" | "strict", asOf: string) => windows[name](at, { asOf }).isOpen;
    expect(isoOf(windows.reopen(at).closesAt)).toBe("2026-11-23T10:00:00.000+00:00");
    expect(isOpen("reopen", "2026-11-23T10:00:00Z")).toBe(true);
    expect(isOpen("reopen", "2026-11-23T10:00:00.001Z")).toBe(false);
    expect(isOpen("strict", "2026-11-23T10:00:00Z")).toBe(false);
    expect(isOpen("strict", "2026-11-23T09:59:59.999Z")).toBe(true);
    expect(windows.reopen(at).isOpen).toBeNull();
  });

  it("close with the latest way of being in time, and each way with its earliest limit", () => {
    // Six months from the incident is 28 February, from the discovery 30 June; twelve from the
    // incident is 31 August.
    const incident = "2026-08-31T09:00:00Z";
    const { closesAt, ways } = windows.complaint({ incident, discovery: "2026-12-31T10:00:00Z" });
    expect(isoOf(closesAt)).toBe("2027-06-30T10:00:00.000+01:00");
    expect(ways.map(({ from, closesAt }) => [from, isoOf(closesAt)])).toEqual([
      [["incident"], "2027-02-28T10:00:00.000+00:00"],
      [["discovery", "incident"], "2027-06-30T10:00:00.000+01:00"],
    ]);
    const late = windows.complaint({ incident, discovery: "2027-06-01T10:00:00Z" });
    expect(isoOf(late.closesAt)).toBe("2027-08-31T10:00:00.000+01:00");
  });

  it("open when an event has come that a way counts from, and not before", () => {
    const incident = "2026-08-31T09:00:00Z";
    // Six months from the incident is 28 February; the discovery opens the second way on 1 June.
    const events = { incident, discovery: "2027-06-01T10:00:00+01:00" };
    const status = (asOf: string) => windows.complaint(events, { asOf }).status;
    expect(isoOf(windows.complaint(events).opensAt)).toBe("2026-08-31T10:00:00.000+01:00");
    expect([
      status("2026-08-31T08:59:59.999Z"),
      status("2026-08-31T09:00:00Z"),
      status("2027-02-28T10:00:00Z"),
      status("2027-02-28T10:00:00.001Z"),
      status("2027-06-01T09:00:00Z"),
      status("2027-08-31T09:00:00Z"),
      status("2027-08-31T09:00:00.001Z"),
    ]).toEqual(["not-open-yet", "open", "open", "not-open-yet", "open", "open", "closed"]);
    expect(windows.complaint(events).status).toBeNull();
  });

  it("leave out a way whose events are not all given, and refuse where none is left", () => {
    const incident = "2026-08-31T09:00:00Z";
    expect(windows.complaint({ incident }).ways).toHaveLength(1);
    expect(() => windows.complaint({ discovery: incident })).toThrow(
      expect.objectContaining({ code: "event-missing" }),
    );
    expect(() => windows.complaint(incident)).toThrow(/incident, discovery/);
  });

  it("may bound another event, and were never open where it came too late", () => {
    const { complaint } = defineSla({
      ...desk,
      windows: {
        complaint: {
          anyOf: [
            [
              { from: "discovery", within: { months: 6 } },
              { from: "incident", of: "discovery", within: { months: 12 } },
            ],
          ],
        },
      },
    }).windows;
    const incident = "2026-08-31T09:00:00Z";
    // Discovered on the last day of the twelve months: open for six more.
    const inTime = complaint(
      { incident, discovery: "2027-08-31T09:00:00Z" },
      { asOf: "2028-02-29T09:00:00Z" },
    );
    expect(isoOf(inTime.closesAt)).toBe("2028-02-29T10:00:00.000+00:00");
    expect(inTime.isOpen).toBe(true);
    // A millisecond later: too late for ever, by the limit that was missed.
    const missed = complaint(
      { incident, discovery: "2027-08-31T09:00:00.001Z" },
      { asOf: "2027-09-01T09:00:00Z" },
    );
    expect(missed.isOpen).toBe(false);
    expect(isoOf(missed.closesAt)).toBe("2027-08-31T10:00:00.000+01:00");
  });

  it("may end with their last day", () => {
    const { fortnight } = defineSla({
      ...desk,
      windows: { fortnight: { anyOf: [[{ within: { weeks: 2 } }]], due: "end-of-day" } },
    }).windows;
    expect(isoOf(fortnight("2026-11-02T10:00:00Z").closesAt)).toBe("2026-11-17T00:00:00.000+00:00");
  });

  it("take an instant in any form", () => {
    const atMs = Date.UTC(2026, 10, 20, 10);
    for (const at of [atMs, new Date(atMs), { epochMilliseconds: atMs }]) {
      expect(windows.reopen(at).closesAt.toMillis()).toBe(atMs + 72 * 3_600_000);
    }
  });
});

describe("recurrences", () => {
  const { recurrences } = defineSla({
    ...desk,
    recurrences: {
      rolling: { every: { workingDays: 2, calendar: "days" } },
      grid: { every: { workingDays: 2, calendar: "days" }, anchor: "grid" },
      never: { every: { hours: 0, calendar: "always" }, anchor: "grid" },
    },
  });
  const start = "2026-11-16T10:00:00Z"; // A Monday.
  const listed = (reading: ReturnType<typeof recurrences.rolling>) =>
    reading.occurrences.map(({ dueAt, doneAt, late }) => [
      dueAt.toFormat("dd"),
      doneAt?.toFormat("dd HH") ?? null,
      late,
    ]);

  it("rolling: each is due so long after the last time it was done", () => {
    // Due at the end of Wednesday 18; done on Thursday 19, late; due at the end of Monday 23.
    const reading = recurrences.rolling(start, {
      asOf: "2026-11-20T12:00:00Z",
      done: ["2026-11-19T09:00:00Z"],
    });
    expect(listed(reading)).toEqual([
      ["19", "19 09", true],
      ["24", null, false],
    ]);
    expect(isoOf(reading.nextDueAt)).toBe("2026-11-24T00:00:00.000+00:00");
    expect(reading.overdue).toBe(false);
  });

  it("rolling: is overdue until it is done", () => {
    const reading = recurrences.rolling(start, { asOf: "2026-11-27T12:00:00Z" });
    expect(listed(reading)).toEqual([["19", null, true]]);
    expect(reading.overdue).toBe(true);
  });

  it("grid: each is due a whole number of times after the start, whatever was done", () => {
    // Ends of Wednesday 18, Friday 20 and Tuesday 24; done on Thursday 19 alone.
    const reading = recurrences.grid(start, {
      asOf: "2026-11-23T12:00:00Z",
      done: ["2026-11-19T09:00:00Z"],
    });
    expect(listed(reading)).toEqual([
      ["19", null, true],
      ["21", "19 09", false],
      ["25", null, false],
    ]);
    expect(isoOf(reading.nextDueAt)).toBe("2026-11-25T00:00:00.000+00:00");
    expect(reading.overdue).toBe(false);
  });

  it("are due no more once they have ended", () => {
    const until = "2026-11-17T10:00:00Z";
    const asOf = "2026-11-27T12:00:00Z";
    expect(recurrences.rolling(start, { asOf, until })).toMatchObject({
      occurrences: [],
      nextDueAt: null,
      overdue: false,
    });
    const after = recurrences.rolling(start, { asOf, until: "2026-11-19T10:00:00Z" });
    expect(listed(after)).toEqual([["19", null, true]]); // It was due before the end, and missed.
    expect(after.nextDueAt).toBeNull();
  });

  it("that never move on are refused, not searched for ever", () => {
    expect(() => recurrences.never(start, { asOf: "2026-11-27T12:00:00Z" })).toThrow(
      expect.objectContaining({ code: "too-many-occurrences" }),
    );
  });
});

describe("eligibility", () => {
  const definition = {
    title: "Escalation",
    clause: "X-1",
    parameters: { close: 0.75 },
    anyOf: [
      { id: "breached", title: "It is breached", all: [{ breached: true }] },
      { id: "close", title: "It is close", clause: "X-2", all: [{ usedAtLeast: "close" }] },
      {
        id: "grave",
        title: "It is grave and known",
        all: [{ severityIn: ["1", "2"] }, { fact: "toldSupplier" }],
      },
      { id: "again", title: "It came back", all: [{ reopened: true }, { usedAtLeast: 1 }] },
    ],
  } as const;
  const { fix } = defineSla(desk).targets;
  const start = { at: "2026-11-16T09:00:00Z", state: "open" };
  const at = (asOf: string) => fix.track([start], { asOf });
  const facts = { toldSupplier: false };

  it("says which grounds hold, with their clauses", () => {
    // 6 of 8 hours are 75 % exactly.
    const verdict = eligibility("esc", definition, {
      reading: at("2026-11-16T15:00:00Z"),
      severity: "3",
      facts,
    });
    expect(verdict).toMatchObject({
      eligible: true,
      title: "Escalation",
      reasons: ["It is close (X-2)"],
    });
    expect(verdict.grounds.map(({ id, met, clause }) => [id, met, clause])).toEqual([
      ["breached", false, "X-1"],
      ["close", true, "X-2"],
      ["grave", false, "X-1"],
      ["again", false, "X-1"],
    ]);
  });

  it("says what every ground lacks where none holds", () => {
    const verdict = eligibility("esc", definition, {
      reading: at("2026-11-16T14:59:59.999Z"),
      severity: "1",
      facts,
    });
    expect(verdict.eligible).toBe(false);
    expect(verdict.reasons).toEqual([
      "It is breached (X-1): no, it is not breached",
      "It is close (X-2): no, 75.0 % is used of the 75.0 % it takes",
      "It is grave and known (X-1): no, toldSupplier is not so",
      "It came back (X-1): no, it has not been re-opened; 75.0 % is used of the 100.0 % it takes",
    ]);
  });

  it("takes other numbers for its parameters", () => {
    const input = { reading: at("2026-11-16T13:00:00Z"), severity: "3", facts };
    expect(eligibility("esc", definition, input).eligible).toBe(false);
    expect(eligibility("esc", definition, { ...input, parameters: { close: 0.5 } }).eligible).toBe(
      true,
    );
  });

  it("knows a ticket that has been re-opened", () => {
    const reading = fix.track(
      [
        start,
        { at: "2026-11-16T10:00:00Z", state: "done" },
        { at: "2026-11-17T09:00:00Z", state: "open" },
      ],
      { asOf: "2026-11-17T16:00:00Z" }, // 1 h and 7 h: the allowance, to the millisecond.
    );
    const verdict = eligibility("esc", definition, { reading, severity: "3", facts });
    expect(verdict.grounds.find(({ id }) => id === "again")?.met).toBe(true);
    expect(verdict.grounds.find(({ id }) => id === "breached")?.met).toBe(false);
  });

  it("may ask for the status", () => {
    const ask = {
      anyOf: [{ id: "open", title: "It is open", all: [{ statusIn: ["running"] }] }],
    } as const;
    const asOf = "2026-11-16T15:00:00Z";
    expect(eligibility("esc", ask, { reading: at(asOf) }).eligible).toBe(true);
    const done = fix.track([start, { at: "2026-11-16T10:00:00Z", state: "done" }], { asOf });
    expect(eligibility("esc", ask, { reading: done }).reasons).toEqual([
      "It is open: no, its status is met",
    ]);
  });

  it("refuses to judge where the verdict depends on what it is not given", () => {
    const reading = at("2026-11-16T10:00:00Z");
    for (const [input, what] of [
      [{ severity: "1", facts }, /reading/],
      [{ reading, facts: { toldSupplier: true } }, /severity/],
      [{ reading, severity: "1" }, /toldSupplier/],
    ] as const) {
      expect(() => eligibility("esc", definition, input)).toThrow(what);
      expect(() => eligibility("esc", definition, input)).toThrow(CoreHoursError);
    }
  });

  it("judges without what the verdict does not depend on", () => {
    const close = { reading: at("2026-11-16T16:00:00Z") };
    expect(eligibility("esc", definition, close).eligible).toBe(true);
    const grave = { severity: "1", facts: { toldSupplier: true } };
    expect(eligibility("esc", definition, grave).reasons).toEqual(["It is grave and known (X-1)"]);
  });
});

describe("states that no target minds", () => {
  it("are known, and change nothing", () => {
    const { fix } = defineSla({ ...desk, states: ["replied"] }).targets;
    const start = { at: "2026-11-16T09:00:00Z", state: "open" };
    const asOf = "2026-11-16T11:00:00Z";
    const reply = { at: "2026-11-16T10:00:00Z", state: "replied" };
    expect(fix.track([start, reply], { asOf }).elapsed.as("hours")).toBe(2);
    expect(fix.states.has("replied")).toBe(true);
    expect(() => defineSla(desk).targets.fix.track([start, reply], { asOf })).toThrow(/"replied"/);
  });
});

describe("availability", () => {
  const office = defineCalendar(desk.calendars.office);
  const promise = { percent: 99.5, fixedMinutes: 58 };
  const minutes = (length: { as: (unit: "minutes") => number } | null) => length?.as("minutes");

  it("counts downtime in promised hours alone, once, and shares it out", () => {
    // November 2026 has 21 weekdays of 8 h: 10 080 minutes, of which 0.5 % is 50.4.
    const reading = availability(office, promise, {
      month: "2026-11",
      outages: [
        { id: "night", from: "2026-11-02T16:50:00Z", to: "2026-11-03T09:20:00Z" }, // 10 + 20
        { id: "overlap", from: "2026-11-03T09:10:00Z", to: "2026-11-03T09:30:00Z" }, // 10 more
        { id: "weekend", from: "2026-11-07T10:00:00Z", to: "2026-11-07T12:00:00Z" },
        { id: "october", from: "2026-10-30T09:00:00Z", to: "2026-10-30T12:00:00Z" },
      ],
    });
    expect(minutes(reading.promised)).toBe(10_080);
    expect(minutes(reading.lost)).toBe(40);
    expect(minutes(reading.allowance)).toBe(50.4);
    expect(reading.outages.map(({ id, lost, share }) => [id, minutes(lost), share])).toEqual([
      ["october", 0, 0],
      ["night", 30, 0.75],
      ["overlap", 10, 0.25],
      ["weekend", 0, 0],
    ]);
    expect(reading).toMatchObject({ met: true, metByPercentage: true, metByFixed: true });
  });

  it("is met with exactly what is allowed, and not with a millisecond more", () => {
    const lost = (endMs: number) =>
      availability(office, promise, {
        month: "2026-11",
        outages: [{ from: "2026-11-02T09:00:00Z", to: Date.UTC(2026, 10, 2, 9) + endMs }],
      });
    expect(lost(50.4 * 60_000).met).toBe(true);
    expect(lost(50.4 * 60_000 + 1).met).toBe(false);
  });

  it("decides by the percentage, the fixed figure, or whichever allows less", () => {
    // 55 minutes: more than 50.4, less than 58.
    const outages = [{ from: "2026-11-02T09:00:00Z", to: "2026-11-02T09:55:00Z" }];
    const by = (test: "percentage" | "fixed" | "strictest") =>
      availability(office, { ...promise, test }, { month: "2026-11", outages });
    expect(by("percentage")).toMatchObject({ met: false, metByFixed: true });
    expect(by("fixed").met).toBe(true);
    expect(by("strictest").met).toBe(false);
    expect(() =>
      availability(office, { percent: 99.5, test: "fixed" }, { month: "2026-11", outages }),
    ).toThrow(/fixedMinutes/);
  });

  it("leaves planned maintenance out of both sides, unless it is to count", () => {
    const input = {
      month: "2026-11",
      outages: [{ from: "2026-11-02T09:00:00Z", to: "2026-11-02T10:00:00Z" }],
      maintenance: [{ from: "2026-11-02T09:30:00Z", to: "2026-11-02T11:00:00Z" }],
    };
    const excluded = availability(office, promise, input);
    expect(minutes(excluded.promised)).toBe(10_080 - 90);
    expect(minutes(excluded.lost)).toBe(30);
    const counted = availability(office, { ...promise, maintenance: "counted" }, input);
    expect(minutes(counted.promised)).toBe(10_080);
    expect(minutes(counted.lost)).toBe(120);
  });

  it("is full where nothing was promised", () => {
    const never = defineCalendar({ timeZone: "UTC", hours: {} });
    expect(availability(never, promise, { month: "2026-11", outages: [] })).toMatchObject({
      uptimePercent: 100,
      met: true,
    });
  });

  it("begins and ends its months in the calendar's zone", () => {
    const tokyo = defineCalendar({ timeZone: "Asia/Tokyo", hours: { daily: ["00:00-24:00"] } });
    const reading = availability(tokyo, promise, {
      month: "2026-11",
      outages: [{ from: "2026-10-31T14:00:00Z", to: "2026-10-31T16:00:00Z" }], // 23:00 to 01:00
    });
    expect(minutes(reading.lost)).toBe(60);
    expect(minutes(reading.promised)).toBe(30 * 24 * 60);
  });

  it.each(["2026-13", "November", "2026-11-01", ""])("refuses %o for a month", (month) => {
    expect(() => availability(office, promise, { month, outages: [] })).toThrow(/YYYY-MM/);
  });

  it("refuses an outage that ends before it starts", () => {
    const outages = [{ id: "odd", from: "2026-11-02T10:00:00Z", to: "2026-11-02T09:00:00Z" }];
    expect(() => availability(office, promise, { month: "2026-11", outages })).toThrow(/"odd"/);
  });
});

describe("options", () => {
  const policy = {
    ...desk,
    clauses: {
      "X-1": { document: "The paper", quotes: ["within 8 hours"], reading: "office hours" },
    },
    targets: { fix: { ...desk.targets.fix, clause: "X-1" } },
    options: {
      hours: {
        title: "What an hour is",
        clauses: ["X-1"],
        default: "office",
        values: {
          office: { reading: "an hour at the office" },
          clock: {
            reading: "an hour of the clock",
            patch: { targets: { fix: { allowance: { calendar: "always" } } } },
          },
        },
      },
    },
  } as const satisfies PolicyDefinition;
  const friday = "2026-11-20T16:00:00Z";

  it("take their default reading, and another where it is chosen", () => {
    const byOffice = defineSla(policy);
    const byClock = defineSla(policy, { choose: { hours: "clock" } });
    expect(isoOf(byOffice.targets.fix.due(friday))).toBe("2026-11-23T16:00:00.000+00:00");
    expect(isoOf(byClock.targets.fix.due(friday))).toBe("2026-11-21T00:00:00.000+00:00");
    expect(byOffice.chosen).toEqual({ hours: "office" });
  });

  it("tell the reading taken from those not taken, and a reading quotes its rule", () => {
    const { clauses, targets } = defineSla(policy, { choose: { hours: "clock" } });
    expect(clauses["X-1"]).toMatchObject({
      id: "X-1",
      reading: "office hours; an hour of the clock",
      alternatives: [{ option: "hours", value: "office", reading: "an hour at the office" }],
    });
    const reading = targets.fix.track([{ at: friday, state: "open" }], { asOf: friday });
    expect(reading.clause).toBe("X-1");
    expect(reading.rule?.quotes).toEqual(["within 8 hours"]);
  });

  it("survive the policy's JSON", () => {
    const chosen = defineSla(policy, { choose: { hours: "clock" } });
    const again = defineSla(JSON.parse(JSON.stringify(chosen)) as PolicyDefinition);
    expect(again.chosen).toEqual({ hours: "clock" });
    expect(isoOf(again.targets["fix"]?.due(friday) ?? null)).toBe("2026-11-21T00:00:00.000+00:00");
    expect(defineSla(policy).toJSON()).toEqual(policy);
  });

  it("and of newer bank holidays survive it too, settled", () => {
    // What gov.uk might publish: the Monday after the ticket comes is a bank holiday.
    const file = {
      scotland: {
        division: "scotland",
        events: [{ title: "Bank holiday", date: "2026-11-23", notes: "", bunting: true }],
      },
    };
    const newer = parseBankHolidays(file, "scotland");
    const sla = nhsmail({ division: "scotland", bankHolidays: [newer] });
    const again = defineSla(JSON.parse(JSON.stringify(sla)) as PolicyDefinition);
    // Friday 20:00 leaves 2 of 48 hours that day; Tuesday to Thursday are 45, and Friday one more.
    const dues = [sla.targets.incidentResolution, again.targets["incidentResolution"]].map(
      (target) => isoOf(target?.due("2026-11-20T20:00:00Z") ?? null),
    );
    expect(dues).toEqual(["2026-11-27T08:00:00.000+00:00", "2026-11-27T08:00:00.000+00:00"]);
    expect(JSON.stringify(again)).toBe(JSON.stringify(sla));
  });

  it("patch shipped calendars as if they stood in the policy", () => {
    const sla = defineSla(
      {
        id: "desk",
        calendars: { core: "nhsmail-core" },
        targets: {
          fix: { allowance: { hours: 1, calendar: "core" }, runs: ["open"], stops: ["done"] },
        },
        options: {
          division: {
            title: "Division",
            default: "england-and-wales",
            values: {
              "england-and-wales": { reading: "England and Wales" },
              scotland: {
                reading: "Scotland",
                patch: { calendars: { core: { bankHolidays: "scotland" } } },
              },
            },
          },
        },
      },
      { choose: { division: "scotland" } },
    );
    // 30 November 2026, a Monday, is St Andrew's Day.
    expect(isoOf(sla.targets.fix.due("2026-11-30T10:00:00Z"))).toBe(
      "2026-12-01T08:00:00.000+00:00",
    );
  });

  it.each([
    [{ hour: "clock" }, "hour"],
    [{ hours: "sidereal" }, "hours"],
    [{ hours: "constructor" }, "hours"],
  ])("refuse %j", (choose, path) => {
    try {
      defineSla(policy, { choose });
    } catch (error) {
      expect(error).toBeInstanceOf(DefinitionError);
      expect((error as DefinitionError).problems.map((p) => formatPath(p.path))).toEqual([path]);
      return;
    }
    expect.unreachable();
  });
});

describe("a policy's parts are checked with it", () => {
  const problemsOf = (parts: object) => {
    try {
      defineSla({ ...desk, ...parts } as PolicyDefinition);
    } catch (error) {
      if (error instanceof DefinitionError) return error.problems.map((p) => formatPath(p.path));
      throw error;
    }
    return [];
  };
  const step = { id: "x", after: { hours: 1, calendar: "always" } };
  const clauses = { "X-1": { document: "The paper", quotes: ["so"] } };

  it.each<[string, object, string]>([
    [
      "a step without an amount",
      { milestones: { m: { steps: [{ ...step, after: {} }] } } },
      "milestones.m.steps[0].after",
    ],
    [
      "a step on no calendar",
      { milestones: { m: { steps: [{ ...step, rollTo: "moon" }] } } },
      "milestones.m.steps[0].rollTo",
    ],
    ["a chain of no steps", { milestones: { m: { steps: [] } } }, "milestones.m.steps"],
    [
      "a window on no calendar",
      { windows: { w: { anyOf: [[{ within: { hours: 1, calendar: "moon" } }]] } } },
      "windows.w.anyOf[0][0].within.calendar",
    ],
    ["a window without limits", { windows: { w: { anyOf: [[]] } } }, "windows.w.anyOf[0]"],
    [
      "a recurrence of half a day",
      { recurrences: { r: { every: { workingDays: 0.5, calendar: "days" } } } },
      "recurrences.r.every.workingDays",
    ],
    [
      "an eligibility without grounds",
      { eligibility: { e: { anyOf: [] } } },
      "eligibility.e.anyOf",
    ],
    [
      "a condition that is none",
      { eligibility: { e: { anyOf: [{ id: "a", title: "A", all: [{ mood: "bad" }] }] } } },
      "eligibility.e.anyOf[0].all[0]",
    ],
    [
      "more than all of the time",
      { availability: { a: { calendar: "office", percent: 101 } } },
      "availability.a.percent",
    ],
    [
      "availability on no calendar",
      { availability: { a: { calendar: "moon", percent: 99 } } },
      "availability.a.calendar",
    ],
    [
      "a clause that is not in the register",
      { clauses, windows: { w: { clause: "X-2", anyOf: [[{ within: { weeks: 1 } }]] } } },
      "windows.w.clause",
    ],
    [
      "a clause without words",
      { clauses: { "X-1": { document: "d", quotes: [] } } },
      'clauses["X-1"].quotes',
    ],
    [
      "options without values",
      { options: { o: { title: "O", default: "a" } } },
      "options.o.values",
    ],
    [
      "a patch that spoils the policy",
      {
        options: {
          o: {
            title: "O",
            default: "a",
            values: { a: { reading: "A", patch: { targets: { fix: { runs: [] } } } } },
          },
        },
      },
      "targets.fix.runs",
    ],
  ])("and %s is refused at its path", (_, parts, path) => {
    expect(problemsOf(parts)).toContain(path);
  });
});
