import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CellText } from "../../src/tickets/log/csv/cell-text";
import { CsvScanner } from "../../src/tickets/log/csv/scanner";
import { readTable } from "./read-csv";

const bytes = (...numbers: number[]) => new Uint8Array(numbers);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

describe("the lines of a file", () => {
  it.each([
    ["LF", "\n"],
    ["CR LF", "\r\n"],
    ["CR alone, as an old Mac writes", "\r"],
  ])("may end in %s", async (_, end) => {
    const { rows, faults } = await readTable(["a,b", "1,2", '"x, y",3', ""].join(end));
    expect(rows).toEqual([
      [2, "1", "2"],
      [3, "x, y", "3"],
    ]);
    expect(faults).toEqual([]);
  });

  it("may end in different ways in one file", async () => {
    const { rows } = await readTable("a,b\r\n1,2\n3,4\r5,6\r\n\r\n7,8");
    expect(rows.map(([line]) => line)).toEqual([2, 3, 4, 6]);
  });

  it("are the same however the bytes are cut into pieces", async () => {
    expect((await readTable("a,b\r", "\n1,", "2\r", "\n3", ",4")).rows).toEqual([
      [2, "1", "2"],
      [3, "3", "4"],
    ]);
  });

  it("survive a letter that two pieces share", async () => {
    const text = new TextEncoder().encode("a,b\nnaïve,b\n");
    expect((await readTable(text.slice(0, 7), text.slice(7))).rows).toEqual([[2, "naïve", "b"]]);
  });
});

describe("the encoding of a file", () => {
  const utf16 = (text: string, isLittle: boolean) => {
    const encoded = Buffer.from(text, "utf16le");
    return new Uint8Array(isLittle ? encoded : encoded.swap16());
  };

  it.each([
    ["UTF-8 with a mark", new TextEncoder().encode("\ufeffa,b\nTé💥,2\n")],
    ["UTF-16, little end first, with a mark", utf16("\ufeffa,b\nTé💥,2\n", true)],
    ["UTF-16, big end first, with a mark", utf16("\ufeffa,b\nTé💥,2\n", false)],
    ["UTF-16, little end first, without a mark", utf16("a,b\nTé💥,2\n", true)],
    ["UTF-16, big end first, without a mark", utf16("a,b\nTé💥,2\n", false)],
  ])("may be %s", async (_, encoded) => {
    const { header, rows, notes } = await readTable(encoded);
    expect(header).toEqual(["a", "b"]);
    expect(rows).toEqual([[2, "Té💥", "2"]]);
    expect(notes).toEqual([]);
  });

  it("is Windows-1252 if it is not UTF-8, and says so", async () => {
    // 0x92 is a right quotation mark, 0x80 the euro sign, 0xe9 an e with an acute accent.
    const { rows, notes } = await readTable("a,b\n", latin1("T\x92\x80\xe9,2\n"));
    expect(rows).toEqual([[2, "T’€é", "2"]]);
    expect(notes).toEqual([expect.stringContaining("Windows-1252")]);
  });

  it("never makes one name of two", async () => {
    const { rows } = await readTable("a,b\n", latin1("T\xe9,1\nT\xe8,2\nT\x81,3\nT\xc3\xa9,4\n"));
    expect(new Set(rows.map(([, name]) => name)).size).toBe(4);
  });

  it("does not change in the middle of a file: bytes that are not UTF-8 are refused", async () => {
    const { rows, faults } = await readTable("a,b\nTé,1\n", latin1("T\xe9,2\n"), "U,3\n");
    expect(rows.map(([line]) => line)).toEqual([2, 4]);
    expect(faults).toEqual([
      { kind: "not-a-row", line: 3, reason: expect.stringContaining("not UTF-8") },
    ]);
  });

  it("refuses half of a pair of surrogates, and half of a letter at the end", async () => {
    const broken = new Uint8Array([
      ...utf16("\ufeffa,b\nT", true),
      ...[0x3d, 0xd8],
      ...utf16(",1\nU,2\n", true),
      0x41,
    ]);
    const { rows, faults } = await readTable(broken);
    expect(rows).toEqual([[3, "U", "2"]]);
    expect(faults.map(({ line }) => line)).toEqual([2, 4]);
  });

  it("is not a text encoding if bytes are NUL", async () => {
    await expect(readTable(bytes(0x50, 0x4b, 0, 0, 10))).rejects.toThrow("not CSV: line 1");
    const { rows, faults } = await readTable("a,b\n1,2\n3,\0\n4,5\n");
    expect(rows.map(([line]) => line)).toEqual([2, 4]);
    expect(faults).toEqual([
      { kind: "not-a-row", line: 3, reason: expect.stringContaining("NUL") },
    ]);
  });
});

describe("the separator of cells", () => {
  it.each([",", ";", "\t", "|"])("is recognised: %j", async (mark) => {
    const text = ["a,b c;d|e", "a", "x"].join(mark === "," ? ";" : ",");
    expect(text).toContain("a");
    const { rows } = await readTable([`b${mark}a${mark}c`, `1${mark}x, y; z${mark}`].join("\n"));
    const cells = mark === "," || mark === ";" ? null : [[2, "1", "x, y; z", ""]];
    if (cells) expect(rows).toEqual(cells);
    const quoted = await readTable([`b${mark}a${mark}c`, `1${mark}"x, y; z"${mark}`].join("\n"));
    expect(quoted.rows).toEqual([[2, "1", "x, y; z", ""]]);
  });

  it("is the one that the first line names, as in a spreadsheet", async () => {
    expect((await readTable("sep=;\r\na;b\r\n1;2,3\r\n")).rows).toEqual([[3, "1", "2,3"]]);
    expect((await readTable('"sep=^"\na^b\n1^2\n')).rows).toEqual([[3, "1", "2"]]);
  });

  it("is found below a title, from the names that the header must have", async () => {
    const { rows, header } = await readTable("Tickets, all of them\n\na;b\n1;2\n");
    expect(header).toEqual(["a", "b"]);
    expect(rows).toEqual([[4, "1", "2"]]);
  });
});

describe("the records of a file", () => {
  it("keep commas, quotation marks and line breaks that are quoted", async () => {
    const { rows } = await readTable('a,b\n"x, y","say ""so"""\n"two\nlines",2\n3,4\n');
    expect(rows).toEqual([
      [2, "x, y", 'say "so"'],
      [3, "two\nlines", "2"],
      [5, "3", "4"],
    ]);
  });

  it("may have cells of any number of lines", async () => {
    const note = Array.from({ length: 1_000 }, (_, i) => `line ${i}, "" and on`).join("\r\n");
    const { rows, faults } = await readTable(`a,b\r\n1,"${note}"\r\n2,3\r\n`);
    expect(faults).toEqual([]);
    expect(rows.map(([line, a]) => [line, a])).toEqual([
      [2, "1"],
      [1002, "2"],
    ]);
    expect(String(rows[0]?.[2])).toHaveLength(note.length - 1_000);
  });

  it("lose the blanks around their cells, as databases pad them", async () => {
    expect((await readTable('a  ,b\n1   ,  2\n 3 , "4"  \n')).rows).toEqual([
      [2, "1", "2"],
      [3, "3", "4"],
    ]);
  });

  it("skip lines without content and still count them", async () => {
    expect((await readTable("a,b\n\n  \n,\n1,2\n")).rows).toEqual([[5, "1", "2"]]);
  });

  it("with too few cells name the first column that is missing", async () => {
    const { rows, faults } = await readTable("a,b,c\n1\n1,2,3\n");
    expect(rows).toHaveLength(1);
    const reason = "the row has 1 cell where the header has 3";
    expect(faults).toEqual([{ kind: "not-a-row", line: 2, column: "b", reason }]);
  });

  it("with too many cells are refused, unless the surplus cells are empty", async () => {
    const { rows, faults } = await readTable("a,b\n1,2,3\n4,5,,\n");
    expect(rows).toEqual([[3, "4", "5"]]);
    const reason = "the row has 3 cells where the header has 2";
    expect(faults).toEqual([{ kind: "not-a-row", line: 2, reason }]);
  });

  it.each([
    ["a quotation mark never closed", '1,"x'],
    ["text after a closing quotation mark", '1,"x"y'],
    ["a quotation mark inside an unquoted cell", '1,x"y'],
  ])("lose only their own line to %s", async (_, line) => {
    const { rows, faults } = await readTable(`a,b\n${line}\n2,3\n4,"5"\n6,7\n`);
    expect(rows.map((row) => row[0])).toEqual([3, 4, 5]);
    expect(faults.map((fault) => fault.line)).toEqual([2]);
  });

  it("are not swallowed by a quotation mark that opens in one row and closes in another", async () => {
    const { rows, faults } = await readTable('a,b\n1,"x\n2,y\n3,a 5"\n4,z\n');
    // Lines 2 to 4 are one record by the letter of CSV.
    expect(faults).toEqual([
      { kind: "row-in-a-cell", line: 2, reason: expect.stringContaining("a row of its own") },
      { kind: "not-a-row", line: 4, reason: expect.stringContaining("not quoted") },
    ]);
    expect(rows.map((row) => row[0])).toEqual([3, 5]);
  });

  it("need a header that can be read", async () => {
    await expect(readTable('a,"b\n1,2\n')).rejects.toThrow("not CSV: line 1");
    await expect(readTable("b,c\n1,2\n")).rejects.toThrow('no column "a"; it has "b", "c"');
    await expect(readTable("a,b,A,a\n1,2,3,4\n")).rejects.toThrow('the column "a" twice');
    await expect(readTable("\n \n")).rejects.toThrow("it is empty");
  });

  it("find a column whose name differs only by case, blanks and dashes", async () => {
    expect((await readTable("A ,b\n1,2\n")).rows).toEqual([[2, "1", "2"]]);
  });
});

describe("the cost of a file", () => {
  /** Bytes that count how often they are looked at. */
  function looks(text: string): number {
    const source = new TextEncoder().encode(text);
    let count = 0;
    const counting = new Proxy(source, {
      get: (target, key) => {
        if (typeof key === "string" && /^\d+$/.test(key)) count += 1;
        const value = Reflect.get(target, key);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const scanner = new CsvScanner(0x2c, new CellText(null), {
      onRecord: ({ length }) => (length === 2 ? null : { kind: "not-a-row", reason: "x" }),
      onFault: () => {},
    });
    scanner.take(counting);
    return count / source.length;
  }

  it.each([
    ["an open quotation mark in every line", '1,"x\n'],
    ["a quotation mark opened and never closed, and doubled ones", '1,""""x\n1,"x""\n'],
    ["two cells of quotation marks", '"","\n'],
    ["rows of the wrong length within quotation marks", '"\n"\n'],
    ["no quotation mark", "1,2,3\n"],
  ])("grows with its length, with %s", (_, line) => {
    const few = looks(line.repeat(200));
    const many = looks(line.repeat(2_000));
    expect(many).toBeLessThan(8);
    expect(many).toBeLessThan(few * 1.5);
  });
});

describe("any table", () => {
  const cell = fc.string({ unit: fc.constantFrom(...Array.from("ab 1,;|\t\"'\r\né💥")) });
  const table = fc
    .tuple(fc.array(fc.tuple(fc.constantFrom("x", "y"), cell, cell), { maxLength: 6 }))
    .map(([rows]) => rows);

  it("is read back as it was written, in any dialect", async () => {
    const dialect = fc.record({
      mark: fc.constantFrom(",", ";", "\t", "|"),
      end: fc.constantFrom("\n", "\r\n", "\r"),
      encoding: fc.constantFrom("utf8", "utf16le", "utf16le-mark", "utf8-mark"),
    });
    await fc.assert(
      fc.asyncProperty(table, dialect, async (rows, { mark, end, encoding }) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = [["a", "b", "c"], ...rows].map((cells) => cells.map(quote).join(mark));
        const text = `${encoding.endsWith("mark") ? "\ufeff" : ""}${lines.join(end)}${end}`;
        const code = encoding.startsWith("utf16") ? "utf16le" : "utf8";
        const { rows: read, faults } = await readTable(new Uint8Array(Buffer.from(text, code)));
        // A cell with a line that looks like a row is asked about, and not read in silence.
        if (faults.some(({ kind }) => kind === "row-in-a-cell")) return;
        expect(faults).toEqual([]);
        expect(read.map(([, ...cells]) => cells)).toEqual(
          rows.map((cells) => cells.map((each) => each.trim())),
        );
      }),
    );
  });
});
