import type { Obligation } from "../../index";
import type { ObligationRow } from "../../tickets/verdicts/obligations";
import { SECOND_MS } from "../../timeline/units";
import { counted } from "../../words/amounts";
import { dueText, instantText } from "../../words/instants";

/** An obligation in words, cell by cell. */
export interface ObligationWords {
  readonly what: string;
  readonly clause: string;
  /** `done late` for what was done after it was due. */
  readonly status: string;
  readonly due: string;
  readonly changesNext: string;
  readonly countsFrom: string;
}

/** What an obligation is, where it stands, when it is due, and what happens next. */
export function obligationWords(obligation: Obligation, timeZone: string): ObligationWords {
  const { title, clause, dueAtMs, nextChange, event, fromMs, status, late } = obligation;
  return {
    what: title,
    clause: clause ?? "",
    status: late && status !== "late" ? `${status} late` : status,
    due: dueAtMs === null ? "nobody knows" : dueText(dueAtMs, timeZone),
    changesNext: nextChange ? changeText(nextChange, timeZone) : "",
    countsFrom: `${event === null ? "" : `${event}, `}${instantText(fromMs, timeZone)}`,
  };
}

/** `warning, Mon 5 Apr 2027 12:12 BST`; for a change in the instant after another, `late, after` the other. */
function changeText(
  { kind, id, atMs }: NonNullable<Obligation["nextChange"]>,
  timeZone: string,
): string {
  const when =
    atMs % SECOND_MS === 1 ? `after ${dueText(atMs - 1, timeZone)}` : instantText(atMs, timeZone);
  return `${id ?? kind}, ${when}`;
}

/** `12 obligations as of Mon 5 Apr 2027 12:00 BST: 3 late, 8 running, 1 paused`. */
export function obligationsLine(rows: readonly ObligationRow[], asOfMs: number): string {
  const zone = rows[0]?.timeZone ?? "UTC";
  const counts = ["late", "running", "paused", "done", "shut"].flatMap((status) => {
    const count = rows.filter(({ obligation }) => obligation.status === status).length;
    return count > 0 ? [`${count} ${status}`] : [];
  });
  const parts = counts.length > 0 ? `: ${counts.join(", ")}` : "";
  return `${counted(rows.length, "obligation")} as of ${instantText(asOfMs, zone)}${parts}`;
}
