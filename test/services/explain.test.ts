import { describe, expect, it } from "vitest";
import { explain, nhsLogin, SERVICES, type Sla, type SlaReading } from "../../src/index";
import { incident } from "./nhsmail-desk";

/** What an explanation says of clauses and choices, without the ticket's own numbers. */
const basisOf = (reading: SlaReading) =>
  explain(reading)
    .split("\n")
    .filter((line) => /^(?:[A-Z]{2}-\w+, |read as|chosen: )/.test(line));

const created = ["2026-11-16T09:00Z", "new"] as const;

describe("the explanation of a reading", () => {
  const asOf = "2026-11-19T09:00Z";

  it("names the clause of a pause in a ticket that was paused", () => {
    const paused = incident([created, ["2026-11-17T09:00Z", "awaiting-user-info"]], asOf);
    expect(paused.furtherRules.map(({ id }) => id)).toEqual(["NM-14"]);
    expect(basisOf(paused).join("\n")).toMatch(/^NM-14, NHSmail Incident Procedure/m);
    const plain = incident([created], asOf);
    expect(plain.furtherRules).toEqual([]);
  });

  it("names the clauses and the choice of a re-opening in a ticket that was re-opened", () => {
    const events = [
      created,
      ["2026-11-17T09:00Z", "resolved"],
      ["2026-11-18T09:00Z", "reopened"],
    ] as const;
    const reading = incident(events, asOf);
    expect(reading.furtherRules.map(({ id }) => id)).toEqual(["NM-07", "NM-17", "NM-19"]);
    expect(reading.choices).toEqual([
      'onReopen "resume": after a re-opening the clock goes on, and the time while resolved does not count',
    ]);
    expect(incident([created, ["2026-11-17T09:00Z", "resolved"]], asOf).choices).toEqual([]);
  });
});

/** Tickets that give options something to decide. */
const TICKETS: readonly (readonly (readonly [at: string, state: string, severity?: string])[])[] = [
  [
    ["2026-11-16T09:00Z", "new", "1"],
    ["2026-11-17T09:00Z", "awaiting-user-info"],
    ["2026-11-18T09:00Z", "in-progress"],
    ["2026-11-18T10:00Z", "resolved"],
    ["2026-11-21T09:00Z", "reopened"],
    ["2026-11-23T09:00Z", "closed"],
  ],
  [
    ["2026-12-24T09:00Z", "new", "3"],
    ["2026-12-24T10:00Z", "awaiting-information"],
    ["2026-12-24T11:00Z", "in-progress", "2"],
    ["2026-12-29T09:00Z", "problem-recorded"],
    ["2026-12-29T09:30Z", "response-provided"],
    ["2026-12-30T09:00Z", "in-progress", "1"],
  ],
  [
    ["2026-11-20T20:00Z", "complaint-reported"],
    ["2026-11-20T20:30Z", "escalation-contacted"],
    ["2026-11-21T20:00Z", "escalation-form-received"],
    ["2026-11-23T21:00Z", "complaint-acknowledged"],
  ],
  [
    ["2026-11-20T20:00Z", "formal-complaint-received"],
    ["2026-11-20T20:00Z", "complaint-received"],
    ["2026-11-23T12:00Z", "acknowledged"],
    ["2026-12-03T13:00Z", "looked-into"],
    ["2026-12-07T13:00Z", "complaint-responded"],
  ],
  [
    ["2026-11-20T20:00Z", "hssi-happened"],
    ["2026-11-20T20:10Z", "hssi-identified"],
    ["2026-11-20T20:35Z", "hssi-notified"],
    ["2026-11-20T20:40Z", "intervention-called"],
    ["2026-11-20T21:00Z", "intervention-attended"],
    ["2026-11-20T22:00Z", "escalation-received"],
  ],
];

/** Every reading of the tickets that a policy can judge, by target and ticket. */
function readingsOf(sla: Sla): ReadonlyMap<string, SlaReading> {
  const readings = new Map<string, SlaReading>();
  for (const target of Object.values(sla.targets)) {
    for (const [i, ticket] of TICKETS.entries()) {
      const known = ticket.filter(([, state]) => target.states.has(state));
      const history = known.map(([at, state, severity]) =>
        severity === undefined || target.severities === null
          ? { at, state, ...(severity === undefined ? {} : { severity }) }
          : { at, state, severity },
      );
      try {
        readings.set(`${target.id} ${i}`, target.track(history, { asOf: "2026-12-31T09:00Z" }));
      } catch {
        // A target that this ticket's severity has no allowance for.
      }
    }
  }
  return readings;
}

describe("a ticket whose severity nobody knows yet", () => {
  const reading = (choose: object) => {
    const { incidentResolution } = nhsLogin({
      partnerHours: "nhs-login-support",
      ...choose,
    }).targets;
    const history = [{ at: "2026-12-21T08:00Z", state: "awaiting-information" }];
    return incidentResolution.track(history, { asOf: "2026-12-21T09:00Z" });
  };

  it("is told the clauses of every severity, and how each is read", () => {
    const clauses = ["NL-SEV1", "NL-SEV2", "NL-SEV3", "NL-SEV4", "NL-SEV5"];
    expect(reading({}).furtherRules.map(({ id }) => id)).toEqual(["NL-02", "NL-04", ...clauses]);
  });

  it("is explained in two ways if it waits only under one of two readings", () => {
    const [runs, waits] = [reading({}), reading({ pauses: "awaiting-information" })];
    expect([runs.status, waits.status]).toEqual(["pending", "paused"]);
    expect(basisOf(waits)).not.toEqual(basisOf(runs));
  });
});

const verdictOf = ({ status, breached, dueAt, elapsed, cycles }: SlaReading) =>
  JSON.stringify([status, breached, dueAt, elapsed, cycles.length]);

describe.each(SERVICES)("$id: two values of an option with two verdicts", ({ define, example }) => {
  const options = Object.entries(define(example).toJSON().options ?? {}).map(
    ([name, { values }]) => [name, Object.keys(values)] as const,
  );

  it.each(options)("of %s are explained in two ways", (name, values) => {
    const all = values.flatMap((value) => {
      try {
        return [readingsOf(define({ ...example, [name]: value }))];
      } catch {
        return []; // The example's fix times are hours and days, of which none can be carried over.
      }
    });
    const [first = new Map<string, SlaReading>(), ...others] = all;
    for (const other of others) {
      for (const [key, reading] of other) {
        const plain = first.get(key);
        if (plain === undefined || verdictOf(plain) === verdictOf(reading)) continue;
        expect(basisOf(reading), `${name}: ${key}`).not.toEqual(basisOf(plain));
      }
    }
  });
});
