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

/** The most rules a definition may have, which bounds what a date can cost. */
export const MOST_RULES = 200;

/** The most weeks from one day of a rule to the next. */
export const MOST_WEEKS = 520;

/** The `on` of a rule for the last working day before each bank holiday. */
export const BEFORE_HOLIDAYS = "day-before-bank-holiday";
