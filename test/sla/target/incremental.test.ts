import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BulkResult,
  type ClockState,
  DefinitionError,
  defineSla,
  HistoryError,
  historyColumns,
  nhsLogin,
  type ReadingColumns,
  STATUSES,
} from "../../../src";
import { policyOf, RUNS, scene } from "../../reference/histories";

const inOrder = <E extends { readonly at: string }>(events: readonly E[]) =>
  events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));

describe("a clock that takes events as they come", () => {
  it.each([
    ["with its working", true],
    ["without its working", false],
  ])("reads as track does, saved as JSON and gone on from at every event, %s", (_, keepWorking) => {
    fc.assert(
      fc.property(scene, (scene) => {
        const target = defineSla(policyOf(scene)).targets.fix;
        for (const asOf of scene.asOf) {
          let saved: ClockState | undefined;
          for (const event of inOrder(scene.events)) {
            if (Date.parse(event.at) > Date.parse(asOf)) break;
            const clock = target.follow({ ...scene.call, keepWorking, from: saved });
            clock.take(event);
            saved = JSON.parse(JSON.stringify(clock.save()));
          }
          const clock = target.follow({ ...scene.call, keepWorking, ticket: "T", from: saved });
          const read = clock.read(asOf);
          const tracked = target.track(scene.events, { ...scene.call, asOf, ticket: "T" });
          const expected = keepWorking ? tracked : { ...tracked, segments: [] };
          expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(expected)));
        }
      }),
      { numRuns: RUNS },
    );
  });

  const start = { at: "2026-11-16T09:00:00Z", state: "new", severity: "3" };

  it("can be read again and again, and goes on as if it had not been", () => {
    const clock = nhsLogin().targets.incidentResolution.follow();
    clock.take(start);
    const before = JSON.stringify(clock.save());
    expect(clock.read("2026-11-16T12:00:00Z").elapsed.as("hours")).toBe(3);
    expect(clock.read("2026-11-16T11:00:00Z").elapsed.as("hours")).toBe(2);
    expect(JSON.stringify(clock.save())).toBe(before);
  });

  it("refuses an event or a reading before the last event, and stays as it was", () => {
    const clock = nhsLogin().targets.incidentResolution.follow({ ticket: "NL-1" });
    clock.take(start);
    const before = JSON.stringify(clock.save());
    const codeOf = (act: () => unknown) => {
      try {
        act();
      } catch (error) {
        return error instanceof HistoryError ? error.code : error;
      }
      return undefined;
    };
    expect(codeOf(() => clock.take({ at: "2026-11-16T08:59:59Z", state: "resolved" }))).toBe(
      "event-out-of-order",
    );
    expect(codeOf(() => clock.read("2026-11-16T08:59:59Z"))).toBe("as-of-before-last-event");
    expect(codeOf(() => clock.take({ at: "2026-11-16T10:00:00Z", state: String("lost") }))).toBe(
      "state-unknown",
    );
    expect(codeOf(() => clock.take({ at: "2026-11-16T10:00:00Z", severity: String("9") }))).toBe(
      "severity-unknown",
    );
    expect(JSON.stringify(clock.save())).toBe(before);
  });

  it("starts without a severity, and has the one that comes after its state at the same instant", () => {
    const { incidentResolution } = nhsLogin().targets;
    const clock = incidentResolution.follow();
    clock.take({ at: start.at, state: "new" });
    expect([clock.read(start.at).status, clock.read(start.at).dueAt]).toEqual(["running", null]);
    clock.take({ at: start.at, severity: start.severity });
    expect(clock.read(start.at).dueAt).toEqual(
      incidentResolution.due(start.at, { severity: start.severity }),
    );
  });

  it("refuses to go on from what no clock saved", () => {
    const { incidentResolution } = nhsLogin().targets;
    const clock = incidentResolution.follow();
    clock.take(start);
    for (const spoilt of [{ version: 3 }, { taken: Number.NaN }, { standing: null }, { x: 1 }]) {
      const from = { ...clock.save(), ...spoilt } as ClockState;
      expect(() => incidentResolution.follow({ from })).toThrow(DefinitionError);
    }
    // @ts-expect-error no state at all
    expect(() => incidentResolution.follow({ from: null })).toThrow(DefinitionError);
  });
});

/** A row of columns as the record that trackMany gives for a list. */
function rowOf(columns: ReadingColumns, row: number): Record<string, unknown> {
  const number = (name: keyof ReadingColumns) => {
    const column = columns[name];
    const value = column instanceof Float64Array ? column[row] : undefined;
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  return {
    status: STATUSES[columns.status[row] ?? -1],
    breached: columns.breached[row] === 1,
    provisional: columns.provisional[row] === 1,
    startedAtMs: number("startedAtMs"),
    originalDueAtMs: number("originalDueAtMs"),
    dueAtMs: number("dueAtMs"),
    projectedDueAtMs: number("projectedDueAtMs"),
    breachedAtMs: number("breachedAtMs"),
    stoppedAtMs: number("stoppedAtMs"),
    allowance: number("allowance"),
    elapsed: number("elapsed"),
    remaining: number("remaining"),
    overrun: number("overrun"),
    pausedFor: number("pausedFor"),
    wallElapsedMs: number("wallElapsedMs"),
    percentElapsed: number("percentElapsed"),
  };
}

describe("histories in columns", () => {
  it("read as they do one by one, to the millisecond", () => {
    fc.assert(
      fc.property(scene, (scene) => {
        const target = defineSla(policyOf(scene)).targets.fix;
        const histories = [
          { ticket: "A", events: scene.events },
          { ticket: "none", events: [] },
          { ticket: "B", events: scene.events.toReversed() },
        ];
        for (const asOf of scene.asOf) {
          const columns = target.trackMany(historyColumns(histories), { ...scene.call, asOf });
          const results = [...target.trackMany(histories, { ...scene.call, asOf })];
          for (const [row, result] of results.entries()) {
            // Turned round, events of one instant may start a clock that has no severity yet.
            if (result.error) expect(columns.errors.get(row)).toEqual(result.error);
            else expect(result).toMatchObject(rowOf(columns, row));
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("report a ticket that cannot be tracked, and go on", () => {
    const columns = historyColumns([
      { ticket: "bad", events: [{ at: 0, state: "lost", severity: "1" }] },
      { ticket: "good", events: [{ at: "2026-11-16T09:00:00Z", state: "new", severity: "1" }] },
      { ticket: "ungraded", events: [{ at: "2026-11-16T09:00:00Z", state: "new" }] },
    ]);
    const read = nhsLogin().targets.incidentResolution.trackMany(columns, {
      asOf: "2026-11-16T10:00:00Z",
    });
    expect([...read.errors].map(([row, error]) => [row, error.code])).toEqual([
      [0, "state-unknown"],
    ]);
    expect(read.errors.get(0)?.message).toMatch(/^Ticket bad, event 0: unknown state "lost"/);
    expect([...read.status]).toEqual([
      255,
      STATUSES.indexOf("running"),
      STATUSES.indexOf("running"),
    ]);
    expect([read.allowance[2], read.dueAtMs[2]]).toEqual([Number.NaN, Number.NaN]);
    expect(read.elapsed[1]).toBe(3_600_000);
    expect(read.elapsed[0]).toBeNaN();
  });

  it("are refused if the columns do not fit together, or name unknown words", () => {
    const { incidentResolution } = nhsLogin().targets;
    const columns = historyColumns([
      { ticket: "T", events: [{ at: 0, state: "new", severity: "1" }] },
    ]);
    for (const spoilt of [
      { firstEvent: Uint32Array.of(0) },
      { firstEvent: Uint32Array.of(0, 2) },
      { atMs: new Float64Array(2) },
      { state: new Uint16Array(0) },
      { severity: new Uint16Array(2) },
    ]) {
      expect(() => incidentResolution.trackMany({ ...columns, ...spoilt }, { asOf: 0 })).toThrow(
        expect.objectContaining({ code: "length-mismatch" }),
      );
    }
    const strange = { ...columns, state: Uint16Array.of(9) };
    const read = incidentResolution.trackMany(strange, { asOf: 0 });
    expect(read.errors.get(0)?.code).toBe("state-unknown");
    const nowhen = { ...columns, atMs: Float64Array.of(Number.NaN) };
    expect(incidentResolution.trackMany(nowhen, { asOf: 0 }).errors.get(0)?.code).toBe(
      "event-instant-invalid",
    );
  });
});

describe("a stream of events", () => {
  const { incidentResolution } = nhsLogin().targets;
  const at = (hour: number) => `2026-11-16T${String(hour).padStart(2, "0")}:00:00Z`;

  async function collect(results: AsyncIterable<BulkResult>): Promise<readonly BulkResult[]> {
    const all: BulkResult[] = [];
    for await (const result of results) all.push(result);
    return all;
  }

  it("gives a ticket when it closes, and the open ones when the log ends", async () => {
    const given: string[] = [];
    async function* log() {
      for (const event of [
        { ticket: "A", at: at(9), state: "new", severity: "1" },
        { ticket: "B", at: at(9), state: "new", severity: "1" },
        { ticket: "A", at: at(10), state: "resolved" },
        { ticket: "A", at: at(11), state: "closed" },
        { ticket: "B", at: at(12), state: "resolved" },
      ]) {
        given.push(event.ticket);
        yield event;
      }
    }
    const order: string[] = [];
    for await (const result of incidentResolution.trackStream(log(), {
      asOf: at(18),
      closedBy: ["closed"],
    })) {
      order.push(`${result.ticket} after ${given.length}`);
    }
    // More of the instant at which A closed could have followed, until B's event came.
    expect(order).toEqual(["A after 5", "B after 5"]);
  });

  it("reads as trackMany does", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(scene, { minLength: 1, maxLength: 3 }), async (scenes) => {
        for (const { events: own, ...world } of scenes) {
          const target = defineSla(policyOf(world)).targets.fix;
          const histories = scenes.map(({ events }, i) => ({ ticket: `T${i}`, events }));
          const [asOf = ""] = world.asOf;
          const log = histories
            .flatMap(({ ticket, events }) => events.map((event) => ({ ticket, ...event })))
            .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
          const streamed = await collect(target.trackStream(log, { ...world.call, asOf }));
          const tracked = [...target.trackMany(histories, { ...world.call, asOf })];
          const byTicket = (a: BulkResult, b: BulkResult) => a.ticket.localeCompare(b.ticket);
          expect(streamed.toSorted(byTicket)).toEqual(tracked.toSorted(byTicket));
        }
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  it("reports a ticket whose events are out of order or unknown, once, and goes on", async () => {
    const results = await collect(
      incidentResolution.trackStream(
        [
          { ticket: "A", at: at(10), state: "new", severity: "1" },
          { ticket: "A", at: at(9), state: "resolved" },
          { ticket: "A", at: at(11), state: String("lost") },
          { ticket: "B", at: at(9), state: "lost", severity: "1" },
          { ticket: "C", at: at(9), state: "new", severity: "1" },
          { ticket: "C", at: at(20), state: "resolved" },
        ],
        { asOf: at(12) },
      ),
    );
    expect(
      results.map((result) => [
        result.ticket,
        result.error?.code ?? ("status" in result && result.status),
      ]),
    ).toEqual([
      ["A", "event-out-of-order"],
      ["B", "state-unknown"],
      ["C", "running"],
    ]);
  });
});
