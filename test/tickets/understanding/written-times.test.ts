import { describe, expect, it } from "vitest";
import { command, file } from "../../cli/run-breaches";
import { lines } from "../small-desk";
import { judgedFile, story } from "./judged-file";

/** The story of judged-file.ts by its wall times, each written by a function of its hour. */
const notes = (time: (hour: number) => string) =>
  lines(
    "Ref;Opened;Resolved;Priority",
    `A;29/05/2026 ${time(9)};29/05/2026 ${time(11)};2`,
    `B;01/06/2026 ${time(9)};01/06/2026 ${time(12)};1`,
    `C;01/06/2026 ${time(16)};02/06/2026 ${time(15)};2`,
    `D;04/06/2026 ${time(9)};;1`,
  );

const two = (hour: number) => String(hour).padStart(2, "0");

describe("a list whose times are written as people write notes", () => {
  it.each<[string, (hour: number) => string]>([
    ["09h00", (hour) => `${two(hour)}h00`],
    ["9h", (hour) => `${hour}h`],
    ["à 9 h 00", (hour) => `à ${hour} h 00`],
    ["09.00", (hour) => `${two(hour)}.00`],
    ["0900", (hour) => `${two(hour)}00`],
    ["0900hrs", (hour) => `${two(hour)}00hrs`],
    ["some 9h and some 12h00", (hour) => (hour % 2 === 0 ? `${hour}h00` : `${hour}h`)],
  ])("is judged: %s", async (_, time) => {
    const { verdicts, run } = await judgedFile(notes(time));
    expect(verdicts).toEqual(story({ A: "A", B: "B", C: "C", D: "D" }));
    expect(run.code).toBe(0);
  });

  it("is shown by core-hours read with its dates in words", async () => {
    const path = file(
      "notes.csv",
      notes((hour) => `${two(hour)}h00`),
    );
    const { stdout, code } = await command("read", path, "--zone", "Europe/London");
    expect(stdout).toContain(
      lines(
        "  written dd/MM/yyyy HH'h'mm; in Europe/London, as --zone says",
        "  29/05/2026 09h00  is Friday 29 May 2026 09:00 BST",
        "  01/06/2026 09h00  is Monday 1 June 2026 09:00 BST",
      ),
    );
    expect(code).toBe(0);
  });

  it("still asks which number is the day if nothing says it", async () => {
    const { run } = await judgedFile("Ref,Opened,Resolved\nA,02/06/2026 09h00,02/06/2026 11h30\n");
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("6 February 2026");
    expect(run.stderr).toContain("2 June 2026");
  });
});
