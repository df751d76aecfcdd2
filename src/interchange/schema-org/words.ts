/** The days as schema.org writes them, Monday first. */
export const DAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

export const PUBLIC_HOLIDAYS = "PublicHolidays";

/** "All day" and "closed", as the documents of schema.org and of search engines write them. */
export const ALL_DAY = { opens: "00:00", closes: "23:59" } as const;
export const CLOSED = { opens: "00:00", closes: "00:00" } as const;

/** Hours of a place on days of the week, or on dates: one entry of JSON-LD. */
export interface OpeningHoursSpecification {
  readonly "@type": "OpeningHoursSpecification";
  readonly name?: string;
  readonly dayOfWeek?: string | readonly string[];
  readonly opens?: string;
  readonly closes?: string;
  readonly validFrom?: string;
  readonly validThrough?: string;
}

/** The opening hours of a place, to be put into its JSON-LD. */
export interface SchemaOrgHours {
  readonly openingHoursSpecification: readonly OpeningHoursSpecification[];
  /** Dates with hours of their own, which win over the rest. */
  readonly specialOpeningHoursSpecification?: readonly OpeningHoursSpecification[];
}
