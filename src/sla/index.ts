export type { BulkResult, TicketEvent } from "./bulk";
export type { AtDue, ChoiceOverrides, Choices, OnReopen, OnSeverityChange } from "./choices";
export type { ClockState } from "./clock-state";
export { type HistoryColumns, historyColumns, type ReadingColumns, STATUSES } from "./columns";
export { defineSla, type Sla } from "./define-sla";
export { explain } from "./explain";
export { HistoryError, type HistoryEvent, type TicketHistory } from "./history";
export { type JiraSla, toJiraSla } from "./interchange/jira";
export { type ServiceNowTaskSla, toServiceNowTaskSla } from "./interchange/service-now";
export type { Unit } from "./measure";
export type {
  AllowanceDefinition,
  CivilAllowance,
  PolicyDefinition,
  TargetDefinition,
  TimeAllowance,
  WorkingDayAllowance,
} from "./policy";
export type { NumericReading, SlaStatus } from "./reading";
export type { SlaCycle, SlaReading, SlaSegment, SlaWarning } from "./sla-reading";
export type { BulkOptions, Target, TrackOptions } from "./target";
export type { TicketClock } from "./ticket-clock";
export type { Why } from "./why";
