import { useEffect, useRef } from "preact/hooks";
import type { DeskClient } from "../wire/client";
import type { WorkingLine } from "../wire/judged";
import { Obligations } from "./obligations";
import { ErrorBox, NumberHead, Wide } from "./parts";
import { Picture } from "./picture";
import { useAnswer } from "./use-answer";

/** One verdict over the page, with everything that leads to it. */
export function TicketDialog(props: {
  client: DeskClient;
  stamp: string;
  ticket: string;
  target: string;
  onClose: () => void;
  onPicture: () => void;
}) {
  const { client, stamp, ticket, target, onClose, onPicture } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const given = { ticket, target };
  const { answer, error } = useAnswer(client, "ticket", given, JSON.stringify([stamp, given]));
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="ticket-h">
      <form method="dialog" class="close">
        <button type="submit" class="secondary">
          Close
        </button>
      </form>
      <h2 id="ticket-h">
        <bdi>{answer?.title ?? ticket}</bdi>
      </h2>
      {error !== null && <ErrorBox title="It cannot be shown" text={error} />}
      {answer !== null && (
        <>
          <p class="standing">{answer.standing}</p>
          <Facts facts={answer.facts} />
          {answer.notes.map((note) => (
            <p class="inset" key={note}>
              {note}
            </p>
          ))}
          {answer.rule !== null && answer.rule.text !== "" && (
            <figure class="rule">
              <figcaption>{answer.rule.id}</figcaption>
              <blockquote>“{answer.rule.text}”</blockquote>
              {answer.rule.reading !== "" && <p>Read as: {answer.rule.reading}</p>}
            </figure>
          )}
          {answer.svg !== "" && (
            <>
              <Picture svg={answer.svg} label={`Picture of ${ticket}`} />
              <button type="button" class="secondary" onClick={onPicture}>
                Save the picture
              </button>
            </>
          )}
          <Working lines={answer.working} />
          {answer.obligations.length > 1 && (
            <Obligations
              caption="Everything that the ticket has begun"
              rows={answer.obligations}
              onTicket={null}
            />
          )}
        </>
      )}
    </dialog>
  );
}

export function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Each stretch of a ticket's life, whether it counted and why, and the running total. */
export function Working({ lines }: { lines: readonly WorkingLine[] }) {
  return (
    <Wide label="The working">
      <table class="working">
        <caption>The working: each stretch of time, what it counted, and why</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">State</th>
            <NumberHead>Counted</NumberHead>
            <NumberHead>Total</NumberHead>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.from} ${line.to} ${line.why}`}>
              <td>{line.from}</td>
              <td>{line.to}</td>
              <td>{line.state}</td>
              <td class="number">{line.counted}</td>
              <td class="number">{line.total}</td>
              <td>{line.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
