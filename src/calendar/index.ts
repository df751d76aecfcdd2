export { bankHolidays, parseBankHolidays } from "./bank-holidays";
export type { DayDue } from "./calendar-days";
export type { DayReason } from "./calendar-model";
export { alwaysOpen, type CalendarOptions, defineCalendar } from "./define-calendar";
export type {
  BankHoliday,
  BankHolidays,
  CalendarDefinition,
  CombinedDefinition,
  DateException,
  HoursDefinition,
  OwnBankHoliday,
  WeekHours,
} from "./definition";
export { DefinitionError, type DefinitionProblem } from "./definition-error";
export type { ExactAmount } from "./exact-amount";
export type { InstantLike } from "./instant";
export {
  type Coverage,
  type Naming,
  WorkingCalendar,
  type WorkingDayOptions,
} from "./working-calendar";
