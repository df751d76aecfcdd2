import { describe, expect, it } from "vitest";
import { toCsv } from "../../src/report/formats/csv";
import { describeProblem, describeProblems, Problems } from "../../src/tickets/log/problems";
import { MINUTE_MS } from "../../src/timeline/units";
import { lengthText, percentText, usedText } from "../../src/words/amounts";
import { instantText } from "../../src/words/instants";
import { printable } from "../../src/words/printable";

describe("a length", () => {
  it.each([
    [0, "0m"],
    [1, "<1m"],
    [59_999, "<1m"],
    [45 * MINUTE_MS, "45m"],
    [192 * MINUTE_MS, "3h 12m"],
    [48 * 60 * MINUTE_MS, "48h 00m"],
    [100 * 60 * MINUTE_MS + 59_999, "100h 00m"],
    [(1123 * 60 + 39) * MINUTE_MS, "1,123h 39m"],
  ])("of %i ms reads %s", (ms, text) => {
    expect(lengthText(ms)).toBe(text);
  });
});

describe("a percentage", () => {
  it.each([
    [0, "0.0"],
    [62.5, "62.5"],
    [93.75, "93.8"],
    [99.99, "99.9"],
    [100, "100.0"],
    [100.0001, "100.1"],
    [112.5, "112.5"],
    [29.3, "29.3"],
    [110.1, "110.1"],
    [28_191.26, "28,191.3"],
    [999.96, "1,000.0"],
  ])("of %d reads %s", (percent, text) => {
    expect(percentText(percent)).toBe(text);
  });
});

describe("the share of an allowance", () => {
  it.each([
    ["running", true, "50.0"],
    ["cancelled", true, "50.0"],
    ["pending", true, ""],
    ["not-applicable", true, ""],
    ["running", false, ""],
  ])(
    "of a clock that is %s, if an amount is promised: %s, reads %j",
    (status, hasAllowance, text) => {
      expect(usedText({ status, hasAllowance, usedPercent: 50 })).toBe(text);
    },
  );
});

describe("an instant for people", () => {
  it("shows the abbreviation in force", () => {
    const text = (iso: string) => instantText(Date.parse(iso), "Europe/London");
    expect(text("2026-11-20T16:30:00Z")).toBe("Fri 20 Nov 2026 16:30 GMT");
    expect(text("2027-04-05T11:00:00Z")).toBe("Mon 5 Apr 2027 12:00 BST");
  });

  it("shows seconds only if it has some", () => {
    const text = instantText(Date.parse("2027-03-04T16:00:01Z"), "Europe/London");
    expect(text).toBe("Thu 4 Mar 2027 16:00:01 GMT");
  });
});

describe("CSV for a spreadsheet", () => {
  it("quotes what needs quoting", () => {
    expect(toCsv([["a,b", 'say "so"', "two\nlines", "plain", null, true]])).toBe(
      '"a,b","say ""so""","two\nlines",plain,,true\r\n',
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\uff1d1+1", "=cmd|' /C calc'!A0"])(
    "never starts text with a formula: %j",
    (text) => {
      expect(toCsv([[text]])).toBe(`'${text}\r\n`);
    },
  );

  it("neutralises before it quotes", () => {
    expect(toCsv([['=HYPERLINK("x")']])).toBe('"\'=HYPERLINK(""x"")"\r\n');
    expect(toCsv([["\rx"]])).toBe('"\'\rx"\r\n');
  });

  it("leaves numbers alone, negative ones too", () => {
    expect(toCsv([[-30, 1.5]])).toBe("-30,1.5\r\n");
  });
});

describe("a problem", () => {
  it("says file, line, column and reason", () => {
    expect(describeProblem("t.csv", { line: 12, column: "at", reason: "it is missing" })).toBe(
      't.csv:12: column "at": it is missing',
    );
    expect(describeProblem("t.csv", { line: 3, ticket: "NM-1", reason: "it never starts" })).toBe(
      "t.csv:3: ticket NM-1: it never starts",
    );
  });

  it("cannot recolour a terminal or reverse its text", () => {
    expect(printable("\u202egnp.exe")).toBe("\\x202egnp.exe");
    expect(printable("\u001b[31mred\u009b")).toBe("\\x1b[31mred\\x9b");
  });

  const twenty = (count: number) => {
    const problems = new Problems();
    for (let i = count; i > 0; i -= 1) {
      problems.add({ kind: "no-instant", line: i, column: "at", reason: "bad" });
    }
    problems.add({ kind: "not-a-row", line: 7, reason: "worse" });
    return problems;
  };

  it("is listed by its line if there are up to twenty", () => {
    const lines = describeProblems("t.csv", twenty(19));
    expect(lines).toHaveLength(20);
    expect(lines[0]).toBe('t.csv:1: column "at": bad');
    expect(lines[7]).toBe("t.csv:7: worse");
  });

  it("stands for all of its kind if there are more", () => {
    expect(describeProblems("t.csv", twenty(25))).toEqual([
      "t.csv:7: worse",
      't.csv:25: column "at": bad (and 24 more of this kind)',
    ]);
  });

  it("takes no more room however many there are", () => {
    const problems = twenty(50_000);
    expect(problems.count).toBe(50_001);
    expect(problems.kept()).toHaveLength(1_001);
    expect(problems.groups().map(({ kind, count }) => [kind, count])).toEqual([
      ["no-instant", 50_000],
      ["not-a-row", 1],
    ]);
    expect(problems.countOf("row")).toBe(50_001);
    expect(problems.countOf("doubt")).toBe(0);
  });
});
