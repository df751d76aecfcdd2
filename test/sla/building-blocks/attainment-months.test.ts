import { describe, expect, it } from "vitest";
import {
  type AttainmentDefinition,
  defineSla,
  type PolicyDefinition,
  type Sla,
} from "../../../src/index";
import { always, on } from "../../reference/desk";
import { untyped, wordForWord } from "../../reference/refusals";

const hour = { hours: 1, calendar: "always" };
const of = (definition: Partial<AttainmentDefinition> = {}) => {
  const sla: Sla = defineSla({
    id: "desk",
    calendars: { always },
    targets: { fix: { allowance: hour, runs: ["open"], stops: ["done"] } },
    attainment: { fix: { target: "fix", share: 0.9, ...definition } },
  } as PolicyDefinition);
  return { count: sla.attainment["fix"], fix: sla.targets["fix"] };
};
const { count, fix } = of();

/** A reading in numbers: started, due an hour later, and stopped at an instant. */
const numbers = (stoppedAt: string | null, change: object = {}) => {
  const stoppedAtMs = stoppedAt === null ? null : Date.parse(stoppedAt);
  const startedAtMs = (stoppedAtMs ?? 0) - 1_800_000;
  const dueAtMs = startedAtMs + 3_600_000;
  return {
    status: "met",
    severity: null,
    startedAtMs,
    dueAtMs,
    breachedAtMs: null,
    stoppedAtMs,
    ...change,
  };
};
const counted = (readings: readonly object[], month = "2026-11", by?: AttainmentDefinition["by"]) =>
  of(by ? { by } : {}).count?.(readings as never, { month });
const november = on("2026-11-01");
const december = on("2026-12-01");

describe("the month of an attainment", () => {
  it("begins with its first instant and ends before that of the next", () => {
    const met = (at: string) => counted([numbers(at)])?.counted;
    expect(met("2026-10-31T23:59:59.999Z")).toBe(0);
    expect(met(november("00:00"))).toBe(1);
    expect(met("2026-11-30T23:59:59.999Z")).toBe(1);
    expect(met(december("00:00"))).toBe(0);
  });

  it("counts nothing that has no instant to count by, not even in January 1970", () => {
    const undue = numbers("1970-01-10T09:00:00Z", { dueAtMs: null });
    expect(counted([undue], "1970-01", "due")?.counted).toBe(0);
    expect(counted([undue], "1970-01", "started")?.counted).toBe(1);
  });

  it("counts nothing that is not decided, or is of no promise", () => {
    const running = numbers(null, {
      status: "running",
      startedAtMs: Date.parse(november("09:00")),
    });
    const reading = counted([running, numbers(november("10:00"))], "2026-11", "started");
    expect(reading).toEqual({
      name: "fix",
      title: "fix",
      clause: null,
      target: "fix",
      month: "2026-11",
      from: reading?.from,
      fromMs: Date.parse(november("00:00")),
      to: reading?.to,
      toMs: Date.parse(december("00:00")),
      met: 1,
      breached: 0,
      counted: 1,
      openBreached: 0,
      share: 1,
      promised: 0.9,
      verdict: "met",
      credit: 0,
      breachesLeft: 0,
    });
  });

  it("counts the severities that it names, and no ticket without one", () => {
    const named = of({ severities: ["1", "2"] }).count;
    const readings = ["1", "2", "3", null].map((severity) =>
      numbers(november("10:00"), { severity }),
    );
    expect(named?.(readings as never, { month: "2026-11" }).met).toBe(2);
  });

  it("counts readings in numbers of its target, or of none that they name", () => {
    const target = (name?: string) => numbers(november("10:00"), { target: name });
    expect(counted([target("fix"), target("reply"), target(undefined)])?.met).toBe(2);
    expect(counted([numbers(november("10:00"), { error: null })])?.met).toBe(1);
  });

  it("gives no credit where nothing is decided, and the lowest that was missed where something is", () => {
    const credits = [
      { below: 0.9, percent: 2 },
      { below: 0.5, percent: 10 },
      { below: 0.8, percent: 5 },
    ];
    const credited = of({ credits }).count;
    const month = { month: "2026-11" };
    const kept = numbers(november("10:00"));
    const late = { ...kept, status: "breached", breachedAtMs: kept.dueAtMs };
    expect(credited?.([], month)).toMatchObject({ credit: 0, share: null, verdict: null });
    const times = (met: number, breached: number) =>
      credited?.([...Array(met).fill(kept), ...Array(breached).fill(late)] as never, month).credit;
    expect([times(9, 1), times(8, 2), times(7, 3), times(5, 5), times(4, 6)]).toEqual([
      0, 2, 5, 5, 10,
    ]);
  });
});

describe("an attainment refuses", () => {
  const ask = (readings: unknown, options: unknown = { month: "2026-11" }) =>
    untyped((given) => count?.(given, options as never), readings);
  wordForWord([
    [
      "options that are not an object",
      ask([], "2026-11"),
      "options-invalid",
      '"2026-11" is not an object of options; give one such as { month: "2026-11" }.',
    ],
    [
      "an unknown option",
      ask([], { months: "2026-11" }),
      "option-unknown",
      '"months" is not an option of attainment "fix"; did you mean "month"?',
    ],
    [
      "anything but a list of readings",
      ask(5),
      "option-invalid",
      'Attainment "fix" counts a list of readings, not the number 5; give those of its target, of every ticket.',
      { option: "readings", given: "5" },
    ],
    [
      "a number among the readings",
      ask([5]),
      "not-a-reading",
      'Attainment "fix" counts readings, and the number 5 is among them; give what track or trackMany gave.',
      { given: "the number 5" },
    ],
    [
      "null among the readings",
      ask([null]),
      "not-a-reading",
      'Attainment "fix" counts readings, and null is among them; give what track or trackMany gave.',
      { given: "null" },
    ],
  ]);

  it("anything else among the readings, by its name", () => {
    expect(ask([{ status: "met" }])).toThrow(/attainment "fix"/i);
    expect(fix?.id).toBe("fix");
  });
});
