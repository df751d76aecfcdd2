/** Whether two lists have the same words, in any order. */
export function sameWords(a: readonly string[], b: readonly string[]): boolean {
  const sorted = (words: readonly string[]) => JSON.stringify([...words].sort());
  return sorted(a) === sorted(b);
}
