/** A JSON Schema, or a part of one: the keywords of draft 7. */
export interface JsonSchema {
  readonly [keyword: string]: Json;
}

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** The longest line that the formatter of this project allows. */
const LINE = 100;

/** JSON as the formatter of this project writes it: a list without objects is on one line if it fits. */
export function formatted(value: Json, indent = "", before = 0): string {
  const inner = `${indent}  `;
  if (isList(value)) {
    const line = value.every((item) => !hasObjects(item)) ? onOneLine(value) : undefined;
    if (line !== undefined && indent.length + before + line.length < LINE) return line;
    return lines(
      "[",
      value.map((item) => formatted(item, inner)),
      "]",
      indent,
    );
  }
  if (isPlain(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => {
    const name = `${JSON.stringify(key)}: `;
    return name + formatted(item, inner, name.length);
  });
  return lines("{", entries, "}", indent);
}

function lines(open: string, items: readonly string[], close: string, indent: string): string {
  if (items.length === 0) return open + close;
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether a value is an object: a schema, or what stands under a keyword. */
export function isSchema(value: Json | undefined): value is JsonSchema {
  return typeof value === "object" && value !== null && !isList(value);
}

function onOneLine(value: Json): string {
  return isList(value) ? `[${value.map(onOneLine).join(", ")}]` : JSON.stringify(value);
}

function hasObjects(value: Json): boolean {
  return isList(value) ? value.some(hasObjects) : !isPlain(value);
}

function isPlain(value: Json): value is string | number | boolean | null {
  return typeof value !== "object" || value === null;
}
