import type { Month } from "../../tickets/verdicts/month";
import { fullInstant } from "../../words/instants";
import { monthName } from "../../words/periods";
import { WIDTHS } from "../parts/drawings";
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
import { layoutOf } from "./layout";
import { MonthRow } from "./row";
import { countsOf, describeMonth, monthLegend } from "./words";

/** What to draw of a month. */
export interface MonthPictureOptions {
  readonly month: Month;
  /** Whether its title is written above it; true by default. */
  readonly heading?: boolean;
  /** The prefix of the ids of its parts; after its month by default. */
  readonly id?: string;
  /** How wide it is before it is scaled, in pixels; the width of a desk's screen by default. */
  readonly width?: number;
}

/** A month of a team as an SVG that needs nothing else: a row for each ticket, a column for each day. */
export function monthPicture(options: MonthPictureOptions): string {
  return render(<MonthPicture {...options} />);
}

/** The same, as part of a page. */
export function MonthPicture(options: MonthPictureOptions) {
  const { month, heading = true, width = WIDTHS.wide } = options;
  const { entries, span, zone, asOf } = month;
  const id = idFrom(options.id ?? `month-${month.month}`);
  const layout = layoutOf(width);
  const { left, right, nameX, rowHeight } = layout;
  const frame = frameOf({ id, zone, span, left, right });
  const calendars = new Set(entries.map(({ calendar }) => calendar));
  const daysFor = new Map([...calendars].map((each) => [each, daysOf(span, zone, each)]));
  const days = daysOf(span, zone, null);
  const named = namedIn([...daysFor.values()]);
  const style = { zone, withYear: false, withOffset: false };
  const names = dayLabels(named, clockChanges(days, zone), frame, style);
  const legend = legendRows(monthLegend(month), width - 2 * nameX);

  const details = [`as of ${fullInstant(asOf)} · days are those of ${zone}`];
  const top = heading ? 12 + headingHeight(details) : 12;
  const daysY = top + labelsHeight(names) + 4;
  const rowsY = daysY + DAYS_HEIGHT;
  const endY = rowsY + rowHeight * Math.max(1, entries.length);
  const asOfMs = asOf.toMillis();
  return (
    <PictureFrame
      id={id}
      width={width}
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
          x={nameX}
          y={12}
          width={width - 2 * nameX}
        />
      )}
      {entries.map(({ calendar }, row) => (
        <DayShading
          key={`${row}`}
          frame={frame}
          days={daysFor.get(calendar) ?? []}
          y={rowsY + row * rowHeight}
          height={rowHeight}
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
          y={rowsY + row * rowHeight}
          layout={layout}
        />
      ))}
      {entries.length === 0 && (
        <text class="muted" x={left + 10} y={rowsY + 19}>
          No ticket was open in this month.
        </text>
      )}
      <Labels placed={names} y={daysY - 2} toward="above" lineTo={daysY} x={left} />
      <Legend id={id} rows={legend} x={nameX} y={endY + 16} />
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
