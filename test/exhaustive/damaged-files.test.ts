import { describe, expect, it } from "vitest";
import {
  isOtherNumber,
  Judge,
  MEANING,
  PACKED_FILES,
  TEXTS,
  withByte,
} from "../tickets/understanding/damage";

const EVERY_BIT = Array.from({ length: 8 }, (_, place) => 1 << place);
const TIMEOUT_MS = 1_800_000;

/**
 * One in so many of the changes is tried, spread evenly over the file. The number is odd, so it meets each bit of a
 * byte in turn. `DAMAGE_ONE_IN=1 npm run test:exhaustive` tries them all, for twenty minutes.
 */
const ONE_IN = Number(process.env["DAMAGE_ONE_IN"] ?? 17);

/** Whether a change is tried, counted from the first of its file. */
function counter(): () => boolean {
  let changes = 0;
  return () => changes++ % ONE_IN === 0;
}

/** The cuts of a file that change its verdicts without a word. */
async function silentCuts(judge: Judge, bytes: Uint8Array, isText: boolean): Promise<string[]> {
  const silent: string[] = [];
  const isTried = counter();
  for (let length = 0; length < bytes.length; length += 1) {
    if (!isTried() || (isText && judge.endsWithARow(length))) continue;
    if (await judge.isWrongInSilence(bytes.subarray(0, length))) silent.push(`cut at ${length}`);
  }
  return silent;
}

describe.each(TEXTS)("a small file: %s", (_, bytes) => {
  it(
    "with any bit flipped, or any byte that means something, never gives a wrong verdict without a word",
    async () => {
      const judge = await Judge.of(bytes);
      const silent: string[] = [];
      const isTried = counter();
      for (const [i, byte] of bytes.entries()) {
        for (const to of new Set([...EVERY_BIT.map((bit) => byte ^ bit), ...MEANING])) {
          if (to === byte || isOtherNumber(byte, to) || !isTried()) continue;
          if (await judge.isWrongInSilence(withByte(bytes, i, to))) silent.push(`${i} to ${to}`);
        }
      }
      expect(silent).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    "cut at any byte never gives a wrong verdict without a word",
    async () => {
      expect(await silentCuts(await Judge.of(bytes), bytes, true)).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

describe.each(Object.entries(PACKED_FILES))("a small file in %s", (_, bytes) => {
  it(
    "with any bit flipped never gives a wrong verdict without a word",
    async () => {
      const judge = await Judge.of(bytes);
      const silent: string[] = [];
      const isTried = counter();
      for (const [i, byte] of bytes.entries()) {
        for (const bit of EVERY_BIT) {
          if (!isTried()) continue;
          if (await judge.isWrongInSilence(withByte(bytes, i, byte ^ bit))) silent.push(`${i}`);
        }
      }
      expect(silent).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    "cut at any byte never gives a wrong verdict without a word",
    async () => {
      expect(await silentCuts(await Judge.of(bytes), bytes, false)).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
