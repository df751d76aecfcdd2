import {
  againstText,
  causeHead,
  causeText,
  doubtText,
  figureTexts,
  MOST_CAUSES,
  ourVerdict,
  theirVerdict,
} from "../../report/model/claims-words";
import type { AgainstClaims } from "../../tickets/claims/against";
import type { Against } from "../wire/judged";

/** The most differences that the page lists; the files to take away have all. */
const MOST_LISTED = 100;

/** The verdicts against those of the tool, ready to be shown. */
export function shownAgainst({
  columns,
  counts,
  differences,
  causes,
  unexplained,
  unread,
  ...rest
}: AgainstClaims): Against {
  return {
    columns: columns.map(({ column }) => column),
    text: againstText({ ...rest, columns, counts, differences, causes, unexplained, unread }),
    unread,
    causes: causes.slice(0, MOST_CAUSES).map(({ says, tickets, exact, contradicted }) => ({
      says: causeHead(says),
      tickets,
      exact,
      doubt: doubtText(contradicted),
    })),
    unexplained,
    differences: differences.slice(0, MOST_LISTED).map((each) => ({
      ticket: each.row.ticket,
      target: each.row.target,
      theirs: theirVerdict(each),
      ours: ourVerdict(each.row),
      figures: figureTexts(each),
      cause: causeText(each.cause),
    })),
    more: Math.max(0, differences.length - MOST_LISTED),
  };
}
