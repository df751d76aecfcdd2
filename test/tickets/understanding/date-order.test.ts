import { describe, expect, it } from "vitest";
import { lines } from "../small-desk";
import { judgedFile } from "./judged-file";

/*
 * Judged as of 5 June 2026. The ticket of severity 1 is open from 09:00 to 12:00 of one day, 3 h of 4, or
 * over whatever lies between the two days that its dates are read as.
 */
const HEAD = "Ticket,Opened,Resolved,Priority";
const row = (opened: string, resolved: string, ticket = "T-1") =>
  `${ticket},${opened} 09:00,${resolved} 12:00,1`;
const judged = (...rows: readonly string[]) => judgedFile(lines(HEAD, ...rows));

describe("dates of three numbers of two digits", () => {
  it.each([
    ["26/05/20", "26 May 2020 with --dates day-first, and 20 May 2026 with --dates year-first"],
    ["26-05-20", "26 May 2020 with --dates day-first, and 20 May 2026 with --dates year-first"],
    ["26.05.31", "26 May 2031 with --dates day-first, and 31 May 2026 with --dates year-first"],
    [
      "06/05/04",
      "6 May 2004 with --dates day-first, and 5 June 2004 with --dates month-first, and 4 May 2006 with --dates year-first",
    ],
  ])("are asked about if the year may stand first: %s", async (date, readings) => {
    const { run } = await judged(row(date, date));
    expect(run.stderr).toContain(readings);
    expect(run.code).toBe(2);
  });

  it("are asked about if the last numbers differ more than the first, as days do", async () => {
    const { run } = await judged(row("26-05-20", "26-05-20"), row("26-05-21", "26-05-21", "T-2"));
    expect(run.stderr).toContain("20 May 2026 with --dates year-first");
    expect(run.code).toBe(2);
  });

  it("have the year last if the first numbers differ more, or the last are of this time", async () => {
    const several = await judged(row("20/05/19", "20/05/19"), row("21/05/19", "21/05/19", "T-2"));
    expect(several.verdicts).toEqual({ "T-1": "met 75 %", "T-2": "met 75 %" });
    expect((await judged(row("20/05/26", "20/05/26"))).verdicts).toEqual({ "T-1": "met 75 %" });
    expect((await judged(row("05/20/26", "05/20/26"))).verdicts).toEqual({ "T-1": "met 75 %" });
  });

  it("are read as --dates says", async () => {
    const { verdicts } = await judgedFile(lines(HEAD, row("26/05/20", "26/05/20")), [
      ...["--dates", "year-first"],
    ]);
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
    const wrong = await judgedFile(lines(HEAD, row("26/05/20", "26/05/20")), [
      ...["--dates", "month-first"],
    ]);
    expect(wrong.run.stderr).toContain("can only be day-first or year-first");
  });
});

describe("dates that are written in several ways", () => {
  it.each([
    ["29/05/2026", "2026-05-29"],
    ["29 May 2026", "2026-05-29"],
    ["29th May 2026", "29/05/2026"],
  ])("are all read: %s and %s", async (one, other) => {
    const { run, verdicts } = await judged(row(one, other));
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
    expect(run.code).toBe(0);
  });

  it.each([
    ["29th May 2026 9am", "29th May 2026 12pm"],
    ["29th of May 2026 09:00", "29th of May 2026 12:00"],
    ["29. May 2026 9.00", "29. May 2026 12.00"],
    ["Friday 29th May 2026 at 09:00", "Friday 29th May 2026 at 12:00"],
    ["29/05/2026 9 am", "29/05/2026 12 p.m."],
    ["May 29, 2026 9AM", "May 29, 2026 12PM"],
  ])("as people write them: %s", async (opened, resolved) => {
    const { verdicts } = await judgedFile(lines(HEAD, `T-1,"${opened}","${resolved}",1`));
    expect(verdicts).toEqual({ "T-1": "met 75 %" });
  });
});
