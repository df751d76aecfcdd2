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

/** The `on` of a rule for the last working day before each bank holiday. */
export const BEFORE_HOLIDAYS = "day-before-bank-holiday";
