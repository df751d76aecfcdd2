import { wholeStart } from "./bytes";
import { InputError } from "./problems";

/** One line of a text, without its line ending. */
export interface TextLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** No line of a real ticket log is this long; what has one is not text. */
const LONGEST_LINE = 1 << 20;

/**
 * The lines of a text that arrives in pieces. Lines end in LF or CR LF; a byte order mark is dropped.
 *
 * @throws {InputError} where the bytes are not text
 */
export async function* textLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<TextLine, void> {
  let decoder: TextDecoder | undefined;
  let rest = "";
  let number = 0;
  for await (const chunk of wholeStart(chunks)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield { number: ++number, text: checked(line) };
    checked(rest);
  }
  if (decoder) rest += decoder.decode();
  if (rest !== "") yield { number: number + 1, text: checked(rest) };
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function checked(line: string): string {
  if (line.includes("\0"))
    throw new InputError("it is not CSV: it holds NUL bytes, so it is not text");
  if (line.length > LONGEST_LINE) {
    throw new InputError("it is not CSV: it has a line of more than a million characters");
  }
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
