import { counted, countText } from "../../../words/amounts";
import type { LogReport } from "../../model/log-report";
import { attainedText } from "../../model/tally";
import { Section } from "./section";

interface Tile {
  readonly term: string;
  readonly value: string;
  readonly detail?: string;
  /** The colour of the tile's mark. */
  readonly mark: "attainment" | "met" | "breached" | "open" | "risk" | "none";
}

/** The numbers of the whole log. */
export function Summary({ report }: { report: LogReport }) {
  return (
    <Section id="summary" title="Summary">
      <dl class="tiles">
        {tiles(report).map(({ term, value, detail, mark }) => (
          <div key={term} class={`tile ${mark}`}>
            <dt>{term}</dt>
            <dd class="value">{value}</dd>
            {detail !== undefined && <dd class="detail">{detail}</dd>}
          </div>
        ))}
      </dl>
    </Section>
  );
}

function tiles({ total, summary, atRiskPercent }: LogReport): Tile[] {
  const decided = total.met + total.breached;
  return [
    {
      term: "Attainment",
      value: attainedText(total),
      detail:
        decided === 0
          ? "none decided yet"
          : `met: ${countText(total.met)} of ${countText(decided)} decided`,
      mark: "attainment",
    },
    { term: "Met", value: countText(total.met), mark: "met" },
    {
      term: "Breached",
      value: countText(total.breached),
      detail: `${countText(total.breachedOpen)} still open`,
      mark: "breached",
    },
    {
      term: "At risk",
      value: countText(total.atRisk),
      detail: `open, ${atRiskPercent} % used or more`,
      mark: "risk",
    },
    { term: "Running", value: countText(total.running), mark: "open" },
    { term: "Paused", value: countText(total.paused), mark: "open" },
    { term: "Pending", value: countText(total.pending), mark: "none" },
    { term: "Cancelled", value: countText(total.cancelled), mark: "none" },
    {
      term: "Errors",
      value: countText(summary.malformedRows + summary.unjudgedTickets + summary.doubts),
      detail: errorsText(summary),
      mark: "none",
    },
  ];
}

function errorsText(summary: LogReport["summary"]): string {
  const { malformedRows, unjudgedTickets, doubts } = summary;
  return `${counted(malformedRows, "row")}, ${counted(unjudgedTickets, "ticket")} not used, ${counted(doubts, "doubt")}`;
}
