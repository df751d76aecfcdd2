import { sum } from "d3-array";
import { markdownTable } from "markdown-table";
import { countText } from "../../../words/amounts";
import { binText, moreGroupsText } from "../../../words/sentences";
import type { UsedBin } from "../../model/distribution";
import { attainedText, COUNTS, MOST_GROUPS, type Tally, type TallyLine } from "../../model/tally";

/** Counts and attainment, line by line, with a line for all of them at the end. */
export function tallyTable(head: string, lines: readonly TallyLine[], total: Tally): string {
  const cells = ({ label, tally }: TallyLine) => [
    label,
    attainedText(tally),
    ...COUNTS.map(([, count]) => countText(tally[count])),
  ];
  const titles = COUNTS.map(([title]) => title);
  const last = lines.length > 1 ? [{ label: "all", tally: total }] : [];
  const more = lines.length > MOST_GROUPS ? [[moreGroupsText(lines.length - MOST_GROUPS)]] : [];
  return numbersTable([
    [head, "attainment", ...titles],
    ...lines.slice(0, MOST_GROUPS).map(cells),
    ...more,
    ...last.map(cells),
  ]);
}

/** How many verdicts used which share of their allowance. */
export function usedTable(bins: readonly UsedBin[]): string {
  const counts = ({ met, open, breached }: Omit<UsedBin, "from" | "to">) =>
    [met, open, breached, met + open + breached].map(countText);
  const all = {
    met: sum(bins, ({ met }) => met),
    open: sum(bins, ({ open }) => open),
    breached: sum(bins, ({ breached }) => breached),
  };
  return numbersTable([
    ["used", "met", "running or paused", "breached", "all"],
    ...bins.map((bin) => [binText(bin), ...counts(bin)]),
    ["all", ...counts(all)],
  ]);
}

/** A table whose first column is text and whose others are numbers. */
export function numbersTable(rows: readonly string[][]): string {
  const align = (rows[0] ?? []).map((_, i) => (i === 0 ? "l" : "r"));
  return markdownTable(rows, { align });
}
