import type { CalendarModel } from "./calendar-model";
import { combine } from "./combine";
import { isCombined } from "./definition/check-definition";
import {
  type BankHolidays,
  type CalendarDefinition,
  COMBINERS,
  type Combiner,
} from "./definition/definition";
import { compileHours } from "./hours/compile-hours";

/**
 * Compiles a checked definition of either kind.
 *
 * @param newer bank holidays laid over those shipped, for the divisions they name
 */
export function modelOf(
  definition: CalendarDefinition,
  newer: readonly BankHolidays[],
): CalendarModel {
  if (!isCombined(definition)) return compileHours(definition, newer);
  // A checked definition has exactly one combiner.
  const combiner = COMBINERS.find((each) => definition[each] !== undefined) as Combiner;
  const [a, b] = definition[combiner] as readonly [CalendarDefinition, CalendarDefinition];
  return combine(combiner, modelOf(a, newer), modelOf(b, newer), definition);
}
