import { describe, expect, it } from "vitest";
import { defineSla, type PolicyDefinition, serviceReport } from "../../src/index";
import { always } from "../reference/desk";

/** A desk around the clock: 4 hours if it is urgent, and 8 if it is not. */
const policy = {
  id: "desk",
  title: "The desk",
  calendars: { always },
  severities: ["urgent", "normal"],
  targets: {
    fix: {
      title: "Fix",
      allowance: {
        urgent: { hours: 4, calendar: "always" },
        normal: { hours: 8, calendar: "always" },
      },
      runs: ["open"],
      stops: ["done"],
      cancels: ["void"],
      onReopen: "continue",
    },
    call: {
      title: "Call",
      allowance: { hours: 1, calendar: "always" },
      runs: ["ringing"],
      stops: ["answered"],
    },
  },
  milestones: {
    survey: {
      clause: "S-1",
      startsOn: ["done"],
      cancelsOn: ["void"],
      steps: [
        { id: "ask", after: { hours: 2, calendar: "always" }, doneOn: ["asked"] },
        { id: "close", after: { hours: 3, calendar: "always" } },
      ],
    },
  },
  recurrences: {
    week: { clause: "W-1", startsOn: ["reviewed"], every: { weeks: 1 } },
    month: { clause: "M-1", startsOn: ["reviewed"], every: { months: 1 } },
    unnamed: { startsOn: ["reviewed"], every: { months: 1 } },
    quarter: { clause: "Q-1", startsOn: ["reviewed"], every: { months: 3 } },
  },
  attainment: { nine: { target: "fix", share: 0.9 } },
  availability: { up: { percent: 99, calendar: "always" } },
} as const satisfies PolicyDefinition;
const sla = defineSla(policy);

type Event = readonly [at: string, state: string, severity?: string];
const history = (ticket: string, ...events: Event[]) => ({
  ticket,
  events: events.map(([at, state, severity]) => ({
    at: `2026-${at}Z`,
    state,
    ...(severity && { severity }),
  })),
});
const november = (...histories: readonly ReturnType<typeof history>[]) =>
  serviceReport(sla, histories, { month: "2026-11" });

describe("the report of a policy", () => {
  it("has the clauses of what recurs once a month, and of nothing else", () => {
    const { policy: id, title, month, clauses } = november();
    expect([id, title, month, clauses]).toEqual(["desk", "The desk", "2026-11", ["M-1"]]);
  });

  it("is judged at the last millisecond of the month, in the zone of the policy", () => {
    const zoned = (timeZone: string) => defineSla({ ...policy, timeZone });
    const asked = (zone: string) => serviceReport(zoned(zone), [], { month: "2026-11" }).asOf;
    // Of the calendar in UTC, and of the policy's own zone, 9 hours ahead.
    expect(november().asOf.toISO()).toBe("2026-11-30T23:59:59.999Z");
    expect(asked("Asia/Tokyo").toISO()).toBe("2026-11-30T23:59:59.999+09:00");
    // A stop at the midnight itself is December's.
    const late = november(history("T", ["11-30T22:00", "open", "urgent"], ["12-01T00:00", "done"]));
    expect([late.kept, late.open.length]).toEqual([[], 1]);
  });

  it("is of UTC if the policy has neither a zone nor a calendar", () => {
    const bare = defineSla({
      id: "bare",
      targets: { fix: { allowance: "agreed", runs: ["open"], stops: ["done"] } },
    });
    expect(serviceReport(bare, [], { month: "2026-11" }).asOf.zoneName).toBe("UTC");
  });

  it("tells how far each promised share was kept", () => {
    const { promised } = november(
      // 3 hours of 4, and 5 of 4.
      history("A", ["11-02T09:00", "open", "urgent"], ["11-02T12:00", "done"]),
      history("B", ["11-02T09:00", "open", "urgent"], ["11-02T14:00", "done"]),
    );
    expect(promised.map(({ name, met, breached }) => [name, met, breached])).toEqual([
      ["nine", 1, 1],
    ]);
  });

  it("leaves planned maintenance out of what was promised", () => {
    const hour = { from: "2026-11-02T09:00Z", to: "2026-11-02T10:00Z" };
    const asked = { month: "2026-11", outages: [hour], maintenance: [hour] };
    const [up] = serviceReport(sla, [], asked).availability;
    // 30 days of 24 hours, less one.
    expect([up?.promised.as("hours"), up?.lost.as("hours")]).toEqual([719, 0]);
    // Of no outages that are known to be none, nothing is lost.
    const [none] = serviceReport(sla, [], { month: "2026-11", outages: [] }).availability;
    expect(none?.outages).toEqual([]);
  });
});

describe("how each target was kept", () => {
  const rows = (...histories: readonly ReturnType<typeof history>[]) =>
    november(...histories).attainment.map((row) => [
      ...[row.target, row.severity, row.begun, row.open, row.openBreached],
    ]);

  it("is told by severity in the order of the policy, only of those that a ticket had", () => {
    const normal = history("N", ["11-30T23:00", "open", "normal"]);
    // Due at 13:00 on the 2nd: open, and breached.
    const urgent = history("U", ["11-02T09:00", "open", "urgent"]);
    const another = history("V", ["11-30T23:00", "open", "urgent"]);
    expect(rows(normal, urgent, another)).toEqual([
      ["fix", null, 3, 3, 1],
      ["fix", "urgent", 2, 2, 1],
      ["fix", "normal", 1, 1, 0],
    ]);
    expect(rows(normal)).toEqual([
      ["fix", null, 1, 1, 0],
      ["fix", "normal", 1, 1, 0],
    ]);
  });

  it("is told of each target by itself, by name where it has one promise for all", () => {
    const mixed = history(
      "M",
      ["11-02T09:00", "ringing", "urgent"],
      ["11-02T09:30", "answered"],
      ["11-30T22:00", "open"],
    );
    const normal = history("N", ["11-03T09:00", "ringing", "normal"], ["11-03T09:30", "answered"]);
    expect(rows(mixed, normal)).toEqual([
      ["fix", null, 1, 1, 0],
      ["fix", "urgent", 1, 1, 0],
      ["call", null, 2, 0, 0],
      ["call", "urgent", 1, 0, 0],
      ["call", "normal", 1, 0, 0],
    ]);
  });

  it("is told in the order of the alphabet if the policy names no severities", () => {
    const { severities: _, attainment: __, ...rest } = policy;
    const free = defineSla({ ...rest, targets: { call: policy.targets.call } });
    const graded = (severity: string) =>
      history(severity, ["11-02T09:00", "ringing", severity], ["11-02T09:30", "answered"]);
    const { attainment } = serviceReport(free, ["c", "a", "b"].map(graded), { month: "2026-11" });
    expect(attainment.map(({ severity }) => severity)).toEqual([null, "a", "b", "c"]);
  });

  it("counts no cancelled ticket as missed or open, though it was late", () => {
    const late = history("C", ["11-02T09:00", "open", "urgent"], ["11-03T09:00", "void"]);
    const { missed, kept, open, begun } = november(late);
    expect([missed, kept, open, begun.length]).toEqual([[], [], [], 1]);
  });

  it("counts a re-opened ticket as open once", () => {
    const again = history(
      "R",
      ["11-30T18:00", "open", "normal"],
      ["11-30T19:00", "done"],
      ["11-30T20:00", "open"],
    );
    expect(november(again).open).toHaveLength(1);
  });
});

describe("what else was due in the month", () => {
  const duties = (report: ReturnType<typeof serviceReport>) =>
    report.obligations.map(({ ticket, kind, name, step, kept }) => [
      ...[ticket, kind, name, step, kept],
    ]);
  const done = (ticket: string, at: string, ...more: Event[]) =>
    history(ticket, ["11-02T09:00", "open", "normal"], [at, "done"], ...more);

  it("is in order of time, without what comes by itself", () => {
    const report = november(
      // Asked at 13:00 for 12:00; and at 11:30 for 12:00, which is in time.
      done("A", "11-02T10:30", ["11-02T13:00", "asked"]),
      done("B", "11-02T10:00", ["11-02T11:30", "asked"]),
    );
    expect(duties(report)).toEqual([
      ["B", "milestone", "survey", "ask", true],
      ["A", "milestone", "survey", "ask", false],
    ]);
    expect(report.errors).toEqual([]);
  });

  it("is not told before it was due, even if it is done", () => {
    const asked = (asOf: string) =>
      duties(
        serviceReport(sla, [done("A", "11-02T10:00", ["11-02T11:00", "asked"])], {
          month: "2026-11",
          asOf,
        }),
      ).length;
    expect([asked("2026-11-02T11:59Z"), asked("2026-11-02T12:00Z")]).toEqual([0, 1]);
  });

  it("is not told if nothing was decided, as of a step that was cancelled", () => {
    expect(duties(november(done("A", "11-02T10:00", ["11-02T11:00", "void"])))).toEqual([]);
  });
});

describe("a ticket that cannot be judged", () => {
  /** Its reviews are counted on working days that are known for 2026 alone. */
  const short = defineSla({
    ...policy,
    calendars: {
      always,
      known: {
        timeZone: "UTC",
        hours: { weekdays: ["09:00-17:00"] },
        bankHolidays: { dates: [{ date: "2026-12-25", title: "Christmas Day" }] },
      },
    },
    recurrences: {
      review: { startsOn: ["reviewed"], every: { workingDays: 400, calendar: "known" } },
    },
  });

  it.each([[[]], [[history("B", ["11-02T09:00", "no such state"])]]])(
    "is told by its obligations if the targets can judge it, after %j",
    (before) => {
      const reviewed = history("A", ["11-02T09:00", "open", "urgent"], ["11-02T10:00", "reviewed"]);
      const { errors, open } = serviceReport(short, [...before, reviewed], { month: "2026-11" });
      expect(open.map(({ ticket }) => ticket)).toEqual(["A"]);
      const own = errors.filter(({ ticket }) => ticket === "A");
      expect(own.map(({ target, error }) => [target, error.code])).toEqual([
        [null, "coverage-end"],
      ]);
    },
  );
});

describe("the options of a report", () => {
  const ask = (options: unknown) => () => serviceReport(sla, [], options as never);

  it.each([
    [5, /\{ month: "2026-11" \}/],
    [{}, /^undefined is not a month/],
    [{ month: "2026-11", asof: "x" }, /serviceReport/],
  ])("%j are refused", (options, message) => {
    expect(ask(options)).toThrow(message);
  });
});
