/** A tag of XML, and the text between the tag before it and this one. */
export interface XmlTag {
  /** Its name without a prefix. */
  readonly name: string;
  readonly attributes: string;
  readonly isEnd: boolean;
  /** Whether it has no content, `<a/>`. */
  readonly isEmpty: boolean;
  readonly textBefore: string;
}

/** The tags of an XML text, one after the other. Comments and declarations are left out. */
export function* tagsOf(xml: string): Generator<XmlTag> {
  let at = 0;
  let text = "";
  for (;;) {
    const open = xml.indexOf("<", at);
    if (open < 0) return;
    text += xml.slice(at, open);
    const skipped = skip(xml, open);
    if (skipped !== null) {
      text += skipped.text;
      at = skipped.at;
      continue;
    }
    const close = endOfTag(xml, open);
    if (close < 0) return;
    const isEnd = xml[open + 1] === "/";
    const isEmpty = xml[close - 1] === "/";
    const inner = xml.slice(open + (isEnd ? 2 : 1), isEmpty ? close - 1 : close);
    const blank = inner.search(/\s/);
    const fullName = blank < 0 ? inner : inner.slice(0, blank);
    const colon = fullName.indexOf(":");
    yield {
      name: colon < 0 ? fullName : fullName.slice(colon + 1),
      attributes: blank < 0 ? "" : inner.slice(blank),
      isEnd,
      isEmpty,
      textBefore: text,
    };
    text = "";
    at = close + 1;
  }
}

/** What is not a tag: a comment, a declaration, or a stretch of text as it is. */
function skip(xml: string, open: number): { readonly at: number; readonly text: string } | null {
  const second = xml[open + 1];
  if (second !== "!" && second !== "?") return null;
  if (xml.startsWith("<!--", open)) return { at: after(xml, "-->", open), text: "" };
  if (xml.startsWith("<![CDATA[", open)) {
    const at = after(xml, "]]>", open);
    const raw = xml.slice(open + 9, at - 3);
    return { at, text: raw.replaceAll("&", "&amp;") };
  }
  return { at: after(xml, ">", open), text: "" };
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
}

/** The `>` of a tag; one within quotation marks is text. */
function endOfTag(xml: string, open: number): number {
  let quote = "";
  for (let i = open + 1; i < xml.length; i += 1) {
    const char = xml[i] ?? "";
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === '"' || char === "'") {
      quote = char;
    } else if (char === ">") {
      return i;
    }
  }
  return -1;
}

/** The value of an attribute, by its name without a prefix; undefined if the tag does not have it. */
export function attribute({ attributes }: XmlTag, name: string): string | undefined {
  const pattern =
    PATTERNS.get(name) ?? new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  PATTERNS.set(name, pattern);
  const [, double, single] = pattern.exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : xmlText(value);
}

const PATTERNS = new Map<string, RegExp>();

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" },
};

/** Text of XML, with what its entities stand for. */
export function xmlText(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
