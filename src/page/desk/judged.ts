import { version } from "../../../package.json";
import { groupingOf, type Report } from "../../report/model/log-report";
import { selected } from "../../report/model/selection";
import { againstClaims } from "../../tickets/claims/against";
import { choosingNotes, chosenBy, type Judging, logDeskOf } from "../../tickets/log/desk/desk-of";
import { zoneOf } from "../../tickets/log/desk/given";
import { instantReader } from "../../tickets/log/instants";
import type { ChoosePolicy } from "../../tickets/log/policies";
import { InputError } from "../../tickets/log/problems";
import { readLog } from "../../tickets/log/read-log";
import { TicketLog } from "../../tickets/log/ticket-log";
import { judge } from "../../tickets/verdicts/judge";
import type { ReportRow } from "../../tickets/verdicts/row";
import type { Given } from "../wire/calls";
import type { LogFile } from "../wire/file";
import type { JudgeSettings } from "../wire/judged";
import { sourceOf } from "./bytes";
import { judgingBy } from "./given";
import { instantIn, wholeSeconds } from "./instants";
import type { TakenFor } from "./taken-for";

/** A judged log, kept to answer later questions. */
export interface Standing {
  readonly fileId: string;
  readonly report: Report;
  readonly timeZone: string;
  /** The cell that a row is grouped by; null for none. */
  readonly groupOf: ((row: ReportRow) => string | null) | null;
}

/** Cells of a verdict that it may be grouped by without looking at its file. */
const OWN_GROUPS: readonly string[] = ["status", "severity", "target", "policy"];

/**
 * Reads a file and judges its tickets, just as `core-hours breaches` does.
 *
 * @throws {InputError} if a question of how to read it is open, or nothing in it can be used
 */
export async function judged(
  { file, settings, promise, how }: Given<"judge">,
  taken: TakenFor,
  sums: FileSums,
  progress: (share: number) => void,
): Promise<Standing> {
  const judging = judgingBy(promise, settings);
  const { given } = judging;
  const { nowMs } = how;
  const read = await taken.mapping({ file, settings, promise, nowMs }, (share) =>
    progress(share / 2),
  );
  const { mapping } = read;
  const zone = zoneFor(judging);
  const asOfMs = asOfOf(how, zone);
  const desk = logDeskOf(judging, mapping, file.name);
  const chosen =
    desk && (await chosenBy(desk, sourceOf(file), { mapping, asOfMs, remedy: REMEDY }));
  const isByRow = desk === null && given.kind === "by-row";
  if (isByRow && mapping.policy === undefined) {
    throw new InputError(`${file.name}: no column names the service of each row; choose one`);
  }
  const keep = how.groupBy !== null && !OWN_GROUPS.includes(how.groupBy) ? [how.groupBy] : [];
  const log = new TicketLog({
    columns: isByRow ? mapping : { ...mapping, policy: undefined },
    readInstant: instantReader(mapping.at),
    choosePolicy: chooserOf(judging),
    chosen: chosen ?? undefined,
    asOfMs,
    nowMs,
    keep,
    claims: how.claims ? (mapping.claims ?? "auto") : null,
  });
  if (read.note !== null) log.notes.push(read.note);
  log.notes.push(...choosingNotes(given, mapping));
  if (promise.kind === "by-row" && promise.choices !== undefined) {
    const chosen = Object.entries(promise.choices).map(([name, value]) => `${name} is ${value}`);
    log.notes.push(`of what the services leave to their parties, ${chosen.join(", and ")}`);
  }
  let bytes = 0;
  const source = sourceOf(file);
  await readLog(source, log, (count) => {
    bytes += count;
    progress(0.5 + (0.4 * bytes) / Math.max(1, file.bytes.size));
  });
  const all = judge(log, asOfMs);
  progress(1);
  const { by, from, to, groupBy } = how;
  const selection = { by, from, to, where: {}, groupBy };
  const rows = selected(all, selection, log);
  const report: Report = {
    source: file.name,
    rows,
    history: all,
    // A browser does not say which version of the time-zone data it has.
    madeBy: { sha256: await sums.of(file), libraryVersion: version, timeZoneData: null },
    leftOut: all.length - rows.length,
    against: againstClaims(log, rows, asOfMs),
    log,
    asOfMs,
    options: { only: undefined, atRisk: how.atRisk, top: 50, pictures: false, selection },
  };
  const { groupOf } = groupingOf(report);
  const timeZone = desk === null ? (rows[0]?.timeZone ?? zone) : zone;
  return { fileId: file.id, report, timeZone, groupOf };
}

/** What to do if the file lacks a column by which policies are chosen. */
export const REMEDY = "choose the column";

/** The zone in which an instant of the page is meant: that of the policies, or of the first of them. */
export function zoneFor({ given: { policies } }: Judging): string {
  return zoneOf(policies) ?? policies[0]?.timeZone ?? "Europe/London";
}

/** The policy of a row, where no policy has been chosen for its ticket. */
function chooserOf({ given }: Judging): ChoosePolicy {
  if (given.kind === "by-row") return given.choose;
  const [policy] = given.policies;
  return () => policy ?? { reason: "its policy is not known" };
}

/** Keeps the sum of the last file, so a change of the settings does not read its bytes again. */
export class FileSums {
  #last: { readonly id: string; readonly sum: Promise<string | null> } | null = null;

  of({ id, bytes }: LogFile): Promise<string | null> {
    if (this.#last?.id !== id) this.#last = { id, sum: sumOf(bytes) };
    return this.#last.sum;
  }
}

/** The SHA-256 of a file as it is stored, which identifies it; null if the browser cannot compute one. */
async function sumOf(bytes: Blob): Promise<string | null> {
  if (!crypto.subtle) return null;
  const sum = await crypto.subtle.digest("SHA-256", await bytes.arrayBuffer());
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function asOfOf({ asOf, nowMs }: JudgeSettings, zone: string): number {
  return asOf === null || asOf === "" ? wholeSeconds(nowMs) : instantIn(asOf, zone);
}

/** What a verdict is grouped by, as text. */
export function groupCell({ groupOf }: Standing, row: ReportRow): string {
  return groupOf?.(row) ?? "";
}
