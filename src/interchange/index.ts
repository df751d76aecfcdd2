export { type GovUkBankHolidays, toGovUkBankHolidays } from "./gov-uk";
export { calendarFromOpeningHours } from "./opening-hours/from-opening-hours";
export { toOpeningHours } from "./opening-hours/to-opening-hours";
export type { ImportOptions } from "./options";
export { calendarFromSchemaOrg } from "./schema-org/from-schema-org";
export { toSchemaOrg } from "./schema-org/to-schema-org";
export type { OpeningHoursSpecification, SchemaOrgHours } from "./schema-org/words";
