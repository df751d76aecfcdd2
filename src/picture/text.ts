const MOST_CHARACTERS = 400;
/** Text no wider than a number of pixels, cut short with an ellipsis; empty if the ellipsis itself does not fit. */
export function fitted(text: string, widthPx: number, fontPx: number): string {
  if (text.length <= MOST_CHARACTERS && textWidth(text, fontPx) <= widthPx) return text;
  const characters = [...text.slice(0, MOST_CHARACTERS)];
  while (characters.length > 1) {
    characters.pop();
    const short = `${characters.join("").trimEnd()}…`;
    if (textWidth(short, fontPx) <= widthPx) return short;
  }
  return "";
}

/** Parts joined by dots into lines no wider than a number of pixels. */
export function wrapped(parts: readonly string[], widthPx: number, fontPx: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = lines.length === 0 ? part : `${lines.at(-1)} · ${part}`;
    if (lines.length > 0 && textWidth(longer, fontPx) <= widthPx) lines[lines.length - 1] = longer;
    else lines.push(fitted(part, widthPx, fontPx));
  }
  return lines;
}

/**
 * About how wide a text is, in pixels. There is no browser to ask, so the widest of the usual
 * sans-serif fonts decides: text that fits in it also fits in the others.
 */
export function textWidth(text: string, fontPx: number): number {
  let em = 0;
  for (const character of text) em += characterWidth(character);
  return em * fontPx;
}

function characterWidth(character: string): number {
  if (" .,:;'|!iIjlJ()[]-/".includes(character)) return 0.36;
  if ("frts".includes(character)) return 0.46;
  if ("mMWw%@—…+<>=".includes(character)) return 0.98;
  if (/^[A-Z&]$/.test(character)) return 0.73;
  return character < "\u0250" ? 0.64 : 1.1;
}
