import { describe, expect, it } from "vitest";
import { isOtherNumber, Judge, MEANING, PACKED_FILES, TEXTS, withByte } from "./damage";

/*
 * The exhaustive tests flip every bit, and put every byte that means something in every place; here the
 * bytes take turns.
 */
const CHANGES = [
  ...[0x01, 0x20, 0x80].map((bit) => (byte: number) => byte ^ bit),
  ...MEANING.values(),
].map((change) => (typeof change === "number" ? () => change : change));
const TURNS = 3;
const TIMEOUT_MS = 300_000;

describe.each(TEXTS)("a small file: %s", (_, bytes) => {
  it(
    "that is cut or changed at any byte never gives a wrong verdict without a word",
    async () => {
      const judge = await Judge.of(bytes);
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

describe.each(Object.entries(PACKED_FILES))("a small file in %s", (_, bytes) => {
  it(
    "that is cut or changed at some bytes never gives a wrong verdict without a word",
    async () => {
      const judge = await Judge.of(bytes);
      const silent: string[] = [];
      // Each place that is looked at has a bit of its own.
      for (let i = 0; i < bytes.length; i += 5) {
        const bit = 1 << (i % 8);
        const changed = withByte(bytes, i, (bytes[i] ?? 0) ^ bit);
        if (await judge.isWrongInSilence(changed)) silent.push(`${i}`);
        if (await judge.isWrongInSilence(bytes.subarray(0, i))) silent.push(`cut at ${i}`);
      }
      expect(silent).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
