const CR = 13;
const LF = 10;
const TAB = 9;
const SPACE = 32;

/** An unfolded line of a file, with the number of its first line in the file. */
export interface NumberedLine {
  readonly text: string;
  /** From 1, as an editor counts. */
  readonly number: number;
}

/**
 * The lines of an iCalendar text, each put together again where it was folded (RFC 5545, 3.1). Lines end
 * in CR LF, LF or CR.
 */
export function unfolded(text: string): readonly NumberedLine[] {
  const lines: { parts: string[]; number: number }[] = [];
  for (const [i, line] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = lines.at(-1);
    if (last && /^[ \t]/.test(line)) last.parts.push(line.slice(1));
    else lines.push({ parts: [line], number: i + 1 });
  }
  return lines.map(({ parts, number }) => ({ text: parts.join(""), number }));
}

/**
 * The text of some bytes: UTF-8, or UTF-16 if a byte order mark says so. Some programs fold in the middle of
 * a letter such as ŵ, and neither part alone is UTF-8: such a fold is moved to the front of its letter.
 */
export function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(joinedLetters(bytes));
}

/** The bytes with each fold that cuts a letter moved to the front of that letter. */
function joinedLetters(bytes: Uint8Array): Uint8Array {
  const moved = Uint8Array.from(bytes);
  for (let i = 1; i < moved.length; i++) {
    const end = foldAt(moved, i);
    if (end === i || !isContinuation(moved[end])) continue;
    let start = i;
    while (start > 0 && isContinuation(moved[start - 1])) start--;
    if (start === 0) continue;
    start--; // The first byte of the letter.
    const letter = moved.slice(start, i);
    moved.copyWithin(start, i, end);
    moved.set(letter, start + end - i);
  }
  return moved;
}

/** Where a fold that begins at a place ends; the place itself if no fold begins there. */
function foldAt(bytes: Uint8Array, at: number): number {
  let end = at;
  if (bytes[end] === CR) end++;
  if (bytes[end] === LF) end++;
  if (end === at) return at;
  return bytes[end] === SPACE || bytes[end] === TAB ? end + 1 : at;
}

/** Whether a byte continues a letter that another byte began. */
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
