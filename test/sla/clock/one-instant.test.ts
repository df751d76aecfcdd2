import { describe, expect, it } from "vitest";
import { type BulkResult, type HistoryEvent, historyColumns } from "../../../src/index";
import { deskTarget, hours, mon, tue, utc } from "../../reference/desk";

/** Around the clock: severity 1 has 1 hour, 2 has 4 and 3 has 8. Severity 4 has no allowance. */
const target = deskTarget(
  {
    allowance: {
      "1": { hours: 1, calendar: "always" },
      "2": { hours: 4, calendar: "always" },
      "3": { hours: 8, calendar: "always" },
    },
  },
  { severities: ["1", "2", "3", "4"] },
);
const firstOnly = deskTarget(
  { allowance: target.definition.allowance, onReopen: "first-only" },
  { severities: ["1", "2", "3", "4"] },
);

/** What every form says of a history: its status, or the code of its error. */
async function everyForm(fix: typeof target, events: readonly HistoryEvent[], asOf: string) {
  const ticket = "T";
  const outcome = (result: BulkResult | undefined) => result?.error?.code ?? statusOf(result);
  const statusOf = (result: object | undefined) => result && Reflect.get(result, "status");
  const attempt = (act: () => unknown) => {
    try {
      return act();
    } catch (error) {
      return Reflect.get(Object(error), "code");
    }
  };
  const inTime = events
    .filter(({ at }) => Date.parse(String(at)) <= Date.parse(asOf))
    .toSorted((a, b) => Date.parse(String(a.at)) - Date.parse(String(b.at)));
  const streamed: BulkResult[] = [];
  const log = events
    .toSorted((a, b) => Date.parse(String(a.at)) - Date.parse(String(b.at)))
    .map((event) => ({ ticket, ...event }));
  for await (const result of fix.trackStream(log, { asOf })) streamed.push(result);
  const columns = fix.trackMany(historyColumns([{ ticket, events }]), { asOf });
  const { STATUSES } = await import("../../../src/index");
  return {
    track: attempt(() => fix.track(events, { asOf }).status),
    trackMany: outcome([...fix.trackMany([{ ticket, events }], { asOf })][0]),
    columns: columns.errors.get(0)?.code ?? STATUSES[columns.status[0] ?? -1],
    stream: outcome(streamed[0]),
    follow: attempt(() => {
      const clock = fix.follow();
      for (const event of inTime) clock.take(event);
      return clock.read(asOf).status;
    }),
  };
}

const all = (status: string) => ({
  track: status,
  trackMany: status,
  columns: status,
  stream: status,
  follow: status,
});

describe("all events of one instant are one change", () => {
  const state = { at: mon("09:00"), state: "open" };
  const severity = { at: mon("09:00"), severity: "3" };
  const resolved = { at: mon("14:00"), state: "done" };
  const raised = { at: mon("14:00"), severity: "1" };

  it("a ticket starts with the severity of its instant, written before or after its state", async () => {
    for (const events of [[state, severity], [severity, state], [{ ...state, ...severity }]]) {
      expect(utc(target.track(events, { asOf: mon("10:00") }).dueAt)).toBe(mon("17:00"));
      expect(await everyForm(target, events, mon("10:00"))).toEqual(all("running"));
    }
  });

  // 5 h have been used of the 8 h of severity 3; of the 1 h of severity 1 they are too many.
  it.each([
    ["in one row", [{ ...resolved, ...raised }]],
    ["in two rows, the severity first", [raised, resolved]],
    ["in two rows, the state first", [resolved, raised]],
  ])("a severity given at the instant of the stop holds for the verdict, %s", async (_, end) => {
    const events = [{ ...state, severity: "3" }, ...end];
    expect(await everyForm(target, events, tue("00:00"))).toEqual(all("breached"));
    const reading = target.track(events, { asOf: tue("00:00") });
    expect(utc(reading.breachedAt)).toBe(mon("14:00"));
    expect(reading.severity).toBe("1");
    expect(reading.irregularities.map(({ kind }) => kind)).toEqual([
      "severity-jumped",
      "breached-by-severity-change",
      "graded-as-stopped",
    ]);
  });

  it("the last of several severities holds, and those before it have never been", async () => {
    const back = [raised, { at: mon("14:00"), severity: "3" }];
    const events = [{ ...state, severity: "3" }, ...back];
    expect(await everyForm(target, events, mon("16:00"))).toEqual(all("running"));
    const reading = target.track(events, { asOf: mon("16:00") });
    expect([reading.breached, hours(reading.elapsed)]).toEqual([false, 7]);
    expect(reading.irregularities).toEqual([]);
  });

  it("its states are taken in turn, by the severity that holds for all of them", async () => {
    // Stopped and re-opened at once: the 5 h stay used, and severity 2 has 4 h.
    const events = [
      { ...state, severity: "3" },
      resolved,
      { at: mon("14:00"), state: "open" },
      { at: mon("14:00"), severity: "2" },
    ];
    expect(await everyForm(target, events, mon("15:00"))).toEqual(all("breached"));
    const reading = target.track(events, { asOf: mon("15:00") });
    expect([reading.reopenings, utc(reading.breachedAt)]).toEqual([1, mon("14:00")]);
  });
});

describe("an event that is not looked at may hold anything", () => {
  const started = { at: mon("09:00"), state: "open", severity: "2" };
  const done = { at: mon("10:00"), state: "done" };
  const odd: readonly (readonly [string, HistoryEvent])[] = [
    ["an unknown state", { at: mon("12:00"), state: "lost" }],
    ["an unknown severity", { at: mon("12:00"), severity: "9" }],
    ["a severity without an allowance", { at: mon("12:00"), severity: "4" }],
  ];

  it.each(odd)("%s after asOf", async (_, event) => {
    expect(await everyForm(target, [started, event], mon("11:00"))).toEqual(all("running"));
    expect(await everyForm(target, [event, started], mon("11:00"))).toEqual(all("running"));
  });

  it.each(odd)("%s after a stop for good", async (_, event) => {
    const events = [started, done, event];
    expect(await everyForm(firstOnly, events, tue("00:00"))).toEqual(all("met"));
  });

  it.each(odd)("%s after a cancellation", async (_, event) => {
    const events = [started, { at: mon("10:00"), state: "void" }, event];
    expect(await everyForm(target, events, tue("00:00"))).toEqual(all("cancelled"));
  });

  it.each(odd)("but not %s after a stop that a re-opening may follow", async (_, event) => {
    const forms = await everyForm(target, [started, done, event], tue("00:00"));
    const [code] = new Set(Object.values(forms));
    expect(forms).toEqual(all(String(code)));
    expect(code).toMatch(/^(state-unknown|severity-unknown|severity-without-allowance)$/);
  });

  it("a severity at the instant of a stop for good is looked at", async () => {
    const events = [started, done, { at: mon("10:00"), severity: "9" }];
    expect(await everyForm(firstOnly, events, tue("00:00"))).toEqual(all("severity-unknown"));
  });
});
