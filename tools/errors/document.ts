import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../pages/page";
import { type ThrownCode, thrownCodes } from "./collect";
import { REMEDIES } from "./remedies";

/** The error classes, each with what its errors are about. */
const CLASSES: Readonly<Record<string, string>> = {
  DefinitionError: "A definition, options or a saved clock is wrong; `problems` lists all of it.",
  InvalidInstantError: "An instant, a date, a month or a wall-clock time cannot be read.",
  AllowanceError: "An amount of time is not one that the operation can take.",
  CoverageError: "An answer would need to know more than the calendar covers.",
  HistoryError: "A history cannot be tracked; `data` names the ticket and the event.",
  LawError: "A law of `core-hours/testing` does not hold.",
  CoreHoursError: "The root of all of these; an error that belongs to no class above.",
};

/** More messages of one code than this are shown without the words that callers hand on. */
const MOST_MESSAGES = 4;

/**
 * The text of docs/errors.md.
 *
 * @throws {Error} if a code or a class has no description, or a description is for one that is never thrown.
 */
export function errorDocument(thrown: readonly ThrownCode[] = thrownCodes()): string {
  const meanings = codeMeanings();
  refuseMissing("meaning", keysOf(thrown, "code"), [...meanings.keys()]);
  refuseMissing("description", keysOf(thrown, "type"), Object.keys(CLASSES));
  const sections = Object.entries(CLASSES).flatMap(([type, says]) => [
    `## ${type}`,
    "",
    says,
    "",
    ...keysOf(thrown, "code").flatMap((code) =>
      section(
        `${meanings.get(code)} ${remedies.get(code)}`,
        thrown.filter((each) => each.code === code && each.type === type),
      ),
    ),
  ]);
  return `${INTRODUCTION}\n\n${sections.join("\n").trimEnd()}\n`;
}

const INTRODUCTION = `# Errors

Every error that the library throws is a \`CoreHoursError\` with a stable \`code\`, a message that says what was given,
what was expected and what to do, and \`data\` for programs. Decide by the code; a message may change in any version.
This page is written by \`npm run errors\` from the sources.

\`\`\`ts
import { CoreHoursError, defineCalendar } from "core-hours";

const desk = defineCalendar({ timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } });

function codeOf(question: () => unknown): string | null {
  try {
    question();
    return null;
  } catch (error) {
    if (error instanceof CoreHoursError) return error.code;
    throw error;
  }
}

codeOf(() => desk.isOpen("2026-11-20T16:30")); // "instant-invalid"
codeOf(() => desk.isOpen(desk.at("2026-11-20T16:30"))); // null
\`\`\`

A \`<name>\` in a message stands for what was given there.`;

const remedies: ReadonlyMap<string, string> = new Map(Object.entries(REMEDIES));

/** When each code is thrown, from the comments in the union of the codes. */
function codeMeanings(): ReadonlyMap<string, string> {
  const union = readFileSync(join(ROOT, "src/timeline/error-codes.ts"), "utf8");
  const rows = union.matchAll(/\/\*\* ([^*]+?) \*\/\s*\| "([a-z-]+)"/g);
  return new Map([...rows].map(([, says = "", code = ""]) => [code, says.replace(/\s+/g, " ")]));
}

/** What the errors of a class with one code are about, and their messages; empty without such errors. */
function section(about: string, thrown: readonly ThrownCode[]): readonly string[] {
  const [first] = thrown;
  if (first === undefined) return [];
  const all = keysOf(thrown, "message");
  const messages = all.length > MOST_MESSAGES ? keysOf(thrown, "shape") : all;
  return [
    `### ${first.code}`,
    "",
    about,
    "",
    ...messages.map((message) => `- \`${message.replaceAll(/\s+/g, " ")}\``),
    "",
  ];
}

/** The different values of a key, sorted. */
function keysOf(thrown: readonly ThrownCode[], key: keyof ThrownCode): readonly string[] {
  return [...new Set(thrown.map((each) => each[key]))].sort();
}

function refuseMissing(what: string, wanted: readonly string[], has: readonly string[]): void {
  const missing = wanted.filter((each) => !has.includes(each));
  const idle = has.filter((each) => !wanted.includes(each));
  if (missing.length > 0) throw new Error(`there is no ${what} of ${missing.join(", ")}`);
  if (idle.length > 0) throw new Error(`nothing throws ${idle.join(", ")}, which has a ${what}`);
}
