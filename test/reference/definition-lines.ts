import { type CalendarDefinition, defineCalendar } from "../../src/index";
import { DefinitionError } from "../../src/input/problems";

/** A definition that is valid. */
export const DESK = {
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["08:00-18:00"] },
} as const satisfies CalendarDefinition;

/**
 * The problems with a definition as lines of the message; none if it is valid.
 *
 * @param more what it has besides, or in place of, what the other has
 */
export function linesOf(more: object, definition: object = DESK): readonly string[] {
  try {
    // It may be anything that a program without types gives.
    defineCalendar({ ...definition, ...more } as CalendarDefinition);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  }
  return [];
}
