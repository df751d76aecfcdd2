import { describe, expect, it } from "vitest";
import {
  bankHolidays,
  DefinitionError,
  defineSla,
  type GpsocOptions,
  gpsoc,
} from "../../src/index";
import { desk, supplier, support } from "./gpsoc-desk";
import { london } from "./nhsmail-desk";

/** What is thrown for options, as a program without types may give them. */
function refused(options: unknown): DefinitionError {
  try {
    gpsoc(options as GpsocOptions);
  } catch (error) {
    if (error instanceof DefinitionError) return error;
    throw error;
  }
  throw new Error("The options were taken.");
}

const paths = (options: unknown) => refused(options).problems.map(({ path }) => path);

describe("GP-02: the fix times have no default", () => {
  it.each([
    ["no options at all", undefined],
    ["no fix times", {}],
    ["fix times of null", { fixTimes: null }],
    ["fix times by no severity", { fixTimes: {} }],
    ["fix times of neither severity 1 nor 2", { fixTimes: { P1: { hours: 4, calendar: "x" } } }],
    ["one fix time for all", { fixTimes: { hours: 4, calendar: "support" } }],
  ])("%s: says why, and where they are found", (_, options) => {
    const { problems } = refused(options);
    expect(problems.map(({ path }) => path)).toEqual([["fixTimes"]]);
    expect(problems[0]?.message).toContain("names the fix times of the supplier's SLA without");
    expect(problems[0]?.message).toContain("no default");
    expect(problems[0]?.message).toContain("take yours from your supplier's SLA");
  });

  it("are allowances on calendars that are given", () => {
    const fixTimes = { "1": { hours: 4, calendar: "support" } };
    expect(paths({ fixTimes })).toEqual([["targets", "fix", "allowance", "1", "calendar"]]);
    expect(paths({ ...supplier, fixTimes: { "1": { hours: -4, calendar: "support" } } })).toEqual([
      ["targets", "fix", "allowance", "1", "hours"],
    ]);
  });

  it("carry nothing over from hours to days", () => {
    expect(refused({ ...supplier, severityChange: "carry-elapsed" }).message).toMatch(
      /time used cannot be carried from hours to days/,
    );
  });
});

describe("the other options", () => {
  it.each([
    ["half a day", { verificationDays: 1.5 }, ["verificationDays"]],
    ["no days", { verificationDays: 0 }, ["verificationDays"]],
    ["days in words", { verificationDays: "45" }, ["verificationDays"]],
    ["calendars in a list", { calendars: [support] }, ["calendars"]],
    [
      "working days other than the policy's",
      { calendars: { support, workingDays: support } },
      ["calendars", "workingDays"],
    ],
    ["an unknown division", { division: "wales" }, ["division"]],
    ["an unknown reading", { verification: "days" }, ["verification"]],
    ["an unknown option", { verificationdays: "45" }, ["verificationdays"]],
  ])("%s is refused", (_, options, path) => {
    expect(paths({ ...supplier, ...options })).toContainEqual(path);
  });

  it("each has a documented default", () => {
    expect(desk().chosen).toEqual({
      division: "england-and-wales",
      acknowledgement: "end-of-day",
      verification: "calendar-days",
      verificationEnd: "same-time",
      severityChange: "retroactive",
    } satisfies Partial<GpsocOptions>);
  });

  it("the policy's JSON makes it again, whatever was chosen and given", () => {
    const sla = desk({ verification: "working-days", verificationDays: 10, division: "scotland" });
    const again = defineSla(sla.toJSON());
    expect(again.chosen).toEqual(sla.chosen);
    expect(again.clauses).toEqual(sla.clauses);
    expect(again.toJSON()).toEqual(sla.toJSON());
  });

  it("bank holidays can be newer than those shipped", () => {
    const shipped = bankHolidays("england-and-wales");
    const extra = { date: "2026-11-23", title: "Jubilee", notes: "", status: "published" } as const;
    const newer = { ...shipped, events: [...shipped.events, extra] };
    // Received on a Friday; Monday is a holiday, and Tuesday day 1.
    const { escalationAcknowledgement } = desk({ bankHolidays: [newer] }).targets;
    const due = escalationAcknowledgement.due("2026-11-20T20:00Z");
    expect(london(due)).toBe("Wed 2026-11-25 00:00 +00:00");
  });
});
