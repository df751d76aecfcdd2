import type { Sla, WorkingCalendar } from "../../../src/index";
import { wrongCalendar, wrongSla } from "./broken";
import * as oneCalendar from "./one-wrong-calendars";
import * as oneSla from "./one-wrong-slas";
import { PLANTED as POSING_CALENDARS } from "./posing-calendars";
import { PLANTED as POSING_SLAS } from "./posing-slas";
import { SINGLE as SINGLE_CALENDARS } from "./single-calendars";
import { SINGLE as SINGLE_SLAS } from "./single-slas";
import * as wrongCalendars from "./wrong-calendars";
import * as wrongSlas from "./wrong-slas";

/** Something wrong on purpose. */
export interface Subject<T> {
  /** What is wrong with it. */
  readonly what: string;
  /** The law that it is to break; null for any that replays its definition. */
  readonly law: string | null;
  readonly subject: T;
}

const each = <M, T>(
  all: Readonly<Record<string, Readonly<Record<string, M>>>>,
  subjectOf: (members: M) => T,
): readonly Subject<T>[] =>
  Object.entries(all).flatMap(([law, questions]) =>
    Object.entries(questions).map(([what, members]) => ({
      what,
      law,
      subject: subjectOf(members),
    })),
  );

const posing = <T>(all: Readonly<Record<string, T>>): readonly Subject<T>[] =>
  Object.entries(all).map(([what, subject]) => ({ what, law: null, subject }));

/** Every calendar that is wrong on purpose. */
export const wrongCalendarSubjects: readonly Subject<WorkingCalendar>[] = [
  ...Object.entries(wrongCalendars.WRONG).map(([law, [what, subject]]) => ({ what, law, subject })),
  ...each(oneCalendar.ONE_WRONG, (members) => wrongCalendar(oneCalendar.desk, members)),
  ...each(SINGLE_CALENDARS, (members) => wrongCalendar(oneCalendar.desk, members)),
  ...posing(POSING_CALENDARS),
];

/** Every policy that is wrong on purpose. */
export const wrongSlaSubjects: readonly Subject<Sla>[] = [
  ...Object.entries(wrongSlas.WRONG).map(([law, [what, ofTarget, ofPolicy = {}]]) => ({
    what,
    law,
    subject: { ...wrongSla(wrongSlas.sla, wrongSlas.fix, ofTarget), ...ofPolicy },
  })),
  ...each(oneSla.ONE_WRONG, (members) => wrongSla(oneSla.sla, oneSla.fix, members)),
  ...each(SINGLE_SLAS, ([ofTarget, ofPolicy = {}]) => ({
    ...wrongSla(wrongSlas.sla, wrongSlas.fix, ofTarget),
    ...ofPolicy,
  })),
  ...posing(POSING_SLAS),
];

/** The instants near which examples of the wrong policies lie. */
export const YEARS = wrongSlas.years;
