import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineSla, diffCalendars, type PolicyDefinition } from "../../../../src/index";
import {
  type Draft,
  type DraftAllowance,
  type DraftDay,
  type DraftTarget,
  FIRST_DRAFT,
  RESPONSE,
  textOf,
  UNITS,
  wordsIn,
} from "../../../../src/page/view/own/draft";
import { draftOf, draftOrFirst, keptParts } from "../../../../src/page/view/own/draft-of";
import { policyOf } from "../../../../src/page/view/own/policy-of";

const SPAN = { from: "2026-01-01", to: "2027-12-31" };

/** The library checks whatever it is given. */
const slaOf = (json: unknown) => defineSla(json as PolicyDefinition);

/** A policy by what it means: everything but its calendars as written, and these by their open hours. */
function expectSame(json: unknown, again: unknown): void {
  const [before, after] = [slaOf(json), slaOf(again)];
  const { calendars: _, ...left } = before.toJSON();
  const { calendars: __, ...right } = after.toJSON();
  expect(right).toEqual(left);
  expect(Object.keys(after.calendars).toSorted()).toEqual(Object.keys(before.calendars).toSorted());
  for (const [id, calendar] of Object.entries(before.calendars)) {
    const other = after.calendars[id];
    if (!other) throw new Error(`${id} is gone`);
    expect(other.timeZone).toBe(calendar.timeZone);
    expect(diffCalendars(calendar, other, SPAN)).toEqual([]);
  }
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const shipped = readdirSync("calendars/policies").map((name) => `calendars/policies/${name}`);

function isRefused(json: unknown): boolean {
  try {
    slaOf(json);
    return false;
  } catch {
    return true;
  }
}

/** Every part of a value, by the keys that lead to it. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = [...path, key];
    return [own, ...pathsOf(inner, own)];
  });
}

/** A policy of every part that the form shows. */
const COUNCIL = {
  id: "council",
  title: "Council desk",
  timeZone: "Europe/London",
  calendars: {
    office: {
      timeZone: "Europe/London",
      hours: { weekdays: ["08:30-12:30", "13:30-17:00"], saturday: ["09:00-12:00"] },
      bankHolidays: "scotland",
      exceptions: { "2026-12-24": { hours: [], title: "Closed" }, "2026-12-29": [] },
    },
    night: { timeZone: "Europe/London", hours: { daily: ["22:00-06:00"] } },
  },
  severities: ["high", "low"],
  targets: {
    answer: {
      title: "Answer",
      allowance: { high: { hours: 2, calendar: "night" }, low: { hours: 6, calendar: "office" } },
      runs: ["new"],
      pauses: ["waiting"],
      stops: ["done"],
      cancels: ["void"],
      warnAt: [0.5],
      onSeverityChange: "restart",
      onReopen: "restart",
    },
    close: {
      allowance: { workingDays: 2, calendar: "office", due: "close", cutoff: "15:00" },
      runs: ["new"],
      stops: ["done"],
    },
  },
};

describe("a policy file that is loaded into the form", () => {
  it.each([...shipped, "examples/policies/incident-log.json"])(
    "and saved again means the same: %s",
    (path) => {
      const draft = draftOf(read(path));
      if (!draft) throw new Error("it is a policy");
      expectSame(read(path), policyOf(draft));
    },
  );

  it("shows its week, its closures, and each target with its amounts, days and states", () => {
    const draft = draftOf({
      id: "town",
      title: "Town hall",
      timeZone: "Europe/London",
      calendars: {
        office: {
          timeZone: "Europe/London",
          hours: { weekdays: ["08:30-12:00", "13:00-17:00"], saturday: ["09:00-12:00"] },
          bankHolidays: "scotland",
          exceptions: {
            "2026-12-24": { hours: [], title: "Closed early" },
            "2026-12-29": [],
            "2026-12-31": { hours: ["09:00-12:00"] },
          },
        },
      },
      severities: ["high", "low"],
      targets: {
        reply: {
          allowance: {
            high: { workingDays: 1, calendar: "office", due: { at: "16:00" }, cutoff: "15:00" },
            low: { workingDays: 3, calendar: "office", due: "close", cutoff: "15:00" },
          },
          runs: ["new"],
          stops: ["answered"],
          warnAt: [0.07],
          escalations: [{ at: { share: 1 } }],
        },
        close: {
          allowance: { calendarDays: 10 },
          runs: ["new"],
          stops: ["closed"],
          onReopen: "restart",
        },
      },
    });
    const { calendar, targets } = draft ?? FIRST_DRAFT;
    const open = { isOpen: true, from: "08:30", to: "17:00" };
    const shut = { isOpen: false, from: "09:00", to: "13:00" };
    expect(calendar).toEqual({
      id: "office",
      timeZone: "Europe/London",
      days: [open, open, open, open, open, { isOpen: true, from: "09:00", to: "12:00" }, shut],
      lunchFrom: "12:00",
      lunchTo: "13:00",
      bankHolidays: "scotland",
      closures: [
        { date: "2026-12-24", title: "Closed early" },
        { date: "2026-12-29", title: "" },
      ],
      rest: { exceptions: { "2026-12-31": { hours: ["09:00-12:00"] } } },
    });
    const [reply, close] = targets;
    expect(reply).toMatchObject({
      by: "severity",
      each: {
        high: { amount: "1", unit: "workingDays", calendar: "office", kept: null },
        // Its days are up in another way than those of the first, which the form shows for all.
        low: { kept: { workingDays: 3, calendar: "office", due: "close", cutoff: "15:00" } },
      },
      due: "at",
      dueAt: "16:00",
      cutoff: "15:00",
      warnAt: "7",
    });
    expect(close).toMatchObject({ by: "all", all: { amount: "10", unit: "calendarDays" } });
    expect(close?.onReopen).toBe("restart");
    expect(keptParts(draft ?? FIRST_DRAFT)).toEqual([
      "of the calendar “office”: exceptions",
      "of the target “reply”: escalations",
    ]);
  });

  it("shows hours and minutes together in minutes", () => {
    const allowance = { hours: 2, minutes: 30, calendar: "desk" };
    const draft = draftOf({ targets: { fix: { allowance, runs: ["new"], stops: ["done"] } } });
    expect(draft?.targets[0]?.all).toMatchObject({ amount: "150", unit: "minutes" });
  });

  it("keeps calendars of another kind: by name, over midnight, of three periods, with two lunches", () => {
    for (const calendar of [
      "nhs-login-support",
      { timeZone: "UTC", hours: { daily: ["22:00-06:00"] } },
      { timeZone: "UTC", hours: { monday: ["08:00-09:00", "10:00-11:00", "12:00-13:00"] } },
      {
        timeZone: "UTC",
        hours: {
          monday: ["08:00-12:00", "13:00-17:00"],
          tuesday: ["08:00-11:00", "12:00-17:00"],
        },
      },
      { union: ["a", "b"] },
    ]) {
      const draft = draftOf({ calendars: { odd: calendar }, targets: {} });
      expect(draft?.calendar).toBeNull();
      expect(draft && policyOf(draft)["calendars"]).toEqual({ odd: calendar });
      expect(draft && keptParts(draft)).toEqual(["the calendars odd"]);
    }
  });

  it("is refused if it is not a policy, whatever it is", () => {
    for (const json of [null, 1, "x", [], {}, { targets: [] }, { targets: null }]) {
      expect(draftOf(json)).toBeNull();
    }
  });

  it("keeps severities and states that hold commas, quotation marks and blanks", () => {
    const word = fc.string({ minLength: 1 }).filter((text) => !/\n/.test(text));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(wordsIn(textOf(words))).toEqual(words);
      }),
    );
    const odd = ["Waiting, customer", 'called "done"', " blank "];
    const allowance = Object.fromEntries(odd.map((each) => [each, { calendarDays: 1 }]));
    const fix = { allowance, runs: odd, stops: ["x"] };
    const policy = { id: "odd", timeZone: "UTC", severities: odd, targets: { fix } };
    const again = draftOf(policy);
    expect(again && policyOf(again)).toEqual(policy);
  });

  it("is refused afterwards if it was refused before, and otherwise means the same, whatever is in it", () => {
    const paths = pathsOf(COUNCIL);
    const value = fc.oneof(
      fc.constantFrom("", "1", "09:00-17:00", "desk", "close", "Europe/Paris"),
      fc.constantFrom<unknown>(0, -1, 2.5, null, true, [], {}, [1], ["x"], { hours: 3 }, { a: 1 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, fc.boolean(), (path, put, isMore) => {
        const policy = structuredClone(COUNCIL);
        const [last = "", ...above] = [...path].reverse();
        const at: Record<string, unknown> = above
          .reverse()
          .reduce((inner, key) => Object(inner)[key], policy);
        // Either a part is another, or there is a part that nobody knows.
        at[isMore ? `${last}x` : last] = put;
        const draft = draftOf(policy);
        if (!draft) return;
        const again = policyOf(draft);
        if (isRefused(policy)) expect([policy, isRefused(again)]).toEqual([policy, true]);
        else expectSame(policy, again);
      }),
      { numRuns: 300 },
    );
  });

  it("never throws, however its parts are wrong", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("a", "b"), fc.jsonValue()),
        fc.jsonValue(),
        (targets, part) => {
          const json = { id: part, title: part, calendars: part, severities: part, targets };
          const draft = draftOf(json);
          if (!draft) throw new Error("it has targets");
          policyOf(draft);
          keptParts(draft);
        },
      ),
    );
  });
});

const time = (hours: readonly number[]) =>
  fc.constantFrom(...hours.map((hour) => `${String(hour).padStart(2, "0")}:00`));
const day: fc.Arbitrary<DraftDay> = fc.record({
  isOpen: fc.boolean(),
  from: time([7, 8, 9, 12, 13]),
  to: time([14, 17, 20]),
});
const allowance: fc.Arbitrary<DraftAllowance> = fc.record({
  amount: fc.constantFrom("", "0", "1", "24"),
  unit: fc.constantFrom(...UNITS.map(([unit]) => unit)),
  calendar: fc.constantFrom("desk", "around-the-clock"),
  kept: fc.constant(null),
});
const target: fc.Arbitrary<DraftTarget> = fc.record({
  id: fc.constant(null),
  title: fc.constantFrom("Fix", "First response", "Answer"),
  by: fc.constantFrom("severity", "all"),
  each: fc.record({ high: allowance, low: allowance }),
  all: allowance.filter(({ amount }) => amount !== ""),
  due: fc.constantFrom("", "end-of-day", "same-time"),
  dueAt: fc.constant("16:00"),
  cutoff: fc.constantFrom("", "15:00"),
  runs: fc.constant("new, open"),
  pauses: fc.constantFrom("", "waiting"),
  stops: fc.constant("done"),
  cancels: fc.constantFrom("", "withdrawn"),
  warnAt: fc.constantFrom("", "50, 75"),
  onSeverityChange: fc.constantFrom("retroactive", "restart"),
  onReopen: fc.constantFrom("", "new-cycle"),
  rest: fc.constant({}),
});
const draft: fc.Arbitrary<Draft> = fc.record({
  id: fc.constant(null),
  title: fc.constantFrom("Our desk", "Town hall"),
  calendar: fc.record({
    id: fc.constant("desk"),
    timeZone: fc.constantFrom("Europe/London", "America/New_York"),
    days: fc
      .array(day, { minLength: 7, maxLength: 7 })
      .filter((days) => days.some(({ isOpen }) => isOpen)),
    lunchFrom: fc.constantFrom("", "12:00"),
    lunchTo: fc.constantFrom("", "13:00"),
    bankHolidays: fc.constantFrom("", "england-and-wales"),
    closures: fc.constantFrom([], [{ date: "2026-12-24", title: "Closed" }]),
    rest: fc.constant({}),
  }),
  calendars: fc.constant({}),
  statesZone: fc.constant(true),
  severities: fc.constantFrom("", "high, low"),
  listsSeverities: fc.constant(true),
  targets: fc.array(target, { minLength: 1, maxLength: 3 }),
  rest: fc.constant({}),
});

describe("a promise that is written in the form", () => {
  it("is a policy of the library, and reads back as the same policy", () => {
    fc.assert(
      fc.property(draft, (written) => {
        const policy = policyOf(written);
        const again = draftOf(policy);
        if (!again) throw new Error("it is a policy");
        expect(policyOf(again)).toEqual(policy);
        expectSame(policy, policyOf(again));
      }),
    );
  });

  it("begins as office hours and four severities, and a second target keeps its own name", () => {
    const { targets, ...policy } = policyOf({
      ...FIRST_DRAFT,
      targets: [...FIRST_DRAFT.targets, RESPONSE, RESPONSE],
    });
    expect(policy).toEqual({
      id: "our-service-desk",
      title: "Our service desk",
      timeZone: "Europe/London",
      calendars: {
        desk: {
          title: "Hours of Our service desk",
          timeZone: "Europe/London",
          hours: { weekdays: ["09:00-17:00"] },
          bankHolidays: "england-and-wales",
        },
      },
      severities: ["1", "2", "3", "4"],
    });
    expect(Object.keys(Object(targets))).toEqual(["fix", "first-response", "first-response-2"]);
  });
});

describe("a draft that the page has kept", () => {
  it("goes on, unless it is of another form", () => {
    const own = { ...FIRST_DRAFT, title: "Kept desk" };
    expect(draftOrFirst(JSON.parse(JSON.stringify(own)))).toEqual(own);
    const { targets } = FIRST_DRAFT;
    for (const other of [
      ...[undefined, null, "x", 1, [], {}, { title: "Old", days: [], severities: [] }],
      ...[
        { ...own, targets: null },
        { ...own, targets: [{}] },
        { ...own, calendar: {} },
      ],
      { ...own, targets: [{ ...targets[0], each: null }] },
    ]) {
      expect(draftOrFirst(other)).toBe(FIRST_DRAFT);
    }
  });
});
