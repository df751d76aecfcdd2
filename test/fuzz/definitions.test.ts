import fc from "fast-check";
import { describe, expect, it } from "vitest";
import nhsLoginSupport from "../../calendars/hours/nhs-login-support.json";
import nhsmailCore from "../../calendars/hours/nhsmail-core.json";
import gpsocPolicy from "../../calendars/policies/gpsoc.json";
import gold from "../../calendars/policies/nhs-england-gold.json";
import nhsLoginPolicy from "../../calendars/policies/nhs-login.json";
import nhsmailPolicy from "../../calendars/policies/nhsmail.json";
import patientAccessPolicy from "../../calendars/policies/patient-access.json";
import {
  alwaysOpen,
  availability,
  bankHolidays,
  defineCalendar,
  defineSla,
  eligibility,
  gpsoc,
  nhsEnglandLevel,
  nhsLogin,
  nhsmail,
  parseBankHolidays,
  patientAccess,
  type Sla,
  severityOf,
  type Target,
  type WorkingCalendar,
} from "../../src/index";
import { holds, outcome } from "./doors";
import { calendarNamed, call, DESK, firstOf } from "./loosely";
import { json, mutated } from "./mutations";

const AT = "2026-11-20T16:30:00Z";

const night = { timeZone: "America/Sao_Paulo", hours: { daily: ["22:00-07:00", "12:00-13:00"] } };
const listed = {
  id: "listed",
  timeZone: "Asia/Tehran",
  hours: { monday: ["00:00-24:00"], weekend: [], daily: ["09:00-12:00"] },
  bankHolidays: ["2026-01-01", { date: "2027-12-25", title: "Christmas Day" }],
  exceptions: {
    "2026-12-24": { hours: ["08:00-12:00"], title: "Christmas Eve" },
    "2026-12-29": [],
  },
};
const withData = { ...night, bankHolidays: parseBankHolidays(publishedFile(), "scotland") };
const combined = { id: "both", union: [night, { except: [listed, nhsmailCore] }] };
const DEFINITIONS = [nhsmailCore, nhsLoginSupport, night, listed, withData, combined];
const POLICIES = [
  DESK.toJSON(),
  DESK.toJSON(),
  nhsmailPolicy,
  nhsLoginPolicy,
  gpsocPolicy,
  gold,
  patientAccessPolicy,
];

/** A file as gov.uk publishes it, but a small one. */
function publishedFile() {
  const events = [
    { title: "New Year’s Day", date: "2026-01-01", notes: "", bunting: true },
    { title: "Boxing Day", date: "2026-12-28", notes: "Substitute day", bunting: true },
  ];
  return {
    "england-and-wales": { division: "england-and-wales", events },
    scotland: { division: "scotland", events },
  };
}

describe("a calendar definition", () => {
  it.each([
    ["of any JSON", json],
    ["that something happened to", mutated(DEFINITIONS)],
    ["in which little has changed", mutated(DEFINITIONS, 1)],
  ])("%s", (_, definitions) => {
    holds(
      definitions,
      (definition) => {
        const made = outcome(() => call(defineCalendar, definition));
        // What defineCalendar gives is a calendar.
        if ("value" in made) expectUsable(made.value as WorkingCalendar);
      },
      5,
    );
  });

  it("with arbitrarily changed newer bank holidays", () => {
    const newer = [
      parseBankHolidays(publishedFile(), "scotland"),
      bankHolidays("northern-ireland"),
    ];
    holds(mutated([newer, [withData.bankHolidays]]), (given) => {
      const made = outcome(() =>
        call(defineCalendar, { ...night, bankHolidays: "scotland" }, { bankHolidays: given }),
      );
      if ("value" in made) expectUsable(made.value as WorkingCalendar);
    });
  });
});

/** A calendar that was accepted can be asked anything, and be made again of its own JSON. */
function expectUsable(calendar: WorkingCalendar): void {
  outcome(() => calendar.coverage);
  outcome(() => calendar.isOpen(AT));
  outcome(() => calendar.add(AT, { hours: 100 }, { tie: "next-open" }));
  outcome(() => calendar.subtract(AT, { hours: 100 }));
  outcome(() => calendar.between("2026-01-01T00:00Z", AT));
  outcome(() => [calendar.nextOpen(AT), calendar.nextClose(AT)]);
  outcome(() => [calendar.previousOpen(AT), calendar.previousClose(AT)]);
  outcome(() => calendar.addWorkingDays(AT, 2, { due: "close", cutoff: "12:00" }));
  outcome(() => calendar.workingDaysBetween("2026-01-01", AT));
  outcome(() => [calendar.hoursOn("2026-12-24"), calendar.reasonFor("2026-12-24")]);
  outcome(() => firstOf(calendar.periods("2026-01-01T00:00Z", AT)));
  const again = defineCalendar(JSON.parse(JSON.stringify(calendar)));
  expect(again.toJSON()).toEqual(calendar.toJSON());
}

describe("a policy", () => {
  it.each([
    ["of any JSON", json, 5],
    ["that something happened to", mutated(POLICIES), 1],
    ["in which little has changed", mutated(POLICIES, 1), 1],
  ])("%s", (_, policies, times) => {
    holds(
      policies,
      (policy) => {
        const made = outcome(() => call(defineSla, policy));
        // What defineSla gives is an Sla.
        if ("value" in made) expectAnswers(made.value as Sla);
      },
      times,
    );
  });

  it("with arbitrary readings chosen", () => {
    const chosen = { coreHours: "daily", division: "scotland", reminders: "roll-forward" };
    holds(fc.oneof(mutated([chosen]), json), (choose) => {
      outcome(() => call(defineSla, nhsmailPolicy, { choose }));
      outcome(() => call(nhsmail, choose));
      outcome(() => call(nhsLogin, choose));
      outcome(() => call(patientAccess, choose));
      outcome(() => call(nhsEnglandLevel, "gold", choose));
      outcome(() => call(nhsEnglandLevel, choose));
    });
  });

  it("with options that patch it arbitrarily", () => {
    const values = { default: "a", title: "t" };
    const policy = { ...DESK.toJSON(), options: {} };
    holds(fc.oneof(json, mutated(POLICIES)), (patch) => {
      const options = { o: { ...values, values: { a: { reading: "r", patch } } } };
      const made = outcome(() => call(defineSla, { ...policy, options }));
      if ("value" in made) expectAnswers(made.value as Sla);
    });
  });

  it("of GPSoC, by the caller's own fix times", () => {
    const options = {
      fixTimes: {
        "1": { hours: 4, calendar: "support" },
        "2": { workingDays: 2, calendar: "support" },
      },
      calendars: { support: nhsLoginSupport },
      verificationDays: 30,
      severityChange: "restart",
    };
    holds(fc.oneof(mutated([options]), json), (given) => {
      const made = outcome(() => call(gpsoc, given));
      if ("value" in made) expectAnswers(made.value as Sla);
    });
  });
});

/** A policy that was accepted can be asked anything, and be made again of its own JSON. */
function expectAnswers(sla: Sla): void {
  for (const target of Object.values(sla.targets)) expectTracks(target);
  for (const each of Object.values(sla.milestones)) outcome(() => each(AT));
  for (const each of Object.values(sla.windows)) outcome(() => each(AT, { asOf: AT }));
  for (const each of Object.values(sla.recurrences)) {
    outcome(() => each("2026-01-01T00:00Z", { asOf: AT, done: ["2026-02-01T00:00Z"] }));
  }
  for (const each of Object.values(sla.eligibility)) outcome(() => each({ severity: "1" }));
  for (const each of Object.values(sla.availability)) {
    outcome(() => each({ month: "2026-11", outages: [{ from: "2026-11-02T09:00Z", to: AT }] }));
  }
  const again = defineSla(JSON.parse(JSON.stringify(sla)));
  expect(again.toJSON()).toEqual(sla.toJSON());
}

function expectTracks(target: Target): void {
  const { runs, pauses = [], stops } = target.definition;
  const [severity = "1"] = target.severities ?? Object.keys(target.definition.allowance);
  const events = [...runs.slice(0, 1), ...pauses.slice(0, 1), ...runs, ...stops].map(
    (state, i) => ({ at: Date.parse(AT) + i * 3_600_000, state, severity }),
  );
  outcome(() => target.due(AT));
  outcome(() => target.due(AT, { severity }));
  outcome(() => target.track(events.slice(0, 2), { asOf: "2026-11-22T00:00Z" }).segments);
  outcome(() => target.track(events, { asOf: "2026-12-22T00:00Z" }));
  outcome(() => [...target.trackMany([{ ticket: "T", events }], { asOf: "2026-12-22T00:00Z" })]);
}

describe("bank holidays", () => {
  it("of an arbitrarily changed file", () => {
    const divisions = fc.oneof(fc.constantFrom<unknown>("scotland", "__proto__", "toString"), json);
    holds(
      fc.tuple(fc.oneof(mutated([publishedFile()]), json), divisions),
      ([file, division]) => {
        outcome(() => call(parseBankHolidays, JSON.stringify(file), division));
        const made = outcome(() => call(parseBankHolidays, file, division));
        if ("value" in made) {
          outcome(() => call(defineCalendar, { ...night, bankHolidays: made.value }));
        }
      },
      5,
    );
  });

  it("of an invalid text, and of an unknown division", () => {
    holds(
      fc.tuple(fc.oneof(fc.string(), fc.json()), json),
      ([text, division]) => {
        outcome(() => call(parseBankHolidays, text, "scotland"));
        outcome(() => call(bankHolidays, division));
      },
      5,
    );
  });
});

describe("other JSON", () => {
  it("an arbitrarily changed saved clock", () => {
    holds(
      fc.tuple(fc.constantFrom(...Object.values(DESK.targets)), mutated(savedClocks())),
      ([target, from]) => {
        const made = outcome(() => call(target.follow.bind(target), { from }));
        if (!("value" in made)) return;
        const clock = target.follow({ from: JSON.parse(JSON.stringify(from)) });
        for (const state of ["open", "waiting", "done", "open", "void"]) {
          outcome(() => clock.read("2027-01-01T00:00Z").segments);
          outcome(() => clock.take({ at: "2027-01-01T00:00Z", state, severity: "2" }));
        }
        outcome(() => clock.read("2027-06-01T00:00Z"));
        outcome(() => clock.save());
      },
      5,
    );
  });

  it("a promise of availability, and a month of it", () => {
    const promise = { percent: 99.5, fixedMinutes: 58, test: "strictest", maintenance: "counted" };
    const month = {
      month: "2026-11",
      outages: [{ id: "a", from: AT, to: "2026-11-21T00:00Z" }],
      maintenance: [{ from: AT, to: "2026-11-20T18:00Z" }],
    };
    const office = calendarNamed("office");
    holds(
      fc.tuple(fc.oneof(mutated([promise]), json), fc.oneof(mutated([month]), json)),
      ([definition, input]) => {
        outcome(() => call(availability, office, definition, month));
        outcome(() => call(availability, office, promise, input));
        outcome(() => call(DESK.availability.service, input));
      },
      5,
    );
  });

  it("a rule of eligibility, and its input", () => {
    const { escalation } = nhsmailPolicy.eligibility;
    const input = { severity: "1", facts: { said: true }, parameters: { close: 0.5 } };
    holds(
      fc.tuple(fc.oneof(mutated([escalation]), json), fc.oneof(mutated([input]), json)),
      ([definition, given]) => {
        outcome(() => call(eligibility, "escalate", definition, input));
        outcome(() => call(DESK.eligibility.escalate, given));
      },
      5,
    );
  });

  it("events of a ticket", () => {
    const events = [
      { at: AT, state: "open", severity: "1" },
      { at: 1.8e12, state: "waiting" },
      { at: "2027-01-01T00:00:00+01:00", state: "done", severity: "2" },
    ];
    holds(
      mutated([events]),
      (history) => {
        for (const target of Object.values(DESK.targets)) {
          const asOf = "2027-01-01T12:00Z";
          outcome(() => call(target.track.bind(target), history, { asOf }));
          const tickets = [history, { ticket: "T", events: history }];
          outcome(() => firstOf(call(target.trackMany.bind(target), tickets, { asOf })));
        }
      },
      5,
    );
  });

  it("the grades of an incident, and a zone", () => {
    holds(
      fc.tuple(json, json),
      ([impact, urgency]) => {
        outcome(() => call(severityOf, impact, urgency));
        outcome(() => call(alwaysOpen, impact));
      },
      5,
    );
  });
});

/** What clocks of the desk's targets have saved, at several points of a ticket's life. */
function savedClocks() {
  return Object.values(DESK.targets).flatMap((target) => {
    const clock = target.follow();
    const states = ["open", "waiting", "open", "done", "open", "void"];
    return states.map((state, i) => {
      clock.take({ at: Date.parse(AT) + i * 86_400_000, state, severity: i < 3 ? "1" : "2" });
      return clock.save();
    });
  });
}
