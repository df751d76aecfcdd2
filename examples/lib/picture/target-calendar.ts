import type { Sla, Target, WorkingCalendar } from "../../../src/index";

/**
 * The calendar that a target's clock runs on; null where its allowance is in civil time, every day of
 * which counts. A ticket without a severity gets that of the first allowance.
 */
export function targetCalendar(
  sla: Sla,
  target: Target,
  severity: string | null,
): WorkingCalendar | null {
  const { allowance } = target.definition;
  const grades = Object.entries(allowance);
  const graded = grades.find(([grade]) => grade === severity) ?? grades[0];
  const name = calendarNameIn(allowance) ?? calendarNameIn(graded?.[1]);
  return name === undefined ? null : (sla.calendars[name] ?? null);
}

function calendarNameIn(allowance: unknown): string | undefined {
  if (typeof allowance !== "object" || allowance === null) return undefined;
  if (!("calendar" in allowance)) return undefined;
  return typeof allowance.calendar === "string" ? allowance.calendar : undefined;
}
