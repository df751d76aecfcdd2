import { describe, expect, it } from "vitest";
import { CoreHoursError, nhsmail } from "../../src/index";
import * as kit from "../../src/testing";

/** Whatever a program gives the kit in place of what it takes is refused at once, by an error with a code. */

const sla = nhsmail();
const { core } = sla.calendars;
const TARGET = "incidentResolution";

const throwing = new Proxy(
  {},
  {
    get: () => {
      throw new Error("a foreign object");
    },
    getPrototypeOf: () => {
      throw new Error("a foreign object");
    },
  },
);

const GARBAGE: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  null: null,
  "a number": 0,
  NaN: Number.NaN,
  "a text": "x",
  "no text": "",
  "a list": [],
  "a function": () => 1,
  "a symbol": Symbol("x"),
  "a bigint": 10n,
  "an invalid Date": new Date("x"),
  "an object without a prototype": Object.create(null),
};

/** What no checker can work on, whatever it is. */
const SUBJECTS = { ...GARBAGE, "an object that throws": throwing };

type Called = (given: never) => unknown;

const checkers: Readonly<Record<string, Called>> = {
  checkCalendar: (given) => kit.checkCalendar(given),
  checkSla: (given) => kit.checkSla(given),
  expectCalendar: (given) => kit.expectCalendar(given),
  expectPolicy: (given) => kit.expectPolicy(given),
  anyInstantNear: (given) => kit.anyInstantNear(given),
  anyTicketFor: (given) => kit.anyTicketFor(given, TARGET as never),
  "a law of calendars": (given) => kit.calendarLaws[0]?.check(given),
  "a law of policies": (given) => kit.slaLaws[0]?.check(given),
};

const claims: Readonly<Record<string, Called>> = {
  hasTargets: (given) => kit.expectPolicy(sla).hasTargets(given),
  hasStates: (given) => kit.expectPolicy(sla).hasStates(TARGET, given),
  "a list of hasStates": (given) => kit.expectPolicy(sla).hasStates(TARGET, { runs: given ?? [0] }),
  chooses: (given) =>
    kit.expectPolicy(sla).chooses(TARGET, given ?? ({ onReopened: "resume" } as never)),
  knowsStates: (given) => kit.expectPolicy(sla).knowsStates(given),
  hasTerms: (given) => kit.expectPolicy(sla).hasTerms(TARGET, given),
  isDue: (given) => kit.expectPolicy(sla).isDue(TARGET, given, "2026-11-20T16:30:00Z"),
  closedOn: (given) => kit.expectCalendar(core).closedOn(given),
  everyWeekOpens: (given) => kit.expectCalendar(core).everyWeekOpens(given),
  withinDays: (given) => kit.anyInstantsNear(core, ["at"], { withinDays: given ?? -1 }),
};

const refuses = (act: () => unknown) => {
  let error: unknown;
  try {
    act();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(CoreHoursError);
};

describe.each(Object.entries(checkers))("%s refuses", (_, check) => {
  it.each(Object.entries(SUBJECTS))("%s", (_, given) => refuses(() => check(given as never)));
});

describe.each(Object.entries(claims))("the claim %s refuses", (name, claim) => {
  const meant = Object.entries(GARBAGE).filter(
    // Nothing is chosen by an empty list, and an instant lies within no days of its place.
    ([what, given]) =>
      !(name === "chooses" && isEmpty(given)) && !(name === "withinDays" && what === "a number"),
  );
  it.each(meant)("%s", (_, given) => refuses(() => claim(given as never)));
});

function isEmpty(given: unknown): boolean {
  return typeof given === "object" && given !== null && Object.keys(given).length === 0;
}

describe("checkAdapter", () => {
  it.each(Object.entries(GARBAGE))("refuses %s in place of a function", async (_, begin) => {
    if (typeof begin === "function") return;
    const error: unknown = await kit
      .checkAdapter(sla, TARGET, begin as never, { seed: 1, numRuns: 1 })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "option-invalid", data: { option: "begin" } });
  });

  it.each(Object.entries(GARBAGE))("refuses %s in place of an adapter", async (_, made) => {
    const error: unknown = await kit
      .checkAdapter(sla, TARGET, () => made as never, { seed: 1, numRuns: 1 })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "option-invalid", data: { option: "adapter" } });
  });

  it.each(Object.entries(GARBAGE))("finds %s in place of a reading", async (_, given) => {
    const adapter = { take: () => {}, restart: () => {}, readingOf: () => given as never };
    const error: unknown = await kit
      .checkAdapter(sla, TARGET, () => adapter, { seed: 1, numRuns: 20 })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(kit.LawError);
    expect(String(error)).toContain("status, the adapter:");
  });
});
