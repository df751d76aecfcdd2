/** The lowest acceptable score of all parts together, in percent. */
export const LEAST = 92;

/** Code that is broken in every small way, one after the other. */
export interface Part {
  /** The files that are broken; none for the numbers of the policies. */
  readonly mutate: readonly string[];
  /** How the paths of the tests start that must see it. */
  readonly tests: readonly string[];
}

const CALENDAR_TESTS = [
  "test/calendar/",
  "test/calendars/",
  "test/time/",
  "test/sla/clock/day-clock",
  "test/sla/clock/corners",
  "test/sla/building-blocks",
];
const SLA_TESTS = ["test/sla/", "test/services/"];

/** The parts. */
export const PARTS = {
  timeline: { mutate: ["src/timeline/**/*.ts"], tests: ["test/timeline/", "test/calendar/"] },
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
  services: { mutate: ["src/services/**/*.ts"], tests: ["test/services/"] },
  numbers: { mutate: [], tests: ["test/services/"] },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;
/** A part that breaks code. */
export type CodePart = Exclude<PartName, "numbers">;

export function isPart(name: string): name is PartName {
  return Object.hasOwn(PARTS, name);
}
