/** The kinds of column that hold another tool's verdicts, and what each says of a verdict. */
export const CLAIM_KINDS = {
  breached: "whether it was breached: yes or no",
  met: "whether it was met: yes or no",
  verdict: "met or breached, in words",
  due: "when it was due",
  used: "the time used",
  "used-hours": "the time used, in hours",
  "used-minutes": "the time used, in minutes",
  "used-seconds": "the time used, in seconds",
  left: "the time left; negative once it is over",
  "left-hours": "the time left, in hours",
  "left-minutes": "the time left, in minutes",
  "left-seconds": "the time left, in seconds",
  percent: "the share of the allowance used, in percent",
} as const satisfies Readonly<Record<string, string>>;

export type ClaimKind = keyof typeof CLAIM_KINDS;

/** Their names, in the same order. */
// Object.keys gives the keys of the table, which is not empty.
export const CLAIM_KIND_NAMES = Object.keys(CLAIM_KINDS) as [ClaimKind, ...ClaimKind[]];
