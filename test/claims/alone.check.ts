import { describe, expect, it } from "vitest";
import { calendarLaws, type Law, LawError, type LawOptions, slaLaws } from "../../src/testing";
import {
  type Subject,
  wrongCalendarSubjects,
  wrongSlaSubjects,
  YEARS,
} from "../testing/planted/subjects";

/**
 * Laws that alone find something: every other law passes it. The laws that are not here say in their own way what
 * the laws of definitions say too, or what others of the same kind do, so what breaks one of them breaks another.
 */
const ALONE: Readonly<Record<string, string>> = {
  "periods-tile": "periods(b, a)",
  coverage: "isWorkingDay guesses",
  "json-round-trip": "its JSON has another title each time",
  "set-algebra": "a union says that it never closes, and counts as it should",
  "inclusion-exclusion":
    "a union with a third counts a millisecond more, and is open when it should be",
  "itself-and-the-whole": "of its union with itself",
  "bulk-between": "betweenMany has no sign",
  "bulk-add": "addMany takes the first amount for all",
  "hours-as-defined": "Christmas Eve has the hours of any other day",
  "days-as-defined": "a cutoff makes nothing late",
  "provisional-as-defined": "nothing is provisional",
  bulk: "from trackMany of a list",
  follow: "a clock that keeps its working forgets what was saved",
  "late-events": "a late event is lost",
  "follow-numbers": "a clock that keeps no working is forgotten",
  together: "the clocks of a policy are forgotten",
  desk: "a policy is written with another allowance",
  obligations: "no obligation is late",
  snapshot: "status is another",
  "warnings-as-defined": "a pause after a re-opening is ignored",
};

function tryAlone<T, O extends LawOptions>(
  laws: readonly Law<T, O>[],
  subjects: readonly Subject<T>[],
  optionsOf: (numRuns: number) => O,
): void {
  const named = laws.filter(({ name }) => name in ALONE);

  it.each(named)("$name", (law) => {
    const found = subjects.find(
      (each) => each.what === ALONE[law.name] && [law.name, null].includes(each.law),
    );
    if (!found) throw new Error(`there is nothing of which ${ALONE[law.name]}`);
    expect(() => law.check(found.subject, optionsOf(200))).toThrow(LawError);
    for (const other of laws) if (other !== law) other.check(found.subject, optionsOf(60));
  });
}

describe("a law finds what no other law does", () => {
  tryAlone(calendarLaws, wrongCalendarSubjects, (numRuns) => ({ numRuns, seed: 7 }));
  tryAlone(slaLaws, wrongSlaSubjects, (numRuns) => ({ numRuns, seed: 7, ...YEARS }));

  it("is a law that there is", () => {
    const laws = [...calendarLaws, ...slaLaws].map(({ name }) => name);
    expect(laws).toEqual(expect.arrayContaining(Object.keys(ALONE)));
  });
});
