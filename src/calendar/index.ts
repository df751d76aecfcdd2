export { DefinitionError, type DefinitionProblem } from "../input/problems";
export type { ExactAmount } from "../time/exact-amount";
export type { InstantLike } from "../time/instant";
export type { DayReason } from "./calendar-model";
export type { DayDue } from "./days/counted-days";
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
} from "./definition/definition";
export { bankHolidays, parseBankHolidays } from "./holidays/bank-holidays";
export {
  type Coverage,
  type Naming,
  WorkingCalendar,
  type WorkingDayOptions,
} from "./working-calendar";
