import { DateTime } from "luxon";
import { type Answers, clockTime, type Desk, type Peer } from "./peer";

const zone = "Europe/London";

/**
 * The code that one would write with only Luxon: it takes the open part of each day in turn. It is slow and
 * plain, and it judges every other answer.
 */
export const byHand: Peer = {
  name: "Luxon by hand",
  how: "a loop over the days with `DateTime`",
  answersFor(desk: Desk): Answers {
    const closed = new Set(desk.holidays);

    const periodsOn = (day: DateTime) => {
      const periods = closed.has(day.toISODate() ?? "") ? [] : (desk.hours[day.weekday] ?? []);
      return periods.map(([open, close]) => {
        const overnight = close <= open ? { days: 1 } : {};
        return {
          openMs: day.set(clockTime(open)).toMillis(),
          closeMs: day.plus(overnight).set(clockTime(close)).toMillis(),
        };
      });
    };

    const midnightBefore = (ms: number) =>
      DateTime.fromMillis(ms, { zone }).startOf("day").minus({ days: 1 });

    const workedIn = (fromMs: number, toMs: number) => {
      let worked = 0;
      let day = midnightBefore(fromMs);
      for (; day.toMillis() < toMs; day = day.plus({ days: 1 })) {
        for (const { openMs, closeMs } of periodsOn(day)) {
          worked += Math.max(0, Math.min(toMs, closeMs) - Math.max(fromMs, openMs));
        }
      }
      return worked;
    };

    return {
      between: (fromMs, toMs) =>
        fromMs <= toMs ? () => workedIn(fromMs, toMs) : () => -workedIn(toMs, fromMs),
      add: (fromMs, hours) => () => {
        let left = hours * 3_600_000;
        for (let day = midnightBefore(fromMs); ; day = day.plus({ days: 1 })) {
          for (const { openMs, closeMs } of periodsOn(day)) {
            const start = Math.max(fromMs, openMs);
            const length = Math.max(0, closeMs - start);
            if (length >= left) return start + left;
            left -= length;
          }
        }
      },
      subtract: (fromMs, hours) => () => {
        let left = hours * 3_600_000;
        for (let day = midnightBefore(fromMs).plus({ days: 1 }); ; day = day.minus({ days: 1 })) {
          for (const { openMs, closeMs } of periodsOn(day).reverse()) {
            const end = Math.min(fromMs, closeMs);
            const length = Math.max(0, end - openMs);
            if (length >= left) return end - left;
            left -= length;
          }
        }
      },
      addDays: (fromMs, days) => () => {
        const start = DateTime.fromMillis(fromMs, { zone });
        // Counts from the start each time; otherwise a time that a clock change skips would stay moved on.
        let away = 0;
        for (let left = days; left > 0; ) {
          away++;
          if (periodsOn(start.startOf("day").plus({ days: away })).length > 0) left--;
        }
        return start.plus({ days: away }).toMillis();
      },
    };
  },
};
