import { own } from "../../input/json";

/** What gov.uk calls the divisions in Welsh. */
const WELSH: Readonly<Record<string, string>> = {
  "cymru-a-lloegr": "england-and-wales",
  "yr-alban": "scotland",
  "gogledd-iwerddon": "northern-ireland",
};

/** Whether an item of a list of bank holidays is text meant as a date; no division's name begins with a digit. */
export function isDateText(item: unknown): item is string {
  return typeof item === "string" && /^\d/.test(item);
}

/** The name under which a division is known, from its name in either language. */
export function divisionOf(name: string): string {
  return own(WELSH, name) ?? name;
}
