import { DAY, HOUR, officeHours, refusal } from "./reading.mjs";

/** Calls that are refused: the code of each error, and its classes. */
export function errorFacts(coreHours, timeline) {
  const { alwaysOpen, defineCalendar, gpsoc, nhsLogin, nhsmail } = coreHours;
  const office = defineCalendar({ id: "office", ...officeHours });
  const never = defineCalendar({ id: "never", timeZone: "Europe/London", hours: {} });
  const uk = defineCalendar({ ...officeHours, id: "uk", bankHolidays: "england-and-wales" });
  const at = "2026-11-20T16:00:00Z";
  const { incidentResolution } = nhsmail().targets;
  const unknown = [{ at, state: "lost" }];
  const cases = [
    ["a calendar that never opens", () => never.add(at, "PT1H"), "CoverageError", "coverage-end"],
    [
      "an amount that nothing can hold",
      () => office.add(at, { hours: 1e9 }),
      "CoverageError",
      "coverage-end",
    ],
    [
      "an instant before all that is known",
      () => uk.isOpen("1990-01-02T12:00Z"),
      "CoverageError",
      "coverage-start",
    ],
    [
      "an instant without an offset",
      () => office.isOpen("2026-11-20T16:00"),
      "InvalidInstantError",
      "instant-invalid",
    ],
    [
      "an invalid instant",
      () => office.isOpen(Number.NaN),
      "InvalidInstantError",
      "instant-invalid",
    ],
    [
      "a date that does not exist",
      () => office.at("2026-02-30T10:00"),
      "InvalidInstantError",
      "wall-time-invalid",
    ],
    ["an amount in days", () => office.add(at, { days: 1 }), "AllowanceError", "amount-not-exact"],
    [
      "half a working day",
      () => office.addWorkingDays(at, 0.5),
      "AllowanceError",
      "working-days-not-whole",
    ],
    [
      "an unknown zone",
      () => alwaysOpen("Europe/Londres"),
      "DefinitionError",
      "definition-invalid",
    ],
    [
      "fix times of no severity",
      () => gpsoc({ fixTimes: {} }),
      "DefinitionError",
      "definition-invalid",
    ],
    [
      "an unknown option",
      () => nhsmail({ colour: "blue" }),
      "DefinitionError",
      "definition-invalid",
    ],
    [
      "an unknown state",
      () => incidentResolution.track(unknown, { asOf: at }),
      "HistoryError",
      "state-unknown",
    ],
    [
      "a missing severity",
      () => nhsLogin().targets.incidentResolution.due(at),
      "HistoryError",
      "severity-missing",
    ],
  ];
  return [
    ...cases.map(([what, call, name, code]) => [
      `${what} is refused`,
      () => [...refusal(call, coreHours[name]), refusal(call, coreHours.CoreHoursError)[1]],
      [code, true, true, true],
    ]),
    [
      "every problem of a definition is told, with where it is",
      () => {
        try {
          defineCalendar({
            timeZone: "Europe/London",
            hours: { monday: ["25:00-26:00"] },
            color: 1,
          });
        } catch (error) {
          return error.problems.map(({ path }) => path.join(".")).sort();
        }
        return null;
      },
      ["color", "hours.monday.0"],
    ],
    [
      "an error of one entry is of the other's class",
      () => {
        const { CoverageError, periodsFrom, Timeline } = timeline;
        const open = new Timeline({ startMs: 0, endMs: DAY, periods: periodsFrom([0], [HOUR]) });
        return [
          refusal(() => open.isOpen(2 * DAY), coreHours.CoverageError)[1],
          refusal(() => never.add(at, "PT1H"), CoverageError)[1],
          coreHours.alwaysOpen().timeline instanceof Timeline,
        ];
      },
      [true, true, true],
    ],
  ];
}
