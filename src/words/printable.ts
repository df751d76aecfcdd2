/**
 * Text from a file, safe to print: characters that could move the cursor, recolour a terminal or turn
 * the text around are shown as `\x1b`.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return `\\x${code.toString(16).padStart(2, "0")}`;
  });
}

/** A value from a file, quoted for a message and cut short if it is long. */
export function quoted(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return `"${printable(shown)}"`;
}

/**
 * Text from a file, safe in HTML and in XML: what is not a character in XML is shown or replaced.
 * Rendering escapes the rest.
 */
export function plain(text: string): string {
  return printable(text).replace(/[\p{Cs}\ufffe\uffff]/gu, "\ufffd");
}
