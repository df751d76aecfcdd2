import { InputError } from "../log/problems";
import type { DateEvidence, DatesRead } from "./date-evidence";
import type { DateOrder } from "./date-shapes";
import type { Preset } from "./presets/preset";
import type { Survey } from "./survey";
import type { Answers, Question, ZoneFrom } from "./understood";

/**
 * Whether the dates of a file have the day first, or what is to be asked.
 *
 * @throws {InputError} if the dates contradict each other, or the answer
 */
export function orderOf(
  evidence: readonly DateEvidence[],
  answer: DateOrder | undefined,
): DateOrder | Question {
  const proofs = new Map(evidence.flatMap(({ proofs }) => [...proofs]));
  const [dayFirst, monthFirst] = [proofs.get("day-first"), proofs.get("month-first")];
  if (dayFirst && monthFirst) {
    throw new InputError(
      `its dates contradict each other: "${dayFirst.text}" on line ${dayFirst.line} has the day first, and "${monthFirst.text}" on line ${monthFirst.line} the month`,
    );
  }
  const proof = dayFirst ?? monthFirst;
  const proven = dayFirst ? "day-first" : monthFirst ? "month-first" : undefined;
  if (proven !== undefined && answer !== undefined && answer !== proven) {
    throw new InputError(
      `--dates ${answer} is wrong for this file: "${proof?.text}" on line ${proof?.line} can only be ${proven}`,
    );
  }
  if (proven ?? answer) return proven ?? answer ?? "day-first";
  const [open] = evidence.flatMap(({ ambiguous }) => ambiguous ?? []);
  // Where day and month are the same number in every date, the order makes no difference.
  if (!open) return "day-first";
  return { kind: "date-order", ...open, readings: readingsOf(open.text) };
}

/** A date that can be read in two ways, in words. */
function readingsOf(text: string): Readonly<Record<DateOrder, string>> {
  const [a = "", b = "", year = ""] = text.match(/\d+/g) ?? [];
  const full = year.length === 2 ? `20${year}` : year;
  const date = (day: string, month: string) =>
    `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${full}`;
  return { "day-first": date(a, b), "month-first": date(b, a) };
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July", "August"],
  ...["September", "October", "November", "December"],
];

/** How the dates of several columns are read. */
export function joined(reads: readonly DatesRead[]): DatesRead {
  const formats = [...new Set(reads.flatMap(({ formats = [] }) => formats))];
  return {
    formats: formats.length === 0 ? undefined : formats,
    needsZone: reads.some(({ needsZone }) => needsZone),
  };
}

/** The zone of the instants, and where it comes from; without a name if it has to be asked. */
export function zoneOf(
  { needsZone, formats }: DatesRead,
  { found }: Survey,
  preset: Preset,
  { zone, policyZone, isForShow = false }: Answers,
): { readonly name?: string; readonly from: ZoneFrom } {
  if (zone !== undefined) return { name: zone, from: "given" };
  // The project's own format states offsets; a row that does not is not used.
  const isOwn = preset.inPolicyWords && formats === undefined;
  if (!needsZone || isOwn) return { from: "none-needed" };
  const ofFile = found.zone ?? preset.zone;
  if (ofFile !== undefined) return { name: ofFile, from: "file" };
  if (policyZone !== undefined) return { name: policyZone, from: "policy" };
  return isForShow ? { name: "UTC", from: "unknown" } : { from: "unknown" };
}
