import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime, Duration } from "luxon";
import type { HistoryEvent } from "../../src";
import { ROOT } from "./page";

/** A promise of a service with a date that was worked out by hand. */
export interface WorkedDate {
  readonly service: string;
  readonly clause: string;
  readonly promise: string;
  /** The instant that it counts from. */
  readonly event: string;
  readonly from: string;
  /** How to ask the library: which part of the policy, and with what. */
  readonly ask: {
    readonly target?: string;
    readonly severity?: string;
    readonly milestone?: string;
    readonly step?: string;
    readonly window?: string;
    /** The name of the window's event, if it has several. */
    readonly event?: string;
    readonly recurrence?: string;
    /** The instants of all events of the window, if it counts from several. */
    readonly events?: Readonly<Record<string, string>>;
    /** The ticket, if its history has a say. */
    readonly history?: readonly HistoryEvent[];
    /** A rule of order: the deadline that the history gives it. */
    readonly order?: string;
    readonly availability?: string;
    readonly month?: string;
  };
  /** An instant; for an availability, the minutes that it may lose, such as `PT63M`. */
  readonly answer: string;
  readonly because: string;
}

/** The worked dates of a service, which are vectors for others too; a test holds the library to each. */
export function workedDates(service: string): readonly WorkedDate[] {
  const path = join(ROOT, "conformance/services.json");
  const { cases }: { readonly cases: readonly WorkedDate[] } = JSON.parse(
    readFileSync(path, "utf8"),
  );
  return cases.filter((each) => each.service === service);
}

/** The worked dates of a service as a table. */
export function workedTable(service: string): string {
  const rows = workedDates(service).map(
    ({ clause, promise, event, from, answer, because }) =>
      `| ${promise} (${clause}) | ${event}: ${wall(from)} | ${wall(answer)} | ${because} |`,
  );
  return ["| promise | from | until | worked out |", "| --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
}

/** An instant in London time; a midnight is written as the end of the day before. Or a length in minutes. */
function wall(text: string): string {
  if (text.startsWith("PT")) return `${Duration.fromISO(text).as("minutes")} minutes`;
  const at = DateTime.fromISO(text, { zone: "Europe/London", locale: "en-GB" });
  const day = (each: DateTime) => each.toFormat("ccc d LLL yyyy");
  if (at.toFormat("HH:mm") === "00:00") return `the end of ${day(at.minus({ days: 1 }))}`;
  return `${day(at)}, ${at.toFormat("HH:mm")}`;
}
