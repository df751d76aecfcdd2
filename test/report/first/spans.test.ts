import { describe, expect, it } from "vitest";
import { spansBefore, spanText } from "../../../src/report/model/first/spans";

describe("a period", () => {
  it.each([
    ["2026-11-01", "2026-11-30", "Nov 2026"],
    ["2026-10-01", "2026-12-31", "Q4 2026"],
    ["2026-01-01", "2026-12-31", "2026"],
    ["2026-04-01", "2027-03-31", "2026/27"],
    ["2026-11-05", "2026-11-05", "Thu 5 Nov 2026"],
    ["2026-11-05", "2026-11-11", "Thu 5 Nov 2026 to Wed 11 Nov 2026"],
  ])("from %s to %s is %s", (from, to, text) => {
    expect(spanText(from, to)).toBe(text);
  });

  it.each([
    ["2026-11-01", "2026-11-30", "Oct 2026", "Nov 2025"],
    // The month before March is February, short as it is; that of a leap year has 29 days.
    ["2025-03-01", "2025-03-31", "Feb 2025", "Mar 2024"],
    ["2025-02-01", "2025-02-28", "Jan 2025", "Feb 2024"],
    ["2026-10-01", "2026-12-31", "Q3 2026", "Q4 2025"],
    [
      "2026-11-09",
      "2026-11-15",
      "Mon 2 Nov 2026 to Sun 8 Nov 2026",
      "Sun 9 Nov 2025 to Sat 15 Nov 2025",
    ],
  ])("from %s to %s is compared with %s and %s", (from, to, before, lastYear) => {
    expect(spansBefore(from, to).map(({ label }) => label)).toEqual([before, lastYear]);
  });

  it("of a leap February is compared with the whole of the other", () => {
    expect(spansBefore("2025-02-01", "2025-02-28")[1]).toMatchObject({ to: "2024-02-29" });
  });
});
