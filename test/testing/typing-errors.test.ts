import { describe, expect, it } from "vitest";
import { DefinitionError, defineCalendar, defineSla } from "../../src";
import {
  type CalendarExpectations,
  expectCalendar,
  expectPolicy,
  LawError,
  type PolicyExpectations,
} from "../../src/testing";

/**
 * The slips of a hand at the keys, made in the JSON text of a calendar or a policy. Most still give a valid
 * definition; then the claims named beside the slip fail, each of them alone, and all others hold. Some are refused
 * by the definition itself.
 */

/** A slip, the text it was made in, the text that was typed, and the claims that catch it. */
type Slip<C> = readonly [slip: string, from: string, typed: string, ...claims: (keyof C)[]];

/** The text with one passage typed otherwise; the passage must occur once. */
function typedIn(text: string, from: string, typed: string): unknown {
  expect(text.split(from), from).toHaveLength(2);
  return JSON.parse(text.replace(from, typed));
}

const SPAN = { from: "2026-01-01", to: "2027-12-31" };

const OFFICE = `{
  "id": "office",
  "timeZone": "Europe/London",
  "hours": {
    "monday": ["08:00-17:00"], "tuesday": ["08:00-17:00"], "wednesday": ["08:00-12:00", "13:00-17:00"],
    "thursday": ["08:00-17:00"], "friday": ["08:00-16:00"], "saturday": ["09:00-12:00"]
  },
  "hoursFrom": { "2027-04-01": { "weekdays": ["08:00-18:00"] } },
  "bankHolidays": "england-and-wales",
  "bankHolidaysOnWeekends": "closed",
  "rules": [
    { "title": "Stocktaking", "from": "12-29", "to": "12-31", "hours": [] },
    { "title": "Summer", "from": "07-20", "to": "07-24", "hours": ["08:00-14:00"], "until": "2026-12-31" }
  ],
  "exceptions": {
    "2026-12-04": { "hours": ["07:30-13:30"], "title": "Party" },
    "2026-12-24": { "hours": ["08:00-13:00"], "title": "Christmas Eve" }
  }
}`;

/** What the office is meant to be. 2 November 2026 and 10 May 2027 are Mondays of ordinary weeks. */
const OFFICE_CLAIMS = {
  // 28 December 2026 is the day in lieu of Boxing Day, which is a Saturday.
  closedOn: (office) => office.closedOn("2026-12-25", "2026-12-26", "2026-12-28", "2026-12-29"),
  hoursOn: (office) =>
    office
      .hoursOn("2026-12-04", ["07:30-13:30"])
      .hoursOn("2026-12-24", ["08:00-13:00"])
      .hoursOn("2026-07-22", ["08:00-14:00"]),
  hoursInWeekOf: (office) =>
    office
      .hoursInWeekOf("2026-11-02", {
        weekdays: ["08:00-17:00"],
        wednesday: ["08:00-12:00", "13:00-17:00"],
        friday: ["08:00-16:00"],
        saturday: ["09:00-12:00"],
      })
      .hoursInWeekOf("2027-05-10", { weekdays: ["08:00-18:00"] }),
  // Three days of nine hours, one of eight for its lunch, a Friday of eight and a Saturday of three make 46; from April
  // 2027 five days of ten hours make 50. The fewest are those of the week from
  // 21 December 2026: 9 + 9 + 8 + 5 hours.
  everyWeekOpens: (office) =>
    office
      .everyWeekOpens({ min: 31, max: 46, from: "2026-01-01", to: "2026-12-27" })
      .everyWeekOpens({ min: 0, max: 50, ...SPAN }),
  opensOnlyWithin: (office) => office.opensOnlyWithin("07:00-19:00", SPAN),
  noExceptionOutside: (office) => office.noExceptionOutside("2026-01-01", "2027-12-31"),
  noDateOutside: (office) => office.noDateOutside("2026-01-01", "2027-12-31"),
  everyDateChangesHours: (office) => office.everyDateChangesHours(),
  hasTimeZone: (office) => office.hasTimeZone("Europe/London"),
  hasBankHolidays: (office) => office.hasBankHolidays("england-and-wales"),
  // Eight, and the days at the weekend that have one in lieu: one of 2026, two of 2027.
  everyYearHasBankHolidays: (office) =>
    office.everyYearHasBankHolidays({ min: 9, max: 10, ...SPAN }),
} satisfies Record<string, (office: CalendarExpectations) => CalendarExpectations>;

const OFFICE_SLIPS: readonly Slip<typeof OFFICE_CLAIMS>[] = [
  // 12 April 2026 is a Sunday that has hours now.
  ["day and month swapped", '"2026-12-04"', '"2026-04-12"', "hoursOn"],
  ["a closure that begins a day late", '"12-29"', '"12-30"', "closedOn"],
  [
    "two digits of a year swapped",
    '"2026-12-24"',
    '"2062-12-24"',
    "hoursOn",
    "noExceptionOutside",
    "noDateOutside",
    "everyDateChangesHours",
  ],
  [
    "a year of the next century",
    '"2026-12-24"',
    '"2206-12-24"',
    "hoursOn",
    "noExceptionOutside",
    "noDateOutside",
    "everyDateChangesHours",
  ],
  [
    "a year far in the past",
    '"2026-12-24"',
    '"1926-12-24"',
    "hoursOn",
    "noExceptionOutside",
    "noDateOutside",
    "everyDateChangesHours",
  ],
  [
    "last year's date",
    '"2026-12-24"',
    '"2025-12-24"',
    "hoursOn",
    "noExceptionOutside",
    "noDateOutside",
  ],
  [
    "the year of a change of hours",
    '"2027-04-01"',
    '"2072-04-01"',
    "hoursInWeekOf",
    "noDateOutside",
  ],
  ["the year in which a rule ends", '"until": "2026', '"until": "2062', "noDateOutside"],
  ["a day late", '"2026-12-24"', '"2026-12-23"', "hoursOn"],
  [
    "from and to of a rule swapped",
    '"from": "12-29", "to": "12-31"',
    '"from": "12-31", "to": "12-29"',
    "hoursInWeekOf",
    "everyWeekOpens",
  ],
  [
    "the month of a rule",
    '"from": "07-20", "to": "07-24"',
    '"from": "06-20", "to": "06-24"',
    "hoursOn",
    "everyWeekOpens",
  ],
  // Hours.
  [
    "17:30-03:30 for 07:30-13:30",
    "07:30-13:30",
    "17:30-03:30",
    "hoursOn",
    "everyWeekOpens",
    "opensOnlyWithin",
  ],
  [
    "18:00-08:00 for 08:00-18:00",
    '"08:00-18:00"',
    '"18:00-08:00"',
    "hoursInWeekOf",
    "everyWeekOpens",
    "opensOnlyWithin",
  ],
  [
    "08:00-05:00 for 08:00-17:00",
    '"monday": ["08:00-17:00"]',
    '"monday": ["08:00-05:00"]',
    "hoursInWeekOf",
    "everyWeekOpens",
    "opensOnlyWithin",
  ],
  [
    "8 in the evening for 8 in the morning",
    '"friday": ["08:00-16:00"]',
    '"friday": ["20:00-16:00"]',
    "hoursInWeekOf",
    "everyWeekOpens",
    "opensOnlyWithin",
  ],
  ["an hour too few", '"friday": ["08:00-16:00"]', '"friday": ["08:00-15:00"]', "hoursInWeekOf"],
  [
    "midnight for 8 in the morning",
    '"08:00-14:00"',
    '"00:00-14:00"',
    "hoursOn",
    "everyWeekOpens",
    "opensOnlyWithin",
  ],
  ["no lunch", '"08:00-12:00", "13:00-17:00"', '"08:00-17:00"', "hoursInWeekOf", "everyWeekOpens"],
  [
    "the afternoon left out",
    '"08:00-12:00", "13:00-17:00"',
    '"08:00-12:00"',
    "hoursInWeekOf",
    "everyWeekOpens",
  ],
  ["one weekday left out", '"thursday": ["08:00-17:00"], ', "", "hoursInWeekOf", "everyWeekOpens"],
  [
    "a group in place of a day",
    '"saturday": ["09',
    '"weekend": ["09',
    "hoursInWeekOf",
    "everyWeekOpens",
  ],
  ["Sunday for Saturday", '"saturday"', '"sunday"', "hoursInWeekOf"],
  ["weekend for weekdays", '"weekdays"', '"weekend"', "hoursInWeekOf"],
  // Bank holidays and the zone.
  [
    "another division",
    '"england-and-wales"',
    '"scotland"',
    "hasBankHolidays",
    "everyYearHasBankHolidays",
  ],
  [
    "no bank holidays",
    '"bankHolidays": "england-and-wales",',
    "",
    "closedOn",
    "hasBankHolidays",
    "everyYearHasBankHolidays",
  ],
  ["weekends left open", '"closed"', '"open"', "closedOn", "everyYearHasBankHolidays"],
  ["a zone of the same offsets", '"Europe/London"', '"Europe/Lisbon"', "hasTimeZone"],
  ["another zone", '"Europe/London"', '"Europe/Paris"', "hasTimeZone"],
];

const LIST = `{
  "id": "list",
  "timeZone": "Europe/London",
  "hours": { "weekdays": ["08:00-17:00"] },
  "bankHolidays": {
    "from": "2026-01-01",
    "to": "2027-12-31",
    "dates": [
      "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
      "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28"
    ]
  }
}`;

/** What a calendar with bank holidays of its own is meant to be; the dates are those of England, as GOV.UK has them. */
const LIST_CLAIMS = {
  closedOn: (list) => list.closedOn("2026-12-28", "2027-05-03", "2027-08-30"),
  everyDateChangesHours: (list) => list.everyDateChangesHours(),
  everyYearHasBankHolidays: (list) => list.everyYearHasBankHolidays({ min: 8, max: 8 }),
} satisfies Record<string, (list: CalendarExpectations) => CalendarExpectations>;

const LIST_SLIPS: readonly Slip<typeof LIST_CLAIMS>[] = [
  // 30 August 2026 is a Sunday, 3 May 2026 another, and 28 December 2026 is listed already.
  [
    "next year's holiday typed with this year",
    '"2027-08-30"',
    '"2026-08-30"',
    "closedOn",
    "everyDateChangesHours",
    "everyYearHasBankHolidays",
  ],
  [
    "next year's holidays typed with this year",
    '"2027-12-28"',
    '"2026-12-28"',
    "everyDateChangesHours",
    "everyYearHasBankHolidays",
  ],
  [
    "next year's Easter typed with this year",
    '"2027-03-29"',
    '"2026-03-30"',
    "everyYearHasBankHolidays",
  ],
  [
    "a weekend in place of the day in lieu",
    '"2026-12-28"',
    '"2026-12-26"',
    "closedOn",
    "everyDateChangesHours",
  ],
  ["day and month swapped", '"2027-05-03"', '"2027-03-05"', "closedOn"],
  ["one date left out", '"2027-08-30", ', "", "closedOn", "everyYearHasBankHolidays"],
];

const DESK = `{
  "id": "desk",
  "calendars": {
    "office": { "timeZone": "Europe/London", "hours": { "weekdays": ["09:00-17:00"] } },
    "late": { "timeZone": "Europe/London", "hours": { "weekdays": ["09:00-20:00"] } }
  },
  "severities": ["1", "2", "3"],
  "targets": {
    "answer": {
      "allowance": { "minutes": 30, "calendar": "office" },
      "runs": ["new"],
      "stops": ["open", "waiting", "done"]
    },
    "fix": {
      "allowance": {
        "1": { "hours": 4, "calendar": "office" },
        "2": { "hours": 8, "calendar": "office" },
        "3": { "hours": 40, "calendar": "office" }
      },
      "runs": ["new", "open"],
      "pauses": ["waiting"],
      "stops": ["done"],
      "warnAt": [0.75, 0.9],
      "escalations": [{ "id": "manager", "at": { "before": { "minutes": 30 } } }],
      "pauseLimit": { "hours": 24, "calendar": "office" },
      "onReopen": "restart"
    }
  }
}`;

/**
 * What the desk is meant to be. Of 4 hours from Monday 2 November 2026 at 14:00, three pass that day and one on
 * Tuesday.
 */
const DESK_CLAIMS = {
  hasTargets: (desk) => desk.hasTargets("answer", "fix"),
  promises: (desk) =>
    desk
      .promises("answer", { minutes: 30 })
      .promises("fix", { "1": { hours: 4 }, "2": { hours: 8 }, "3": { hours: 40 } }),
  everySeverityHas: (desk) => desk.everySeverityHas("answer", "fix"),
  worseIsSooner: (desk) => desk.worseIsSooner("fix", "2026-11-02T09:00:00Z"),
  countsOn: (desk) => desk.countsOn("answer", "office").countsOn("fix", "office"),
  hasStates: (desk) =>
    desk
      .hasStates("answer", { runs: ["new"], pauses: [], stops: ["open", "waiting", "done"] })
      .hasStates("fix", { runs: ["new", "open"], pauses: ["waiting"], stops: ["done"] }),
  chooses: (desk) => desk.chooses("fix", { onReopen: "restart", atDue: "met" }),
  knowsStates: (desk) => desk.knowsStates("new", "open", "waiting", "done"),
  hasTerms: (desk) =>
    desk.hasTerms("answer", { warnAt: null, escalations: null }).hasTerms("fix", {
      warnAt: [0.75, 0.9],
      escalations: [{ id: "manager", at: { before: { minutes: 30 } } }],
      pauseLimit: { hours: 24, calendar: "office" },
      reopenWithin: null,
    }),
  isDue: (desk) =>
    desk
      .isDue("answer", { at: "2026-11-02T09:00:00Z" }, "2026-11-02T09:30:00Z")
      .isDue("fix", { at: "2026-11-02T14:00:00Z", severity: "1" }, "2026-11-03T10:00:00Z"),
} satisfies Record<string, (desk: PolicyExpectations) => PolicyExpectations>;

const DESK_SLIPS: readonly Slip<typeof DESK_CLAIMS>[] = [
  [
    "a target misspelt",
    '"answer": {',
    '"anwser": {',
    "hasTargets",
    "promises",
    "everySeverityHas",
    "countsOn",
    "hasStates",
    "hasTerms",
    "isDue",
  ],
  // Amounts.
  [
    "hours for minutes",
    '"minutes": 30, "calendar"',
    '"hours": 30, "calendar"',
    "promises",
    "isDue",
  ],
  ["a nought too many", '"hours": 8', '"hours": 80', "promises", "worseIsSooner"],
  ["a nought too few", '"hours": 40', '"hours": 4', "promises", "worseIsSooner"],
  [
    "a nought too many for the worst",
    '"hours": 4,',
    '"hours": 40,',
    "promises",
    "worseIsSooner",
    "isDue",
  ],
  ["a figure too many", '"hours": 8', '"hours": 18', "promises"],
  [
    "severity 1 slower than severity 2",
    '"1": { "hours": 4',
    '"1": { "hours": 14',
    "promises",
    "worseIsSooner",
    "isDue",
  ],
  [
    "the severities swapped",
    '"1": { "hours": 4, "calendar": "office" },\n        "2"',
    '"2": { "hours": 4, "calendar": "office" },\n        "1"',
    "promises",
    "worseIsSooner",
    "isDue",
  ],
  ["the order of the severities", '["1", "2", "3"]', '["3", "2", "1"]', "worseIsSooner"],
  [
    "a promise left out",
    ',\n        "3": { "hours": 40, "calendar": "office" }',
    "",
    "promises",
    "everySeverityHas",
  ],
  [
    "another calendar",
    '"hours": 8, "calendar": "office"',
    '"hours": 8, "calendar": "late"',
    "countsOn",
  ],
  ["09:00-17:00 typed as 17:00-09:00 in its calendar", '"09:00-17:00"', '"17:00-09:00"', "isDue"],
  // States.
  [
    "a state misspelt where the clock runs",
    '["new", "open"]',
    '["new", "opne"]',
    "hasStates",
    "knowsStates",
  ],
  ["a state misspelt where it pauses", '["waiting"]', '["waitng"]', "hasStates", "knowsStates"],
  ["a state misspelt where it stops", '["done"]', '["dnoe"]', "hasStates", "knowsStates"],
  ["a state with a capital", '"stops": ["open"', '"stops": ["Open"', "hasStates", "knowsStates"],
  [
    "runs for pauses",
    '"runs": ["new", "open"],\n      "pauses": ["waiting"]',
    '"runs": ["new", "open", "waiting"]',
    "hasStates",
  ],
  // The rest of a target.
  ["a warning at 9 % for 90 %", "0.75, 0.9]", "0.75, 0.09]", "hasTerms"],
  [
    "hours for minutes before the due instant",
    '{ "before": { "minutes": 30 } }',
    '{ "before": { "hours": 30 } }',
    "hasTerms",
  ],
  ["after for before", '"before"', '"after"', "hasTerms"],
  ["another choice", '"restart"', '"resume"', "chooses"],
];

/** Slips that the definition refuses, and what it says of them. */
const REFUSED: readonly (readonly [
  slip: string,
  text: string,
  from: string,
  typed: string,
  said: string,
])[] = [
  [
    "a digit missing from a year",
    OFFICE,
    '"2026-12-24"',
    '"202-12-24"',
    "expected a date that exists",
  ],
  [
    "a digit doubled in a year",
    OFFICE,
    '"2026-12-24"',
    '"20226-12-24"',
    "expected a date that exists",
  ],
  [
    "day and month swapped after the 12th",
    OFFICE,
    '"2026-12-24"',
    '"2026-24-12"',
    "expected a date that exists",
  ],
  [
    "day and month of a rule swapped",
    OFFICE,
    '"12-29"',
    '"29-12"',
    "expected a day of the year that exists",
  ],
  [
    "a period of no length",
    OFFICE,
    "07:30-13:30",
    "08:00-08:00",
    "expected a period of some length",
  ],
  ["a digit missing from an hour", OFFICE, "07:30-13:30", "7:30-13:30", "expected a period"],
  ["an hour that no day has", OFFICE, "07:30-13:30", "07:30-31:30", "expected a period"],
  [
    "periods that overlap",
    OFFICE,
    '"13:00-17:00"',
    '"11:00-17:00"',
    "expected periods that do not overlap",
  ],
  ["a weekday misspelt", OFFICE, '"thursday"', '"thurday"', 'did you mean "thursday"?'],
  ["a zone misspelt", OFFICE, "Europe/London", "Europe/Londn", 'perhaps "Europe/London"'],
  ["a division misspelt", OFFICE, '"england-and-wales"', '"england"', "expected england-and-wales"],
  [
    "a rule that ends before it begins",
    OFFICE,
    '"until": "2026-12-31"',
    '"until": "2026-12-31", "since": "2027-01-01"',
    'not before "since"',
  ],
  [
    "a holiday outside the years of its list",
    LIST,
    '"2027-08-30"',
    '"2072-08-30"',
    'within "from" and "to"',
  ],
  [
    "the unit of an allowance misspelt",
    DESK,
    '"hours": 8',
    '"hour": 8',
    'expected an amount such as { "hours": 48, ',
  ],
  ["a severity misspelt", DESK, '"3": {', '"33": {', '"33"'],
  [
    "a calendar misspelt",
    DESK,
    '"hours": 8, "calendar": "office"',
    '"hours": 8, "calendar": "ofice"',
    '"ofice"',
  ],
  ["a choice misspelt", DESK, '"restart"', '"restarts"', '"restarts"'],
  ["a list of states misspelt", DESK, '"pauses"', '"pause"', 'did you mean "pauses"?'],
  ["a state in two lists", DESK, '["waiting"]', '["done"]', '"done"'],
  ["per cent for a share", DESK, "0.75, 0.9]", "75, 90]", "expected a share of 1 or less"],
  ["an amount of less than nothing", DESK, '"hours": 8', '"hours": -8', "-8"],
];

function tryAll<E>(
  claims: Readonly<Record<string, (subject: E) => E>>,
  slips: readonly (readonly [string, string, string, ...string[]])[],
  text: string,
  subjectOf: (definition: unknown) => E,
): void {
  it("is what it is meant to be, claim by claim", () => {
    for (const claim of Object.values(claims)) claim(subjectOf(JSON.parse(text)));
  });

  it.each(slips)("%s: %j typed as %j", (_, from, typed, ...names) => {
    const subject = subjectOf(typedIn(text, from, typed));
    const caught = Object.entries(claims).filter(([name, claim]) => {
      try {
        claim(subject);
        return false;
      } catch (error) {
        // A claim about a target that the policy does not have is refused.
        if (error instanceof LawError) expect(error.data.law).toBe(name);
        else expect(error).toMatchObject({ code: "target-unknown" });
        return true;
      }
    });
    expect(caught.map(([name]) => name).join(" ")).toBe(names.join(" "));
  });

  it.each(Object.keys(claims))("%s catches one of them", (name) => {
    expect(slips.some(([, , , ...names]) => names.includes(name))).toBe(true);
  });
}

// A definition out of a file is of no type; a slip must not be caught by the compiler.
const calendarOf = defineCalendar as (definition: unknown) => ReturnType<typeof defineCalendar>;
const policyOf = defineSla as (definition: unknown) => ReturnType<typeof defineSla>;

describe("a slip in a calendar", () => {
  tryAll(OFFICE_CLAIMS, OFFICE_SLIPS, OFFICE, (office) => expectCalendar(calendarOf(office)));
});

describe("a slip in a list of bank holidays", () => {
  tryAll(LIST_CLAIMS, LIST_SLIPS, LIST, (list) => expectCalendar(calendarOf(list)));
});

describe("a slip in a policy", () => {
  tryAll(DESK_CLAIMS, DESK_SLIPS, DESK, (desk) => expectPolicy(policyOf(desk)));
});

describe("a slip that the definition refuses", () => {
  it.each(REFUSED)("%s", (_, text, from, typed, said) => {
    const definition = typedIn(text, from, typed);
    const make = () => (text === DESK ? policyOf(definition) : calendarOf(definition));
    expect(make).toThrow(DefinitionError);
    expect(make).toThrow(said);
  });
});
