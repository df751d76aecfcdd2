import { describe, expect, it } from "vitest";
import {
  type CalendarDefinition,
  DefinitionError,
  defineSla,
  type PolicyDefinition,
  parseBankHolidays,
} from "../../src/index";
import { definedSla, shippedSla } from "../../src/sla/define-sla";
import { always, fri, mon, office, utc, week } from "../reference/desk";
import { refusal, untyped } from "../reference/refusals";

const fix = { allowance: { hours: 8, calendar: "office" }, runs: ["open"], stops: ["done"] };
const policy = { id: "desk", calendars: { office, always }, targets: { fix } };

describe("the words of a policy", () => {
  const full = {
    ...policy,
    timeZone: "UTC",
    severities: ["1", "2"],
    states: ["parked"],
    derive: [{ state: "derived", when: { kind: ["x"] } }],
    targets: {
      fix: { ...fix, runs: ["open", "again"], pauses: ["waiting"], cancels: ["void"] },
      reply: { ...fix, runs: ["new"], stops: ["answered"] },
    },
    milestones: {
      m: {
        startsOn: ["m-starts"],
        endsOn: ["m-ends"],
        cancelsOn: ["m-cancels"],
        steps: [
          { id: "a", after: { weeks: 1 }, doneOn: ["a-done"] },
          { id: "b", after: { weeks: 1 } },
        ],
      },
    },
    windows: {
      w: {
        anyOf: [[{ from: "told", within: { weeks: 1 } }]],
        events: { told: ["w-told"] },
        doneOn: ["w-done"],
        endsOn: ["w-ends"],
      },
      bare: { anyOf: [[{ within: { weeks: 1 } }]] },
    },
    recurrences: {
      r: {
        every: { weeks: 1 },
        startsOn: ["r-starts"],
        endsOn: ["r-ends"],
        cancelsOn: ["r-cancels"],
        doneOn: ["r-done"],
      },
    },
    lifecycle: {
      lines: {
        l: { title: "L", starts: ["l-first"], moves: { "l-first": ["l-last"], "l-last": [] } },
      },
    },
  } as const satisfies PolicyDefinition;
  const sla = defineSla(full);

  it("are the states that any of its parts names, in every target", () => {
    const states = [
      ...["open", "again", "waiting", "done", "void", "new", "answered", "parked", "derived"],
      ...["m-starts", "m-ends", "m-cancels", "a-done", "w-told", "w-done", "w-ends"],
      ...["r-starts", "r-ends", "r-cancels", "r-done", "l-first", "l-last"],
    ];
    expect([...sla.targets.fix.states].toSorted()).toEqual(states.toSorted());
    expect([...sla.targets.reply.states].toSorted()).toEqual(states.toSorted());
    expect([...(sla.targets.fix.severities ?? [])]).toEqual(["1", "2"]);
  });

  it("are its own, though a copy of them is shown", () => {
    const { fix: target } = defineSla({ ...policy, severities: ["1", "2"] }).targets;
    // A program without types may change what is shown.
    (target.states as Set<string>).add("more");
    (target.severities as Set<string>).add("9");
    const history = (event: object) => () =>
      target.track([{ at: mon("09:00"), ...event } as never], { asOf: mon("09:00") });
    expect(refusal(history({ state: "more" })).code).toBe("state-unknown");
    expect(refusal(history({ state: "open", severity: "9" })).code).toBe("severity-unknown");
  });

  it("are any severities if the policy lists none", () => {
    const { targets } = defineSla(policy);
    expect(targets.fix.severities).toBeNull();
    const open = { at: mon("09:00"), state: "open", severity: "anything" };
    expect(targets.fix.track([open], { asOf: mon("09:00") }).severity).toBe("anything");
  });

  it("come with each part under its own name", () => {
    expect([sla.id, sla.title]).toEqual(["desk", "desk"]);
    expect(defineSla({ ...policy, title: "The desk" }).title).toBe("The desk");
    const { targets, milestones, windows, recurrences } = sla;
    expect([targets, milestones, windows, recurrences].map((parts) => Object.keys(parts))).toEqual([
      ["fix", "reply"],
      ["m"],
      ["w", "bare"],
      ["r"],
    ]);
    expect(Object.keys(sla.calendars)).toEqual(["office", "always"]);
    expect(sla.calendars.office.id).toBe("office");
    const plain = defineSla(policy);
    for (const kind of ["milestones", "windows", "eligibility", "forms", "attainment"] as const) {
      expect(plain[kind]).toEqual({});
      expect(Object.isFrozen(plain[kind])).toBe(true);
    }
    expect([Object.isFrozen(sla), Object.isFrozen(sla.calendars)]).toEqual([true, true]);
  });
});

describe("the zone of calendar days", () => {
  const paris = { ...office, timeZone: "Europe/Paris" };
  const zones = { ...policy, calendars: { office, paris } };
  const MISSING =
    'The policy "desk" has 1 problem:\n  timeZone: missing; calendar days, weeks and months need a zone, and the calendars have several (UTC, Europe/Paris)';
  const hours = { hours: 1, calendar: "office" };
  const step = (after: object) => ({ milestones: { m: { steps: [{ id: "a", after }] } } });
  const within = (limit: object) => ({
    windows: { w: { anyOf: [[{ within: hours }, { within: limit }]] } },
  });
  const target = (change: object) => ({ targets: { fix, more: { ...fix, ...change } } });

  it.each<[string, object]>([
    ["an allowance", target({ allowance: { weeks: 1 } })],
    ["an allowance of a severity", target({ allowance: { "1": null, "2": { months: 1 } } })],
    ["the time for a re-opening", target({ reopenWithin: { calendarDays: 1 } })],
    ["the limit of pauses", target({ pauseLimit: { calendarDays: 1 } })],
    ["an escalation before", target({ escalations: [{ at: { before: { calendarDays: 1 } } }] })],
    ["an escalation after", target({ escalations: [{ at: { after: { calendarDays: 1 } } }] })],
    ["a step", step({ weeks: 1 })],
    ["a limit", within({ weeks: 1 })],
    ["a recurrence", { recurrences: { r: { every: { weeks: 1 } } } }],
  ])("is needed by %s, if the calendars have several", (_, parts) => {
    const given = { ...zones, ...parts };
    const define = untyped((each) => defineSla(each), given);
    expect(refusal(define).message).toBe(MISSING);
    expect(untyped((each) => defineSla(each), { ...given, timeZone: "UTC" })).not.toThrow();
    const one = { ...given, calendars: { office, paris: office } };
    expect(untyped((each) => defineSla(each), one)).not.toThrow();
  });

  it("is not needed by what is counted on calendars", () => {
    const parts = {
      ...target({
        escalations: [
          { at: { share: 0.5 } },
          { at: { before: { hours: 1 } } },
          { at: { after: { workingDays: 1 } } },
        ],
        reopenWithin: hours,
        pauseLimit: { workingDays: 1, calendar: "paris" },
      }),
      ...step(hours),
      ...within(hours),
      recurrences: { r: { every: hours } },
    };
    expect(untyped((each) => defineSla(each), { ...zones, ...parts })).not.toThrow();
  });

  it("is the policy's, that of its calendars, or London's", () => {
    const zoneOf = (parts: object) =>
      definedSla({ ...policy, ...parts } as PolicyDefinition, undefined).zone.name;
    expect(zoneOf({})).toBe("UTC");
    expect(zoneOf({ timeZone: "Asia/Tokyo" })).toBe("Asia/Tokyo");
    expect(zoneOf({ calendars: { office: paris } })).toBe("Europe/Paris");
    // Of several, where no day is counted, the first.
    expect(zoneOf({ calendars: { office: paris, always } })).toBe("Europe/Paris");
    const agreed = { fix: { ...fix, allowance: "agreed" } };
    expect(zoneOf({ calendars: undefined, targets: agreed })).toBe("Europe/London");
  });

  it("may be one of several, which a desk needs to know", () => {
    const several = (parts: object) =>
      definedSla({ ...policy, ...parts } as PolicyDefinition, undefined).hasSeveralZones;
    expect(several({})).toBe(false);
    expect(several({ calendars: { office, paris } })).toBe(true);
    expect(several({ calendars: { office, paris }, timeZone: "UTC" })).toBe(false);
    expect(several({ calendars: { office: paris } })).toBe(false);
  });
});

describe("the calendars of a policy", () => {
  it("may be named, and stand in the policy once it is written", () => {
    const named = { ...policy, calendars: { office: "nhsmail-core" } } as const;
    const sla = defineSla(named);
    expect(sla.calendars.office.title).toBe("NHSmail core hours");
    expect(sla.toJSON()).toEqual(named);
    expect(JSON.parse(JSON.stringify(sla))).toEqual(named);
  });

  it.each<[unknown, string]>([
    [["nhsmail-core"], 'calendars: ["nhsmail-core"] given; expected calendars by name'],
    [5, "calendars: 5 given; expected calendars by name"],
    [{ office: ["nhsmail-core"] }, 'calendars.office: ["nhsmail-core"] given; expected '],
    [{ office: "constructor" }, 'calendars.office: "constructor" given; expected a definition'],
  ])("are not %j", (calendars, line) => {
    const given = { ...policy, calendars };
    expect(refusal(untyped((each) => defineSla(each), given)).message).toContain(`\n  ${line}`);
  });

  // On Monday 23 November 2026, a bank holiday by a newer list than the one that is shipped.
  const holiday = { title: "Bank holiday", date: "2026-11-23", notes: "", bunting: true };
  const newer = parseBankHolidays(
    { scotland: { division: "scotland", events: [holiday] } },
    "scotland",
  );
  const scottish: CalendarDefinition = {
    ...week({ weekdays: ["09:00-17:00"] }),
    bankHolidays: "scotland",
  };

  it("take newer bank holidays, and are written with them", () => {
    const open = { ...policy, calendars: { office: scottish } };
    // Eight hours from Friday 16:00: one on Friday, seven on Monday, or on Tuesday if Monday is off.
    expect(utc(defineSla(open).targets.fix.due(fri("16:00")))).toBe("2026-11-23T16:00:00Z");
    const sla = defineSla(open, { bankHolidays: [newer] });
    expect(utc(sla.targets.fix.due(fri("16:00")))).toBe("2026-11-24T16:00:00Z");
    const again = defineSla(sla.toJSON());
    expect(utc(again.targets["fix"]?.due(fri("16:00")) ?? null)).toBe("2026-11-24T16:00:00Z");
    expect(defineSla(open).toJSON()).toEqual(open);
  });

  it("must name the division of newer bank holidays", () => {
    const error = refusal(() => defineSla(policy, { bankHolidays: [newer] }));
    expect(error).toBeInstanceOf(DefinitionError);
    expect(error.message).toContain(
      'bankHolidays[0].division: "scotland" given; the policy "desk" names no division, and would not use them',
    );
    const none = {
      ...policy,
      calendars: undefined,
      targets: { fix: { ...fix, allowance: "agreed" } },
    };
    const define = untyped((each) => defineSla(each, { bankHolidays: [newer] }), none);
    expect(refusal(define).code).toBe("definition-invalid");
  });

  it("may take newer bank holidays of a division that nothing is shipped for", () => {
    const own = { ...newer, division: "jersey" } as typeof newer;
    const calendars = { office: { ...scottish, bankHolidays: "jersey" } };
    const define = (bankHolidays: readonly (typeof newer)[]) =>
      untyped((each) => defineSla(each, { bankHolidays }), { ...policy, calendars });
    expect(refusal(define([])).message).toContain('calendars.office.bankHolidays: "jersey" given');
    expect(define([own])).not.toThrow();
  });
});

describe("a policy", () => {
  it.each<[unknown, string]>([
    [null, "The policy has 1 problem:\n  (the whole): null given; expected a policy"],
    [[], "The policy has 1 problem:\n  (the whole): [] given; expected a policy"],
    ["nhsmail", 'The policy has 1 problem:\n  (the whole): "nhsmail" given; expected a policy'],
    [
      { ...policy, options: 5 },
      'The policy "desk" has 1 problem:\n  options: 5 given; expected an object',
    ],
  ])("is not %j", (given, message) => {
    expect(refusal(untyped((each) => defineSla(each), given)).message).toBe(message);
  });

  it("is named as what was given, if it cannot be copied", () => {
    const message = (act: () => unknown) => refusal(act).message;
    const spoilt = { ...policy, title: () => "The desk" };
    const MESSAGE = "The policy has 1 problem:\n  (the whole): expected JSON without a function";
    expect(message(untyped((each) => defineSla(each), spoilt))).toBe(MESSAGE);
    expect(message(untyped((each) => shippedSla(each, {}), spoilt))).toBe(MESSAGE);
  });

  it("is made with known options", () => {
    expect(refusal(untyped((options) => defineSla(policy, options), { chose: {} })).message).toBe(
      '"chose" is not an option of defineSla; did you mean "choose"?',
    );
  });

  it("asks its eligibilities with its windows and its contacts, and its forms and attainments", () => {
    const sla = defineSla({
      ...policy,
      timeZone: "UTC",
      windows: { week: { anyOf: [[{ within: { weeks: 1 } }]] } },
      contacts: { manager: { title: "The manager" } },
      eligibility: {
        again: {
          anyOf: [{ id: "soon", title: "Soon", all: [{ inWindow: "week" }], tell: ["manager"] }],
        },
      },
      forms: { report: { fields: { name: { title: "Your name" } } } },
      attainment: { fixes: { target: "fix", share: 0.9 } },
    });
    const done = { at: mon("10:00"), state: "done" };
    const reading = sla.targets.fix.track([{ at: mon("09:00"), state: "open" }, done], {
      asOf: fri("09:00"),
    });
    const { eligible, tell } = sla.eligibility.again({ reading });
    expect([eligible, tell.map(({ title }) => title)]).toEqual([true, ["The manager"]]);
    // A policy without contacts has nobody to tell.
    const alone = defineSla({
      ...policy,
      eligibility: { e: { anyOf: [{ id: "a", title: "A", all: [{ fact: "so" }] }] } },
    });
    expect(alone.eligibility.e({ facts: { so: true } }).tell).toEqual([]);
    expect(Object.keys(sla.forms)).toEqual(["report"]);
    const attained = sla.attainment.fixes([reading], { month: "2026-11" });
    expect([attained.met, attained.share]).toEqual([1, 1]);
  });

  it("measures its availability by its own test, or by another", () => {
    const { availability } = defineSla({
      ...policy,
      availability: {
        service: { calendar: "always", percent: 99.9, fixedMinutes: 10, test: "fixed" },
      },
    });
    const outage = { from: mon("09:00"), to: mon("09:20") };
    const month = { month: "2026-11", outages: [outage] };
    // Twenty minutes are more than ten, and less than a thousandth of thirty days, which is 43.2.
    expect(availability.service(month).met).toBe(false);
    expect(availability.service({ ...month, test: "percentage" }).met).toBe(true);
    const error = refusal(untyped(availability.service, 5));
    expect(error.message).toContain('{ month: "2026-11", outages: [] }');
  });
});
