export type {
  AllowanceDefinition,
  CivilAllowance,
  TimeAllowance,
  WorkingDayAllowance,
} from "./allowance/definition";
export type { Unit } from "./allowance/measure";
export type { Why } from "./allowance/pieces";
export {
  attainedPercent,
  attainedShare,
  type Decided,
  decisionOf,
} from "./building-blocks/attained";
export type {
  Attainment,
  AttainmentDefinition,
  AttainmentInput,
  AttainmentReading,
  CreditDefinition,
} from "./building-blocks/attainment";
export {
  type AvailabilityDefinition,
  type AvailabilityInput,
  type AvailabilityReading,
  type AvailabilityTest,
  availability,
  type Outage,
  type OutageShare,
} from "./building-blocks/availability";
export type { BoundsDefinition, Words } from "./building-blocks/bounds";
export type { ConditionVerdict } from "./building-blocks/eligibility/conditions";
export type { Contact, ContactDefinition } from "./building-blocks/eligibility/contacts";
export type {
  Condition,
  EligibilityDefinition,
  GroundDefinition,
  PlainCondition,
} from "./building-blocks/eligibility/definition";
export {
  type Eligibility,
  type EligibilityReading,
  eligibility,
} from "./building-blocks/eligibility/eligibility";
export type { GroundVerdict } from "./building-blocks/eligibility/grounds";
export type { EligibilityInput } from "./building-blocks/eligibility/input";
export type {
  FieldDefinition,
  FilledForm,
  Form,
  FormDefinition,
  FormField,
  FormReading,
} from "./building-blocks/forms";
export type {
  Milestone,
  Milestones,
  MilestonesDefinition,
  StepDefinition,
} from "./building-blocks/milestones";
export type { PersonalData } from "./building-blocks/personal-data";
export type {
  Occurrence,
  Recurrence,
  RecurrenceDefinition,
  RecurrenceOptions,
  RecurrenceReading,
} from "./building-blocks/recurrences";
export type {
  LimitDefinition,
  Window,
  WindowDefinition,
  WindowEvents,
  WindowReading,
  WindowStatus,
  WindowWay,
} from "./building-blocks/windows";
export type { Clause, ClauseDefinition, ClauseRegister } from "./clauses/clauses";
export type { Chosen, OptionDefinition, OptionValue } from "./clauses/options";
export type { AtDue, ChoiceOverrides, Choices, OnReopen, OnSeverityChange } from "./clock/choices";
export type { DerivedState, Fields, When } from "./clock/fields";
export {
  HistoryError,
  type HistoryEvent,
  type TicketEvent,
  type TicketHistory,
} from "./clock/history";
export type { IrregularityKind } from "./clock/irregularities";
export type { ClockIdentity, ClockState, SavedEvent, SavedStanding } from "./clock/saved-clock";
export type { Activity, CycleState, PromiseKind } from "./clock/state";
export {
  type Desk,
  type DeskInput,
  type DeskOptions,
  type DeskPolicyInput,
  type DeskSeverities,
  type DeskStates,
  type DeskTargets,
  defineDesk,
} from "./define-desk";
export { defineSla, type SlaOptions } from "./define-sla";
export type { DeskDefinition, DeskPolicyDefinition } from "./desk/definition";
export type { DeskClock } from "./desk/desk-clock";
export type { DeskFollowOptions, DeskForms, DeskResult } from "./desk/desk-forms";
export type { NamedService } from "./desk/named-services";
export type { DeskClockState } from "./desk/saved-desk";
export type {
  LifecycleDefinition,
  LineDefinition,
  OrderDefinition,
  OwnMove,
  TimedMove,
} from "./lifecycle/definition";
export type {
  Lifecycle,
  LifecycleIrregularity,
  LifecycleMove,
  LifecycleOptions,
  LifecycleReading,
  LineReading,
  NextMove,
} from "./lifecycle/lifecycle";
export type { OrderReading } from "./lifecycle/order";
export type { NamesOf, SlaNames } from "./names";
export type { Facts } from "./obligations/arrivals";
export type {
  Obligation,
  ObligationChange,
  ObligationKind,
  ObligationStatus,
  Obligations,
  ObligationsOptions,
} from "./obligations/obligations";
export type { PolicyDefinition } from "./policy/policy";
export type { SlaReading } from "./reading/by-status";
export type {
  EscalationDefinition,
  EscalationTime,
  OffsetDefinition,
} from "./reading/escalation-definition";
export { explain } from "./reading/explain";
export { formatDuration, type Length } from "./reading/format-duration";
export { readingFromJSON } from "./reading/from-json";
export {
  type JiraCompletedCycle,
  type JiraDate,
  type JiraDuration,
  type JiraOngoingCycle,
  type JiraSla,
  toJiraSla,
} from "./reading/jira";
export type { NumericReading, SlaStatus } from "./reading/numbers";
export { STATUSES } from "./reading/numbers";
export { type ServiceNowTaskSla, toServiceNowTaskSla } from "./reading/service-now";
export type {
  ReadingParts,
  SlaAgreedDate,
  SlaBreach,
  SlaChange,
  SlaCycle,
  SlaEscalation,
  SlaIrregularity,
  SlaPause,
  SlaSegment,
  SlaWarning,
} from "./reading/sla-reading";
export { snapshot } from "./reading/snapshot";
export { type SlaSummary, summary } from "./reading/summary";
export { type TimeBy, timeBy } from "./reading/time-by";
export { type TemporalLike, toTemporal } from "./reading/to-temporal";
export { type WorkingRow, workingOf } from "./reading/working";
export type { Availability, Sla } from "./sla";
export { type HistoryColumns, historyColumns, type ReadingColumns } from "./target/columns";
export type { OneAllowance, SeverityPromise, TargetDefinition } from "./target/definition";
export type { BulkOptions, FollowOptions, StreamOptions, TrackOptions } from "./target/options";
export type { BulkResult } from "./target/run";
export type { SavedTarget, SlaClockState } from "./target/saved-sla";
export type { Readings, SlaClock } from "./target/sla-clock";
export type {
  SlaBulkOptions,
  SlaFollowOptions,
  SlaForms,
  SlaResult,
  SlaStreamOptions,
  SlaTrackOptions,
} from "./target/sla-forms";
export type { Target } from "./target/target";
export type { TakeOptions, TicketClock } from "./target/ticket-clock";
