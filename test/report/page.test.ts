import { describe, expect, it } from "vitest";
import { breaches, log } from "../cli/run-breaches";
import { summaryOf, tableRows, textOf, ticketsOf } from "./read-html";
import { judged, smallLog } from "./small-log";

const html = async (args: readonly string[]) =>
  (await breaches([...args, "--format", "html"])).stdout;

describe("the worst tickets of a page", () => {
  it("are the breached, the open, the met, the pending and the cancelled, by the share used", async () => {
    // 200 and 125 %; 75 and 25 %; 90, 75 and 70 %.
    const order = ["B-3", "A-2", "B-2", "B-4", "A-3", "A-1", "B-1", "B-6", "B-5"];
    const page = await html(smallLog());
    expect(ticketsOf(page)).toEqual(order);
    expect(textOf(page)).toContain("That is all of them.");
  });

  it("are no more than asked for, and the page says how many more there are", async () => {
    const page = await html([...smallLog(), "--top", "2"]);
    expect(ticketsOf(page)).toEqual(["B-3", "A-2"]);
    expect(textOf(page)).toContain("7 more are not shown");
    expect(summaryOf(page)).toMatchObject({ Met: "3" });
  });

  it("may be none", async () => {
    const page = await html([...smallLog(), "--top", "0"]);
    expect(ticketsOf(page)).toEqual([]);
    expect(textOf(page)).toContain("9 are not shown");
  });

  it("are fifty unless more are asked for", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `T-${i},nhsmail,2026-11-02T09:00Z,new,`);
    const page = await html([log("sixty.csv", ...rows), "--as-of", "2026-11-02T12:00Z"]);
    expect(ticketsOf(page)).toHaveLength(50);
    expect(textOf(page)).toContain("10 more are not shown");
  });

  it("are narrowed with --only, and the summary is not", async () => {
    const page = await html([...smallLog(), "--only", "at-risk"]);
    expect(ticketsOf(page)).toEqual(["B-2"]);
    expect(textOf(page)).toContain("Only those at risk.");
    expect(summaryOf(page)).toMatchObject({ Breached: "2" });
  });

  it("have their working and the words of their clause", async () => {
    const page = await html([...smallLog(), "--top", "1"]);
    expect(tableRows(page, "The working of B-3")).toEqual([
      ["from", "to", "state", "counted", "total", "why"],
      ["Mon 29 Jun 2026 09:00", "Mon 29 Jun 2026 17:00", "open", "8 h", "8 h", "counted"],
      ["Mon 29 Jun 2026 17:00", "Tue 30 Jun 2026 09:00", "open", "0", "8 h", "out of hours"],
      ["Tue 30 Jun 2026 09:00", "Tue 30 Jun 2026 17:00", "open", "8 h", "16 h", "counted"],
      ["Tue 30 Jun 2026 17:00", "Wed 1 Jul 2026 09:00", "open", "0", "16 h", "out of hours"],
      ["Wed 1 Jul 2026 09:00", "Wed 1 Jul 2026 13:00", "open", "4 h", "20 h", "counted"],
    ]);
    const text = textOf(page);
    expect(text).toContain("“Fixed within 4 hours, or 10.”");
    expect(text).toContain("Read as: hours of the desk");
    expect(text).toContain("20h 00m of 10h 00m");
    expect(text).toContain("10h 00m over");
  });

  it("have the middle of a long working left out", async () => {
    // A year of it: two lines for each working day and one for each weekend.
    const rows = ["Y-1,2025-07-01T08:00Z,open,1"];
    const page = await html(judged("year", rows));
    const lines = tableRows(page, "The working of Y-1");
    expect(lines).toHaveLength(1 + 40 + 1 + 20);
    expect(lines[41]?.[0]).toMatch(/^\d{3} lines are left out here; the total goes on below$/);
    expect(lines.at(-1)?.[1]).toBe("Wed 1 Jul 2026 13:00");
    const markdown = (await breaches([...judged("year", rows), "--format", "md"])).stdout;
    expect(markdown).toContain(`(${lines[41]?.[0]})`);
  });

  it("are drawn if that is asked for", async () => {
    const plain = await html([...smallLog(), "--top", "3"]);
    const drawn = await html([...smallLog(), "--top", "3", "--pictures"]);
    const pictures = (page: string) => page.split('class="core-hours"').length - 1;
    // The whole log's is always there. Each is drawn twice: for a wide screen and for a narrow one.
    expect(pictures(plain)).toBe(2);
    expect(pictures(drawn)).toBe(2 + 2 * 3);
  });
});

describe("a page of", () => {
  it("tickets that are all pending has nothing decided", async () => {
    const rows = ["P-1,2026-08-01T08:00Z,open,1", "P-2,2026-08-02T08:00Z,open,2"];
    const page = await html(judged("pending", rows));
    expect(summaryOf(page)).toMatchObject({ Attainment: "–", Pending: "2" });
    expect(textOf(page)).toContain("None is decided yet.");
    expect(textOf(page)).toContain("No clock has started yet.");
    expect(ticketsOf(page)).toEqual(["P-1", "P-2"]);
  });

  it("a log with errors lists them, and judges the rest", async () => {
    const rows = [
      "E-1,2026-05-05T08:00Z,open,1",
      "E-1,yesterday,done,",
      "E-2,2026-05-05T08:00Z,open,9",
      "E-3,2026-05-05T08:00Z,open,",
      "E-4,2026-05-05T08:00Z,open,1",
      "E-4,2026-05-05T09:00Z,done,",
    ];
    const run = await breaches([...judged("errors", rows), "--format", "html"]);
    expect(run.code).toBe(1);
    // The rows of E-1 and E-2 are malformed, and E-3 starts without the severity that it needs.
    expect(summaryOf(run.stdout)).toMatchObject({ Met: "1", Breached: "1", Errors: "3" });
    const lines = tableRows(run.stdout, "What could not be used of errors.csv, or is in doubt");
    expect(lines.map(([line, where]) => [line, where])).toEqual([
      ["Line", "Where"],
      ["3", "column at"],
      ["4", "column severity"],
      ["5", "ticket E-3"],
    ]);
    const text = textOf(run.stdout);
    expect(text).toContain("A row of the ticket could not be used or is in doubt");
    expect(text).toContain(
      "Verdicts may be wrong: 2 of 6 rows could not be used, 1 ticket could not be judged.",
    );
  });

  it("tickets due at closing time says why some are late with nothing more used", async () => {
    const rows = ["C-1,2026-05-05T12:00Z,open,1", "C-1,2026-05-05T18:00Z,done,"];
    const page = await html(judged("close", rows));
    expect(summaryOf(page)).toMatchObject({ Breached: "1" });
    expect(textOf(page)).toContain("late with nothing more used");
  });

  it("tickets that each have another severity lists a hundred of them", async () => {
    const rows = Array.from({ length: 120 }, (_, i) => `S-${i},2026-06-29T08:00Z,open,s${i}`);
    const target = { allowance: { hours: 4, calendar: "core" }, runs: ["open"], stops: ["done"] };
    const policy = { id: "free", calendars: { core: "nhsmail-core" }, targets: { fix: target } };
    const lines = tableRows(await html(judged("own", rows, policy)), "By severity");
    expect(lines).toHaveLength(1 + 100 + 1 + 1);
    expect(lines[101]).toEqual(["20 more are left out here, and counted below"]);
    expect(lines.at(-1)?.at(-1)).toBe("120");
  });

  it("a file says its name and not its folder", async () => {
    const [path = "", ...rest] = smallLog();
    const page = await html([path, ...rest]);
    expect(page).toContain("small.csv");
    expect(page).not.toContain(path);
  });
});
