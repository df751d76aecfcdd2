/** Types for the parts that we use of packages without types. */

declare module "luxon-business-days" {
  interface BusinessDateTime {
    plusBusiness(amount: { readonly days: number }): BusinessDateTime;
    toMillis(): number;
    toISODate(): string;
    setupBusiness(setup: {
      readonly businessDays: readonly number[];
      readonly holidayMatchers: readonly ((day: BusinessDateTime) => boolean)[];
    }): void;
  }
  const business: {
    readonly DateTime: {
      readonly prototype: BusinessDateTime;
      fromMillis(ms: number, options: { readonly zone: string }): BusinessDateTime;
    };
  };
  export default business;
}

declare module "moment-business-time" {
  interface BusinessMoment {
    clone(): BusinessMoment;
    addWorkingTime(amount: number, unit: "hours" | "days"): BusinessMoment;
    subtractWorkingTime(amount: number, unit: "hours" | "days"): BusinessMoment;
    workingDiff(other: BusinessMoment, unit: "milliseconds"): number;
    valueOf(): number;
  }
  const moment: {
    (ms: number): BusinessMoment;
    updateLocale(
      name: string,
      locale: {
        readonly workinghours: Readonly<Record<number, readonly string[] | null>>;
        readonly holidays: readonly string[];
      },
    ): void;
  };
  export default moment;
}
