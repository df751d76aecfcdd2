import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/tickets/log/problems";
import { kindOf } from "../../src/tickets/log/xlsx/styles";
import { zipEntries } from "../../src/tickets/log/xlsx/zip";
import { DESK, judgedBy } from "./small-desk";
import { judgedFile } from "./understanding/judged-file";
import { number, row, text, workbook, zip } from "./workbook";

const HEAD = row(text("Number"), text("Priority"), text("State"), text("Opened"), text("Resolved"));
const MAP = {
  ticket: "number",
  at: { zone: "Europe/London" },
  moments: [
    { column: "Opened", state: "New" },
    { column: "Resolved", state: "Resolved" },
  ],
  state: { column: "State" },
  severity: { column: "Priority", values: { "1 - High": "1", "2": "2" } },
};

/** Monday 1 June 2026 is day 46,174 of a spreadsheet: 1 January 2026 is 46,023, and 151 days follow. */
const MONDAY = 46_174;
const DAY = 24;
const hour = (hours: number) => MONDAY + hours / DAY;
/** Monday 09:00 to 12:00, 3 h of 4. */
const T_1 = row(
  ...[text("T-1"), text("1 - High"), text("Resolved"), number(hour(9), 1), number(hour(12), 1)],
);

describe("a spreadsheet", () => {
  it("has its dates as numbers, which are wall times in the zone of the map", async () => {
    const sheet = [
      HEAD,
      T_1,
      // Monday 16:00 to Tuesday 15:00: 1 h and 6 h of 10. Its ticket and severity are numbers.
      row(number(1002), number(2), text("Resolved"), number(hour(16), 1), number(hour(39), 1)),
      // A third of a second and a minute are not whole parts of a day: from Friday 12:00:20, to 13:00.
      row(text("T-3"), number(2), text("New"), number(MONDAY + 4 + 43_220 / 86_400, 1)),
    ].join("");
    const { verdicts, summary, run } = await judgedBy(
      MAP,
      workbook({ sheets: { Tickets: sheet } }),
    );
    expect(verdicts["T-1"]).toBe("met 75 %");
    expect(verdicts["1002"]).toBe("met 70 %");
    const { rows } = JSON.parse(run.stdout);
    const third = rows.find((each: { ticket: string }) => each.ticket === "T-3");
    // 59 min 40 s to the millisecond.
    expect(third.elapsed).toBe((59 * 60 + 40) * 1000);
    expect(summary).toMatchObject({ rows: 3, rowsUsed: 3 });
    expect(run).toMatchObject({ code: 0, stderr: "" });
  });

  it("may count its days from 1904", async () => {
    const from1904 = (serial: number) => number(serial - 1_462, 1);
    const sheet = `${HEAD}${row(
      ...[text("T-1"), text("1 - High"), text("Resolved"), from1904(hour(9)), from1904(hour(12))],
    )}`;
    const book = workbook({ sheets: { Tickets: sheet }, is1904: true });
    const { verdicts, run } = await judgedBy(MAP, book);
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
    expect(JSON.parse(run.stdout).rows[0].opened).toBe("2026-06-01T09:00:00+01:00");
  });

  it("may share its texts, in several letters, and have cells that are left out", async () => {
    const strings = [
      "<si><t>T&amp;1</t><rPh><t>said</t></rPh></si>",
      "<si><r><t>1 - </t></r><r><t>High</t></r></si>",
      '<si><t xml:space="preserve"> Resolved_x000D_\n</t></si>',
    ].join("");
    const sheet = `<row r="1"><c r="B1" t="inlineStr"><is><t>Number</t></is></c>
      <c r="AA1" t="inlineStr"><is><t>Opened</t></is></c><c r="AB1" t="inlineStr"><is><t>Resolved</t></is></c>
      <c r="AC1" t="inlineStr"><is><t>State</t></is></c><c r="AD1" t="inlineStr"><is><t>Priority</t></is></c></row>
      <row r="7"><c r="B7" t="s"><v>0</v></c><c r="AA7" s="1"><v>${hour(9)}</v></c>
      <c r="AB7" s="1"><v>${hour(12)}</v></c><c r="AC7" t="s"><v>2</v></c><c r="AD7" t="s"><v>1</v></c></row>`;
    const { verdicts } = await judgedBy(MAP, workbook({ sheets: { A: sheet }, strings }));
    expect(verdicts).toEqual({ "T&1": "met 75 %" });
  });

  it("may have a title above its header, blank rows, and dates that are text", async () => {
    const map = { ...MAP, at: { ...MAP.at, formats: ["dd/MM/yyyy HH:mm"] } };
    const sheet = [
      row(text("All tickets of June")),
      row(),
      HEAD,
      row(),
      row(
        ...[text("T-1"), text("1 - High"), text("Resolved")],
        ...[text("01/06/2026 09:00"), number(hour(12), 1)],
      ),
    ].join("");
    const { verdicts, notes } = await judgedBy(map, workbook({ sheets: { A: sheet } }));
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
    expect(notes).toEqual(["2 rows above the header left out"]);
  });

  it("may say how long a ticket was on hold", async () => {
    const map = {
      ...MAP,
      onHold: { column: "Waited", written: "hh:mm:ss", state: "On Hold" },
    };
    const sheet = [
      HEAD.replace("</row>", `${text("Waited")}</row>`),
      // 1.0625 days are 25 h 30 min: Monday 09:00 to Friday 09:30 is 32.5 h, of which 7 are left of 10.
      row(
        ...[text("T-1"), number(2), text("Resolved"), number(hour(9), 1)],
        ...[number(MONDAY + 4 + 9.5 / DAY, 1), number(1.0625, 3)],
      ),
    ].join("");
    const { verdicts } = await judgedBy(map, workbook({ sheets: { A: sheet } }));
    expect(verdicts).toEqual({ "T-1": "met 70 %" });
  });

  it.each([
    ["a formula without its value", '<c r="D3"><f>NOW()</f></c>', "cell D3 is a formula"],
    ["a date without a time of day", number(MONDAY, 2), "no time of day"],
    ["a number that is not shown as a date", number(hour(9)), "a number alone"],
    ["an error", '<c t="e"><v>#N/A</v></c>', '"#N/A" cannot be read'],
    ["a text that is not there", '<c r="D3" t="s"><v>9</v></c>', "cell D3 refers to no text"],
    ["nothing", "<c/>", "it is missing"],
  ])("whose instant is %s loses the row, and says so", async (_, cell, reason) => {
    const bad = row(text("T-2"), text("1 - High"), text("New"), cell);
    const { verdicts, run } = await judgedBy(
      MAP,
      workbook({ sheets: { A: `${HEAD}${T_1}${bad}` } }),
    );
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
    expect(run.stderr).toContain(reason);
    expect(run.code).toBe(1);
  });

  it("needs a zone for its dates", async () => {
    const map = { ...MAP, at: {} };
    const { run } = await judgedBy(map, workbook({ sheets: { A: `${HEAD}${T_1}` } }));
    expect(run.stderr).toContain("name the zone in a mapping");
    expect(run.code).toBe(2);
  });
});

describe("the sheets of a spreadsheet", () => {
  const other = row(text("Name"), text("Value"));

  it("are recognised by their columns, and the report names those that are not read", async () => {
    const book = workbook({
      sheets: { About: other, Tickets: `${HEAD}${T_1}`, Old: HEAD },
      hidden: "Old",
    });
    const { verdicts, notes } = await judgedBy(MAP, book);
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
    expect(notes).toEqual(['of its sheets, read: "Tickets"; not read: "About", "Old"']);
  });

  it("are asked about if several have the columns, and read if the map names them", async () => {
    const second = T_1.replace("T-1", "T-2");
    const book = workbook({ sheets: { May: `${HEAD}${T_1}`, June: `${HEAD}${second}` } });
    const { run } = await judgedBy(MAP, book);
    expect(run.stderr).toContain('as "sheet": ["May", "June"]');
    expect(run.code).toBe(2);
    const both = await judgedBy({ ...MAP, sheet: ["May", "June"] }, book);
    expect(Object.keys(both.verdicts)).toEqual(["T-1", "T-2"]);
    expect(both.summary).toMatchObject({ rows: 2 });
    const one = await judgedBy({ ...MAP, sheet: "June" }, book);
    expect(Object.keys(one.verdicts)).toEqual(["T-2"]);
    const none = await judgedBy({ ...MAP, sheet: "July" }, book);
    expect(none.run.stderr).toContain('it has no sheet "July"; it has "May", "June"');
  });
});

describe("an archive", () => {
  const csv =
    "ticket,at,state,severity\nT-1,2026-06-01T08:00Z,New,1\nT-1,2026-06-01T11:00Z,Resolved,\n";
  const map = {
    ticket: "ticket",
    at: { column: "at" },
    state: { column: "state" },
    severity: { column: "severity" },
  };

  it("of one file is that file", async () => {
    const { verdicts } = await judgedBy(map, zip({ "tickets.csv": csv, "__MACOSX/._x": "" }));
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
  });

  it.each([
    ["several files", zip({ "a.csv": csv, "b.csv": csv }), 'of 2 files ("a.csv", "b.csv")'],
    ["no file", zip({ "folder/": "" }), "without a file"],
    ["a binary workbook", zip({ "xl/workbook.bin": "" }), "save it as .xlsx"],
    ["an OpenDocument file", zip({ "content.xml": "" }), "OpenDocument"],
    ["a Word document", zip({ "word/document.xml": "" }), "Word"],
  ])("of %s is refused", async (_, bytes, message) => {
    const { run } = await judgedBy(map, bytes);
    expect(run.stderr).toContain(message);
    expect(run.code).toBe(2);
  });

  it("is checked against its sums: no changed bit of a packed part goes unseen", () => {
    const whole = zip({ "tickets.csv": csv });
    const start = 30 + "tickets.csv".length;
    const [entry] = zipEntries(whole);
    expect(new TextDecoder().decode(entry?.bytes())).toBe(csv);
    const length = deflateRawSync(Buffer.from(csv)).length;
    for (let bit = 0; bit < 8 * length; bit += 1) {
      const changed = whole.slice();
      const at = start + (bit >> 3);
      changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7));
      const read = () => new TextDecoder().decode(zipEntries(changed)[0]?.bytes());
      // A bit that pads the end, or a copy from elsewhere that says the same, changes nothing.
      let found: string | null = null;
      try {
        found = read();
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
      if (found !== null) expect(found).toBe(csv);
    }
  });

  it("never gives another verdict silently, if it is cut or changed anywhere", async () => {
    const whole = workbook({ sheets: { A: `${HEAD}${T_1}` } });
    const change = fc.record({
      at: fc.nat({ max: whole.length - 1 }),
      to: fc.nat({ max: 255 }),
      isCut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, to, isCut }) => {
        const changed = isCut ? whole.slice(0, at) : whole.slice();
        if (!isCut) changed[at] = to;
        const { run, verdicts } = await judgedBy(MAP, changed, { policy: DESK });
        if (run.code === 0) expect(verdicts).toEqual({ "T-1": "met 75 %" });
        else expect([1, 2]).toContain(run.code);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what a spreadsheet does to a file that it opens", () => {
  const serial = (iso: string) => number(Date.parse(`${iso}Z`) / 86_400_000 + 25_569, 1);
  const list = (head: readonly string[], ...rows: readonly (readonly string[])[]) =>
    workbook({
      sheets: {
        A: [head.map((name) => text(name)), ...rows].map((cells) => row(...cells)).join(""),
      },
    });
  const DATES = ["Ticket", "Priority", "Opened", "Resolved"];

  it("swaps day and month where it can, and leaves the other dates as texts: that is refused", async () => {
    // 2 November became 11 February.
    const book = list(DATES, [
      ...[text("T-1"), number(2), serial("2026-02-11T09:00"), text("13/11/2026 11:00")],
    ]);
    const { run } = await judgedFile(book);
    expect(run.stderr).toContain("a spreadsheet may have swapped day and month");
    expect(run.code).toBe(2);
    const said = await judgedFile(book, ["--dates", "day-first"]);
    expect(said.verdicts).toHaveProperty(["T-1"]);
  });

  it("writes dates as dates and as texts, some of either with a day above 12: those are read", async () => {
    const { verdicts } = await judgedFile(
      list(DATES, [text("T-1"), number(2), serial("2026-05-29T09:00"), text("29/05/2026 11:00")]),
    );
    expect(verdicts).toEqual({ "T-1": "met 20 %" });
  });

  it("shows a length of time as a date of its first days, which is asked about", async () => {
    const head = [...DATES, "On hold"];
    const cells = [text("T-1"), number(2), serial("2026-05-29T09:00"), serial("2026-05-29T11:00")];
    const { run } = await judgedFile(list(head, [...cells, number(26 / 24, 1)]));
    expect(run.stderr).toContain('its column "On hold" may be time on hold');
    expect(run.code).toBe(2);
  });

  it.each([1e9, 1e300, -1e300])(
    "has a number for a date that no calendar holds: %d",
    async (days) => {
      const { run } = await judgedFile(
        list(DATES, [text("T-1"), number(2), number(days, 1), serial("2026-05-29T11:00")]),
      );
      expect(run.stderr).toContain("which is not a date of any calendar");
      expect(run.code).toBe(2);
    },
  );
});

describe("a number's format", () => {
  it.each([
    ["dd/mm/yyyy hh:mm", "date-and-time"],
    ["yyyy\\-mm\\-dd\\ h:mm:ss", "date-and-time"],
    ["[$-809]dd mmmm yyyy;@", "date"],
    ["mmm-yy", "date"],
    ["h:mm AM/PM", "time"],
    ["[h]:mm:ss", "time"],
    ["[mm]:ss", "time"],
    ["0.00", "number"],
    ["General", "number"],
    ['0 "days"', "number"],
    ["[Red]0;[Black]-0", "number"],
    ["#,##0.00_-", "number"],
    ["@", "number"],
  ])("%s makes it a %s", (code, kind) => {
    expect(kindOf(code)).toBe(kind);
  });
});
