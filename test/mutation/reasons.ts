import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { PartName } from "./parts";
import type { Survivor } from "./score";

/** Why no test sees a change. */
export const REASONS = {
  type: {
    title: "The compiler asks for it",
    says: "No input reaches the case, since what was checked before cannot hold it.",
  },
  equal: {
    title: "The same at equality",
    says: "`a < b ? a : b` and `a <= b ? a : b` give the same if both are the same.",
  },
  "same-answer": {
    title: "The same answer another way",
    says: "What follows comes to the same.",
  },
  "short-cut": {
    title: "A short cut",
    says: "Without it the same answer comes later, or takes more memory.",
  },
  "own-fault": {
    title: "A guard against a fault of the library itself",
    says: "Nothing in the library brings it about.",
  },
  "not-looked-at": {
    title: "Not judged since",
    says: "A test was written after the part was judged, or one may be missing.",
  },
} as const;

export type Reason = keyof typeof REASONS;

const explained = z.strictObject({
  file: z.string(),
  code: z.string(),
  becomes: z.string(),
  because: z.literal(Object.keys(REASONS).filter(isReason)),
  /** What is particular to this one. */
  note: z.string().optional(),
});

export type Explained = z.infer<typeof explained>;

/** The reasons that were written down for the survivors of a part: `test/mutation/reasons/PART.json`. */
export function reasonsOf(part: PartName): readonly Explained[] {
  const path = `test/mutation/reasons/${part}.json`;
  return existsSync(path) ? z.array(explained).parse(JSON.parse(readFileSync(path, "utf8"))) : [];
}

/** The reason of one survivor. */
export function reasonOf(
  { file, code, becomes }: Survivor,
  reasons: readonly Explained[],
): Explained | undefined {
  return reasons.find(
    (each) => each.file === file && each.code === code && each.becomes === becomes,
  );
}

function isReason(text: string): text is Reason {
  return Object.hasOwn(REASONS, text);
}
