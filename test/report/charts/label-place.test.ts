import { describe, expect, it } from "vitest";
import { labelPlace } from "../../../src/report/formats/html/charts/label-place";

const ROOM = 50;

describe("the figure of a point of a line", () => {
  it.each([
    ["at a peak", 80, [70, 60]],
    ["where the line is level", 80, [80, 80]],
    ["at the start of a line that falls", 80, [undefined, 60]],
    ["at the end of a line that rises", 80, [60, undefined]],
    ["of the only point", 80, [undefined, undefined]],
  ] as const)("stands over it %s", (_, value, neighbours) => {
    const { dx, dy, anchor } = labelPlace(value, neighbours, ROOM);
    expect(dy).toBeLessThan(0);
    expect([dx, anchor]).toEqual([0, "middle"]);
  });

  it.each([
    ["at a low", 50, [100, 55]],
    ["at the start of a line that rises", 50, [undefined, 55]],
    ["at the end of a line that falls", 50, [55, undefined]],
    ["at the foot of a slope", 50, [55, 50]],
  ] as const)("stands under it %s", (_, value, neighbours) => {
    const { dx, dy, anchor } = labelPlace(value, neighbours, ROOM);
    expect(dy).toBeGreaterThan(0);
    expect([dx, anchor]).toEqual([0, "middle"]);
  });

  it("stands over a low that lies just above the axis", () => {
    expect(labelPlace(50, [100, 55], 10).dy).toBeLessThan(0);
  });

  it("stands to the right of a line that falls, and to the left of one that rises", () => {
    expect(labelPlace(80, [100, 60], ROOM)).toMatchObject({ anchor: "start" });
    expect(labelPlace(80, [60, 100], ROOM)).toMatchObject({ anchor: "end" });
  });
});
