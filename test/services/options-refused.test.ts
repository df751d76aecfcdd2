import { describe, expect, it } from "vitest";
import { gpsoc, nhsEnglandLevel, nhsmail, severityOf } from "../../src/index";
import { refusal, untyped } from "../reference/refusals";

/** What is thrown for options, as a program without types may give them. */
const message = (make: (options: never) => unknown, options: unknown) =>
  refusal(untyped(make, options)).message;

const NO_DEFAULT =
  'expected the fix times by severity, such as { "1": { "hours": 4, "calendar": "support" } }. The GPSoC document names the fix times of the supplier\'s SLA without numbers (GP-02), and there is no default; take yours from your supplier\'s SLA';

describe("the options of gpsoc", () => {
  it.each<[string, unknown, string]>([
    ["a number", 5, "(the whole): 5 given; expected options, with fixTimes"],
    ["fix times of no severity", { fixTimes: {} }, `fixTimes: {} given; ${NO_DEFAULT}`],
    ["fix times that are a number", { fixTimes: 4 }, `fixTimes: 4 given; ${NO_DEFAULT}`],
    [
      "calendars that are a number",
      { calendars: 5 },
      "calendars: 5 given; expected calendars by name",
    ],
    [
      "a calendar by a name that the policy has",
      { calendars: { workingDays: 5 } },
      "calendars.workingDays: 5 given; expected another name; the policy has working days of its own",
    ],
    [
      "half a day",
      { verificationDays: 1.5 },
      "verificationDays: 1.5 given; expected a whole number of days",
    ],
    ["no day", { verificationDays: 0 }, "verificationDays: 0 given; expected one day or more"],
  ])("refuse %s in one line", (_, options, line) => {
    expect(message(gpsoc, options)).toBe(`The options of gpsoc has 1 problem:\n  ${line}`);
  });

  it("take fix times of severity 1 or of severity 2 alone", () => {
    const hours = (severity: string) =>
      gpsoc({
        fixTimes: { [severity]: { hours: 4, calendar: "workingDays" } },
      }).targets.fix.promises.map((each) => each.severity);
    expect([hours("1"), hours("2")]).toEqual([["1"], ["2"]]);
  });

  it("may add a calendar without fix times", () => {
    const support = { timeZone: "Europe/London", hours: { daily: ["08:00-18:00"] } };
    const sla = gpsoc({ calendars: { support } });
    expect(sla.calendars["support"]?.hoursOn("2026-11-21")).toEqual(["08:00-18:00"]);
    expect(Object.keys(gpsoc().calendars)).not.toContain("support");
  });
});

describe("the options of nhsmail", () => {
  it.each<[string, unknown, string]>([
    [
      "a calendar that the policy lacks",
      { resolutionTimes: { "1": { hours: 4, calendar: "night" } } },
      'resolutionTimes["1"].calendar: "night" given; expected a calendar of the policy',
    ],
    [
      "a calendar that is a number, once",
      { resolutionTimes: { "1": { hours: 4, calendar: 5 } } },
      'resolutionTimes["1"].calendar: 5 given; expected the name of a calendar of the policy',
    ],
    [
      "a data set that is a number",
      { minimumDataSet: 5 },
      "minimumDataSet: 5 given; expected a list of the fields in words",
    ],
  ])("refuse %s", (_, options, line) => {
    expect(message(nhsmail, options)).toContain(`The options of nhsmail has 1 problem:\n  ${line}`);
  });
});

describe("a level of NHS England that has no hours", () => {
  it("is refused with those that have", () => {
    const error = refusal(untyped(nhsEnglandLevel, "platinum-plus"));
    const levels = ["bronze", "silver", "silver-plus", "gold", "platinum"];
    expect(error.code).toBe("level-unknown");
    expect(error.message).toBe(
      `"platinum-plus" is not a service level whose hours are known; give one of ${levels.join(", ")}.`,
    );
    expect(error.data).toEqual({ given: '"platinum-plus"', levels });
  });
});

describe("what is not a grade", () => {
  it.each([
    ["impact", 6, 1],
    ["urgency", 1, 0],
  ] as const)("of %s is named", (what, impact, urgency) => {
    const error = refusal(() => severityOf(impact as never, urgency as never));
    const given = String(what === "impact" ? impact : urgency);
    expect(error.code).toBe("grade-invalid");
    expect(error.message).toBe(
      `${given} is not a grade of ${what}; give a whole number from 1, the highest, to 5.`,
    );
    expect(error.data).toEqual({ what, given });
  });
});
