import { InputError } from "./input-error";
import { readIso } from "./instant-reader";
import { quoted } from "./printable";
import { isSample, SAMPLE } from "./sample";

/**
 * The instant to judge at, in epoch milliseconds: the one given, the sample's own, or else now,
 * to the second.
 *
 * @throws {InputError} where it is no instant, or states no offset
 */
export function chooseAsOf(given: string | undefined, path: string, nowMs: number): number {
  const text = given ?? (isSample(path) ? SAMPLE.asOf : undefined);
  if (text === undefined) return nowMs - (nowMs % 1000);
  const read = readIso(text.trim());
  if (typeof read === "number") return read;
  throw new InputError(`--as-of ${quoted(text)} cannot be read: ${read.reason}`);
}
