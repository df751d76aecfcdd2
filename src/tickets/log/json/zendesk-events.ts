import { isObject, type JsonObject } from "./items";

/** The fields that a clock needs. */
const FIELDS = ["status", "priority"] as const;

/**
 * An event of Zendesk's incremental export as the audit that it was: its child events name each field by its own
 * key, where an audit has `field_name` and `value`.
 */
export function auditOf({ id, created_at, timestamp, child_events }: JsonObject): JsonObject {
  const children = Array.isArray(child_events) ? child_events.filter(isObject) : [];
  const at = typeof timestamp === "number" ? new Date(timestamp * 1000).toISOString() : undefined;
  return { id, created_at: created_at ?? at, events: children.flatMap(changesOf) };
}

function changesOf(child: JsonObject): JsonObject[] {
  const { event_type: type, previous_value } = child;
  if (type !== "Create" && type !== "Change") return [];
  return FIELDS.filter((field) => Object.hasOwn(child, field)).map((field) => {
    return { type, field_name: field, value: child[field], previous_value };
  });
}
