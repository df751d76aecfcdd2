import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LabelBox, type Place, placeLabels } from "../../src/picture/parts/place-labels";
import { fitted, textWidth, wrapped } from "../../src/picture/text";

const WIDTH = 1000;

/** Every pair of labels that cover each other, or whose line runs through the other. */
function collisions(boxes: readonly LabelBox[], places: readonly Place[]): string[] {
  const labels = boxes.map(({ x, width }, i) => {
    const { row, from } = places[i] ?? { row: 0, from: x };
    return { x, row, from, to: from + width };
  });
  return labels.flatMap((a, i) =>
    labels.flatMap((b, j) => {
      const overlap = i < j && a.row === b.row && a.from < b.to && b.from < a.to;
      const crossed = i !== j && a.from < b.x && b.x < a.to && b.row > a.row;
      return [...(overlap ? [`${i} covers ${j}`] : []), ...(crossed ? [`${j} crosses ${i}`] : [])];
    }),
  );
}

const boxesOf = (count: number, widest: number) =>
  fc
    .array(fc.integer({ min: 0, max: WIDTH }), { maxLength: count })
    .chain((xs) =>
      fc.tuple(
        ...xs
          .toSorted((a, b) => a - b)
          .map((x) =>
            fc.record({ x: fc.constant(x), width: fc.integer({ min: 20, max: widest }) }),
          ),
      ),
    );

const rowsOf = (boxes: readonly LabelBox[]) =>
  placeLabels(boxes, 0, WIDTH)?.map(({ row }) => row) ?? null;

describe("labels beside their lines", () => {
  it("never cover each other or each other's lines, and stay inside", () => {
    fc.assert(
      fc.property(boxesOf(12, 330), (boxes) => {
        const places = placeLabels(boxes, 0, WIDTH);
        if (!places) return;
        expect(collisions(boxes, places)).toEqual([]);
        for (const [i, { from }] of places.entries()) {
          const { x, width } = boxes[i] ?? { x: 0, width: 0 };
          expect(from >= 0 && from + width <= WIDTH).toBe(true);
          expect(from <= x && x <= from + width).toBe(true);
        }
      }),
    );
  });

  it("always have places if there are only three", () => {
    fc.assert(
      fc.property(boxesOf(3, 240), (boxes) => {
        expect(placeLabels(boxes, 0, WIDTH)).not.toBeNull();
      }),
    );
  });

  it("share a row if there is room", () => {
    expect(rowsOf([100, 400, 700].map((x) => ({ x, width: 200 })))).toEqual([0, 0, 0]);
  });

  it("rise to the left if they crowd", () => {
    expect(rowsOf([100, 110, 120].map((x) => ({ x, width: 200 })))).toEqual([2, 1, 0]);
  });

  it("turn to the left at the right edge, or lie over their lines if that takes fewer rows", () => {
    expect(placeLabels([{ x: 950, width: 200 }], 0, WIDTH)).toEqual([
      { row: 0, from: 750, side: "end" },
    ]);
    const crowd = [100, 300, 500, 700, 900].map((x) => ({ x, width: 230 }));
    expect(placeLabels(crowd, 0, WIDTH)?.at(-1)).toEqual({ row: 0, from: 770, side: "start" });
  });

  it("may belong to one line", () => {
    expect(rowsOf([100, 100, 100].map((x) => ({ x, width: 200 })))).toEqual([2, 1, 0]);
  });

  it("have no places if they crowd all along", () => {
    const all = Array.from({ length: 20 }, (_, i) => ({ x: 25 + 50 * i, width: 230 }));
    expect(placeLabels(all, 0, WIDTH)).toBeNull();
  });
});

describe("text without a browser to measure it", () => {
  it("is cut short with an ellipsis if it is too long", () => {
    expect(fitted("awaiting-user-info", 500, 12)).toBe("awaiting-user-info");
    expect(fitted("awaiting-user-info", 80, 12)).toMatch(/^awaiting.*…$/);
    expect(textWidth(fitted("awaiting-user-info", 80, 12), 12)).toBeLessThanOrEqual(80);
    expect(fitted("awaiting-user-info", 5, 12)).toBe("");
  });

  it("goes on to the next line between its parts", () => {
    const parts = ["started on Monday", "due on Friday", "as of Tuesday"];
    expect(wrapped(parts, 280, 12)).toEqual(["started on Monday · due on Friday", "as of Tuesday"]);
  });
});
