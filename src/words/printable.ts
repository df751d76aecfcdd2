/** What a joiner holds together before and after it: parts of one emoji, or letters of scripts that need it. */
const BEFORE_JOINER =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|[\p{sc=Arabic}\p{sc=Deva}\p{sc=Beng}\p{sc=Mlym}\p{sc=Sinh}])$/u;
const AFTER_JOINER =
  /^(?:\p{Extended_Pictographic}|[\p{sc=Arabic}\p{sc=Deva}\p{sc=Beng}\p{sc=Mlym}\p{sc=Sinh}])/u;

/**
 * Text from a file, safe to print: characters that could move the cursor, recolour a terminal or turn
 * the text around are shown as `\x1b`. A joiner stays within an emoji, and between letters of a script that
 * is written with joiners, such as Arabic.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (char, at: number) => {
    const isJoiner = char === "\u200c" || char === "\u200d";
    // A character takes two units at most.
    const before = text.slice(Math.max(0, at - 2), at);
    if (isJoiner && BEFORE_JOINER.test(before) && AFTER_JOINER.test(text.slice(at + 1, at + 3)))
      return char;
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
