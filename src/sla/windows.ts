import { DateTime } from "luxon";
import { z } from "zod";
import { type InstantLike, toEpochMs } from "../calendar/instant";
import { type AllowanceContext, compileAllowance } from "./allowance";
import type { AllowanceDefinition } from "./allowance-definition";
import { HistoryError } from "./history";

/** A limit: so long from an event. */
export interface LimitDefinition {
  /** The name of the event; `start` if not said. */
  readonly from?: string;
  readonly within: AllowanceDefinition;
}

/** Something that may be done until a limit. */
export interface WindowDefinition {
  readonly title?: string;
  readonly clause?: string;
  /** The ways of being in time; of each, every limit must hold. One way of one limit is the usual. */
  readonly anyOf: readonly (readonly LimitDefinition[])[];
  /** Whether the last instant itself is in time; true if not said. */
  readonly inclusive?: boolean;
}

/** A window, worked out. */
export interface WindowReading {
  readonly title: string;
  readonly clause: string | null;
  /** The last instant in time; where `inclusive` is false, the first that is too late. */
  readonly closesAt: DateTime;
  readonly inclusive: boolean;
  /** Whether it is open at `asOf`; null where none was given. */
  readonly isOpen: boolean | null;
  /** Each way of being in time that the given events allow, and when it ends. */
  readonly ways: readonly { readonly from: readonly string[]; readonly closesAt: DateTime }[];
  readonly provisional: boolean;
}

/** What a window counts from: the one event, or several by name. */
export type WindowEvents = InstantLike | { readonly [name: string]: InstantLike };

/**
 * Until when something may be done.
 *
 * @param events the event it counts from, or, where there are several, each by its name
 * @param options `asOf`: when it is done, or would be
 * @throws {HistoryError} where no way of being in time has all the events it counts from.
 */
export type Window = (
  events: WindowEvents,
  options?: { readonly asOf?: InstantLike },
) => WindowReading;

/** The zod schema of a policy's windows; their allowances are checked part by part. */
export const windowsSchema = z.record(
  z.string(),
  z.strictObject({
    title: z.string().optional(),
    clause: z.string().optional(),
    anyOf: z
      .array(
        z
          .array(
            z.strictObject({
              from: z.string().optional(),
              within: z.record(z.string(), z.unknown(), "expected an allowance"),
            }),
          )
          .min(1, "expected at least one limit"),
      )
      .min(1, "expected at least one way of being in time"),
    inclusive: z.boolean().optional(),
  }),
);

const START = "start";

/** Makes a checked definition into a window that can be asked. */
export function compileWindow(
  id: string,
  definition: WindowDefinition,
  context: AllowanceContext,
): Window {
  const ways = definition.anyOf.map((limits) =>
    limits.map(({ from = START, within }) => ({
      from,
      allowance: compileAllowance(within, { tie: "close" }, context),
    })),
  );
  const names = [...new Set(ways.flat().map(({ from }) => from))];
  const inclusive = definition.inclusive ?? true;
  return (events, { asOf } = {}) => {
    const instants = instantsOf(events, names);
    const open = ways.flatMap((limits) => {
      const ends = limits.flatMap(({ from, allowance }) => {
        const fromMs = instants.get(from);
        if (fromMs === undefined) return [];
        const measure = allowance.from(fromMs);
        const atMs = measure.add(fromMs, measure.allowance);
        return [{ atMs, zone: allowance.zone, provisional: measure.isProvisional(atMs) }];
      });
      const first = [...ends].sort((a, b) => a.atMs - b.atMs)[0];
      if (!first || ends.length < limits.length) return [];
      return [{ from: limits.map(({ from }) => from), ...first }];
    });
    const last = [...open].sort((a, b) => b.atMs - a.atMs)[0];
    if (!last) {
      throw new HistoryError(
        "event-missing",
        `Window "${id}" counts from ${names.join(", ")}; not enough of them were given to say when it closes.`,
        { window: id, needed: names, given: [...instants.keys()] },
      );
    }
    const asOfMs = asOf === undefined ? null : toEpochMs(asOf);
    const isOpen = asOfMs === null ? null : inclusive ? asOfMs <= last.atMs : asOfMs < last.atMs;
    const instant = ({ atMs, zone }: typeof last) => DateTime.fromMillis(atMs, { zone });
    return Object.freeze({
      title: definition.title ?? id,
      clause: definition.clause ?? null,
      closesAt: instant(last),
      inclusive,
      isOpen,
      ways: Object.freeze(open.map((way) => ({ from: way.from, closesAt: instant(way) }))),
      provisional: last.provisional,
    });
  };
}

/** The instants given, by the names of the events that the window counts from. */
function instantsOf(events: WindowEvents, names: readonly string[]): ReadonlyMap<string, number> {
  const byName: EventsByName = isByName(events, names) ? events : { [START]: events };
  return new Map(
    names.flatMap((name) => {
      const at = Object.hasOwn(byName, name) ? byName[name] : undefined;
      return at === undefined ? [] : [[name, toEpochMs(at)] as const];
    }),
  );
}

type EventsByName = { readonly [name: string]: InstantLike };

function isByName(events: WindowEvents, names: readonly string[]): events is EventsByName {
  return (
    typeof events === "object" &&
    events !== null &&
    names.some((name) => Object.hasOwn(events, name))
  );
}
