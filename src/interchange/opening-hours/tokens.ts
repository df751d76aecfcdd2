/** A piece of an opening_hours value. */
export interface Token {
  readonly kind:
    | "always"
    | "time"
    | "year"
    | "number"
    | "word"
    | "comment"
    | "sign"
    | "other"
    | "end";
  readonly text: string;
  /** Where it begins, from 0. */
  readonly at: number;
}

const PIECE =
  /\s*(?:(?<always>24\/7)|(?<time>\d{1,2}:\d{2})|(?<year>\d{4})|(?<number>\d{1,2})|(?<word>[A-Za-z]+)|(?<comment>"[^"]*"?)|(?<sign>\|\||[-,;:+()[\]/])|(?<other>\S))/gy;

/** The pieces of an opening_hours value, the last of which is its end. Blanks count for nothing. */
export function tokensOf(text: string): readonly Token[] {
  const tokens = [...text.matchAll(PIECE)].flatMap(({ 0: piece, index, groups = {} }): Token[] => {
    const [found] = Object.entries(groups).filter(([, part]) => part !== undefined);
    if (!found) return [];
    const [kind, part = ""] = found;
    // The names of the groups are the kinds.
    return [{ kind: kind as Token["kind"], text: part, at: index + piece.length - part.length }];
  });
  return [...tokens, { kind: "end", text: "", at: text.length }];
}
