import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { near } from "../reference/arbitraries";
import { instantsAbout, scene, stage } from "../reference/examples";
import { holds } from "../reference/judge";
import { DAY } from "../reference/wall-time";

describe("in bulk", () => {
  const many = fc.record({ scene, extra: fc.array(fc.tuple(near, near), { maxLength: 20 }) });

  it("betweenMany is between, pair by pair", () => {
    holds(many, ({ scene, extra }) => {
      const { timeline, reference, a, b } = stage(scene);
      const about = scene.example.about;
      const pairs = extra.map(([one, other]) => instantsAbout(about, reference, [one, other, one]));
      const starts = Float64Array.from([a, ...pairs.map(([one]) => one)]);
      const ends = Float64Array.from([b, ...pairs.map(([, other]) => other)]);
      const expected = Array.from(starts, (start, i) => timeline.between(start, ends[i] ?? start));
      const out = new Float64Array(starts.length).fill(Number.NaN);
      expect([...timeline.betweenMany(starts, ends)]).toEqual(expected);
      expect(timeline.betweenMany(starts, ends, out)).toBe(out);
      expect([...out]).toEqual(expected);
    });
  });

  it("addMany is add, with one amount or with one for each", () => {
    holds(many, ({ scene, extra }) => {
      const { timeline, reference, a, b, amount } = stage(scene);
      const about = scene.example.about;
      const others = extra.map(([one]) => instantsAbout(about, reference, [one, one, one])[0]);
      const starts = Float64Array.from([a, b, ...others]);
      const latest = Math.max(...starts);
      fc.pre(timeline.between(latest, latest + 60 * DAY) > amount);
      const amounts = starts.map((_, i) => Math.floor(amount / (i + 1)));
      const out = new Float64Array(starts.length).fill(Number.NaN);
      const same = Array.from(starts, (start) => timeline.add(start, amount));
      const each = Array.from(starts, (start, i) => timeline.add(start, amounts[i] ?? 0));
      expect([...timeline.addMany(starts, amount)]).toEqual(same);
      expect([...timeline.addMany(starts, amounts)]).toEqual(each);
      expect(timeline.addMany(starts, amounts, out)).toBe(out);
      expect([...out]).toEqual(each);
    });
  });
});
