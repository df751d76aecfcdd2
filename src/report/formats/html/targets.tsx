import { plain } from "../../../words/printable";
import { groupText, severityText } from "../../../words/sentences";
import type { TargetBreakdown } from "../../model/breakdown";
import type { LogReport } from "../../model/log-report";
import { BY, monthLabel } from "../../model/selection";
import { MOST_PROMISED } from "./first/most";
import { PromisedTable } from "./first/promised";
import { Section } from "./section";
import { TallyTable } from "./tally-table";

/** How each target was kept: all of it, by severity and by month. */
export function Targets({ report }: { report: LogReport }) {
  const { first, targets, total } = report;
  return (
    <Section id="targets" title="Severity and month">
      {targets.length === 0 && <p>There is no ticket.</p>}
      {first.promised.length > MOST_PROMISED && <PromisedTable promised={first.promised} />}
      {targets.length > 1 && (
        <TallyTable
          name="All targets"
          caption="By target"
          head="Target"
          lines={targets.map((target) => ({ label: nameOf(target), tally: target.total }))}
          total={total}
        />
      )}
      {targets.map((target) => (
        <Target key={`${target.policy} ${target.target}`} target={target} report={report} />
      ))}
    </Section>
  );
}

function Target({ target, report }: { target: TargetBreakdown; report: LogReport }) {
  const { bySeverity, byMonth, byGroup, total, timeZone } = target;
  const { by, groupBy } = report;
  const name = nameOf(target);
  const hasSeverities = bySeverity.some(({ key }) => key !== null);
  return (
    <>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      {hasSeverities && (
        <TallyTable
          name={name}
          caption="By severity"
          head="Severity"
          lines={bySeverity.map(({ key, tally }) => ({ label: severityText(key), tally }))}
          total={total}
        />
      )}
      <TallyTable
        name={name}
        caption={`By the month in which ${BY[by]}, in ${timeZone}`}
        head="Month"
        lines={byMonth.map(({ key, tally }) => ({ label: monthLabel(key, by), tally }))}
        total={total}
      />
      {groupBy !== null && (
        <TallyTable
          name={name}
          caption={`By ${plain(groupBy)}`}
          head={plain(groupBy)}
          lines={byGroup.map(({ key, tally }) => ({ label: groupText(key), tally }))}
          total={total}
        />
      )}
    </>
  );
}

function nameOf({ policy, title }: TargetBreakdown): string {
  return `${policy}: ${title}`;
}
