import { alwaysOpen, type Sla, type Target } from "../../index";
import { SqlRefusal } from "../../sql/refusal";
import { scriptOf } from "../../sql/script";
import { InputError } from "../../tickets/log/problems";
import { monthSpan } from "../../words/periods";
import { quoted } from "../../words/printable";
import { orComplain } from "../options";
import { checkOut, writeOut } from "../out";
import { onlyPolicy } from "../policy-file";
import type { Terminal } from "../terminal";
import { parseSqlOptions, type SqlOptions } from "./options";

/** Runs the command, and returns its exit code. */
export async function runSql(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseSqlOptions(args, terminal);
  if (typeof options === "number") return options;
  return orComplain("sql", terminal, async () => {
    const { policy, out } = options;
    await checkOut({ out, policy, log: policy }, terminal);
    const script = await scriptFor(options, terminal.nowMs);
    await writeOut(out, [script], terminal.stdout);
    return 0;
  });
}

async function scriptFor(options: SqlOptions, nowMs: number): Promise<string> {
  const policy = await onlyPolicy(options.policy);
  const { sla, timeZone } = policy;
  const asOfMs = options.asOf === undefined ? null : instantIn(options.asOf, timeZone);
  try {
    return scriptOf({
      dialect: options.dialect,
      sla,
      targets: targetsOf(sla, options.target),
      dates: datesOf(options, nowMs),
      asOfMs,
      events: eventsOf(options),
      tables: options.tables,
      hours: options.hours,
      month: monthOf(options.month, asOfMs ?? nowMs, timeZone),
      by: options.by,
    });
  } catch (error) {
    if (error instanceof SqlRefusal) throw new InputError(error.message);
    throw error;
  }
}

function targetsOf({ id, targets }: Sla, names: readonly string[]): readonly Target[] {
  const all = Object.values(targets);
  for (const name of names) {
    if (all.some((target) => target.id === name)) continue;
    throw new InputError(
      `${id} has no target ${quoted(name)}; it has ${all.map((target) => target.id).join(", ")}`,
    );
  }
  return names.length === 0 ? all : all.filter((target) => names.includes(target.id));
}

/** The dates given; by default, from two years ago up to next year. */
function datesOf(options: Pick<SqlOptions, "from" | "to">, nowMs: number) {
  const year = new Date(nowMs).getUTCFullYear();
  const from = dateOf("--from", options.from ?? `${year - 2}-01-01`);
  const to = dateOf("--to", options.to ?? `${year + 1}-12-31`);
  if (from <= to) return { from, to };
  throw new InputError(`--to ${to} lies before --from ${from}`);
}

function dateOf(name: string, text: string): string {
  const isDate =
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text);
  if (isDate) return text;
  throw new InputError(`${name} ${quoted(text)} is not a date; write it as 2026-01-01`);
}

function eventsOf(options: SqlOptions) {
  const { severityColumn } = options;
  return {
    name: options.events,
    ticket: options.ticketColumn,
    at: options.atColumn,
    isTimestamp: options.atType === "timestamp",
    state: options.stateColumn,
    severity: severityColumn === "none" ? null : severityColumn,
    order: options.orderColumn,
  };
}

function monthOf(month: string | undefined, atMs: number, timeZone: string) {
  const calendar = alwaysOpen(timeZone);
  const name = month ?? calendar.nextOpen(atMs).toISODate()?.slice(0, 7) ?? "";
  const span = monthSpan(name, timeZone);
  if (span === null) {
    throw new InputError(`--month ${quoted(name)} is not a month; write it as 2026-11`);
  }
  return { ...span, name };
}

/** The instant of a text: by its own offset, or in the zone if it states none. */
function instantIn(text: string, timeZone: string): number {
  const calendar = alwaysOpen(timeZone);
  const hasOffset = /T.*(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(text);
  return (hasOffset ? calendar.nextOpen(text) : calendar.at(text)).toMillis();
}
