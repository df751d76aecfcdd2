import { describe, expect, it } from "vitest";
import { defineSla, type TargetDefinition } from "../../../src/index";
import {
  type AllowanceDefinition,
  allowanceInWords,
  allowanceSchemaFor,
} from "../../../src/sla/allowance/definition";
import { always, office } from "../../reference/desk";
import { refusal } from "../../reference/refusals";

const fixOf = (allowance: TargetDefinition["allowance"], more: Partial<TargetDefinition> = {}) =>
  defineSla({
    id: "desk",
    timeZone: "UTC",
    calendars: { office, always },
    targets: { fix: { allowance, runs: ["open"], stops: ["done"], ...more } },
  }).targets.fix;

const minute = "yyyy-MM-dd'T'HH:mm";

describe("an allowance of no days", () => {
  it.each([
    // Received on Friday 20 November 2026, day 0, at 10:00 or at 18:00.
    ["end-of-day", "10:00", "2026-11-21T00:00"],
    ["close", "10:00", "2026-11-20T17:00"],
    ["same-time", "10:00", "2026-11-20T10:00"],
    // The moment is past, so it is due at once.
    ["close", "18:00", "2026-11-20T18:00"],
    [{ at: "16:00" }, "18:00", "2026-11-20T18:00"],
    [{ at: "16:00" }, "10:00", "2026-11-20T16:00"],
  ] as const)("that is up at %j, received at %s, is due at %s", (due, time, expected) => {
    const fix = fixOf({ workingDays: 0, calendar: "office", due });
    expect(fix.due(`2026-11-20T${time}:00Z`).toFormat(minute)).toBe(expected);
  });

  it("counts nothing, on day 0 or later, and is up", () => {
    const fix = fixOf({ calendarDays: 0, due: "end-of-day" });
    const { segments, status } = fix.track([{ at: "2026-11-20T10:00:00Z", state: "open" }], {
      asOf: "2026-11-21T01:00:00Z",
    });
    expect(segments.map(({ why, counted }) => [why, counted.days])).toEqual([
      ["day-zero", 0],
      ["day-not-over", 0],
    ]);
    expect(status).toBe("breached");
  });
});

describe("an allowance after a cutoff", () => {
  const reading = (at: string, asOf: string) =>
    fixOf({ hours: 2, calendar: "office", cutoff: "16:00" }).track([{ at, state: "open" }], {
      asOf,
    });

  it("says until when nothing counts, and then what does", () => {
    // Friday 16:30 is after the cutoff, so it counts from Monday 09:00.
    const { segments, dueAt } = reading("2026-11-20T16:30:00Z", "2026-11-23T10:00:00Z");
    expect(segments.map(({ why, to }) => [why, to.toFormat(minute)])).toEqual([
      ["after-cutoff", "2026-11-23T09:00"],
      ["counted", "2026-11-23T10:00"],
    ]);
    expect(dueAt?.toFormat(minute)).toBe("2026-11-23T11:00");
  });

  it("says so of a ticket that is read before it counts, or as it begins to", () => {
    for (const asOf of ["2026-11-22T10:00:00Z", "2026-11-23T09:00:00Z"]) {
      const { segments } = reading("2026-11-20T16:30:00Z", asOf);
      expect(
        segments.map(({ why }) => why),
        asOf,
      ).toEqual(["after-cutoff"]);
    }
  });
});

describe("an allowance in words", () => {
  it.each<[AllowanceDefinition, string]>([
    [{ hours: 2, minutes: 30, calendar: "office" }, "2 h 30 min on office"],
    [{ hours: 1, calendar: "office" }, "1 h on office"],
    [{ minutes: 1, calendar: "office" }, "1 min on office"],
    [{ workingDays: 1, calendar: "office" }, "1 working day on office"],
    [{ workingDays: 2, calendar: "office" }, "2 working days on office"],
    [{ calendarDays: 1 }, "1 day"],
    [{ calendarDays: 45 }, "45 days"],
    [{ weeks: 1 }, "1 week"],
    [{ weeks: 2 }, "2 weeks"],
    [{ months: 1 }, "1 month"],
    [{ months: 3 }, "3 months"],
  ])("%j is %s", (allowance, words) => {
    expect(allowanceInWords(allowance)).toBe(words);
  });
});

describe("an amount that names no unit", () => {
  it.each([null, undefined, 5, "hours", {}, { calendar: "office" }])(
    "has no schema: %j",
    (value) => {
      expect(allowanceSchemaFor(value)).toBeUndefined();
    },
  );

  it("is refused with examples, and so are two units in one amount", () => {
    const refused = (allowance: object) =>
      refusal(() => fixOf(allowance as AllowanceDefinition)).message;
    expect(refused({ hours: undefined, calendar: "office" })).toContain(
      'expected an amount such as { "hours": 48',
    );
    expect(refused({ calendarDays: 1, weeks: 1 })).toContain(
      'expected exactly one of "calendarDays", "weeks" and "months"',
    );
  });
});
