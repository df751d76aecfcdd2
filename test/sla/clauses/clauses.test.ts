import { describe, expect, it } from "vitest";
import { defineSla } from "../../../src/index";
import { clausesOf, unregistered } from "../../../src/sla/clauses/clauses";
import { office } from "../../reference/desk";
import { refusal, untyped } from "../../reference/refusals";

const paper = { document: "The paper", quotes: ["within 8 hours"] };
const option = (clauses: readonly string[] | undefined, ...values: readonly string[]) => ({
  title: "O",
  ...(clauses && { clauses }),
  default: values[0] ?? "",
  values: Object.fromEntries(values.map((value) => [value, { reading: `read as ${value}` }])),
});

describe("a clause of a policy", () => {
  it("has what its register says, and nothing else", () => {
    const { "D-1": plain, "D-2": full } = clausesOf(
      {
        "D-1": paper,
        "D-2": { ...paper, reading: "by the clock", inferred: true, notActedOn: "It is a wish" },
      },
      {},
      {},
    );
    expect(plain).toEqual({
      id: "D-1",
      document: "The paper",
      quotes: ["within 8 hours"],
      reading: null,
      alternatives: [],
      inferred: false,
      notActedOn: null,
    });
    expect(full).toEqual({
      id: "D-2",
      document: "The paper",
      quotes: ["within 8 hours"],
      reading: "by the clock",
      alternatives: [],
      inferred: true,
      notActedOn: "It is a wish",
    });
  });

  it("has the reading that was chosen, and those that were not", () => {
    const options = {
      hours: option(["D-1"], "office", "clock", "shop"),
      zone: option(["D-1", "D-2"], "london", "paris"),
      other: option(undefined, "a", "b"),
    };
    const chosen = { hours: "clock", zone: "london", other: "a" };
    const register = clausesOf(
      { "D-1": { ...paper, reading: "of a day" }, "D-2": paper, "D-3": paper },
      options,
      chosen,
    );
    expect(register["D-1"]?.reading).toBe("of a day; read as clock; read as london");
    expect(register["D-1"]?.alternatives).toEqual([
      { option: "hours", value: "office", reading: "read as office" },
      { option: "hours", value: "shop", reading: "read as shop" },
      { option: "zone", value: "paris", reading: "read as paris" },
    ]);
    expect(register["D-2"]?.reading).toBe("read as london");
    expect(register["D-2"]?.alternatives).toEqual([
      { option: "zone", value: "paris", reading: "read as paris" },
    ]);
    expect([register["D-3"]?.reading, register["D-3"]?.alternatives]).toEqual([null, []]);
  });

  it("is named once by an option that names it twice", () => {
    const { "D-1": clause } = clausesOf(
      { "D-1": paper },
      { o: option(["D-1", "D-1"], "a", "b") },
      {
        o: "a",
      },
    );
    expect([clause?.reading, clause?.alternatives.length]).toEqual(["read as a", 1]);
  });

  it("cannot be changed", () => {
    const register = clausesOf({ "D-1": paper }, { o: option(["D-1"], "a", "b") }, { o: "a" });
    const clause = register["D-1"];
    for (const part of [register, clause, clause?.alternatives, clause?.alternatives[0]]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it("that is not in the register has only its name", () => {
    expect(unregistered("D-9")).toEqual({
      id: "D-9",
      document: "",
      quotes: [],
      reading: null,
      alternatives: [],
      inferred: false,
      notActedOn: null,
    });
    const { quotes, alternatives } = unregistered("D-9");
    expect([quotes, alternatives, unregistered("D-9")].every(Object.isFrozen)).toBe(true);
  });
});

describe("the register of a policy", () => {
  const problem = (clause: unknown) => {
    const policy = {
      id: "desk",
      calendars: { office },
      targets: {
        fix: { allowance: { hours: 2, calendar: "office" }, runs: ["open"], stops: ["done"] },
      },
      clauses: { D: clause },
    };
    return refusal(untyped((given) => defineSla(given), policy)).message.split("\n  ")[1];
  };

  it.each<[unknown, string]>([
    [5, "clauses.D: 5 given; expected an object"],
    [{ quotes: ["so"] }, "clauses.D.document: missing; expected text"],
    [{ document: "d" }, "clauses.D.quotes: missing; expected a list"],
    [
      { document: "d", quotes: [] },
      "clauses.D.quotes: [] given; expected the words of the document",
    ],
    [{ document: "d", quotes: [5] }, "clauses.D.quotes[0]: 5 given; expected text"],
    [{ ...paper, reading: 5 }, "clauses.D.reading: 5 given; expected text"],
    [{ ...paper, inferred: "yes" }, 'clauses.D.inferred: "yes" given; expected true or false'],
    [{ ...paper, notActedOn: true }, "clauses.D.notActedOn: true given; expected text"],
    [
      { ...paper, because: "so" },
      "clauses.D.because: unknown key; the known names are document, quotes, reading, inferred, notActedOn",
    ],
  ])("refuses %j", (clause, line) => {
    expect(problem(clause)).toBe(line);
  });
});
