export { DefinitionError, type DefinitionProblem } from "../input/problems";
export type { ExactAmount } from "../time/exact-amount";
export type { InstantLike } from "../time/instant";
export type { DayReason } from "./calendar-model";
export type {
  DateSpan,
  DayBounds,
  DaysBetweenOptions,
  Naming,
  WorkingDayOptions,
} from "./calendar-options";
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
export { type Coverage, WorkingCalendar } from "./working-calendar";
