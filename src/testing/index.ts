export { checkAdapter } from "./adapter/check-adapter";
export type { AdapterReading, DeliveredEvent, DeskAdapter } from "./adapter/desk-adapter";
export { anyCalendarDefinition } from "./arbitraries/calendar-definitions";
export { anyPeriods, anyWeekHours } from "./arbitraries/hours";
export { anyInstantNear, anyInstantsNear, type Together } from "./arbitraries/instants";
export { anyPolicyDefinition } from "./arbitraries/policies";
export {
  anyHistoryFor,
  anyTicketFor,
  type ExampleEvent,
  type ExampleTicket,
} from "./arbitraries/tickets";
export { anyTimeZone } from "./arbitraries/zones";
export type {
  CalendarExpectations,
  ExpectedSpan,
  ExpectedWeek,
  ExpectedYear,
} from "./calendar-expectations";
export type { CalendarLaw } from "./calendar-law";
export { calendarLaws, checkCalendar } from "./calendar-laws";
export { checkStreams } from "./check-streams";
export type { CountedExamples, Edge } from "./edges";
export { expectCalendar } from "./expect-calendar";
export { expectPolicy } from "./expect-policy";
export type { ExpectedPromise } from "./expected-promises";
export type { Law } from "./law";
export { type BrokenLaw, LawError } from "./law-error";
export type { LawOptions, SlaLawOptions, Span } from "./options";
export type {
  ExpectedStart,
  ExpectedStates,
  ExpectedTerms,
  PolicyExpectations,
} from "./policy-expectations";
export type { SavedExample } from "./saved-examples";
export type { SlaLaw } from "./sla-law";
export { checkSla, slaLaws } from "./sla-laws";
