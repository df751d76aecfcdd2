import { Header } from "../header";
import type { LogRecord } from "../record";
import { CellText } from "./cell-text";
import { CsvScanner } from "./scanner";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Records that may be the header. */
const LOOKED_AT = 31;

/**
 * What separates the cells of a text: what its first line says (`sep=;`), else what gives a header that
 * has most of the names wanted, else what gives most cells.
 *
 * @param head the beginning of the text, in UTF-8 or Windows-1252
 */
export function delimiterOf(head: Uint8Array, needed: readonly string[]): string {
  const said = /^\s*"?sep=(.)"?\s*(?:[\r\n]|$)/i.exec(latin1(head.subarray(0, 64)));
  if (said?.[1] !== undefined) return said[1];
  let best: { delimiter: string; names: number; cells: number } = {
    delimiter: ",",
    names: -1,
    cells: 0,
  };
  for (const delimiter of DELIMITERS) {
    const { names, cells } = bestHeader(head, delimiter, needed);
    if (names > best.names || (names === best.names && cells > best.cells)) {
      best = { delimiter, names, cells };
    }
  }
  return best.delimiter;
}

/** How many of the names wanted the best header has, and how many cells. */
function bestHeader(head: Uint8Array, delimiter: string, needed: readonly string[]) {
  let names = 0;
  let cells = 0;
  let seen = 0;
  const onRecord = (record: LogRecord): null => {
    seen += 1;
    if (seen > LOOKED_AT) return null;
    const header = new Header(textsOf(record));
    const found = needed.filter((name) => header.has(name)).length;
    if (found > names || (found === names && record.length > cells && names === 0)) {
      names = found;
      cells = record.length;
    }
    return null;
  };
  const scanner = new CsvScanner(delimiter.charCodeAt(0), new CellText(null), {
    onRecord,
    onFault: () => {
      seen += 1;
    },
  });
  scanner.push(head);
  scanner.end();
  return { names, cells };
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
