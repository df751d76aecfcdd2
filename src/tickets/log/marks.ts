/** The most names that are remembered; a file with more of them cannot be trusted at all. */
const MOST = 200_000;

/** The names of tickets that are marked. It takes bounded room: with too many, every ticket is marked. */
export class Marks {
  readonly #names = new Set<string>();
  #isFull = false;

  add(name: string): void {
    if (this.#names.size < MOST || this.#names.has(name)) this.#names.add(name);
    else this.#isFull = true;
  }

  has(name: string): boolean {
    return this.#isFull || this.#names.has(name);
  }
}
