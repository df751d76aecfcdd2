import { describe, expect, it } from "vitest";
import { lines } from "./small-desk";
import { judgedFile } from "./understanding/judged-file";

const file = (opened: string, resolved: string) =>
  lines("Ticket,Opened,Resolved,Priority", `T-1,${opened},${resolved},2`);
const noteOn = async (opened: string, resolved: string) => {
  const { notes } = await judgedFile(file(opened, resolved));
  return notes.find((note) => note.includes("offsets"));
};

describe("the offsets that instants state", () => {
  it("may differ by the hour of summer time without a word", async () => {
    expect(await noteOn("2026-03-27T09:00:00Z", "2026-03-30T11:00:00+01:00")).toBeUndefined();
    expect(await noteOn("2026-10-23T09:00:00-04:00", "2026-10-26T11:00:00-05:00")).toBeUndefined();
  });

  it("are named if no single zone has both, since a sign may be damaged", async () => {
    expect(await noteOn("2026-05-29T09:00:00-01:00", "2026-05-29T11:00:00+01:00")).toBe(
      'its instants state offsets of several zones, as "2026-05-29T09:00:00-01:00" and "2026-05-29T11:00:00+01:00"; each is read by its own',
    );
  });
});
