import type { Month } from "../../tickets/verdicts/month";
import { fullInstant } from "../../words/instants";
import { monthName } from "../../words/periods";
import { frameOf, idFrom, PictureFrame } from "../parts/frame";
import { Heading, headingHeight } from "../parts/heading";
import { Labels, labelsHeight } from "../parts/labels";
import { Legend, legendRows } from "../parts/legend";
import { render } from "../parts/page";
import { Patterns, Shape } from "../parts/shapes";
import { dayLabels } from "../ticket/mark-labels";
import { clockChanges } from "../time/clock-changes";
import { type Day, daysOf, namedDays } from "../time/days";
import { holds } from "../time/span";
import { DAYS_HEIGHT, DayHeads, DayShading } from "./days";
import { MonthRow, ROW_HEIGHT } from "./row";
import { countsOf, describeMonth, monthLegend } from "./words";

const WIDTH = 1120;
const NAME_X = 16;
const LEFT = 170;
const RIGHT = 845;

/** What to draw of a month. */
export interface MonthPictureOptions {
  readonly month: Month;
  /** Whether its title is written above it; true by default. */
  readonly heading?: boolean;
}

/** A month of a team as an SVG that needs nothing else: a row for each ticket, a column for each day. */
export function monthPicture(options: MonthPictureOptions): string {
  return render(<MonthPicture {...options} />);
}

/** The same, as part of a page. */
export function MonthPicture({ month, heading = true }: MonthPictureOptions) {
  const { entries, span, zone, asOf } = month;
  const id = idFrom(`month-${month.month}`);
  const frame = frameOf({ id, zone, span, left: LEFT, right: RIGHT });
  const calendars = new Set(entries.map(({ calendar }) => calendar));
  const daysFor = new Map([...calendars].map((each) => [each, daysOf(span, zone, each)]));
  const days = daysOf(span, zone, null);
  const named = namedIn([...daysFor.values()]);
  const style = { zone, withYear: false, withOffset: false };
  const names = dayLabels(named, clockChanges(days, zone), frame, style);
  const legend = legendRows(monthLegend(month), WIDTH - 2 * NAME_X);

  const details = [`as of ${fullInstant(asOf)} · days are those of ${zone}`];
  const top = heading ? 12 + headingHeight(details) : 12;
  const daysY = top + labelsHeight(names) + 4;
  const rowsY = daysY + DAYS_HEIGHT;
  const endY = rowsY + ROW_HEIGHT * Math.max(1, entries.length);
  const asOfMs = asOf.toMillis();
  return (
    <PictureFrame
      id={id}
      width={WIDTH}
      height={endY + 16 + legend.height + 8}
      title={`Tickets of ${monthName(month.month)}`}
      description={describeMonth(month, named)}
    >
      <Patterns id={id} />
      {heading && (
        <Heading
          title={`Tickets of ${monthName(month.month)}`}
          standing={countsOf(month)}
          details={details}
          x={NAME_X}
          y={12}
          width={WIDTH - 2 * NAME_X}
        />
      )}
      {entries.map(({ calendar }, row) => (
        <DayShading
          key={`${row}`}
          frame={frame}
          days={daysFor.get(calendar) ?? []}
          y={rowsY + row * ROW_HEIGHT}
          height={ROW_HEIGHT}
        />
      ))}
      <DayHeads frame={frame} days={days} named={named} y={daysY} endY={endY} />
      {holds(span, asOfMs) && (
        <g class="mark" data-kind="as-of">
          <path class="line line-as-of" d={`M${frame.x(asOfMs)} ${rowsY}V${endY}`} />
          <Shape kind="as-of" x={frame.x(asOfMs)} y={endY + 6} />
        </g>
      )}
      {entries.map((entry, row) => (
        <MonthRow
          key={`${row}`}
          entry={entry}
          frame={frame}
          y={rowsY + row * ROW_HEIGHT}
          nameX={NAME_X}
          endX={WIDTH - 8}
        />
      ))}
      {entries.length === 0 && (
        <text class="muted" x={LEFT + 10} y={rowsY + 19}>
          No ticket was open in this month.
        </text>
      )}
      <Labels placed={names} y={daysY - 2} toward="above" lineTo={daysY} x={LEFT} />
      <Legend id={id} rows={legend} x={NAME_X} y={endY + 16} />
    </PictureFrame>
  );
}

/**
 * The days that have names in any of the calendars. A day to which several give the same name is listed
 * once.
 */
function namedIn(calendars: readonly (readonly Day[])[]): Day[] {
  const days = calendars.flatMap((each) => namedDays(each));
  const unique = new Map(days.map((day) => [`${day.date} ${day.title}`, day]));
  return [...unique.values()].sort((a, b) => a.fromMs - b.fromMs);
}
