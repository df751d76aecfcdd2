/** A JSON object, read only. */
type Json = Readonly<Record<string, unknown>>;

/**
 * A JSON value changed as a patch says: objects are merged key by key, null takes a key away, anything
 * else takes the place of what was there (RFC 7386, JSON Merge Patch).
 */
export function mergePatch(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(value) ? Object.entries(value) : []);
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), change));
  }
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
