import { quoted } from "../../../words/printable";
import type { Cell } from "../cells";
import type { Header } from "../header";
import { readLength } from "../lengths";
import type { Mapping } from "../mapping";
import { isPause, type Policy, roleOf } from "../policies";
import type { LogRecord } from "../record";
import type { RowDraft } from "../row-draft";
import type { Hold, TicketLog } from "../ticket-log";

/** How long a row says that its ticket was on hold. */
export type HoldReader = (
  record: LogRecord,
  draft: RowDraft,
  policy: Policy | undefined,
) => Omit<Hold, "isNow"> | undefined;

type OnHold = NonNullable<Mapping["onHold"]>;

/** The reader of the time on hold; null for a file that has none. */
export function holdReaderOf(
  columns: Mapping,
  header: Header,
  find: (name: string) => Cell,
  log: TicketLog,
): HoldReader | null {
  const onHold = columns.onHold ?? holdColumn(header);
  if (!onHold) return null;
  if (!columns.onHold) {
    log.notes.push(
      `"${onHold.column}" is taken for time on hold in ${onHold.written}, on the calendar of each target, and counted as paused ("onHold" in a mapping says otherwise)`,
    );
  }
  const cell = find(onHold.column);
  return (record, draft, policy) => {
    const text = cell.text(record);
    if (text === undefined || !policy) return undefined;
    const ms = readLength(text, onHold.written);
    if (typeof ms !== "number") {
      return draft.wrong("bad-length", cell.name, `${quoted(text)} cannot be read: ${ms.reason}`);
    }
    if (ms === 0) return undefined;
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

/** Names of columns that say how long a ticket was on hold, and in what. */
const NAMES: readonly (readonly [pattern: RegExp, written: OnHold["written"]])[] = [
  [/\bhh?:mm:ss\b/i, "hh:mm:ss"],
  [/\bhh?:mm\b/i, "hh:mm"],
  [/\bh(?:ou)?rs?\b/i, "hours"],
  [/\bmin(?:ute)?s?\b/i, "minutes"],
  [/\bsec(?:ond)?s?\b/i, "seconds"],
];

/** A column whose name says that it is time on hold, and how that is written. */
export function holdColumn({ names }: Pick<Header, "names">): OnHold | undefined {
  for (const column of names) {
    const name = column.replaceAll("_", " ");
    if (!/\bon[\s-]?hold\b|\bpaused?\b|\bpending\b.*\btime\b|\bwaiting\b.*\btime\b/i.test(name))
      continue;
    const written = NAMES.find(([pattern]) => pattern.test(name))?.[1];
    if (written) return { column, written, measured: "calendar" };
  }
  return undefined;
}

function firstPause({ targets }: Policy): string | undefined {
  return targets
    .flatMap(({ definition }) => definition.pauses ?? [])
    .find((state) => targets.every((target) => roleOf(target, state) !== "runs"));
}
