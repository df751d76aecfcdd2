import {
  type AllowanceDefinition,
  type CalendarDefinition,
  defineSla,
  type PolicyDefinition,
  type Sla,
  type TargetDefinition,
} from "../src/index";

/** Very different calendars, with clock changes and bank holidays in the time of the tickets. */
const CALENDARS: Readonly<Record<string, CalendarDefinition>> = {
  desk: {
    timeZone: "Europe/London",
    hours: { weekdays: ["09:00-12:00", "13:00-17:30"] },
    bankHolidays: "england-and-wales",
  },
  night: {
    timeZone: "Europe/London",
    hours: { daily: ["22:00-07:00"], saturday: [] },
    bankHolidays: "scotland",
  },
  island: {
    timeZone: "Australia/Lord_Howe",
    hours: { daily: ["00:00-02:15", "08:00-12:00"], sunday: ["01:45-03:00"] },
  },
  clock: { timeZone: "UTC", hours: { daily: ["00:00-24:00"] } },
};

const hours = (amount: number, calendar = "desk"): AllowanceDefinition => ({
  hours: amount,
  calendar,
});
const days = (
  workingDays: number,
  rest: { readonly calendar?: string; readonly due?: "close"; readonly cutoff?: string } = {},
): AllowanceDefinition => ({ workingDays, calendar: "desk", ...rest });

/** Kinds of allowance: in hours, in days or in both, by severity or for all. */
const ALLOWANCES: readonly TargetDefinition["allowance"][] = [
  { "1": hours(4), "2": hours(7.5), "3": hours(15) },
  hours(7.5),
  { "1": hours(3, "clock"), "2": hours(7.5), "3": hours(4, "island") },
  { "1": { minutes: 0, calendar: "desk" }, "2": hours(3), "3": hours(3) },
  { "1": days(1), "2": days(2), "3": days(5) },
  days(1),
  { "1": days(1, { due: "close" }), "2": days(2, { cutoff: "12:00" }), "3": days(3) },
  { "1": days(1, { calendar: "night", due: "close" }), "2": days(2, { calendar: "island" }) },
  { "1": hours(4), "2": days(1), "3": hours(9, "night") },
];
/** Used hours cannot be carried over to days. */
const MIXED = 8;

/** Every combination of choices, with every kind of allowance. */
export function checkedPolicies(): readonly Sla[] {
  const policies: PolicyDefinition[] = [];
  for (const [kind, allowance] of ALLOWANCES.entries()) {
    for (const onSeverityChange of ["carry-elapsed", "retroactive", "restart"] as const) {
      if (kind === MIXED && onSeverityChange === "carry-elapsed") continue;
      for (const onReopen of [
        "resume",
        "continue",
        "restart",
        "new-cycle",
        "first-only",
      ] as const) {
        for (const atDue of ["met", "breached"] as const) {
          for (const tie of ["close", "next-open"] as const) {
            policies.push(
              policyOf(policies.length, { allowance, onSeverityChange, onReopen, atDue, tie }),
            );
          }
        }
      }
    }
  }
  return policies.map((policy) => defineSla(policy));
}

function policyOf(
  number: number,
  target: Pick<TargetDefinition, "allowance" | "onSeverityChange" | "onReopen" | "atDue" | "tie">,
): PolicyDefinition {
  return {
    id: `policy-${number}`,
    calendars: CALENDARS,
    // Severity 4 has no allowance in policies with severities; a policy without a list accepts any word.
    ...(number % 3 === 0 ? {} : { severities: ["1", "2", "3", "4"] }),
    states: ["note"],
    targets: {
      fix: {
        ...target,
        runs: ["new", "open"],
        pauses: ["waiting"],
        stops: ["solved", "closed"],
        cancels: ["void"],
      },
    },
  };
}
