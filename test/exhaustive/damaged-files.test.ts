import { describe, expect, it } from "vitest";
import {
  isOtherNumber,
  Judge,
  MEANING,
  packed,
  SMALL_FILES,
  withByte,
} from "../tickets/understanding/damage";

const EVERY_BIT = Array.from({ length: 8 }, (_, place) => 1 << place);

describe.each(Object.entries(SMALL_FILES))("a small file: %s", (_, text) => {
  it("with any bit flipped, or any byte that means something, never gives a wrong verdict without a word", async () => {
    const bytes = Buffer.from(text);
    const judge = await Judge.of(text);
    const silent: string[] = [];
    for (const [i, byte] of bytes.entries()) {
      for (const to of new Set([...EVERY_BIT.map((bit) => byte ^ bit), ...MEANING])) {
        if (to === byte || isOtherNumber(byte, to)) continue;
        if (await judge.isWrongInSilence(withByte(bytes, i, to))) silent.push(`${i} to ${to}`);
      }
    }
    expect(silent).toEqual([]);
  }, 900_000);
});

describe("a small file that is packed", () => {
  it("with any bit flipped never gives a wrong verdict without a word", async () => {
    const text = SMALL_FILES["a row for each ticket"];
    const bytes = packed(text);
    const judge = await Judge.of(text);
    const silent: string[] = [];
    for (const [i, byte] of bytes.entries()) {
      for (const bit of EVERY_BIT) {
        if (await judge.isWrongInSilence(withByte(bytes, i, byte ^ bit))) silent.push(`${i}`);
      }
    }
    expect(silent).toEqual([]);
  }, 300_000);
});
