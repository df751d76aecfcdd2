import type { Against as Shown } from "../wire/judged";
import { NumberHead, Wide } from "./parts";
import { counted } from "./words";

/** A longer list of differences is closed at first, so what comes after it is not far away. */
const MOST_OPEN = 10;

/** The verdicts against those that the tool states, and where the differences come from. */
export function Against(props: {
  against: Shown | null;
  onTicket: (ticket: string, target: string) => void;
}) {
  const { against, onTicket } = props;
  if (against === null) return null;
  const { columns, text, unread, differences, more } = against;
  return (
    <section aria-labelledby="against-heading">
      <h3 id="against-heading">Against the tool’s own verdict</h3>
      <p>
        Compared with the {columns.length === 1 ? "column" : "columns"}{" "}
        <bdi>{columns.join(", ")}</bdi>. {text}
      </p>
      {unread !== null && <p>These could not be read: {unread}.</p>}
      <Causes against={against} />
      {differences.length > 0 && (
        <details open={differences.length <= MOST_OPEN}>
          <summary>Ticket by ticket: {counted(differences.length + more, "difference")}</summary>
          <Wide label="Where the tool and the desk differ">
            <table class="tickets">
              <caption>
                Where the tool and the desk differ, worst first
                {more > 0 && `; ${more.toLocaleString("en-GB")} more are in the files to take away`}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Ticket</th>
                  <th scope="col">The tool</th>
                  <th scope="col">Here</th>
                  <th scope="col">Figures</th>
                  <th scope="col">Likely cause</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ ticket, target, theirs, ours, figures, cause }) => (
                  <tr key={`${ticket} ${target}`}>
                    <th scope="row">
                      <button type="button" class="link" onClick={() => onTicket(ticket, target)}>
                        <bdi>{ticket}</bdi>
                      </button>
                    </th>
                    <td>{theirs}</td>
                    <td>{ours}</td>
                    <td>{figures.join("; ")}</td>
                    <td>{cause}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
        </details>
      )}
    </section>
  );
}

function Causes({ against: { causes, unexplained } }: { against: Shown }) {
  if (causes.length === 0) return null;
  return (
    <Wide label="Where the differences come from">
      <table>
        <caption>Where the differences come from</caption>
        <thead>
          <tr>
            <th scope="col">Likely cause</th>
            <NumberHead>Tickets</NumberHead>
            <NumberHead>Exact to the figure</NumberHead>
            <th scope="col">Against it</th>
          </tr>
        </thead>
        <tbody>
          {causes.map(({ says, tickets, exact, doubt }) => (
            <tr key={says}>
              <th scope="row">{says}</th>
              <td class="number">{tickets.toLocaleString("en-GB")}</td>
              <td class="number">{exact.toLocaleString("en-GB")}</td>
              <td>{doubt}</td>
            </tr>
          ))}
          {unexplained > 0 && (
            <tr>
              <th scope="row">No other reading that was tried</th>
              <td class="number">{unexplained.toLocaleString("en-GB")}</td>
              <td class="number">0</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </Wide>
  );
}
