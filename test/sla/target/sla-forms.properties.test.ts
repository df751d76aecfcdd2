import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CoreHoursError,
  defineSla,
  type HistoryEvent,
  historyColumns,
  type PolicyDefinition,
  type Sla,
  type SlaClockState,
  type SlaResult,
} from "../../../src/index";
import { policyOf, RUNS, type Scene, scene } from "../../reference/histories";

/**
 * All targets asked together say what each says when asked alone, which is the slow way: one pass for each.
 * One target has no allowance for severity 3, so it refuses what the others take.
 */
function slaOf(world: Scene, usesFields: boolean): Sla {
  const { targets, ...policy } = policyOf(world);
  const some = { severity: ["1", "2"], state: ["new", "active", "waiting", "done"] };
  const derive = [
    { state: "active", when: { state: ["new", "active"] } },
    { state: "waiting", when: { state: ["waiting"], severity: ["2", "3"] } },
    { state: "new", when: { state: ["waiting"] } },
    { state: "done", when: { state: ["done"] } },
    { state: "void", when: { state: ["void"] } },
  ];
  const definition: PolicyDefinition = {
    ...policy,
    ...(usesFields ? { derive } : {}),
    targets: {
      ...targets,
      strict: {
        ...targets.fix,
        allowance: { "1": { hours: 2, calendar: "a" }, "2": { hours: 9, calendar: "b" } },
        onSeverityChange: "retroactive",
        dayPauses: "day-ends",
      },
      ...(usesFields ? { some: { ...targets.fix, when: some } } : {}),
    },
  };
  return defineSla(definition);
}

/** What a call gives, as JSON, or the error that it throws. */
function outcomeOf(act: () => unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(act()));
  } catch (error) {
    if (error instanceof CoreHoursError) return { ...told(error) };
    throw error;
  }
}

const told = ({ code, message }: CoreHoursError) => ({ code, message });

/** A result with only the code and the message of its error. */
function plain(result: object): unknown {
  return "error" in result && result.error instanceof CoreHoursError
    ? { ...result, error: told(result.error) }
    : result;
}

async function listed<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
}

const of = (results: readonly SlaResult[], target: string) =>
  results.filter((result) => result.target === target).map(({ target: _, ...rest }) => plain(rest));

const historiesOf = ({ events }: Scene) => [
  { ticket: "A", events },
  { ticket: "none", events: [] },
  {
    ticket: "B",
    events: events.map((event) => ({ ...event, at: Date.parse(event.at) })).toReversed(),
  },
  { ticket: "bad", events: [...events, { at: "2026-02-30T00:00:00Z", state: "new" }] },
];

describe("all targets of a policy, asked together, say what each says alone", () => {
  it("of one ticket, its working and its errors included", () => {
    fc.assert(
      fc.property(scene, fc.boolean(), (world, usesFields) => {
        const sla = slaOf(world, usesFields);
        for (const asOf of world.asOf) {
          const options = { ...world.call, asOf, ticket: "T" };
          const alone = Object.values(sla.targets).map(
            (target) => [target.id, outcomeOf(() => target.track(world.events, options))] as const,
          );
          const refused = alone.find(([, each]) => Object.hasOwn(each as object, "code"));
          expect(outcomeOf(() => sla.track(world.events, options))).toEqual(
            refused ? refused[1] : Object.fromEntries(alone),
          );
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("of many tickets, as lists and as columns", () => {
    fc.assert(
      fc.property(scene, fc.boolean(), (world, usesFields) => {
        const sla = slaOf(world, usesFields);
        const columns = historyColumns(historiesOf(world).slice(0, 3));
        for (const asOf of world.asOf) {
          const options = { ...world.call, asOf };
          const together = [...sla.trackMany(historiesOf(world), options)];
          const inColumns = sla.trackMany(columns, options);
          for (const target of Object.values(sla.targets)) {
            const alone = [...target.trackMany(historiesOf(world), options)].map(plain);
            expect(of(together, target.id)).toEqual(alone);
            const { errors, ...numbers } = target.trackMany(columns, options);
            const { errors: found, ...rest } = inColumns[target.id] ?? { errors: new Map() };
            expect(rest).toEqual(numbers);
            expect([...found].map(([row, e]) => [row, told(e)])).toEqual(
              [...errors].map(([row, e]) => [row, told(e)]),
            );
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("of a stream of tickets that come mixed, in which some close for good", async () => {
    await fc.assert(
      fc.asyncProperty(scene, fc.boolean(), fc.boolean(), async (world, usesFields, closes) => {
        const sla = slaOf(world, usesFields);
        const events = historiesOf(world)
          .slice(0, 3)
          .flatMap(({ ticket, events }) => events.map((event) => ({ ticket, ...event })))
          .toSorted((a, b) => Number(new Date(a.at)) - Number(new Date(b.at)));
        const options = { asOf: world.asOf[0] ?? 0, closedBy: closes ? ["done", "void"] : [] };
        const together = await listed(sla.trackStream(events, options));
        for (const target of Object.values(sla.targets)) {
          const alone = await listed(target.trackStream(events, options));
          const byTicket = (results: readonly unknown[]) =>
            results.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
          expect(byTicket(of(together, target.id))).toEqual(byTicket(alone.map(plain)));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it.each([true, false])(
    "of clocks that are followed, saved as one value and gone on from at every event; working kept: %s",
    (keepWorking) => {
      fc.assert(
        fc.property(scene, fc.boolean(), (world, usesFields) => {
          const sla = slaOf(world, usesFields);
          const events: readonly HistoryEvent[] = world.events.toSorted(
            (a, b) => Date.parse(a.at) - Date.parse(b.at),
          );
          const alone = Object.values(sla.targets).map((target) => ({
            target,
            clock: target.follow({ keepWorking, ticket: "T" }),
          }));
          let saved: SlaClockState | undefined;
          for (const event of events) {
            const clocks = sla.follow({ keepWorking, ticket: "T", from: saved });
            // No target takes the event unless all of them can.
            const refusals = alone.map(({ target, clock }) => {
              const copy = target.follow({ ticket: "T", from: clock.save() });
              return outcomeOf(() => copy.take(event) ?? null);
            });
            const refused = refusals.find((each) => each !== null);
            expect(outcomeOf(() => clocks.take(event) ?? null)).toEqual(refused ?? null);
            if (!refused) for (const { clock } of alone) clock.take(event);
            const asOf = event.at;
            if (refused) {
              expect(JSON.stringify(clocks.save())).toBe(
                JSON.stringify(saved ?? sla.follow({ keepWorking, ticket: "T" }).save()),
              );
            } else {
              expect(outcomeOf(() => clocks.read(asOf))).toEqual(
                Object.fromEntries(
                  alone.map(({ target, clock }) => [target.id, outcomeOf(() => clock.read(asOf))]),
                ),
              );
            }
            saved = JSON.parse(JSON.stringify(clocks.save()));
          }
        }),
        { numRuns: RUNS },
      );
    },
  );
});
