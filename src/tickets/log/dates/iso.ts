import { DateTime } from "luxon";
import { MINUTE_MS } from "../../../timeline/units";
import { type FormatRead, readEpoch } from "./read-format";
import { millisecondsOf, offsetMsOf, wallMsOf } from "./wall-time";

/** `2026-11-20T16:30`, and how databases write it: a blank for the T, and one before the offset. */
const USUAL =
  /^(\d{4})-(\d{2})-(\d{2})(?:T|\s+)(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*(Z|[+\-\u2212]\d{2}(?::?\d{2})?)|\s+(?!(?:h|hrs?|hours?|heures?|uhr|uur)$)([A-Za-z][A-Za-z0-9_+\-/]*))?$/i;

/**
 * Reads a text without being told its format: ISO 8601 with a time of day, the same with a blank in
 * place of the `T` as databases write it, or a count since 1970 of ten digits (seconds) or thirteen
 * (milliseconds).
 */
export function readIsoText(text: string): FormatRead {
  const match = USUAL.exec(text);
  if (!match) return /^\d+(?:\.\d+)?$/.test(text) ? readCount(text) : readOtherIso(text);
  const [, year, month, day, hour, minute, second, fraction, offset, zone] = match;
  const wallMs = wallMsOf({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    millisecond: millisecondsOf(fraction ?? "0"),
  });
  if (typeof wallMs !== "number") return wallMs;
  const offsetMs = offsetMsOf(offset ?? zone ?? "");
  if (offsetMs !== null) return { wallMs, offsetMs };
  if (offset !== undefined) return { reason: `${offset} is not an offset` };
  return zone === undefined ? { wallMs } : { wallMs, zone };
}

function readCount(text: string): FormatRead {
  const [whole = ""] = text.split(".");
  if (whole.length === 10) return readEpoch(text, 1000);
  if (whole.length === 13) return readEpoch(text, 1);
  return {
    reason: "a number alone is ambiguous; write ISO 8601, or say in the mapping how it is written",
  };
}

const HAS_TIME = /T\d/i;
const STATES_OFFSET = /T.*(?:Z|[+\-\u2212]\d{2}(?::?\d{2})?)$/i;

/** The rarer shapes of ISO 8601: weeks, days of the year, no punctuation. Luxon knows them all. */
function readOtherIso(text: string): FormatRead {
  const instant = DateTime.fromISO(text, { zone: "utc", setZone: true });
  if (!instant.isValid) return { reason: whyNotIso(instant) };
  if (!HAS_TIME.test(text)) {
    return { reason: "it has no time of day, so it does not say when a clock starts" };
  }
  const offsetMs = instant.offset * MINUTE_MS;
  const wallMs = instant.toMillis() + offsetMs;
  return STATES_OFFSET.test(text) ? { wallMs, offsetMs } : { wallMs };
}

/** Luxon explains a part that is out of range. It adds nothing if the text is not ISO 8601 at all. */
function whyNotIso({ invalidReason, invalidExplanation }: DateTime<boolean>): string {
  const detail = invalidReason === "unparsable" ? "" : ` (${invalidExplanation})`;
  return `it is not ISO 8601, such as 2026-11-20T16:30Z${detail}; say with "formats" in a mapping how it is written`;
}
