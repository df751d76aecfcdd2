import { CoreHoursError } from "../../../index";
import type { Policy } from "../../../tickets/log/policies";
import type { TicketLog } from "../../../tickets/log/ticket-log";
import { sha256Hex } from "../../../words/sha256";
import { rowCounts } from "../honesty";

/** What only the edge of the program knows about how a report was made. */
export interface MadeBy {
  /** The SHA-256 of the file as it is stored, in hexadecimal digits. */
  readonly sha256: string | null;
  readonly libraryVersion: string | null;
  /** The version of the time-zone data, such as `2026b`. */
  readonly timeZoneData: string | null;
}

/** A policy that a report judged by. */
export interface PolicyMark {
  readonly id: string;
  readonly title: string;
  /** The fingerprint of its definition: policies with the same fingerprint promise the same. */
  readonly fingerprint: string;
  /**
   * The fingerprint of its calendars' hours over the years of the log; null if these lie outside their
   * coverage.
   */
  readonly hours: string | null;
}

/** What a report was made from: enough to make it again, and to know whether it would be the same. */
export interface MadeFrom extends MadeBy {
  readonly file: string;
  readonly rows: number;
  readonly used: number;
  readonly notUsed: number;
  readonly leftAlone: number;
  readonly policies: readonly PolicyMark[];
  /** The years whose hours the fingerprints cover. */
  readonly years: { readonly from: string; readonly to: string } | null;
}

const NOBODY: MadeBy = { sha256: null, libraryVersion: null, timeZoneData: null };

/** What a report was made from. */
export function madeFrom(
  file: string,
  log: TicketLog,
  asOfMs: number,
  by: MadeBy | undefined,
): MadeFrom {
  const { used, refused, leftAlone } = rowCounts(log);
  const years = yearsOf(log, asOfMs);
  return {
    ...(by ?? NOBODY),
    file,
    rows: log.rows,
    used,
    notUsed: refused,
    leftAlone,
    policies: [...log.policies()].map((policy) => markOf(policy, years)),
    years,
  };
}

function yearsOf({ tickets }: TicketLog, asOfMs: number): MadeFrom["years"] {
  let first = asOfMs;
  for (const { events } of tickets.values()) {
    for (const { at } of events) if (at < first) first = at;
  }
  const year = (ms: number) => String(new Date(ms).getUTCFullYear()).padStart(4, "0");
  return { from: `${year(first)}-01-01`, to: `${year(asOfMs)}-12-31` };
}

/** How many digits of a fingerprint are shown: enough that no two policies share them. */
const DIGITS = 16;

function markOf({ id, sla }: Policy, years: MadeFrom["years"]): PolicyMark {
  return {
    id,
    title: sla.title,
    fingerprint: sha256Hex(JSON.stringify([sla.toJSON(), sla.chosen])).slice(0, DIGITS),
    hours: years && hoursOf(sla, years),
  };
}

function hoursOf({ calendars }: Policy["sla"], years: { from: string; to: string }): string | null {
  try {
    const prints = Object.entries(calendars).map(([name, calendar]) => {
      const { from, to } = calendar.coverage;
      const span = {
        from: from > years.from ? from : years.from,
        to: to < years.to ? to : years.to,
      };
      return [name, span, calendar.fingerprint(span)];
    });
    return sha256Hex(JSON.stringify(prints)).slice(0, DIGITS);
  } catch (error) {
    // A calendar that covers none of these years has no hours to describe.
    if (error instanceof CoreHoursError) return null;
    throw error;
  }
}
