import { describe, expect, it } from "vitest";
import nhsLoginPolicy from "../../calendars/policies/nhs-login.json";
import nhsmailPolicy from "../../calendars/policies/nhsmail.json";
import {
  alwaysOpen,
  CoverageError,
  defineSla,
  type HoursDefinition,
  type PolicyDefinition,
  type WorkingCalendar,
} from "../../src/index";
import {
  type Answers,
  addMinutes,
  answersOf,
  between,
  CHANGES,
  type Hours,
  instantShowing,
  MINUTE,
  NONE,
  type Wall,
  wallAbout,
} from "./london-minutes";

/** A shipped calendar, and where it comes from. */
interface Shipped {
  readonly name: string;
  readonly calendar: WorkingCalendar;
  readonly hours: Hours;
}

/** Every calendar that NHSmail or NHS login has under any reading of its documents; each once. */
function shippedCalendars(): Shipped[] {
  // TypeScript types the words in a JSON file as string, not as literals; defineSla checks them.
  const policies = [nhsmailPolicy, nhsLoginPolicy] as readonly unknown[] as PolicyDefinition[];
  const found = new Map<string, Shipped>();
  for (const policy of policies) {
    for (const [option, { values }] of Object.entries(policy.options ?? {})) {
      for (const value of Object.keys(values)) {
        const { calendars } = defineSla(policy, { choose: { [option]: value } });
        for (const [name, calendar] of Object.entries(calendars)) {
          const hours = hoursOf(calendar);
          const isNew = !found.has(JSON.stringify(hours));
          const title = `${policy.id} ${name}, ${option}: ${value}`;
          if (isNew) found.set(JSON.stringify(hours), { name: title, calendar, hours });
        }
      }
    }
  }
  return [...found.values()];
}

function hoursOf(calendar: WorkingCalendar): Hours {
  // No shipped calendar is made of two others.
  const { timeZone, hours, bankHolidays, exceptions } = calendar.toJSON() as HoursDefinition;
  expect([timeZone, exceptions]).toEqual(["Europe/London", undefined]);
  // None lists its own bank holidays.
  return { hours: { ...hours }, bankHolidays: bankHolidays as string | undefined };
}

const CALENDARS = shippedCalendars();
const OPENING = CALENDARS.filter(({ hours }) => Object.keys(hours.hours).length > 0);

/** Minutes to add, and where they are due in a tie: one, an hour less one, a day's, 48 hours of work. */
const AMOUNTS = [
  [1, "close"],
  [59, "next-open"],
  [600, "close"],
  [900, "next-open"],
  [48 * 60, "close"],
] as const;

/** A question of every minute of a day, and of a noon after it. */
interface Question {
  readonly name: string;
  readonly library: (calendar: WorkingCalendar, atMs: number, noonMs: number) => unknown;
  readonly reference: (answers: Answers, minute: number, noon: number) => unknown;
}

const lookUp = (name: "nextOpen" | "nextClose" | "previousOpen" | "previousClose"): Question => ({
  name,
  library: (calendar, atMs) => calendar[name](atMs).toMillis(),
  reference: (answers, minute) => answers[name][minute],
});

const QUESTIONS: readonly Question[] = [
  {
    name: "isOpen",
    library: (calendar, atMs) => calendar.isOpen(atMs),
    reference: ({ open }, minute) => open[minute],
  },
  {
    name: "between it and the noon of the second day after",
    library: (calendar, atMs, noonMs) => calendar.between(atMs, noonMs).toMillis(),
    reference: between,
  },
  lookUp("nextOpen"),
  lookUp("nextClose"),
  lookUp("previousOpen"),
  lookUp("previousClose"),
  ...AMOUNTS.map(([minutes, tie]) => ({
    name: `add ${minutes} minutes, due at the ${tie} in a tie`,
    library: (calendar: WorkingCalendar, atMs: number) =>
      calendar.add(atMs, { minutes }, { tie }).toMillis(),
    reference: (answers: Answers, minute: number) => addMinutes(answers, minute, minutes, tie),
  })),
];

/** What the library answers; NONE where it says that there is none in all of its coverage. */
function ask(question: () => unknown): unknown {
  try {
    return question();
  } catch (error) {
    if (error instanceof CoverageError) return NONE;
    throw error;
  }
}

/** The minutes of a day at which the library says something else, each with both answers. */
function differences({ calendar, hours }: Shipped, wall: Wall): string[] {
  const answers = answersOf(wall, hours);
  const instantOf = (minute: number) => wall.startMs + minute * MINUTE;
  const noon = wall.to + 36 * 60;
  const found: string[] = [];
  for (let minute = wall.from; minute < wall.to; minute++) {
    const atMs = instantOf(minute);
    for (const { name, library, reference } of QUESTIONS) {
      const fast = ask(() => library(calendar, atMs, instantOf(noon)));
      const expected = reference(answers, minute, noon);
      if (fast !== expected) {
        found.push(`${new Date(atMs).toISOString()} ${name}: ${fast}, and not ${expected}`);
      }
    }
  }
  return found;
}

describe.each(CHANGES)("every minute of $date", ({ date, toSummer }) => {
  const wall = wallAbout({ date, toSummer });

  it.each(OPENING)("$name", (shipped) => {
    expect(differences(shipped, wall).slice(0, 5)).toEqual([]);
  });

  it("is read off the wall: the first of two equal times, and a skipped time an hour later", () => {
    const london = alwaysOpen("Europe/London");
    const two = (n: number) => String(n).padStart(2, "0");
    for (let minute = 0; minute < 24 * 60; minute++) {
      const time = `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
      expect(london.at(time).toMillis(), time).toBe(instantShowing(wall, minute));
    }
  });

  it("has 23 or 25 hours", () => {
    const { startMs, from, to } = wall;
    expect(to - from).toBe((toSummer ? 23 : 25) * 60);
    const london = alwaysOpen("Europe/London");
    expect(london.at(date).toMillis()).toBe(startMs + from * MINUTE);
    expect(london.addWorkingDays(`${date}T12:00Z`, 0).toMillis()).toBe(startMs + to * MINUTE);
  });
});

describe("the shipped calendars", () => {
  it("are those of both services, under every reading", () => {
    expect(CALENDARS.length).toBeGreaterThanOrEqual(15);
    const services = new Set(CALENDARS.map(({ name }) => name.split(" ")[0]));
    expect([...services]).toEqual(["nhsmail", "nhs-login"]);
  });

  it("are open at some time, except the partner's hours, which have to be given", () => {
    const never = CALENDARS.filter((shipped) => !OPENING.includes(shipped));
    expect(never.map(({ calendar }) => calendar.id)).toEqual(["partnerHours"]);
  });
});
