import { DateTime, Settings } from "luxon";
import { afterEach, describe, expect, it } from "vitest";
import {
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
import { refusal } from "../../reference/refusals";
import { holds, targetOf } from "../../reference/scenes";

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
