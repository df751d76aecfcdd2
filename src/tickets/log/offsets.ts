import { HOUR_MS } from "../../timeline/units";
import { quoted } from "../../words/printable";

/** A text and the offset that it states. */
interface Stated {
  readonly offsetMs: number;
  readonly text: string;
}

/**
 * The offsets that the instants of a file state. Summer time moves a zone by an hour; offsets further apart come
 * from several zones, or one of them is damaged.
 */
export class Offsets {
  #least: Stated | null = null;
  #most: Stated | null = null;

  add(offsetMs: number, text: string): void {
    if (this.#least === null || offsetMs < this.#least.offsetMs) this.#least = { offsetMs, text };
    if (this.#most === null || offsetMs > this.#most.offsetMs) this.#most = { offsetMs, text };
  }

  /** What a reader of a report should know of them. */
  notes(): string[] {
    const [least, most] = [this.#least, this.#most];
    if (!least || !most || most.offsetMs - least.offsetMs <= HOUR_MS) return [];
    return [
      `its instants state offsets of several zones, as ${quoted(least.text)} and ${quoted(most.text)}; each is read by its own`,
    ];
  }
}
