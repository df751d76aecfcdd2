import { alwaysOpen } from "../../index";
import { readIso } from "../../tickets/log/instants";

/** The instant that was typed: with an offset, or as wall-clock time of the promise's zone. */
export function instantIn(text: string, zone: string): number {
  const read = readIso(text.trim());
  return typeof read === "number" ? read : alwaysOpen(zone).at(text.trim()).toMillis();
}

/** An instant to the second; the clock of a browser may tell fractions of a millisecond. */
export function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
