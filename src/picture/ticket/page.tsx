import type { JudgedTicket } from "../../tickets/verdicts/one-ticket";
import { longDate } from "../../words/instants";
import { plain } from "../../words/printable";
import { capitalised, titleOf } from "../../words/sentences";
import { Drawings } from "../parts/drawings";
import { pageText, Table } from "../parts/page";
import { dayName, daysOf, namedDays } from "../time/days";
import { lifeOf } from "./life";
import { TicketPicture } from "./picture";
import { STRETCH_COLUMNS, stretchRows } from "./stretches";
import { factsOf, provisionalNote } from "./words";

/** A ticket's life, as a picture and in words: a page that needs nothing else. */
export function ticketPage({ reading, calendar, notes = [] }: JudgedTicket): string {
  const title = titleOf(reading);
  const [standing, ...facts] = factsOf(reading);
  const zone = reading.asOf.zoneName ?? "UTC";
  const named = namedDays(daysOf(lifeOf(reading), zone, calendar));
  return pageText({
    title: `${title}: ${reading.status}`,
    children: (
      <>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p class="standing">{standing?.[1]}</p>
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div>
            <dt>Calendar</dt>
            <dd>{calendar ? plain(calendar.title) : "none: every day counts"}</dd>
          </div>
        </dl>
        {[...provisionalNote(reading), ...notes].map((note) => (
          <p key={note}>{`${capitalised(note)}.`}</p>
        ))}
        <Drawings
          label="The picture of the ticket's life"
          id="picture"
          draw={(drawing) => (
            <TicketPicture {...drawing} reading={reading} calendar={calendar} heading={false} />
          )}
        />
        {named.length > 0 && (
          <>
            <h2>Days that are not ordinary</h2>
            <ul>
              {named.map((day) => (
                <li key={day.date}>
                  {longDate(day.date)}: {plain(dayName(day))}
                </li>
              ))}
            </ul>
          </>
        )}
        <h2>The working</h2>
        <Table
          caption="Each stretch of the ticket's life: what it counted, and why"
          columns={STRETCH_COLUMNS}
          rows={stretchRows(reading)}
        />
      </>
    ),
  });
}
