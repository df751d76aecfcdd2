import { counted, countText } from "../../../../words/amounts";
import { plain } from "../../../../words/printable";
import type { Headline } from "../../../model/first/first-page";
import type { NamedSpan } from "../../../model/first/spans";
import { breachesLeftText, leftText, standingText, targetText } from "../../../model/first/words";
import type { LogReport } from "../../../model/log-report";
import { attainedText } from "../../../model/tally";
import { NumberHead, WideTable } from "../section";
import { LargeNumber } from "./large-number";

/** Attainment against its target: the total in large type, and each target in a table. */
export function Headlines({ report: { first } }: { report: LogReport }) {
  const { headlines, spans } = first;
  const [all] = headlines;
  if (!all) return <p>There is no ticket.</p>;
  const hasTarget = headlines.some(({ standing }) => standing !== null);
  return (
    <>
      {first.promised.length === 0 && <Large headline={all} />}
      <WideTable caption="Attainment by target: met ÷ (met + breached)" class="headlines stack">
        <thead>
          <tr>
            <th scope="col">Target</th>
            <NumberHead>Attainment</NumberHead>
            <NumberHead>Met</NumberHead>
            <NumberHead>Breached</NumberHead>
            {hasTarget && <th scope="col">Verdict</th>}
            {hasTarget && <NumberHead>Breaches left</NumberHead>}
            {spans.map(({ label }) => (
              <NumberHead key={label}>{label}</NumberHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {headlines.map((each) => (
            <Row key={each.name} headline={each} hasTarget={hasTarget} spans={spans} />
          ))}
        </tbody>
      </WideTable>
      {first.furtherTargets > 0 && (
        <p class="further">
          {counted(first.furtherTargets, "more target")} counted in all, and in{" "}
          <a href="#targets">the tables below</a>.
        </p>
      )}
    </>
  );
}

function Large({ headline: { tally, standing } }: { headline: Headline }) {
  const decided = tally.met + tally.breached;
  const counts =
    decided === 0
      ? "none decided yet"
      : `${countText(tally.met)} of ${countText(decided)} decided were met`;
  const against = standing === null ? [] : [targetText(standing), leftText(standing)];
  return (
    <LargeNumber
      value={attainedText(tally)}
      standing={standing}
      words={[counts, ...against].join(" · ")}
    />
  );
}

function Row(props: { headline: Headline; hasTarget: boolean; spans: readonly NamedSpan[] }) {
  const { headline, hasTarget, spans } = props;
  const { name, tally, standing, compared } = headline;
  return (
    <tr>
      <th scope="row">
        <bdi>{plain(name)}</bdi>
      </th>
      <td class="number" data-label="Attainment">
        {attainedText(tally)}
      </td>
      <td class="number" data-label="Met">
        {countText(tally.met)}
      </td>
      <td class="number" data-label="Breached">
        {countText(tally.breached)}
      </td>
      {hasTarget && <td data-label="Verdict">{standing ? standingText(standing) : ""}</td>}
      {hasTarget && (
        <td class="number" data-label="Breaches left">
          {standing ? breachesLeftText(standing) : ""}
        </td>
      )}
      {compared.map((each, i) => {
        const decided = each.met + each.breached;
        return (
          <td key={i} class="number" data-label={spans[i]?.label}>
            <span>
              {attainedText(each)}
              {decided > 0 && <span class="of-how-many"> of {countText(decided)}</span>}
            </span>
          </td>
        );
      })}
    </tr>
  );
}
