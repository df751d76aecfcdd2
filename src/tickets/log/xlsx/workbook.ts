import { InputError } from "../problems";
import { type NumberKind, numberKinds } from "./styles";
import { attribute, tagsOf, xmlText } from "./xml";
import type { ZipEntry } from "./zip";

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly {
    readonly name: string;
    readonly isHidden: boolean;
    readonly path: string;
  }[];
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  /** Whether its days count from 1904 rather than from 1900. */
  readonly is1904: boolean;
  /** The text of one of its parts. */
  readonly part: (path: string) => string | undefined;
}

/**
 * Reads what the sheets of a workbook share.
 *
 * @throws {InputError} if it is damaged
 */
export function readWorkbook(entries: readonly ZipEntry[]): Workbook {
  const byName = new Map(entries.map((entry) => [entry.name.replace(/^\//, ""), entry]));
  const part = (path: string) => {
    const entry = byName.get(path);
    return entry === undefined ? undefined : decoded(entry.bytes());
  };
  const book = part("xl/workbook.xml");
  if (book === undefined) throw new InputError("the spreadsheet has no workbook");
  const paths = relationsOf(part("xl/_rels/workbook.xml.rels") ?? "");
  const sheets: { name: string; isHidden: boolean; path: string }[] = [];
  let is1904 = false;
  for (const tag of tagsOf(book)) {
    if (tag.name === "workbookPr" && !tag.isEnd) {
      is1904 = /^(?:1|true)$/i.test(attribute(tag, "date1904") ?? "");
    }
    if (tag.name !== "sheet" || tag.isEnd) continue;
    const path = paths.get(attribute(tag, "id") ?? "");
    if (path === undefined) continue;
    const isHidden = /hidden/i.test(attribute(tag, "state") ?? "");
    sheets.push({ name: attribute(tag, "name") ?? "", isHidden, path });
  }
  const strings = sharedStrings(part("xl/sharedStrings.xml") ?? "");
  return { sheets, strings, kinds: numberKinds(part("xl/styles.xml") ?? ""), is1904, part };
}

/** Where the parts of a workbook lie, by the ids that it calls them by. */
function relationsOf(xml: string): Map<string, string> {
  const paths = new Map<string, string>();
  for (const tag of tagsOf(xml)) {
    if (tag.name !== "Relationship" || tag.isEnd) continue;
    const target = attribute(tag, "Target") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
    paths.set(attribute(tag, "Id") ?? "", path);
  }
  return paths;
}

/** The texts that cells refer to by number, without their guides to pronunciation. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let isSpoken = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "si" && !tag.isEnd) text = "";
    if (tag.name === "rPh") isSpoken = !tag.isEnd && !tag.isEmpty;
    if (tag.name === "t" && tag.isEnd && !isSpoken) text += cellText(tag.textBefore);
    if (tag.name === "si" && (tag.isEnd || tag.isEmpty)) strings.push(text);
  }
  return strings;
}

/** Text of a cell: with what its entities stand for, and its escapes such as `_x000D_`. */
export function cellText(text: string): string {
  const plain = xmlText(text);
  if (!plain.includes("_x")) return plain;
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}
