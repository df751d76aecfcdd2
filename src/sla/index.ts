export type {
  AllowanceDefinition,
  CivilAllowance,
  TimeAllowance,
  WorkingDayAllowance,
} from "./allowance-definition";
export {
  type AvailabilityDefinition,
  type AvailabilityInput,
  type AvailabilityReading,
  type AvailabilityTest,
  availability,
  type Outage,
  type OutageShare,
} from "./availability";
export type { BulkResult, TicketEvent } from "./bulk";
export type { AtDue, ChoiceOverrides, Choices, OnReopen, OnSeverityChange } from "./choices";
export type { Clause, ClauseDefinition, ClauseRegister } from "./clauses";
export type { Activity, ClockState, Counting, CycleState, Stretch } from "./clock-state";
export { type HistoryColumns, historyColumns, type ReadingColumns, STATUSES } from "./columns";
export { defineSla, type SlaOptions } from "./define-sla";
export {
  type Condition,
  type ConditionVerdict,
  type Eligibility,
  type EligibilityDefinition,
  type EligibilityInput,
  type EligibilityReading,
  eligibility,
  type GroundDefinition,
  type GroundVerdict,
} from "./eligibility";
export { explain } from "./explain";
export { HistoryError, type HistoryEvent, type TicketHistory } from "./history";
export {
  type JiraCompletedCycle,
  type JiraDate,
  type JiraDuration,
  type JiraOngoingCycle,
  type JiraSla,
  toJiraSla,
} from "./interchange/jira";
export { type ServiceNowTaskSla, toServiceNowTaskSla } from "./interchange/service-now";
export type { Unit } from "./measure";
export type { Milestone, Milestones, MilestonesDefinition, StepDefinition } from "./milestones";
export type { Chosen, OptionDefinition, OptionValue } from "./options";
export type { PolicyDefinition, TargetDefinition } from "./policy";
export type { NumericReading, SlaStatus } from "./reading";
export type {
  Occurrence,
  Recurrence,
  RecurrenceDefinition,
  RecurrenceOptions,
  RecurrenceReading,
} from "./recurrences";
export type { Availability, NamesOf, Sla, SlaNames } from "./sla";
export type { SlaCycle, SlaReading, SlaSegment, SlaWarning } from "./sla-reading";
export type { BulkOptions, Target, TrackOptions } from "./target";
export type { TicketClock } from "./ticket-clock";
export type { Why } from "./why";
export type {
  LimitDefinition,
  Window,
  WindowDefinition,
  WindowEvents,
  WindowReading,
} from "./windows";
