const LONGEST = 80;
/** How many values of an object are looked at; more would not fit into the text. */
const MOST_VALUES = LONGEST;

/** How many names a list of them gives. */
const MOST_NAMES = 20;

/** Any value, as short text for an error message; never throws, whatever the value does. */
export function show(value: unknown): string {
  return short(textOf(value));
}

/** Text, cut where it is long. */
export function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Names for an error message: the first of them, and how many more there are. */
export function showNames(names: Iterable<string>, none = "none"): string {
  const all = [...names];
  const shown = all.slice(0, MOST_NAMES).map(short).join(", ");
  const more = all.length - MOST_NAMES;
  return more > 0 ? `${shown} and ${more} more` : shown || none;
}

function textOf(value: unknown): string {
  try {
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value === "symbol" || typeof value === "function") return `a ${typeof value}`;
    if (typeof value === "number") return String(value);
    let left = MOST_VALUES;
    const few = (_key: string, inner: unknown) => {
      if (left-- <= 0) return undefined;
      return Array.isArray(inner) ? inner.slice(0, MOST_VALUES) : inner;
    };
    return JSON.stringify(value, few) ?? String(value);
  } catch {
    return `an unreadable ${typeof value}`;
  }
}
