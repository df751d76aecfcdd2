/** The lowest acceptable score of all parts together, in percent. */
export const LEAST = 92;

/** Code that is broken in every small way, one after the other. */
export interface Part {
  /** The files that are broken; none for the numbers of the policies. */
  readonly mutate: readonly string[];
  /** The tests that must see it. */
  readonly tests: readonly string[];
}

const CALENDAR_TESTS = [
  "test/{calendar,calendars,time}/**/*.test.ts",
  "test/sla/{clock/{day-clock,corners},building-blocks}.test.ts",
];
const SLA_TESTS = ["test/{sla,services}/**/*.test.ts"];

/** The parts, each of which takes an hour or two on two cores. */
export const PARTS = {
  timeline: { mutate: ["src/timeline/**/*.ts"], tests: ["test/{timeline,calendar}/**/*.test.ts"] },
  time: { mutate: ["src/time/**/*.ts"], tests: CALENDAR_TESTS },
  calendar: {
    mutate: ["src/calendar/*.ts", "src/calendar/{combine,definition,hours}/**/*.ts"],
    tests: CALENDAR_TESTS,
  },
  days: { mutate: ["src/calendar/{days,holidays}/**/*.ts"], tests: CALENDAR_TESTS },
  clock: { mutate: ["src/sla/clock/**/*.ts", "src/sla/allowance/**/*.ts"], tests: SLA_TESTS },
  reading: { mutate: ["src/sla/reading/**/*.ts"], tests: SLA_TESTS },
  target: { mutate: ["src/sla/target/**/*.ts"], tests: SLA_TESTS },
  policy: { mutate: ["src/sla/*.ts", "src/sla/{policy,desk,clauses}/**/*.ts"], tests: SLA_TESTS },
  moves: {
    mutate: ["src/sla/{obligations,lifecycle,building-blocks}/**/*.ts"],
    tests: SLA_TESTS,
  },
  services: { mutate: ["src/services/**/*.ts"], tests: ["test/services/**/*.test.ts"] },
  numbers: { mutate: [], tests: ["test/services/**/*.test.ts"] },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;

export function isPart(name: string): name is PartName {
  return Object.hasOwn(PARTS, name);
}
