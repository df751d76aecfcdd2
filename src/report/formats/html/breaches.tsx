import type { BreachWeeks } from "../../../picture/log/breach-weeks";
import { LogPicture } from "../../../picture/log/picture";
import { countOfBreaches, DAYS } from "../../../picture/log/words";
import { Drawings } from "../../../picture/parts/drawings";
import { countText } from "../../../words/amounts";
import { longDate } from "../../../words/instants";
import { NumberHead, REPORT_WIDTH, Section, WideTable } from "./section";

/** When breaches happened: a picture with a row for each week and its hours across, and the same as a table. */
export function Breaches({ weeks }: { weeks: BreachWeeks }) {
  return (
    <Section id="breaches" title="When breaches happened">
      <p>
        {countOfBreaches(weeks)}. A row for each week, the hours of the week across, by the clock of{" "}
        {weeks.zone}.
      </p>
      {weeks.count > 0 && (
        <>
          <Drawings
            label="The picture of when breaches happened"
            id="breach-weeks"
            wide={REPORT_WIDTH}
            draw={(drawing) => <LogPicture {...drawing} log={weeks} heading={false} />}
          />
          <details class="numbers">
            <summary>The numbers of the picture</summary>
            <Numbers weeks={weeks} />
          </details>
        </>
      )}
    </Section>
  );
}

function Numbers({ weeks: { weeks } }: { weeks: BreachWeeks }) {
  return (
    <WideTable caption="Breaches by week and day">
      <thead>
        <tr>
          <th scope="col">Week from</th>
          {DAYS.map((day) => (
            <NumberHead key={day}>{day.slice(0, 3)}</NumberHead>
          ))}
          <NumberHead>All</NumberHead>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ monday, days, count }) => (
          <tr key={monday}>
            <th scope="row">{longDate(monday)}</th>
            {days.map((each, day) => (
              <td key={DAYS[day] ?? ""} class={each === 0 ? "number zero" : "number"}>
                {countText(each)}
              </td>
            ))}
            <td class="number">{countText(count)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
