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

/** A date's own hours, which win over those of the week and over bank holidays. */
export type DateException =
  | readonly string[]
  | { readonly hours: readonly string[]; readonly title?: string };
/** One bank holiday. */
export interface BankHoliday {
  /** ISO date. */
  readonly date: string;
  readonly title: string;
  readonly notes: string;
  /** Published: a fact of record. Projected: what the statutory rules give, until it is published. */
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
  /** The last date of the last year that has been published; what follows is projected. */
  readonly publishedUntil: string;
}

/** A bank holiday in a list of one's own. */
export type OwnBankHoliday = string | { readonly date: string; readonly title?: string };

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
  /** Closed on these: the name of a division, a list of one's own, or a division's data itself. */
  readonly bankHolidays?: string | readonly OwnBankHoliday[] | BankHolidays;
  /** By ISO date. */
  readonly exceptions?: Readonly<Record<string, DateException>>;
}

/** A calendar made of two others, as JSON; what `union`, `intersect` and `except` give. */
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
