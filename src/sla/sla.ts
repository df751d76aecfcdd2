import type { WorkingCalendar } from "../calendar/working-calendar";
import type { Attainment } from "./building-blocks/attainment";
import type {
  AvailabilityInput,
  AvailabilityReading,
  AvailabilityTest,
} from "./building-blocks/availability";
import type { Eligibility } from "./building-blocks/eligibility/eligibility";
import type { Form } from "./building-blocks/forms";
import type { Milestones } from "./building-blocks/milestones";
import type { Recurrence } from "./building-blocks/recurrences";
import type { Window } from "./building-blocks/windows";
import type { ClauseRegister } from "./clauses/clauses";
import type { Chosen } from "./clauses/options";
import type { HistoryEvent } from "./clock/history";
import type { SpeltHistory } from "./clock/spelt";
import type { LifecycleOptions, LifecycleReading } from "./lifecycle/lifecycle";
import type { CalendarOf, SeverityOf, SlaNames, StateOf } from "./names";
import type { Obligation, ObligationsOptions } from "./obligations/obligations";
import type { PolicyDefinition } from "./policy/policy";
import type { SlaForms } from "./target/sla-forms";
import type { Target } from "./target/target";

/** A policy ready for use. Immutable. */
export interface Sla<N extends SlaNames = SlaNames>
  extends SlaForms<N["targets"], StateOf<N>, SeverityOf<N>> {
  readonly id: string;
  readonly title: string;
  readonly calendars: Readonly<Record<CalendarOf<N>, WorkingCalendar>>;
  /** The rules of the source documents, with the readings taken and the alternatives. */
  readonly clauses: ClauseRegister;
  /** The value of each of the policy's options. */
  readonly chosen: Chosen;
  /** What is promised within an allowance. */
  readonly targets: Readonly<Record<N["targets"], Target<StateOf<N>, SeverityOf<N>>>>;
  /** What happens at given lengths of time after an event, step by step. */
  readonly milestones: Readonly<Record<N["milestones"], Milestones>>;
  /** What may be done until a limit. */
  readonly windows: Readonly<Record<N["windows"], Window>>;
  /** What has to be done repeatedly. */
  readonly recurrences: Readonly<Record<N["recurrences"], Recurrence>>;
  /** What may be done under conditions. */
  readonly eligibility: Readonly<Record<N["eligibility"], Eligibility>>;
  /** The information that somebody must give before something can begin. */
  readonly forms: Readonly<Record<N["forms"], Form>>;
  /** Where a ticket stands among the states of the policy, and the irregularities on its way there. */
  lifecycle<const E extends HistoryEvent>(
    history: SpeltHistory<E, StateOf<N>, SeverityOf<N>>,
    options: LifecycleOptions,
  ): LifecycleReading;
  /** Everything that a ticket has begun, in order of time: what is due, done, late or shut. */
  obligations<const E extends HistoryEvent>(
    history: SpeltHistory<E, StateOf<N>, SeverityOf<N>>,
    options: ObligationsOptions<N["targets"]>,
  ): readonly Obligation[];
  /** How available a service must be, month by month. */
  readonly availability: Readonly<Record<N["availability"], Availability>>;
  /** How far each promised share was kept, month by month. */
  readonly attainment: Readonly<Record<N["attainment"], Attainment>>;
  /**
   * The policy it was made from, with the chosen readings as its defaults; {@link defineSla} makes an
   * equal policy from it. If it was given newer bank holidays, they are in its calendars, and its
   * options are settled.
   */
  toJSON(): PolicyDefinition;
}

/** Whether a month was as available as promised; `test` replaces the policy's own. */
export type Availability = (
  input: AvailabilityInput & { readonly test?: AvailabilityTest },
) => AvailabilityReading;
