import { breaches, file, type Run } from "../cli/run-breaches";

/** A desk in London, Mon-Fri 09:00-17:00: 4 hours for severity 1, 10 for 2; 30 minutes to answer. */
export const DESK = {
  id: "desk",
  calendars: { core: { timeZone: "Europe/London", hours: { weekdays: ["09:00-17:00"] } } },
  severities: ["1", "2"],
  targets: {
    fix: {
      allowance: { "1": { hours: 4, calendar: "core" }, "2": { hours: 10, calendar: "core" } },
      runs: ["New", "Working"],
      pauses: ["On Hold"],
      stops: ["Resolved", "Closed"],
      cancels: ["Void"],
    },
  },
};

/** The same desk as one of several. */
export const SILVER = { ...DESK, id: "silver", title: "Silver Desk" };

/** Every day 08:00-20:00, with words of its own: 2 hours for P1, 6 for P2. */
export const EXPRESS = {
  id: "express",
  calendars: { long: { timeZone: "Europe/London", hours: { daily: ["08:00-20:00"] } } },
  severities: ["P1", "P2"],
  targets: {
    repair: {
      allowance: { P1: { hours: 2, calendar: "long" }, P2: { hours: 6, calendar: "long" } },
      runs: ["Open"],
      pauses: ["Parked"],
      stops: ["Done"],
    },
  },
};

/** A verdict, as a person writes it down: `met 75 %`. */
export interface Verdicts {
  readonly run: Run;
  readonly verdicts: Readonly<Record<string, string>>;
  readonly summary: Readonly<Record<string, unknown>>;
  readonly problems: readonly { readonly kind: string; readonly line: number }[];
  readonly notes: readonly string[];
  readonly warning: string | null;
}

/** Judges a file under the desk, as of Friday 5 June 2026, 13:00 in London. */
export async function judgedBy(
  map: object,
  content: string | Uint8Array,
  { policy = DESK, asOf = "2026-06-05T12:00Z" }: { policy?: object; asOf?: string } = {},
): Promise<Verdicts> {
  const run = await breaches([
    file("log", content),
    ...["--columns", file("log.columns.json", JSON.stringify(map))],
    ...["--policy", file("desk.json", JSON.stringify(policy))],
    ...["--as-of", asOf, "--format", "json"],
  ]);
  if (run.stdout === "") {
    return { run, verdicts: {}, summary: {}, problems: [], notes: [], warning: null };
  }
  const { rows, summary, problems, notes, warning } = JSON.parse(run.stdout);
  const verdicts: Record<string, string> = {};
  for (const { ticket, status, usedPercent, incomplete } of rows) {
    const used = Math.round(usedPercent * 100) / 100;
    verdicts[ticket] = `${status} ${used} %${incomplete ? " !" : ""}`;
  }
  return { run, verdicts, summary, problems, notes, warning };
}

/** Lines of a file. */
export const lines = (...texts: readonly string[]): string => `${texts.join("\n")}\n`;
