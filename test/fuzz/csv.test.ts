import { readFileSync } from "node:fs";
import { Readable, Writable } from "node:stream";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/breaches/run";
import { gunzip } from "../../src/cli/files";
import { unpacked } from "../../src/tickets/log/bytes";
import { InputError } from "../../src/tickets/log/problems";
import { readBytes } from "../tickets/read-csv";
import { holdsLater } from "./doors";

const SAMPLE = readFileSync(new URL("../../examples/data/tickets.csv", import.meta.url));
const SHORT = SAMPLE.subarray(0, SAMPLE.indexOf("\n", 1_500) + 1);
const TEXTS = [
  SHORT,
  Buffer.from('ticket,service,at,state\r\n"T,1",nhsmail,2026-11-02T09:00Z,"new"\r\n'),
  Buffer.from("\ufeffticket,service,at,state\nT-1,nhs-login,2026-11-02T09:00Z,new\n", "utf16le"),
  Buffer.from("\ufeffticket,service,at,state\n"),
  Buffer.alloc(0),
];

// ------------------------------------------------------------------------------------------- bytes

/** Bytes that mean something to a reader of text, of CSV or of what is printed. */
const tokens = fc
  .oneof(
    fc.constantFrom('"', '""', ",", ",,,", "\n", "\r\n", "\r", "\t", ";", "\0", "\ufeff", '\n"\n'),
    fc.constantFrom("__proto__", "constructor", "=1+1", "<script>", "\x1b[2J", "\u202e", "💥"),
    fc.constantFrom("+275760-09-13T00:00Z", "9999-12-31T23:59Z", "0000-01-01T00:00Z", "24:00"),
    fc.constantFrom("resolved", "awaiting-user-info", "nhsmail", "nhs-login", "1", "x".repeat(400)),
    fc.string(),
  )
  .map((text) => Buffer.from(text));
const raw = fc.oneof(
  tokens,
  fc
    .constantFrom([0xff], [0xfe], [0xff, 0xfe], [0xc3], [0xed, 0xa0, 0x80], [0x1f, 0x8b])
    .map(Buffer.from),
  fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
);

/** A stretch of the bytes, by shares of their length, and what takes its place. */
const change = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
  put: fc.oneof(raw, fc.constant("again" as const)),
});

const mutated = fc
  .record({ text: fc.constantFrom(...TEXTS), changes: fc.array(change, { maxLength: 5 }) })
  .map(({ text, changes }) =>
    changes.reduce((bytes: Buffer, { from, length, put }) => {
      const start = Math.floor(from * bytes.length);
      const taken = bytes.subarray(start, start + length);
      const put_ = put === "again" ? Buffer.concat([taken, taken]) : put;
      return Buffer.concat([bytes.subarray(0, start), put_, bytes.subarray(start + length)]);
    }, text),
  );

const files: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 4, arbitrary: mutated },
  { weight: 1, arbitrary: mutated.map((bytes) => gzipSync(bytes)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...TEXTS.map((text) => gzipSync(text))), change)
      .map(([packed, { from, put }]) => {
        const at = Math.floor(from * packed.length);
        const bytes = put === "again" ? Buffer.alloc(0) : put;
        return Buffer.concat([packed.subarray(0, at), bytes, packed.subarray(at + bytes.length)]);
      }),
  },
);

const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });

/** Bytes in pieces, some of which may be empty. */
function pieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => Math.floor(cut * bytes.length)), bytes.length];
  places.sort((a, b) => a - b);
  return places.slice(1).map((to, i) => bytes.subarray(places[i], to));
}

// ----------------------------------------------------------------------------------------- reading

/** The rows of a file, and what could not be used of it. */
async function read(parts: readonly Buffer[]) {
  const columns = { ticket: "ticket", at: { column: "at" }, state: { column: "state" } };
  try {
    const table = await readBytes(unpacked(Readable.from(parts), gunzip), columns);
    return { ...table, failure: null };
  } catch (error) {
    return { rows: [], faults: [], failure: failureOf(error) };
  }
}

/** What the example says of bad input, or Node of what cannot be unpacked; all else is a failure. */
function failureOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  if (error instanceof Error && "code" in error && /^Z_/.test(String(error.code))) return "packed";
  throw error;
}

describe("bytes given to the reader of CSV", () => {
  it("are records, problems or refused", async () => {
    await holdsLater(
      files,
      async (bytes) => {
        const { rows, failure } = await read([bytes]);
        expect(rows.length > 0 || failure === null || failure.length > 0).toBe(true);
      },
      10,
    );
  });

  it("are read alike, however they are cut into pieces", async () => {
    await holdsLater(
      fc.tuple(mutated, cuts),
      async ([bytes, cuts]) => {
        expect(await read(pieces(bytes, cuts))).toEqual(await read([bytes]));
      },
      10,
    );
  });
});

// ------------------------------------------------------------------------------- the whole program

/** Takes what is printed and forgets it. */
class Sink extends Writable {
  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done();
  }
}

async function report(parts: readonly Buffer[], args: readonly string[]): Promise<number> {
  const terminal = { stdin: Readable.from(parts), stdout: new Sink(), stderr: new Sink() };
  return run(["-", "--as-of", "2026-12-01T12:00Z", ...args], { ...terminal, nowMs: 0 });
}

describe("bytes given to the program", () => {
  const format = fc.constantFrom("table", "csv", "json", "html", "md");
  const policy = fc.constantFrom([], ["--policy", "nhsmail"], ["--policy", "nhs-login"]);

  it("are reported on, or refused with exit code 2", async () => {
    await holdsLater(
      fc.tuple(files, cuts, format, policy),
      async ([bytes, cuts, format, policy]) => {
        const code = await report(pieces(bytes, cuts), ["--format", format, ...policy]);
        expect([0, 1, 2]).toContain(code);
      },
    );
  });

  it("are reported on by a mapping too", async () => {
    const policy = ["--policy", "examples/policies/incident-log.json"];
    const header = "number,incident_state,sys_updated_at,opened_at,priority\n";
    const row = "INC1,New,29/2/2016 01:23,?,3 - Moderate\n";
    const cell = fc.oneof(fc.constantFrom("29/3/2026 01:30", "1/1/0001 00:00", "?"), fc.string());
    await holdsLater(fc.array(cell, { minLength: 5, maxLength: 5 }), async (cells) => {
      const code = await report([Buffer.from(`${header}${row}${cells.join()}\n`)], policy);
      expect([0, 1, 2]).toContain(code);
    });
  });
});
