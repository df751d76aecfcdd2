/**
 * The lengths that every room counts in, in milliseconds. The one file that all of `src` may import: it
 * imports nothing and knows no calendar, so a day here is always 24 hours.
 */
export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The largest distance from 1970 that a `Date` can hold. */
export const MAX_MS = 8.64e15;
