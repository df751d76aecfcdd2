import { describe, expect, it } from "vitest";
import clocksJson from "../../conformance/clocks.json";
import obligationsJson from "../../conformance/obligations.json";
import servicesJson from "../../conformance/services.json";
import daysJson from "../../conformance/working-days.json";
import timeJson from "../../conformance/working-time.json";
import {
  type CalendarDefinition,
  defineCalendar,
  defineSla,
  type PolicyDefinition,
  SERVICES,
  type WorkingCalendar,
} from "../../src";
import { CHOICES, DAY_CHOICES } from "../../src/sla/clock/choices";
import {
  type AlertQuestion,
  clocksFile,
  obligationsFile,
  type Question,
  questionsFile,
  servicesFile,
  type Ticket,
} from "../../tools/schemas/vectors";
import { validator } from "../schemas/schemas";

const time = questionsFile.parse(timeJson);
const days = questionsFile.parse(daysJson);
const clocks = clocksFile.parse(clocksJson);
const obligations = obligationsFile.parse(obligationsJson);
const services = servicesFile.parse(servicesJson);

// The definitions are JSON from outside the types; defineCalendar and defineSla check them.
const calendars = new Map(
  Object.entries({ ...days.calendars, ...time.calendars }).map(([id, definition]) => [
    id,
    defineCalendar({ id, ...(definition as Omit<CalendarDefinition, "id">) }),
  ]),
);
const policies = new Map(
  Object.entries({ ...clocks.policies, ...obligations.policies }).map(([id, definition]) => [
    id,
    defineSla({ id, ...(definition as Omit<PolicyDefinition, "id">) }),
  ]),
);

/** What the library answers; instants in UTC. */
function answerOf(calendar: WorkingCalendar, each: Question): string | number | boolean {
  const { from } = each;
  switch (each.ask) {
    case "between":
      return calendar.between(from, each.to).toMillis();
    case "workingDaysBetween":
      return calendar.workingDaysBetween(from, each.to, { bounds: each.bounds });
    case "isOpen":
      return calendar.isOpen(from);
    case "add":
      return utc(calendar.add(from, { milliseconds: each.amountMs }, { tie: each.tie }));
    case "subtract":
      return utc(calendar.subtract(from, { milliseconds: each.amountMs }));
    case "addWorkingDays":
      return utc(calendar.addWorkingDays(from, each.days, { due: each.due, cutoff: each.cutoff }));
    default:
      return utc(calendar[each.ask](from));
  }
}

/** How the library judges a ticket. */
function readingOf({ policy, history, asOf, choices, answer }: Ticket): Ticket["answer"] {
  const target = policies.get(policy)?.targets["fix"];
  if (!target) throw new Error(`there is no policy ${policy} with a target fix`);
  const { status, dueAt, breachedAt, elapsed } = target.track(history, { asOf, ...choices });
  return {
    status,
    dueAt: dueAt && utc(dueAt),
    breachedAt: breachedAt && utc(breachedAt),
    ...(answer.elapsedMs === undefined ? {} : { elapsedMs: elapsed.toMillis() }),
  };
}

/** The escalations of a ticket, or all that it has begun. */
function begunBy(each: AlertQuestion): AlertQuestion["answer"] {
  const { policy, history, asOf } = each;
  const sla = policies.get(policy);
  if (!sla) throw new Error(`there is no policy ${policy}`);
  if (each.ask === "escalations") {
    const told = sla.targets["fix"]?.track(history, { asOf }).escalations ?? [];
    return told.map(({ id, at, passed }) => ({ id, at: at && utc(at), passed }));
  }
  return sla
    .obligations(history, { asOf, facts: each.facts })
    .map(({ kind, name, step, number, dueAt, status, late }) => {
      return { kind, name, step, number, dueAt: dueAt && utc(dueAt), status, late };
    });
}

const utc = (at: { toMillis(): number }) =>
  new Date(at.toMillis()).toISOString().replace(/\.000Z$/, "Z");

describe.each(Object.entries({ time, days }))("the vectors of %s", (_, { cases }) => {
  it.each(cases.map((each) => [each.id, each] as const))("%s", (_id, each) => {
    const calendar = calendars.get(each.calendar);
    expect(calendar && answerOf(calendar, each)).toEqual(each.answer);
  });
});

describe("the vectors of clocks", () => {
  it.each(clocks.cases.map((each) => [each.id, each] as const))("%s", (_id, each) => {
    expect(readingOf(each)).toEqual(each.answer);
  });

  it("has a case for every value of every choice but the defaults, which the other cases have", () => {
    const chosen = clocks.cases.flatMap(({ choices }) => Object.entries(choices ?? {}).map(String));
    const values = Object.entries({ ...CHOICES, ...DAY_CHOICES }).flatMap(([name, { values }]) =>
      Object.keys(values)
        .slice(1)
        .map((value) => `${name},${value}`),
    );
    expect(values.filter((each) => !chosen.includes(each))).toEqual([]);
    expect(chosen.some((each) => each.startsWith("cutoff,"))).toBe(true);
  });
});

describe("the vectors of obligations", () => {
  it.each(obligations.cases.map((each) => [each.id, each] as const))("%s", (_id, each) => {
    expect(begunBy(each)).toEqual(each.answer);
  });
});

describe("the vectors of the services", () => {
  it("give each service the options that its sample has", () => {
    const samples = Object.fromEntries(SERVICES.map(({ id, example }) => [id, example]));
    expect(services.options).toEqual(samples);
    expect(new Set(services.cases.map(({ service }) => service))).toEqual(
      new Set(Object.keys(samples)),
    );
  });
});

describe("the JSON Schema of the vectors", () => {
  const problems = validator("vectors");
  const files = { clocksJson, obligationsJson, servicesJson, daysJson, timeJson };

  it.each(Object.entries(files))("takes %s", (_, file) => {
    expect(problems(file)).toEqual([]);
  });

  it.each(Object.entries(files))("refuses %s with another version, key or answer", (_, file) => {
    const [first, ...rest] = file.cases;
    for (const wrong of [
      { ...file, version: 2 },
      { ...file, extra: true },
      { ...file, cases: [{ ...first, becuase: "a misspelt key" }, ...rest] },
      { ...file, cases: [{ ...first, answer: [1] }, ...rest] },
      { ...file, cases: [{ ...first, because: "" }, ...rest] },
    ]) {
      expect(problems(wrong)).not.toEqual([]);
    }
  });

  it("asks nothing of one file that another answers", () => {
    expect(problems({ ...timeJson, cases: clocksJson.cases })).not.toEqual([]);
  });
});

describe("the vectors", () => {
  it("have a number each, that none has twice", () => {
    const ids = [
      ...time.cases,
      ...days.cases,
      ...clocks.cases,
      ...obligations.cases,
      ...services.cases,
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
