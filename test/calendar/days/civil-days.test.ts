import { describe, expect, it } from "vitest";
import { defineSla } from "../../../src";
import { addMonths, CivilDays } from "../../../src/calendar/days/civil-days";
import { dayOf, formatDate } from "../../../src/time/civil-date";
import { zoneNamed } from "../../../src/time/zone";
import { refusal } from "../../reference/refusals";

describe("the same day of another month", () => {
  it.each([
    // From, months, clamped, kept. 2026 is a common year and 2028 a leap year.
    ["2026-08-15", 1, "2026-09-15", "2026-09-15"],
    ["2026-08-31", 6, "2027-02-28", "2027-02-28"],
    ["2026-11-30", 1, "2026-12-30", "2026-12-31"],
    ["2026-11-29", 1, "2026-12-29", "2026-12-29"],
    ["2026-12-01", 1, "2027-01-01", "2027-01-01"],
    ["2027-02-28", 1, "2027-03-28", "2027-03-31"],
    ["2028-02-28", 1, "2028-03-28", "2028-03-28"],
    ["2028-02-29", 12, "2029-02-28", "2029-02-28"],
    ["2026-01-31", 0, "2026-01-31", "2026-01-31"],
    ["2026-03-31", -1, "2026-02-28", "2026-02-28"],
  ] as const)("of %s, %d months on, is %s, and %s if month ends are kept", (from, n, day, kept) => {
    const after = (monthEnd?: "clamp" | "keep") =>
      formatDate(addMonths(dayOf(from), n, ...(monthEnd ? [monthEnd] : [])));
    expect([after(), after("clamp"), after("keep")]).toEqual([day, day, kept]);
  });

  it("lies from 1900 to 2200, both whole", () => {
    expect(formatDate(addMonths(dayOf("1900-02-01"), -1))).toBe("1900-01-01");
    expect(formatDate(addMonths(dayOf("2200-11-30"), 1, "keep"))).toBe("2200-12-31");
    expect(refusal(() => addMonths(dayOf("1900-01-31"), -1)).code).toBe("coverage-start");
    expect(refusal(() => addMonths(dayOf("2200-12-01"), 1)).code).toBe("coverage-end");
    // No date can hold so many months.
    expect(refusal(() => addMonths(dayOf("2026-12-01"), 1e300)).code).toBe("coverage-end");
  });
});

describe("the days of a zone", () => {
  const days = new CivilDays(zoneNamed("Europe/London"));
  // 20 July 2026 is in summer time: its 17:00 is 16:00 in UTC.
  const day = dayOf("2026-07-20");
  const at = Date.UTC(2026, 6, 20, 16);

  it("are all counted", () => {
    expect([days.has(), days.nth(day, 3), days.nth(day, -3)]).toEqual([true, day + 3, day - 3]);
    expect([days.between(day, day + 3), days.between(day + 3, day)]).toEqual([3, -3]);
    expect(days.reasonFor()).toEqual({ because: "week" });
  });

  it("are received on the next date from a cutoff on", () => {
    expect(days.received(at, undefined)).toBe(day);
    expect(days.received(at - 1, "17:00")).toBe(day);
    expect(days.received(at, "17:00")).toBe(day + 1);
  });

  it("never close: due at the close is due at the end of the date", () => {
    const end = Date.UTC(2026, 6, 20, 23);
    expect(days.endOf(day)).toBe(end);
    expect(days.dueOn(day, "close", at)).toBe(end);
    expect(days.dueOn(day, "end-of-day", at)).toBe(end);
    expect(days.dueOn(day + 1, "same-time", at)).toBe(Date.UTC(2026, 6, 21, 16));
    expect(days.dueOn(day, { at: "09:30" }, at)).toBe(Date.UTC(2026, 6, 20, 8, 30));
  });

  it("lie from 1900 to 2200", () => {
    const [first, last] = [dayOf("1900-01-01"), dayOf("2200-12-31")];
    expect([days.nth(first + 1, -1), days.nth(last - 1, 1)]).toEqual([first, last]);
    const message =
      "Calendar days are counted from 1900 to 2200, and this leads beyond them. Give an instant within them, or a smaller amount.";
    const data = { from: "1900-01-01", to: "2200-12-31" };
    expect(refusal(() => days.nth(first, -1))).toMatchObject({
      ...{ code: "coverage-start", message, data },
    });
    expect(refusal(() => days.nth(last, 1))).toMatchObject({ code: "coverage-end", message, data });
    expect(refusal(() => days.dayAt(Date.UTC(1899, 11, 31))).code).toBe("coverage-start");
  });
});

describe("an allowance of months", () => {
  it.each([
    [{ months: 1 }, "2026-12-30T10:00"],
    [{ months: 1, monthEnd: "clamp" }, "2026-12-30T10:00"],
    [{ months: 1, monthEnd: "keep" }, "2026-12-31T10:00"],
    [{ months: 3, monthEnd: "keep" }, "2027-02-28T10:00"],
  ] as const)("of %j from 30 November is due at %s", (allowance, due) => {
    const { fix } = defineSla({
      id: "desk",
      timeZone: "UTC",
      targets: { fix: { allowance, runs: ["open"], stops: ["done"] } },
    }).targets;
    expect(fix.due("2026-11-30T10:00:00Z").toFormat("yyyy-MM-dd'T'HH:mm")).toBe(due);
  });
});
