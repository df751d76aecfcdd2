import { isObject, type JsonItem, type JsonObject, lostNumber } from "./items";
import { isJiraSla, jiraSlaCells } from "./jira-slas";
import type { JsonTable } from "./kinds";

/** Items deeper than this say nothing that a table of tickets needs. */
const DEEPEST = 3;

/**
 * A table with a column for each name that an item has; a name within another is `fields.status.name`.
 * Lists are left out, but an SLA of Jira has a column for each part: `Time to resolution: due`. ServiceNow gives pairs: the text for people is taken, but an instant as it is stored.
 */
export function flatTable(items: readonly JsonItem[]): JsonTable {
  const names: string[] = [];
  const places = new Map<string, number>();
  const rows = items.map(({ line, value }) => {
    const cells: string[] = [];
    let lost: string | null = null;
    for (const [name, text, leaf] of leaves(value)) {
      lost ??= lostNumber(leaf);
      let place = places.get(name);
      if (place === undefined) {
        place = names.length;
        places.set(name, place);
        names.push(name);
      }
      cells[place] = text;
    }
    if (lost !== null) return { line, reason: lost };
    return { line, cells: Array.from(cells, (cell) => cell ?? "") };
  });
  const isOfServiceNow = names.some((name) => /^sys_/.test(name)) || items.some(hasPair);
  const zone = isOfServiceNow && !items.some(isDisplayed) ? { zone: "UTC" } : {};
  return { title: isOfServiceNow ? "ServiceNow records" : "objects", names, rows, ...zone };
}

function* leaves(
  value: JsonObject,
  prefix = "",
  depth = 1,
): Generator<readonly [name: string, text: string, value: unknown]> {
  for (const [key, each] of Object.entries(value)) {
    const name = `${prefix}${key}`;
    const text = textOf(each);
    if (isJiraSla(each))
      for (const [part, cell] of jiraSlaCells(key, each)) yield [part, cell, cell];
    else if (text !== undefined) yield [name, text, each];
    else if (isObject(each) && depth < DEEPEST) yield* leaves(each, `${name}.`, depth + 1);
  }
}

const STORED = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** The text of a value; undefined for a value that holds others. */
function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  if (!isObject(value)) return undefined;
  const { display_value: display, value: stored } = value;
  if (display === undefined && stored === undefined) return undefined;
  if (typeof stored === "string" && STORED.test(stored)) return stored;
  return String(display ?? stored ?? "");
}

function hasPair({ value }: JsonItem): boolean {
  return Object.values(value).some((each) => isObject(each) && "display_value" in each);
}

/**
 * Whether plain values are written for people, as ServiceNow gives them with `sysparm_display_value=true`.
 * Its instants are then in the zone of whoever asked.
 */
function isDisplayed({ value }: JsonItem): boolean {
  return ["state", "incident_state", "priority"].some((name) => {
    const text = value[name];
    return typeof text === "string" && /\p{L}/u.test(text);
  });
}
