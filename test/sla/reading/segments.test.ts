import fc from "fast-check";
import type { Duration } from "luxon";
import { describe, expect, it } from "vitest";
import { defineSla, nhsmail, type SlaReading } from "../../../src";
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
