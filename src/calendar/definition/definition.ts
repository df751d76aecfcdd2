/** The hours of a week: for a day or a group of days, its open periods as `"HH:MM-HH:MM"`. */
export interface WeekHours {
  readonly monday?: readonly string[];
  readonly tuesday?: readonly string[];
  readonly wednesday?: readonly string[];
  readonly thursday?: readonly string[];
  readonly friday?: readonly string[];
  readonly saturday?: readonly string[];
  readonly sunday?: readonly string[];
  /** Monday to Friday; a named day wins over it. */
  readonly weekdays?: readonly string[];
  /** Saturday and Sunday; a named day wins over it. */
  readonly weekend?: readonly string[];
  /** Every day; `weekdays`, `weekend` and a named day win over it. */
  readonly daily?: readonly string[];
}

/** The hours of one date, which win over everything else. */
export type DateException =
  | readonly string[]
  | { readonly hours: readonly string[]; readonly title?: string };
/** One bank holiday. */
export interface BankHoliday {
  /** ISO date. */
  readonly date: string;
  readonly title: string;
  readonly notes: string;
  /** Published: a fact of record. Projected: what the statutory rules give until the date is published. */
  readonly status: "published" | "projected";
}

/** The bank holidays of one division, and the years they are known for. */
export interface BankHolidays {
  readonly division: string;
  readonly events: readonly BankHoliday[];
  /** The first date covered. */
  readonly from: string;
  /** The last date covered. */
  readonly to: string;
  /** The last date of the last year that has been published; later dates are projected. */
  readonly publishedUntil: string;
}

/** A bank holiday in a custom list. */
export type OwnBankHoliday = string | { readonly date: string; readonly title?: string };

/** A custom list that says for which dates it is complete. */
export interface BankHolidayList {
  readonly dates: readonly OwnBankHoliday[];
  /** The first date for which it is complete, ISO; by default the first date of its first year. */
  readonly from?: string;
  /** The last date for which it is complete, ISO; by default the last date of its last year. */
  readonly to?: string;
}

/** A day of the week. */
export type Weekday = keyof Pick<
  WeekHours,
  "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
>;

/** The n-th of these days in a month, counted from its end if negative. */
export interface NthWeekday {
  readonly weekday: Weekday;
  readonly nth: number | readonly number[];
  /** The months it counts in, from 1 to 12; all months by default. */
  readonly months?: readonly number[];
}

/** This day in every n-th week. */
export interface EveryWeeks {
  readonly weekday: Weekday;
  /** The number of weeks from one such day to the next. */
  readonly every: number;
  /** The first of them, an ISO date. */
  readonly from: string;
}

/** A date that comes again: each year as `MM-DD`, by its weekday, or before each bank holiday. */
export type RuleDay = string | NthWeekday | EveryWeeks;

interface RuleTerms {
  readonly title?: string;
  /** The periods of each date, or the hours of a week that holds on these dates. */
  readonly hours: readonly string[] | WeekHours;
  /** Whether a list of periods also opens a date that the week leaves closed. */
  readonly opens?: boolean;
  /** The first date on which the rule holds, ISO. */
  readonly since?: string;
  /** The last date on which the rule holds, ISO. */
  readonly until?: string;
}

/** Hours for a date that comes again. */
export interface RuleOnDay extends RuleTerms {
  readonly on: RuleDay;
}

/** Hours for the dates from one day of the year to another, both `MM-DD`, perhaps over the new year. */
export interface RuleOnRange extends RuleTerms {
  readonly from: string;
  readonly to: string;
}

/** Hours for dates that come again; a later rule wins over an earlier one. */
export type HoursRule = RuleOnDay | RuleOnRange;

/** An item of a list of bank holidays: a division, its data, or a date. */
export type BankHolidayItem = OwnBankHoliday | BankHolidays;

/** A calendar of hours, as JSON. */
export interface HoursDefinition {
  readonly $schema?: string;
  readonly id?: string;
  readonly title?: string;
  /** Where the hours come from. */
  readonly source?: string | Readonly<Record<string, string>>;
  /** An IANA zone such as `Europe/London`. */
  readonly timeZone: string;
  readonly hours: WeekHours;
  /** By ISO date: the week that holds from that date on, until the next such date. */
  readonly hoursFrom?: Readonly<Record<string, WeekHours>>;
  /**
   * Closed on these: the name of a division, a custom list, a list of both, or a division's data.
   */
  readonly bankHolidays?: string | readonly BankHolidayItem[] | BankHolidays | BankHolidayList;
  /** The hours of bank holidays, in place of closed. */
  readonly bankHolidayHours?: readonly string[];
  /**
   * Whether the Saturday or Sunday on which 25 December, 1 January or another fixed day falls is
   * closed too, besides the day in lieu; `open` by default.
   */
  readonly bankHolidaysOnWeekends?: "open" | "closed";
  /** Hours for dates that come again, under bank holidays and over the week. */
  readonly rules?: readonly HoursRule[];
  /** By ISO date. */
  readonly exceptions?: Readonly<Record<string, DateException>>;
}

/** A calendar made of two others, as JSON. `union`, `intersect` and `except` make such calendars. */
export interface CombinedDefinition {
  readonly $schema?: string;
  readonly id?: string;
  readonly title?: string;
  readonly union?: readonly [CalendarDefinition, CalendarDefinition];
  readonly intersect?: readonly [CalendarDefinition, CalendarDefinition];
  readonly except?: readonly [CalendarDefinition, CalendarDefinition];
}

/** A calendar, as JSON. */
export type CalendarDefinition = HoursDefinition | CombinedDefinition;

/** The ways of making one calendar of two. */
export const COMBINERS = ["union", "intersect", "except"] as const;
export type Combiner = (typeof COMBINERS)[number];
