import { describe, expect, it } from "vitest";
import { alwaysOpen, defineCalendar, type WorkingCalendar } from "../../src/index";
import {
  type DayCounting,
  dayPieces,
  LONGEST_DAYS,
  type Piece,
  type Span,
  timePieces,
} from "../../src/sql/pieces";
import { SqlRefusal } from "../../src/sql/refusal";
import { DAY_MS, HOUR_MS } from "../../src/timeline/units";

const desk = defineCalendar({
  id: "desk",
  timeZone: "Europe/London",
  hours: { weekdays: ["09:00-12:00", "13:00-17:30"], friday: ["22:00-06:00"] },
});

const spanOf = (calendar: WorkingCalendar, from: string, to: string): Span => ({
  fromMs: calendar.at(from).toMillis(),
  toMs: calendar.at(to).toMillis(),
});

/** The pieces that hold an instant. */
const holding = (pieces: readonly Piece[], ms: number) =>
  pieces.filter(({ from_ms, until_ms }) => ms >= from_ms && ms < until_ms);

describe("working time in pieces", () => {
  const span = spanOf(desk, "2026-03-23T10:00", "2026-04-04T02:00");
  const pieces = timePieces(desk.timeline, span);
  const reachedAt = (ms: number) =>
    holding(pieces, ms).map((row) => row.reached + Math.min(ms, row.close_ms) - row.from_ms);

  it("hold every instant of the span once, and know what has been worked", () => {
    for (let ms = span.fromMs; ms <= span.toMs; ms += HOUR_MS / 4) {
      expect(reachedAt(ms)).toEqual([desk.timeline.between(span.fromMs, ms)]);
    }
    expect(reachedAt(span.toMs)).toEqual([desk.timeline.between(span.fromMs, span.toMs)]);
  });

  it("hold no instant outside it", () => {
    expect(holding(pieces, span.fromMs - 1)).toEqual([]);
    expect(holding(pieces, span.toMs + 1)).toEqual([]);
  });

  it("know the next opening of every instant, except after the last closing", () => {
    for (let ms = span.fromMs; ms < span.toMs; ms += HOUR_MS / 4) {
      const [row] = holding(pieces, ms);
      const next = row && (ms < row.close_ms ? ms : row.next_open_ms);
      expect(next).toBe(desk.timeline.nextOpen(ms));
    }
    expect(pieces.at(-1)?.next_open_ms).toBeNull();
  });

  it("gain what is worked in them, which adds up to all of it", () => {
    const gained = pieces.reduce((sum, each) => sum + each.gained, 0);
    expect(gained).toBe(desk.timeline.between(span.fromMs, span.toMs));
  });

  it("are one, if nothing opens in the span", () => {
    const sunday = { fromMs: Date.UTC(2026, 2, 22, 8), toMs: Date.UTC(2026, 2, 22, 20) };
    expect(timePieces(desk.timeline, sunday)).toEqual([
      {
        from_ms: sunday.fromMs,
        close_ms: sunday.fromMs,
        until_ms: sunday.toMs + 1,
        reached: 0,
        gained: 0,
        next_open_ms: null,
        received: null,
      },
    ]);
  });

  it("touch only so many UTC days, even in a calendar that never closes", () => {
    const year = spanOf(alwaysOpen(), "2026-01-01T01:00", "2027-01-01");
    const all = timePieces(alwaysOpen().timeline, year);
    for (const { from_ms, until_ms } of all) {
      const days = Math.floor((until_ms - 1) / DAY_MS) - Math.floor(from_ms / DAY_MS) + 1;
      expect(days).toBeLessThanOrEqual(LONGEST_DAYS);
    }
    for (let ms = year.fromMs; ms <= year.toMs; ms += 7 * HOUR_MS) {
      const rows = holding(all, ms);
      expect(rows.map((row) => row.reached + Math.min(ms, row.close_ms) - row.from_ms)).toEqual([
        ms - year.fromMs,
      ]);
    }
  });

  it("are short, too, if the calendar is closed for months", () => {
    const summer = defineCalendar({
      id: "summer",
      timeZone: "UTC",
      hours: { daily: ["09:00-17:00"] },
      exceptions: Object.fromEntries(
        Array.from({ length: 90 }, (_, i) => [
          new Date(Date.UTC(2026, 0, 1) + i * DAY_MS).toISOString().slice(0, 10),
          [],
        ]),
      ),
    });
    const span = spanOf(summer, "2025-12-31", "2026-04-02");
    const all = timePieces(summer.timeline, span);
    for (const ms of [Date.UTC(2026, 1, 15), Date.UTC(2026, 2, 1)]) {
      expect(holding(all, ms)).toMatchObject([
        { reached: 8 * HOUR_MS, gained: 0, next_open_ms: Date.UTC(2026, 3, 1, 9) },
      ]);
    }
  });
});

describe("working days in pieces", () => {
  const night = defineCalendar({
    id: "night",
    timeZone: "Europe/London",
    hours: { monday: ["22:00-07:00"], tuesday: ["22:00-23:00"], thursday: ["08:00-12:00"] },
  });

  /**
   * Counted date by date: the working days that are up by an instant, from the date before the span on,
   * and those up to the date on which a start at it counts as received.
   */
  function slow(calendar: WorkingCalendar, counting: DayCounting, span: Span, ms: number) {
    const { due, cutoff } = counting;
    const first = new Date(span.fromMs - 36 * HOUR_MS).toISOString().slice(0, 10);
    let reached = 0;
    let received = 0;
    let isReceived = false;
    for (let day = Date.parse(first) / DAY_MS; day < ms / DAY_MS + 30; day++) {
      const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
      const before = new Date((day - 1) * DAY_MS).toISOString().slice(0, 10);
      const next = new Date((day + 1) * DAY_MS).toISOString().slice(0, 10);
      const starts = calendar.at(date).toMillis();
      // One date more than the pieces begin with would be counted twice.
      if (calendar.at(next).toMillis() < span.fromMs) continue;
      const works = calendar.hoursOn(date).length > 0;
      const closeOf = (of: string) =>
        Math.max(
          ...calendar.hoursOn(of).map((period) => {
            const [open = "", close = ""] = period.split("-");
            const isOver = close <= open;
            return calendar.at(`${isOver ? nextOf(of) : of}T${close}`).toMillis();
          }),
        );
      const moment =
        due === "end-of-day"
          ? calendar.at(next).toMillis()
          : Math.max(closeOf(date), closeOf(before));
      if (works && moment <= ms) reached++;
      if (isReceived) continue;
      if (works) received++;
      const isOn = ms >= starts && ms < calendar.at(next).toMillis();
      const inTime =
        cutoff === undefined || (works && ms < calendar.at(`${date}T${cutoff}`).toMillis());
      if (isOn && !inTime) received++;
      if (isOn) isReceived = true;
    }
    return { reached, received };
  }
  const nextOf = (date: string) => new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);

  it.each<[WorkingCalendar, DayCounting]>([
    [desk, { due: "end-of-day", cutoff: undefined }],
    [desk, { due: "end-of-day", cutoff: "12:00" }],
    [night, { due: "close", cutoff: undefined }],
    [night, { due: "close", cutoff: "22:30" }],
  ])("know what is up and what is received, %#", (calendar, counting) => {
    const span = spanOf(calendar, "2026-03-24", "2026-04-10");
    const pieces = dayPieces(calendar, counting, span);
    for (let ms = span.fromMs; ms <= span.toMs; ms += HOUR_MS / 2) {
      const [row, ...others] = holding(pieces, ms);
      expect(others).toEqual([]);
      expect({ reached: row?.reached, received: row?.received }).toEqual(
        slow(calendar, counting, span, ms),
      );
    }
  });

  it("gain a day at the start of the piece, and two at one instant in two pieces", () => {
    // Monday's shift ends on Tuesday at 23:00, as Tuesday's own does.
    const long = defineCalendar({
      id: "long",
      timeZone: "UTC",
      hours: { monday: ["23:30-23:00"], tuesday: ["22:30-23:00"] },
    });
    const span = spanOf(long, "2026-11-15", "2026-11-20");
    const gaining = dayPieces(long, { due: "close", cutoff: undefined }, span).filter(
      ({ gained }) => gained > 0,
    );
    expect(gaining.map(({ from_ms, gained, reached }) => [from_ms, gained, reached])).toEqual([
      [Date.UTC(2026, 10, 17, 23), 1, 1],
      [Date.UTC(2026, 10, 17, 23), 1, 2],
    ]);
  });

  it("are refused if clocks go back over midnight, and a date comes twice", () => {
    const island = defineCalendar({
      id: "island",
      timeZone: "America/St_Johns",
      hours: { weekdays: ["09:00-17:00"] },
    });
    // At one minute past midnight on 1 November 2009, clocks went back to 23:01 on 31 October.
    const span = spanOf(island, "2009-10-01", "2009-12-01");
    const count = () => dayPieces(island, { due: "end-of-day", cutoff: undefined }, span);
    expect(count).toThrow(SqlRefusal);
    expect(count).toThrow(/"island".*2009-11-01/);
  });
});
