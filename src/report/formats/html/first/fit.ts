import { MOST_PARTS } from "../../../model/first/time-spent";
import { promisedMonths, promiseName, standsText } from "../../../model/first/words";
import { type LogReport, tenWorst, verdictName } from "../../../model/log-report";
import { MOST_PROMISED, MOST_REMARKS, MOST_SEVERITIES } from "./most";

/** The height of a printed sheet, in CSS pixels. */
const SHEET_PX = 1000;

/** The sizes at which a sheet may be printed, in percent. The style has a class for each. */
export const FITS = [100, 90, 80, 70, 60] as const;

/** The class of a sheet that makes it fit on its page: the largest size at which its estimated height does. */
function fitClass(heightPx: number): string {
  // A smaller type also breaks fewer lines, so this is on the safe side.
  const fit = FITS.find((percent) => (heightPx * percent) / 100 <= SHEET_PX) ?? FITS.at(-1);
  return `fit-${fit}`;
}

/** How many lines a text takes. */
const lines = (text: string, charactersPerLine: number) =>
  Math.max(1, Math.ceil(text.length / charactersPerLine));

const sum = (heights: readonly number[]) => heights.reduce((all, each) => all + each, 0);

/** The height of a table: its caption and its head, and a row for each name. */
const table = (names: readonly string[], charactersPerLine: number, linePx: number) =>
  names.length === 0
    ? 0
    : 48 + sum(names.map((name) => 5 + linePx * lines(name, charactersPerLine)));

/** How to print the sheet of attainment. */
export function firstFit({ first, warning, remarks }: LogReport): string {
  const { title, supplier, services, promised, headlines, made, trend } = first;
  const shares = promised.slice(0, MOST_PROMISED).map((share) => promiseName(share, promised));
  return fitClass(
    sum([
      38 * lines(title, 46) + 20,
      22 * lines([supplier ?? "", ...services].join(", "), 85),
      warning === null ? 0 : 25 + 22 * lines(warning, 75),
      75,
      table(shares, 26, 14),
      table(
        headlines.map(({ name }) => name),
        first.spans.length > 0 ? 34 : 60,
        14,
      ),
      trend.months.length > 0 || promised.length > 0 ? 235 : 0,
      45,
      sum(remarks.slice(0, MOST_REMARKS).map((text) => 4 + 18 * Math.min(2, lines(text, 115)))),
      100 + 16 * 2 * (made.policies.length - 1),
    ]),
  );
}

/** How to print the sheet of severities, time and the worst. */
export function secondFit(report: LogReport): string {
  const { promised, trend, time } = report.first;
  const months = promisedMonths(promised);
  const ten = tenWorst(report).map(({ row, reading }) => {
    const [stands, title] = [standsText(row, reading), verdictName(report, { row, reading })];
    return lines(stands, 22) > lines(title, 30) ? stands : title.padEnd(22 * lines(title, 30));
  });
  return fitClass(
    sum([
      55,
      months.length < 2 ? 0 : 48 + 32 * Math.min(MOST_PROMISED, promised.length),
      trend.matrix.length === 0 ? 0 : 52 + 28 * Math.min(MOST_SEVERITIES, trend.matrix.length),
      72,
      table([...time.byGroup.slice(0, MOST_PARTS).map(() => ""), ""], 60, 13),
      time.byState.length === 0 ? 0 : 22 * lines(time.byState.map(({ state }) => state).join(), 60),
      table(ten, 22, 13),
    ]),
  );
}
