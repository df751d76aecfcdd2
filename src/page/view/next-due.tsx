import { useState } from "preact/hooks";
import type { DeskClient } from "../wire/client";
import type { DueDay, NextDue as Next } from "../wire/judged";
import type { TakeSettings } from "../wire/take";
import { DueCalendar } from "./due-calendar";
import { Obligations, TicketLink } from "./obligations";
import { save } from "./save";
import { useAnswer } from "./use-answer";

interface Props {
  readonly client: DeskClient;
  readonly stamp: string;
  readonly onTicket: (ticket: string, target: string) => void;
}

/** What is late and what is due next, of everything that the tickets have begun; asked for when it is opened. */
export function NextDue(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What is due next</summary>
      {isOpen && <Opened {...props} />}
    </details>
  );
}

function Opened({ client, stamp, onTicket }: Props) {
  const { answer, error } = useAnswer(client, "next", {}, stamp);
  if (error !== null) return <p class="warning">{error}</p>;
  if (answer === null) return <p role="status">Looking at every ticket…</p>;
  const take = (format: TakeSettings["format"]) =>
    client.ask("take", { format, pictures: false, isNext: true }).then(save, () => {});
  return (
    <>
      <p>
        {answer.line}. Besides the targets these are reminders, windows and updates that the promise
        asks for.
      </p>
      <div class="row">
        <button type="button" class="secondary" onClick={() => take("csv")}>
          What is due, as a table
        </button>
        <button type="button" class="secondary" onClick={() => take("json")}>
          What is due, as data
        </button>
      </div>
      <Lists next={answer} onTicket={onTicket} />
    </>
  );
}

function Lists({ next, onTicket }: { next: Next; onTicket: Props["onTicket"] }) {
  const { late, days, later, undated } = next;
  return (
    <>
      {late.count > 0 && (
        <Obligations
          caption={captionOf("Late, the longest first", late.count, late.first.length)}
          rows={late.first}
          onTicket={onTicket}
        />
      )}
      {days.length === 0 ? (
        <p>No clock is running, so nothing is due next.</p>
      ) : (
        <>
          <DueCalendar days={days} />
          <ol class="agenda">
            {days.map((day) => (
              <Day key={day.date} day={day} onTicket={onTicket} />
            ))}
          </ol>
        </>
      )}
      {later > 0 && <p class="hint">and {later} later than these</p>}
      {undated.count > 0 && (
        <Obligations
          caption={captionOf("Paused, or not to be dated yet", undated.count, undated.first.length)}
          rows={undated.first}
          onTicket={onTicket}
        />
      )}
    </>
  );
}

function captionOf(text: string, count: number, shown: number): string {
  return count > shown ? `${text}: ${shown} of ${count}` : text;
}

function Day({ day, onTicket }: { day: DueDay; onTicket: Props["onTicket"] }) {
  const { date, heading, count, first } = day;
  return (
    <li id={`due-${date}`} tabIndex={-1}>
      <h3>
        {heading} <span class="hint">{count} due</span>
      </h3>
      <ul>
        {first.map((row, i) => (
          <li key={i}>
            <time>{row.at}</time> <TicketLink row={row} onTicket={onTicket} /> {row.what}{" "}
            <span class="hint">{row.clause}</span>
          </li>
        ))}
      </ul>
      {count > first.length && <p class="hint">and {count - first.length} more</p>}
    </li>
  );
}
