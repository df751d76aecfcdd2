import { countText } from "../../../../words/amounts";
import { plain } from "../../../../words/printable";
import type { Headline } from "../../../model/first/first-page";
import { breachesLeftText, leftText, standingText, targetText } from "../../../model/first/words";
import type { LogReport } from "../../../model/log-report";
import { attainmentPercent, attainmentText } from "../../../model/tally";
import { Wide } from "../section";

/** Attainment against its target: the total in large type, and each target in a table. */
export function Headlines({ report: { first } }: { report: LogReport }) {
  const { headlines, spans } = first;
  const [all] = headlines;
  if (!all) return <p>There is no ticket.</p>;
  const hasTarget = headlines.some(({ standing }) => standing !== null);
  const caption = "Attainment by target: met ÷ (met + breached)";
  return (
    <>
      <Large headline={all} />
      <Wide label={caption}>
        <table class="headlines">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Target</th>
              <th scope="col" class="number">
                Attainment
              </th>
              <th scope="col" class="number">
                Met
              </th>
              <th scope="col" class="number">
                Breached
              </th>
              {hasTarget && <th scope="col">Verdict</th>}
              {hasTarget && (
                <th scope="col" class="number">
                  Breaches left
                </th>
              )}
              {spans.map(({ label }) => (
                <th key={label} scope="col" class="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {headlines.map((each) => (
              <Row key={each.name} headline={each} hasTarget={hasTarget} />
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

function Large({ headline }: { headline: Headline }) {
  const { tally, standing } = headline;
  const percent = attainmentPercent(tally);
  const isReached = standing?.isReached ?? null;
  const kind = isReached === null ? "open" : isReached ? "pass" : "fail";
  return (
    <p class={`large ${kind}`}>
      <span class="value">{percent === null ? "–" : `${attainmentText(percent)} %`}</span>{" "}
      <span class="words">
        {standing !== null && <strong class="badge">{standingText(standing)}</strong>}{" "}
        {percent === null
          ? "none decided yet"
          : `${countText(tally.met)} of ${countText(tally.met + tally.breached)} decided were met`}
        {standing !== null && ` · ${targetText(standing)} · ${leftText(standing)}`}
      </span>
    </p>
  );
}

function Row({ headline, hasTarget }: { headline: Headline; hasTarget: boolean }) {
  const { name, tally, standing, compared } = headline;
  const percent = attainmentPercent(tally);
  return (
    <tr>
      <th scope="row">
        <bdi>{plain(name)}</bdi>
      </th>
      <td class="number">{percent === null ? "–" : `${attainmentText(percent)} %`}</td>
      <td class="number">{countText(tally.met)}</td>
      <td class="number">{countText(tally.breached)}</td>
      {hasTarget && <td>{standing ? standingText(standing) : ""}</td>}
      {hasTarget && <td class="number">{standing ? breachesLeftText(standing) : ""}</td>}
      {compared.map((each, i) => {
        const past = attainmentPercent(each);
        return (
          <td key={i} class="number">
            {past === null ? "–" : `${attainmentText(past)} %`}
            {past !== null && (
              <span class="of-how-many"> of {countText(each.met + each.breached)}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
