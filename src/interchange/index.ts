export { eventsFromJiraChangelog } from "./adapters/jira";
export type { AuditLogOptions, MappedField, WordMap } from "./adapters/options";
export { eventsFromServiceNowAudit, type ServiceNowOptions } from "./adapters/service-now";
export { eventsFromZendeskAudits } from "./adapters/zendesk";
export { type GovUkBankHolidays, toGovUkBankHolidays } from "./gov-uk";
export { bankHolidaysFromICalendar } from "./icalendar/bank-holidays";
export {
  type Closures,
  closuresFromICalendar,
  type ICalendarOptions,
} from "./icalendar/closures";
export { calendarFromOpeningHours } from "./opening-hours/from-opening-hours";
export { toOpeningHours } from "./opening-hours/to-opening-hours";
export type { ImportOptions } from "./options";
export { calendarFromSchemaOrg } from "./schema-org/from-schema-org";
export { toSchemaOrg } from "./schema-org/to-schema-org";
export type { OpeningHoursSpecification, SchemaOrgHours } from "./schema-org/words";
