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

type CheckedTarget<T, C extends string, V extends string> = T extends {
  readonly allowance: infer A;
}
  ? { readonly allowance: CheckedAllowances<A, C, V> }
  : unknown;

/** The type of a policy whose targets name only its own calendars and severities. */
export type CheckedPolicy<P> = P extends { readonly targets: infer T }
  ? {
      readonly targets: {
        readonly [K in keyof T]: CheckedTarget<T[K], CalendarsOf<P>, SeveritiesOf<P>>;
      };
    }
  : unknown;
