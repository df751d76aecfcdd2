import { type DerivedState, derivedState, type Fields, fieldsAfter } from "../clock/fields";
import type { DatedEvent } from "../clock/history";

/** The fields of a ticket after an instant, and the state that they name. */
interface Known {
  readonly before: Fields;
  readonly events: readonly DatedEvent[];
  readonly fields: Fields;
  /** Undefined if the fields name no state; null until it has been asked for. */
  state: string | undefined | null;
}

/**
 * The fields of one ticket, worked out once at each instant for all clocks of the policy.
 *
 * For targets that ask for fields, the state and the severity are among the fields.
 */
export class SharedFields {
  #plain: Known | null = null;
  #withWords: Known | null = null;

  /** The same as {@link fieldsAt}. */
  after(before: Fields, events: readonly DatedEvent[], withWords: boolean): Fields {
    const known = withWords ? this.#withWords : this.#plain;
    if (known?.before === before && areSame(known.events, events)) return known.fields;
    const fields = fieldsAt(before, events, withWords);
    const next: Known = { before, events: [...events], fields, state: null };
    if (withWords) this.#withWords = next;
    else this.#plain = next;
    return fields;
  }

  /** The same as {@link derivedState}, for the fields that {@link after} last gave with words. */
  state(derive: readonly DerivedState[], fields: Fields): string | undefined {
    const known = this.#withWords;
    if (known?.fields !== fields) return derivedState(derive, fields);
    if (known.state === null) known.state = derivedState(derive, fields);
    return known.state;
  }
}

/** The fields of a ticket after an instant. */
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

/** An event with its state and severity among its fields. */
function asFields({ state, severity, fields }: DatedEvent): Pick<DatedEvent, "fields"> {
  return {
    fields: {
      ...(state === undefined ? {} : { state }),
      ...(severity === undefined ? {} : { severity }),
      ...fields,
    },
  };
}
