/** The parts of JSON text that tell its keys: strings, brackets, colons and commas. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

/**
 * A key that occurs twice in one object of some JSON, where only the last would count; null if none does.
 *
 * @param text valid JSON
 */
export function keyGivenTwice(text: string): string | null {
  /** The keys of each object that is open; null for a list. */
  const open: (Set<string> | null)[] = [];
  let lastString: string | null = null;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":" && lastString !== null) {
      const keys = open.at(-1);
      // A key may be spelt with escapes.
      const key = String(JSON.parse(lastString));
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
    lastString = token.startsWith('"') ? token : null;
  }
  return null;
}
