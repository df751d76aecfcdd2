import { describe, expect, it, vi } from "vitest";
import { calendarLaws, type Law, LawError, type LawOptions, slaLaws } from "../../src/testing";
import { type Alone, whileWrong } from "../testing/planted/alone";
import { CALENDARS_ALONE, SLAS_ALONE, YEARS } from "../testing/planted/laws-alone";

vi.mock("../../src/sla/reading/numbers", async (right) =>
  (await import("../testing/planted/library")).numbersModule(await right()),
);
vi.mock("../../src/sla/clock/fields", async (right) =>
  (await import("../testing/planted/library")).fieldsModule(await right()),
);
vi.mock("../../src/calendar/hours/open-periods", async (right) =>
  (await import("../testing/planted/library")).openPeriodsModule(await right()),
);

function tryAlone<T, O extends LawOptions>(
  laws: readonly Law<T, O>[],
  subjects: Readonly<Record<string, Alone<T>>>,
  optionsOf: (numRuns: number, own: LawOptions | undefined) => O,
): void {
  it.each(laws.filter(({ name }) => name in subjects))("$name", (law) => {
    const alone = subjects[law.name] as Alone<T>; // It is one of those named.
    const optionsFor = (numRuns: number) => optionsOf(numRuns, alone.options);
    whileWrong(alone, (subject) => {
      expect(() => law.check(subject, optionsFor(300))).toThrow(LawError);
      for (const other of laws) if (other !== law) other.check(subject, optionsFor(60));
    });
  });
}

describe("a law finds what no other law does", () => {
  tryAlone(calendarLaws, CALENDARS_ALONE, (numRuns, own) => ({ numRuns, seed: 7, ...own }));
  tryAlone(slaLaws, SLAS_ALONE, (numRuns, own) => ({ numRuns, seed: 7, ...YEARS, ...own }));
});
