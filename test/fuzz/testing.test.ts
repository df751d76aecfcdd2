import fc from "fast-check";
import { describe, it } from "vitest";
import { defineCalendar, nhsmail } from "../../src/index";
import {
  anyCalendarDefinition,
  anyHistoryFor,
  anyInstantNear,
  anyInstantsNear,
  anyPolicyDefinition,
  anyTicketFor,
  calendarLaws,
  checkCalendar,
  checkSla,
  slaLaws,
} from "../../src/testing";
import { holds, outcome } from "./doors";
import { anything, type Gift } from "./hostile";
import { call } from "./loosely";

const desk = defineCalendar({ timeZone: "UTC", hours: { weekdays: ["09:00-17:00"] } });
const sla = nhsmail();
const [calendarLaw] = calendarLaws;
const [slaLaw] = slaLaws;

/** What an arbitrary draws is refused, or can be drawn from. */
const draw = (make: () => unknown) =>
  outcome(() => {
    const arbitrary = make();
    if (arbitrary instanceof fc.Arbitrary) fc.sample(arbitrary, { numRuns: 2, seed: 1 });
  });

describe("the kit of laws", () => {
  it("refuses by name an argument that is not a calendar or a policy", () => {
    holds(anything, (gift: Gift) => {
      outcome(() => call(checkCalendar, gift.make()));
      outcome(() => call(checkSla, gift.make()));
      outcome(() => calendarLaw && call(calendarLaw.check, gift.make()));
      outcome(() => slaLaw && call(slaLaw.check, gift.make()));
      draw(() => call(anyInstantNear, gift.make()));
      draw(() => call(anyInstantsNear, gift.make(), ["a"]));
      draw(() => call(anyTicketFor, gift.make(), "incidentResolution"));
      draw(() => call(anyHistoryFor, gift.make(), "incidentResolution"));
    });
  });

  it("refuses invalid options, targets and names by name", () => {
    holds(anything, (gift: Gift) => {
      draw(() => call(anyCalendarDefinition, gift.make()));
      draw(() => call(anyPolicyDefinition, gift.make()));
      draw(() => call(anyCalendarDefinition, { id: gift.make() }));
      draw(() => call(anyInstantNear, desk, gift.make()));
      draw(() => call(anyInstantNear, desk, { from: gift.make() }));
      draw(() => call(anyInstantsNear, desk, gift.make()));
      draw(() => call(anyInstantsNear, desk, ["a"], gift.make()));
      draw(() => call(anyInstantsNear, desk, ["a"], { withinDays: gift.make() }));
      draw(() => call(anyTicketFor, sla, gift.make()));
      draw(() => call(anyTicketFor, sla, "incidentResolution", gift.make()));
      outcome(() => slaLaw && call(slaLaw.check, sla, { targets: gift.make(), numRuns: 1 }));
      outcome(() => slaLaw && call(slaLaw.check, sla, { targets: [gift.make()], numRuns: 1 }));
      outcome(
        () => calendarLaw && call(calendarLaw.check, desk, { numRuns: gift.make(), budgetMs: 1 }),
      );
      outcome(
        () => calendarLaw && call(calendarLaw.check, desk, { seed: gift.make(), budgetMs: 1 }),
      );
      outcome(
        () => calendarLaw && call(calendarLaw.check, desk, { budgetMs: gift.make(), numRuns: 1 }),
      );
    });
  });
});
