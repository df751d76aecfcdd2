/** Gives each thing a number, counted from 0 in the order in which they are met. */
export class Codes<T> {
  readonly #codes = new Map<T, number>();
  readonly #things: T[] = [];

  /** The things, each at its number. */
  get all(): readonly T[] {
    return this.#things;
  }

  of(thing: T): number {
    const known = this.#codes.get(thing);
    if (known !== undefined) return known;
    const code = this.#things.push(thing) - 1;
    this.#codes.set(thing, code);
    return code;
  }

  /** The thing of a number that was given out. */
  thing(code: number): T {
    const thing = this.#things[code];
    if (thing === undefined) throw new Error(`nothing has the number ${code}`);
    return thing;
  }
}
