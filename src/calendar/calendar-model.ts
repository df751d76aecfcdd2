import type { DayNumber } from "../time/civil-date";
import type { TabledZone } from "../time/zone";
import type { PeriodSource, Periods } from "../timeline";
import type { CalendarDefinition } from "./definition/definition";

/**
 * What a working calendar is made of, however it was defined. The friendly layer asks for nothing else, so it
 * treats a calendar of hours and one made of two others alike.
 */
export interface CalendarModel {
  readonly id: string;
  readonly title: string | undefined;
  readonly definition: CalendarDefinition;
  readonly zone: TabledZone;
  /** The first and the last date that are known. */
  readonly fromDay: DayNumber;
  readonly toDay: DayNumber;
  /** The instants between which openness is known. */
  readonly startMs: number;
  readonly endMs: number;
  /** The end of the last date whose bank holidays are published; Infinity if none are used. */
  readonly publishedUntilMs: number;
  /** What to do about a question outside the coverage. */
  readonly remedy: string;
  /** What the definition says that may be a mistake, as sentences. */
  readonly notes: readonly string[];
  /** When it is open. */
  readonly source: PeriodSource;
  /** The periods that start on a date, as instants. */
  readonly periodsOn: (day: DayNumber) => Periods;
  /** Why a date has the hours it has. */
  readonly reasonFor: (day: DayNumber) => DayReason;
}

/** What decides the hours of a date: the week, its own exception, a bank holiday, or a rule. */
export interface DayReason {
  readonly because: "week" | "exception" | "bank-holiday" | "rule";
  /** The name of the exception, bank holiday or rule, or of the week if hours have changed. */
  readonly title?: string;
}
