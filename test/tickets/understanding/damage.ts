import { gzipSync } from "node:zlib";
import { lines } from "../small-desk";
import { number, row, text, workbook, zip } from "../workbook";
import { type FileVerdicts, judgedFile } from "./judged-file";

/** Small files, one of each form, that are damaged to see what is said of it. */
const SMALL_FILES = {
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

const ISSUE = {
  key: "DESK-1",
  fields: {
    created: "2026-06-01T09:00:00.000+0100",
    status: { name: "Done" },
    priority: { name: "High" },
  },
  changelog: {
    total: 1,
    histories: [
      {
        id: "3",
        created: "2026-06-01T14:00:00.000+0100",
        items: [{ field: "status", fieldId: "status", fromString: "To Do", toString: "Done" }],
      },
    ],
  },
};

/** Monday 1 June 2026 is day 46,174 of a spreadsheet. */
const hour = (hours: number) => number(46_174 + hours / 24, 1);
const SHEET = [
  row(...["Number", "Priority", "State", "Opened", "Resolved"].map((name) => text(name))),
  row(text("T-1"), text("1 - High"), text("Resolved"), hour(9), hour(12)),
].join("");

/** The same in the other kinds of text. */
const OTHER_TEXTS: Readonly<Record<string, Uint8Array>> = {
  "cells separated by tabs": Buffer.from(
    SMALL_FILES["a row for each ticket"].replaceAll(",", "\t"),
  ),
  "UTF-16": Buffer.from(`\ufeff${SMALL_FILES["a row for each ticket"]}`, "utf16le"),
  "Jira's JSON": Buffer.from(JSON.stringify([ISSUE])),
  "JSON lines": Buffer.from(
    lines(
      '{"number":"INC1","opened_at":"2026-06-01 08:00:00","resolved_at":"2026-06-01 11:00:00","priority":"1","state":"6"}',
      '{"number":"INC2","opened_at":"2026-06-02 08:00:00","resolved_at":"","priority":"2","state":"2"}',
    ),
  ),
};

/** All of the small files that are text. */
export const TEXTS: readonly (readonly [string, Uint8Array])[] = [
  ...Object.entries(SMALL_FILES).map(([name, text]) => [name, Buffer.from(text)] as const),
  ...Object.entries(OTHER_TEXTS),
];

/** The same in kinds that carry their own sums. */
export const PACKED_FILES: Readonly<Record<string, Uint8Array>> = {
  gzip: gzipSync(SMALL_FILES["a row for each ticket"]),
  "a zip archive": zip({ "tickets.csv": SMALL_FILES["a row for each event"] }),
  "a spreadsheet": workbook({ sheets: { Tickets: SHEET } }),
  "a spreadsheet whose parts are stored as they are": workbook({
    sheets: { Tickets: SHEET },
    how: "stored",
  }),
};

/** Tells whether a damaged file gives a wrong verdict without a word. */
export class Judge {
  private constructor(
    private readonly bytes: Uint8Array,
    private readonly whole: Heard,
  ) {}

  static async of(content: string | Uint8Array): Promise<Judge> {
    return new Judge(Buffer.from(content), heard(await judgedFile(content)));
  }

  /** Whether damage changes the verdicts, but neither the exit code nor any message. */
  async isWrongInSilence(damaged: Uint8Array): Promise<boolean> {
    const { code, said, verdicts } = heard(await judgedFile(damaged));
    return code === 0 && said === this.whole.said && verdicts !== this.whole.verdicts;
  }

  /** Whether a text that ends at a byte ends with a whole row, so that nobody can see that it was cut. */
  endsWithARow(length: number): boolean {
    const [before, last] = this.bytes.subarray(Math.max(0, length - 2), length);
    return last === LINE_FEED || (before === LINE_FEED && last === 0);
  }
}

const LINE_FEED = 0x0a;

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
 * Whether a byte that becomes another leaves a date or a number for another, which nobody can see: a digit that
 * becomes a digit or a blank, or the sign of an offset that becomes the other sign.
 */
export function isOtherNumber(from: number | undefined, to: number): boolean {
  const [before, after] = [from ?? 0, to].map((byte) => String.fromCharCode(byte));
  return /^(?:\d[\d\s]|\+-|-\+)$/.test(`${before}${after}`);
}

/** Bytes that mean something in a text of tickets, and some that no text has. */
export const MEANING = Buffer.from('\0\t\n\r ",;|-/:TZae\x80\xa0\xad\xe9\xff', "latin1");
