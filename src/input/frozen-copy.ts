import { DefinitionError } from "./problems";

/** How deep, and how large, a definition may be. */
const DEEPEST = 200;
const LARGEST = 200_000;

/** Why a value cannot be copied; completes "expected JSON ...". */
class NotPlain extends Error {}

/**
 * A copy of a JSON value that nobody can change: neither its giver nor its taker can alter what has
 * been checked. Keys whose value is undefined are left out.
 *
 * @param what names the thing defined, for errors
 * @throws {DefinitionError} if it is too deep (or circular), too large, or cannot be read.
 */
export function frozenCopy(value: unknown, what: string): unknown {
  let left = LARGEST;
  const copy = (inner: unknown, depth: number): unknown => {
    if (typeof inner === "function") throw new NotPlain("without a function");
    if (typeof inner !== "object" || inner === null) return inner;
    if (depth > DEEPEST) throw new NotPlain(`at most ${DEEPEST} levels deep, and not circular`);
    if (Object.hasOwn(inner, "__proto__")) throw new NotPlain('without a key "__proto__"');
    if (Array.isArray(inner)) {
      take(inner.length);
      // Array.from visits the holes of a list as well.
      return Object.freeze(Array.from(inner, (item) => copy(item, depth + 1)));
    }
    const kind = Object.prototype.toString.call(inner).slice("[object ".length, -1);
    if (kind !== "Object") throw new NotPlain(`without a ${kind}`);
    // As in JSON, a key without a value is not there.
    const entries = Object.entries(inner).filter(([, item]) => item !== undefined);
    take(entries.length);
    const copied = entries.map(([key, item]) => [key, copy(item, depth + 1)] as const);
    // fromEntries makes every key a property, whatever it is called.
    return Object.freeze(Object.fromEntries(copied));
  };
  const take = (values: number) => {
    left -= values;
    if (left < 0) throw new NotPlain(`of at most ${LARGEST} values`);
  };
  try {
    return copy(value, 0);
  } catch (error) {
    const why = error instanceof NotPlain ? error.message : "that can be read";
    throw new DefinitionError(what, [{ path: [], message: `expected JSON ${why}` }]);
  }
}
