import { useState } from "preact/hooks";
import type { DeskClient } from "../wire/client";
import type { MonthDay, MonthShown } from "../wire/promise";
import type { PromiseSettings } from "../wire/settings";
import { WeekHead } from "./parts";
import { useAnswer } from "./use-answer";
import { WEEKDAYS } from "./weeks";

/** A month of a calendar, with a way to turn to other months. */
export function Month(props: { client: DeskClient; promise: PromiseSettings; calendar: string }) {
  const { client, promise, calendar } = props;
  const [month, setMonth] = useState(thisMonth);
  const { answer, error } = useAnswer(
    client,
    "month",
    { promise, calendar, month },
    JSON.stringify([promise, calendar, month]),
  );
  return (
    <div class="month">
      <div class="row">
        <button type="button" class="secondary" onClick={() => setMonth(moved(month, -1))}>
          Earlier
        </button>
        <strong aria-live="polite">{answer?.name ?? month}</strong>
        <button type="button" class="secondary" onClick={() => setMonth(moved(month, 1))}>
          Later
        </button>
      </div>
      {error !== null && <p class="warning">{error}</p>}
      {answer !== null && <Grid shown={answer} />}
    </div>
  );
}

function Grid({ shown }: { shown: MonthShown }) {
  const blanks: (MonthDay | null)[] = Array.from({ length: shown.firstWeekday - 1 }, () => null);
  const cells = [...blanks, ...shown.days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) =>
    cells.slice(i * 7, i * 7 + 7),
  );
  const unusual = shown.days.filter(({ reason }) => reason !== null);
  return (
    <>
      <table class="calendar">
        <caption>
          {shown.title}, {shown.name}. {shown.hours}.
        </caption>
        <WeekHead />
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((day) => day !== null)?.date}>
              {WEEKDAYS.map((name, i) => (
                <Day key={name} day={week[i] ?? null} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {unusual.length > 0 && (
        <ul class="unusual">
          {unusual.map(({ date, day, hours, reason }) => (
            <li key={date}>
              {day} {shown.name}: {hours.length === 0 ? "closed" : hours.join(", ")} ({reason})
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Day({ day }: { day: MonthDay | null }) {
  if (day === null) return <td />;
  return (
    <td class={day.kind}>
      <span class="date">{day.day}</span>
      <span class="hours">
        {day.kind === "unknown"
          ? "not covered"
          : day.hours.length === 0
            ? "closed"
            : day.hours.map((hours) => <span key={hours}>{hours}</span>)}
      </span>
    </td>
  );
}

function thisMonth(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`;
}

function moved(month: string, by: number): string {
  const [year = 2000, number = 1] = month.split("-").map(Number);
  const all = year * 12 + number - 1 + by;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, "0")}`;
}
