import type { Token } from "./tokens";

/** Part of an opening_hours value that no calendar can say, or that is not opening_hours. */
export class Unsayable extends Error {
  /** Where it is, from 0. */
  readonly at: number;
  readonly text: string;

  constructor({ at, text }: Token, why: string) {
    super(why);
    this.at = at;
    this.text = text;
  }
}

/** Reads tokens one by one. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #next = 0;

  /** @param tokens the last token is the end. */
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Looks at the next token, or at a later one, without taking it. */
  peek(ahead = 0): Token {
    const last = this.#tokens.length - 1;
    // The last token is the end, which is always there.
    return this.#tokens[Math.min(this.#next + ahead, last)] as Token;
  }

  /** Takes the next token. */
  take(): Token {
    const token = this.peek();
    this.#next++;
    return token;
  }

  /** Whether the next token is of a kind and, if some words are given, means one of them. */
  isAt(kind: Token["kind"], ...meanings: readonly string[]): boolean {
    return this.isAhead(0, kind, ...meanings);
  }

  /** The same for a later token. */
  isAhead(ahead: number, kind: Token["kind"], ...meanings: readonly string[]): boolean {
    const token = this.peek(ahead);
    return token.kind === kind && (meanings.length === 0 || meanings.includes(token.means));
  }

  /** Takes the next token if it is a sign. */
  takeSign(sign: string): boolean {
    if (!this.isAt("sign", sign)) return false;
    this.take();
    return true;
  }

  /** Takes a token of a kind. @throws {Unsayable} for any other. */
  expect(kind: Token["kind"], expected: string): Token {
    if (this.isAt(kind)) return this.take();
    throw this.unexpected(expected);
  }

  /** The error for a token that does not belong in its place. */
  unexpected(expected: string): Unsayable {
    return new Unsayable(this.peek(), `expected ${expected}`);
  }

  /** Goes on to the end of a rule that could not be read. */
  skipRule(): void {
    while (!this.isAt("end") && !this.isAt("sign", ";", "||")) this.take();
  }
}
