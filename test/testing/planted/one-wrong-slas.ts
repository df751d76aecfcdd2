import { Duration } from "luxon";
import {
  type BulkOptions,
  type BulkResult,
  defineSla,
  type HistoryColumns,
  type ReadingColumns,
  type SlaReading,
  type Target,
  type TicketHistory,
} from "../../../src";
import { DESK, FIX, misreading } from "./broken";

/** Policies that answer one question wrongly; the error of the law that asks it names that question. */

export const sla = defineSla({
  ...DESK,
  targets: { fix: { ...FIX, cancels: ["void"], onReopen: "new-cycle" } },
});
// Its words are left open, as those of a policy that has been read.
export const fix: Target = sla.targets.fix;
export const years = { from: "2026-01-01T00:00:00Z", until: "2028-01-01T00:00:00Z" };
const nothing = Duration.fromMillis(0);
const anHour = { hours: 1 };

type Members = Partial<Target>;

/** A target whose readings are changed on the way out. */
const misread = (wrong: (reading: SlaReading) => Partial<SlaReading>) => misreading(fix, wrong);

/** The answers of `trackMany`, changed on the way out. */
function inBulk(
  ofList: (list: readonly BulkResult[]) => readonly BulkResult[] = (list) => list,
  ofColumns: (columns: ReadingColumns) => ReadingColumns = (columns) => columns,
): Target["trackMany"] {
  const trackMany = (histories: HistoryColumns & readonly TicketHistory[], options: BulkOptions) =>
    "errors" in fix.trackMany(histories, options)
      ? ofColumns(fix.trackMany(histories as HistoryColumns, options))
      : ofList([...fix.trackMany(histories as readonly TicketHistory[], options)]);
  return trackMany as Target["trackMany"]; // It takes and gives what the right one does.
}

const INSTANTS = [
  "startedAt",
  "originalDueAt",
  "dueAt",
  "projectedDueAt",
  "breachedAt",
  "stoppedAt",
] as const;

export const ONE_WRONG: Readonly<Record<string, Readonly<Record<string, Members>>>> = {
  amounts: {
    overrun: misread(({ overrun }) => ({ overrun: overrun.negate().minus(1) })),
    pausedFor: misread(({ pausedFor }) => ({ pausedFor: pausedFor.minus(1) })),
    "elapsed + remaining": misread(({ elapsed }) => ({ elapsed: elapsed.plus(1) })),
    "breached, if there is an overrun": misread(({ overrun }) => ({
      breached: overrun.toMillis() === 0,
    })),
    percentElapsed: misread(({ percentElapsed }) => ({
      percentElapsed: (percentElapsed ?? 0) + 1,
    })),
  },
  status: {
    "breachedAt is told": misread(({ breached }) => ({ breached: !breached })),
    "status should be": misread(({ status }) => ({
      status: status === "paused" ? "running" : status,
    })),
    "dueAt of what is paused": misread(({ paused, breached, dueAt, asOf }) => ({
      dueAt: paused && !breached ? asOf : dueAt,
    })),
    "originalDueAt of what has not started": misread(({ originalDueAt, asOf }) => ({
      originalDueAt: originalDueAt ?? asOf,
    })),
  },
  instants: {
    startedAt: misread(({ startedAt, asOf }) => ({ startedAt: startedAt && asOf.plus(anHour) })),
    breachedAt: misread(({ breachedAt, asOf }) => ({
      breachedAt: breachedAt && asOf.plus(anHour),
    })),
    stoppedAt: misread(({ stoppedAt, asOf }) => ({ stoppedAt: stoppedAt && asOf.plus(anHour) })),
    originalDueAt: misread(({ startedAt }) => ({
      originalDueAt: startedAt?.minus(anHour) ?? null,
    })),
    dueAt: misread(({ status, dueAt, stoppedAt }) => ({
      dueAt: status === "met" && stoppedAt ? stoppedAt.minus(anHour) : dueAt,
    })),
    projectedDueAt: misread(({ status, asOf, projectedDueAt }) => ({
      projectedDueAt: status === "running" ? asOf.minus(anHour) : projectedDueAt,
    })),
  },
  segments: {
    "the start of the next": misread(({ segments }) => ({
      segments: Object.freeze(segments.filter((_, i) => i !== 1 || segments.length < 3)),
    })),
    asOf: misread(({ segments }) => ({ segments: Object.freeze(segments.slice(0, -1)) })),
    "counted by the segments of the cycle": misread(({ segments }) => ({
      segments: Object.freeze(segments.map((each) => Object.freeze({ ...each, counted: nothing }))),
    })),
    "elapsed, of the last cycle": misread(({ elapsed }) => ({ elapsed: elapsed.plus(1) })),
  },
  "time-passes": {
    "elapsed later": misread(({ elapsed }) => ({
      elapsed: Duration.fromMillis(elapsed.toMillis() % 3_600_000),
    })),
    "pausedFor later": misread(({ pausedFor }) => ({
      pausedFor: Duration.fromMillis(pausedFor.toMillis() % 3_600_000),
    })),
    "startedAt, told later": misread(({ startedAt, asOf }) => ({ startedAt: startedAt && asOf })),
    "originalDueAt, told later": misread(({ originalDueAt, asOf }) => ({
      originalDueAt: originalDueAt && asOf,
    })),
    "breachedAt, told later": misread(({ breachedAt, asOf }) => ({
      breachedAt: breachedAt && asOf,
    })),
    "stoppedAt, told later": misread(({ stoppedAt, asOf }) => ({ stoppedAt: stoppedAt && asOf })),
  },
  immutable: {
    "all its parts are frozen": {
      track: (history, options) => ({ ...fix.track(history, options) }),
    },
  },
  bulk: {
    "from trackMany of a list": {
      trackMany: inBulk((list) => list.map((each) => ({ ...each, provisional: true }))),
    },
    "from trackMany of columns": {
      trackMany: inBulk(undefined, (columns) => ({
        ...columns,
        provisional: columns.provisional.map(() => 1),
      })),
    },
  },
  "clock-as-defined": {
    ...Object.fromEntries(
      INSTANTS.map((name) => [
        `${name}, it reads`,
        misread((reading) => ({ [name]: reading[name]?.plus({ milliseconds: 1 }) ?? null })),
      ]),
    ),
    "earlier cycles, it reads": misread(({ cycles }) => ({
      cycles: Object.freeze(
        cycles.map((cycle, i) =>
          i === cycles.length - 1
            ? cycle
            : Object.freeze({ ...cycle, elapsed: cycle.elapsed.plus(1) }),
        ),
      ),
    })),
  },
};
