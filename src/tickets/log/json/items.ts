import { InputError } from "../problems";

export type JsonObject = Readonly<Record<string, unknown>>;

/** One of the things that a JSON file lists. */
export interface JsonItem {
  /** The line of JSON lines, else its place in the list, counted from 1. */
  readonly line: number;
  readonly value: JsonObject;
}

/** The items that a JSON file lists, and those that are not objects. */
export interface JsonItems {
  readonly items: readonly JsonItem[];
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
  readonly isLines: boolean;
}

/**
 * Why a JSON number is read as another than the file has; null if it is not. Whole numbers beyond 2^53 are
 * read as the nearest that a computer holds, so the names of two tickets may become one.
 */
export function lostNumber(value: unknown): string | null {
  if (typeof value !== "number" || !Number.isInteger(value) || Number.isSafeInteger(value)) {
    return null;
  }
  return `it holds the number ${value}, which is too large to be read exactly; write it in quotation marks`;
}

/** Keys that APIs put around their lists. */
const ENVELOPES = [
  ...["result", "issues", "tickets", "audits", "ticket_events", "records", "results", "entries"],
  ...["values", "data"],
];

/**
 * The items of a JSON file: a list, a list within the answer of an API, or JSON lines.
 *
 * @throws {InputError} if it is not JSON, or if it is a page of an answer and not the last
 */
export function itemsOf(text: string): JsonItems {
  const parsed = parse(text);
  if ("value" in parsed) return { ...listed(unwrapped(parsed.value)), isLines: false };
  const lines = text
    .split(/\r\n|\n|\r/)
    .flatMap((line, i) => (line.trim() === "" ? [] : [{ line: i + 1, ...parse(line) }]));
  const [first] = lines;
  if (first === undefined || !("value" in first) || lines.length < 2) {
    throw new InputError(`it begins like JSON, but is not JSON: ${parsed.reason}`);
  }
  const items: JsonItem[] = [];
  const faults: { line: number; reason: string }[] = [];
  for (const each of lines) {
    if ("value" in each && isObject(each.value)) items.push({ line: each.line, value: each.value });
    else faults.push({ line: each.line, reason: "reason" in each ? each.reason : NOT_OBJECT });
  }
  return { items, faults, isLines: true };
}

const NOT_OBJECT = "it is not an object";

function parse(text: string): { readonly value: unknown } | { readonly reason: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function unwrapped(value: unknown): readonly unknown[] {
  if (Array.isArray(value))
    return value.flatMap((each) => (isPage(each) ? unwrapped(each) : [each]));
  if (!isObject(value)) throw new InputError("it is JSON without a list of records");
  const key = ENVELOPES.find((name) => Array.isArray(value[name]));
  if (key === undefined) return [value];
  refuseCut(value);
  const list = value[key];
  return Array.isArray(list) ? list : [];
}

/** Whether an item of a list is itself an answer with a list, as when pages have been collected. */
function isPage(value: unknown): boolean {
  return (
    isObject(value) &&
    ENVELOPES.some((name) => Array.isArray(value[name])) &&
    !("key" in value || "id" in value)
  );
}

/** Refuses an answer that says that there is more of it. */
function refuseCut(page: JsonObject): void {
  const { next_page: next, meta, total, startAt, issues, isLast, nextPageToken } = page;
  // Zendesk's incremental exports always name a next page, and say themselves whether anything is there.
  const { end_of_stream: isEnd } = page;
  const isMore =
    isEnd === false ||
    (typeof next === "string" && next !== "" && isEnd !== true) ||
    (isObject(meta) && meta["has_more"] === true) ||
    (typeof nextPageToken === "string" && nextPageToken !== "") ||
    isLast === false ||
    (typeof total === "number" &&
      Array.isArray(issues) &&
      total > issues.length + (typeof startAt === "number" ? startAt : 0));
  if (!isMore) return;
  throw new InputError(
    "it is one page of an answer that says there are more; put all pages into one list",
  );
}

function listed(values: readonly unknown[]): Omit<JsonItems, "isLines"> {
  const items: JsonItem[] = [];
  const faults: { line: number; reason: string }[] = [];
  values.forEach((value, i) => {
    if (isObject(value)) items.push({ line: i + 1, value: fieldsOf(value) });
    else faults.push({ line: i + 1, reason: NOT_OBJECT });
  });
  return { items, faults };
}

/** The fields of an item. Helix puts them under `values`, beside links. */
function fieldsOf(item: JsonObject): JsonObject {
  const { values, _links, ...others } = item;
  const hasOthers = Object.keys(others).length > 0;
  return isObject(values) && !hasOthers ? values : item;
}

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
