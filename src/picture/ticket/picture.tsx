import type { SlaReading, WorkingCalendar } from "../../index";
import { standing, titleOf } from "../../words/sentences";
import { WIDTHS } from "../parts/drawings";
import { frameOf, idFrom, PictureFrame } from "../parts/frame";
import { Heading, headingHeight } from "../parts/heading";
import { Labels, labelsHeight } from "../parts/labels";
import { Legend, legendRows } from "../parts/legend";
import { render } from "../parts/page";
import { Shading, shadingOf } from "../parts/shading";
import { Patterns } from "../parts/shapes";
import { AXIS_HEIGHT, TimeAxis } from "../parts/time-axis";
import { wrapped } from "../text";
import { clockChanges } from "../time/clock-changes";
import { daysOf, namedDays } from "../time/days";
import { clip } from "../time/span";
import { lifeOf, withMargin } from "./life";
import { dayLabels, markLabels } from "./mark-labels";
import { marksOf } from "./marks";
import { LANE_HEIGHT, StateBars, StateNames } from "./state-lane";
import { stretchesOf } from "./stretches";
import { AllowanceName, CHART_HEIGHT, TotalChart } from "./total-chart";
import { describe, instantTexts, ticketLegend } from "./words";

/** What to draw of a ticket. */
export interface TicketPictureOptions {
  readonly reading: SlaReading;
  /** The calendar that its clock runs on; null if the allowance is in civil time. */
  readonly calendar: WorkingCalendar | null;
  /** Tells pictures on one page apart; a picture on its own needs none. */
  readonly id?: string;
  /** Whether the title, the standing and the instants are written above it; true by default. */
  readonly heading?: boolean;
  /** How wide it is before it is scaled, in pixels; the width of a desk's screen by default. */
  readonly width?: number;
}

/** From this many days on, a date shows its year. */
const DAYS_TO_NEED_YEARS = 300;

const MARGIN = { left: 76, right: 24, top: 12, bottom: 12 } as const;

/**
 * A ticket's life as an SVG that needs nothing else: its states over the calendar's hours, its due
 * instants, and the running total beneath.
 */
export function ticketPicture(options: TicketPictureOptions): string {
  return render(<TicketPicture {...options} />);
}

/** The same, as part of a page. */
export function TicketPicture(options: TicketPictureOptions) {
  const { reading, calendar, heading = true, width = WIDTHS.wide } = options;
  const id = idFrom(options.id ?? "picture");
  const zone = reading.asOf.zoneName ?? "UTC";
  const life = lifeOf(reading);
  const span = withMargin(life);
  const frame = frameOf({ id, zone, span, left: MARGIN.left, right: width - MARGIN.right });
  const plotWidth = frame.right - frame.left;

  const shading = shadingOf(frame);
  const days = daysOf(span, zone, calendar);
  const named = namedDays(days);
  const changes = clockChanges(days, zone);
  const stretches = stretchesOf(reading);
  const style = {
    zone,
    withYear: days.length > DAYS_TO_NEED_YEARS,
    withOffset: changes.length > 0,
  };
  const marks = markLabels(marksOf(reading), frame, style);
  const names = dayLabels(named, shading === "none" ? [] : changes, frame, style);
  const unnamed =
    names.labels.length === 0 && named.length > 0
      ? `${named.length} bank holidays and days with hours of their own are too many to name here`
      : "";
  const details = heading ? wrapped(instantTexts(reading), plotWidth, 12) : [];
  const legend = legendRows(
    ticketLegend({ reading, stretches, days, shading, hasCalendar: calendar !== null }),
    plotWidth,
  );

  const marksY = MARGIN.top + (heading ? headingHeight(details) : 0) + labelsHeight(marks) + 4;
  const chartY = marksY + LANE_HEIGHT;
  const axisY = chartY + CHART_HEIGHT;
  const namesY = axisY + AXIS_HEIGHT;
  const legendY = namesY + labelsHeight(names) + (unnamed === "" ? 12 : 28);
  const chart = { frame, reading, calendar, y: chartY };
  return (
    <PictureFrame
      id={id}
      width={width}
      height={legendY + legend.height + MARGIN.bottom}
      title={`${titleOf(reading)}: ${reading.status}`}
      description={describe(
        reading,
        named.filter((day) => clip(day, life)),
      )}
    >
      <Patterns id={id} />
      {heading && (
        <Heading
          title={titleOf(reading)}
          standing={standing(reading)}
          details={details}
          x={frame.left}
          y={MARGIN.top}
          width={plotWidth}
        />
      )}
      <Shading
        frame={frame}
        calendar={calendar}
        days={days}
        y={marksY}
        height={LANE_HEIGHT + CHART_HEIGHT}
      />
      <TimeAxis frame={frame} named={shading === "none" ? [] : named} y={axisY} />
      <TotalChart {...chart} />
      <StateBars frame={frame} reading={reading} stretches={stretches} y={marksY} />
      <Labels placed={marks} y={marksY - 4} toward="above" lineTo={axisY} x={frame.left} />
      <StateNames frame={frame} stretches={stretches} y={marksY} />
      <AllowanceName {...chart} />
      {unnamed !== "" && (
        <text class="muted" x={frame.left} y={namesY + 18}>
          {unnamed}
        </text>
      )}
      <Labels placed={names} y={namesY + 4} toward="below" lineTo={namesY} x={frame.left} />
      <Legend id={id} rows={legend} x={frame.left} y={legendY} />
    </PictureFrame>
  );
}
