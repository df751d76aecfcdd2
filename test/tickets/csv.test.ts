import { describe, expect, it } from "vitest";
import { csvRecords } from "../../src/tickets/log/csv";
import { textLines } from "../../src/tickets/log/lines";
import type { Problem } from "../../src/tickets/log/problems";
import type { CsvRecord } from "../../src/tickets/log/rows";

async function* pieces(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === "string" ? new TextEncoder().encode(part) : part;
}

async function read(...parts: (string | Uint8Array)[]) {
  const records: CsvRecord[] = [];
  const problems: Problem[] = [];
  const lines = textLines(pieces(...parts));
  for await (const record of csvRecords(lines, ",", (problem) => problems.push(problem))) {
    records.push(record);
  }
  return { records, problems, rows: records.map(({ line, cells }) => [line, ...cells]) };
}

describe("the lines of a file", () => {
  it("end in LF or CR LF, however the bytes are cut into pieces", async () => {
    const { rows } = await read("a,b\r", "\n1,", "2\n3", ",4");
    expect(rows).toEqual([
      [1, "a", "b"],
      [2, "1", "2"],
      [3, "3", "4"],
    ]);
  });

  it("survive a character that two pieces share", async () => {
    const bytes = new TextEncoder().encode("naïve,b\n");
    const { rows } = await read(bytes.slice(0, 3), bytes.slice(3));
    expect(rows).toEqual([[1, "naïve", "b"]]);
  });

  it("start after a byte order mark", async () => {
    expect((await read("\ufeffa,b\n")).rows).toEqual([[1, "a", "b"]]);
  });

  it("may be UTF-16, as a spreadsheet saves it", async () => {
    const utf16 = new Uint8Array(Buffer.from("\ufeffa,b\n1,2\n", "utf16le"));
    expect((await read(utf16)).rows).toEqual([
      [1, "a", "b"],
      [2, "1", "2"],
    ]);
  });

  it("are text: bytes that are not are refused", async () => {
    await expect(read(new Uint8Array([0x50, 0x4b, 0, 0, 10]))).rejects.toThrow("not CSV");
    await expect(read("x".repeat(2_000_000))).rejects.toThrow("not CSV");
  });
});

describe("the records of a CSV file", () => {
  it("keep commas, quotation marks and line breaks that are quoted", async () => {
    const { rows } = await read('a,b\n"x, y","say ""so"""\n"two\nlines",2\n3,4\n');
    expect(rows).toEqual([
      [1, "a", "b"],
      [2, "x, y", 'say "so"'],
      [3, "two\nlines", "2"],
      [5, "3", "4"],
    ]);
  });

  it("skip blank lines and still count them", async () => {
    expect((await read("a,b\n\n  \n1,2\n")).rows.at(-1)).toEqual([4, "1", "2"]);
  });

  it("with too few cells name the first column that is missing", async () => {
    const { rows, problems } = await read("a,b,c\n1\n1,2,3\n");
    expect(rows).toHaveLength(2);
    expect(problems).toEqual([
      { line: 2, column: "b", reason: "the row has 1 cell where the header has 3" },
    ]);
  });

  it("with too many cells are refused", async () => {
    const { problems } = await read("a,b\n1,2,3\n");
    expect(problems).toEqual([{ line: 2, reason: "the row has 3 cells where the header has 2" }]);
  });

  it.each([
    ["a quotation mark never closed", '1,"x'],
    ["text after a closing quotation mark", '1,"x"y'],
    ["a quotation mark inside an unquoted cell", '1,x"y'],
  ])("lose only their own line to %s", async (_, line) => {
    const { rows, problems } = await read(`a,b\n${line}\n2,3\n4,"5"\n6,7\n`);
    expect(rows.map((row) => row[0])).toEqual([1, 3, 4, 5]);
    expect(problems.map((problem) => problem.line)).toEqual([2]);
  });

  it("need a header that can be read", async () => {
    await expect(read('a,"b\n1,2\n')).rejects.toThrow("not CSV: line 1");
  });
});
