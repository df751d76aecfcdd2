import { DateTime } from "luxon";
import { dueOf, type MonthEntry } from "../../tickets/verdicts/month";
import { shortDue } from "../../words/instants";
import { plain } from "../../words/printable";
import { Bars, leastGapMs } from "../parts/bar";
import { boxes, type Frame } from "../parts/frame";
import { type MarkKind, Path, Shape } from "../parts/shapes";
import { fitted, textWidth } from "../text";
import { countedSpans, stretchesOf } from "../ticket/stretches";
import { clip, holds, type Span } from "../time/span";
import type { Layout } from "./layout";

/** How far above the bar the mark for the due instant is drawn. */
const DUE_ABOVE = 8;
const BAR_HEIGHT = 12;

interface MonthRowProps {
  readonly entry: MonthEntry;
  readonly frame: Frame;
  readonly y: number;
  readonly layout: Layout;
}

/** A ticket's month: its name, when its clock ran and paused, what was due, and its standing. */
export function MonthRow({ entry, frame, y, layout }: MonthRowProps) {
  const { reading } = entry;
  const { nameX, endX, rowHeight } = layout;
  const barY = y + layout.barTop;
  const stretches = stretchesOf(reading).flatMap((stretch) => {
    const part = clip(stretch, lifeOf(entry));
    return part && stretch.activity !== "waiting" ? [{ ...stretch, ...part }] : [];
  });
  return (
    <g class="ticket">
      <Bars
        frame={frame}
        stretches={stretches}
        counted={countedSpans(reading, leastGapMs(frame))}
        y={barY}
        height={BAR_HEIGHT}
      />
      <Path class="line line-ahead" d={aheadData(entry, frame, barY + BAR_HEIGHT / 2)} />
      <Path class="overdue" d={boxes(overdueSpans(entry), frame, barY + BAR_HEIGHT + 2, 4)} />
      <RowMarks entry={entry} frame={frame} barY={barY} />
      <path class="rule" d={`M${nameX} ${y + rowHeight}H${endX}`} />
      <RowWords entry={entry} frame={frame} y={y + layout.textY} layout={layout} />
    </g>
  );
}

/** The span in which its clock may have run. */
function lifeOf({ reading: { stoppedAt, asOf } }: MonthEntry): Span {
  return { fromMs: Number.NEGATIVE_INFINITY, toMs: (stoppedAt ?? asOf).toMillis() };
}

/** The ticket and how it stands: beside its bar, or over it. */
function RowWords({ entry, frame, y, layout }: MonthRowProps) {
  const { nameX, endX, isStacked } = layout;
  const standing = standingOf(entry, frame);
  const standingX = frame.right + 10;
  if (!isStacked) {
    return (
      <>
        <RowName entry={entry} x={nameX} endX={frame.left - 8} y={y} />
        <text x={standingX} y={y}>
          {fitted(standing, endX - standingX, 12)}
        </text>
      </>
    );
  }
  const shown = fitted(standing, (endX - nameX) * 0.6, 12);
  return (
    <g class="halo-words">
      <RowName entry={entry} x={nameX} endX={endX - textWidth(shown, 12) - 16} y={y} />
      <text x={endX - 2} y={y} text-anchor="end">
        {shown}
      </text>
    </g>
  );
}

/** The ticket on the left, and its severity on the right if it has one. */
function RowName(props: { entry: MonthEntry; x: number; endX: number; y: number }) {
  const { entry, x, endX, y } = props;
  const { ticket, title, severity } = entry.reading;
  const grade = severity === null ? "" : fitted(`sev ${plain(severity)}`, 60, 12);
  const room = endX - textWidth(grade, 12) - 8 - x;
  return (
    <>
      <text class="strong" x={x} y={y}>
        {fitted(plain(ticket ?? title), room, 13.2)}
      </text>
      {grade !== "" && (
        <text class="muted" x={endX} y={y} text-anchor="end">
          {grade}
        </text>
      )}
    </>
  );
}

/** `breached, due 19 Nov 10:00`; in brackets if the date holds only if the clock resumes now. */
function standingOf({ reading }: MonthEntry, { zone, span }: Frame): string {
  const due = dueOf(reading);
  if (!due) return reading.status;
  const withYear = due.year !== DateTime.fromMillis(span.fromMs, { zone }).year;
  const instant = shortDue(due.toMillis(), { zone, withYear, withOffset: false });
  return reading.dueAt ? `${reading.status}, due ${instant}` : `${reading.status} (due ${instant})`;
}

/** A line from now to the due instant of a clock that may still meet it. */
function aheadData({ reading }: MonthEntry, frame: Frame, y: number): string {
  const due = dueOf(reading);
  if (!due || reading.stoppedAt || reading.breached) return "";
  const part = clip({ fromMs: reading.asOf.toMillis(), toMs: due.toMillis() }, frame.span);
  return part ? `M${frame.x(part.fromMs)} ${y}H${frame.x(part.toMs)}` : "";
}

/** From the breach to the end of the clock. */
function overdueSpans(entry: MonthEntry): Span[] {
  const { breachedAt } = entry.reading;
  return breachedAt ? [{ ...lifeOf(entry), fromMs: breachedAt.toMillis() }] : [];
}

/** The instants of a row: the due instant stands over the bar, and the others on it. */
function RowMarks(props: { entry: MonthEntry; frame: Frame; barY: number }) {
  const { entry, frame, barY } = props;
  const { startedAt, stoppedAt, breachedAt, dueAt, projectedDueAt, status } = entry.reading;
  const all = [
    mark("projected-due", dueAt ? null : projectedDueAt),
    mark("due", breachedAt ? null : dueAt),
    mark("breached", breachedAt),
    mark("started", startedAt),
    mark(status === "cancelled" ? "cancelled" : "stopped", stoppedAt),
  ];
  const onBar = new Set<MarkKind>(["started", "stopped", "cancelled"]);
  return (
    <>
      {all.map(({ kind, atMs }) => {
        if (atMs === null || !holds(frame.span, atMs)) return null;
        const x = frame.x(atMs);
        const line = `M${x} ${barY - DUE_ABOVE}V${barY + BAR_HEIGHT}`;
        return (
          <g key={kind} class="mark" data-kind={kind}>
            {!onBar.has(kind) && <path class={`line line-${kind}`} d={line} />}
            <Shape kind={kind} x={x} y={barY + (onBar.has(kind) ? BAR_HEIGHT / 2 : -DUE_ABOVE)} />
          </g>
        );
      })}
    </>
  );
}

function mark(kind: MarkKind, at: MonthEntry["reading"]["startedAt"]) {
  return { kind, atMs: at ? at.toMillis() : null };
}
