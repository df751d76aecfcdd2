import { Header, type HeaderTest } from "../header";
import type { LogRecord } from "../record";
import { CellText } from "./cell-text";
import { CsvScanner } from "./scanner";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The most records that are tried as the header. */
const LOOKED_AT = 31;

/** How many bytes are taken apart at a time, until there are enough records. */
const PIECE = 4096;

/**
 * What separates the cells of a text. The first line may say it (`sep=;`). Otherwise it is what gives the
 * header with most of the wanted names; among equals, the earliest header; then the one with most cells.
 *
 * @param head the beginning of the text, in UTF-8 or Windows-1252
 */
export function delimiterOf(head: Uint8Array, test: HeaderTest): string {
  const said = /^\s*"?sep=(.)"?\s*(?:[\r\n]|$)/i.exec(latin1(head.subarray(0, 64)));
  if (said?.[1] !== undefined) return said[1];
  const found = DELIMITERS.map((delimiter) => ({
    delimiter,
    ...bestHeader(head, delimiter, test),
  }));
  found.sort((a, b) => b.names - a.names || a.place - b.place || b.cells - a.cells);
  return found[0]?.delimiter ?? ",";
}

/** How many of the wanted names the best header has, which record it is, and how many cells it has. */
function bestHeader(head: Uint8Array, delimiter: string, test: HeaderTest) {
  let names = 0;
  let cells = 0;
  // A text in which it leaves no record has none.
  let place = Number.POSITIVE_INFINITY;
  let seen = 0;
  const onRecord = (record: LogRecord): null => {
    seen += 1;
    if (seen > LOOKED_AT) return null;
    const found = test.score(new Header(textsOf(record)));
    if (found > names || (names === 0 && cells === 0)) {
      names = found;
      cells = record.length;
      place = seen;
    }
    return null;
  };
  const scanner = new CsvScanner(delimiter.charCodeAt(0), new CellText(null), {
    onRecord,
    onFault: () => {
      seen += 1;
    },
  });
  for (let at = 0; at < head.length && seen <= LOOKED_AT; at += PIECE) {
    scanner.push(head.subarray(at, at + PIECE));
  }
  scanner.end();
  return { names, cells, place };
}

function textsOf(record: LogRecord): string[] {
  return Array.from({ length: record.length }, (_, i) => {
    try {
      return record.text(i);
    } catch {
      return "";
    }
  });
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
