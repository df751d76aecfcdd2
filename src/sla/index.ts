export type { AtDue, ChoiceOverrides, Choices, OnReopen, OnSeverityChange } from "./choices";
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
export type { NumericReading, SlaReading, SlaStatus } from "./reading";
export type { BulkResult, Target, TrackOptions } from "./target";
