import { DateTime, Duration } from "luxon";
import { isJsonObject } from "../../input/json";
import { describe, show } from "../../input/show";
import { CoreHoursError } from "../../timeline";

/** A part of the language, where the engine has it. */
declare const Temporal: unknown;

/** What is needed of `Temporal`: the language's own, or a polyfill of it. */
export interface TemporalLike<Zoned = unknown, Length = unknown> {
  readonly Instant: {
    fromEpochMilliseconds(ms: number): { toZonedDateTimeISO(timeZone: string): Zoned };
  };
  readonly Duration: { from(text: string): Length };
}

/**
 * An instant of a reading as a `Temporal.ZonedDateTime` in its zone, or a length as a `Temporal.Duration`.
 * Null stays null.
 *
 * @param value what a reading or a calendar gave
 * @param temporal a polyfill; the `Temporal` of the language if omitted
 * @throws {CoreHoursError} `temporal-missing` where there is neither; `option-invalid` for anything but a
 *   valid Luxon `DateTime` or `Duration`.
 * @example toTemporal(reading.dueAt, Temporal)?.toString() // "2026-11-23T10:00:00+00:00[Europe/London]"
 */
export function toTemporal<Zoned>(value: DateTime, temporal?: TemporalLike<Zoned>): Zoned;
export function toTemporal<Length>(
  value: Duration,
  temporal?: TemporalLike<unknown, Length>,
): Length;
export function toTemporal<Zoned>(
  value: DateTime | null,
  temporal?: TemporalLike<Zoned>,
): Zoned | null;
export function toTemporal<Length>(
  value: Duration | null,
  temporal?: TemporalLike<unknown, Length>,
): Length | null;
export function toTemporal(value: DateTime | Duration | null, temporal?: TemporalLike): unknown {
  if (value === null) return null;
  // An invalid instant has no zone.
  if (DateTime.isDateTime(value) && value.zoneName !== null) {
    const { Instant } = temporalIn(temporal);
    // Luxon calls an offset "UTC+1", and Temporal "+01:00".
    const zone =
      value.zone.isUniversal && value.offset !== 0 ? value.toFormat("ZZ") : value.zoneName;
    return Instant.fromEpochMilliseconds(value.toMillis()).toZonedDateTimeISO(zone);
  }
  const length = Duration.isDuration(value) ? value.toISO() : null; // Null if it is invalid.
  if (length !== null) return temporalIn(temporal).Duration.from(length);
  throw new CoreHoursError(
    "option-invalid",
    `${describe(value)} was given, and a Luxon DateTime or Duration is expected; give what a reading has, such as reading.dueAt.`,
    { option: "value", given: show(value) },
  );
}

function temporalIn(given: TemporalLike | undefined): TemporalLike {
  // It is a part of the language, as Intl is, if the engine has it; it is not a setting.
  const found: unknown = given ?? (typeof Temporal === "undefined" ? undefined : Temporal);
  if (isTemporal(found)) return found;
  throw new CoreHoursError(
    "temporal-missing",
    "This engine has no Temporal; give a polyfill, as toTemporal(reading.dueAt, Temporal).",
    { given: show(given) },
  );
}

function isTemporal(value: unknown): value is TemporalLike {
  return isJsonObject(value) && "Instant" in value && "Duration" in value;
}
