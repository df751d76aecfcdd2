import { DAY_MS } from "../timeline/units";

/**
 * Civil dates as day numbers: days since 1970-01-01 in the proleptic Gregorian calendar, in no zone.
 * A date is never an instant here; {@link ./zone-offsets} turns one into the other.
 */
export type DayNumber = number;

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day number of an ISO date such as `2026-12-25`, or `undefined` if it is not a date that exists. */
export function parseDate(text: string): DayNumber | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) return undefined;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return formatDate(day) === text ? day : undefined;
}

/** The day number of a year, a month from 1 and a day; months and days beyond their range carry over. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999, which setUTCFullYear does not.
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
}

/** The first and the last date that a calendar answers for. */
export const FIRST_DAY: DayNumber = dayNumber(1900, 1, 1);
export const LAST_DAY: DayNumber = dayNumber(2200, 12, 31);

/** A date taken apart. */
export interface CivilDate {
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  /** Of the month, from 1. */
  readonly day: number;
}

/** The year, month and day of the month of a day number. */
export function civilDateOf(day: DayNumber): CivilDate {
  const date = new Date(day * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

/** How many characters of an ISO instant come after its date. */
const TIME_OF_DAY = "T00:00:00.000Z".length;

/** The ISO date of a day number. */
export function formatDate(day: DayNumber): string {
  const date = new Date(day * DAY_MS);
  // A day that no Date can hold is shown in errors as the number it is.
  return Number.isNaN(date.getTime()) ? `day ${day}` : date.toISOString().slice(0, -TIME_OF_DAY);
}

/** The date on which a wall-clock time falls. */
export function dayOfWall(wallMs: number): DayNumber {
  return Math.floor(wallMs / DAY_MS);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The earlier of two ISO dates. */
export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

/** The later of two ISO dates. */
export function later(a: string, b: string): string {
  return a > b ? a : b;
}

export function dayOf(date: string): DayNumber {
  // Every date in a checked definition, and in the data, exists.
  return parseDate(date) as DayNumber;
}
