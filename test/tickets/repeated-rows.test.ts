import { describe, expect, it } from "vitest";
import { lines } from "./small-desk";
import { judgedFile } from "./understanding/judged-file";

const HEAD = "ticket,at,state,severity";
// Friday 29 May in London, 10:00 to 12:00: 2 h of 10.
const MAY = ["T-1,2026-05-29T09:00:00Z,New,2", "T-1,2026-05-29T11:00:00Z,Resolved,"];
// Monday 1 June 09:00 to 12:00: 3 h of 4.
const JUNE = ["T-2,2026-06-01T08:00:00Z,New,1", "T-2,2026-06-01T11:00:00Z,Resolved,"];
const repeats = (notes: readonly string[]) => notes.filter((note) => note.includes("repeat"));

describe("rows that are there twice", () => {
  it("as when two exports overlap, count once and are named", async () => {
    const { verdicts, notes, run } = await judgedFile(lines(HEAD, ...MAY, ...JUNE, ...MAY));
    expect(verdicts).toEqual({ "T-1": "met 20 %", "T-2": "met 75 %" });
    expect(repeats(notes)).toEqual([
      "2 rows repeat others of the same ticket; exports may overlap, and what is said twice counts once",
    ]);
    expect(run.code).toBe(0);
  });

  it("are not named if the ticket only said the same again, or if rows come newest first", async () => {
    const again = "T-1,2026-05-29T09:00:00Z,New,2";
    const { notes } = await judgedFile(lines(HEAD, again, ...MAY, ...JUNE));
    expect(repeats(notes)).toEqual([]);
    const newest = await judgedFile(lines(HEAD, ...[...MAY, ...JUNE].reverse()));
    expect(repeats(newest.notes)).toEqual([]);
  });
});
