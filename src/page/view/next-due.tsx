import type { DeskClient } from "../wire/client";
import { useAnswer } from "./use-answer";

/** What is due next, day by day, among the running tickets. */
export function NextDue(props: {
  client: DeskClient;
  stamp: string;
  onTicket: (ticket: string, target: string) => void;
}) {
  const { client, stamp, onTicket } = props;
  const { answer } = useAnswer(client, "next", {}, stamp);
  if (answer === null) return null;
  if (answer.length === 0) return <p>No clock is running, so nothing is due next.</p>;
  return (
    <ol class="agenda">
      {answer.map(({ date, heading, count, due }) => (
        <li key={date}>
          <h3>
            {heading} <span class="hint">{count} due</span>
          </h3>
          <ul>
            {due.map(({ ticket, target, targetTitle, at, left }) => (
              <li key={`${ticket} ${target}`}>
                <time>{at}</time>{" "}
                <button type="button" class="link" onClick={() => onTicket(ticket, target)}>
                  <bdi>{ticket}</bdi>
                </button>{" "}
                {targetTitle} <span class="hint">{left}</span>
              </li>
            ))}
          </ul>
          {count > due.length && <p class="hint">and {count - due.length} more</p>}
        </li>
      ))}
    </ol>
  );
}
