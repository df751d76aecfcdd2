import { describe, expect, it } from "vitest";
import { calendarLaws, type Law, LawError, type LawOptions, slaLaws } from "../../src/testing";
import { type Alone, whileWrong } from "./planted/alone";
import { ALONE_CALENDARS } from "./planted/alone-calendars";
import { ALONE_SLAS } from "./planted/alone-slas";
import { CALENDARS_ALONE, IMPLIED, SLAS_ALONE, YEARS } from "./planted/laws-alone";

/**
 * Every law finds something that no other law does, or follows from others, which IMPLIED shows. That the other laws
 * pass it is tried by `npm run claims`, for it takes minutes; and so are faults of the library itself, since modules
 * cannot be replaced here, where the files of tests share them.
 */

const names = (laws: readonly { readonly name: string }[]) => laws.map(({ name }) => name).sort();

function refused<T, O extends LawOptions>(
  laws: readonly Law<T, O>[],
  subjects: Readonly<Record<string, Alone<T>>>,
  optionsOf: (own: LawOptions | undefined) => O,
): void {
  const wrapped = Object.entries(subjects).filter(([, { fault }]) => fault === undefined);
  it.each(wrapped)("%s", (name, alone) => {
    const law = laws.find((each) => each.name === name);
    whileWrong(alone, (subject) => {
      expect(() => law?.check(subject, optionsOf(alone.options))).toThrow(LawError);
    });
  });
}

describe("each law", () => {
  it("of calendars has a subject of its own, or follows from others", () => {
    const listed = Object.keys({ ...CALENDARS_ALONE, ...pick(calendarLaws) });
    expect(listed.sort()).toEqual(names(calendarLaws));
  });

  it("of policies has a subject of its own, or follows from others", () => {
    const listed = Object.keys({ ...SLAS_ALONE, ...pick(slaLaws) });
    expect(listed.sort()).toEqual(names(slaLaws));
  });

  it("does not both follow from others and find something alone", () => {
    const alone = [...Object.keys(CALENDARS_ALONE), ...Object.keys(SLAS_ALONE)];
    expect(Object.keys(IMPLIED).filter((name) => alone.includes(name))).toEqual([]);
  });
});

describe("the law finds what no other law does", () => {
  refused(calendarLaws, ALONE_CALENDARS, (own) => ({ numRuns: 300, seed: 7, ...own }));
  refused(slaLaws, ALONE_SLAS, (own) => ({ numRuns: 300, seed: 7, ...YEARS, ...own }));
});

/** The laws of a kind that follow from others. */
function pick(laws: readonly { readonly name: string }[]): typeof IMPLIED {
  const known = names(laws);
  return Object.fromEntries(Object.entries(IMPLIED).filter(([name]) => known.includes(name)));
}
