import type { ObligationShown } from "../wire/judged";
import { Wide } from "./parts";

/** Things that tickets have begun, a row each. */
export function Obligations(props: {
  caption: string;
  rows: readonly ObligationShown[];
  /** Opens the working of a target; null if there is none to open, and for a table of one ticket. */
  onTicket: ((ticket: string, target: string) => void) | null;
}) {
  const { caption, rows, onTicket } = props;
  return (
    <Wide label={caption}>
      <table class="obligations">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {onTicket && <th scope="col">Ticket</th>}
            <th scope="col">What</th>
            <th scope="col">Clause</th>
            <th scope="col">Where it stands</th>
            <th scope="col">Due</th>
            <th scope="col">Changes next</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {onTicket && (
                <th scope="row">
                  <TicketLink row={row} onTicket={onTicket} />
                </th>
              )}
              <td class="what">{row.what}</td>
              <td>{row.clause}</td>
              <td>{row.status}</td>
              <td>{row.due}</td>
              <td>{row.changesNext}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** The name of a ticket, which opens its working if it stands for a target. */
export function TicketLink(props: {
  row: ObligationShown;
  onTicket: (ticket: string, target: string) => void;
}) {
  const { ticket, target } = props.row;
  if (target === null) return <bdi>{ticket}</bdi>;
  return (
    <button type="button" class="link" onClick={() => props.onTicket(ticket, target)}>
      <bdi>{ticket}</bdi>
    </button>
  );
}
