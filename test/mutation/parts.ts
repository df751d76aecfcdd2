/** The lowest acceptable score of all parts together, in percent. */
export const LEAST = 92;

/** Code that is broken in every small way, one after the other. */
export interface Part {
  /** The files that are broken; none for the numbers of the policies. */
  readonly mutate: readonly string[];
  /** How the paths of the tests start that must see it. */
  readonly tests: readonly string[];
  /** What the paths of slow tests contain, which judge only what the others do not see. */
  readonly without?: readonly string[];
  /** Further tests for what these do not see. */
  readonly further?: readonly string[];
}

const CALENDAR_TESTS = [
  "test/calendar/",
  "test/calendars/",
  "test/time/",
  "test/sla/clock/day-clock",
  "test/sla/clock/corners",
  "test/sla/building-blocks",
];
/** What is said of a reading, to people and to other systems. */
const WORDS_OF_A_READING =
  "src/sla/reading/{explain,working,english,format-duration,jira,service-now,from-json,check-reading,to-temporal,in-ms,reading-in-ms,summary}.ts";
/** Many tickets at once, and one that is followed. */
const MANY_TICKETS =
  "src/sla/target/{bulk,columns,track-columns,followed,followed-together,together,stream,saved-sla,sla-clock,ticket-clock}.ts";
const SLA_TESTS = ["test/sla/"];
const SLOW = ["properties", "growth", "laws", "agreed-alone", "reading/summary"];
const FURTHER = ["test/services/"];
const SLA_MORE = { without: [...SLOW, "saved-clock"], further: FURTHER };

/** The parts. */
export const PARTS = {
  timeline: {
    // The codes of errors are a type, of which a test reads the text.
    mutate: ["src/timeline/**/*.ts", "!src/timeline/error-codes.ts"],
    tests: ["test/timeline/", "test/calendar/"],
  },
  time: { mutate: ["src/time/**/*.ts"], tests: CALENDAR_TESTS },
  calendar: {
    mutate: ["src/calendar/*.ts", "src/calendar/{combine,definition,hours}/**/*.ts"],
    tests: CALENDAR_TESTS,
  },
  days: {
    mutate: ["src/calendar/{days,holidays}/**/*.ts"],
    tests: [...CALENDAR_TESTS, "test/interchange/", "test/sla/allowance/"],
    without: [
      "interchange/round-trip",
      "interchange/opening-hours-package",
      "interchange/bad-input",
    ],
  },
  allowance: { mutate: ["src/sla/allowance/**/*.ts"], tests: SLA_TESTS, ...SLA_MORE },
  clock: {
    mutate: [
      "src/sla/clock/*.ts",
      "!src/sla/clock/{history,irregularities,saved-clock,choices}.ts",
    ],
    tests: SLA_TESTS,
    ...SLA_MORE,
  },
  history: {
    mutate: ["src/sla/clock/{history,irregularities,saved-clock,choices}.ts"],
    tests: SLA_TESTS,
    without: SLOW,
    further: FURTHER,
  },
  reading: {
    mutate: ["src/sla/reading/*.ts", `!${WORDS_OF_A_READING}`],
    tests: SLA_TESTS,
    ...SLA_MORE,
  },
  words: {
    mutate: [WORDS_OF_A_READING],
    tests: [...SLA_TESTS, "test/services/explain.test"],
    ...SLA_MORE,
  },
  target: {
    mutate: ["src/sla/target/*.ts", `!${MANY_TICKETS}`],
    tests: SLA_TESTS,
    ...SLA_MORE,
  },
  many: { mutate: [MANY_TICKETS], tests: SLA_TESTS, ...SLA_MORE },
  policy: {
    mutate: ["src/sla/*.ts", "src/sla/{policy,clauses}/**/*.ts"],
    tests: SLA_TESTS,
    ...SLA_MORE,
  },
  desk: { mutate: ["src/sla/desk/**/*.ts"], tests: SLA_TESTS, ...SLA_MORE },
  moves: {
    mutate: ["src/sla/{obligations,lifecycle}/**/*.ts"],
    tests: SLA_TESTS,
    ...SLA_MORE,
  },
  blocks: { mutate: ["src/sla/building-blocks/**/*.ts"], tests: SLA_TESTS, ...SLA_MORE },
  services: { mutate: ["src/services/**/*.ts"], tests: ["test/services/"], without: SLOW },
  numbers: { mutate: [], tests: ["test/services/"] },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;
/** A part that breaks code. */
export type CodePart = Exclude<PartName, "numbers">;

export function isPart(name: string): name is PartName {
  return Object.hasOwn(PARTS, name);
}
