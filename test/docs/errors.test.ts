import { describe, expect, it } from "vitest";
import { CoreHoursError, defineCalendar, nhsmail } from "../../src";
import { thrownCodes } from "../../tools/errors/collect";
import { errorDocument } from "../../tools/errors/document";
import { textOf } from "../../tools/pages/page";

const thrown = thrownCodes();
const desk = defineCalendar({
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-17:00"] },
  bankHolidays: "scotland",
});
const { incidentResolution } = nhsmail().targets;

/** Questions that have no answer, and the code, class and beginning of the message of each. */
const REFUSED: readonly [string, string, RegExp, () => unknown][] = [
  ["instant-invalid", "InvalidInstantError", /^.+ is not an instant: /, () => desk.isOpen("x")],
  [
    "time-of-day-invalid",
    "AllowanceError",
    /is not a time of day; give "HH:MM"/,
    () => desk.addWorkingDays("2026-11-20T09:00:00Z", 1, { cutoff: "5 pm" }),
  ],
  ["coverage-end", "CoverageError", /covers .+ to .+/, () => desk.isOpen("2190-01-01T00:00:00Z")],
  [
    "state-unknown",
    "HistoryError",
    /unknown state "nowhere"; the policy has/,
    () => incidentResolution.track([{ at: 0, state: String("nowhere") }], { asOf: 1 }),
  ],
  [
    "definition-invalid",
    "DefinitionError",
    /^The calendar has 1 problem:/,
    () => defineCalendar({ timeZone: "Mars/Base", hours: {} }),
  ],
];

describe("docs/errors.md", () => {
  it("is what the sources throw; `npm run errors` writes it", () => {
    expect(textOf("docs/errors.md")).toBe(errorDocument(thrown));
  });

  it.each(REFUSED)("has %s as it is thrown", (code, type, says, ask) => {
    let error: unknown;
    try {
      ask();
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(CoreHoursError);
    expect(error).toMatchObject({ code, name: type, message: expect.stringMatching(says) });
    const messages = thrown.filter((each) => each.code === code && each.type === type);
    const patterns = messages.map(({ shape }) => patternOf(shape));
    expect(patterns.some((pattern) => pattern.test((error as CoreHoursError).message))).toBe(true);
  });

  it("refuses a code without a meaning, and a meaning without a code", () => {
    const made = { code: "made-up", type: "CoreHoursError", message: "", shape: "" };
    expect(() => errorDocument([...thrown, made])).toThrow("no meaning of made-up");
    const fewer = thrown.filter(({ code }) => code !== "month-invalid");
    expect(() => errorDocument(fewer)).toThrow("nothing throws month-invalid");
  });
});

/** A message with its names, as a pattern of what it can be. */
function patternOf(shape: string): RegExp {
  const parts = shape.split(/<\w+>/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\s\\S]*")}$`);
}
