import { markdownTable } from "markdown-table";
import type { AgainstClaims } from "../../../tickets/claims/against";
import { countText } from "../../../words/amounts";
import {
  againstText,
  causeHead,
  causeText,
  doubtText,
  figureTexts,
  MOST_CAUSES,
  MOST_DIFFERENCES,
  ourVerdict,
  theirVerdict,
} from "../../model/claims-words";
import { codeText, plainText } from "./text";

/** The verdicts against those of the tool or the supplier, as Markdown; nothing if nobody asked. */
export function againstBlocks(against: AgainstClaims | null): string[] {
  if (!against) return [];
  const { columns, targets, differences, causes, unexplained, unread } = against;
  const names = columns.map(({ column }) => codeText(column)).join(", ");
  const more = differences.length - MOST_DIFFERENCES;
  const causeRows = [
    ...causes
      .slice(0, MOST_CAUSES)
      .map(({ says, tickets, exact, contradicted }) => [
        plainText(causeHead(says)),
        countText(tickets),
        countText(exact),
        doubtText(contradicted),
      ]),
    ...(unexplained > 0
      ? [["No other reading that was tried", countText(unexplained), "0", ""]]
      : []),
  ];
  const rows = differences
    .slice(0, MOST_DIFFERENCES)
    .map((each) => [
      codeText(each.row.ticket),
      theirVerdict(each),
      ourVerdict(each.row),
      figureTexts(each).map(plainText).join("; "),
      plainText(causeText(each.cause)),
    ]);
  return [
    "## Against the tool’s own verdict",
    `Compared with the columns ${names}, for ${targets.map(plainText).join(", ")}. ${againstText(against)}`,
    ...(unread === null ? [] : [`These could not be read: ${codeText(unread)}.`]),
    ...(causes.length === 0
      ? []
      : [
          markdownTable(
            [["likely cause", "tickets", "to the figure", "against it"], ...causeRows],
            {
              align: ["l", "r", "r", "l"],
            },
          ),
        ]),
    ...(rows.length === 0
      ? []
      : [markdownTable([["ticket", "the tool", "here", "figures", "likely cause"], ...rows])]),
    ...(more > 0 ? [`${countText(more)} more differ; --format csv and xlsx list them all.`] : []),
  ];
}
