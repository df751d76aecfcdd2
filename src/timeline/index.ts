export type { ErrorCode } from "./error-codes";
export {
  AllowanceError,
  CoreHoursError,
  CoverageError,
  InvalidInstantError,
} from "./errors";
export {
  differenceOf,
  intersectionOf,
  type PeriodSource,
  type Periods,
  periodsFrom,
  tidyPeriods,
  unionOf,
} from "./periods";
export { type BackTie, type Period, type Tie, Timeline, type TimelineOptions } from "./timeline";
