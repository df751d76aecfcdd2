import { randomNumbers } from "../tools/random";

/** How many random instants each question is asked of. */
const COUNT = 300;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/**
 * The same instants in every run: whole minutes of 2012 to 2024, at any time of day, so most lie
 * out of hours. They are whole minutes, because some peers know nothing smaller.
 */
export const INSTANTS: Float64Array = randomInstants(COUNT);

/**
 * More instants than a processor can learn. It predicts the branches of a few hundred repeated instants,
 * which makes their answers cheaper than those of a caller who asks each once.
 */
export const MANY_INSTANTS: Float64Array = randomInstants(200_000);

/** Both sets, by their names in tables. */
export const INPUTS: Readonly<Record<string, Float64Array>> = {
  "300 instants again and again": INSTANTS,
  "200,000 instants": MANY_INSTANTS,
};

export function randomInstants(count: number): Float64Array {
  const random = randomNumbers(20_261_120);
  const from = Date.UTC(2012, 0, 1);
  const minutes = (Date.UTC(2025, 0, 1) - from) / 60_000;
  return Float64Array.from({ length: count }, () => from + Math.floor(random() * minutes) * 60_000);
}
