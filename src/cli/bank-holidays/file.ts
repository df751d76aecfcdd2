import { type BankHolidays, parseBankHolidays } from "../../index";
import { bankHolidaysFromICalendar } from "../../interchange";
import { InputError } from "../../tickets/log/problems";
import { inFile, readWhole } from "../files";

/** The division that is meant if neither the command line nor the file names one. */
export const USUAL = "england-and-wales";

/**
 * The bank holidays of a division, from a file that gov.uk publishes: bank-holidays.json, the JSON of one
 * division, or its .ics. Each may also be in Welsh.
 *
 * @param division if undefined, the division of a JSON file that has only one, and England and Wales of any other
 * @throws {InputError} if the file cannot be read, is of another kind, or lacks the division; or if it is an .ics
 *   file, which does not name its division, and no division is given
 */
export async function readBankHolidays(
  path: string,
  division: string | undefined,
): Promise<BankHolidays> {
  const bytes = await readWhole(path);
  const text = new TextDecoder().decode(bytes);
  if (!isICalendar(bytes)) {
    return inFile(path, () => parseBankHolidays(text, division ?? onlyDivision(text) ?? USUAL));
  }
  if (division === undefined) {
    throw new InputError(
      `${path}: an .ics file does not say whose bank holidays it has; name the division, such as scotland`,
    );
  }
  return inFile(path, () => bankHolidaysFromICalendar(bytes, division));
}

/** Whether a file is iCalendar, in whichever encoding. */
export function isICalendar(bytes: Uint8Array): boolean {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 64));
  return /^[^A-Za-z{[]*BEGIN:VCALENDAR/i.test(start.replace(/[\0\u0080-\uffff]/g, ""));
}

/** The division of a JSON file that has only one; undefined for any other file. */
export function onlyDivision(text: string): string | undefined {
  try {
    const file: unknown = JSON.parse(text);
    const division: unknown =
      typeof file === "object" && file !== null ? Reflect.get(file, "division") : undefined;
    return typeof division === "string" ? division : undefined;
  } catch {
    return undefined; // Whoever parses it says what is wrong.
  }
}
