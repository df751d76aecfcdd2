import fc from "fast-check";

/** JSON, and JSON that was right until something happened to it. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Keys that every object has, that no object should have, and that mean something here. */
const keys = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty"),
  fc.constantFrom(
    "",
    "0",
    "-1",
    "length",
    "then",
    "toJSON",
    "\0",
    "\ud800",
    "a.b",
    "x".repeat(300),
  ),
  fc.constantFrom("id", "hours", "minutes", "workingDays", "months", "calendar", "due", "cutoff"),
  fc.constantFrom("1", "core", "weekdays", "daily", "2026-12-25", "exceptions", "bankHolidays"),
  fc.constantFrom(
    "union",
    "intersect",
    "except",
    "options",
    "patch",
    "values",
    "default",
    "clause",
  ),
  fc.string(),
);

const words = fc.oneof(
  fc.constantFrom("", "core", "1", "open", "done", "end-of-day", "close", "next-open", "restart"),
  fc.constantFrom("00:00-24:00", "22:00-07:00", "09:00-09:00", "24:00-25:00", "09:00-17:00\n", "-"),
  fc.constantFrom("2026-12-25", "2026-02-30", "0000-01-01", "9999-12-31", "10000-01-01", "26-1-1"),
  fc.constantFrom("Europe/London", "europe/london", "Mars/Base", "+01:00", "UTC", "Asia/Tehran"),
  fc.constantFrom("england-and-wales", "nhsmail-core", "__proto__", "constructor", "toString"),
  keys,
);

const numbers = fc.oneof(
  fc.constantFrom(0, -0, -1, 1, 0.5, 1e-9, 5e-324, 1e308, 2 ** 53, 2 ** 53 - 1, 1e6, 100, 101),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Any JSON, likelier than not with a word or a key that is looked for. */
export const json: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(words, numbers, fc.boolean(), fc.constant(null)),
    fc.array(tie("json"), { maxLength: 4 }),
    fc.array(fc.tuple(keys, tie("json")), { maxLength: 4 }).map(fromEntries),
  ),
})).json;

/** An object with these keys of its own, `__proto__` as well. */
function fromEntries(entries: readonly (readonly [string, Json])[]): Json {
  return Object.fromEntries(entries);
}

/** What happens to one place of a value. */
interface Change {
  readonly place: number;
  readonly kind: "replace" | "delete" | "insert" | "rename" | "copy" | "repeat";
  readonly key: string;
  readonly value: Json;
  readonly other: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(),
  kind: fc.constantFrom("replace", "delete", "insert", "rename", "copy", "repeat"),
  key: keys,
  value: json,
  other: fc.nat(),
});

/** One of some values, to which a few things have happened. */
export function mutated(values: readonly unknown[], most = 4): fc.Arbitrary<Json> {
  return fc
    .record({
      which: fc.nat({ max: values.length - 1 }),
      changes: fc.array(change, { maxLength: most }),
    })
    .map(({ which, changes }) => {
      // Through text and back, which leaves JSON and nothing else.
      const value: Json = JSON.parse(JSON.stringify(values[which]));
      return changes.reduce(changed, value);
    });
}

/** A place in a value: what holds it, and under which key. */
interface Place {
  readonly holder: Json[] | { [key: string]: Json };
  readonly key: string;
}

function placesIn(value: Json): Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { holder: value, key },
    ...placesIn(inner),
  ]);
}

function changed(value: Json, { place, kind, key, value: next, other }: Change): Json {
  const places = placesIn(value);
  const at = places[place % Math.max(places.length, 1)];
  const from = places[other % Math.max(places.length, 1)];
  if (!at || !from) return next;
  const { holder } = at;
  const there = Reflect.get(holder, at.key);
  const copy: Json = JSON.parse(JSON.stringify(Reflect.get(from.holder, from.key)));
  switch (kind) {
    case "replace":
      put(holder, at.key, next);
      break;
    case "copy":
      put(holder, at.key, copy);
      break;
    case "repeat":
      put(holder, at.key, [there, there, copy]);
      break;
    case "insert":
      put(holder, Array.isArray(holder) ? String(holder.length) : key, next);
      break;
    case "rename":
      if (!Array.isArray(holder)) {
        delete holder[at.key];
        put(holder, key, there);
      }
      break;
    case "delete":
      if (Array.isArray(holder)) holder.splice(Number(at.key), 1);
      else delete holder[at.key];
  }
  return value;
}

/** Makes a property of an object's own, whatever it is called. */
function put(holder: Place["holder"], key: string, value: Json): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}
