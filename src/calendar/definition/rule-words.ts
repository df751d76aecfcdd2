/** The days of the week, Monday first. */
export const DAY_NAMES = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** What a rule is on that holds for the last working day before each bank holiday. */
export const BEFORE_HOLIDAYS = "day-before-bank-holiday";
