/** What else is known of a ticket, by name: its type, its group, and so on. */
export type Fields = Readonly<Record<string, string>>;

/** The values that fields must have: each field must have one of its list. */
export type When = Readonly<Record<string, readonly string[]>>;

/** A state, and the fields of the tickets that are in it. */
export interface DerivedState {
  readonly state: string;
  /** The fields that name it. Without fields, it is the state of every ticket that no earlier row matches. */
  readonly when?: When;
}

/** The fields after the events of one instant. The last value given holds, and null removes the field. */
export function fieldsAfter(
  before: Fields,
  events: readonly { readonly fields: Readonly<Record<string, string | null>> | undefined }[],
): Fields {
  // Most events have no fields, and their tickets are tracked by the million.
  if (events.every(({ fields }) => fields === undefined)) return before;
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

/** Whether each field has one of the values that are asked for. */
export function matches(when: When, fields: Fields): boolean {
  return Object.entries(when).every(([name, values]) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return value !== undefined && values.includes(value);
  });
}

/** The state of the first row that the fields match; undefined if they match no row. */
export function derivedState(rows: readonly DerivedState[], fields: Fields): string | undefined {
  return rows.find(({ when = {} }) => matches(when, fields))?.state;
}
