import { useState } from "preact/hooks";
import type { DueDay } from "../wire/judged";
import { WeekHead } from "./parts";
import { WEEKDAYS, weeksOf } from "./weeks";

/** A month with how much is due on each day; a day leads to its list. */
export function DueCalendar({ days }: { days: readonly DueDay[] }) {
  const months = [...new Set(days.map(({ date }) => date.slice(0, 7)))];
  const [chosen, setChosen] = useState("");
  const month = months.includes(chosen) ? chosen : (months[0] ?? "");
  const place = months.indexOf(month);
  const counts = new Map(days.map(({ date, count }) => [date, count]));
  const turn = (by: number) => setChosen(months[place + by] ?? month);
  return (
    <div class="month">
      <div class="row">
        <button type="button" class="secondary" disabled={place === 0} onClick={() => turn(-1)}>
          Earlier
        </button>
        <strong aria-live="polite">{nameOf(month)}</strong>
        <button
          type="button"
          class="secondary"
          disabled={place === months.length - 1}
          onClick={() => turn(1)}
        >
          Later
        </button>
      </div>
      <table class="calendar due">
        <caption>How much is due on each day of {nameOf(month)}</caption>
        <WeekHead />
        <tbody>
          {weeksOf(month).map((week, i) => (
            <tr key={i}>
              {week.map((date, at) => (
                <td
                  key={WEEKDAYS[at]}
                  class={date !== null && counts.has(date) ? "due" : undefined}
                >
                  {date !== null && <Cell date={date} count={counts.get(date) ?? 0} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ date, count }: { date: string; count: number }) {
  const day = Number(date.slice(8));
  const show = () => {
    const list = document.getElementById(`due-${date}`);
    list?.scrollIntoView({ block: "start" });
    list?.focus();
  };
  return (
    <>
      <span class="date">{day}</span>
      {count > 0 && (
        <button type="button" class="link" onClick={show}>
          {count}
          <span class="unseen"> due on {date}</span>
        </button>
      )}
    </>
  );
}

function nameOf(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString("en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
