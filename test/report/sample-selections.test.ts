import { describe, expect, it } from "vitest";
import { breaches } from "../cli/run-breaches";

/**
 * NHS login's incidents in the sample, read off `examples/data/tickets.csv`; what was due when is worked out in
 * `test/cli/sample-by-hand.ts`. By the date of London on which each was opened, was due and was decided.
 *
 * | ticket | severity | opened | due | decided | |
 * | --- | --- | --- | --- | --- | --- |
 * | NL-2001 | 1 | 23 Oct | 26 Oct | 26 Oct | met |
 * | NL-2006 | 1 | 13 Oct | 13 Oct | 13 Oct | met |
 * | NL-2007 | 2 | 4 Nov | 4 Nov | 5 Nov | breached |
 * | NL-2008 | 3 | 12 Nov | 13 Nov | 13 Nov | met |
 * | NL-2019 | 1 | 20 Nov | 20 Nov | 20 Nov | met |
 * | NL-2011 | 3 | 23 Nov | 26 Nov | 26 Nov | met |
 * | NL-2003 | 3, then 2 | 30 Nov | 30 Nov | 30 Nov | met |
 * | NL-2012 | 5 | 7 Dec | 7 Jan | 5 Jan | met |
 * | NL-2013 | 4 | 14 Dec | 24 Dec | 30 Dec | breached |
 * | NL-2002 | 2 | 24 Dec | 29 Dec | 29 Dec | breached |
 * | NL-2009 | 2, then 4 | 18 Jan | 28 Jan | 27 Jan | met |
 * | NL-2004 | 4 | 1 Feb | 10 Feb | 4 Feb | met |
 * | NL-2010 | 3, then 1 | 9 Feb | 10 Feb | 10 Feb | breached |
 * | NL-2014 | 2 | 10 Mar | 10 Mar | 10 Mar | withdrawn |
 * | NL-2005 | 5 | 19 Mar | 20 Apr | | open |
 * | NL-2017 | 3 | 25 Mar | 31 Mar | 31 Mar | met |
 * | NL-2018 | 4 | 30 Mar | 9 Apr | | open |
 * | NL-2016 | 1 | 1 Apr | 2 Apr | by its breach on 2 Apr | open and breached |
 * | NL-2015 | 2 | 2 Apr | 5 Apr | | open |
 */
const INCIDENTS = ["--where", "policy=nhs-login", "--where", "target=incidentResolution"];

const printed = async (args: readonly string[]) => (await breaches([...INCIDENTS, ...args])).stdout;

/** How many were met, and how many of those that are decided. */
async function attained(args: readonly string[]): Promise<readonly [number, number]> {
  const lines = (await printed([...args, "--format", "csv"])).trimEnd().split("\r\n").slice(1);
  const count = (status: string) => lines.filter((line) => line.includes(`,${status},`)).length;
  const [met, breached] = [count("met"), count("breached")];
  const share = (await printed([...args, "--format", "md"])).match(
    /attainment: \*\*([\d.]+) %\*\*, (\d+) of (\d+) decided/,
  );
  // The first page says the same as the rows.
  expect(share?.slice(2).map(Number)).toEqual([met, met + breached]);
  expect(share?.[1]).toBe(((100 * met) / (met + breached)).toFixed(1));
  return [met, met + breached];
}

describe("NHS login's incidents in the sample", () => {
  it("were met in 10 of 15 decided", async () => {
    expect(await attained([])).toEqual([10, 15]);
  });

  it.each([
    // October 2 of 2, November 4 of 5, December 1 of 3.
    ["opened", "2026-Q4", 7, 10],
    // NL-2012, opened in December, was due in January.
    ["due", "2026-Q4", 6, 9],
    ["stopped", "2026-Q4", 6, 9],
    ["opened", "2026-12", 1, 3],
    ["due", "2026-12", 0, 2],
    ["stopped", "2027-01", 2, 2],
    // January 1 of 1, February 1 of 2, March 1 of 1.
    ["opened", "2027-Q1", 3, 4],
    ["due", "2027-Q1", 4, 5],
    // From April 2026 to March 2027: all but NL-2016, which was opened on 1 April.
    ["opened", "2026-27", 10, 14],
    ["due", "2026/27", 10, 14],
    ["stopped", "2026/27", 10, 14],
    ["stopped", "2027-04", 0, 1],
    // NL-2007 was due on the 4th, and resolved on the 5th.
    ["due", "2026-11-04", 0, 1],
    ["stopped", "2026-11-05", 0, 1],
  ])("by what was %s, %s has %d met of %d decided", async (by, period, met, decided) => {
    expect(await attained(["--by", by, "--period", period])).toEqual([met, decided]);
  });

  it("have months between two bounds", async () => {
    // December 1 of 3, January 1 of 1.
    expect(await attained(["--from", "2026-12", "--to", "2027-01"])).toEqual([2, 4]);
  });

  it("are those of their last severity", async () => {
    // NL-2001, NL-2006 and NL-2019 met, NL-2010 and NL-2016 breached.
    expect(await attained(["--where", "severity=1"])).toEqual([3, 5]);
  });

  it("have a row for each severity if they are grouped by that column", async () => {
    const json = JSON.parse(await printed(["--group-by", "severity", "--format", "json"]));
    const [{ byGroup }] = json.targets;
    expect(
      byGroup.map(({ group, met, breached, running, cancelled }: Record<string, unknown>) => [
        group,
        met,
        breached,
        running,
        cancelled,
      ]),
    ).toEqual([
      ["1", 3, 2, 0, 0],
      // NL-2003 met; NL-2002 and NL-2007 breached; NL-2015 open; NL-2014 withdrawn.
      ["2", 1, 2, 1, 1],
      ["3", 3, 0, 0, 0],
      ["4", 2, 1, 1, 0],
      ["5", 1, 0, 1, 0],
    ]);
  });

  it("carry a column of the file along", async () => {
    const { stdout } = await breaches([
      ...["--where", "ticket=NL-2025", "--keep", "agreed,service", "--format", "csv"],
    ]);
    const [head = "", row = ""] = stdout.split("\r\n");
    expect(head.split(",").slice(-2)).toEqual(["agreed", "service"]);
    expect(row.split(",").slice(-2)).toEqual(["2027-03-25T17:00:00Z", "nhs-login"]);
  });
});
