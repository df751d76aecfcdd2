import { describe, expect, it } from "vitest";
import matrix from "../../calendars/severity-matrix.json";
import { CoreHoursError } from "../../src";
import { type Grade, severityOf } from "../../src/services";
import page from "../data/severity-matrix.json";

const GRADES: readonly Grade[] = [1, 2, 3, 4, 5];

describe("the severity of an incident", () => {
  it("comes from its impact, a row, and its urgency, a column", () => {
    expect(GRADES.map((impact) => GRADES.map((urgency) => severityOf(impact, urgency)))).toEqual([
      ["1", "1", "2", "2", "3"],
      ["1", "2", "2", "3", "4"],
      ["2", "3", "3", "4", "4"],
      ["3", "3", "4", "4", "5"],
      ["4", "5", "5", "5", "5"],
    ]);
  });

  it("refuses what is not a grade", () => {
    // @ts-expect-error
    expect(() => severityOf(0, 1)).toThrow(CoreHoursError);
    // @ts-expect-error
    expect(() => severityOf(1, 6)).toThrow(
      /6 is not a grade of urgency; give a whole number from 1/,
    );
    // @ts-expect-error
    expect(() => severityOf(1.5, 1)).toThrow(CoreHoursError);
    // @ts-expect-error
    expect(() => severityOf("1", 1)).toThrow(CoreHoursError);
  });
});

describe("the matrix", () => {
  it("says where it is from, and that it is not a source document", () => {
    expect(matrix.source).toMatchObject({
      standing: expect.stringContaining("NOT from the source documents"),
      address: "https://docsbay.net/severity-level-guidelines",
      date: "2017",
    });
  });

  it("is the one that was read from the page", () => {
    expect(matrix.rows).toEqual(page.rows);
    expect(matrix.source.address).toBe(page.source.address);
  });
});
