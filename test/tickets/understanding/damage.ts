import { gzipSync } from "node:zlib";
import { lines } from "../small-desk";
import { type FileVerdicts, judgedFile } from "./judged-file";

/** Small files, one of each form, that are damaged to see what is said of it. */
export const SMALL_FILES = {
  "a row for each ticket": lines(
    "Ticket,Opened,Resolved,Priority,Status",
    "T-1,2026-05-29 09:00,2026-05-29 11:00,2,Closed",
    "T-2,2026-06-01 09:00,2026-06-01 12:00,1,Resolved",
    "T-3,2026-06-04 16:00,,2,New",
  ),
  "dates of three numbers": lines(
    "Ticket,Opened,Resolved,Priority",
    "T-1,29/05/2026 09:00,29/05/2026 11:00,2",
    "T-2,01/06/2026 09:00,,1",
  ),
  "a row for each event": lines(
    "ticket,at,state,severity",
    "T-1,2026-05-29T09:00:00Z,New,2",
    "T-1,2026-05-29T10:00:00Z,On Hold,",
    "T-1,2026-05-29T11:00:00Z,Working,",
    "T-1,2026-06-01T11:00:00Z,Resolved,",
  ),
  "time on hold": lines(
    "Ticket,Opened,Resolved,Priority,On hold",
    "T-1,2026-05-29 09:00,2026-05-29 11:00,2,01:30:00",
    '"T-2",2026-06-01 09:00,2026-06-01 12:00,1,00:00:00',
  ),
  "a row for each change": lines(
    "documentkey,fieldname,oldvalue,newvalue,sys_created_on",
    "INC1,state,,1,29-05-2026 09:00:00",
    "INC1,priority,,2,29-05-2026 09:00:00",
    "INC1,state,1,6,29-05-2026 11:00:00",
  ),
} as const;

/** Tells whether a damaged file gives a wrong verdict without a word. */
export class Judge {
  private constructor(
    private readonly text: string,
    private readonly whole: Heard,
  ) {}

  static async of(text: string): Promise<Judge> {
    return new Judge(text, heard(await judgedFile(text)));
  }

  /** Whether damage changes the verdicts, but neither the exit code nor any message. */
  async isWrongInSilence(damaged: Uint8Array): Promise<boolean> {
    const { code, said, verdicts } = heard(await judgedFile(damaged));
    return code === 0 && said === this.whole.said && verdicts !== this.whole.verdicts;
  }

  /** Whether a file that ends at a byte ends with a whole row, which nobody can see. */
  endsWithARow(length: number): boolean {
    return this.text[length - 1] === "\n";
  }
}

interface Heard {
  readonly code: number | null;
  readonly said: string;
  readonly verdicts: string;
}

/** What a run says; the names of tickets and of the file may be any. */
function heard({ run, verdicts }: FileVerdicts): Heard {
  return {
    code: run.code,
    said: run.stderr.replace(/export-\d+/g, "the file"),
    verdicts: Object.values(verdicts).sort().join(),
  };
}

/** A file with one byte changed. */
export function withByte(bytes: Uint8Array, i: number, byte: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[i] = byte;
  return changed;
}

/**
 * Whether a byte that becomes another leaves a number for a number, which nobody can see: a digit that
 * becomes a digit, or a blank.
 */
export function isOtherNumber(from: number | undefined, to: number): boolean {
  const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
  return isDigit(from ?? 0) && (isDigit(to) || /\s/.test(String.fromCharCode(to)));
}

/** Bytes that mean something in a text of tickets, and some that no text has. */
export const MEANING = Buffer.from('\0\t\n\r ",;|-/:TZae\x80\xa0\xad\xe9\xff', "latin1");

/** The same file, packed. */
export const packed = (text: string): Uint8Array => gzipSync(text);
