import { describe, expect, it } from "vitest";
import { isOtherNumber, Judge, MEANING, packed, SMALL_FILES, withByte } from "./damage";

/*
 * The exhaustive tests flip every bit, and put every byte that means something in every place; here the
 * bytes take turns.
 */
const CHANGES = [
  ...[0x01, 0x20, 0x80].map((bit) => (byte: number) => byte ^ bit),
  ...MEANING.values(),
].map((change) => (typeof change === "number" ? () => change : change));
const TURNS = 3;
const TIMEOUT_MS = 60_000;

describe.each(Object.entries(SMALL_FILES))("a small file: %s", (_, text) => {
  it(
    "that is cut or changed at any byte never gives a wrong verdict without a word",
    async () => {
      const bytes = Buffer.from(text);
      const judge = await Judge.of(text);
      const silent: string[] = [];
      for (const [i, byte] of bytes.entries()) {
        for (let turn = 0; turn < TURNS; turn += 1) {
          const to = CHANGES[(i * TURNS + turn) % CHANGES.length]?.(byte) ?? 0;
          if (to === byte || isOtherNumber(byte, to)) continue;
          if (await judge.isWrongInSilence(withByte(bytes, i, to))) silent.push(`${i} to ${to}`);
        }
        if (judge.endsWithARow(i)) continue;
        if (await judge.isWrongInSilence(bytes.subarray(0, i))) silent.push(`cut at ${i}`);
      }
      expect(silent).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

describe("a small file that is packed", () => {
  it(
    "and cut or changed at any byte never gives a wrong verdict without a word",
    async () => {
      const text = SMALL_FILES["a row for each event"];
      const bytes = packed(text);
      const judge = await Judge.of(text);
      const silent: string[] = [];
      for (const [i, byte] of bytes.entries()) {
        const bit = 1 << (i % 8);
        if (await judge.isWrongInSilence(withByte(bytes, i, byte ^ bit))) silent.push(`${i}`);
        if (await judge.isWrongInSilence(bytes.subarray(0, i))) silent.push(`cut at ${i}`);
      }
      expect(silent).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
