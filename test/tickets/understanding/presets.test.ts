import { describe, expect, it } from "vitest";
import { judgedFile, story } from "./judged-file";
import { ACTIVITIES, FLAT_DESK, LISTS } from "./lists";

describe("the incident activities of the BPI Challenge 2014", () => {
  it("have no severity, are an hour ahead in Amsterdam, and most of them change no state", async () => {
    const { run, verdicts } = await judgedFile(ACTIVITIES, [], FLAT_DESK);
    // 2 h of 10; 1 h and 6 h; 8 h and 4 h until 13:00 on Friday.
    expect(verdicts).toEqual({ IM1: "met 20 %", IM2: "met 70 %", IM3: "breached 120 %" });
    expect(run.stderr).toContain("note: 2 rows left alone");
    expect(run.code).toBe(0);
    const named = await judgedFile(ACTIVITIES, ["--as", "bpi-2014-activities"], FLAT_DESK);
    expect(named.verdicts).toEqual(verdicts);
  });
});

describe("an export is recognised and judged without a mapping:", () => {
  it.each(LISTS)("$tool", async ({ text, names, preset, args }) => {
    const { verdicts, run } = await judgedFile(text, args);
    expect(run.stderr.split("\n").filter((line) => !line.startsWith("note: "))).toEqual([""]);
    expect(verdicts).toEqual(story(names));
    expect(run.code).toBe(0);
    // It is said what the file was taken for, and naming that gives the same.
    const named = await judgedFile(text, ["--as", preset]);
    expect(named.verdicts).toEqual(verdicts);
    expect(named.notes).toEqual((await judgedFile(text, args)).notes);
  });
});
