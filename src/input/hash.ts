import { isJsonObject } from "./json";

/** JSON text that is the same for equal values, in whatever order their keys were written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
}

/**
 * A hash of whole numbers, the same on every engine: two lanes of 32 bits, mixed as MurmurHash3 mixes
 * them. It tells apart what differs by mistake; it does not withstand somebody who wants two values to have
 * one hash.
 */
export class Hash {
  #a = 0x9e3779b9;
  #b = 0x85ebca6b;

  /** @param value a whole number that is safe to count with */
  add(value: number): void {
    const high = Math.floor(value / 0x1_0000_0000);
    this.#mix(value - high * 0x1_0000_0000);
    this.#mix(high);
  }

  /** 16 hexadecimal digits. */
  digest(): string {
    return hex(finished(this.#a ^ this.#b)) + hex(finished(this.#b + Math.imul(this.#a, 31)));
  }

  #mix(word: number): void {
    this.#a = turned(this.#a ^ scrambled(word, 0xcc9e2d51), 13);
    this.#a = (Math.imul(this.#a, 5) + 0xe6546b64) | 0;
    this.#b = turned(this.#b ^ scrambled(word ^ this.#a, 0x1b873593), 17);
    this.#b = (Math.imul(this.#b, 5) + 0x38495ab5) | 0;
  }
}

/** A short hash of a text, 16 hexadecimal digits. */
export function shortHash(text: string): string {
  const hash = new Hash();
  for (let i = 0; i < text.length; i++) hash.add(text.charCodeAt(i));
  return hash.digest();
}

function scrambled(word: number, by: number): number {
  return Math.imul(turned(Math.imul(word, by), 15), 0x85ebca77);
}

function turned(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function finished(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
