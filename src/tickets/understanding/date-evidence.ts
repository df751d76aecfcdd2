import { type DateOrder, type DateShape, dateShape } from "./date-shapes";

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

/** Dates remembered, so one that many rows have is looked at once. */
const MOST_KNOWN = 200_000;
const MOST_FORMATS = 8;
/** Dates that are shown. */
const SHOWN = 5;

/**
 * Gathers how the dates of a file are written. All its columns are written by one program, so a
 * day above 12 in any of them decides for all.
 */
export class DateEvidence {
  readonly examples: DateSeen[] = [];
  /** The first date that only one order can read, by the order. */
  readonly proofs = new Map<DateOrder, DateSeen>();
  /** The first date that both orders read, as different days. */
  ambiguous: DateSeen | null = null;
  /** Dates of no usual shape. */
  unreadable: DateSeen | null = null;
  #needsZone = false;
  #isWall = false;
  readonly #known = new Set<string>();
  readonly #formats = new Set<string>();
  readonly #byOrder: Readonly<Record<DateOrder, Set<string>>> = {
    "day-first": new Set(),
    "month-first": new Set(),
  };

  /** Takes a date of a spreadsheet, which needs a zone and nothing else. */
  addWall(text: string, line: number): void {
    this.#isWall = true;
    this.#needsZone = true;
    if (!this.#known.has(text)) this.#show({ text, line });
    this.#known.add(text);
  }

  add(text: string, line: number): void {
    if (this.#known.has(text)) return;
    if (this.#known.size < MOST_KNOWN) this.#known.add(text);
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

  /** How the dates are read if one order or the other is meant. */
  readAs(order: DateOrder): DatesRead {
    const formats = [...this.#formats, ...this.#byOrder[order]].slice(0, MOST_FORMATS);
    return { formats: formats.length === 0 ? undefined : formats, needsZone: this.#needsZone };
  }

  /** Whether all are dates of a spreadsheet. */
  get isWall(): boolean {
    return this.#isWall && this.#formats.size + this.#byOrder["day-first"].size === 0;
  }

  #show(seen: DateSeen): void {
    if (this.examples.length < SHOWN) this.examples.push(seen);
  }

  #take(shape: DateShape, seen: DateSeen): void {
    if (shape.kind === "iso") return;
    if (shape.kind === "format") {
      this.#formats.add(shape.format);
      return;
    }
    const { first, second, formats } = shape;
    this.#byOrder["day-first"].add(formats["day-first"]);
    this.#byOrder["month-first"].add(formats["month-first"]);
    if (first > 12 && second <= 12) this.#prove("day-first", seen);
    else if (second > 12 && first <= 12) this.#prove("month-first", seen);
    else if (first !== second && first <= 12) this.ambiguous ??= seen;
  }

  #prove(order: DateOrder, seen: DateSeen): void {
    if (!this.proofs.has(order)) this.proofs.set(order, seen);
  }
}
