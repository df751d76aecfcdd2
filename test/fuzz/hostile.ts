import fc from "fast-check";
import { DateTime, Duration } from "luxon";
import { Trap } from "./doors";

/** Values that no sensible caller would give, but that JavaScript lets through. */

/**
 * A value that is made only where it is given. Until then nothing looks at it; the fuzzer itself would
 * otherwise be the first to look. Reports show its name.
 */
export class Gift {
  readonly make: () => unknown;
  readonly #name: string;

  constructor(name: string, make: () => unknown) {
    this.#name = name;
    this.make = make;
  }

  [fc.toStringMethod](): string {
    return this.#name;
  }
}

/** Plain values as gifts. */
function plainly(values: fc.Arbitrary<unknown>): fc.Arbitrary<Gift> {
  return values.map((value) => new Gift(fc.stringify(value), () => value));
}

const trap = (): never => {
  throw new Trap("read");
};

/** The names by which the library, Luxon and the language itself look at a value. */
const LOOKED_AT = [
  ...["epochMilliseconds", "isLuxonDateTime", "isLuxonDuration", "isValid", "toMillis", "toObject"],
  ...["toJSON", "toString", "valueOf", "length", "then", "constructor", "0"],
  ...["at", "state", "severity", "ticket", "events", "asOf", "until", "done", "from", "to"],
  ...["hours", "days", "tie", "due", "cutoff", "id", "title", "choose", "bankHolidays"],
  ...["outages", "maintenance", "month", "test", "facts", "parameters", "atMs", "firstEvent"],
];

/** An object, one of whose properties throws as it is read. */
const trapped = fc.constantFrom(...LOOKED_AT).map((key) => {
  const make = () => Object.defineProperty({}, key, { get: trap, enumerable: true });
  return new Gift(`an object with a trap at ${key}`, make);
});

const TRAPS = ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"];

/** An object that throws at one kind of look, or a list that throws at any. */
const proxied = fc.oneof(
  fc
    .constantFrom(...TRAPS)
    .map((name) => new Gift(`a proxy that traps ${name}`, () => new Proxy({}, { [name]: trap }))),
  fc.constant(new Gift("a list that cannot be read", () => new Proxy([], { get: trap }))),
);

/** An object that has every property there is, each of them itself. */
const everything: object = new Proxy(() => everything, {
  get: (_, key) => (key === Symbol.toPrimitive ? undefined : everything),
  has: () => true,
});
const plainEverything: object = new Proxy(
  {},
  { get: (_, key) => (typeof key === "symbol" ? undefined : everything), has: () => true },
);

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** Two branches at every level: small to hold, but endless to write out. */
function laughs(): object {
  let inner: object = { lol: "lol" };
  for (let level = 0; level < 60; level++) inner = { a: inner, b: inner };
  return inner;
}

function circular(): object {
  const self: { self?: object } = {};
  self.self = self;
  return self;
}

/** Objects that pretend to be something else, and others that no caller would give. */
const IMPOSTORS: Readonly<Record<string, () => unknown>> = {
  "a DateTime with nothing": () => ({ isLuxonDateTime: true }),
  "a DateTime without toMillis": () => ({ isLuxonDateTime: true, isValid: true }),
  "a DateTime of words": () => ({ isLuxonDateTime: true, isValid: true, toMillis: () => "soon" }),
  "a DateTime of NaN": () => ({ isLuxonDateTime: true, isValid: true, toMillis: () => Number.NaN }),
  "a Duration with nothing": () => ({ isLuxonDuration: true }),
  "a Duration without toObject": () => ({ isLuxonDuration: true, isValid: true }),
  "a Duration of null": () => ({ isLuxonDuration: true, isValid: true, toObject: () => null }),
  "a Duration of words": () => ({
    isLuxonDuration: true,
    isValid: true,
    toObject: () => ({ hours: "1" }),
  }),
  "a Date by its tag alone": () => ({ [Symbol.toStringTag]: "Date" }),
  "a Date by its prototype alone": () => Object.create(Date.prototype),
  "a DateTime by its prototype alone": () => Object.create(DateTime.prototype),
  "an invalid Date": () => new Date(Number.NaN),
  "an invalid DateTime": () => DateTime.invalid("made so"),
  "an invalid Duration": () => Duration.invalid("made so"),
  "epochMilliseconds of a bigint": () => ({ epochMilliseconds: 1n }),
  "epochMilliseconds of text": () => ({ epochMilliseconds: "1" }),
  "epochMilliseconds of null": () => ({ epochMilliseconds: null }),
  "epochMilliseconds of a symbol": () => ({ epochMilliseconds: Symbol("now") }),
  "an object without a prototype": () => Object.create(null),
  "a class": () => class {},
  "everything, as a function": () => everything,
  "everything, as an object": () => plainEverything,
  "a revoked proxy": revoked,
  "a billion laughs": laughs,
  "an object within itself": circular,
  "a list of two billion holes": () => new Array(2 ** 31),
  "an object as long as can be": () => ({ length: 2 ** 53 }),
  "a function": () => () => 0,
  "a symbol": () => Symbol("word"),
  "a large bigint": () => 1n << 80n,
  "a WeakMap": () => new WeakMap(),
  "a promise": () => Promise.resolve(),
};

/** Whether `await` asks the value itself for its result, which may never come. */
export function isThenable(value: unknown): boolean {
  try {
    return typeof Reflect.get(Object(value), "then") === "function";
  } catch {
    return false;
  }
}

const impostors = fc
  .constantFrom(...Object.entries(IMPOSTORS))
  .map(([name, make]) => new Gift(name, make));

/** Numbers at which arithmetic goes wrong. */
export const numbers: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(
    ...[0, -0, 1, -1, 0.5, 5e-324, 1e308, -1e308, Number.MAX_VALUE, Number.NaN],
    ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 53, -(2 ** 53), 2 ** 53 - 1],
    ...[8.64e15, -8.64e15, 8.64e15 + 1, 8.64e15 - 1, 4e9, 2 ** 31, 2 ** 32],
    ...[-2208988800000, 7289654400000, Date.UTC(1998, 0), Date.UTC(2041, 0)],
  ),
  fc.double(),
  fc.integer({ min: -3e12, max: 8e12 }),
  fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) }),
);

const year = fc.constantFrom("2026", "0000", "9999", "+275760", "-271821", "1900", "2200", "26");
const date = fc.constantFrom("-11-20", "-02-29", "-02-30", "-13-01", "-W53-7", "-366", "1120", "");
const time = fc.constantFrom(
  "T16:30",
  "T24:00",
  "T24:01",
  "T23:59:60",
  "t16:30",
  " 16:30",
  "T",
  "",
);
const fraction = fc.constantFrom("", ":00", ":00.000000000000000001", ":00,5", ":99");
const offset = fc.constantFrom(
  ...["Z", "z", "+01:00", "-00:00", "+24:00", "+14:45", "+0100", "+01", "", "[Europe/London]"],
);

/** Text that is, was or looks like an instant. */
export const instantTexts: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(year, date, time, fraction, offset).map((parts) => parts.join("")),
  fc.constantFrom("now", "", " ", "\0", "T1".repeat(500), "2026-11-20", "16:30", "1795192200000"),
  fc.string({ unit: "binary" }),
);

/** Text that is, was or looks like a length. */
export const lengthTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("PT48H", "P2D", "-PT1H", "PT-1H", "P", "PT", "PT1.5H", "PT1e9H", "P1Y2M", "48h"),
  fc.string(),
);

/** Anything at all. */
export const anything: fc.Arbitrary<Gift> = fc.oneof(
  { weight: 3, arbitrary: trapped },
  { weight: 3, arbitrary: proxied },
  { weight: 6, arbitrary: impostors },
  { weight: 4, arbitrary: plainly(numbers) },
  { weight: 4, arbitrary: plainly(instantTexts) },
  { weight: 2, arbitrary: plainly(lengthTexts) },
  {
    weight: 6,
    arbitrary: plainly(
      fc.anything({
        maxDepth: 2,
        withBigInt: true,
        withBoxedValues: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withObjectString: true,
        withSet: true,
        withSparseArray: true,
        withTypedArray: true,
      }),
    ),
  },
);

/** Instants in every form there is, and some values that are not instants. */
export const instants: fc.Arbitrary<Gift> = fc.oneof(
  { weight: 2, arbitrary: plainly(numbers) },
  { weight: 2, arbitrary: plainly(instantTexts) },
  { weight: 1, arbitrary: plainly(numbers.map((epochMilliseconds) => ({ epochMilliseconds }))) },
  { weight: 1, arbitrary: plainly(numbers.map((ms) => new Date(ms))) },
  { weight: 1, arbitrary: plainly(fc.integer().map((ms) => DateTime.fromMillis(ms))) },
  { weight: 3, arbitrary: anything },
);

export const lengths: fc.Arbitrary<Gift> = fc.oneof(
  plainly(lengthTexts),
  plainly(
    fc.record(
      { hours: numbers, minutes: numbers, seconds: numbers, milliseconds: numbers, days: numbers },
      { requiredKeys: [] },
    ),
  ),
  anything.map((gift) => new Gift(`hours: ${fc.stringify(gift)}`, () => ({ hours: gift.make() }))),
  anything,
);

/** Whole numbers, and others. */
export const counts: fc.Arbitrary<Gift> = fc.oneof(
  plainly(fc.integer({ min: -400, max: 400 })),
  plainly(numbers),
  anything,
);
