import { notShownText, WORST_ORDER } from "../../../words/sentences";
import type { LogReport } from "../../model/log-report";
import { Section } from "./section";
import { Ticket } from "./ticket";

/** The worst tickets, worst first, and how many more there are. */
export function Worst({ report }: { report: LogReport }) {
  const { worst, notShown, only, withPictures } = report;
  return (
    <Section id="worst" title="Worst tickets">
      {only !== undefined && <p>Only those {only === "breached" ? "breached" : "at risk"}.</p>}
      <p>{WORST_ORDER} Each opens to its working.</p>
      {worst.length > 0 && (
        <div class="ticket-head" aria-hidden="true">
          <span>Ticket</span>
          <span>Status</span>
          <span>Target</span>
          <span>Severity</span>
          <span class="number">Used</span>
          <span class="number">Left or over</span>
        </div>
      )}
      <ol class="tickets">
        {worst.map((ticket, i) => (
          <li key={`${i} ${ticket.row.ticket}`} id={`worst-${i + 1}`}>
            <Ticket ticket={ticket} pictureId={withPictures ? `ticket-${i + 1}` : undefined} />
          </li>
        ))}
      </ol>
      <p>{notShownText(worst.length, notShown)}</p>
    </Section>
  );
}
