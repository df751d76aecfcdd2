import { Duration } from "luxon";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "../../timeline/units";
import type { Mapping } from "./mapping";

type Written = NonNullable<Mapping["onHold"]>["written"];

/** The units in which a length may be a plain number, in milliseconds. */
export const UNIT_MS: Readonly<Record<string, number>> = {
  hours: HOUR_MS,
  minutes: MINUTE_MS,
  seconds: SECOND_MS,
};

/** A length of time in milliseconds, or why the text is not one. */
export function readLength(text: string, written: Written): number | { readonly reason: string } {
  const unitMs = UNIT_MS[written];
  if (unitMs !== undefined) {
    const number = numberIn(text, written);
    if (number !== null) return Math.round(number * unitMs);
    return { reason: `it is not a number of ${written}` };
  }
  if (written === "iso") return readIsoLength(text);
  if (written === "words") return readWords(text);
  const match = written === "hh:mm" ? /^(\d+):([0-5]\d)$/ : /^(\d+):([0-5]\d):([0-5]\d)$/;
  const [, hours, minutes, seconds = "0"] = match.exec(text) ?? [];
  if (hours === undefined) return { reason: `it is not written ${written}` };
  return Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
}

/**
 * A number as spreadsheets of any country write it; null for any other text. A comma before one or two
 * digits is a decimal comma. A comma before three digits separates thousands, but only if a full stop or
 * another comma follows, or of seconds, which nobody writes to the thousandth.
 */
function numberIn(text: string, written: Written): number | null {
  if (/^(?:\d+(?:\.\d+|,\d{1,2})?|\.\d+)$/.test(text)) return Number(text.replace(",", "."));
  const inThousands =
    /^\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/.test(text) ||
    (written === "seconds" && /^[1-9]\d{0,2},\d{3}$/.test(text));
  return inThousands ? Number(text.replaceAll(",", "")) : null;
}

function readIsoLength(text: string): number | { readonly reason: string } {
  const length = Duration.fromISO(text);
  if (!length.isValid) return { reason: "it is not an ISO 8601 duration, such as PT2H30M" };
  const { years, months, weeks, days } = length;
  if (years || months || weeks || days) {
    return { reason: "its days may be working days or days of 24 hours; write it in hours" };
  }
  const ms = length.toMillis();
  return ms < 0 ? { reason: "it is negative" } : ms;
}

const PER_WORD: Readonly<Record<string, number>> = {
  d: 24 * HOUR_MS,
  h: HOUR_MS,
  m: MINUTE_MS,
  s: 1000,
};

/** `2 Hours 30 Minutes`, `1d 4h`, or ServiceNow's stored length, which counts from 1970. */
function readWords(text: string): number | { readonly reason: string } {
  const stored = /^1970-01-(\d\d) (\d\d):([0-5]\d):([0-5]\d)$/.exec(text);
  if (stored) {
    const [, day, hours, minutes, seconds] = stored.map(Number);
    return (
      ((day ?? 1) - 1) * 24 * HOUR_MS +
      (hours ?? 0) * HOUR_MS +
      (minutes ?? 0) * MINUTE_MS +
      (seconds ?? 0) * SECOND_MS
    );
  }
  const part =
    /(\d+(?:\.\d+)?)\s*(d(?:ays?)?|h(?:(?:ou)?rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)\b[\s,]*/gi;
  let ms = 0;
  const rest = text.replace(part, (_, count: string, unit: string) => {
    ms += Number(count) * (PER_WORD[unit[0]?.toLowerCase() ?? ""] ?? 0);
    return "";
  });
  if (rest.trim() === "" && text.trim() !== "") return Math.round(ms);
  return { reason: "it is not a length such as 2 Hours 30 Minutes" };
}
