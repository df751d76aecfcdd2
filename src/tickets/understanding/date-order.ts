import { Info } from "luxon";
import { type DateOrder, dateShape, ORDERS, ordersOf, wallMsBy } from "../log/dates/shapes";
import { InputError } from "../log/problems";
import type { DateEvidence, DateSeen } from "./date-evidence";

/** A date that can be read in several ways, each of them in words. */
export interface OpenDate extends DateSeen {
  readonly readings: Readonly<Partial<Record<DateOrder, string>>>;
}

/**
 * The order of day, month and year in the dates of a file, or a date that leaves it open.
 *
 * A date that an order cannot read rules it out. Years of two digits that stand first are ruled out too
 * if the numbers that stand first differ more than the last, as days do, or if only the last are years
 * of this time.
 *
 * @param answer the order that somebody named
 * @param nowMs when the file is read, epoch milliseconds
 * @throws {InputError} if no order reads all dates, or the answer does not
 */
export function dateOrderOf(
  evidence: readonly DateEvidence[],
  answer: DateOrder | undefined,
  nowMs: number | undefined,
): DateOrder | OpenDate {
  const against = new Map<DateOrder, DateSeen>();
  for (const each of evidence)
    for (const [order, seen] of each.against) earlier(against, order, seen);
  const possible = ORDERS.filter((order) => !against.has(order));
  if (possible.length === 0) throw new InputError(contradiction(against));
  if (answer !== undefined) {
    const seen = against.get(answer);
    if (seen) throw new InputError(wrongAnswer(answer, seen));
    return answer;
  }
  refuseSwapped(evidence, against);
  const orders = isYearFirst(evidence, nowMs)
    ? possible
    : possible.filter((order) => order !== "year-first" || possible.length === 1);
  const open = evidence.flatMap((each) =>
    [...each.open].filter(([two]) => two.split(" ").every((order) => isAmong(order, orders))),
  );
  const [first] = open.map(([, seen]) => seen).sort((a, b) => a.line - b.line);
  // If every order reads all dates alike, the order makes no difference.
  if (!first) return orders[0] ?? "day-first";
  return { ...first, readings: readingsOf(first.text, orders) };
}

/**
 * A spreadsheet that opens the dates of another country turns texts with a day up to 12 into dates, with day
 * and month swapped, and leaves the others as texts.
 *
 * @throws {InputError} if that is what a file looks like
 */
function refuseSwapped(
  evidence: readonly DateEvidence[],
  against: ReadonlyMap<DateOrder, DateSeen>,
): void {
  const [wall] = evidence.flatMap((each) => each.wall ?? []);
  const text = against.get("day-first") ?? against.get("month-first");
  const isDayUpTo12 = evidence.every(({ latestWallDay }) => latestWallDay <= 12);
  const areTextsBeyond = evidence.every(({ open }) => open.size === 0);
  if (!wall || !text || !isDayUpTo12 || !areTextsBeyond) return;
  throw new InputError(
    `a spreadsheet may have swapped day and month: "${text.text}" on line ${text.line} has stayed a text, and every date that it made, such as ${wall.text} on line ${wall.line}, has a day up to 12; export it again with its dates as texts, or say with --dates that those are right`,
  );
}

function earlier(known: Map<DateOrder, DateSeen>, order: DateOrder, seen: DateSeen): void {
  const other = known.get(order);
  if (!other || seen.line < other.line) known.set(order, seen);
}

function isAmong(text: string, orders: readonly DateOrder[]): boolean {
  return orders.some((order) => order === text);
}

/** Whether years of two digits may stand first. */
function isYearFirst(evidence: readonly DateEvidence[], nowMs: number | undefined): boolean {
  const first = new Set(evidence.flatMap((each) => [...each.first]));
  const last = new Set(evidence.flatMap((each) => [...each.last]));
  if (first.size !== last.size) return first.size < last.size;
  if (nowMs === undefined) return true;
  const year = new Date(nowMs).getUTCFullYear() % 100;
  const isNow = (numbers: ReadonlySet<number>) =>
    [...numbers].every((number) => number === year || number === year - 1);
  return !isNow(last) || isNow(first);
}

function contradiction(against: ReadonlyMap<DateOrder, DateSeen>): string {
  const [dayFirst, monthFirst] = [against.get("month-first"), against.get("day-first")];
  return `its dates contradict each other: "${dayFirst?.text}" on line ${dayFirst?.line} has the day first, and "${monthFirst?.text}" on line ${monthFirst?.line} the month`;
}

function wrongAnswer(answer: DateOrder, { text, line }: DateSeen): string {
  const shape = dateShape(text);
  const orders = shape?.kind === "numbers" ? ordersOf(shape).map(([order]) => order) : [];
  return `--dates ${answer} is wrong for this file: "${text}" on line ${line} can only be ${orders.join(" or ")}`;
}

/** What a date is in each of some orders, in words. */
function readingsOf(text: string, orders: readonly DateOrder[]): OpenDate["readings"] {
  const shape = dateShape(text);
  if (shape?.kind !== "numbers") return {};
  const readings = ordersOf(shape).flatMap(([order, format]) => {
    const wallMs = wallMsBy(format, text);
    return orders.includes(order) && wallMs !== null ? [[order, dateText(wallMs)]] : [];
  });
  return Object.fromEntries(readings);
}

/** `2 November 2026`, of a date as if it were in UTC. */
function dateText(wallMs: number): string {
  const date = new Date(wallMs);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

const MONTHS = Info.months("long", { locale: "en-GB" });
