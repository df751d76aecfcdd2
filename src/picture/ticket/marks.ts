import type { SlaCycle, SlaReading } from "../../index";
import { plain } from "../../words/printable";
import type { MarkKind } from "../parts/shapes";

/** An instant of a ticket's life to be marked. */
export interface Mark {
  readonly kind: MarkKind;
  readonly name: string;
  readonly atMs: number;
}

/** From the most to the least telling: a mark of several kinds looks like the first of them. */
const RANK: readonly MarkKind[] = [
  "breached",
  "due",
  "projected-due",
  "stopped",
  "cancelled",
  "first-due",
  "started",
  "warning",
  "as-of",
];

/** Up to this many cycles are marked in full. With more, only the last cycle is. */
const MOST_CYCLES = 3;

/** The instants to mark, in order of time. Marks at one instant become one mark with several names. */
export function marksOf(reading: SlaReading): Mark[] {
  const { cycles, warnings, escalations, asOf } = reading;
  const shown = cycles.length > MOST_CYCLES ? cycles.slice(-1) : cycles;
  const first = cycles.length - shown.length;
  const all: Mark[] = shown.flatMap((cycle, i) =>
    cycleMarks(cycle, cycles.length > 1 ? `cycle ${first + i + 1} ` : "", reading),
  );
  for (const { share, at, passed } of warnings) {
    if (at === null) continue;
    const percent = `${Number((100 * share).toFixed(2))} %`;
    const name = passed ? `${percent} used` : `warning at ${percent}`;
    all.push({ kind: "warning", name, atMs: at.toMillis() });
  }
  for (const { id, title, at } of escalations) {
    if (at === null) continue;
    all.push({
      kind: "warning",
      name: `escalation: ${plain(title ?? id)}`,
      atMs: at.toMillis(),
    });
  }
  if (cycles.at(-1)?.dueAt === null && reading.projectedDueAt) {
    const atMs = reading.projectedDueAt.toMillis();
    all.push({ kind: "projected-due", name: "due if resumed now", atMs });
  }
  all.push({ kind: "as-of", name: "as of", atMs: asOf.toMillis() });
  return merged(all);
}

function cycleMarks(cycle: SlaCycle, prefix: string, reading: SlaReading): Mark[] {
  const { startedAt, originalDueAt, dueAt, breachedAt, stoppedAt, status } = cycle;
  const marks: Mark[] = [{ kind: "started", name: `${prefix}started`, atMs: startedAt.toMillis() }];
  if (originalDueAt && originalDueAt.toMillis() !== dueAt?.toMillis()) {
    marks.push({ kind: "first-due", name: `${prefix}first due`, atMs: originalDueAt.toMillis() });
  }
  if (dueAt) marks.push({ kind: "due", name: `${prefix}due`, atMs: dueAt.toMillis() });
  if (breachedAt) {
    marks.push({ kind: "breached", name: `${prefix}breached`, atMs: breachedAt.toMillis() });
  }
  if (stoppedAt) {
    const kind = status === "cancelled" ? "cancelled" : "stopped";
    const atMs = stoppedAt.toMillis();
    marks.push({ kind, name: `${prefix}${kind}${stateAt(atMs, reading)}`, atMs });
  }
  return marks;
}

/** `: resolved`, if the state that began at an instant is known and says more. */
function stateAt(ms: number, { segments }: SlaReading): string {
  const segment = segments.find(({ from }) => from.toMillis() === ms);
  const state = segment?.state ?? null;
  return state === null || state === "cancelled" ? "" : `: ${plain(state)}`;
}

function merged(marks: readonly Mark[]): Mark[] {
  const instants = [...new Set(marks.map(({ atMs }) => atMs))].sort((a, b) => a - b);
  return instants.map((atMs) => {
    const here = marks
      .filter((mark) => mark.atMs === atMs)
      .sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
    const [first, ...others] = here.map(({ name }) => name);
    // The cycle is said once.
    const cycle = /^cycle \d+ /.exec(first ?? "")?.[0] ?? "";
    const rest = others.map((name) => (name.startsWith(cycle) ? name.slice(cycle.length) : name));
    return { kind: here[0]?.kind ?? "as-of", atMs, name: [first, ...rest].join(", ") };
  });
}
