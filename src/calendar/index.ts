export { DefinitionError, type DefinitionProblem } from "../input/problems";
export type { ExactAmount } from "../time/exact-amount";
export type { InstantLike } from "../time/instant";
export type { DayReason } from "./calendar-model";
export type { DayDue, DueAt } from "./days/counted-days";
export { alwaysOpen, type CalendarOptions, defineCalendar } from "./define-calendar";
export type {
  BankHoliday,
  BankHolidayItem,
  BankHolidayList,
  BankHolidays,
  CalendarDefinition,
  CombinedDefinition,
  DateException,
  EveryWeeks,
  HoursDefinition,
  HoursRule,
  NthWeekday,
  OwnBankHoliday,
  RuleDay,
  RuleOnDay,
  RuleOnRange,
  Weekday,
  WeekHours,
} from "./definition/definition";
export { diffCalendars, type HoursDifference, type HoursOfDate } from "./diff-calendars";
export { bankHolidays, parseBankHolidays } from "./holidays/bank-holidays";
export {
  type Coverage,
  type DateSpan,
  type DayBounds,
  type DaysBetweenOptions,
  type Naming,
  WorkingCalendar,
  type WorkingDayOptions,
} from "./working-calendar";
