import { counted } from "../../../words/amounts";
import { plain } from "../../../words/printable";
import type { Report } from "../log-report";
import { attainedText, tally } from "../tally";
import { promisedShares } from "./promised";
import { standingOf } from "./standing";
import { leftText, promiseLine, shareText, standingText, targetText } from "./words";

type Given = Pick<Report, "rows" | "log" | "asOfMs" | "options" | "history">;

/** How attainment compares with what is promised, in lines; none if nothing is promised. */
export function promiseNotes({ rows, log, asOfMs, options, history = rows }: Given): string[] {
  const { targetShare, selection, atRisk } = options;
  if (targetShare == null) {
    const promised = promisedShares([...log.policies()], history, selection, asOfMs);
    return promised.map((share) => promiseLine(share, promised));
  }
  const counts = tally(rows, atRisk);
  const standing = standingOf(counts, targetShare);
  return [
    `attainment ${attainedText(counts)}, ${standingText(standing)}; ${targetText(standing)} · ${leftText(standing)}`,
  ];
}

/** That the report was given a target of its own although the policy promises shares; null if not. */
export function overriddenText({ log, options: { targetShare } }: Given): string | null {
  if (targetShare == null) return null;
  const own = [...log.policies()].flatMap(({ sla }) =>
    Object.entries(sla.toJSON().attainment ?? {}).map(
      ([name, { title = name, share }]) => `${plain(title)} ${shareText(100 * share)}`,
    ),
  );
  if (own.length === 0) return null;
  return `The target of ${shareText(targetShare)} stands in place of ${counted(own.length, "share")} that the policy promises: ${own.join(", ")}.`;
}
