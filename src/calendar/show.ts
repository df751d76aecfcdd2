const LONGEST = 80;

/** Any value, as short text for an error message; never throws, whatever the value does. */
export function show(value: unknown): string {
  const text = textOf(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function textOf(value: unknown): string {
  try {
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value === "symbol" || typeof value === "function") return `a ${typeof value}`;
    if (typeof value === "number") return String(value);
    return JSON.stringify(value) ?? String(value);
  } catch {
    return `an unreadable ${typeof value}`;
  }
}
