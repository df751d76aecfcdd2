import { basename } from "node:path";
import { instantText, isoText } from "../format-text";
import { printable } from "../printable";
import type { Problem } from "../problems";
import { type Summary, summarise } from "../summary";
import { breakdown, type TargetBreakdown } from "./breakdown";
import { distribution, type UsedBin } from "./distribution";
import { type Report, timeZoneOf, wanted } from "./report";
import { type Tally, tally } from "./tally";
import { type WorstTicket, worstTickets } from "./worst";

/** What a report to send on says, whatever the format. */
export interface ServiceReport {
  /** The name of the file, without the folders it lies in, which are nobody else's business. */
  readonly source: string;
  /** The instant it was judged at, for people and for programs. */
  readonly asOf: { readonly text: string; readonly iso: string };
  readonly timeZones: readonly string[];
  readonly summary: Summary;
  readonly total: Tally;
  readonly atRiskPercent: number;
  readonly only: Report["options"]["only"];
  readonly targets: readonly TargetBreakdown[];
  readonly distribution: readonly UsedBin[];
  readonly worst: readonly WorstTicket[];
  /** Whether each of the worst is to be drawn, where the format can. */
  readonly withPictures: boolean;
  /** How many more verdicts there are than the worst that are shown. */
  readonly notShown: number;
  /** In the order of their lines. */
  readonly problems: readonly Problem[];
  /** Whether a target begins a new cycle at each re-opening, of which the last is the one judged. */
  readonly hasCycles: boolean;
}

/** Works out what there is to say about a log. */
export function serviceReport(report: Report): ServiceReport {
  const { source, rows, log, asOfMs, options } = report;
  const timeZone = timeZoneOf(report);
  const policies = [...log.policies()];
  const listed = wanted(report);
  const worst = worstTickets(listed, log, asOfMs, options.top);
  return {
    source: printable(basename(source)),
    asOf: { text: instantText(asOfMs, timeZone), iso: isoText(asOfMs, timeZone) },
    timeZones: [...new Set(rows.map((row) => row.timeZone))],
    summary: summarise(rows, log, options.atRisk),
    total: tally(rows, options.atRisk),
    atRiskPercent: options.atRisk,
    only: options.only,
    targets: breakdown(rows, policies, options.atRisk),
    distribution: distribution(rows),
    worst,
    withPictures: options.pictures,
    notShown: listed.length - worst.length,
    problems: log.problems.toSorted((a, b) => a.line - b.line),
    hasCycles: policies.some(({ targets }) =>
      targets.some(({ definition }) => definition.onReopen === "new-cycle"),
    ),
  };
}
