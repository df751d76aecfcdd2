import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AttainmentDefinition,
  attainedPercent,
  attainedShare,
  CoreHoursError,
  DefinitionError,
  decisionOf,
  defineSla,
  type HistoryEvent,
  type PolicyDefinition,
  STATUSES,
  serviceReport,
} from "../../../src/index";
import { tally } from "../../../src/report/model/tally";
import { always, office } from "../../reference/desk";
import { RUNS } from "../../reference/histories";

/** Around the clock, in UTC: severity 1 has an hour, severity 2 has a day. */
const desk = (attainment: Readonly<Record<string, unknown>>) =>
  defineSla({
    id: "desk",
    timeZone: "UTC",
    calendars: { office, always },
    severities: ["1", "2"],
    targets: {
      fix: {
        allowance: {
          "1": { hours: 1, calendar: "always" },
          "2": { hours: 24, calendar: "always" },
        },
        runs: ["open"],
        pauses: ["waiting"],
        stops: ["done"],
        cancels: ["void"],
        onReopen: "new-cycle",
      },
      reply: { allowance: { hours: 1, calendar: "always" }, runs: ["open"], stops: ["replied"] },
    },
    attainment: attainment as NonNullable<PolicyDefinition["attainment"]>,
  });

/** A ticket of a severity that is opened on a date at 12:00, and done so many hours after. */
const ticket = (date: string, hours: number | null, severity = "1"): readonly HistoryEvent[] => [
  { at: `${date}T12:00:00Z`, state: "open", severity },
  ...(hours === null
    ? []
    : [{ at: Date.parse(`${date}T12:00:00Z`) + hours * 3_600_000, state: "done" }]),
];

const november = { month: "2026-11" };
const lastOfMonth = "2026-11-30T23:59:59.999Z";
const readingsOf = (
  sla: ReturnType<typeof desk>,
  histories: readonly (readonly HistoryEvent[])[],
  asOf = lastOfMonth,
) => histories.map((events, i) => sla.targets.fix.track(events, { asOf, ticket: `T${i}` }));

const sev1 = {
  target: "fix",
  severities: ["1"],
  share: 0.9,
  per: "month",
  by: "stopped",
  credits: [
    { below: 0.9, percent: 2 },
    { below: 0.8, percent: 5 },
  ],
} as const satisfies AttainmentDefinition;

const times = (n: number, events: readonly HistoryEvent[]) =>
  Array.from({ length: n }, () => events);

describe("an attainment", () => {
  const sla = desk({ sev1 });
  const of = (histories: readonly (readonly HistoryEvent[])[], asOf?: string) =>
    sla.attainment["sev1"]?.(readingsOf(sla, histories, asOf), november);

  it("counts what was met of what is decided", () => {
    // 19 of 20 are 95 %; a second breach leaves 19 of 21, 90.5 %, and a third 19 of 22, 86.4 %.
    expect(of([...times(19, ticket("2026-11-02", 1)), ticket("2026-11-03", 2)])).toMatchObject({
      target: "fix",
      month: "2026-11",
      counted: 20,
      met: 19,
      breached: 1,
      openBreached: 0,
      share: 0.95,
      promised: 0.9,
      verdict: "met",
      credit: 0,
      breachesLeft: 1,
    });
  });

  it("is met by exactly its share, and leaves no breach then", () => {
    const histories = [...times(9, ticket("2026-11-02", 1)), ticket("2026-11-03", 2)];
    expect(of(histories)).toMatchObject({ share: 0.9, verdict: "met", credit: 0, breachesLeft: 0 });
    expect(of(times(9, ticket("2026-11-02", 1)))).toMatchObject({
      verdict: "met",
      breachesLeft: 1,
    });
  });

  it("gives the credit of the lowest share that was missed", () => {
    const share = (met: number, breached: number) =>
      of([...times(met, ticket("2026-11-02", 1)), ...times(breached, ticket("2026-11-02", 2))]);
    expect(share(17, 3)).toMatchObject({
      share: 0.85,
      verdict: "missed",
      credit: 2,
      breachesLeft: 0,
    });
    expect(share(8, 2)).toMatchObject({ share: 0.8, verdict: "missed", credit: 2 });
    expect(share(7, 3)).toMatchObject({ share: 0.7, verdict: "missed", credit: 5 });
    expect(share(0, 1)).toMatchObject({ share: 0, verdict: "missed", credit: 5 });
  });

  it("counts an open ticket that has breached as breached, and no other open one", () => {
    const open = ticket("2026-11-30", null);
    const histories = [ticket("2026-11-02", 1), open];
    // Opened on the 30th at 12:00 it is due at 13:00, breached from then on.
    expect(of(histories, "2026-11-30T12:30:00Z")).toMatchObject({ counted: 1, breached: 0 });
    expect(of(histories)).toMatchObject({ counted: 2, breached: 1, openBreached: 1, share: 0.5 });
  });

  it("leaves out what is paused, withdrawn, without a promise, or of another severity", () => {
    const paused = [
      ...ticket("2026-11-02", null),
      { at: "2026-11-02T12:30:00Z", state: "waiting" },
    ];
    const withdrawn = [
      ...ticket("2026-11-02", null),
      { at: "2026-11-02T15:00:00Z", state: "void" },
    ];
    expect(of([paused, withdrawn, ticket("2026-11-02", 30, "2"), []])).toMatchObject({
      counted: 0,
      share: null,
      verdict: null,
      credit: 0,
      breachesLeft: 0,
    });
  });

  it("counts each cycle of a ticket that begins anew", () => {
    const again = [
      ...ticket("2026-11-02", 2),
      { at: "2026-11-09T12:00:00Z", state: "open" },
      { at: "2026-11-09T12:30:00Z", state: "done" },
    ];
    expect(of([again])).toMatchObject({ counted: 2, met: 1, breached: 1 });
  });

  it("passes over readings of other targets", () => {
    const history = [...ticket("2026-11-02", 1)];
    const { fix, reply } = sla.track(history, { asOf: lastOfMonth });
    expect(sla.attainment["sev1"]?.([fix, reply], november)).toMatchObject({ counted: 1, met: 1 });
  });

  it("is the same of readings in numbers, and passes over their errors", () => {
    const histories = [
      ...times(3, ticket("2026-11-02", 1)),
      ticket("2026-11-03", 2),
      ticket("2026-11-30", null),
    ].map((events, i) => ({ ticket: `T${i}`, events }));
    const spoilt = { ticket: "X", events: [{ at: "2026-11-02T12:00:00Z", state: "opne" }] };
    const asOf = lastOfMonth;
    const numbers = sla.targets.fix.trackMany([...histories, spoilt], { asOf });
    const both = sla.trackMany([...histories, spoilt], { asOf });
    const expected = of(histories.map(({ events }) => events));
    expect(sla.attainment["sev1"]?.(numbers, november)).toEqual(expected);
    expect(sla.attainment["sev1"]?.(both, november)).toEqual(expected);
  });
});

describe("the month of a promise", () => {
  // Opened on the last of October at 12:00, due at 13:00 of severity 1 and on 1 November of severity 2.
  const late = ticket("2026-10-31", 14);
  const nextDay = ticket("2026-10-31", 20, "2");
  const counted = (by: "stopped" | "due" | "started" | undefined, month: string) => {
    const definition = { target: "fix", share: 0.9, ...(by === undefined ? {} : { by }) };
    const sla = desk({ all: definition });
    const readings = readingsOf(sla, [late, nextDay, ticket("2026-10-31", null)]);
    const { met = 0, breached = 0 } = sla.attainment["all"]?.(readings, { month }) ?? {};
    return [met, breached];
  };

  it("is the month of its stop, or of its breach while it is open", () => {
    // One was done on 1 November at 02:00, late; one at 08:00, in time; the open one breached in October.
    expect(counted("stopped", "2026-10")).toEqual([0, 1]);
    expect(counted("stopped", "2026-11")).toEqual([1, 1]);
    expect(counted(undefined, "2026-11")).toEqual([1, 1]);
  });

  it("is the month of its due instant", () => {
    expect(counted("due", "2026-10")).toEqual([0, 2]);
    expect(counted("due", "2026-11")).toEqual([1, 0]);
  });

  it("is the month of its start", () => {
    expect(counted("started", "2026-10")).toEqual([1, 2]);
    expect(counted("started", "2026-11")).toEqual([0, 0]);
  });

  it("begins and ends in the zone of the policy", () => {
    const london = defineSla({
      id: "london",
      calendars: { core: { timeZone: "Europe/London", hours: { daily: ["00:00-24:00"] } } },
      targets: {
        fix: { allowance: { hours: 1, calendar: "core" }, runs: ["open"], stops: ["done"] },
      },
      attainment: { all: { target: "fix", share: 0.9 } },
    });
    // 30 June 23:30 in UTC is 1 July in London.
    const history = [
      { at: "2026-06-30T23:00:00Z", state: "open" },
      { at: "2026-06-30T23:30:00Z", state: "done" },
    ];
    const readings = [london.targets.fix.track(history, { asOf: "2026-07-31T00:00:00Z" })];
    const july = london.attainment.all(readings, { month: "2026-07" });
    expect(july.counted).toBe(1);
    expect(july.from.toISO()).toBe("2026-07-01T00:00:00.000+01:00");
    expect(july.to.toISO()).toBe("2026-08-01T00:00:00.000+01:00");
    expect(london.attainment.all(readings, { month: "2026-06" }).counted).toBe(0);
  });
});

describe("there is one definition of attainment", () => {
  it("met ÷ (met + breached), null if nothing is decided", () => {
    expect([
      attainedShare({ met: 2, breached: 1 }),
      attainedPercent({ met: 2, breached: 1 }),
    ]).toEqual([2 / 3, 200 / 3]);
    expect([
      attainedShare({ met: 0, breached: 0 }),
      attainedPercent({ met: 0, breached: 0 }),
    ]).toEqual([null, null]);
    expect(STATUSES.filter((status) => decisionOf({ status }) !== null)).toEqual([
      "met",
      "breached",
    ]);
  });

  it("which the report of a log, the report of a month and the attainment share", () => {
    const hours = fc.option(fc.integer({ min: 0, max: 40 }), { freq: 4 });
    const drawn = fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), hours }), {
      maxLength: 12,
    });
    const sla = desk({ all: { target: "fix", share: 0.9 } });
    fc.assert(
      fc.property(drawn, (tickets) => {
        const histories = tickets.map(({ day, hours }, i) => ({
          ticket: `T${i}`,
          events: ticket(`2026-11-${String(day).padStart(2, "0")}`, hours, "2"),
        }));
        const results = [...sla.targets.fix.trackMany(histories, { asOf: lastOfMonth })];
        const counts = { met: 0, breached: 0 };
        for (const result of results) {
          if (result.error === null && result.status === "met") counts.met++;
          if (result.error === null && result.status === "breached") counts.breached++;
        }
        const { share = null } = sla.attainment["all"]?.(results, november) ?? {};
        const { attainment, promised } = serviceReport(sla, histories, november);
        const fix = attainment.find(
          ({ target, severity }) => target === "fix" && severity === null,
        );
        expect(share).toBe(attainedShare(counts));
        expect(promised[0]?.share ?? null).toBe(share);
        expect(fix?.percent ?? null).toBe(attainedPercent(counts));
        const rows = results.flatMap((result) => (result.error === null ? [rowOf(result)] : []));
        expect(tally(rows, 80)).toMatchObject(counts);
      }),
      { numRuns: RUNS },
    );
  });
});

type Row = Parameters<typeof tally>[0][number];

/** The parts of a row that counting needs. */
function rowOf({
  status,
  breached,
  stoppedAtMs,
}: {
  status: Row["status"];
  breached: boolean;
  stoppedAtMs: number | null;
}): Row {
  return { status, breached, stoppedMs: stoppedAtMs, usedPercent: 0 } as Row;
}

describe("an attainment refuses", () => {
  it("a definition with every problem and its place", () => {
    let problems: readonly string[] = [];
    try {
      desk({
        a: { target: "fxi", share: 0.9 },
        b: { target: "fix", share: 90 },
        c: { target: "fix", share: 0.9, severities: ["3"], per: "week" },
        d: { target: "fix", share: 0.9, credits: [{ below: 0, percent: 200 }] },
        e: { share: 0.5 },
      });
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      problems = error.problems.map(({ path }) => path.join("."));
    }
    expect(problems.toSorted()).toEqual([
      "attainment.a.target",
      "attainment.b.share",
      "attainment.c.per",
      "attainment.c.severities.0",
      "attainment.d.credits.0.below",
      "attainment.d.credits.0.percent",
      "attainment.e.target",
    ]);
  });

  it("anything but readings and a month", () => {
    const sla = desk({ sev1 });
    const ask = (readings: unknown, options: unknown) => () =>
      sla.attainment["sev1"]?.(readings as never, options as never);
    expect(ask([], {})).toThrow(CoreHoursError);
    expect(ask([], { month: "2026-13" })).toThrow(CoreHoursError);
    expect(ask([], { month: "2026-11", by: "due" })).toThrow(/"by" is not an option/);
    expect(ask(5, november)).toThrow(/counts a list of readings/);
    expect(ask([null], november)).toThrow(/counts readings/);
    expect(ask([{}], november)).toThrow(CoreHoursError);
    const json = JSON.parse(JSON.stringify(readingsOf(sla, [ticket("2026-11-02", 1)])));
    expect(ask(json, november)).toThrow(/readingFromJSON/);
  });
});
