import type { Fields } from "../clock/fields";
import { type DerivedState, derivedState, fieldsAfter } from "../clock/fields";
import type { DatedEvent } from "../clock/history";

/** What an instant left of the fields of a ticket, and the state that they name. */
interface Known {
  readonly before: Fields;
  readonly events: readonly DatedEvent[];
  readonly fields: Fields;
  /** Undefined if they name none, null as long as nobody has asked. */
  state: string | undefined | null;
}

/**
 * The fields of one ticket, worked out once at each instant for all clocks of a policy that take it.
 *
 * Those of targets that ask for fields count the state and the severity among them, others do not.
 */
export class SharedFields {
  #plain: Known | null = null;
  #withWords: Known | null = null;

  /** As {@link fieldsAt}. */
  after(before: Fields, events: readonly DatedEvent[], withWords: boolean): Fields {
    const known = withWords ? this.#withWords : this.#plain;
    if (known?.before === before && areSame(known.events, events)) return known.fields;
    const fields = fieldsAt(before, events, withWords);
    const next: Known = { before, events: [...events], fields, state: null };
    if (withWords) this.#withWords = next;
    else this.#plain = next;
    return fields;
  }

  /** As {@link derivedState}, of what {@link after} last gave to a target that asks for fields. */
  state(derive: readonly DerivedState[], fields: Fields): string | undefined {
    const known = this.#withWords;
    if (known?.fields !== fields) return derivedState(derive, fields);
    if (known.state === null) known.state = derivedState(derive, fields);
    return known.state;
  }
}

/** What an instant leaves of the fields of a ticket. */
export function fieldsAt(
  before: Fields,
  events: readonly DatedEvent[],
  withWords: boolean,
): Fields {
  return fieldsAfter(before, withWords ? events.map(asFields) : events);
}

function areSame(a: readonly DatedEvent[], b: readonly DatedEvent[]): boolean {
  return a.length === b.length && a.every((event, i) => event === b[i]);
}

/** An event whose state and severity are fields like the others. */
function asFields({ state, severity, fields }: DatedEvent): Pick<DatedEvent, "fields"> {
  return {
    fields: {
      ...(state === undefined ? {} : { state }),
      ...(severity === undefined ? {} : { severity }),
      ...fields,
    },
  };
}
