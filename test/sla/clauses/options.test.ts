import { describe, expect, it } from "vitest";
import {
  DefinitionError,
  defineSla,
  nhsmail,
  type PolicyDefinition,
  parseBankHolidays,
} from "../../../src";
import { formatPath } from "../../../src/input/problems";
import { isoOf, londonDesk } from "../../reference/london-desk";
import { refusal, untyped } from "../../reference/refusals";

describe("options", () => {
  const policy = {
    ...londonDesk,
    clauses: {
      "X-1": { document: "The paper", quotes: ["within 8 hours"], reading: "office hours" },
    },
    targets: { fix: { ...londonDesk.targets.fix, clause: "X-1" } },
    options: {
      hours: {
        title: "What an hour is",
        clauses: ["X-1"],
        default: "office",
        values: {
          office: { reading: "an hour at the office" },
          clock: {
            reading: "an hour of the clock",
            patch: { targets: { fix: { allowance: { calendar: "always" } } } },
          },
        },
      },
    },
  } as const satisfies PolicyDefinition;
  const friday = "2026-11-20T16:00:00Z";

  it("take their default reading, and another if it is chosen", () => {
    const byOffice = defineSla(policy);
    const byClock = defineSla(policy, { choose: { hours: "clock" } });
    expect(isoOf(byOffice.targets.fix.due(friday))).toBe("2026-11-23T16:00:00.000+00:00");
    expect(isoOf(byClock.targets.fix.due(friday))).toBe("2026-11-21T00:00:00.000+00:00");
    expect(byOffice.chosen).toEqual({ hours: "office" });
  });

  it("tell the reading taken from those not taken, and a reading quotes its rule", () => {
    const { clauses, targets } = defineSla(policy, { choose: { hours: "clock" } });
    expect(clauses["X-1"]).toMatchObject({
      id: "X-1",
      reading: "office hours; an hour of the clock",
      alternatives: [{ option: "hours", value: "office", reading: "an hour at the office" }],
    });
    const reading = targets.fix.track([{ at: friday, state: "open" }], { asOf: friday });
    expect(reading.clause).toBe("X-1");
    expect(reading.rule?.quotes).toEqual(["within 8 hours"]);
  });

  it("survive the policy's JSON", () => {
    const chosen = defineSla(policy, { choose: { hours: "clock" } });
    const again = defineSla(JSON.parse(JSON.stringify(chosen)) as PolicyDefinition);
    expect(again.chosen).toEqual({ hours: "clock" });
    expect(isoOf(again.targets["fix"]?.due(friday) ?? null)).toBe("2026-11-21T00:00:00.000+00:00");
    expect(defineSla(policy).toJSON()).toEqual(policy);
  });

  it("and of newer bank holidays survive it too, settled", () => {
    // What gov.uk might publish: the Monday after the ticket comes is a bank holiday.
    const file = {
      scotland: {
        division: "scotland",
        events: [{ title: "Bank holiday", date: "2026-11-23", notes: "", bunting: true }],
      },
    };
    const newer = parseBankHolidays(file, "scotland");
    const sla = nhsmail({ division: "scotland", bankHolidays: [newer] });
    const again = defineSla(JSON.parse(JSON.stringify(sla)) as PolicyDefinition);
    // Friday 20:00 leaves 2 of 48 hours that day; Tuesday to Thursday are 45, and Friday one more.
    const dues = [sla.targets.incidentResolution, again.targets["incidentResolution"]].map(
      (target) => isoOf(target?.due("2026-11-20T20:00:00Z") ?? null),
    );
    expect(dues).toEqual(["2026-11-27T08:00:00.000+00:00", "2026-11-27T08:00:00.000+00:00"]);
    expect(JSON.stringify(again)).toBe(JSON.stringify(sla));
  });

  it("patch shipped calendars as if they stood in the policy", () => {
    const sla = defineSla(
      {
        id: "desk",
        calendars: { core: "nhsmail-core" },
        targets: {
          fix: { allowance: { hours: 1, calendar: "core" }, runs: ["open"], stops: ["done"] },
        },
        options: {
          division: {
            title: "Division",
            default: "england-and-wales",
            values: {
              "england-and-wales": { reading: "England and Wales" },
              scotland: {
                reading: "Scotland",
                patch: { calendars: { core: { bankHolidays: "scotland" } } },
              },
            },
          },
        },
      },
      { choose: { division: "scotland" } },
    );
    // 30 November 2026, a Monday, is St Andrew's Day.
    expect(isoOf(sla.targets.fix.due("2026-11-30T10:00:00Z"))).toBe(
      "2026-12-01T08:00:00.000+00:00",
    );
  });

  it.each([
    [{ hour: "clock" }, "hour"],
    [{ hours: "sidereal" }, "hours"],
    [{ hours: "constructor" }, "hours"],
  ])("refuse %j", (choose, path) => {
    try {
      defineSla(policy, { choose });
    } catch (error) {
      expect(error).toBeInstanceOf(DefinitionError);
      expect((error as DefinitionError).problems.map((p) => formatPath(p.path))).toEqual([path]);
      return;
    }
    expect.unreachable();
  });
});

describe("the options of a policy", () => {
  const fix = { allowance: { weeks: 1 }, runs: ["open"], stops: ["done"] };
  const values = { a: { reading: "A" }, b: { reading: "B", patch: { title: "By B" } } };
  const option = { title: "O", default: "a", values };
  const policy = (options: unknown) => ({ id: "desk", title: "By A", targets: { fix }, options });
  const problem = (options: unknown, call?: object) =>
    refusal(untyped((given) => defineSla(given, call), policy(options))).message;

  it.each<[unknown, string]>([
    [5, "options: 5 given; expected an object"],
    [{ o: 5 }, "options.o: 5 given; expected an object"],
    [{ o: { ...option, title: undefined } }, "options.o.title: missing; expected text"],
    [{ o: { ...option, clauses: "D" } }, 'options.o.clauses: "D" given; expected a list'],
    [
      { o: { ...option, default: "c" } },
      'options.o.default: "c" given; expected one of its values',
    ],
    [
      { o: { ...option, default: "constructor" } },
      'options.o.default: "constructor" given; expected one of its values',
    ],
    [{ o: { ...option, values: 5 } }, "options.o.values: 5 given; expected an object"],
    [{ o: { ...option, values: { a: {} } } }, "options.o.values.a.reading: missing; expected text"],
    [
      { o: { ...option, values: { a: { reading: "A", patch: 5 } } } },
      "options.o.values.a.patch: 5 given; expected an object",
    ],
    [
      { o: { ...option, more: 1 } },
      "options.o.more: unknown key; the known names are title, clauses, default, values",
    ],
  ])("refuse %j", (options, line) => {
    expect(problem(options)).toBe(`The policy "desk" has 1 problem:\n  ${line}`);
  });

  it("are at most a hundred", () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`o${i}`, option]));
    expect(() => defineSla(policy(many(100)) as PolicyDefinition)).not.toThrow();
    expect(problem(many(101))).toMatch(/\n {2}options: .+ given; expected at most 100 options$/);
  });

  it.each<[unknown, string]>([
    [{ x: "a" }, "x: unknown option; the policy has o"],
    [{ o: "c" }, 'o: "c" given; expected a, b'],
    [{ o: 5 }, "o: 5 given; expected a, b"],
    [{ o: ["a"] }, 'o: ["a"] given; expected a, b'],
    [{ constructor: "a" }, "constructor: unknown option; the policy has o"],
  ])("are chosen by name, not %j", (choose, line) => {
    expect(problem({ o: option }, { choose })).toBe(
      `The choice of options has 1 problem:\n  ${line}`,
    );
  });

  it("are chosen in an object", () => {
    const error = refusal(untyped((choose) => defineSla(policy({}) as never, { choose }), 5));
    expect([error.code, error.message]).toEqual([
      "options-invalid",
      '5 is not an object of options; give one such as { division: "scotland" }.',
    ]);
  });

  it("keep their default if their choice is left open", () => {
    const made = (choose: Readonly<Record<string, string | undefined>> | undefined) =>
      defineSla(policy({ o: option }) as PolicyDefinition, { choose });
    for (const left of [undefined, {}, { o: undefined }]) {
      expect([made(left).title, made(left).chosen]).toEqual(["By A", { o: "a" }]);
    }
    expect([made({ o: "b" }).title, made({ o: "b" }).chosen]).toEqual(["By B", { o: "b" }]);
    expect(Object.isFrozen(made({}).chosen)).toBe(true);
  });

  it("patch the policy one after the other, the last of them last", () => {
    const by = (title: string) => ({
      title: "O",
      default: "a",
      values: { a: { reading: "A", patch: { title, source: { [title]: "x" } } } },
    });
    const made = defineSla(policy({ first: by("one"), second: by("two") }) as PolicyDefinition);
    expect(made.title).toBe("two");
  });
});
