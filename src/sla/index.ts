export type { AtDue, ChoiceOverrides, Choices, OnReopen, OnSeverityChange } from "./choices";
export type { ClockState } from "./clock";
export { defineSla, type Sla } from "./define-sla";
export { HistoryError, type HistoryEvent, type TicketHistory } from "./history";
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
export type { BulkResult, Target, TrackOptions } from "./target";
export type { TicketClock } from "./ticket-clock";
export type { Why } from "./why";
