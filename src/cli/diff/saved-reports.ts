import * as z from "zod";
import { InputError } from "../../tickets/log/problems";
import { counted } from "../../words/amounts";
import { printable, quoted } from "../../words/printable";
import { aligned } from "../../words/sentences";

const instant = z.string().nullable();

/** What is compared of a row of a saved report. */
const row = z.looseObject({
  ticket: z.string(),
  policy: z.string(),
  target: z.string(),
  status: z.string(),
  due: instant,
  breachedAt: instant,
  elapsed: z.number(),
  pausedFor: z.number(),
});

/** A report that `core-hours breaches --format json` has written. */
const savedReport = z.looseObject({ asOf: z.string(), rows: z.array(row) });

type Row = z.infer<typeof row>;
type SavedReport = z.infer<typeof savedReport>;

/** Whether some JSON is a report of verdicts, rather than a calendar or a policy. */
export function isReport(json: unknown): boolean {
  return typeof json === "object" && json !== null && "rows" in json && "asOf" in json;
}

/**
 * What differs between the verdicts of two saved reports, a line each.
 *
 * @throws {InputError} if one of them is not a report, or if they are as of different instants
 */
export function reportDifferences(
  before: { readonly path: string; readonly json: unknown },
  after: { readonly path: string; readonly json: unknown },
): string[] {
  const [one, other] = [reportIn(before), reportIn(after)];
  if (Date.parse(one.asOf) !== Date.parse(other.asOf)) {
    throw new InputError(
      `${before.path} is as of ${quoted(one.asOf)} and ${after.path} as of ${quoted(other.asOf)}; judge both with the same --as-of`,
    );
  }
  const [was, is] = [byTarget(one), byTarget(other)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return verdictLines(
    keys.flatMap((key) => {
      const [old, now] = [was.get(key), is.get(key)];
      const texts = changes(old, now);
      const { ticket = "", policy = "", target = "" } = now ?? old ?? {};
      return texts.length === 0 ? [] : [{ ticket, target: `${policy} ${target}`, texts }];
    }),
  );
}

/** Verdicts that differ, under a line that counts them; none for none. */
export function verdictLines(
  differences: readonly {
    readonly ticket: string;
    readonly target: string;
    readonly texts: readonly string[];
  }[],
): string[] {
  if (differences.length === 0) return [];
  const differ = differences.length === 1 ? "differs" : "differ";
  const rows = differences.map(({ ticket, target, texts }) => [
    quoted(ticket),
    printable(target),
    printable(texts.join("; ")),
  ]);
  return ["", `${counted(differences.length, "verdict")} ${differ}:`, ...aligned(rows)];
}

function reportIn({ path, json }: { readonly path: string; readonly json: unknown }): SavedReport {
  const { data, error } = savedReport.safeParse(json);
  if (data) return data;
  const [first] = error.issues;
  const place = first ? `${first.path.join(".")}: ${first.message}` : "";
  throw new InputError(
    `${path}: expected a report as core-hours breaches --format json writes it (${place})`,
  );
}

function byTarget({ rows }: SavedReport): Map<string, Row> {
  return new Map(
    rows.map((each) => [JSON.stringify([each.ticket, each.policy, each.target]), each]),
  );
}

/** What differs of one verdict: that it is missing, else its status, its instants and its figures. */
function changes(before: Row | undefined, after: Row | undefined): string[] {
  if (!before || !after) {
    return [`${before?.status ?? "no verdict"} -> ${after?.status ?? "no verdict"}`];
  }
  const texts: string[] = [];
  if (before.status !== after.status) texts.push(`${before.status} -> ${after.status}`);
  for (const key of ["due", "breachedAt"] as const) {
    if (!isSameInstant(before[key], after[key])) {
      texts.push(`${key} ${before[key] ?? "none"} -> ${after[key] ?? "none"}`);
    }
  }
  for (const key of ["elapsed", "pausedFor"] as const) {
    if (before[key] !== after[key]) texts.push(`${key} ${before[key]} -> ${after[key]}`);
  }
  return texts;
}

function isSameInstant(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));
}
