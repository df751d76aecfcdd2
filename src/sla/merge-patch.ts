import { isJsonObject } from "../calendar/json-object";

/**
 * A JSON value changed as a patch says: objects are merged key by key, null takes a key away, anything
 * else takes the place of what was there (RFC 7386, JSON Merge Patch).
 */
export function mergePatch(value: unknown, patch: unknown): unknown {
  if (!isJsonObject(patch)) return patch;
  const merged = new Map(isJsonObject(value) ? Object.entries(value) : []);
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), change));
  }
  return Object.fromEntries(merged);
}
