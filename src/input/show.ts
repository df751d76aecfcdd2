const LONGEST = 80;
/** How many values of an object are looked at; more would not fit into the text. */
const MOST_VALUES = LONGEST;

/** How many names a list of them gives. */
const MOST_NAMES = 20;

/**
 * Any value, as short text for an error message: what it is and what it says. Text is in quotes, so
 * it is told from a number. Never throws, whatever the value does.
 */
export function show(value: unknown): string {
  return short(textOf(value));
}

/**
 * Any value with its kind, for an error message that says what was given; never throws.
 *
 * @example describe(1) // "the number 1"
 * @example describe("1") // 'the text "1"'
 */
export function describe(value: unknown): string {
  const text = show(value);
  // A date or the like names its kind itself.
  return typeof value === "object" && /^(?:the|an?) /.test(text) ? text : `${kindOf(value)}${text}`;
}

/** What comes before a value to say its kind; nothing if the value says it itself. */
function kindOf(value: unknown): string {
  if (typeof value === "string") return "the text ";
  if (typeof value === "number" || typeof value === "bigint") return "the number ";
  if (typeof value !== "object" || value === null) return "";
  return `the ${classOf(value)} `;
}

function classOf(value: object): string {
  try {
    if (Array.isArray(value)) return "list";
    const name: unknown = Reflect.get(Object(Reflect.get(value, "constructor")), "name");
    return typeof name === "string" && name !== "" && name !== "Object" ? short(name) : "object";
  } catch {
    return "object";
  }
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
    const named = typeof value === "object" && value !== null ? nameOf(value) : undefined;
    if (named !== undefined) return named;
    let left = MOST_VALUES;
    const few = (_key: string, inner: unknown) => {
      if (left-- <= 0) return undefined;
      // JSON would have null in the place of these.
      if (typeof inner === "number" && !Number.isFinite(inner)) return `\0${inner}`;
      if (typeof inner === "bigint") return `\0${inner}n`;
      return Array.isArray(inner) ? inner.slice(0, MOST_VALUES) : inner;
    };
    const text = JSON.stringify(value, few)?.replace(/"\\u0000([\w-]+)"/g, "$1");
    if (text === undefined) return typeof value === "object" ? "an object" : String(value);
    // An object that writes itself as text or a number is neither.
    return typeof value === "object" && /^["\d-]/.test(text)
      ? `an object that reads ${text}`
      : text;
  } catch {
    return `an unreadable ${typeof value}`;
  }
}

/** An object of a kind that is better named than written out. */
function nameOf(value: object): string | undefined {
  const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
  if (tag === "Date") {
    const date = new Date(Date.prototype.getTime.call(value));
    return Number.isNaN(date.getTime()) ? "an invalid Date" : `the Date ${date.toISOString()}`;
  }
  if (tag.startsWith("Temporal.")) return `the ${tag} ${String(value)}`;
  for (const [mark, kind] of LUXON) {
    if (!Reflect.get(value, mark)) continue;
    return Reflect.get(value, "isValid") === true
      ? `the ${kind} ${String(value)}`
      : `an invalid ${kind}`;
  }
  return tag === "Object" || tag === "Array" ? undefined : `a ${tag}`;
}

/** How Luxon marks its own. */
const LUXON = [
  ["isLuxonDateTime", "DateTime"],
  ["isLuxonDuration", "Duration"],
  ["isLuxonInterval", "Interval"],
] as const;
