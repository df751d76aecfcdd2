/** Where a value stands in another: its keys, outermost first. */
export type Path = readonly (string | number)[];

/** The path of every value in plain objects and lists; of a list, only its first item is looked into. */
export function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  const here = path.length === 0 ? [] : [path];
  if (typeof value !== "object" || value === null) return here;
  // A DateTime or a Duration is a value as a whole.
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return here;
  const keys = Array.isArray(value) ? [...value.keys()].slice(0, 1) : Object.keys(value);
  return [...here, ...keys.flatMap((key) => pathsIn(Reflect.get(value, key), [...path, key]))];
}

/** The value at a path. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((inner: unknown, key) => Reflect.get(Object(inner), key), value);
}

/** A copy in which another value stands at a path; without the key, if that is undefined. */
export function withValue(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  const copy: object = Array.isArray(value) ? [...value] : { ...Object(value) };
  const inner = withValue(Reflect.get(copy, key), rest, other);
  if (inner === undefined) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, inner);
  return copy;
}

/** A path without the places in lists: `segments.0.from` is `segments.from`. */
export function nameOf(path: Path): string {
  return path.filter((key) => typeof key === "string").join(".");
}
