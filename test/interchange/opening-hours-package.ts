import { createRequire } from "node:module";

/** The package that websites evaluate opening_hours values with, as far as the tests ask it. */
interface OpeningHours {
  getOpenIntervals(from: Date, to: Date): readonly (readonly [Date, Date, ...unknown[]])[];
}

type Package = new (
  text: string,
  place: object,
  options: { readonly locale: string },
) => OpeningHours;

const required: unknown = createRequire(import.meta.url)("opening_hours");
// It is a class with that one method, among others.
const Evaluated = required as Package;

/** Where the value holds: the public holidays of England are built into the package. */
const ENGLAND = { lat: 51.5, lon: -0.1, address: { country_code: "gb", state: "England" } };

/** The open periods of a value from one instant to another, by the process's zone, which is UTC. */
export function evaluated(text: string, fromMs: number, toMs: number): readonly [number, number][] {
  const value = new Evaluated(text, ENGLAND, { locale: "en" });
  const periods: [number, number][] = [];
  for (const [from, to] of value.getOpenIntervals(new Date(fromMs), new Date(toMs))) {
    const last = periods.at(-1);
    if (last && last[1] === from.getTime()) last[1] = to.getTime();
    else periods.push([from.getTime(), to.getTime()]);
  }
  return periods;
}
