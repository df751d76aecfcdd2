import { counted, countText } from "../../../words/amounts";
import type { MadeFrom } from "./made-from";

/** ` in 2026` or ` in 2026–2027`; empty for no years. */
function ofYears(years: MadeFrom["years"]): string {
  if (years === null) return "";
  const [from, to] = [years.from.slice(0, 4), years.to.slice(0, 4)];
  return ` in ${from === to ? from : `${from}–${to}`}`;
}

/** What a report was made from, as terms and their values. */
export function madeFacts(made: MadeFrom): (readonly [term: string, value: string])[] {
  const { file, sha256, used, notUsed, leftAlone, policies, years } = made;
  const rows = [
    `${counted(used, "row")} used`,
    `${countText(notUsed)} not used`,
    ...(leftAlone > 0 ? [`${countText(leftAlone)} left alone`] : []),
  ];
  const marks = policies.map(({ id, fingerprint, hours }) => {
    const ofHours = hours === null ? "" : `, of its hours${ofYears(years)} ${hours}`;
    return `${id} (fingerprint ${fingerprint}${ofHours})`;
  });
  const by = [
    ...(made.libraryVersion === null ? [] : [`core-hours ${made.libraryVersion}`]),
    ...(made.timeZoneData === null ? [] : [`time-zone data ${made.timeZoneData}`]),
  ];
  return [
    ["File", file],
    ...(sha256 === null ? [] : [["SHA-256", sha256] as const]),
    ["Rows", rows.join(", ")],
    [policies.length === 1 ? "Policy" : "Policies", marks.join("; ")],
    ...(by.length === 0 ? [] : [["Made by", by.join(", ")] as const]),
  ];
}
