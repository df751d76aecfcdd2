import { describe, expect, it } from "vitest";
import {
  bankHolidays,
  DefinitionError,
  defineSla,
  type GpsocOptions,
  gpsoc,
  HistoryError,
} from "../../src/index";
import { desk, type Events, fix, supplier, support } from "./gpsoc-desk";
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

  it.each([
    ["no options", undefined],
    ["empty options", {}],
    ["a calendar without fix times", { calendars: { support } }],
  ])("without them everything else works: %s", (_, options) => {
    const sla = gpsoc(options);
    const ack = sla.targets.escalationAcknowledgement.due("2026-11-20T20:00Z");
    expect(london(ack)).toBe("Tue 2026-11-24 00:00 +00:00");
    const facts = { supplierProcessFollowed: true, satisfactoryOutcome: false };
    expect(sla.eligibility.escalation({ facts }).eligible).toBe(true);
    expect(defineSla(sla.toJSON()).toJSON()).toEqual(sla.toJSON());
  });

  it("what needs them says so when it is asked", () => {
    const { fix } = gpsoc().targets;
    const says = /names the fix times of the supplier's SLA without numbers \(GP-02\); give yours/;
    const asOf = "2026-11-20T20:00Z";
    expect(() => fix.due(asOf, { severity: "1" })).toThrow(says);
    expect(() => fix.due(asOf)).toThrow(says);
    const history = [{ at: "2026-11-20T10:00Z", state: "new", severity: "1" }];
    expect(() => fix.track(history, { asOf })).toThrow(HistoryError);
    expect(() => fix.track(history, { asOf })).toThrow(says);
    const [result] = fix.trackMany([{ ticket: "GP-1", events: history }], { asOf });
    expect(result?.error?.message).toMatch(says);
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
      reopened: "resume",
      pauses: "none",
      trackerUpdates: "rolling",
    } satisfies Partial<GpsocOptions>);
  });

  it.each<[NonNullable<GpsocOptions["reopened"]>, string, string]>([
    // 2 h are used when it is resolved: 2 h from 09:00 on Tuesday.
    ["resume", "running", "Tue 2026-11-17 11:00 +00:00"],
    // 4 h from Monday 09:00, stopped or not.
    ["continue", "breached", "Mon 2026-11-16 13:00 +00:00"],
    // 4 h from Tuesday 09:00.
    ["restart", "running", "Tue 2026-11-17 13:00 +00:00"],
    ["new-cycle", "running", "Tue 2026-11-17 13:00 +00:00"],
  ])("a re-opening, read as %s", (reopened, status, due) => {
    const events: Events = [
      ["2026-11-16T09:00Z", "new", "1"],
      ["2026-11-16T11:00Z", "resolved"],
      ["2026-11-17T09:00Z", "reopened"],
    ];
    const reading = fix(events, "2026-11-17T09:30Z", { reopened });
    expect([reading.status, london(reading.dueAt)]).toEqual([status, due]);
    expect(desk({ reopened }).clauses["GP-02"]?.reading).toMatch(/does not say what a re-opening/);
  });

  it.each<[NonNullable<GpsocOptions["pauses"]>, string]>([
    ["none", "Mon 2026-11-16 13:00 +00:00"],
    // An hour of waiting does not count.
    ["awaiting-information", "Mon 2026-11-16 14:00 +00:00"],
  ])("an hour of waiting for information, read as %s", (pauses, due) => {
    const events: Events = [
      ["2026-11-16T09:00Z", "new", "1"],
      ["2026-11-16T10:00Z", "awaiting-information"],
      ["2026-11-16T11:00Z", "in-progress"],
    ];
    expect(london(fix(events, "2026-11-16T11:30Z", { pauses }).dueAt)).toBe(due);
    expect(desk({ pauses }).clauses["GP-02"]?.reading).toMatch(/states no pause/);
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
