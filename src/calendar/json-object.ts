/** A JSON object, read only. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object as JSON has them, and neither null nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
