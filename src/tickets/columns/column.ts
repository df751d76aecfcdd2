/** How many numbers a block has: few enough to waste little, and enough to be found by a shift. */
const BLOCK_BITS = 14;
const BLOCK = 1 << BLOCK_BITS;

/** Numbers that grow by blocks, so a log of any length is never copied while it grows. */
export class Column {
  readonly #blocks: (Float64Array | Int32Array)[] = [];
  #length = 0;

  /** @param Numbers the kind of a block: instants need all of a double, places and lines half of one */
  constructor(private readonly Numbers: typeof Float64Array | typeof Int32Array) {}

  get length(): number {
    return this.#length;
  }

  /** Adds a number, and returns its place. */
  push(value: number): number {
    const place = this.#length++;
    if ((place & (BLOCK - 1)) === 0) this.#blocks.push(new this.Numbers(BLOCK));
    this.set(place, value);
    return place;
  }

  /** Puts a number at a place at or beyond the end, and another in the places between. */
  put(place: number, value: number, between: number): void {
    while (this.#length < place) this.push(between);
    this.push(value);
  }

  /** The number of a place; `NaN` for a place that the column does not have. */
  get(place: number): number {
    // The block of a place may be longer than the column.
    if (place >= this.#length) return Number.NaN;
    return this.#blocks[place >> BLOCK_BITS]?.[place & (BLOCK - 1)] ?? Number.NaN;
  }

  /** Changes the number of a place that the column has. */
  set(place: number, value: number): void {
    const block = this.#blocks[place >> BLOCK_BITS];
    if (block) block[place & (BLOCK - 1)] = value;
  }
}
