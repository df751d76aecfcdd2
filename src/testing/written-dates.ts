import { defineCalendar } from "../calendar/define-calendar";
import type {
  BankHolidayItem,
  BankHolidays,
  CalendarDefinition,
  HoursDefinition,
  OwnBankHoliday,
} from "../calendar/definition/definition";
import { divisionOf } from "../calendar/definition/divisions";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { CoverageError } from "../timeline/errors";
import { partsOf } from "./arbitraries/definition-parts";

/** A date that a definition writes, and where. */
export interface WrittenDate {
  /** ISO. */
  readonly date: string;
  /** Such as `exceptions`. */
  readonly place: string;
}

/** Every full date that a definition writes, at any depth. */
export function writtenDates(definition: CalendarDefinition): readonly WrittenDate[] {
  return partsOf(definition).flatMap((part) => {
    const { exceptions = {}, hoursFrom = {}, rules = [], bankHolidays } = part;
    return [
      ...placed("exceptions", Object.keys(exceptions)),
      ...placed("bankHolidays", [...listed(bankHolidays), ...boundsOf(bankHolidays)]),
      ...placed("hoursFrom", Object.keys(hoursFrom)),
      ...rules.flatMap((rule, i) => {
        const on = "on" in rule ? rule.on : undefined;
        const first = typeof on === "object" && "every" in on ? on.from : undefined;
        const dates = [rule.since, rule.until, first];
        return placed(
          `rules[${i}]`,
          dates.flatMap((date) => date ?? []),
        );
      }),
    ];
  });
}

/** The divisions that a definition names, at any depth, each once. */
export function divisionsNamed(definition: CalendarDefinition): readonly string[] {
  const names = partsOf(definition).flatMap(({ bankHolidays }) =>
    itemsOf(bankHolidays).flatMap((item) => {
      if (typeof item === "string") return isDate(item) ? [] : [item];
      return "division" in item ? [item.division] : [];
    }),
  );
  return [...new Set(names.map(divisionOf))];
}

/** The exceptions and listed bank holidays of a definition, at any depth, that leave the hours of their date alone. */
export function idleDates(definition: CalendarDefinition): readonly WrittenDate[] {
  return partsOf(definition).flatMap((part) => {
    const bare = { ...part, exceptions: {} };
    return [
      ...idle("exceptions", Object.keys(part.exceptions ?? {}), part, bare),
      ...idle("bankHolidays", listed(part.bankHolidays), bare, withoutListed(bare)),
      ...placed("bankHolidays, twice", repeated(listed(part.bankHolidays))),
    ];
  });
}

/** The dates on which two definitions have the same hours, or of which the first knows nothing. */
function idle(
  place: string,
  dates: readonly string[],
  withDates: HoursDefinition,
  without: HoursDefinition,
): readonly WrittenDate[] {
  if (dates.length === 0) return [];
  const [has, had] = [defineCalendar(withDates), defineCalendar(without)];
  return placed(
    place,
    dates.filter((date) => {
      const hours = hoursKnown(has, date);
      return hours === undefined || hours === hoursKnown(had, date);
    }),
  );
}

function hoursKnown(calendar: WorkingCalendar, date: string): string | undefined {
  try {
    return calendar.hoursOn(date).join();
  } catch (error) {
    if (error instanceof CoverageError) return undefined;
    throw error;
  }
}

function withoutListed({ bankHolidays, ...rest }: HoursDefinition): HoursDefinition {
  const divisions = itemsOf(bankHolidays).filter((item) =>
    typeof item === "string" ? !isDate(item) : "division" in item,
  );
  return divisions.length === 0 ? rest : { ...rest, bankHolidays: divisions };
}

/** The dates that a list of bank holidays writes; those of a division are not among them. */
function listed(given: HoursDefinition["bankHolidays"]): readonly string[] {
  return itemsOf(given).flatMap((item) => {
    if (typeof item === "string") return isDate(item) ? [item] : [];
    return "division" in item ? [] : [item.date];
  });
}

function repeated(dates: readonly string[]): readonly string[] {
  return dates.filter((date, i) => dates.indexOf(date) < i);
}

/** The dates between which a list says that it is complete. */
function boundsOf(given: HoursDefinition["bankHolidays"]): readonly string[] {
  if (typeof given !== "object" || !("dates" in given)) return [];
  return [given.from, given.to].flatMap((date) => date ?? []);
}

function itemsOf(given: HoursDefinition["bankHolidays"]): readonly BankHolidayItem[] {
  if (given === undefined) return [];
  if (typeof given === "string") return [given];
  return isList(given) ? given : "dates" in given ? given.dates : [given];
}

function isList(
  given: NonNullable<HoursDefinition["bankHolidays"]>,
): given is readonly (OwnBankHoliday | BankHolidays)[] {
  return Array.isArray(given);
}

/** Text in a list of bank holidays that begins with a digit is a date, any other a division. */
function isDate(item: string): boolean {
  return /^\d/.test(item);
}

function placed(place: string, dates: readonly string[]): readonly WrittenDate[] {
  return dates.map((date) => ({ date, place }));
}
