import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineCalendar, defineSla } from "../../src/index";
import { anyTicketFor, calendarLaws, slaLaws } from "../../src/testing";

const support = defineCalendar({
  id: "support",
  timeZone: "Europe/London",
  hours: { weekdays: ["08:00-18:00"], friday: ["08:00-12:30", "13:30-16:00"] },
  bankHolidays: "scotland",
  exceptions: { "2026-12-24": { hours: ["08:00-12:00"], title: "Christmas Eve" } },
});

const desk = defineSla({
  id: "desk",
  calendars: { support: support.toJSON() },
  severities: ["1", "2"],
  targets: {
    fix: {
      allowance: {
        "1": { hours: 4, calendar: "support" },
        "2": { hours: 16, calendar: "support" },
      },
      runs: ["open"],
      pauses: ["waiting"],
      stops: ["done"],
    },
  },
});

describe("our support hours", () => {
  for (const law of calendarLaws) it(law.title, () => law.check(support));
});

describe("our promises", () => {
  for (const law of slaLaws) it(law.title, () => law.check(desk));

  it("name no deadline at which we are closed", () => {
    fc.assert(
      fc.property(anyTicketFor(desk, "fix"), ({ events, asOf }) => {
        const { originalDueAt } = desk.targets.fix.track(events, { asOf });
        if (originalDueAt === null) return;
        const justBefore = originalDueAt.minus({ milliseconds: 1 }); // At 18:00 we have closed.
        expect(support.isOpen(justBefore)).toBe(true);
      }),
    );
  });
});
