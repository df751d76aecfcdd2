import { isJsonObject } from "./json";

/** JSON text that is the same for equal values, in whatever order their keys were written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
}

const PRIMES = [0x01000193, 0x85ebca6b] as const;

/**
 * A short hash of a text, 16 hexadecimal digits. It tells texts apart that differ by mistake; it is no
 * protection against somebody who wants two of them to have one hash.
 */
export function shortHash(text: string): string {
  return PRIMES.map((prime) => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), prime);
      hash ^= hash >>> 15;
    }
    return (hash >>> 0).toString(16).padStart(8, "0");
  }).join("");
}
