import { isList, isSchema, type Json, type JsonSchema } from "./json";

/**
 * Notes on the parts of a schema, besides what zod says, by path: `targets.*.runs` for the key of
 * an object, `.*` for any key, `[]` for the items of a list, `exceptions@` for the names of its keys, `[]|0` for
 * the first of several forms.
 */
export interface Notes {
  /** What an editor shows for each property. */
  readonly help: Readonly<Record<string, JsonSchema>>;
  /** Schemas for the parts that zod's schema cannot express. */
  readonly parts: Readonly<Record<string, JsonSchema>>;
}

/** A schema with notes put in, and the paths of those that found a place. */
export interface Annotated {
  readonly schema: JsonSchema;
  readonly used: ReadonlySet<string>;
  /** The properties without a note. */
  readonly bare: readonly string[];
}

/** Puts notes on the parts of a schema into it. */
export function annotate(generated: JsonSchema, { help, parts }: Notes): Annotated {
  const used = new Set<string>();
  const bare: string[] = [];

  const taken = (table: Notes["help"], path: string): JsonSchema | undefined => {
    if (Object.hasOwn(table, path)) used.add(path);
    return table[path];
  };

  const inside = (schema: JsonSchema, path: string): JsonSchema => {
    const part = taken(parts, path);
    if (part) return part;
    const entries = Object.entries(schema).flatMap(([keyword, value]): [string, Json][] => {
      switch (keyword) {
        case "properties":
          return [[keyword, propertiesOf(value, path)]];
        case "additionalProperties":
          return [[keyword, isSchema(value) ? inside(value, under(path, "*")) : value]];
        case "items":
          return [[keyword, items(value, `${path}[]`)]];
        case "anyOf":
          return [[keyword, forms(value, path)]];
        case "propertyNames": {
          const names = isSchema(value) ? inside(value, `${path}@`) : value;
          // The keys of an object are always text.
          return isSchema(names) && Object.keys(names).join() === "type" ? [] : [[keyword, names]];
        }
        default:
          return [[keyword, value]];
      }
    });
    return Object.fromEntries(entries);
  };

  const items = (value: Json, path: string): Json => {
    if (isList(value)) return value.map((item) => (isSchema(item) ? inside(item, path) : item));
    return isSchema(value) ? inside(value, path) : value;
  };

  const forms = (value: Json, path: string): Json => {
    if (!isList(value)) return value;
    return value.map(
      (item, i) => taken(parts, `${path}|${i}`) ?? (isSchema(item) ? inside(item, path) : item),
    );
  };

  const propertiesOf = (value: Json, path: string): Json => {
    if (!isSchema(value)) return value;
    const entries = Object.entries(value).map(([name, property]) => {
      const here = under(path, name);
      const said = taken(help, here);
      if (!said) bare.push(here);
      return [name, { ...said, ...(isSchema(property) ? inside(property, here) : {}) }] as const;
    });
    return Object.fromEntries(entries);
  };

  return { schema: inside(generated, ""), used, bare };
}

function under(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** Puts a reference in place of every part of a schema that is one of those given, by name. */
export function share(schema: JsonSchema, named: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const names = new Map(Object.entries(named).map(([name, part]) => [JSON.stringify(part), name]));
  const shared = (value: Json): Json => {
    if (isList(value)) return value.map(shared);
    if (!isSchema(value)) return value;
    const { description, ...rest } = value;
    const name = names.get(JSON.stringify(rest));
    if (name === undefined) return share(value, named);
    return { ...(description === undefined ? {} : { description }), ...reference(name) };
  };
  return mapped(schema, shared);
}

/** Names a part that is defined along with the others. */
export function reference(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

/** Moves references that have other keywords beside them into an `allOf`: draft 7 would ignore those keywords. */
export function referencesAlone(schema: JsonSchema): JsonSchema {
  const walk = (value: Json): Json => {
    if (isList(value)) return value.map(walk);
    return isSchema(value) ? referencesAlone(value) : value;
  };
  const { $ref, ...rest } = mapped(schema, walk);
  if ($ref === undefined) return rest;
  return Object.keys(rest).length === 0 ? { $ref } : { ...rest, allOf: [{ $ref }] };
}

function mapped(schema: JsonSchema, change: (value: Json) => Json): JsonSchema {
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, change(value)]));
}
