import type { TargetDefinition } from "../target/definition";

/** A type that is an allowance, as opposed to allowances by severity. */
type Amount = "hours" | "minutes" | "workingDays" | "calendarDays" | "weeks" | "months";

/** The calendars that a policy has, as far as TypeScript knows them. */
export type CalendarsOf<P> = P extends { readonly calendars: infer C }
  ? Extract<keyof C, string>
  : string;

/** The severities that a policy has, as far as TypeScript knows them. */
export type SeveritiesOf<P> = P extends { readonly severities: readonly (infer S extends string)[] }
  ? S
  : string;

/** An allowance on a calendar of the policy. */
type CheckedAllowance<A, C extends string> = A extends { readonly calendar: infer X }
  ? string extends X
    ? unknown
    : { readonly calendar: C }
  : unknown;

/** One allowance, or one for each severity of the policy. */
type CheckedAllowances<A, C extends string, V extends string> = A extends unknown
  ? [Extract<keyof A, Amount>] extends [never]
    ? {
        readonly [K in keyof A]: string extends K
          ? unknown
          : K extends V
            ? CheckedAllowance<A[K], C>
            : never;
      }
    : CheckedAllowance<A, C>
  : never;

/** A word, one of some known ones as far as TypeScript knows what was given. */
type CheckedWord<Given, Known extends string> = string extends Given ? unknown : Known;

/** A part of a policy in which calendars, severities and targets, however deep, are those of the policy. */
type OwnNames<T, C extends string, V extends string, N extends string> = {
  readonly [K in keyof T]: K extends "calendar" | "rollTo"
    ? CheckedWord<T[K], C>
    : K extends "target"
      ? CheckedWord<T[K], N>
      : K extends "severities"
        ? readonly (T[K] extends readonly (infer S)[] ? CheckedWord<S, V> : unknown)[]
        : T[K] extends object
          ? OwnNames<T[K], C, V, N>
          : unknown;
};

type CheckedTarget<T, C extends string, V extends string> = {
  readonly [K in keyof T]: K extends "allowance"
    ? CheckedAllowances<T[K], C, V>
    : K extends "escalations" | "pauseLimit"
      ? OwnNames<T[K], C, V, string>
      : K extends keyof TargetDefinition
        ? unknown
        : never;
};

/** The other parts that name something of their policy. */
type Naming = "milestones" | "windows" | "recurrences" | "availability" | "attainment";

/**
 * The type of a policy whose parts name only its own calendars, severities and targets; any policy whose
 * targets TypeScript does not know.
 */
export type CheckedPolicy<P> = P extends { readonly targets: infer T }
  ? string extends keyof T
    ? unknown
    : {
        readonly targets: {
          readonly [K in keyof T]: CheckedTarget<T[K], CalendarsOf<P>, SeveritiesOf<P>>;
        };
      } & {
        readonly [K in keyof P & Naming]?: OwnNames<
          P[K],
          CalendarsOf<P>,
          SeveritiesOf<P>,
          Extract<keyof T, string>
        >;
      }
  : unknown;
