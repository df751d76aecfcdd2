import type { BankHolidays } from "../calendar/definition/definition";
import { newerSchema } from "../calendar/definition/holiday-schema";
import { DefinitionError, problemsIn } from "../input/problems";
import { show } from "../input/show";

/** Bank holidays by division, in the shape of https://www.gov.uk/bank-holidays.json. */
export type GovUkBankHolidays = Readonly<
  Record<
    string,
    {
      readonly division: string;
      readonly events: readonly {
        readonly title: string;
        readonly date: string;
        readonly notes: string;
      }[];
    }
  >
>;

/**
 * Bank holidays in the shape that gov.uk publishes, for programs that read it: only the published
 * dates, since that shape cannot say that a date is projected.
 *
 * @param holidays results of `bankHolidays` or `parseBankHolidays`, one for each division
 * @throws {DefinitionError} with every problem found, if they are anything else, or if two of them are
 *   of the same division.
 * @example toGovUkBankHolidays([bankHolidays("scotland")])["scotland"]?.events[0]?.date // "1998-01-01"
 */
export function toGovUkBankHolidays(holidays: readonly BankHolidays[]): GovUkBankHolidays {
  checkHolidays(holidays);
  return Object.fromEntries(
    holidays.map(({ division, events }) => [
      division,
      {
        division,
        events: events
          .filter(({ status }) => status === "published")
          .map(({ title, date, notes }) => ({ title, date, notes })),
      },
    ]),
  );
}

function checkHolidays(holidays: readonly BankHolidays[]): void {
  const problems = problemsIn(newerSchema(), holidays);
  if (problems.length > 0) throw new DefinitionError("list of bank holidays", problems);
  const divisions = new Set<string>();
  for (const [i, { division }] of holidays.entries()) {
    if (divisions.has(division)) {
      const message = `${show(division)} given twice; give the bank holidays of each division once`;
      throw new DefinitionError("list of bank holidays", [{ path: [i, "division"], message }]);
    }
    divisions.add(division);
  }
}
