import { DateTime, Settings } from "luxon";
import { afterEach, describe, expect, it } from "vitest";
import {
  DefinitionError,
  defineSla,
  explain,
  nhsLogin,
  nhsmail,
  readingFromJSON,
  type SlaReading,
  summary,
  toJiraSla,
  toServiceNowTaskSla,
} from "../../../src/index";
import { scene } from "../../reference/histories";
import { nameOf, type Path, pathsIn, valueAt, withValue } from "../../reference/json-paths";
import { refusal } from "../../reference/refusals";
import { holds, targetOf } from "../../reference/scenes";
import { reopened, waiting } from "./full-readings";

const through = (reading: SlaReading) => readingFromJSON(JSON.parse(JSON.stringify(reading)));

/** Everything that a reading can be asked, as text. */
const asked = (reading: SlaReading) => ({
  json: JSON.stringify(reading),
  text: explain(reading),
  jira: toJiraSla(reading),
  serviceNow: toServiceNowTaskSla(reading),
  summary: JSON.stringify(summary(reading)),
});

const HISTORY = [
  { at: "2026-11-20T17:00:00Z", state: "new" },
  { at: "2026-11-23T09:00:00Z", state: "awaiting-user-info" },
];

describe("a reading that has been through JSON", () => {
  it("says what it said before: paused, with a rule, across a weekend", () => {
    const reading = nhsmail().targets.incidentResolution.track(HISTORY, {
      asOf: "2026-11-23T12:30:00Z",
      ticket: "NM-1",
    });
    const back = through(reading);
    expect(asked(back)).toEqual(asked(reading));
    expect(DateTime.isDateTime(back.asOf)).toBe(true);
    expect([back.asOf.zoneName, back.asOf.toMillis()]).toEqual([
      "Europe/London",
      Date.parse("2026-11-23T12:30:00Z"),
    ]);
    expect([
      Object.isFrozen(back),
      Object.isFrozen(back.segments),
      Object.isFrozen(back.rule),
    ]).toEqual([true, true, true]);
  });

  it.each([
    ["pending", []],
    ["running", [{ at: "2026-11-20T17:00:00Z", state: "new", severity: "1" }]],
    [
      "met",
      [
        { at: "2026-11-20T17:00:00Z", state: "new", severity: "1" },
        { at: "2026-11-20T17:30:00Z", state: "resolved" },
      ],
    ],
    [
      "cancelled",
      [
        { at: "2026-11-20T17:00:00Z", state: "new", severity: "1" },
        { at: "2026-11-20T17:30:00Z", state: "cancelled" },
      ],
    ],
  ])("says what it said before: %s", (status, history) => {
    const { incidentResolution } = nhsLogin().targets;
    const reading = incidentResolution.track(history, { asOf: "2026-11-20T17:45:00Z" });
    expect(reading.status).toBe(status);
    expect(asked(through(reading))).toEqual(asked(reading));
  });

  it("says what it said before, whatever happened to the ticket", () => {
    holds(scene, (scene) => {
      for (const asOf of scene.asOf) {
        const reading = targetOf(scene).track(scene.events, { ...scene.call, asOf });
        expect(asked(through(reading))).toEqual(asked(reading));
      }
    });
  });

  it("counts days as days", () => {
    const { reply } = defineSla({
      id: "desk",
      timeZone: "Europe/London",
      targets: { reply: { allowance: { calendarDays: 1 }, runs: ["open"], stops: ["done"] } },
    }).targets;
    const reading = reply.track([{ at: 0, state: "open" }], { asOf: "1970-01-04T12:00:00Z" });
    const back = through(reading);
    expect([back.elapsed.days, back.overrun.days, back.allowance?.toISO()]).toEqual([3, 2, "P1D"]);
    expect(asked(back)).toEqual(asked(reading));
  });

  it("keeps a cycle in hours beside one in days", () => {
    const { fix } = defineSla({
      id: "desk",
      timeZone: "Europe/London",
      calendars: { always: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } } },
      severities: ["1", "2"],
      targets: {
        fix: {
          allowance: { "1": { hours: 2, calendar: "always" }, "2": { weeks: 1 } },
          runs: ["open"],
          stops: ["done"],
          onReopen: "new-cycle",
          onSeverityChange: "restart",
        },
      },
    }).targets;
    const history = [
      { at: "2026-01-05T09:00:00Z", state: "open", severity: "1" },
      { at: "2026-01-05T10:00:00Z", state: "done" },
      { at: "2026-01-05T12:00:00Z", state: "open", severity: "2" },
    ];
    const reading = fix.track(history, { asOf: "2026-01-05T13:00:00Z" });
    const [first, second] = through(reading).cycles;
    expect([first?.allowanceMs, first?.elapsedMs]).toEqual([7_200_000, 3_600_000]);
    expect([second?.allowance?.days, second?.elapsedMs]).toEqual([7, null]);
    expect(JSON.stringify(through(reading))).toBe(JSON.stringify(reading));
  });
});

describe("what is not a reading", () => {
  const json = () => {
    const reading = nhsmail().targets.incidentResolution.track(HISTORY, {
      asOf: "2026-11-23T12:30:00Z",
    });
    return JSON.parse(JSON.stringify(reading)) as Record<string, unknown>;
  };

  it.each<[string, object, string]>([
    ["an invalid instant", { asOf: "yesterday" }, 'asOf: "yesterday" given; expected an instant'],
    ["an instant without an offset", { startedAt: "2026-11-20T17:00" }, "startedAt: "],
    [
      "an invalid length",
      { elapsed: "three hours" },
      'elapsed: "three hours" given; expected a length',
    ],
    ["an unknown status", { status: "late" }, 'status: "late" given; expected one of "pending"'],
    [
      "an unknown zone",
      { timeZone: "Mars/Base" },
      'timeZone: "Mars/Base" given; expected an IANA zone',
    ],
    ["segments that are text", { segments: "many" }, 'segments: "many" given; expected a list'],
    [
      "a segment without an end",
      { segments: [{ from: "2026-11-20T17:00:00Z" }] },
      "segments[0].to: missing",
    ],
    [
      "a percentage that is text",
      { percentElapsed: "12" },
      'percentElapsed: "12" given; expected a number',
    ],
  ])("is refused with its place: %s", (_, change, message) => {
    const error = refusal(() => readingFromJSON({ ...json(), ...change }));
    expect(error.code).toBe("definition-invalid");
    expect(error.message).toContain(message);
  });

  it.each([null, 5, "text", [], {}, undefined])("is refused whatever it is: %j", (given) => {
    expect(refusal(() => readingFromJSON(given)).code).toBe("definition-invalid");
  });
});

describe("every part of a reading's JSON", () => {
  /** The two readings as JSON, with the path of each of their parts but for the numbers beside instants. */
  const parts = [waiting, reopened].flatMap((reading) => {
    const json: unknown = JSON.parse(JSON.stringify(reading));
    return pathsIn(json)
      .filter((path) => !String(path.at(-1)).endsWith("Ms"))
      .map((path) => ({ json, path }));
  });
  const problemsOf = (json: unknown): readonly Path[] => {
    try {
      readingFromJSON(json);
    } catch (error) {
      if (error instanceof DefinitionError) return error.problems.map(({ path }) => path);
      throw error;
    }
    return [];
  };

  it("may not be of another kind, and may not be missing", () => {
    expect(parts.length).toBeGreaterThan(200);
    for (const { json, path } of parts) {
      const other = typeof valueAt(json, path) === "boolean" ? "yes" : false;
      expect(problemsOf(withValue(json, path, other))).toEqual([path]);
      // Fields and lists may have any number of items.
      const isItem = typeof path.at(-1) === "number" || path.includes("fields");
      if (!isItem) expect(problemsOf(withValue(json, path, undefined))).toEqual([path]);
    }
  });

  it("may be null if nobody knows it, or a ticket need not have it", () => {
    // What SlaReading and its parts say may be null.
    const MAY_BE_NULL = [
      ...["ticket", "clause", "rule", "severity", "pause", "nextChange", "agreedDate"],
      ...["startedAt", "originalDueAt", "dueAt", "projectedDueAt", "countedFrom", "pushedDueAt"],
      ...["breachedAt", "stoppedAt", "allowance", "remaining", "percentElapsed", "pause.dueAt"],
      ...["rule.reading", "rule.notActedOn", "furtherRules.reading", "furtherRules.notActedOn"],
      ...["breaches.severity", "breaches.takenBackAt", "nextChange.share", "warnings.at"],
      ...["escalations.title", "escalations.share", "escalations.at"],
      ...["irregularities.state", "irregularities.severity"],
      ...["cycles.severity", "cycles.originalDueAt", "cycles.dueAt", "cycles.breachedAt"],
      ...["cycles.stoppedAt", "cycles.allowance", "cycles.remaining"],
      ...["segments.state", "segments.severity", "segments.title"],
    ];
    for (const { json, path } of parts) {
      const wrong = MAY_BE_NULL.includes(nameOf(path)) ? [] : [path];
      expect(problemsOf(withValue(json, path, null))).toEqual(wrong);
    }
  });

  it.each<[string, number, readonly number[]]>([
    ["percentElapsed", 0, [-1]],
    ["reopenings", 0, [-1, 0.5]],
    ["segments.0.cycle", 0, [-1, 0.5]],
    ["warnings.0.share", 0.001, [0, -1]],
    ["escalations.0.share", 1.5, [0, -1]],
    ["nextChange.share", 0.001, [0, -1]],
  ])("is a number that it could be: %s", (name, least, wrong) => {
    const path = name.split(".").map((key) => (key === "0" ? 0 : key));
    const json: unknown = JSON.parse(JSON.stringify(waiting));
    expect(problemsOf(withValue(json, path, least))).toEqual([]);
    for (const each of wrong) expect(problemsOf(withValue(json, path, each))).toEqual([path]);
  });

  it("is one of the words that it could be", () => {
    const json: unknown = JSON.parse(JSON.stringify(waiting));
    for (const kind of ["warning", "escalation", "breach", "pause-limit"])
      expect(problemsOf(withValue(json, ["nextChange", "kind"], kind))).toEqual([]);
    for (const path of [
      ["nextChange", "kind"],
      ["segments", 0, "why"],
      ["irregularities", 0, "kind"],
      ["cycles", 0, "status"],
    ]) {
      expect(problemsOf(withValue(json, path, "late"))).toEqual([path]);
    }
  });

  it("may name the escalation that comes next, in text", () => {
    const json: unknown = JSON.parse(JSON.stringify(waiting));
    const named = (id: unknown) => problemsOf(withValue(json, ["nextChange", "id"], id));
    expect(named("manager")).toEqual([]);
    expect(named(5)).toEqual([["nextChange", "id"]]);
  });

  it("is told what it should be", () => {
    const told = (json: unknown) => refusal(() => readingFromJSON(json)).message;
    expect(told("text")).toBe(
      'The reading has 1 problem:\n  (the whole): "text" given; expected a reading that has been through JSON',
    );
    const json = { ...JSON.parse(JSON.stringify(waiting)), asOf: "noon", elapsed: "1 h" };
    expect(told(json)).toBe(
      'The reading has 2 problems:\n  asOf: "noon" given; expected an instant such as "2026-11-20T16:30:00Z"\n  elapsed: "1 h" given; expected a length such as "PT1800S" or "P2D"',
    );
  });
});

describe("the text of a length", () => {
  const elapsed = (text: string) =>
    readingFromJSON({ ...JSON.parse(JSON.stringify(reopened)), elapsed: text }).elapsed;

  it.each([
    ["PT5S", 5_000],
    ["PT-30S", -30_000],
    ["PT0.25S", 250],
    ["PT12.5M", 750_000],
    ["PT1H30M", 5_400_000],
    ["-PT90M", -5_400_000],
  ])("%s", (text, ms) => {
    expect(elapsed(text).toMillis()).toBe(ms);
  });

  it.each([
    ...["", "P", "PT", "PT5", "PT.5S", "PT5.S", "P2W", "P1.5D", "P2DT3H", "P2D ", " P2D"],
    ...["PT5S.", "xPT5S", "--PT5S", "T5S", "PTS", "PT5X"],
  ])("refuses %j", (text) => {
    expect(refusal(() => elapsed(text)).code).toBe("definition-invalid");
  });

  it("of days is a number of days, but for the wall clock", () => {
    const json = JSON.parse(JSON.stringify(reopened));
    const days = { allowance: "P2D", elapsed: "PT0S", overrun: "PT0S", wallElapsed: "PT24H" };
    const inDays = readingFromJSON({ ...json, ...days, cycles: [] });
    expect([inDays.elapsed.toObject(), inDays.allowance?.toObject()]).toEqual([
      { days: 0 },
      { days: 2 },
    ]);
    expect([inDays.elapsedMs, inDays.wallElapsedMs]).toEqual([null, 86_400_000]);
    const elapsed = (change: object) =>
      readingFromJSON({ ...json, cycles: [], ...change }).elapsed.toObject();
    const nothing = { allowance: "PT0S", elapsed: "PT0S", overrun: "PT0S" };
    // Without an allowance, and with one of nothing, other lengths tell; of no time at all, the number does.
    expect(elapsed({ ...nothing, allowance: null, elapsed: "P1D" })).toEqual({ days: 1 });
    expect(elapsed({ ...nothing, overrun: "P1D" })).toEqual({ days: 0 });
    expect(elapsed({ ...nothing, elapsedMs: null })).toEqual({ days: 0 });
    expect(elapsed({ ...nothing, elapsedMs: 0 })).toEqual({ milliseconds: 0 });
    expect(elapsed({ ...nothing, allowance: null, elapsedMs: null })).toEqual({ days: 0 });
  });
});

describe("what an application has set for all of Luxon", () => {
  afterEach(() => {
    Settings.defaultNumberingSystem = null as never; // Luxon's own default, which its types leave out.
    Settings.defaultOutputCalendar = null as never; // Likewise.
    Settings.defaultLocale = "en-GB";
  });

  it("changes nothing of what is printed or handed on", () => {
    const read = () =>
      asked(nhsmail().targets.incidentResolution.track(HISTORY, { asOf: "2026-11-23T12:30:00Z" }));
    const before = read();
    Settings.defaultNumberingSystem = "arab";
    Settings.defaultOutputCalendar = "buddhist";
    Settings.defaultLocale = "fr-FR";
    const { text, jira, serviceNow } = read();
    expect({ text, jira, serviceNow }).toEqual({
      text: before.text,
      jira: before.jira,
      serviceNow: before.serviceNow,
    });
  });
});
