import { HOUR_MS, MINUTE_MS, SECOND_MS } from "../../../timeline/units";
import { isObject, type JsonObject } from "./items";

/** Whether a value is an SLA of Jira Service Management: cycles that are over, and at most one that goes on. */
export function isJiraSla(value: unknown): value is JsonObject {
  return isObject(value) && Array.isArray(value["completedCycles"]);
}

/**
 * The cells of an SLA's last cycle, by the names of their columns; none before its first cycle. Jira too
 * judges an SLA by its last cycle.
 *
 * @param key the name of its field, in case the SLA has no name
 */
export function jiraSlaCells(key: string, sla: JsonObject): (readonly [string, string])[] {
  const cycle = lastCycle(sla);
  if (cycle === null) return [];
  const name = typeof sla["name"] === "string" ? sla["name"] : key;
  const parts = {
    breached: typeof cycle["breached"] === "boolean" ? String(cycle["breached"]) : "",
    due: instantText(cycle["breachTime"] ?? cycle["breachedDate"]),
    used: lengthText(cycle["elapsedTime"]),
    left: lengthText(cycle["remainingTime"]),
  };
  return Object.entries(parts).map(([part, text]) => [`${name}: ${part}`, text]);
}

function lastCycle({ ongoingCycle, completedCycles }: JsonObject): JsonObject | null {
  if (isObject(ongoingCycle)) return ongoingCycle;
  const last = Array.isArray(completedCycles) ? completedCycles.at(-1) : null;
  return isObject(last) ? last : null;
}

/** Jira gives an object with several writings of a date; older versions gave epoch milliseconds alone. */
function instantText(date: unknown): string {
  const ms = isObject(date) ? date["epochMillis"] : date;
  return typeof ms === "number" && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : "";
}

/** A length as `h:mm:ss`, cut to the second. */
function lengthText(length: unknown): string {
  const ms = isObject(length) ? length["millis"] : length;
  if (typeof ms !== "number" || !Number.isFinite(ms)) return "";
  const whole = Math.abs(ms);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const text = `${Math.floor(whole / HOUR_MS)}:${two((whole % HOUR_MS) / MINUTE_MS)}:${two((whole % MINUTE_MS) / SECOND_MS)}`;
  return ms < 0 ? `-${text}` : text;
}
