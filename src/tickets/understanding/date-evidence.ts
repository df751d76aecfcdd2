import {
  type DateOrder,
  type DateShape,
  dateShape,
  ORDERS,
  ordersOf,
  wallMsBy,
} from "../log/dates/shapes";

/** A date of a file, with the line that it is on. */
export interface DateSeen {
  readonly text: string;
  readonly line: number;
}

/** What the dates of a file prove of how they are written. */
export interface DatesRead {
  /** The formats to read them by; undefined if they need none. */
  readonly formats: readonly string[] | undefined;
  readonly needsZone: boolean;
}

/** The most dates that are remembered, so a date in many rows is looked at once. */
const MOST_KNOWN = 200_000;
const MOST_FORMATS = 8;
/** The most dates in ISO 8601 that are checked for zeros before a number of one digit. */
const ISO_LOOKED = 20;
/** The most dates that are shown. */
const SHOWN = 5;

const TIME = /(\d{1,2})([:h])(\d\d)(?::(\d\d))?/;

/**
 * A text that is the same for dates that prove the same: those of one day that differ only in their time. What
 * a time may prove is kept: a zero before a number of one digit, and an hour of noon or midnight.
 *
 * @example likeText("27/3/2016 09:41") // "27/3/2016 0a:b", as of "27/3/2016 08:59"
 */
export function likeText(text: string): string {
  const [time, hours = "", mark = "", minutes = "", seconds] = TIME.exec(text) ?? [];
  if (time === undefined) return text;
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return text;
  const part = hour === 0 ? "m" : hour > 12 ? "p" : hour === 12 ? "n" : "a";
  const sixty = (digits: string) => (digits.startsWith("0") ? "0b" : "b");
  const zero = hours.length === 1 ? "" : hours.startsWith("0") ? "0" : "1";
  const rest = seconds === undefined ? "" : `:${sixty(seconds)}`;
  return text.replace(time, `${zero}${part}${mark}${sixty(minutes)}${rest}`);
}

/**
 * Gathers how the dates of a file are written. All its columns are written by one program, so a
 * day above 12 in any of them decides for all.
 */
export class DateEvidence {
  readonly examples: DateSeen[] = [];
  /** The first date that an order cannot read, by the order. */
  readonly against = new Map<DateOrder, DateSeen>();
  /** The first date that two orders read as different instants, by the two. */
  readonly open = new Map<string, DateSeen>();
  /** The numbers that dates begin with, and those that they end with. */
  readonly first = new Set<number>();
  readonly last = new Set<number>();
  /** Dates of no usual shape. */
  unreadable: DateSeen | null = null;
  /** The first date with a number of one digit, and the first with a zero before it in the same place. */
  unevenly: { readonly short: DateSeen; readonly padded: DateSeen } | null = null;
  readonly #short = new Map<string, DateSeen>();
  readonly #padded = new Map<string, DateSeen>();
  #isoLooked = 0;
  #needsZone = false;
  #isWall = false;
  /** Whether some dates need no format. */
  hasIso = false;
  readonly #known = new Set<string>();
  readonly #like = new Set<string>();
  readonly #formats = new Set<string>();
  readonly #byOrder = new Map<DateOrder, Set<string>>(ORDERS.map((order) => [order, new Set()]));

  /** The first date of a spreadsheet, and the latest day of a month among them. */
  wall: DateSeen | null = null;
  latestWallDay = 0;

  /**
   * Takes a date of a spreadsheet, which needs a zone and nothing else.
   *
   * @param wallMs the date as if it were in UTC, epoch milliseconds
   */
  addWall(text: string, line: number, wallMs: number): void {
    this.wall ??= { text, line };
    this.latestWallDay = Math.max(this.latestWallDay, new Date(wallMs).getUTCDate());
    this.#isWall = true;
    this.#needsZone = true;
    if (!this.#known.has(text)) this.#show({ text, line });
    this.#known.add(text);
  }

  add(text: string, line: number): void {
    if (this.#known.has(text)) return;
    if (this.#known.size < MOST_KNOWN) this.#known.add(text);
    // Until there are enough to show, each is looked at by itself.
    if (this.examples.length === SHOWN) {
      const like = likeText(text);
      if (this.#like.has(like)) return;
      if (this.#like.size < MOST_KNOWN) this.#like.add(like);
    }
    const seen = { text, line };
    const shape = dateShape(text);
    if (shape === null) {
      this.unreadable ??= seen;
      return;
    }
    this.#show(seen);
    if (!shape.statesOffset) this.#needsZone = true;
    this.#take(shape, seen);
  }

  get isEmpty(): boolean {
    return this.examples.length === 0;
  }

  /** How the dates are read if an order is meant. */
  readAs(order: DateOrder): DatesRead {
    const formats = [...this.#formats, ...(this.#byOrder.get(order) ?? [])].slice(0, MOST_FORMATS);
    return { formats: formats.length === 0 ? undefined : formats, needsZone: this.#needsZone };
  }

  /** Whether all are dates of a spreadsheet. */
  get isWall(): boolean {
    return this.#isWall && this.#formats.size + this.first.size === 0;
  }

  /** One program always writes a zero before a number of one digit, or never; so a lost digit shows. */
  #lookAtZeros(seen: DateSeen): void {
    if (this.unevenly) return;
    const places = seen.text.replace(/\d+/g, "0");
    [...seen.text.matchAll(/\d+/g)].forEach(([number], i) => {
      const isShort = number.length === 1;
      if (!isShort && !/^0\d$/.test(number)) return;
      const place = `${i} ${places}`;
      const [same, other] = isShort ? [this.#short, this.#padded] : [this.#padded, this.#short];
      if (!same.has(place)) same.set(place, seen);
      const counter = other.get(place);
      if (counter)
        this.unevenly = isShort
          ? { short: seen, padded: counter }
          : { short: counter, padded: seen };
    });
  }

  #show(seen: DateSeen): void {
    if (this.examples.length < SHOWN) this.examples.push(seen);
  }

  #take(shape: DateShape, seen: DateSeen): void {
    if (shape.kind === "iso") {
      this.hasIso = true;
      // All of them have a zero before a number of one digit.
      if (this.#isoLooked < ISO_LOOKED) this.#lookAtZeros(seen);
      this.#isoLooked += 1;
      return;
    }
    this.#lookAtZeros(seen);
    if (shape.kind === "format") {
      this.#formats.add(shape.format);
      return;
    }
    const [first, , last] = shape.numbers;
    this.first.add(first);
    this.last.add(last);
    const orders = ordersOf(shape);
    for (const [order, format] of orders) this.#byOrder.get(order)?.add(format);
    for (const order of ORDERS) {
      if (shape.formats[order] === undefined && !this.against.has(order)) {
        this.against.set(order, seen);
      }
    }
    const read = orders.map(([order, format]) => ({ order, ms: wallMsBy(format, seen.text) }));
    read.forEach((one, i) => {
      for (const other of read.slice(i + 1)) {
        const two = `${one.order} ${other.order}`;
        if (one.ms !== other.ms && !this.open.has(two)) this.open.set(two, seen);
      }
    });
  }
}
