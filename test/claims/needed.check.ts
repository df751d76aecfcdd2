import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Sla } from "../../src/index";
import {
  calendarLaws,
  checkAdapter,
  checkStreams,
  type DeskAdapter,
  type Law,
  LawError,
  type LawOptions,
  slaLaws,
} from "../../src/testing";
import { Kept, desk as office, WRONG_ADAPTERS } from "../testing/planted/adapters";
import { desk } from "../testing/planted/one-wrong-calendars";
import { rightStreams, WRONG_STREAMS } from "../testing/planted/streams";
import {
  type Subject,
  wrongCalendarSubjects,
  wrongSlaSubjects,
  YEARS,
} from "../testing/planted/subjects";
import { fix, sla } from "../testing/planted/wrong-slas";
import { made, places, refuted, takeOut } from "./switches";

/**
 * Takes each claim out of its law, one after the other, and tries the law on what is wrong on purpose. A claim is
 * needed if the law then passes something that it refused.
 */

const OPTIONS = { numRuns: 200, seed: 7 };
/** Away from the ends of the coverage, where some that is wrong would be refused as not covered. */
const INSIDE = { ...OPTIONS, from: "2000-01-01T00:00:00Z", until: "2040-01-01T00:00:00Z" };

/** The claims that a law makes and that no subject misses. */
function notMissed<T, O extends LawOptions>(
  law: Law<T, O>,
  subjects: readonly Subject<T>[],
  right: T,
  options: O,
): readonly string[] {
  const passes = (subject: T, claim: string | null) => {
    takeOut(claim);
    try {
      law.check(subject, options);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(LawError);
      return false;
    }
  };
  made.clear();
  expect(passes(right, null)).toBe(true);
  const missed = new Set<string>();
  for (const { law: name, subject } of subjects) {
    const isMeant = name === null ? law.name.endsWith("-as-defined") : name === law.name;
    if (!isMeant || passes(subject, null)) continue;
    for (const claim of [...refuted].filter((each) => !missed.has(each))) {
      if (passes(subject, claim)) missed.add(claim);
    }
  }
  return [...made].filter((claim) => !missed.has(claim));
}

/** The same for a check that is asynchronous, of a stream or an adapter. */
async function notMissedBy<T>(
  check: (subject: T) => Promise<void>,
  subjects: readonly T[],
  right: T,
): Promise<readonly string[]> {
  const passes = async (subject: T, claim: string | null) => {
    takeOut(claim);
    try {
      await check(subject);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(LawError);
      return false;
    }
  };
  made.clear();
  expect(await passes(right, null)).toBe(true);
  const missed = new Set<string>();
  for (const subject of subjects) {
    if (await passes(subject, null)) continue;
    for (const claim of [...refuted].filter((each) => !missed.has(each))) {
      if (await passes(subject, claim)) missed.add(claim);
    }
  }
  return [...made].filter((claim) => !missed.has(claim));
}

/** The files that make claims: the laws, and the checks of streams and adapters. */
function files(): readonly (readonly [name: string, file: URL])[] {
  const kit = new URL("../../src/testing/", import.meta.url);
  const laws = readdirSync(new URL("laws/", kit)).map((file) => `laws/${file}`);
  return [...laws, "adapter/commands.ts", "check-streams.ts"].map((path) => [
    path.split("/").at(-1) ?? path,
    new URL(path, kit),
  ]);
}

/** Where the kit makes a claim, as `openings.ts:18`. */
function claimsWritten(): readonly string[] {
  return files().flatMap(([file, url]) =>
    readFileSync(url, "utf8")
      .split("\n")
      .flatMap((line, i) =>
        /\b(?:is|same|inOrder|alike)\($/.test(line) ||
        /\b(?:is|same|inOrder|alike)\((?:["`{]|lengths|told|question|happened)/.test(line)
          ? [`${file}:${i + 1}`]
          : [],
      ),
  );
}

describe("every claim is needed by the law", () => {
  it.each(calendarLaws)("$name", (law) => {
    const options = law.name.startsWith("coverage") ? OPTIONS : INSIDE;
    expect(notMissed(law, wrongCalendarSubjects, desk, options)).toEqual([]);
  });

  it.each(slaLaws)("$name", (law) => {
    const right = { ...sla, targets: { fix } };
    expect(notMissed(law, wrongSlaSubjects, right, { ...OPTIONS, ...YEARS })).toEqual([]);
  });

  it("checkStreams", async () => {
    const check = (subject: Sla) => checkStreams(subject, { numRuns: 60, seed: 3, ...YEARS });
    expect(await notMissedBy(check, Object.values(WRONG_STREAMS), rightStreams)).toEqual([]);
  });

  it("checkAdapter", async () => {
    const check = (Adapter: new () => DeskAdapter) =>
      checkAdapter(office, "fix", () => new Adapter(), { numRuns: 300, seed: 1 });
    expect(await notMissedBy(check, Object.values(WRONG_ADAPTERS), Kept)).toEqual([]);
  });

  it("is made at all", () => {
    expect(claimsWritten().filter((place) => !places.has(place))).toEqual([]);
  });
});
