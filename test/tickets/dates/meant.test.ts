import { describe, expect, it } from "vitest";
import { formatsMeant } from "../../../src/tickets/log/dates/meant";
import { instantReader } from "../../../src/tickets/log/instants";

const MS = Date.parse("2026-11-25T09:00:00Z");

describe("a format given by an example", () => {
  it.each([
    ["like 31/12/2025 23:59", "25/11/2026 09:00"],
    ["like 12/31/2025 23:59", "11/25/2026 09:00"],
    ["Like 1 Jan 2026 00:00", "25 Nov 2026 09:00"],
    ["like 1st January 2026 12am", "25th November 2026 9am"],
    ["like 2026-01-31 10:00:00", "2026-11-25 09:00:00"],
    ["like 1795597200", "1795597200"],
    ["ISO 8601", "2026-11-25T09:00:00Z"],
  ])("%s reads %s", (format, text) => {
    expect(instantReader({ formats: [format], zone: "Europe/London" }).text(text)).toBe(MS);
  });

  it("with an open order reads dates that are the same in every order, or possible in only one", () => {
    const read = instantReader({ formats: ["like 02/11/2026 09:00"], zone: "Europe/London" });
    expect(read.text("25/11/2026 09:00")).toBe(MS);
    expect(read.text("11/11/2026 09:00")).toBe(Date.parse("2026-11-11T09:00:00Z"));
    expect(read.text("02/11/2026 09:00")).toEqual({
      reason: expect.stringContaining("can be read in two ways"),
    });
  });

  it.each(["like yesterday", "like 31/02/2026 09:00", "like 02/11/2026"])(
    "is refused if it is not an instant: %s",
    (format) => {
      expect(formatsMeant(format)).toEqual({
        reason: expect.stringContaining("is not a date and time in any usual way"),
      });
    },
  );
});
