import fc from "fast-check";
import type { Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { defineSla, nhsmail, type SlaReading } from "../../../src";
import { deskTarget, fri, hours, mon, sat } from "../../reference/desk";
import { policyOf, RUNS, type Scene, scene } from "../../reference/histories";

/** Every reading of random tickets under random policies. */
function everyReading(check: (reading: SlaReading, scene: Scene) => void): void {
  fc.assert(
    fc.property(scene, (scene) => {
      const target = defineSla(policyOf(scene)).targets.fix;
      for (const asOf of scene.asOf) {
        check(target.track(scene.events, { ...scene.call, asOf, ticket: "T" }), scene);
      }
    }),
    { numRuns: RUNS },
  );
}

/** In whichever unit the allowance has. */
const amountOf = (length: Duration) => length.days || length.toMillis();

describe("the segments of a reading", () => {
  it("tile the ticket's life from its first event to asOf, without gap or overlap", () => {
    everyReading(({ segments, asOf }, { events }) => {
      const first = Math.min(...events.map(({ at }) => Date.parse(at)));
      if (first >= asOf.toMillis()) {
        expect(segments).toEqual([]);
        return;
      }
      expect(segments[0]?.from.toMillis()).toBe(first);
      expect(segments.at(-1)?.to.toMillis()).toBe(asOf.toMillis());
      for (const [i, { from, to }] of segments.entries()) {
        expect(from < to).toBe(true);
        if (i > 0) expect(from.toMillis()).toBe(segments[i - 1]?.to.toMillis());
      }
    });
  });

  it("count exactly what is elapsed, in each cycle", () => {
    everyReading(({ segments, cycles, elapsed }) => {
      for (const [i, cycle] of cycles.entries()) {
        const counted = segments.filter((segment) => segment.cycle === i);
        const sum = counted.reduce((total, segment) => total + amountOf(segment.counted), 0);
        expect(sum).toBe(amountOf(cycle.elapsed));
      }
      const last = segments.findLast(({ cycle }) => cycle === cycles.length - 1);
      expect(last ? amountOf(last.total) : 0).toBe(amountOf(elapsed));
    });
  });

  it("count something if and only if they say that they are counted", () => {
    everyReading(({ segments }) => {
      for (const { counted, why } of segments)
        expect(amountOf(counted) > 0).toBe(why === "counted");
    });
  });

  it("keep a running total of the cycle", () => {
    everyReading(({ segments }) => {
      for (const [i, { counted, total, cycle }] of segments.entries()) {
        const before = segments[i - 1];
        const start = before && before.cycle === cycle ? amountOf(before.total) : 0;
        expect(amountOf(total)).toBe(start + amountOf(counted));
      }
    });
  });
});

describe("a segment says why it was not counted", () => {
  it("over Christmas 2026 at NHSmail, day by day", () => {
    // 24 December is a Thursday, 25 a bank holiday, 26 and 27 the weekend, 28 Boxing Day in lieu.
    const { segments } = nhsmail().targets.incidentResolution.track(
      [
        { at: "2026-12-24T21:00:00Z", state: "new" },
        { at: "2026-12-29T08:00:00Z", state: "awaiting-user-info" },
        { at: "2026-12-29T09:00:00Z", state: "resolved" },
      ],
      { asOf: "2026-12-29T10:00:00Z" },
    );
    expect(
      segments.map(({ from, counted, why, title }) => [
        from.toFormat("dd HH:mm"),
        counted.as("hours"),
        why,
        title,
      ]),
    ).toEqual([
      ["24 21:00", 1, "counted", null],
      ["24 22:00", 0, "outside-hours", null],
      ["25 00:00", 0, "bank-holiday", "Christmas Day"],
      ["26 00:00", 0, "weekend", null],
      ["28 00:00", 0, "bank-holiday", "Boxing Day"],
      ["29 00:00", 0, "outside-hours", null],
      ["29 07:00", 1, "counted", null],
      ["29 08:00", 0, "paused", null],
      ["29 09:00", 0, "stopped", null],
    ]);
  });

  it("in a count of working days, with an exception and a day without hours", () => {
    const sla = defineSla({
      id: "desk",
      calendars: {
        days: {
          timeZone: "Europe/London",
          hours: { weekdays: ["09:00-17:00"], wednesday: [] },
          exceptions: { "2026-11-20": { hours: [], title: "Training" } },
        },
      },
      targets: {
        reply: { allowance: { workingDays: 2, calendar: "days" }, runs: ["open"], stops: ["done"] },
      },
    });
    // Monday 16 November 2026 is day 0, Tuesday 17 day 1, Thursday 19 day 2.
    const { segments } = sla.targets.reply.track([{ at: "2026-11-16T10:00:00Z", state: "open" }], {
      asOf: "2026-11-23T10:00:00Z",
    });
    expect(
      segments.map(({ from, counted, why, title }) => [
        from.toFormat("dd HH:mm"),
        counted.days,
        why,
        title,
      ]),
    ).toEqual([
      ["16 10:00", 0, "day-zero", null],
      ["17 00:00", 1, "counted", null],
      ["18 00:00", 0, "closed-day", null],
      ["19 00:00", 1, "counted", null],
      ["20 00:00", 0, "exception", "Training"],
      ["21 00:00", 0, "weekend", null],
      ["23 00:00", 0, "day-not-over", null],
    ]);
  });

  it("when it is left out by a restart, and before the start and after a cancellation", () => {
    const sla = defineSla({
      id: "desk",
      calendars: { always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } } },
      severities: ["1", "2"],
      targets: {
        fix: {
          allowance: {
            "1": { hours: 4, calendar: "always" },
            "2": { hours: 8, calendar: "always" },
          },
          runs: ["open"],
          stops: ["done"],
          cancels: ["void"],
          onSeverityChange: "restart",
        },
      },
    });
    const { segments } = sla.targets.fix.track(
      [
        { at: "2026-11-16T08:00:00Z", severity: "2" },
        { at: "2026-11-16T09:00:00Z", state: "open" },
        { at: "2026-11-16T11:00:00Z", severity: "1" },
        { at: "2026-11-16T12:00:00Z", state: "void" },
      ],
      { asOf: "2026-11-16T13:00:00Z" },
    );
    expect(segments.map(({ why, counted }) => [why, counted.as("hours")])).toEqual([
      ["not-started", 0],
      ["restarted", 0],
      ["counted", 1],
      ["cancelled", 0],
    ]);
  });
});

describe("a segment of a ticket whose severity or promise changes", () => {
  /** Severity 1 has four hours of the office, 2 has eight around the clock, and 4 is promised nothing. */
  const target = (choices: object = {}) =>
    deskTarget(
      {
        allowance: {
          "1": { hours: 4, calendar: "office" },
          "2": { hours: 8, calendar: "always" },
          "4": null,
        },
        ...choices,
      },
      { severities: ["1", "2", "4"] },
    );
  const open = (at: string, severity?: string) => ({ at, state: "open", severity });
  const done = (at: string) => ({ at, state: "done" });
  const graded = (severity: string, at: string) => ({ at, severity });
  type Row = readonly [why: string, counted: number, total: number];
  const rows = (
    choices: object,
    events: Parameters<ReturnType<typeof deskTarget>["track"]>[0],
    asOf: string,
  ): readonly Row[] => {
    const { segments } = target(choices).track(events, { asOf });
    return segments.map(({ why, counted, total }) => [why, hours(counted), hours(total)]);
  };

  // Two hours of severity 4, an hour of severity 1, and severity 4 again.
  const there = [open(mon("09:00"), "4"), graded("1", mon("11:00")), graded("4", mon("12:00"))];
  it.each<[string, readonly Row[]]>([
    [
      "carry-elapsed",
      [
        ["not-applicable", 0, 0],
        ["counted", 1, 1],
        ["not-applicable", 0, 1],
      ],
    ],
    [
      // Severity 1 measured all from the start, until nothing was promised any more.
      "retroactive",
      [
        ["counted", 2, 2],
        ["counted", 1, 3],
        ["not-applicable", 0, 3],
      ],
    ],
    [
      "restart",
      [
        ["not-applicable", 0, 0],
        ["restarted", 0, 0],
        ["not-applicable", 0, 0],
      ],
    ],
  ])("to no promise and back says what %s makes of it", (onSeverityChange, expected) => {
    expect(rows({ onSeverityChange }, there, mon("13:00"))).toEqual(expected);
  });

  // Friday 16:00 without a severity, 2 from 18:00 on, and 1 from 19:00 on.
  const late = [open(fri("16:00")), graded("2", fri("18:00")), graded("1", fri("19:00"))];
  it.each<[string, readonly Row[]]>([
    [
      // By severity 2, which came first, all of the clock; by severity 1, nothing after 17:00.
      "carry-elapsed",
      [
        ["counted", 2, 2],
        ["counted", 1, 3],
        ["outside-hours", 0, 3],
      ],
    ],
    [
      // By severity 1, the hour until 17:00.
      "retroactive",
      [
        ["counted", 1, 1],
        ["outside-hours", 0, 1],
        ["outside-hours", 0, 1],
        ["outside-hours", 0, 1],
      ],
    ],
    [
      "restart",
      [
        ["restarted", 0, 0],
        ["restarted", 0, 0],
        ["outside-hours", 0, 0],
      ],
    ],
  ])("that comes late is measured by the first, or as %s says", (onSeverityChange, expected) => {
    expect(rows({ onSeverityChange }, late, fri("20:00"))).toEqual(expected);
  });

  it("is measured anew by the severity that was the last to promise an amount", () => {
    const retroactive = (choices: object, events: Parameters<typeof rows>[1], asOf: string) =>
      rows({ onSeverityChange: "retroactive", ...choices }, events, asOf);
    // Friday 16:00 to 20:00 around the clock by severity 2, then nothing. By severity 1, the first allowance, the
    // office would have been open until 17:00 alone.
    const friday = [
      open(fri("16:00"), "4"),
      graded("1", fri("18:00")),
      graded("2", fri("19:00")),
      graded("4", fri("20:00")),
    ];
    expect(retroactive({}, friday, fri("21:00"))).toEqual([
      ["counted", 2, 2],
      ["counted", 1, 3],
      ["counted", 1, 4],
      ["not-applicable", 0, 4],
    ]);
    // A severity that comes at the very end measures all of it.
    const last = [open(fri("16:00"), "1"), graded("2", fri("20:00"))];
    expect(retroactive({}, last, fri("20:00"))).toEqual([["counted", 4, 4]]);
    // What a later cycle is promised measures no earlier one.
    const cycles = [
      open(fri("16:00"), "4"),
      done(fri("18:00")),
      open(sat("09:00")),
      graded("2", sat("10:00")),
    ];
    expect(retroactive({ onReopen: "new-cycle" }, cycles, sat("12:00"))).toEqual([
      ["not-applicable", 0, 0],
      ["stopped", 0, 0],
      ["counted", 1, 1],
      ["counted", 2, 3],
    ]);
    // Of a cycle that ended without a promise, the last promise of its own measures it.
    const ended = [
      open(fri("16:00"), "2"),
      graded("4", fri("18:00")),
      done(fri("19:00")),
      open(sat("09:00")),
      graded("1", sat("10:00")),
    ];
    expect(retroactive({ onReopen: "new-cycle" }, ended, sat("11:00")).slice(0, 3)).toEqual([
      ["counted", 2, 2],
      ["not-applicable", 0, 2],
      ["stopped", 0, 2],
    ]);
    // Nor does what the same cycle was promised before.
    const before = [
      open(fri("16:00"), "2"),
      done(fri("18:00")),
      open(sat("09:00"), "1"),
      graded("4", sat("10:00")),
    ];
    expect(retroactive({ onReopen: "new-cycle" }, before, sat("12:00"))).toEqual([
      ["counted", 2, 2],
      ["stopped", 0, 2],
      ["weekend", 0, 0],
      ["not-applicable", 0, 0],
    ]);
  });

  it("is stopped, and nothing else, between a stop and a re-opening that goes on", () => {
    const events = [open(mon("09:00"), "1"), done(mon("10:00")), open(mon("12:00"))];
    for (const onReopen of ["resume", "new-cycle"]) {
      expect(
        rows({ onReopen }, events, mon("13:00")).map(([why, counted]) => [why, counted]),
      ).toEqual([
        ["counted", 1],
        ["stopped", 0],
        ["counted", 1],
      ]);
    }
    expect(rows({ onReopen: "restart" }, events, mon("13:00"))).toEqual([
      ["restarted", 0, 0],
      ["stopped", 0, 0],
      ["counted", 1, 1],
    ]);
  });

  it("is not applicable while the target does not apply to the ticket, by its fields", () => {
    const incidents = deskTarget({
      allowance: { hours: 4, calendar: "office" },
      when: { type: ["incident"] },
    });
    const told = (type: string, at: string) => ({ at, fields: { type } });
    const { segments } = incidents.track(
      [
        { ...told("incident", mon("09:00")), state: "open" },
        told("request", mon("10:00")),
        told("incident", mon("12:00")),
      ],
      { asOf: mon("13:00") },
    );
    expect(
      segments.map(({ why, counted, fields }) => [why, hours(counted), fields["type"]]),
    ).toEqual([
      ["counted", 1, "incident"],
      ["not-applicable", 0, "request"],
      ["counted", 1, "incident"],
    ]);
  });

  it("is measured as its cycle was, though a severity comes in a later cycle", () => {
    // An hour of the office on Friday, by the first allowance, since no severity came before the stop or
    // with the re-opening. Saturday is measured by severity 2, around the clock.
    const events = [
      open(fri("16:00")),
      done(fri("18:00")),
      open(sat("09:00")),
      graded("2", sat("10:00")),
    ];
    const reading = target({ onReopen: "new-cycle" }).track(events, { asOf: sat("12:00") });
    expect(reading.cycles.map(({ elapsed }) => hours(elapsed))).toEqual([1, 3]);
    expect(reading.segments.map(({ cycle, why, counted }) => [cycle, why, hours(counted)])).toEqual(
      [
        [0, "counted", 1],
        [0, "outside-hours", 0],
        [0, "stopped", 0],
        [1, "counted", 1],
        [1, "counted", 2],
      ],
    );
  });

  it("is measured by the severity that came with the re-opening, which judged its cycle too", () => {
    const events = [open(fri("16:00")), done(fri("18:00")), open(sat("09:00"), "2")];
    const reading = target({ onReopen: "new-cycle" }).track(events, { asOf: sat("10:00") });
    expect(reading.cycles.map(({ elapsed }) => hours(elapsed))).toEqual([2, 1]);
    expect(reading.segments.map(({ why, counted }) => [why, hours(counted)])).toEqual([
      ["counted", 2],
      ["stopped", 0],
      ["counted", 1],
    ]);
  });

  it("is stopped until a re-opening counts what has passed beneath the verdict", () => {
    const stopped = [open(mon("09:00"), "1"), done(mon("10:00"))];
    expect(rows({ onReopen: "continue" }, stopped, mon("12:00"))).toEqual([
      ["counted", 1, 1],
      ["stopped", 0, 1],
    ]);
    expect(rows({ onReopen: "continue" }, [...stopped, open(mon("12:00"))], mon("13:00"))).toEqual([
      ["counted", 1, 1],
      ["counted", 2, 3],
      ["counted", 1, 4],
    ]);
  });

  it("counts nothing if no severity is promised an amount", () => {
    const unpromised = deskTarget(
      { allowance: { "4": null, "5": "agreed" } },
      { severities: ["4", "5"] },
    );
    const whys = (events: Parameters<typeof unpromised.track>[0]) =>
      unpromised.track(events, { asOf: mon("13:00") }).segments.map(({ why }) => why);
    expect(whys([open(mon("09:00"))])).toEqual(["not-applicable"]);
    expect(whys([open(mon("09:00"), "5"), graded("4", mon("11:00"))])).toEqual([
      "by-agreement",
      "not-applicable",
    ]);
    const waits = { at: mon("10:00"), state: "waiting" };
    expect(whys([open(mon("09:00")), waits, graded("5", mon("11:00"))])).toEqual([
      "by-agreement",
      "paused",
      "paused",
    ]);
  });
});

describe("warnings", () => {
  const target = nhsmail().targets.incidentResolution;

  it("are the instants at which 75 % and 90 % of 48 h are used: 36 h and 43 h 12 min", () => {
    // From Monday 16 November 2026 07:00 15 h are used a day: 30 h by Tuesday 22:00.
    const { warnings } = target.track([{ at: "2026-11-16T07:00:00Z", state: "new" }], {
      asOf: "2026-11-18T13:00:00Z",
    });
    expect(warnings.map(({ share, at, passed }) => [share, at?.toISO(), passed])).toEqual([
      [0.75, "2026-11-18T13:00:00.000+00:00", true],
      [0.9, "2026-11-18T20:12:00.000+00:00", false],
    ]);
  });

  it("have no instant while the ticket is paused, unless they passed before", () => {
    const paused = [
      { at: "2026-11-16T07:00:00Z", state: "new" },
      { at: "2026-11-18T14:00:00Z", state: "awaiting-user-info" },
    ];
    const asOf = "2026-11-19T07:00:00Z";
    const { warnings } = target.track(paused, { asOf });
    expect(warnings.map(({ at, passed }) => [at?.toISO(), passed])).toEqual([
      ["2026-11-18T13:00:00.000+00:00", true],
      [undefined, false],
    ]);
    const resumed = target.track([...paused, { at: asOf, state: "in-progress" }], { asOf });
    // 37 h are used; 6 h 12 min more from Thursday 07:00.
    expect(resumed.warnings.map(({ at, passed }) => [at?.toISO(), passed])).toEqual([
      ["2026-11-18T13:00:00.000+00:00", true],
      ["2026-11-19T13:12:00.000+00:00", false],
    ]);
  });

  it("that a stopped clock has not reached never come", () => {
    const { warnings } = target.track(
      [
        { at: "2026-11-16T07:00:00Z", state: "new" },
        { at: "2026-11-16T08:00:00Z", state: "resolved" },
      ],
      { asOf: "2026-11-19T07:00:00Z" },
    );
    expect(warnings.map(({ at, passed }) => [at, passed])).toEqual([
      [null, false],
      [null, false],
    ]);
  });

  it("are the first whole instant at which the share is used, never before", () => {
    const third = defineSla({
      id: "desk",
      calendars: { always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } } },
      targets: {
        fix: {
          allowance: { hours: 10 / 3_600_000, calendar: "always" }, // 10 ms
          runs: ["open"],
          stops: ["done"],
          warnAt: [1 / 3, 0.9, 1],
        },
      },
    });
    const { warnings } = third.targets.fix.track([{ at: 1_000, state: "open" }], { asOf: 1_004 });
    expect(warnings.map(({ at, passed }) => [at?.toMillis(), passed])).toEqual([
      [1_004, true],
      [1_009, false],
      [1_010, false],
    ]);
  });
});
