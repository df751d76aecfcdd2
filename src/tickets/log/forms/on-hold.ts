import { quoted } from "../../../words/printable";
import type { Cell } from "../cells";
import type { Header } from "../header";
import { readLength } from "../lengths";
import type { Mapping } from "../mapping";
import { isPause, type Policy, roleOf } from "../policies";
import type { LogRecord } from "../record";
import type { RowDraft } from "../row-draft";
import type { Hold, TicketLog } from "../ticket-log";
import { type HoldColumn, holdColumns, writtenOf } from "./hold-columns";

/** How long a row says that its ticket was on hold. */
export type HoldReader = (
  record: LogRecord,
  draft: RowDraft,
  policy: Policy | undefined,
) => Omit<Hold, "isNow"> | undefined;

/** A length that has days. */
const IN_DAYS = /\dd(?:ays?)?\b|\d\s+d(?:ays?)?\b/i;

type OnHold = NonNullable<Mapping["onHold"]>;

/** The reader of the time on hold; null for a file that has none. */
export function holdReaderOf(
  columns: Mapping,
  header: Header,
  find: (name: string) => Cell,
  log: TicketLog,
): HoldReader | null {
  if (columns.onHold === null) return null;
  const found = holdColumns(header);
  const onHold = columns.onHold ?? takenFor(found);
  if (!onHold) return notCounted(found, find, log);
  if (!columns.onHold) {
    log.notes.push(
      `"${onHold.column}" is taken for time on hold in ${onHold.written}, on the calendar of each target, and counted as paused ("onHold" in a mapping says otherwise)`,
    );
  }
  const others = found.filter(
    ({ column }) => header.indexOf(column) !== header.indexOf(onHold.column),
  );
  if (others.length > 0) {
    const names = others.map(({ column }) => quoted(column)).join(", ");
    log.notes.push(`${names} not counted as time on hold, since ${quoted(onHold.column)} is`);
  }
  const cell = find(onHold.column);
  let isSaid = false;
  const sayDays = (text: string) => {
    if (isSaid) return;
    isSaid = true;
    log.notes.push(`a day of time on hold is read as 24 hours, as in ${quoted(text)}`);
  };
  return (record, draft, policy) => {
    const text = cell.text(record);
    if (text === undefined || !policy) return undefined;
    const ms = readLength(text, onHold.written);
    if (typeof ms !== "number") {
      return draft.wrong("bad-length", cell.name, `${quoted(text)} cannot be read: ${ms.reason}`);
    }
    if (ms === 0) return undefined;
    if (IN_DAYS.test(text)) sayDays(text);
    const state = onHold.state ?? firstPause(policy);
    if (state !== undefined && isPause(policy, state)) {
      return { ms, state, measured: onHold.measured };
    }
    if (state === undefined) {
      log.remark(`${policy.id} pauses for no state, so "${cell.name}" counts as running`);
      return undefined;
    }
    return draft.wrong("bad-length", cell.name, `${quoted(state)} is not a state that pauses`);
  };
}

/** The column whose name alone says that it is time on hold. */
function takenFor([first]: readonly HoldColumn[]): OnHold | undefined {
  if (first?.written === undefined) return undefined;
  return { column: first.column, written: first.written, measured: "calendar" };
}

/** Says that a column which may be time on hold is not counted, once a row has some. */
function notCounted(
  [first]: readonly HoldColumn[],
  find: (name: string) => Cell,
  log: TicketLog,
): HoldReader | null {
  if (!first) return null;
  const cell = find(first.column);
  return (record) => {
    const written = writtenOf(first, [cell.text(record) ?? ""]);
    if (written !== null) {
      log.remark(
        `${quoted(first.column)} may be time on hold, and is not counted; say in the mapping how it is written, as "onHold", or that it is not, as "onHold": null`,
      );
    }
    return undefined;
  };
}

function firstPause({ targets }: Policy): string | undefined {
  return targets
    .flatMap(({ definition }) => definition.pauses ?? [])
    .find((state) => targets.every((target) => roleOf(target, state) !== "runs"));
}
