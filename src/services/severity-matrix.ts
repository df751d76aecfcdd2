import matrix from "../../calendars/severity-matrix.json";
import { show } from "../input/show";
import { CoreHoursError } from "../timeline";

/** How much an incident affects, or how soon it matters: 1 is the most, 5 the least. */
export type Grade = 1 | 2 | 3 | 4 | 5;

/** A severity, as the policies name them. */
export type Severity = "1" | "2" | "3" | "4" | "5";

const SEVERITIES: readonly Severity[] = ["1", "2", "3", "4", "5"];

/**
 * The severity of an incident by its impact and its urgency.
 *
 * The matrix is NOT from the source documents of the catalogue but from a public copy of NHS Digital's
 * Severity Level Guidelines (2017), https://docsbay.net/severity-level-guidelines. It is data, in
 * `calendars/severity-matrix.json`.
 *
 * @param impact from 1, the highest, to 5
 * @param urgency from 1, the highest, to 5
 * @throws {CoreHoursError} `grade-invalid` for anything else.
 * @example severityOf(2, 3) // "2"
 */
export function severityOf(impact: Grade, urgency: Grade): Severity {
  const row = cellOf(matrix.rows, "impact", impact);
  return cellOf(SEVERITIES, "severity", cellOf(row, "urgency", urgency));
}

function cellOf<T>(cells: readonly T[], what: string, grade: number): T {
  const cell = Number.isInteger(grade) ? cells[grade - 1] : undefined;
  if (cell !== undefined) return cell;
  throw new CoreHoursError(
    "grade-invalid",
    `${show(grade)} is not a grade of ${what}; give a whole number from 1, the highest, to 5.`,
    { what, given: show(grade) },
  );
}
