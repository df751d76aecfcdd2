/**
 * What something makes, made when it is first asked for and kept.
 *
 * Schemas are made this way: a program that only asks when something is due may never need most of
 * them, and would wait for all as it starts.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
