import { ISO } from "../log/dates/meant";
import type { DateOrder } from "../log/dates/shapes";
import { zoneOfColumns } from "./column-zone";
import type { DateEvidence, DatesRead } from "./date-evidence";
import type { Candidate } from "./recognise";
import { INSTANTS, type Survey } from "./survey";
import type { Answers, ZoneFrom } from "./understood";

/** How all the dates of a file are read. */
export function joined(evidence: readonly DateEvidence[], order: DateOrder): DatesRead {
  const reads = evidence.map((each) => each.readAs(order));
  const written = [...new Set(reads.flatMap(({ formats = [] }) => formats))];
  const isMixed = written.length > 0 && evidence.some(({ hasIso }) => hasIso);
  const formats = isMixed ? [...written, ISO] : written;
  return {
    formats: formats.length === 0 ? undefined : formats,
    needsZone: reads.some(({ needsZone }) => needsZone),
  };
}

/** The zone of the instants, and where it comes from; without a name if somebody has to be asked. */
export function zoneOf(
  { needsZone, formats }: DatesRead,
  { found }: Survey,
  { preset, columns }: Candidate,
  { zone, policyZone, isForShow = false }: Answers,
): { readonly name?: string; readonly from: ZoneFrom } {
  if (zone !== undefined) return { name: zone, from: "given" };
  // The project's own format states offsets; a row that does not is not used.
  const isOwn = preset.inPolicyWords && formats === undefined;
  if (!needsZone || isOwn) return { from: "none-needed" };
  const ofColumns = zoneOfColumns(INSTANTS.flatMap((meaning) => columns.get(meaning) ?? []));
  if (typeof ofColumns === "string") return { name: ofColumns, from: "columns" };
  if (ofColumns === null) return isForShow ? { name: "UTC", from: "unknown" } : { from: "unknown" };
  const ofFile = found.zone ?? preset.zone;
  if (ofFile !== undefined) return { name: ofFile, from: "file" };
  if (policyZone !== undefined) return { name: policyZone, from: "policy" };
  return isForShow ? { name: "UTC", from: "unknown" } : { from: "unknown" };
}
