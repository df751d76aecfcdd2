import type { BankHolidays } from "../calendar/definition/definition";

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
 * Bank holidays in the shape that gov.uk publishes, for programs that read it: the published dates
 * alone, since that shape cannot say that a date is projected.
 *
 * @param holidays what `bankHolidays` or `parseBankHolidays` gives, one for each division
 * @example toGovUkBankHolidays([bankHolidays("scotland")])["scotland"]?.events[0]?.date // "1998-01-01"
 */
export function toGovUkBankHolidays(holidays: readonly BankHolidays[]): GovUkBankHolidays {
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
