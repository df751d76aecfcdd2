/** What is known of a ticket beside its state and its severity, by name: its type, its group, and so on. */
export type Fields = Readonly<Record<string, string>>;

/** Values of fields that must all hold: of each field, one of a list. */
export type When = Readonly<Record<string, readonly string[]>>;

/** A state, and the fields of the tickets that are in it. */
export interface DerivedState {
  readonly state: string;
  /** The fields that name it; without them, it is the state of every ticket that no row before it names. */
  readonly when?: When;
}

/** What some events of one instant leave of the fields: the last value given holds, and null takes it away. */
export function fieldsAfter(
  before: Fields,
  events: readonly { readonly fields: Readonly<Record<string, string | null>> | undefined }[],
): Fields {
  const changes = events.flatMap(({ fields }) => (fields ? Object.entries(fields) : []));
  if (changes.length === 0) return before;
  const after = new Map(Object.entries(before));
  for (const [name, value] of changes) {
    if (value === null) after.delete(name);
    else after.set(name, value);
  }
  // fromEntries makes every name a key, even "__proto__".
  return Object.freeze(Object.fromEntries(after));
}

/** Whether fields have one of the values that are asked for, of each field. */
export function matches(when: When, fields: Fields): boolean {
  return Object.entries(when).every(([name, values]) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return value !== undefined && values.includes(value);
  });
}

/** The state that fields name: that of the first row that they match; undefined if they match none. */
export function derivedState(rows: readonly DerivedState[], fields: Fields): string | undefined {
  return rows.find(({ when = {} }) => matches(when, fields))?.state;
}
