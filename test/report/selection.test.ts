import { describe, expect, it } from "vitest";
import { spanNamed } from "../../src/words/periods";
import { breaches, file } from "../cli/run-breaches";
import { judged, smallLog } from "./small-log";

/** The small log's tickets in the order of the report, from its CSV. */
async function ticketsOf(args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await breaches([...args, "--format", "csv"]);
  return stdout
    .trimEnd()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(",")[0] ?? "")
    .sort();
}

describe("a period", () => {
  it.each([
    ["2026-11-05", "2026-11-05", "2026-11-05"],
    ["2026-11", "2026-11-01", "2026-11-30"],
    ["2028-02", "2028-02-01", "2028-02-29"],
    ["2026-Q4", "2026-10-01", "2026-12-31"],
    ["2026Q1", "2026-01-01", "2026-03-31"],
    ["2026", "2026-01-01", "2026-12-31"],
    ["2026-27", "2026-04-01", "2027-03-31"],
    ["2026/27", "2026-04-01", "2027-03-31"],
    ["2010/11", "2010-04-01", "2011-03-31"],
    // The eleventh month, as ISO 8601 writes it.
    ["2010-11", "2010-11-01", "2010-11-30"],
    ["1999/00", "1999-04-01", "2000-03-31"],
  ])("%s is from %s to %s", (text, from, to) => {
    expect(spanNamed(text)).toEqual({ from, to });
  });

  it.each(["", "2026-13", "2026-28", "2026/26", "2026-Q5", "2026-02-30", "Nov 2026", "20261105"])(
    "is not %o",
    (text) => expect(spanNamed(text)).toBeNull(),
  );
});

describe("a report of a period", () => {
  it("has the verdicts that were opened in it, on the wall of their zone", async () => {
    // B-1 was opened on Mon 1 June at 00:30 in London, which is still May in UTC.
    expect(await ticketsOf([...smallLog(), "--period", "2026-05"])).toEqual(["A-1", "A-2", "A-3"]);
    expect(await ticketsOf([...smallLog(), "--period", "2026-06"])).toEqual([
      "B-1",
      "B-3",
      "B-4",
      "B-5",
    ]);
  });

  it("has those that stopped in it, or were due in it, if asked", async () => {
    // A-3 was done on Fri 8 May; nothing else stopped after the 5th, and before June.
    const stopped = [...smallLog(), "--by", "stopped", "--from", "2026-05-06", "--to", "2026-05"];
    expect(await ticketsOf(stopped)).toEqual(["A-3"]);
    // B-2, opened on Wed 1 July at 10:00, is due at 14:00; B-4 has 3 h left, and would be due at 16:00 if
    // it went on now, at 13:00.
    expect(await ticketsOf([...smallLog(), "--by", "due", "--period", "2026-07"])).toEqual([
      "B-2",
      "B-4",
    ]);
  });

  it("says which verdicts it holds, counts nothing else, and has its months by the same instant", async () => {
    const args = [...smallLog(), "--by", "stopped", "--period", "2026-06", "--format", "md"];
    const { stdout, stderr } = await breaches(args);
    const sentence =
      "3 verdicts that were decided or withdrawn from Mon 1 Jun 2026 to the end of Tue 30 Jun 2026; 6 others left out.";
    expect(stdout).toContain(sentence);
    expect(stderr).toContain(`note: ${sentence}`);
    expect(stdout).toContain(
      "By the month in which it was decided or withdrawn, in Europe/London:",
    );
    // B-1 was met, and B-5 withdrawn. B-3 is open, and breached on Tue 30 June at 11:00.
    expect(stdout).toContain("attainment: **50.0 %**, 1 of 2 decided");
  });

  it("says that it is empty, and exits with 2", async () => {
    const { code, stderr } = await breaches([...smallLog(), "--period", "2025"]);
    expect(code).toBe(2);
    expect(stderr).toContain("the options leave out every one of its 9 verdicts");
  });

  it("is refused if it cannot be understood", async () => {
    const { code, stderr } = await breaches([...smallLog(), "--period", "last month"]);
    expect([code, stderr.includes("2026-Q4")]).toEqual([2, true]);
  });
});

describe("columns of the file", () => {
  const rows = [
    "S-1,2026-05-05T08:00Z,open,1,Leeds,Acme",
    "S-1,2026-05-05T11:00Z,done,,,Bolt",
    "S-2,2026-05-05T08:00Z,open,1,York,Acme",
    "S-2,2026-05-05T13:00Z,done,,York,",
    "S-3,2026-05-05T08:00Z,open,1,,",
    "S-3,2026-05-05T09:00Z,done,,,",
  ];
  const withSites = (name: string) => {
    const [, ...rest] = judged(name, []);
    const log = file(
      `${name}-sites.csv`,
      ["ticket,at,state,severity,site,supplier", ...rows, ""].join("\n"),
    );
    return [log, ...rest];
  };

  it("make groups, of which the last text of a ticket counts", async () => {
    const args = [...withSites("groups"), "--group-by", "supplier", "--format", "json"];
    const { stdout } = await breaches(args);
    const [{ byGroup }] = JSON.parse(stdout).targets;
    // S-1 went from Acme to Bolt, and was met; S-2 of Acme was 5 h of 4; S-3 names none.
    expect(
      byGroup.map(({ group, met, breached }: Record<string, unknown>) => [group, met, breached]),
    ).toEqual([
      ["Acme", 0, 1],
      ["Bolt", 1, 0],
      [null, 1, 0],
    ]);
  });

  it("are a table of every page, with the name of the column", async () => {
    const args = [...withSites("pages"), "--group-by", "site"];
    const md = (await breaches([...args, "--format", "md"])).stdout;
    expect(md).toMatch(/^By `site`:$/m);
    const html = (await breaches([...args, "--format", "html"])).stdout;
    expect(html).toContain("By site");
    expect(html).toContain("Leeds");
    expect(html).toContain("(not said)");
  });

  it("filter, whether in capitals or not", async () => {
    const args = withSites("filtered");
    expect(await ticketsOf([...args, "--where", "site=leeds"])).toEqual(["S-1"]);
    expect(await ticketsOf([...args, "--where", "status=breached"])).toEqual(["S-2"]);
    expect(await ticketsOf([...args, "--where", "status=met", "--where", "supplier=Bolt"])).toEqual(
      ["S-1"],
    );
  });

  it("are carried along in CSV and JSON", async () => {
    const args = [...withSites("carried"), "--keep", "site,supplier"];
    const csv = (await breaches([...args, "--format", "csv"])).stdout.split("\r\n");
    expect(csv[0]?.endsWith(",time_zone,site,supplier")).toBe(true);
    expect(csv.find((line) => line.startsWith("S-1,"))?.endsWith(",Leeds,Bolt")).toBe(true);
    const json = JSON.parse((await breaches([...args, "--format", "json"])).stdout);
    expect(json.rows.find(({ ticket }: { ticket: string }) => ticket === "S-2").kept).toEqual({
      site: "York",
      supplier: "Acme",
    });
  });

  it("are refused by name if the file does not have them, with those it has", async () => {
    const { code, stderr } = await breaches([...withSites("absent"), "--group-by", "team"]);
    expect(code).toBe(2);
    expect(stderr).toContain('it has no column "team" to group by, filter by or keep');
    expect(stderr).toContain('"site", "supplier"');
  });
});
