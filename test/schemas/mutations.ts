import fc from "fast-check";

type Path = readonly (string | number)[];

/** What may stand where something else belongs. */
const JUNK = [
  null,
  true,
  0,
  -1,
  1.5,
  "",
  "x",
  "25:00",
  "08:00-18:00",
  "08:00-08:00",
  "22:00-07:00",
  "2026-02-29",
  "2026-12-25",
  "12-24",
  "02-30",
  "day-before-bank-holiday",
  "Europe/London",
  "Europe/Lodnon",
  "core",
  [],
  ["08:00-12:00", "11:00-13:00"],
  {},
  { hours: [] },
  { weekday: "monday", nth: 1 },
  { weekday: "monday", nth: 1, every: 2, from: "2027-01-05" },
  { dates: ["2026-12-25"], from: "2027-01-01" },
  { hours: 1, calendar: "core" },
  { weeks: 1, months: 1 },
];

/** A change to a definition: to a random part of it, in a random way. */
const change = fc.record({
  pick: fc.nat({ max: 10_000 }),
  how: fc.constantFrom("replace", "remove", "rename", "add", "wrap", "twice", "digit"),
  junk: fc.constantFrom(...JUNK),
});

/** Definitions of one kind with one to three things changed, most of them for the worse. */
export function mutated(definition: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(definition, fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([whole, changes]) =>
      changes.reduce<unknown>(
        (value, { pick, how, junk }) => {
          const paths = pathsIn(value);
          return changed(value, paths[pick % paths.length] ?? [], how, junk);
        },
        JSON.parse(JSON.stringify(whole)),
      ),
    );
}

/** The places in a JSON value, itself first. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

/** The same with the value at a path changed. */
function changed(value: unknown, path: Path, how: string, junk: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return altered(value, how, junk);
  const here = rest.length === 0;
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, i) => {
      if (i !== key) return [item];
      if (here && how === "remove") return [];
      return here && how === "twice" ? [item, item] : [changed(item, rest, how, junk)];
    });
  }
  const entries = Object.entries(value ?? {}).flatMap(([name, item]): [string, unknown][] => {
    if (name !== key) return [[name, item]];
    if (here && how === "remove") return [];
    return here && how === "rename"
      ? [[`${name}s`, item]]
      : [[name, changed(item, rest, how, junk)]];
  });
  return Object.fromEntries(entries);
}

function altered(value: unknown, how: string, junk: unknown): unknown {
  if (how === "wrap") return [value];
  if (how === "digit" && typeof value === "string") return value.replace(/\d/, "9");
  if (how === "add" && Array.isArray(value)) return [...value, junk];
  if (how === "add" && typeof value === "object") return { ...value, more: junk };
  return how === "replace" ? junk : value;
}
