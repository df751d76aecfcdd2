import { DateTime } from "luxon";
import { alwaysOpen, CoreHoursError } from "../../index";
import { type ColumnMap, statesOffset } from "./columns";
import { InputError } from "./problems";

/** Epoch milliseconds, or why the text is no instant. */
export type InstantRead = number | { readonly reason: string };

type WallTimeReader = (isoWithoutOffset: string) => InstantRead;

const STATES_OFFSET = /T.*(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/i;

/**
 * Makes a reader of the instants of one file. Logs repeat their instants, so each text is read once.
 *
 * @throws {InputError} where the zone is not one
 */
export function instantReader(format: ColumnMap["at"]): (text: string) => InstantRead {
  const wallTime = format.zone === undefined ? refuse : wallTimeIn(format.zone);
  const read = format.formats
    ? formattedReader(format.formats, wallTime)
    : (text: string) => readIso(text, wallTime);
  const known = new Map<string, InstantRead>();
  return (text) => {
    let instant = known.get(text);
    if (instant === undefined) {
      instant = read(text);
      known.set(text, instant);
    }
    return instant;
  };
}

/** Reads an ISO 8601 instant; one without an offset is refused, or read as wall time. */
export function readIso(text: string, wallTime: WallTimeReader = refuse): InstantRead {
  const instant = DateTime.fromISO(text, { zone: "utc" });
  if (!instant.isValid) return { reason: whyInvalid(instant) };
  return STATES_OFFSET.test(text) ? instant.toMillis() : wallTime(isoWallTime(instant));
}

function formattedReader(
  formats: readonly string[],
  wallTime: WallTimeReader,
): (text: string) => InstantRead {
  const options = { zone: "utc", locale: "en-GB" };
  const parsers = formats.map((format) => ({
    parser: DateTime.buildFormatParser(format, options),
    isAbsolute: statesOffset(format),
  }));
  return (text) => {
    for (const { parser, isAbsolute } of parsers) {
      const instant = DateTime.fromFormatParser(text, parser, options);
      if (instant.isValid) return isAbsolute ? instant.toMillis() : wallTime(isoWallTime(instant));
    }
    return { reason: `it is no date and time written ${formats.join(" or ")}` };
  };
}

const refuse: WallTimeReader = () => ({
  reason: 'it states no offset: end it with "Z" or one such as "+01:00"',
});

function wallTimeIn(zone: string): WallTimeReader {
  const calendar = orElse(
    () => alwaysOpen(zone),
    (reason) => {
      throw new InputError(reason);
    },
  );
  return (text) =>
    orElse(
      () => calendar.at(text).toMillis(),
      (reason): InstantRead => ({ reason }),
    );
}

/** What the library answers, or what is made of its refusal. */
function orElse<T, E>(ask: () => T, refused: (reason: string) => E): T | E {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CoreHoursError) return refused(error.message);
    throw error;
  }
}

function isoWallTime(instant: DateTime): string {
  return instant.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS");
}

function whyInvalid(instant: DateTime): string {
  return instant.invalidExplanation ?? "it is not ISO 8601";
}
