import { describe, expect, it } from "vitest";
import { gpsoc, nhsLogin, nhsmail, SERVICES, type Target } from "../../src";
import { desk } from "./gpsoc-desk";

const london = (at: { toFormat(format: string): string } | null | undefined) =>
  at?.toFormat("ccc yyyy-MM-dd HH:mm") ?? null;

/** Every target of every service, with options that give each an answer. */
const TARGETS = SERVICES.flatMap(({ id, define, example }) =>
  Object.values(define(example).targets).map((target) => [`${id} ${target.id}`, target] as const),
);

/** A history in which the clock of a target starts, stops and starts again, an hour apart. */
function again({ definition, severities, promises }: Target) {
  const [first] = promises;
  const severity = severities === null ? first?.severity : [...severities][0];
  const states = [definition.runs[0], definition.stops[0], definition.runs[0]];
  return states.map((state, i) => ({
    at: `2026-11-16T1${i}:00:00Z`,
    ...(state === undefined ? {} : { state }),
    ...(severity == null || i > 0 ? {} : { severity }),
  }));
}

describe("what happens again", () => {
  const isIncident = (name: string) =>
    / (?:incidentResolution|fix|problemFix|serviceRequest)$/.test(name);

  it.each(TARGETS.filter(([name]) => !isIncident(name)))(
    "begins the clock of %s anew, and the first verdict stands",
    (_, target) => {
      const reading = target.track(again(target), { asOf: "2026-11-16T12:00:00Z" });
      expect(reading.cycles).toHaveLength(2);
      expect(reading.startedAt?.toUTC().toFormat("HH:mm")).toBe("12:00");
    },
  );

  it.each(TARGETS.filter(([name]) => isIncident(name)))(
    "goes on with the clock of %s",
    (_, target) => {
      const reading = target.track(again(target), { asOf: "2026-11-16T12:00:00Z" });
      expect([reading.cycles.length, reading.reopenings]).toEqual([1, 1]);
      expect(reading.startedAt?.toUTC().toFormat("HH:mm")).toBe("10:00");
    },
  );
});

describe("a closure", () => {
  it.each([
    ["nhsmail incidentResolution", nhsmail().targets.incidentResolution],
    ["nhs-login incidentResolution", nhsLogin().targets.incidentResolution],
    ["gpsoc fix", desk().targets.fix],
  ])("stops the clock of %s although no resolution came before it", (_, target) => {
    const history = [
      {
        at: "2026-11-16T10:00:00Z",
        state: "new",
        severity: target.id === "fix" || target.severities ? "1" : undefined,
      },
      { at: "2026-11-16T11:00:00Z", state: "closed" },
    ];
    const reading = target.track(history, { asOf: "2026-12-16T11:00:00Z" });
    expect([reading.status, reading.elapsed.as("hours")]).toEqual(["met", 1]);
  });
});

describe("an agreed date", () => {
  const follows: Readonly<Record<string, boolean>> = {
    "nhs-login incidentResolution": false,
    "nhs-login problemFix": true,
    "nhs-login serviceRequest": false,
    "nhs-login hssiNotification": false,
    "nhs-login multiPartyIntervention": false,
    "nhs-login enquiryResponse": true,
    "gpsoc fix": false,
    "gpsoc escalationAcknowledgement": false,
    "gpsoc initialFeedback": true,
  };

  it.each(TARGETS.filter(([name]) => name in follows))(
    "moves %s only if its document says so",
    (name, target) => {
      const [begun = { at: "" }] = again(target);
      const agreed = { at: "2026-11-16T10:05:00Z", dueAt: "2026-11-25T17:00:00Z" };
      const reading = target.track([begun, agreed], { asOf: "2026-11-16T10:06:00Z" });
      expect(london(reading.dueAt) === "Wed 2026-11-25 17:00").toBe(follows[name]);
    },
  );
});

describe("warnings, at 75 and 90 % of the time", () => {
  it("of an incident of NHSmail", () => {
    // From Monday 09:00: 13 h, 15 h (28), 8 h of Wednesday make 36 of 48. 43.2 are 15 h of Wednesday and
    // 0.2 of Thursday.
    const history = [{ at: "2026-11-16T09:00:00Z", state: "new" }];
    const { warnings } = nhsmail().targets.incidentResolution.track(history, {
      asOf: "2026-11-16T10:00:00Z",
    });
    const due = ["Wed 2026-11-18 15:00", "Thu 2026-11-19 07:12"];
    expect(warnings.map(({ at }) => london(at))).toEqual(due);
  });

  it("of an incident of NHS login", () => {
    // 3 and 3.6 of 4 hours.
    const history = [{ at: "2026-11-16T09:00:00Z", state: "new", severity: "1" }] as const;
    const { warnings } = nhsLogin().targets.incidentResolution.track(history, {
      asOf: "2026-11-16T10:00:00Z",
    });
    const due = ["Mon 2026-11-16 12:00", "Mon 2026-11-16 12:36"];
    expect(warnings.map(({ at }) => london(at))).toEqual(due);
  });

  it("of a problem of NHS login, as whole days are used", () => {
    // 22.5 of 30 days are used with the 23rd, 23 December, and 27 with New Year's Eve.
    const history = [
      { at: "2026-11-20T10:00:00Z", state: "problem-recorded", severity: "1" },
    ] as const;
    const { warnings } = nhsLogin().targets.problemFix.track(history, {
      asOf: "2026-11-21T10:00:00Z",
    });
    const due = ["Thu 2026-12-24 00:00", "Fri 2027-01-01 00:00"];
    expect(warnings.map(({ at }) => london(at))).toEqual(due);
  });

  it("of nothing in GPSoC, whose document names no share", () => {
    for (const { definition } of Object.values(gpsoc().targets)) {
      expect(definition.warnAt).toBeUndefined();
    }
  });
});
