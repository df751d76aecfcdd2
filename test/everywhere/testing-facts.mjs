import { officeHours } from "./reading.mjs";

/** The laws of `core-hours/testing`: they hold for what is right, and find what is wrong. */
export function testingFacts(coreHours, { calendarLaws, checkCalendar, checkSla, LawError }) {
  const { CoreHoursError, defineCalendar, nhsmail } = coreHours;
  const office = defineCalendar({ id: "office", ...officeHours });
  const few = {
    numRuns: 1,
    seed: 1,
    from: "2026-01-01T00:00:00Z",
    until: "2027-01-01T00:00:00Z",
  };
  /** The office, but for a millisecond too much between any two instants. */
  const wrong = new Proxy(office, {
    get(target, key) {
      if (key === "between") return (a, b) => target.between(a, b).plus(1);
      const value = target[key];
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return [
    ["testing: there are laws of calendars", () => calendarLaws.length > 10, true],
    ["testing: they hold of a calendar", () => checkCalendar(office, few), undefined],
    [
      "testing: those of policies hold of NHSmail's",
      () => checkSla(nhsmail(), { ...few, targets: ["incidentResolution"] }),
      undefined,
    ],
    [
      "testing: a calendar that is wrong breaks one",
      () => {
        try {
          checkCalendar(wrong, few);
        } catch (error) {
          return [error instanceof LawError, error instanceof CoreHoursError, error.code];
        }
        return "no law was broken";
      },
      [true, true, "law-broken"],
    ],
  ];
}
