import { counted, countText } from "../../../../words/amounts";
import { plain } from "../../../../words/printable";
import { monthText } from "../../../../words/sentences";
import type { PromisedMonth, PromisedShare } from "../../../model/first/promised";
import {
  breachesLeftText,
  creditText,
  promisedMonths,
  promiseName,
  promiseText,
  shareText,
  standingText,
  withCountText,
} from "../../../model/first/words";
import { attainedText } from "../../../model/tally";
import { NumberHead, WideTable } from "../section";
import { LargeNumber } from "./large-number";
import { MOST_PROMISED } from "./most";

type Shares = { readonly promised: readonly PromisedShare[] };

/** The most promised shares in large type; the table has all. */
const MOST_LARGE = 3;

/** The shares that the policy promises, each in the month shown: in large type, and in a table. */
export function Promised({ promised }: Shares) {
  return (
    <>
      {promised.slice(0, MOST_LARGE).map((share) => (
        <LargeNumber
          key={`${share.policy} ${share.name}`}
          value={attainedText(share.shown.tally)}
          standing={share.shown.standing}
          name={plain(promiseName(share, promised))}
          words={promiseText(share)}
        />
      ))}
      <PromisedTable promised={promised.slice(0, MOST_PROMISED)} all={promised} />
      {promised.length > MOST_PROMISED && (
        <p class="further">
          <a href="#targets">{counted(promised.length - MOST_PROMISED, "more share")} below</a>
        </p>
      )}
    </>
  );
}

/** Promised shares in a table. */
export function PromisedTable({ promised, all = promised }: Shares & { all?: Shares["promised"] }) {
  const hasCredits = promised.some((share) => share.hasCredits);
  return (
    <WideTable caption="The shares that are promised for each month" class="headlines stack">
      <thead>
        <tr>
          <th scope="col">Promise</th>
          <th scope="col">Month</th>
          <NumberHead>Promised</NumberHead>
          <NumberHead>Attainment</NumberHead>
          <th scope="col">Verdict</th>
          <NumberHead>Breaches left</NumberHead>
          {hasCredits && <th scope="col">Credit</th>}
          <NumberHead>Month before</NumberHead>
          <NumberHead>A year before</NumberHead>
        </tr>
      </thead>
      <tbody>
        {promised.map((share) => {
          const { shown, compared, sharePercent } = share;
          return (
            <tr key={`${share.policy} ${share.name}`}>
              <th scope="row">
                <bdi>{plain(promiseName(share, all))}</bdi>
              </th>
              <td class="whole" data-label="Month">
                {monthText(shown.month)}
              </td>
              <td class="number" data-label="Promised">
                {shareText(sharePercent)}
              </td>
              <td class="number" data-label="Attainment">
                {withCountText(shown.tally)}
              </td>
              <td data-label="Verdict">{standingText(shown.standing)}</td>
              <td class="number" data-label="Breaches left">
                {breachesLeftText(shown.standing)}
              </td>
              {hasCredits && (
                <td class="whole" data-label="Credit">
                  {share.hasCredits && creditText(shown)}
                </td>
              )}
              {compared.map((month) => (
                <td key={month.month} class="number" data-label={monthText(month.month)}>
                  {withCountText(month.tally)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </WideTable>
  );
}

/** Each promised share month by month, if there are several shares or the period has several months. */
export function PromisedByMonth({ promised }: Shares) {
  const months = promisedMonths(promised);
  if (months.length < 2) return null;
  return (
    <WideTable
      caption="The promised shares by month, and how many were decided"
      class="matrix stack"
    >
      <thead>
        <tr>
          <th scope="col">Promise</th>
          {months.map((month) => (
            <NumberHead key={month}>{monthText(month)}</NumberHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {promised.slice(0, MOST_PROMISED).map((share) => (
          <tr key={`${share.policy} ${share.name}`}>
            <th scope="row">
              <bdi>{plain(promiseName(share, promised))}</bdi>, {shareText(share.sharePercent)}
            </th>
            {months.map((month) => (
              <MonthCell
                key={month}
                month={month}
                of={share.months.find((each) => each.month === month)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function MonthCell({ month, of: kept }: { month: string; of: PromisedMonth | undefined }) {
  const decided = kept ? kept.tally.met + kept.tally.breached : 0;
  const label = monthText(month);
  if (!kept || decided === 0) {
    return (
      <td class="number zero" data-label={label}>
        –
      </td>
    );
  }
  return (
    <td class="number" data-label={label}>
      {attainedText(kept.tally)}
      <span class="of-how-many"> of {countText(decided)}</span>
      {kept.standing.isReached === false && <strong class="of-how-many miss"> missed</strong>}
    </td>
  );
}
