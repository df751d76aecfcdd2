import type { AgainstClaims, Difference } from "../../tickets/claims/against";
import type { ReportRow } from "../../tickets/verdicts/row";
import { capitalised } from "../../words/sentences";
import { causeText, figureTexts, theirVerdict } from "./claims-words";

const NAMES = [
  "claim_agrees",
  "claimed",
  "claim_figures",
  "claim_cause",
  "claim_cause_exact",
] as const;

/** The columns of a table of verdicts for what another tool says, and their cells for each verdict. */
export function claimCells({ differences, judged }: AgainstClaims): {
  readonly names: readonly string[];
  readonly of: (row: ReportRow) => readonly (string | null)[];
} {
  const byRow = new Map(differences.map((each) => [each.row, each]));
  return {
    names: NAMES,
    of: (row) => {
      const agreement = judged.get(row);
      if (agreement === undefined) return NAMES.map(() => null);
      const difference = byRow.get(row);
      return [agreement, ...(difference ? cellsOf(difference) : [null, null, null, null])];
    },
  };
}

function cellsOf(difference: Difference): (string | null)[] {
  const { cause } = difference;
  return [
    theirVerdict(difference),
    figureTexts(difference).join("; "),
    causeText(cause),
    cause === null ? null : String(cause.isExact),
  ];
}

/** What a column of claims is called in a spreadsheet. */
export function claimTitle(name: string): string {
  const words = name
    .replaceAll("_", " ")
    .replace("claimed", "the tool says")
    .replace("claim", "tool:");
  return capitalised(words);
}
